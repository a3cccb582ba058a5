"""The request form at the desk: a transfer is read off its form beside the bill, its shares follow, blanks are shown."""

from PySide6.QtCore import Qt

from app.domain.facts import UNKNOWN
from tests.services.offices import add_claims, claim, line
from tests.stories.conftest import WAIT_MS, press

DAY = {"service_date": "1399-10-10", "prescription_date": "1399-10-09"}


def take(field, value):
    """Choose a value from the open list of a field, by its keys."""
    press(field, Qt.Key.Key_Space)
    view = field.view()
    assert view.isVisible()
    while field.itemData(view.currentIndex().row()) != value:
        before = view.currentIndex().row()
        press(view, Qt.Key.Key_Down)
        assert view.currentIndex().row() != before, "no such value"
    press(view, Qt.Key.Key_Return)


def answer(qtbot, desk, field, value):
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        take(field, value)


def test_a_service_for_an_own_hospital_is_entered_and_its_form_shown(window, desk, qtbot):
    sent = claim("C-1", line(1, "T-CHEST", 60_000)) | DAY
    (number,) = add_claims(window._office, window.session, sent, insurer="tamin")
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(number)
    assert desk.claim.open_claim.claim.facts.get("own_hospital_transfer", UNKNOWN) is UNKNOWN
    page = window.show_page("request_form")
    assert page.table.isHidden()
    assert "Ctrl+5" in page.missing.text()
    page.close_action.trigger()

    desk.claim.sheet.turn_action.trigger()
    card = desk.claim.sheet.stay.transfer
    qtbot.waitUntil(card.isVisible, timeout=WAIT_MS)
    assert [field.isHidden() for field in card.fields.values()] == [False, True, True, True]
    answer(qtbot, desk, card.fields["own_hospital_transfer"], "service_only")
    qtbot.waitUntil(card.fields["transfer_reason"].isVisible, timeout=WAIT_MS)
    answer(qtbot, desk, card.fields["transfer_reason"], "equipment_shortage")
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(card.fields["transfer_form_signed"].boxes["physician"], Qt.Key.Key_Space)
    rules = {finding.rule for finding in desk.claim.open_claim.result.findings}
    assert {"TRV-18", "TRV-21a", "TRV-21b"} <= rules
    assert "واحد ملکی اعزام‌کننده" in card.shares[2].text()

    window.show_page("request_form")
    qtbot.waitUntil(lambda: page.form is not None, timeout=WAIT_MS)
    assert "نام و امضای سوپروایزر" in page.missing.text()
    texts = [page.table.item(row, 1).text() for row in range(page.table.rowCount())]
    assert "کمبود تجهیزات" in texts
    assert "دارد" in texts
    page.print_action.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    press(page.preview, Qt.Key.Key_Escape)


def test_blank_forms_are_printed_without_a_claim(window, desk, qtbot):
    page = window.show_page("request_form")

    assert "فرم خالی" in page.missing.text()
    page.blank_transfer.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    assert page.preview.heading.text() == "فرم درخواست اعزام بیمار بستری"
