"""An amount unfolds in place to the factors of its price, and says what the why pane and --explain say."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from app.domain.factors import factors_of
from app.domain.persian import rials
from app.services.explain import explain
from app.ui.bill.bill_model import Column
from app.ui.bill.bill_rows import FactorsRow
from app.ui.bill.cells import PAD, UNFOLD_ROOM, Cell, approved_room, unfold_room
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.factors_pen import INDENT, POINTS, factor_lines
from app.ui.fonts import metrics
from app.ui.text import without_bidi_marks
from app.ui.why.why_pane import WhyPane
from tests.ui.bill.conftest import shown
from tests.ui.hospital_bills import document, long_document, opened, operation


@pytest.fixture
def desk(themed, qtbot):
    return shown(qtbot, ClaimDesk(), opened(long_document()), size=(700, 700))


def unfolded(bill):
    return [row.no for row in bill.bill.rows if isinstance(row, FactorsRow)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_one_key_unfolds_the_amount_under_its_line(desk, qtbot, key):
    bill = desk.bill
    bill.select_line(14)
    qtbot.keyClick(bill, key)
    place = bill.bill.place_of(14)

    assert isinstance(bill.bill.rows[place + 1], FactorsRow)
    assert bill.selected_line() == 14
    assert bill.rowHeight(place + 1) > 60
    assert bill.columnSpan(place + 1, 0) == len(Column)
    assert bill.rowHeight(bill.bill.place_of(15)) >= 50
    qtbot.keyClick(bill, Qt.Key.Key_Space)
    assert unfolded(bill) == []


def test_several_amounts_stay_unfolded_when_the_bill_is_marked_anew(desk, qtbot):
    bill = desk.bill
    for no in (13, 14):
        bill.select_line(no)
        qtbot.keyClick(bill, Qt.Key.Key_Space)
    claims = long_document()
    claims["claims"][0]["lines"][13]["facts"]["incision"] = "A"
    desk.show_claim(opened(claims))
    assert unfolded(bill) == [13, 14]
    assert bill.selected_line() == 14
    desk.show_claim(opened(long_document(), store_id=22))
    assert unfolded(bill) == []


def test_the_arrows_pass_over_an_unfolded_amount(desk, qtbot):
    bill = desk.bill
    bill.select_line(13)
    qtbot.keyClick(bill, Qt.Key.Key_Space)
    qtbot.keyClick(bill, Qt.Key.Key_Down)
    assert bill.selected_line() == 14
    qtbot.keyClick(bill, Qt.Key.Key_Up)
    assert bill.selected_line() == 13


@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_PageDown])
def test_no_key_leads_onto_an_unfolded_amount(themed, qtbot, key):
    lines = [operation("109020", 600_000, incision="A"), operation("109030", 200_000, incision="A")]
    bill = shown(qtbot, ClaimDesk(), opened(document(*lines)), size=(900, 900)).bill
    bill.turn_amount(2)
    qtbot.keyClick(bill, key)

    assert bill.selected_line() == 2


def test_the_little_arrow_unfolds_by_pointer_and_begins_no_editing(desk, qtbot):
    bill = desk.bill
    bill.select_line(14)
    cell = bill.visualRect(bill.bill.index(bill.bill.place_of(14), Column.APPROVED))
    at = QPoint(cell.left() + UNFOLD_ROOM // 2 + 2, cell.center().y())
    qtbot.mouseClick(bill.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert unfolded(bill) == [14]
    with qtbot.assertNotEmitted(bill.edit_asked):
        qtbot.mouseDClick(bill.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_folding_the_heading_hides_the_unfolded_amount_with_its_line(desk, qtbot):
    bill = desk.bill
    bill.select_line(14)
    qtbot.keyClick(bill, Qt.Key.Key_Space)
    bill.fold("surgery", folded=True)

    assert bill.isRowHidden(bill.bill.place_of(14) + 1)


def test_bill_why_pane_and_explain_say_the_same_arithmetic(desk, qtbot):
    claim = desk.open_claim
    pane = WhyPane()
    qtbot.addWidget(pane)
    text = without_bidi_marks(explain(claim.claim, claim.result))
    for no in (1, 13, 14, 16, 18):
        pane.show_claim(claim, no)
        said = [without_bidi_marks(label.text()) for label in pane.findChildren(CleanLabel)]
        told = [step for part in factors_of(claim.result.line(no), claim.result.findings_of(no)) for step in part.steps]
        assert told
        for step in told:
            assert step.caption in said
            assert step.caption in text
            assert without_bidi_marks(step.expression) in text
            assert step.value is None or rials(step.value) in said


@pytest.mark.parametrize("width", [560, 700, 1000])
def test_no_factor_is_cut(desk, qtbot, width):
    desk.resize(width, 700)
    QApplication.processEvents()
    bill = desk.bill
    for no in (1, 13, 14, 16):
        bill.select_line(no)
        qtbot.keyClick(bill, Qt.Key.Key_Space)
        row = bill.bill.rows[bill.bill.place_of(no) + 1]
        whole = bill.viewport().width() - INDENT - PAD
        before_amounts = whole - bill.columnWidth(Column.APPROVED)
        for line in factor_lines(row.factors, before_amounts):
            room = whole if line.value is None else before_amounts
            assert sum(metrics(POINTS).horizontalAdvance(text) for text in (line.caption, line.expression)) <= room


def test_a_line_that_nobody_priced_says_so(themed):
    (line,) = factor_lines((), 400)

    assert "حساب نکرده" in line.caption


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight])
def test_an_amount_and_the_arrow_that_unfolds_it_have_each_their_room(direction):
    cell = Cell(QRect(40, 10, 220, 60), direction, 25)
    assert not approved_room(cell).intersects(unfold_room(cell))
