"""A travel claim as a reviewer meets it: the paper form of a child of six is typed, judged, saved and signed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.claim import ClaimKind
from app.domain.findings import Mark
from app.domain.office import ClaimState
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.offices import PACKS
from tests.stories.conftest import WAIT_MS, fill, press, type_text

CODE = "۰۰۱۲۳۴۵۶۷۹"
ANSWERS = {
    "eligibility": "covered",
    "insured_group": "insured",
    "sent_through_system": True,
    "destination_confirmed": True,
    "available_locally": False,
    "delay_dangerous": True,
    "service_covered": True,
    "out_of_province": True,
    "on_province_list": False,
    "repeat_sending": False,
}


@pytest.fixture
def page(window, desk):
    """The page of travel claims, in an office with test fares."""
    window._office.install_pack(PACKS / "circulars.pack.json", actor=None)
    return window.show_page("travel")


def choose(field, value):
    """Choose a value by the keys of the field."""
    press(field, Qt.Key.Key_Home)
    while field.value != value:
        before = field.currentIndex()
        press(field, Qt.Key.Key_Down)
        assert field.currentIndex() != before, "no such value"


def type_head(fields, *, born="۱۳۹۳/۰۶/۰۱", number="۱۷"):
    """Type who travelled, when, where to and why."""
    fill(fields.number, number)
    fill(fields.unit, "درمانگاه آزمایشی")
    fill(fields.patient_id, CODE)
    fill(fields.name, "کودک آزمایشی")
    fill(fields.born, born)
    fill(fields.diagnosis, "نارسایی قلب")
    fill(fields.journey_day, "۱۳۹۹/۱۰/۱۰")
    fill(fields.facts["route_from"], "QAZVIN")
    fill(fields.facts["route_to"], "TEHRAN")
    for name, value in ANSWERS.items():
        choose(fields.facts[name], value)
    fill(fields.facts["companions_requested"], "۱")


def type_entry(row, group, amount, companion=None):
    """Type a fare there and back by bus."""
    choose(row.group, group)
    if companion is not None:
        choose(row.companion, companion)
    choose(row.vehicle, "bus")
    fill(row.count, "۲")
    row.amount.clear()
    type_text(row.amount, amount)


def judged(qtbot, page, words):
    qtbot.waitUntil(lambda: any(words in text for text in page.trial.texts), timeout=WAIT_MS)


def test_a_child_of_six_with_a_companion_from_paper_to_signature(window, desk, page, qtbot):
    type_head(page.fields)
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    page.row_action.trigger()
    type_entry(page.fields.rows[1], "companion_fare", "700000", 1)

    judged(qtbot, page, "پرداختنی: ۱٬۲۰۰٬۰۰۰ ریال")
    second = page.fields.rows[1]
    assert "نرخ هر بار ۳۰۰٬۰۰۰ ریال، از ۱۳۹۴/۰۱/۰۱" in second.rate.text()
    assert "رقم آزمایشی" in second.rate.text()
    assert "پرداختنی ۶۰۰٬۰۰۰ ریال" in second.said.text()

    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        page.save_action.trigger()
    shown = desk.claim.open_claim
    assert shown.claim.kind is ClaimKind.TRAVEL
    assert [line.mark for line in shown.result.lines] == [Mark.TICK, Mark.CIRCLE]
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    with window._office.read() as view:
        assert view.claims.get(shown.id, window._office.dictionary).state is ClaimState.TECHNICALLY_DONE
        (sheet,) = view.sheets.of_claim(shown.id)
        assert view.sheets.approved_on(sheet.id) == {1: 600_000, 2: 600_000}
    assert window._office.store.check() == []


def test_the_same_form_leads_to_its_first_entry(window, desk, page, qtbot):
    numbers = []
    for _time in range(2):
        window.show_page("travel")
        type_head(page.fields)
        type_entry(page.fields.rows[0], "travel_fare", "600000")
        judged(qtbot, page, "پرداختنی: ۶۰۰٬۰۰۰ ریال")
        if numbers:
            break
        with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
            page.save_action.trigger()
        numbers.append(desk.claim.open_claim.id)

    judged(qtbot, page, "این فرم پیش‌تر ثبت شده است")
    page.save_action.trigger()
    qtbot.waitUntil(lambda: "پیش‌تر ثبت شده" in page.said.text(), timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        page.before_action.trigger()
    assert desk.claim.open_claim.id == numbers[0]


def test_a_grown_patient_has_no_companion_without_a_confirmed_disability(page, qtbot):
    type_head(page.fields, born="۱۳۵۰/۰۵/۰۵")
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    page.row_action.trigger()
    type_entry(page.fields.rows[1], "companion_fare", "600000", 1)
    choose(page.fields.facts["disability_companion"], "none")

    judged(qtbot, page, "پرداختنی: ۶۰۰٬۰۰۰ ریال")
    assert any("بیمار شرایط داشتن همراه را ندارد" in text for text in page.trial.texts)


def test_a_wrong_national_code_is_told_at_once(page):
    fill(page.fields.patient_id, "۰۰۱۲۳۴۵۶۷۸")

    assert "رقم کنترل کد ملی" in page.fields.id_fault.text()
    assert not page.save_action.isEnabled()


def test_enter_goes_on_and_towns_narrow(window, page, qtbot):
    window.activateWindow()
    page.fields.number.setFocus()
    qtbot.waitUntil(lambda: bool(page.fields.facts["route_to"].towns.stringList()), timeout=WAIT_MS)
    press(page.fields.number, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.fields.unit
    press(page.fields.unit, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.fields.id_kind

    town = page.fields.facts["route_to"]
    town.setFocus()
    fill(town, "TEH")
    completer = town.completer()
    found = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
    assert found == ["TEHRAN"]


def test_a_line_comes_with_the_vehicle_before_and_goes_by_its_key(page):
    type_entry(page.fields.rows[0], "travel_fare", "600000")
    page.row_action.trigger()
    assert [row.vehicle.value for row in page.fields.rows] == ["bus", "bus"]
    page.remove_action.trigger()
    assert len(page.fields.rows) == 1
    page.remove_action.trigger()
    assert len(page.fields.rows) == 1
