"""A long hospital bill is laid out by headings as on the paper form; only what is to be seen lies open."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.domain.findings import Mark
from app.ui.bill.bill_model import Column
from app.ui.bill.bill_rows import HeadingRow, LineRow, bill_rows
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.theme import AMBER, GREEN
from tests.ui.bill.conftest import pixels, press, shown
from tests.ui.hospital_bills import document, long_document, opened, operation, row


@pytest.fixture
def bill(themed, qtbot):
    """Return the view of a bill of two hundred lines, at a small screen's size."""
    return shown(qtbot, ClaimDesk(), opened(long_document()), size=(700, 700)).bill


def headings(rows):
    return {row.section: row for row in rows if isinstance(row, HeadingRow)}


def is_folded(bill, section):
    places = [
        place for place, row in enumerate(bill.bill.rows) if isinstance(row, LineRow) and row.line.section == section
    ]
    hidden = {bill.isRowHidden(place) for place in places}
    assert len(hidden) == 1
    return hidden.pop()


def select_heading(bill, section):
    place = next(place for place, row in enumerate(bill.bill.rows) if getattr(row, "section", None) == section)
    bill.setCurrentIndex(bill.bill.index(place, Column.TITLE))
    return place


def test_the_headings_stand_in_the_order_of_the_paper_form(bill):
    assert list(headings(bill.bill.rows)) == [
        "hotel", "visit", "consultation", "surgery", "anesthesia", "drug", "supply", "imaging", "lab",
    ]  # fmt: skip


def test_a_heading_bears_the_worst_mark_of_its_lines_and_counts_lines_and_questions(bill):
    found = headings(bill.bill.rows)
    marks = {section: heading.mark for section, heading in found.items()}

    assert marks["surgery"] is Mark.QUERY
    assert marks["drug"] is marks["hotel"] is Mark.CIRCLE
    assert marks["visit"] is Mark.TICK
    assert (found["surgery"].lines, found["surgery"].questions, found["drug"].questions) == (3, 3, 0)
    lines = [row for row in bill.bill.rows if isinstance(row, LineRow)]
    for section, heading in found.items():
        of_section = [line.settled for line in lines if line.line.section == section]
        assert heading.claimed == sum(line.claimed for line in of_section)
        assert heading.approved == sum(line.approved for line in of_section)


def test_a_heading_of_which_nothing_is_left_bears_a_zero(themed):
    rows = bill_rows(opened(document(row("drug", "DR01", 50_000), operation("109100", 120_000))))

    assert {section: heading.mark for section, heading in headings(rows).items()} == {
        "surgery": Mark.ZERO,
        "drug": Mark.TICK,
    }


def test_of_a_long_bill_only_headings_with_something_to_see_lie_open(bill):
    assert {section for section in headings(bill.bill.rows) if is_folded(bill, section)} == {
        "visit", "consultation", "supply", "imaging", "lab",
    }  # fmt: skip
    assert bill.selected_line() == 1


def test_a_bill_of_which_all_stands_opens_on_its_first_heading(themed, qtbot):
    lines = [row("drug", "DR01", 50_000) for _ in range(30)] + [row("supply", "SP02", 200_000) for _ in range(15)]
    bill = shown(qtbot, ClaimDesk(), opened(document(*lines))).bill

    assert all(is_folded(bill, section) for section in headings(bill.bill.rows))
    assert bill.selected_line() is None
    assert bill.currentIndex().row() == 0


def test_a_small_bill_looks_as_before(desk):
    assert all(heading.mark is None for heading in headings(desk.bill.bill.rows).values())
    assert not any(desk.bill.isRowHidden(place) for place in range(len(desk.bill.bill.rows)))


def test_one_key_folds_all_headings_but_that_of_the_current_line_and_opens_them_again(bill, qtbot):
    bill.select_line(14)
    qtbot.keyClick(bill, Qt.Key.Key_Asterisk)
    assert {section for section in headings(bill.bill.rows) if not is_folded(bill, section)} == {"surgery"}
    assert bill.selected_line() == 14
    assert bill.viewport().rect().intersects(bill.visualRect(bill.currentIndex()))
    press(bill, "*")
    assert not any(is_folded(bill, section) for section in headings(bill.bill.rows))
    assert bill.selected_line() == 14


def test_a_heading_that_folds_over_the_current_line_is_current_instead(bill, qtbot):
    bill.select_line(14)
    bill.fold("surgery", folded=True)

    assert bill.selected_line() is None
    assert bill.bill.rows[bill.currentIndex().row()].section == "surgery"
    qtbot.keyClick(bill, Qt.Key.Key_Left)
    assert not is_folded(bill, "surgery")


def test_the_folding_arrow_leads_from_a_line_to_its_heading(bill, qtbot):
    bill.select_line(15)
    qtbot.keyClick(bill, Qt.Key.Key_Right)
    assert bill.bill.rows[bill.currentIndex().row()].section == "surgery"
    qtbot.keyClick(bill, Qt.Key.Key_Right)
    assert is_folded(bill, "surgery")


def test_a_press_of_the_pointer_folds_a_heading(bill, qtbot):
    place = select_heading(bill, "surgery")
    at = bill.visualRect(bill.bill.index(place, Column.NUMBER)).center()
    qtbot.mouseClick(bill.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))

    assert is_folded(bill, "surgery")


def test_the_next_marked_line_opens_its_heading_and_after_the_last_comes_the_first(bill, qtbot):
    bill.fold("drug", folded=True)
    bill.select_line(16)
    qtbot.keyClick(bill, Qt.Key.Key_F12)
    assert bill.selected_line() == 18
    assert not is_folded(bill, "drug")
    qtbot.keyClick(bill, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert bill.selected_line() == 16
    said = [row.line.no for row in bill.bill.rows if isinstance(row, LineRow) and not row.quiet]
    bill.select_line(said[-1])
    qtbot.keyClick(bill, Qt.Key.Key_F12)
    assert bill.selected_line() == said[0]


def test_the_next_question_opens_its_heading(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), opened(long_document()), size=(700, 700))
    desk.bill.fold("surgery", folded=True)
    desk.answer_action.trigger()

    assert desk.bill.selected_line() == 13
    assert not is_folded(desk.bill, "surgery")


def test_an_answer_moves_no_fold(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), opened(long_document()), size=(700, 700))
    desk.bill.fold("hotel", folded=True)
    desk.bill.fold("visit", folded=False)
    claims = long_document()
    claims["claims"][0]["lines"][12]["facts"]["incision"] = "A"
    desk.show_claim(opened(claims))

    assert is_folded(desk.bill, "hotel")
    assert not is_folded(desk.bill, "visit")


def test_marks_of_headings_are_drawn_by_the_pen(bill):
    surgery, hotel = select_heading(bill, "surgery"), select_heading(bill, "hotel")
    QApplication.processEvents()

    def colours(place, column):
        return bill.viewport().grab(bill.visualRect(bill.bill.index(place, column))).toImage()

    assert pixels(colours(surgery, Column.APPROVED), AMBER)
    assert pixels(colours(hotel, Column.CLAIMED), GREEN)
    assert pixels(colours(hotel, Column.APPROVED), GREEN)


def test_a_screen_reader_hears_the_mark_of_a_heading(bill):
    place = select_heading(bill, "surgery")
    said = bill.bill.index(place, Column.APPROVED).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.endswith("در انتظار پاسخ")
