"""A travel form typed by keys alone, in a hurry and with slips: nothing is lost, doubled or pasted crooked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.offices import PACKS
from tests.stories.conftest import WAIT_MS, fill, press
from tests.stories.test_travel_claim import choose, judged, type_entry, type_head

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window, desk, qtbot):
    """The page of travel claims, in an office with test fares, its window active."""
    window._office.install_pack(PACKS / "circulars.pack.json", actor=None)
    page = window.show_page("travel")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    return page


def enter():
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    return QApplication.focusWidget()


def test_enter_goes_through_every_line_and_begins_the_next_one(page):
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    page.fields.rows[0].day.setFocus()
    assert enter() is page.fields.rows[1].group
    type_entry(page.fields.rows[1], "companion_fare", "600000", 1)

    page.fields.rows[0].day.setFocus()
    visited = [enter() for _field in range(6)]
    row = page.fields.rows[1]
    assert visited == [row.group, row.companion, row.vehicle, row.count, row.amount, row.day]
    assert enter() is page.fields.rows[2].group


def test_an_empty_line_begins_no_further_one(page):
    last = page.fields.rows[0].day
    last.setFocus()
    assert enter() is last
    assert len(page.fields.rows) == 1


def test_every_field_of_a_line_has_a_name_for_readers(page):
    page.row_action.trigger()
    assert [field.accessibleName() for field in page.fields.rows[1].fields() if not field.accessibleName()] == []


def test_a_paste_of_several_lines_is_one_line(page):
    QGuiApplication.clipboard().setText("درمانگاه\r\nآزمايشي\t۲\n")
    page.fields.unit.paste()
    assert page.fields.unit.value == "درمانگاه آزمایشی 2"
    assert not set("\r\n\t\u2028\u2029") & set(page.fields.unit.text())


@pytest.mark.parametrize(
    ("typed", "number"), [("2", 2), ("۲", 2), ("٢", 2), ("99999999999999999999", 999), ("۲/۵", None)]
)
def test_counts_are_read_in_every_script_and_stay_small(page, typed, number):
    field = page.fields.facts["companions_requested"]
    QGuiApplication.clipboard().setText(typed)
    field.paste()
    assert field.value == number


def test_deleting_a_word_deletes_no_line_and_no_form(page):
    type_head(page.fields)
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    page.row_action.trigger()
    page.fields.name.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        QTest.keyClick(page.fields.name, key, CTRL)
    assert len(page.fields.rows) == 2
    assert page.fields.number.value == "17"
    page.fields.rows[1].group.setFocus()
    QTest.keyClick(page.fields.rows[1].group, Qt.Key.Key_Delete, CTRL)
    assert len(page.fields.rows) == 1


def test_a_form_saved_twice_in_a_hurry_is_one_claim_and_nothing_is_said_of_it(window, desk, page, qtbot):
    type_head(page.fields)
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        page.save_action.trigger()
        page.fields.changed.emit()  # a pause of typing ends while the form is on its way
        page._judge()
        assert not page.save_action.isEnabled()
        page.save_action.trigger()
    assert page.said.text() == ""
    with window._office.read() as view:
        assert len(view.submissions.list(window._office.dictionary)) == 1


def test_a_form_that_no_file_may_say_is_told_before_it_is_saved(page, qtbot):
    type_head(page.fields, born="۱۴۰۰/۰۱/۰۱")
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    judged(qtbot, page, "تولد")
    assert not page.save_action.isEnabled()


def test_a_day_of_a_line_that_is_none_is_told(page):
    type_head(page.fields)
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    fill(page.fields.rows[0].day, "۱۳۹۹/۱۳/۰۱")
    assert "تقویم" in page.fields.missing()


def test_a_form_left_in_the_middle_is_there_again(window, page, qtbot):
    type_head(page.fields)
    page.close_action.trigger()
    assert not page.isVisible()
    again = window.show_page("travel")
    assert again is page
    assert page.fields.number.value == "17"
    assert page.fields.facts["route_to"].value == "TEHRAN"


def test_lines_in_any_order_are_judged_alike(page, qtbot):
    type_head(page.fields)
    type_entry(page.fields.rows[0], "companion_fare", "700000", 1)
    page.row_action.trigger()
    type_entry(page.fields.rows[1], "travel_fare", "600000")
    judged(qtbot, page, "پرداختنی: ۱٬۲۰۰٬۰۰۰ ریال")
    assert "پرداختنی ۶۰۰٬۰۰۰ ریال" in page.fields.rows[0].said.text()


def test_a_refused_destination_is_told_and_leaves_nothing(page, qtbot):
    type_head(page.fields)
    choose(page.fields.facts["destination_confirmed"], False)
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    judged(qtbot, page, "پرداختنی: ۰ ریال")
    assert any("تأییدیه مرکز مقصد" in text for text in page.trial.texts)


def test_a_route_without_a_dated_rate_asks_for_it(page, qtbot):
    type_head(page.fields)
    fill(page.fields.facts["route_to"], "بیرجند")
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    judged(qtbot, page, "نرخ کرایه این مسیر در روز سفر")
    assert page.fields.rows[0].rate.isHidden()
    assert "پرسشی باز است" in page.fields.rows[0].said.text()


def test_two_sessions_under_one_protocol_and_a_third_beyond_it(page, qtbot):
    type_head(page.fields)
    for name, value in (("repeat_sending", True), ("course_treatment", "chemotherapy"), ("protocol_approved", True)):
        choose(page.fields.facts[name], value)
    fill(page.fields.facts["protocol_sessions"], "٢")
    for number, day in enumerate(("۱۳۹۹/۱۰/۱۰", "1399/10/17", "۱۳۹۹/۱۰/۲۴")):
        if number:
            page.row_action.trigger()
        type_entry(page.fields.rows[number], "travel_fare", "600000")
        fill(page.fields.rows[number].day, day)

    judged(qtbot, page, "پرداختنی: ۱٬۲۰۰٬۰۰۰ ریال")
    assert [row.said.text() for row in page.fields.rows] == ["درست است", "درست است", "پرداختنی ۰ ریال"]


def test_an_ambulance_is_another_vehicle_and_paid_as_a_bus(page, qtbot):
    type_head(page.fields)
    type_entry(page.fields.rows[0], "travel_fare", "9000000")
    choose(page.fields.rows[0].vehicle, "other")
    judged(qtbot, page, "پرداختنی: ۶۰۰٬۰۰۰ ریال")
    assert "نرخ هر بار ۳۰۰٬۰۰۰ ریال" in page.fields.rows[0].rate.text()


def test_nights_are_typed_without_a_vehicle(page, qtbot):
    type_head(page.fields)
    choose(page.fields.rows[0].group, "travel_lodging")
    assert not page.fields.rows[0].vehicle.isVisible()
    fill(page.fields.rows[0].count, "۳")
    fill(page.fields.rows[0].amount, "9000000")
    judged(qtbot, page, "پرداختنی: ۳٬۰۰۰٬۰۰۰ ریال")


def test_trips_of_the_line_before_are_no_nights(page):
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    page.row_action.trigger()
    row = page.fields.rows[1]
    assert row.count.value == 2
    choose(row.group, "companion_fare")
    assert row.count.value == 2
    choose(row.group, "companion_lodging")
    assert row.count.value == 1
    fill(row.count, "۳")
    choose(row.group, "travel_lodging")
    assert row.count.value == 3


@pytest.mark.parametrize("name", ["group", "companion", "vehicle", "count", "amount", "ticket", "day"])
def test_every_field_of_a_line_is_heard_at_once(page, name):
    row, heard = page.fields.rows[0], []
    page.fields.changed.connect(lambda: heard.append(name))
    field = getattr(row, name)
    if name in {"group", "companion", "vehicle"}:
        press(field, Qt.Key.Key_Down)
    else:
        fill(field, "۱۳۹۹/۱۰/۱۱" if name == "day" else "۷")
    assert heard
