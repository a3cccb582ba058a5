"""Statistics on paper: every cell of every table, its sums, and bars that an eye compares."""

from dataclasses import replace
from fractions import Fraction

import pytest
from sheet_text import page_image, page_texts, text_of

from app.domain.dates import JalaliDate
from app.domain.persian import persian_digits, rials
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable, StatisticsReport
from app.sheets import style
from app.sheets.report_table import share_text
from app.sheets.statistics_report import draw_statistics_report


def table(count: int, **more: object) -> ReportTable:
    """Return a table of so many rows with bars and sums."""
    columns = (
        ReportColumn("ضابطه"),
        ReportColumn("عنوان"),
        ReportColumn("سند", ColumnKind.COUNT),
        ReportColumn("کسر", ColumnKind.RIAL),
        ReportColumn("سهم", ColumnKind.SHARE),
    )
    rows = tuple(
        (f"ضابطه {no}", "عنوان آزمایشی", no, 1_000_000 // no, Fraction(no, 1000)) for no in range(1, count + 1)
    )
    said = {
        "name": "ضابطه",
        "title": "کسر به تفکیک ضابطه",
        "sums": ("جمع", None, count, 7_777_777, None),
        "names": 1,
        "bars": 3,
    }
    return ReportTable(columns=columns, rows=rows, **(said | more))


def report(*tables: ReportTable) -> StatisticsReport:
    """Return a report of these tables."""
    return StatisticsReport(
        office_name="اداره آزمایشی",
        printed_on=JalaliDate(1405, 9, 1),
        printed_by="نگار نمونه",
        criteria=(
            ("دوره", "فروردین تا خرداد ۱۳۹۵"),
            ("مرکز", "همه"),
            ("صندوق", "همه"),
            ("نوع", "همه"),
            ("وضعیت", "بسته"),
        ),
        claims=240,
        claimed=9_000_000,
        approved=1_222_223,
        deducted=7_777_777,
        trial_figures=False,
        tables=tables,
    )


def test_criteria_sums_and_every_cell_stand_on_paper():
    drawn = report(table(12))
    text = text_of(draw_statistics_report(drawn))
    for name, value in drawn.criteria:
        assert name in text
        assert all(word in text for word in value.split())
    for amount in (drawn.claimed, drawn.approved, drawn.deducted):
        assert rials(amount) in text
    assert persian_digits(drawn.claims) in text
    assert "نگار نمونه" in text
    for row in drawn.tables[0].rows:
        assert persian_digits(row[0]) in persian_digits(text)
        assert rials(row[3]) in text
        assert share_text(row[4]).strip("٪") in text


def test_headings_come_again_and_the_sums_are_never_alone():
    for count in range(30, 44):
        pages = page_texts(draw_statistics_report(report(table(count))))
        assert all("عنوان" in page for page in pages)
        assert persian_digits(f"ضابطه {count}") in persian_digits(pages[-1])
        assert "۷٬۷۷۷٬۷۷۷" in pages[-1]


def test_a_table_begins_where_it_has_room_for_its_first_rows():
    for count in range(14, 24):
        pages = page_texts(draw_statistics_report(report(table(count), table(3, title="جدول دوم"))))
        (page,) = [page for page in pages if "جدول دوم" in page]
        assert "ضابطه ۱ " in persian_digits(page.split("جدول دوم")[1])


def test_an_empty_table_says_so():
    assert "چیزی برای نمایش نیست" in text_of(draw_statistics_report(report(table(0, sums=None))))


def test_the_note_of_a_table_and_trial_figures_are_told():
    noted = replace(report(table(2, note="یادداشت آزمایشی")), trial_figures=True)
    text = text_of(draw_statistics_report(noted))
    assert "یادداشت آزمایشی" in text
    assert "ارقام آزمایشی" in text


def test_equal_reports_are_equal_bytes_and_other_figures_have_another_digest():
    one, other = report(table(3)), replace(report(table(3)), deducted=1)
    assert draw_statistics_report(one) == draw_statistics_report(report(table(3)))
    assert text_of(draw_statistics_report(one))[-60:] != text_of(draw_statistics_report(other))[-60:]


def test_bars_fall_with_their_sums_and_are_told_in_greys():
    image = page_image(draw_statistics_report(report(table(4))), 0)
    wanted = tuple(round(255 * part) for part in style.BAR.rgb())
    lengths = []
    for y in range(image.height):
        length = sum(1 for x in range(image.width) if image.getpixel((x, y)) == wanted)
        if length > 10 and (not lengths or lengths[-1] != length):
            lengths.append(length)
    assert [length / lengths[0] for length in lengths] == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4], abs=0.03)
    assert 1 - sum(style.BAR.rgb()) / 3 > 0.5  # dark enough on a grey printer


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(0), "۰٪"),
        (Fraction(1, 8), "۱۲٫۵٪"),
        (Fraction(1, 3), "۳۳٫۳٪"),
        (Fraction(9996, 10000), "۱۰۰٪"),
        (Fraction(1), "۱۰۰٪"),
        (Fraction(-1, 20), "\u200e\u2212۵٪"),
    ],
)
def test_shares_are_percents_with_one_decimal(share, said):
    assert share_text(share) == said
