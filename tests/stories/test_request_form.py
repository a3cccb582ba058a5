"""The request form at the desk: a transfer is read off its form, its shares follow, and blank fields are shown."""

from PySide6.QtCore import Qt

from app.domain.facts import UNKNOWN
from tests.services.offices import add_claims, claim, line
from tests.stories.conftest import WAIT_MS, press
from tests.stories.test_travel_claim import choose


def test_a_service_for_an_own_hospital_is_entered_and_its_form_shown(window, desk, qtbot):
    sent = claim("C-1", line(1, "T-CHEST", 60_000)) | {"service_date": "1399-10-10", "prescription_date": "1399-10-09"}
    (number,) = add_claims(window._office, window.session, sent, insurer="tamin")
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(number)
    assert desk.claim.open_claim.claim.facts.get("own_hospital_transfer", UNKNOWN) is UNKNOWN
    page = window.show_page("request_form")
    assert not page.save_action.isEnabled()
    assert page.table.isHidden()

    choose(page.transfer.fields["own_hospital_transfer"], "service_only")
    choose(page.transfer.fields["transfer_reason"], "equipment_shortage")
    page.transfer.fields["transfer_form_signed"].boxes["physician"].setChecked(True)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        page.save_action.trigger()
    rules = {finding.rule for finding in desk.claim.open_claim.result.findings}
    assert {"TRV-18", "TRV-21a", "TRV-21b"} <= rules

    window.show_page("request_form")
    qtbot.waitUntil(lambda: page.form is not None, timeout=WAIT_MS)
    assert "نام و امضای سوپروایزر" in page.missing.text()
    assert "واحد ملکی اعزام‌کننده" in page.transfer.shares.text()
    texts = [page.table.item(row, 1).text() for row in range(page.table.rowCount())]
    assert "کمبود تجهیزات" in texts
    assert "دارد" in texts
    page.print_action.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    press(page.preview, Qt.Key.Key_Escape)


def test_blank_forms_are_printed_without_a_claim(window, desk, qtbot):
    page = window.show_page("request_form")

    assert "فرم خالی" in page.missing.text()
    assert page.transfer.isHidden()
    page.blank_transfer.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    assert page.preview.heading.text() == "فرم درخواست اعزام بیمار بستری"
