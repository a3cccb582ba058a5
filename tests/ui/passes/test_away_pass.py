"""Sending a claim to its centre or to the supervision office, and taking it back: on the desk, by its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.domain.office import ClaimState, DecisionKind, Role
from app.ui.bill.key_cap import KeyHint
from app.ui.passes.away_pass import AwayPass
from app.ui.passes.reason_card import listed_sentences
from app.ui.passes.technical_pass import TechnicalPass
from tests.ui.frame.conftest import type_text
from tests.ui.passes.conftest import WAIT_MS, open_claim, press

CTRL = Qt.KeyboardModifier.ControlModifier
REMARK = "GEN-16b"


@pytest.fixture
def away(desk):
    return desk.pass_of(AwayPass)


def word(signed_in, claim_id, kind):
    with signed_in[0].read() as view:
        return next(word for word in view.decisions.of_claim(claim_id) if word.kind is kind)


def give(desk, qtbot, text, opens):
    """Give a reason, and wait until the next claim lies on the desk."""
    type_text(QApplication.focusWidget(), text)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == opens):
        press(Qt.Key.Key_Return)


def test_a_listed_reason_is_found_by_typing_and_the_next_claim_opens(desk, away, claims, signed_in, qtbot):
    press(Qt.Key.Key_R, CTRL)
    assert away.card.isVisible()
    assert "به مرکز" in away.card.question.text()
    type_text(away.card.reasons.field, "بیهوشی")
    offered = away.card.reasons.shown.stringList()
    assert offered == [text for text in listed_sentences("return_to_centre") if "بیهوشی" in text]
    give(desk, qtbot, "", claims[1])

    said = word(signed_in, claims[0], DecisionKind.RETURN)
    assert (said.reason, said.rule, said.line) == (offered[0], None, None)
    assert desk.queue.rows.row(0).state is ClaimState.RETURNED
    assert "به مرکز" in desk.notices.text
    assert not away.card.isVisible()


def test_any_other_reason_may_be_typed(desk, away, claims, signed_in, qtbot):
    press(Qt.Key.Key_E, CTRL)
    assert "اداره نظارت" in away.card.question.text()
    give(desk, qtbot, "دلیلی که در فهرست نیست", claims[1])
    assert word(signed_in, claims[0], DecisionKind.REFER).reason == "دلیلی که در فهرست نیست"


def test_no_claim_goes_away_without_a_reason_and_escape_thinks_again(desk, away, claims, signed_in):
    press(Qt.Key.Key_R, CTRL)
    press(Qt.Key.Key_Return)
    assert away.card.fault.isVisible()
    type_text(away.card.reasons.field, "م")
    assert not away.card.fault.isVisible()
    press(Qt.Key.Key_Escape)
    assert not away.panel.isVisible()
    assert desk.claim.bill.hasFocus()
    assert desk.claim.open_claim.state is ClaimState.RECEIVED


def stand_on_remark(desk):
    desk.claim.select_line(2)
    while desk.why.findings.current_remark is None or desk.why.findings.current_rule != REMARK:
        press(Qt.Key.Key_F3)


def test_from_a_remark_the_claim_goes_away_by_its_clause(desk, away, claims, signed_in, qtbot):
    stand_on_remark(desk)
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_E, CTRL)
    assert "بند" in away.card.reasons.text()  # the remark is chosen already
    give(desk, qtbot, "", claims[1])
    said = word(signed_in, claims[0], DecisionKind.REFER)
    assert (said.rule, said.line) == (REMARK, 2)


def test_the_keys_on_a_remark_can_be_clicked(desk, away, qtbot):
    stand_on_remark(desk)
    card = desk.why.findings.current_remark
    hints = {hint.accessibleName(): hint for hint in card.findChildren(KeyHint)}
    qtbot.mouseClick(hints[away.return_action.text()], Qt.MouseButton.LeftButton)
    assert away.card.reasons.field.hasFocus()
    assert "بند" in away.card.reasons.text()


def test_on_the_bill_remarks_are_offered_last_and_nothing_is_chosen(desk, away):
    stand_on_remark(desk)
    press(Qt.Key.Key_R, CTRL)
    offered = away.card.reasons.shown.stringList()
    assert tuple(offered[: len(listed_sentences("return_to_centre"))]) == listed_sentences("return_to_centre")
    assert any("بند" in text for text in offered[len(listed_sentences("return_to_centre")) :])
    assert away.card.reasons.text() == ""


def test_a_claim_that_is_away_says_why_and_comes_back_with_a_reason(desk, away, claims, signed_in, qtbot):
    press(Qt.Key.Key_R, CTRL)
    give(desk, qtbot, "دستور دوم خوانده نشد", claims[1])
    open_claim(desk, qtbot, claims[0])
    assert away.band.isVisible()
    assert "دستور دوم خوانده نشد" in away.band.label.text()
    assert "مینا رستگار" in away.band.label.text()
    assert not desk.pass_of(TechnicalPass).sign_action.isVisible()
    assert not away.return_action.isVisible()

    press(Qt.Key.Key_R, CTRL)
    type_text(away.card.reasons.field, "گزارش رسید")
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)
    assert desk.claim.open_claim.state is ClaimState.IN_REVIEW
    assert desk.claim.open_claim.editable
    assert not away.band.isVisible()
    note = desk.pass_of(TechnicalPass).note
    assert note.isVisible()
    assert "گزارش رسید" in note.label.text()


def test_what_was_asked_of_one_claim_is_not_asked_of_the_next(desk, away, claims, qtbot):
    press(Qt.Key.Key_R, CTRL)
    open_claim(desk, qtbot, claims[1])
    assert not away.panel.isVisible()


def test_who_does_not_review_reads_the_claim_and_is_told_why(desk_of, claims, qtbot):
    desk = desk_of(Role.SUPERVISOR)
    open_claim(desk, qtbot, claims[0])
    away = desk.pass_of(AwayPass)
    assert not any(act.isVisible() for act in away.actions)
    assert not away.panel.isVisible()
    assert not desk.claim.edit_action.isEnabled()
    assert desk.claim.header.locked_band.isVisible()
    assert "کارشناس رسیدگی" in desk.claim.header.locked_band.label.text()


def test_keys_are_known_in_both_scripts(away):
    for act, keys in ((away.return_action, ("Ctrl+R", "Ctrl+ق")), (away.refer_action, ("Ctrl+E", "Ctrl+ث"))):
        assert act.shortcuts() == [QKeySequence(key) for key in keys]
