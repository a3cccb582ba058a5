"""What only a person can judge: one key says that it is in order, another deducts by its clause, with a reason."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState, DecisionKind
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.bill.key_cap import KeyHint
from app.ui.why.waterfall import bars_of_line
from tests.ui.bill.conftest import press, shown, type_text
from tests.ui.bill.test_why_pane import texts
from tests.ui.open_claims import decided, line, open_claim

RULE = "GEN-16b"
REASON = "خدمت با تشخیص نوشته‌شده نمی‌خواند"


def judged(*decisions, **fields):
    """Return a claim of two chest films that stand, with remarks on each."""
    return open_claim([line(1, "T-CHEST", 60_000), line(2, "T-CHEST", 60_000)], decisions=decisions, **fields)


def deduction(left=40_000, line_no=1):
    return decided(1, DecisionKind.ADD_DEDUCTION, line_no, rule=RULE, amount=left, reason=REASON)


def stand_on(why, claim, line_no=1, rule=RULE):
    """Show a line with the keys on a remark; return its card."""
    why.show_claim(claim, line_no)
    while why.findings.current_rule != rule:
        why.next_action.trigger()
    return why.findings.current_remark


def offered(card):
    return [hint.accessibleName() for hint in card.findChildren(KeyHint)]


def test_a_remark_shows_its_two_keys_and_f5_says_that_it_is_in_order(why, qtbot):
    card = stand_on(why, judged())
    assert offered(card) == ["دیدم، ایرادی ندارد", "کسر با این بند", "ضابطه"]
    with qtbot.waitSignal(why.finding_upheld) as upheld:
        qtbot.keyClick(why, Qt.Key.Key_F5)
    assert upheld.args == [RULE, 1]


@pytest.mark.parametrize("by_key", [True, False])
def test_the_other_key_asks_for_a_deduction_from_the_line(why, qtbot, by_key):
    card = stand_on(why, judged(), 2)
    with qtbot.waitSignal(why.deduction_wanted) as wanted:
        if by_key:
            qtbot.keyClick(why, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
        else:
            (hint,) = (hint for hint in card.findChildren(KeyHint) if hint.accessibleName() == "کسر با این بند")
            qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)
    assert wanted.args == [card.remark, 2]


def test_a_finding_of_the_engine_offers_no_deduction(why):
    why.show_claim(open_claim([line(1, "T-CHEST", 90_000)]), 1)
    assert why.findings.current is not None
    assert not why.deduct_action.isEnabled()
    assert why.waive_action.isEnabled()


def test_what_was_seen_bears_the_initials_and_how_many_are_left(why):
    claim = judged(decided(1, DecisionKind.UPHOLD, 1, rule=RULE))
    card = stand_on(why, claim)
    assert "دیده شد؛ ایرادی ندارد (س‌م)" in texts(card)
    assert offered(card) == ["کسر با این بند", "ضابطه"]
    assert not why.uphold_action.isEnabled()
    why.tabs.setCurrentWidget(why.decisions)
    assert f"ردیف ۱: ضابطه {RULE} دیده شد؛ ایرادی ندارد" in texts(why.decisions)
    why.tabs.setCurrentWidget(why.findings)
    others = [settled for settled in claim.settlement.remarks if settled.remark.line in {1, None}]
    assert ("مانده" in texts(why)) == (len(others) > 1)


def test_a_closed_claim_offers_neither(why):
    card = stand_on(why, judged(state=ClaimState.TECHNICALLY_DONE))
    assert offered(card) == ["ضابطه"]
    assert not why.uphold_action.isEnabled()
    assert not why.deduct_action.isEnabled()


def test_where_nothing_is_left_nothing_is_deducted(why):
    card = stand_on(why, judged(decided(1, DecisionKind.SET_AMOUNT, 1, amount=0, reason="علت")))
    assert offered(card) == ["دیدم، ایرادی ندارد", "ضابطه"]


def test_a_remark_on_the_claim_deducts_from_the_selected_line_and_names_it(why, qtbot):
    claim = judged()
    remark = replace(claim.settlement.remarks[0].remark, rule="GEN-18c", line=None)
    settled = replace(claim.settlement.remarks[0], remark=remark)
    claim = replace(claim, settlement=replace(claim.settlement, remarks=(settled,)))

    card = stand_on(why, claim, 2, "GEN-18c")
    assert "کسر با این بند از ردیف ۲" in offered(card)
    with qtbot.waitSignal(why.deduction_wanted) as wanted:
        why.deduct_action.trigger()
    assert wanted.args == [remark, 2]

    assert offered(stand_on(why, claim, None, "GEN-18c")) == ["دیدم، ایرادی ندارد", "ضابطه"]


def test_a_deduction_is_told_as_a_finding_with_clause_amounts_author_and_reason(why):
    claim = judged(deduction())
    card = stand_on(why, claim)
    said = texts(why)
    assert "از ۶۰٬۰۰۰ به ۴۰٬۰۰۰" in said
    assert f"سارا محمدی با این بند کسر کرد: {REASON}" in said
    assert f"با این بند از ردیف ۱ کسر شد (س‌م): {REASON}" in texts(why.findings.remarks[0])
    assert card is None
    assert why.findings.current.clause == claim.rulebook[RULE].clause
    assert not why.waive_action.isEnabled()

    why.tabs.setCurrentWidget(why.decisions)
    assert f"ردیف ۱: کسر تا ۴۰٬۰۰۰ ریال با ضابطه {RULE}" in texts(why.decisions)


@pytest.mark.parametrize("set_before", [None, 50_000])
def test_the_waterfall_goes_down_by_the_deduction_to_what_stands(themed, set_before):
    words = [deduction()]
    if set_before is not None:
        words.insert(0, decided(0, DecisionKind.SET_AMOUNT, 1, amount=set_before, reason="علت"))
    bars = bars_of_line(judged(*words), 1)
    assert [bar.shown for bar in bars][-2:] == [40_000 - (set_before or 60_000), 40_000]
    assert (bars[-2].top, bars[-2].bottom) == (set_before or 60_000, 40_000)


@pytest.fixture
def desk(themed, qtbot):
    """The desk on which a deduction from line 2 has begun."""
    claim = judged()
    desk = shown(qtbot, ClaimDesk(), claim)
    desk.begin_deduction(next(s.remark for s in claim.settlement.remarks if s.remark.line == 2), 2)
    return desk


@pytest.mark.parametrize("typed", ["45000", "۴۵۰۰۰"])
def test_amount_and_reason_make_a_deduction_by_the_clause(desk, qtbot, typed):
    editor = desk.editor
    assert desk.bill.selected_line() == 2
    assert RULE in editor.panel.ground.text()
    assert desk.open_claim.rulebook[RULE].clause in editor.panel.ground.text()
    assert editor.field.text() == ""
    type_text(editor.field, typed)
    assert "۱۵٬۰۰۰ ریال کسر می‌شود" in editor.panel.sentence.text()
    press(editor.field, key=Qt.Key.Key_Return)
    type_text(editor.panel.reasons.field, "تشخیص")
    with qtbot.waitSignal(desk.deducted) as deducted:
        press(editor.panel.reasons.field, key=Qt.Key.Key_Return)
    assert deducted.args == [RULE, 2, 45_000, REASON]
    assert desk.bill.hasFocus()


def test_an_amount_that_takes_nothing_off_is_refused_in_place(desk, qtbot):
    type_text(desk.editor.field, "60000")
    with qtbot.assertNotEmitted(desk.deducted):
        press(desk.editor.field, key=Qt.Key.Key_Return)
    assert "کمتر از ۶۰٬۰۰۰ ریال" in desk.editor.panel.sentence.text()
    assert desk.editor.field.hasFocus()


def test_without_a_reason_nothing_is_deducted(desk, qtbot):
    type_text(desk.editor.field, "0")
    press(desk.editor.field, key=Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(desk.deducted):
        press(desk.editor.panel.reasons.field, key=Qt.Key.Key_Return)
    assert "علت" in desk.editor.panel.sentence.text()


def test_the_clause_is_gone_when_an_amount_is_set_afterwards(desk, qtbot):
    press(desk.editor.field, key=Qt.Key.Key_Escape)
    qtbot.keyClick(desk.bill, Qt.Key.Key_F2)
    assert desk.editor.panel.ground.isHidden()
    assert desk.editor.field.amount == 60_000
