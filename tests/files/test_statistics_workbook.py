"""The workbook of statistics, opened again: the same figures as numbers, right to left, and no text is a formula."""

from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.domain.dates import JalaliDate
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable, StatisticsReport
from app.files.statistics_workbook import SUMMARY, TRIAL, statistics_workbook

COLUMNS = (
    ReportColumn("مرکز"),
    ReportColumn("سند", ColumnKind.COUNT),
    ReportColumn("کسر", ColumnKind.RIAL),
    ReportColumn("از درخواستی", ColumnKind.SHARE),
)
ROWS = (("بیمارستان آزمایشی", 12, 9_007_199_254_740_991, Fraction(1, 3)), ("درمانگاه آزمایشی", 0, -5, None))


def report(*rows, trial=False, note="", office="دفتر آزمایشی"):
    table = ReportTable("کسر به مرکز", "کسرها به تفکیک مرکز", COLUMNS, rows, ("جمع", 12, 7, None), bars=2, note=note)
    return StatisticsReport(
        office_name=office,
        printed_on=JalaliDate(1395, 4, 10),
        printed_by="مینا رستگار",
        criteria=(("دوره", "فروردین ۱۳۹۵ تا تیر ۱۳۹۵"), ("مرکز", "همه")),
        claims=12,
        claimed=100,
        approved=93,
        deducted=7,
        trial_figures=trial,
        tables=(table,),
    )


def opened(made):
    return load_workbook(BytesIO(statistics_workbook(made)))


def values(sheet):
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]


def row_of(sheet, first):
    return next(row for row in sheet.iter_rows() if row[0].value == first)


def test_every_table_has_a_sheet_from_right_to_left():
    book = opened(report(*ROWS))

    assert book.sheetnames == [SUMMARY, "کسر به مرکز"]
    assert all(sheet.sheet_view.rightToLeft for sheet in book)


def test_figures_are_numbers_with_the_look_of_their_kind():
    name, count, rials, share = row_of(opened(report(*ROWS))["کسر به مرکز"], "بیمارستان آزمایشی")

    assert (count.value, rials.value, share.value) == (12, 9_007_199_254_740_991, pytest.approx(1 / 3))
    assert [cell.data_type for cell in (name, count, rials, share)] == ["s", "n", "n", "n"]
    assert [cell.number_format for cell in (count, rials, share)] == ["#,##0", "#,##0", "0.0%"]
    assert [cell.value for cell in row_of(opened(report(*ROWS))["کسر به مرکز"], "جمع")] == ["جمع", 12, 7, None]


@pytest.mark.parametrize("place", [0, 1])
def test_each_sheet_says_of_which_office_period_and_day_it_is(place):
    sheet = opened(report(*ROWS)).worksheets[place]
    above = " ".join(str(value) for row in values(sheet)[:5] for value in row)

    for said in ("دفتر آزمایشی", "دوره: فروردین ۱۳۹۵ تا تیر ۱۳۹۵", "۱۳۹۵/۰۴/۱۰", "مینا رستگار"):
        assert said in above


@pytest.mark.parametrize("trial", [True, False])
def test_trial_figures_are_told_on_every_sheet(trial):
    for sheet in opened(report(*ROWS, trial=trial)):
        assert ([TRIAL] in values(sheet)) is trial


def test_the_headings_stay_in_sight():
    sheet = opened(report(*ROWS))["کسر به مرکز"]
    headings = [cell.value for cell in sheet[int(sheet.freeze_panes[1:]) - 1]]

    assert headings == ["مرکز", "سند", "کسر (ریال)", "از درخواستی"]


DANGEROUS = ["=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)", " =1", "\u200f=1", "=cmd|' /C calc'!A0", "\t=1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_is_a_formula(text):
    made = statistics_workbook(report((text, 1, 1, None), office=text, note=text))

    cells = [cell for sheet in load_workbook(BytesIO(made)) for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == text]
    assert len(found) >= 3
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)
    with ZipFile(BytesIO(made)) as parts:
        assert not any(b"<f>" in parts.read(name) or b"<f " in parts.read(name) for name in parts.namelist())


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_any_text_can_be_opened_again(text):
    kept = "".join(c for c in text if c in "\t\n\r" or ord(c) >= 32)
    sheet = opened(report((text, 1, 1, None)))["کسر به مرکز"]

    found = sheet.cell(int(sheet.freeze_panes[1:]), 1)
    assert (found.value or "").replace("\r\n", "\n").replace("\r", "\n") == kept.replace("\r\n", "\n").replace(
        "\r", "\n"
    )


def test_an_empty_table_says_its_headings_and_sums():
    assert ["جمع", 12, 7] in values(opened(report())["کسر به مرکز"])
