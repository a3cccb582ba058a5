"""The card of a transfer on a stay: kinds with their shares, answers that count at once, keys through the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.catalogue.expansion import claim_file
from tests.services.stays import stay_file
from tests.ui.stay.conftest import WAIT_MS, press

DAYS = {"admitted_at": "1399-10-05T08:00", "discharged_at": "1399-10-08T10:00"}


def stay(insurer="tamin", **facts):
    """Return a stay of Social Security after the order came into force."""
    lines = [
        {"no": 1, "section": "hotel", "qty": 3, "amount": 3_000_000, "facts": {"bed_kind": "normal"}},
        {"no": 2, "section": "drug", "code": "DR01", "amount": 50_000, "facts": {"ward": "normal"}},
    ]
    case = {
        "rule": "",
        "base": "inpatient",
        "expect": {},
        "submission": {"insurer": insurer, "month": "1399-10", "delivered_on": None},
        "claim": {"lines": lines, "facts": facts, **DAYS},
    }
    return claim_file(case)


@pytest.fixture
def card_of(stay_over, qtbot):
    """Return a function that opens the stay of a file and returns desk and card."""

    def open_card(file):
        desk = stay_over(file)
        return desk, desk.claim.sheet.stay.transfer

    return open_card


def choose(field, value):
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_a_complete_transfer_leaves_the_patient_no_share(card_of, qtbot):
    desk, card = card_of(stay())
    before = desk.claim.open_claim.settlement.totals
    assert before.patient_share > 0
    assert [label.text().partition(":")[0] for label in card.shares] == [
        "اعزام نشده",
        "انتقال کامل",
        "تنها برای یک خدمت",
    ]
    assert "سهم بیمه‌شده ۰ ریال" in card.shares[1].text()
    assert "سهم بیمه‌شده ۰ ریال" not in card.shares[0].text()

    choose(card.fields["own_hospital_transfer"], "complete")
    qtbot.waitUntil(lambda: desk.claim.open_claim.settlement.totals.patient_share == 0, timeout=WAIT_MS)
    qtbot.waitUntil(card.fields["transfer_reason"].isVisible, timeout=WAIT_MS)
    assert desk.claim.open_claim.settlement.totals.insurer_share == before.approved
    with desk.office.read() as view:
        decisions = view.decisions.of_claim(desk.claim.open_claim.id)
    assert [(decision.fact, decision.value) for decision in decisions] == [("own_hospital_transfer", "complete")]


def test_ticks_given_one_after_another_are_all_kept(card_of, qtbot):
    desk, card = card_of(stay(own_hospital_transfer="complete", transfer_form_signed=[]))
    signed = card.fields["transfer_form_signed"]
    for name in ("physician", "supervisor", "destination"):
        signed.boxes[name].click()
    everybody = ("physician", "supervisor", "destination")
    known = lambda: desk.claim.open_claim.claim.facts.get("transfer_form_signed")  # noqa: E731
    qtbot.waitUntil(lambda: known() == everybody, timeout=WAIT_MS)
    assert signed.value == everybody
    assert not {"TRV-21a", "TRV-21b"} & {finding.rule for finding in desk.claim.open_claim.result.findings}

    signed.none.click()
    qtbot.waitUntil(lambda: known() == (), timeout=WAIT_MS)
    signed.none.click()
    signed.boxes["destination"].click()
    qtbot.waitUntil(lambda: known() == ("destination",), timeout=WAIT_MS)
    signed.boxes["destination"].click()
    qtbot.waitUntil(lambda: known() == () and signed.value == (), timeout=WAIT_MS)
    said = [decision.value for decision in desk.claim.open_claim.decisions]
    assert said[-3:] == [(), ("destination",), ()]


def test_what_is_undone_is_shown_as_before(card_of, qtbot):
    desk, card = card_of(stay(own_hospital_transfer="complete", transfer_reason=None))
    choose(card.fields["transfer_reason"], "need_icu")
    known = lambda: desk.claim.open_claim.claim.facts.get("transfer_reason")  # noqa: E731
    qtbot.waitUntil(lambda: known() == "need_icu", timeout=WAIT_MS)
    desk.claim.undo_action.trigger()
    qtbot.waitUntil(lambda: known() is None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: card.fields["transfer_reason"].value is None, timeout=WAIT_MS)


def test_keys_go_through_the_card_and_change_nothing(card_of, qtbot):
    desk, card = card_of(stay(own_hospital_transfer="complete"))
    card.take_focus()
    fields = list(card.fields.values())
    assert QApplication.focusWidget() is fields[0]
    for field in fields[1:]:
        press(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert field is QApplication.focusWidget() or field.isAncestorOf(QApplication.focusWidget())
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert not card.isAncestorOf(QApplication.focusWidget())
    press(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert card.isAncestorOf(QApplication.focusWidget())
    assert desk.claim.open_claim.decisions == ()


@pytest.mark.parametrize("file", [stay("salamat"), stay_file({"section": "drug", "code": "DR01", "amount": 50_000})])
def test_other_stays_have_no_such_card(card_of, file):
    _desk, card = card_of(file)
    assert card.isHidden()
