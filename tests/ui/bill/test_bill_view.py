"""Moving, folding and reading the bill by keyboard, at every width."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.ui.bill.bill_model import Column
from app.ui.bill.cells import CIRCLE_ROOM, MARK_ROOM, PAD, amount_width
from app.ui.bill.claim_desk import ClaimDesk
from tests.ui.bill.conftest import press, shown
from tests.ui.open_claims import every_mark, long_claim


def test_arrows_home_and_end_move_the_selection(desk, qtbot):
    qtbot.keyClick(desk.bill, Qt.Key.Key_Down)
    assert desk.bill.selected_line() == 2
    qtbot.keyClick(desk.bill, Qt.Key.Key_End)
    assert desk.bill.selected_line() == 10
    qtbot.keyClick(desk.bill, Qt.Key.Key_Up)
    qtbot.keyClick(desk.bill, Qt.Key.Key_Up)
    assert desk.bill.selected_line() == 9
    qtbot.keyClick(desk.bill, Qt.Key.Key_Home)
    assert desk.bill.selected_line() is None
    assert desk.bill.hasFocus()


def test_the_first_line_is_selected_when_a_claim_opens(desk):
    assert desk.bill.selected_line() == 1
    assert desk.bill.hasFocus()


def test_a_section_folds_by_key_and_opens_when_one_of_its_lines_is_asked_for(desk, qtbot):
    qtbot.keyClick(desk.bill, Qt.Key.Key_Home)
    qtbot.keyClick(desk.bill, Qt.Key.Key_Space)
    assert desk.bill.isRowHidden(desk.bill.bill.place_of(1))
    qtbot.keyClick(desk.bill, Qt.Key.Key_Down)
    qtbot.keyClick(desk.bill, Qt.Key.Key_Down)
    assert desk.bill.selected_line() == 8
    desk.select_line(4)
    assert not desk.bill.isRowHidden(desk.bill.bill.place_of(4))


def test_the_left_arrow_opens_and_the_right_arrow_folds_from_right_to_left(desk, qtbot):
    qtbot.keyClick(desk.bill, Qt.Key.Key_Home)
    qtbot.keyClick(desk.bill, Qt.Key.Key_Right)
    assert desk.bill.isRowHidden(1)
    qtbot.keyClick(desk.bill, Qt.Key.Key_Left)
    assert not desk.bill.isRowHidden(1)


def test_folds_and_selection_stay_when_the_same_claim_is_marked_anew(desk):
    desk.bill.fold("supply", folded=True)
    desk.select_line(4)
    desk.show_claim(every_mark())

    assert desk.bill.selected_line() == 4
    assert desk.bill.isRowHidden(desk.bill.bill.place_of(8))


def test_the_first_column_stands_at_the_right(desk):
    view = desk.bill
    places = [
        view.visualRect(view.bill.index(1, column)).left() for column in Column if not view.isColumnHidden(column)
    ]

    assert places == sorted(places, reverse=True)


@pytest.mark.parametrize("width", [560, 700, 900, 1400, 2200])
def test_no_amount_is_ever_cut_and_the_columns_fill_the_width(themed, qtbot, width):
    desk = shown(qtbot, ClaimDesk(), every_mark(), size=(width, 900))
    view, widest = desk.bill, amount_width(13_010_000)
    sums = sum(view.columnWidth(column) for column in Column if not view.isColumnHidden(column))

    assert view.columnWidth(Column.CLAIMED) >= widest + 2 * CIRCLE_ROOM
    assert view.columnWidth(Column.APPROVED) >= widest + MARK_ROOM + PAD
    assert view.columnWidth(Column.TITLE) >= 120
    assert sums == view.viewport().width()


def test_a_copied_row_has_no_invisible_marks(desk, qtbot):
    desk.select_line(1)
    qtbot.keyClick(desk.bill, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "۱\tT-CTBRAIN-C\tسی‌تی اسکن مغز با تزریق\t۱\t۱٬۸۴۰٬۰۰۰\t۷۰۰٬۰۰۰"


def test_letters_are_no_search_in_the_bill_but_answer_the_question(desk, qtbot):
    with qtbot.waitSignal(desk.answered) as answer:
        press(desk.bill, "ب")
    assert answer.args == ["report_attached", 4, True]
    assert desk.bill.selected_line() == 1


def test_two_hundred_lines_are_shown_at_once(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), every_mark())
    claim = long_claim(200)
    seconds = []
    for again in (claim, every_mark(), claim):
        begin = time.process_time()  # the machine's other work is no slowness of the bill
        desk.show_claim(again)
        seconds.append(time.process_time() - begin)

    assert min(seconds[0], seconds[2]) < 0.05
    assert desk.bill.bill.rowCount() == 203


def test_long_titles_take_two_lines_and_stand_whole_in_the_tool_tip(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), every_mark(), size=(700, 900))
    view = desk.bill
    plain, long = view.bill.place_of(6), view.bill.place_of(5)

    assert view.rowHeight(long) > view.rowHeight(plain)
    tip = view.bill.index(long, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("تصویربرداری با تشدید مغناطیسی (MRI) مغز، بدون و با تزریق ماده حاجب، سه‌بعدی با بازسازی")
