"""An amount is set in its cell: typed in any digits, with a reason exactly where it departs from the engine."""

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState
from app.ui.bill.amount_editor import listed_reasons
from app.ui.bill.amount_field import AmountField
from app.ui.bill.claim_desk import ClaimDesk
from tests.ui.bill.conftest import press, shown, type_text
from tests.ui.open_claims import every_mark, line, open_claim


@pytest.mark.parametrize(
    ("typed", "shown_text"),
    [("1250000", "۱٬۲۵۰٬۰۰۰"), ("۱۲۵۰۰۰۰", "۱٬۲۵۰٬۰۰۰"), ("١٢٥", "۱۲۵"), ("007", "۷"), ("12a3-4", "۱٬۲۳۴"), ("", "")],
)
def test_digits_of_any_script_are_grouped_as_they_are_typed(themed, qtbot, typed, shown_text):
    field = AmountField()
    qtbot.addWidget(field)
    type_text(field, typed)

    assert field.text() == shown_text


def test_the_cursor_stays_behind_its_digit_when_separators_come_in(themed, qtbot):
    field = AmountField()
    qtbot.addWidget(field)
    type_text(field, "1000")
    field.setCursorPosition(1)
    type_text(field, "23")

    assert field.amount == 123_000
    type_text(field, "4")
    assert field.amount == 1_234_000


def test_f2_opens_the_cell_with_the_amount_and_escape_leaves_it_as_it_was(desk, qtbot):
    desk.select_line(1)
    qtbot.keyClick(desk.bill, Qt.Key.Key_F2)
    assert desk.editor.field.amount == 700_000
    assert desk.editor.field.hasFocus()
    with qtbot.assertNotEmitted(desk.amount_decided):
        press(desk.editor.field, key=Qt.Key.Key_Escape)
    assert not desk.editor.is_open
    assert desk.bill.hasFocus()


def test_a_digit_typed_over_the_bill_begins_the_amount(desk):
    desk.select_line(1)
    press(desk.bill, "۶")
    type_text(desk.editor.field, "50000")

    assert desk.editor.field.text() == "۶۵۰٬۰۰۰"


def test_enter_asks_for_the_reason_and_enter_again_decides(desk, qtbot):
    desk.select_line(1)
    press(desk.bill, "6")
    type_text(desk.editor.field, "50000")
    press(desk.editor.field, key=Qt.Key.Key_Return)
    reason = desk.editor.panel.reasons.field
    assert reason.hasFocus()
    type_text(reason, "تکراري")
    with qtbot.waitSignal(desk.amount_decided) as decided:
        press(reason, key=Qt.Key.Key_Return)

    assert decided.args == [1, 650_000, "خدمت تکراری است و پیش‌تر پرداخت شده است"]
    assert desk.bill.hasFocus()


def test_a_reason_of_ones_own_is_taken_as_it_is_typed(desk, qtbot):
    desk.select_line(1)
    press(desk.bill, "5")
    press(desk.editor.field, key=Qt.Key.Key_Return)
    type_text(desk.editor.panel.reasons.field, "به گفته رئیس اداره")
    with qtbot.waitSignal(desk.amount_decided) as decided:
        press(desk.editor.panel.reasons.field, key=Qt.Key.Key_Return)

    assert decided.args == [1, 5, "به گفته رئیس اداره"]


def test_without_a_reason_nothing_is_decided_and_a_sentence_says_so(desk, qtbot):
    desk.select_line(1)
    press(desk.bill, "5")
    press(desk.editor.field, key=Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(desk.amount_decided):
        press(desk.editor.panel.reasons.field, key=Qt.Key.Key_Return)

    assert "علت" in desk.editor.panel.sentence.text()
    assert desk.editor.is_open


def test_the_engines_own_amount_needs_no_reason(desk, qtbot):
    desk.select_line(5)
    press(desk.bill, "1")
    type_text(desk.editor.field, "200000")
    with qtbot.waitSignal(desk.amount_decided) as decided:
        press(desk.editor.field, key=Qt.Key.Key_Return)

    assert decided.args == [5, 1_200_000, ""]


def test_more_than_was_claimed_is_refused_in_place(desk, qtbot):
    desk.select_line(6)
    press(desk.bill, "6")
    type_text(desk.editor.field, "0001")
    with qtbot.assertNotEmitted(desk.amount_decided):
        press(desk.editor.field, key=Qt.Key.Key_Return)

    assert "۶۰٬۰۰۰" in desk.editor.panel.sentence.text()
    assert desk.editor.field.property("faulty") == "true"
    assert desk.editor.field.hasFocus()


def test_up_and_down_choose_among_the_reasons(desk, qtbot):
    desk.select_line(1)
    press(desk.bill, "5")
    press(desk.editor.field, key=Qt.Key.Key_Return)
    field = desk.editor.panel.reasons.field
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(field, key=key)
    assert desk.editor.panel.reasons.text() == listed_reasons()[1]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(field, key=key)
    assert desk.editor.panel.reasons.text() == ""


def test_rials_beyond_32_bits_reach_the_signal_whole(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), open_claim([line(1, "T-ANES", 98_765_432_100, section="anesthesia")]))
    press(desk.bill, "9")
    type_text(desk.editor.field, "8765432099")
    press(desk.editor.field, key=Qt.Key.Key_Return)
    type_text(desk.editor.panel.reasons.field, "ارتوپد")
    with qtbot.waitSignal(desk.amount_decided) as decided:
        press(desk.editor.panel.reasons.field, key=Qt.Key.Key_Return)

    assert decided.args == [1, 98_765_432_099, "ارتوپد"]


def test_the_field_covers_the_approved_cell_and_the_panel_stays_inside(desk):
    for no in (1, 10):
        desk.select_line(no)
        desk.edit_action.trigger()
        page = desk.editor.panel.parentWidget()
        assert page.rect().contains(desk.editor.panel.geometry())
        assert not desk.editor.panel.geometry().intersects(desk.editor.field.geometry())
        desk.editor.close()


def test_a_signed_claim_takes_no_amount(themed, qtbot):
    closed = open_claim([line(1, "T-CHEST", 60_000)], state=ClaimState.TECHNICALLY_DONE)
    desk = shown(qtbot, ClaimDesk(), closed)
    press(desk.bill, "5")

    assert not desk.editor.is_open
    assert not desk.edit_action.isEnabled()
    assert desk.header.locked_band.isVisible()
    assert "امضا شده" in desk.header.locked_band.label.text()


def test_moving_to_another_line_leaves_the_cell(desk):
    desk.select_line(1)
    desk.edit_action.trigger()
    desk.select_line(2)

    assert not desk.editor.is_open
    assert every_mark().settlement.line(1).approved == 700_000
