"""The fares of journeys at the desk: written with their source, installed, and seen beside the next form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.stories.conftest import WAIT_MS, fill, press, type_text
from tests.stories.test_travel_claim import choose, judged, type_entry, type_head


@pytest.fixture
def page(window, desk):
    """The page of fares."""
    return window.show_page("travel_fares")


def write(page, amount, *, kind="bus", source="نامه آزمایشی ۱۲"):
    """Type a rate between Qazvin and Tehran and put it on the list."""
    choose(page.kind, kind)
    if page.start.isEnabled():
        fill(page.start, "قزوین")
        fill(page.end, "تهران")
    page.amount.clear()
    type_text(page.amount, amount)
    fill(page.day, "۱۳۹۹/۰۱/۰۱")
    fill(page.source, source)
    page.write_action.trigger()


def rows_of(table):
    return [[table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())]


def test_rates_are_written_installed_and_used_by_the_next_form(window, desk, page, qtbot):
    write(page, "250000")
    write(page, "900000", kind="travel_lodging")
    assert [row[4] for row in rows_of(page.table)] == ["در انتظار ثبت", "در انتظار ثبت"]
    with qtbot.waitSignal(page.office_changed, timeout=WAIT_MS):
        page.install_action.trigger()
    qtbot.waitUntil(lambda: {row[4] for row in rows_of(page.table)} == {"آزمایشی"}, timeout=WAIT_MS)
    assert ["اتوبوس، قزوین ↔ تهران", "۲۵۰٬۰۰۰", "۱۳۹۹/۰۱/۰۱", "نامه آزمایشی ۱۲", "آزمایشی"] in rows_of(page.table)

    form = window.show_page("travel")
    type_head(form.fields)
    fill(form.fields.facts["route_from"], "قزوین")
    fill(form.fields.facts["route_to"], "تهران")
    type_entry(form.fields.rows[0], "travel_fare", "600000")
    judged(qtbot, form, "پرداختنی: ۵۰۰٬۰۰۰ ریال")
    assert "نامه آزمایشی" in form.fields.rows[0].rate.text()


def test_a_rate_without_its_source_is_not_taken(page):
    write(page, "250000", source="")

    assert "سند این نرخ" in page.said.text()
    assert page.written == []
    assert not page.install_action.isEnabled()


def test_the_same_route_and_day_written_again_replaces_the_first(page):
    write(page, "250000")
    write(page, "260000")
    assert [fare.rial for fare in page.written] == [260_000]
    page.take_back_action.trigger()
    assert page.written == []


def test_nights_ask_for_no_towns(page):
    press(page.kind, Qt.Key.Key_End)
    assert not page.start.isEnabled()
    press(page.kind, Qt.Key.Key_Home)
    assert page.start.isEnabled()


def test_enter_goes_through_the_fields_and_puts_the_rate_on_the_list(window, page, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    page.kind.setFocus()
    visited = []
    for text in ("", "قزوین", "تهران", "۲۵۰۰۰۰", "۱۳۹۹/۰۱/۰۱", "نامه آزمایشی"):
        field = QApplication.focusWidget()
        visited.append(field)
        if text:
            field.clear()
            type_text(field, text)
        press(field, Qt.Key.Key_Return)
    assert visited == [page.kind, page.start, page.end, page.amount, page.day, page.source]
    assert [(fare.key, fare.rial) for fare in page.written] == [("travel/bus/قزوین-تهران", 250_000)]


def test_the_way_back_of_a_route_and_day_is_the_same_rate(page):
    write(page, "250000")
    fill(page.start, "تهران")
    fill(page.end, "قزوین")
    page.amount.clear()
    type_text(page.amount, "270000")
    page.write_action.trigger()
    assert [fare.rial for fare in page.written] == [270_000]


def test_what_is_written_while_others_are_installed_stays_on_the_list(page, qtbot):
    write(page, "250000")
    with qtbot.waitSignal(page.office_changed, timeout=WAIT_MS):
        page.install_action.trigger()
        assert not page.install_action.isEnabled()
        write(page, "900000", kind="travel_lodging")
        assert not page.install_action.isEnabled()
    assert [fare.rial for fare in page.written] == [900_000]
    assert page.install_action.isEnabled()


def test_rates_that_are_installed_already_are_refused_and_may_be_mended(page, qtbot):
    for _time in range(2):
        write(page, "250000")
        page.install_action.trigger()
        qtbot.waitUntil(lambda: page.said.text() != "" and not page._installing, timeout=WAIT_MS)
    assert "پیش‌تر نصب شده" in page.said.text()
    assert page.install_action.isEnabled()
    assert page.take_back_action.isEnabled()
