"""The bill as a table model."""

from PySide6.QtCore import Qt

from app.domain.persian import LEFT_TO_RIGHT_ISOLATE
from app.ui.bill.bill_model import BillModel, Column
from app.ui.bill.bill_rows import HeadingRow, LineRow, bill_rows
from tests.ui.open_claims import every_mark, line, open_claim


def test_the_model_keeps_the_promises_of_a_model(themed, qtmodeltester):
    model = BillModel()
    model.show_rows(bill_rows(every_mark()))
    qtmodeltester.check(model)


def test_headings_stand_only_where_there_is_more_than_one_section(themed):
    one = bill_rows(open_claim([line(1, "T-CHEST", 60_000), line(2, "T-KNEE", 80_000, side="left")]))
    several = bill_rows(every_mark())

    assert all(isinstance(row, LineRow) for row in one)
    assert [row.section for row in several if isinstance(row, HeadingRow)] == ["imaging", "supply", "anesthesia"]


def test_a_heading_sums_its_lines(themed):
    rows = bill_rows(every_mark())
    heading, lines = rows[0], rows[1:8]

    assert heading.claimed == sum(row.settled.claimed for row in lines)
    assert heading.approved == sum(row.settled.approved for row in lines)
    assert heading.lines == len(lines)


def test_cells_hold_persian_figures_and_clean_codes(themed):
    model = BillModel()
    model.show_rows(bill_rows(every_mark()))
    row = model.place_of(1)
    texts = [model.index(row, column).data() for column in Column]

    assert texts[:2] == ["۱", "T-CTBRAIN-C"]
    assert texts[4:] == ["۱٬۸۴۰٬۰۰۰", "۷۰۰٬۰۰۰"]
    assert LEFT_TO_RIGHT_ISOLATE not in "".join(texts)


def test_a_screen_reader_hears_the_mark(themed):
    model = BillModel()
    model.show_rows(bill_rows(every_mark()))
    spoken = {
        no: model.index(model.place_of(no), Column.APPROVED).data(Qt.ItemDataRole.AccessibleTextRole)
        for no in (1, 3, 4, 6)
    }

    assert spoken == {
        1: "۷۰۰٬۰۰۰، اصلاح‌شده",
        3: "۰، حذف‌شده",
        4: "۳۵۰٬۰۰۰، در انتظار پاسخ",
        6: "۶۰٬۰۰۰، درست",
    }


def test_hints_tell_the_shortest_true_word(themed):
    hints = {row.line.no: row.hint for row in bill_rows(every_mark()) if isinstance(row, LineRow)}

    assert "۱٬۱۴۰٬۰۰۰" in hints[1]
    assert "GEN-15e" in hints[1]
    assert "گزارش" in hints[3]
    assert hints[4] == "پرسش: پیوست بودن گزارش"
    assert hints[5] == "نظر کارشناسی پس از دیدن گزارش"
    assert "دوباره نظر دهید" in hints[7]
    assert "۴۰۰٬۰۰۰" in hints[7]
    assert hints[6] == ""


def test_the_same_bill_anew_resets_nothing(themed, qtbot):
    model = BillModel()
    model.show_rows(bill_rows(every_mark()))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_rows(bill_rows(every_mark()))


def test_every_zero_of_a_claim_that_is_rejected_as_a_whole_has_its_reason(themed):
    lines = [line(1, "T-CHEST", 60_000), line(2, "T-KNEE", 80_000, side="left")]
    claim = open_claim(lines, paper={"prescriber_stamp": False})
    (whole,) = claim.result.findings_of(None)

    assert [row.hint for row in bill_rows(claim)] == [whole.message, whole.message]
