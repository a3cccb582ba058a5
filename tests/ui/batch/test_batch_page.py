"""The preview of a batch by itself: its words for every kind, what it leaves out, and its keys."""

import pytest
from PySide6.QtCore import Qt

from app.domain.assessment import Totals
from app.domain.batch import Word
from app.domain.findings import Verdict
from app.domain.office import ClaimState, DecisionKind, ResultSummary
from app.services.batch_plan import BatchKind, BatchPlan, LeftOut, TouchedClaim, TouchedLine
from app.ui.batch.batch_page import SHOWN_LEFT_OUT, BatchPage
from app.ui.batch.touched_table import difference_text

SUMMARY = ResultSummary(
    "0" * 64, Verdict.APPROVED, Totals(0, 0, 0, 0, 0), 0, trial_figures=False, rulebook="", approved_lines={}
)


def touched(number: int, *lines: TouchedLine, before: int = 100, after: int = 100) -> TouchedClaim:
    return TouchedClaim(
        claim_id=number,
        number=f"C-{number}",
        patient="بیمار آزمایشی",
        state=ClaimState.IN_REVIEW,
        version=1,
        decisions=(),
        digests={},
        lines=lines or (TouchedLine(1, "خدمت آزمایشی", before, after),),
        before=before,
        after=after,
        summary=SUMMARY,
        words=(Word(DecisionKind.UPHOLD, 1, "GEN-15e"),),
    )


def plan(kind: BatchKind, *claims: TouchedClaim, left_out=(), word: Word | None = None) -> BatchPlan:
    return BatchPlan(kind, 1, 1, claims, tuple(left_out), word)


@pytest.fixture
def page(themed, qtbot):
    made = BatchPage()
    qtbot.addWidget(made)
    made.resize(700, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("kind", "word", "heading"),
    [
        (BatchKind.REST, None, "پذیرش باقی صورت‌حساب"),
        (BatchKind.UNDO, None, "برگرداندن کار دسته‌ای"),
        (BatchKind.SAME, Word(DecisionKind.UPHOLD, 1, "GEN-15e"), "پذیرش یافته \u2066GEN-15e\u2069 در همه درخواست"),
        (
            BatchKind.SAME,
            Word(DecisionKind.WAIVE, 1, "GEN-15e", reason="گزارش هست"),
            "چشم‌پوشی از یافته \u2066GEN-15e\u2069 در همه درخواست: گزارش هست",
        ),
        (
            BatchKind.SAME,
            Word(DecisionKind.SET_AMOUNT, 1, "GEN-15e", 5, "نصف خدمت"),
            "همین مبلغ برای یافته \u2066GEN-15e\u2069 در همه درخواست: نصف خدمت",
        ),
    ],
)
def test_the_heading_says_what_would_be_done(page, kind, word, heading):
    page.show_plan(plan(kind, touched(1), word=word))
    assert page.heading.text() == heading


def test_sums_and_rows_agree(page):
    page.show_plan(plan(BatchKind.SAME, touched(1, before=100, after=150), touched(2, before=70, after=20)))
    assert page.sums.text() == "۲ نظر در ۲ سند — مبلغ تأییدشده از ۱۷۰ به ۱۷۰ ریال (بی‌تغییر)"
    model = page.table.rows
    assert [model.index(place, 6).data() for place in range(2)] == ["۵۰ بیشتر", "۵۰ کمتر"]
    assert model.index(0, 3).data() == "خدمت آزمایشی"
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(7)][4:] == [
        "اکنون",
        "پس از این",
        "تفاوت",
    ]


def test_a_word_on_the_whole_claim_has_a_row_of_its_own(page):
    page.show_plan(plan(BatchKind.REST, touched(1, TouchedLine(None, "", 100, 100))))
    assert page.table.rows.index(0, 2).data() == "کل سند"


def test_what_is_left_out_is_named_the_first_few_in_full(page):
    left = [
        LeftOut(number, f"C-{number}", number % 2 or None, "تغییر کرده است") for number in range(SHOWN_LEFT_OUT + 3)
    ]
    page.show_plan(plan(BatchKind.SAME, touched(1), left_out=left, word=Word(DecisionKind.UPHOLD, 1, "GEN-15e")))

    lines = page.left_out.text().splitlines()
    assert len(lines) == SHOWN_LEFT_OUT + 2
    assert "C-0" in lines[1]
    assert "ردیف ۱" in lines[2]
    assert lines[-1] == "و ۳ مورد دیگر"
    assert len(page.left_out.toolTip().splitlines()) == SHOWN_LEFT_OUT + 3


@pytest.mark.parametrize("kind", BatchKind)
def test_where_nothing_is_touched_there_is_nothing_to_do(page, qtbot, kind):
    page.show_plan(plan(kind))
    assert page.sums.text()
    assert not page.table.isVisible()
    with qtbot.assertNotEmitted(page.agreed):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_enter_does_it_once_and_escape_gives_it_up(page, qtbot):
    wanted = plan(BatchKind.REST, touched(1))
    page.show_plan(wanted)
    with qtbot.waitSignal(page.agreed) as agreed:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert agreed.args == [wanted]
    page.show_doing()
    with qtbot.assertNotEmitted(page.agreed):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.stopped):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.show_error("دیسک پر است.")
    assert page.sums.text() == "دیسک پر است."
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_difference_is_told_in_words(themed):
    assert [difference_text(amount) for amount in (0, 1_000, -2_500)] == ["بی‌تغییر", "۱٬۰۰۰ بیشتر", "۲٬۵۰۰ کمتر"]
