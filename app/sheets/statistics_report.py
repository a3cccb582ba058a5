"""The statistics of an office on paper: which claims were counted, their sums, and the tables with bars."""

import hashlib
from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable, Spacer

from app.domain.assessment import canonical_json
from app.domain.persian import date_text, persian_digits, rials
from app.domain.statistics_report import StatisticsReport
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.layout import Columns, Panel, Rule
from app.sheets.page import Furniture, draw_document, trial_band
from app.sheets.report_table import report_table
from app.sheets.text import Figure, Text
from app.sheets.wording import sentence

TITLE = "گزارش آمار"
_CRITERIA_IN_A_ROW = 4


def draw_statistics_report(report: StatisticsReport) -> bytes:
    """Return the report as a PDF; equal reports give equal bytes. Raises MachineError where a font is missing."""
    load_fonts()
    return draw_document(_furniture(report), [*_story(report)])


def _furniture(report: StatisticsReport) -> Furniture:
    return Furniture(
        title=TITLE,
        subject="، ".join(f"{name}: {value}" for name, value in report.criteria),
        office_name=report.office_name,
        printed_on=report.printed_on,
        digest=_digest(report),
        digest_label="شناسه گزارش آمار",
        head=TITLE,
        foot=f"تهیه‌کننده: {report.printed_by}",
        bands=(trial_band(()),) if report.trial_figures else (),
    )


def _story(report: StatisticsReport) -> Iterator[Flowable]:
    printed = f"تاریخ چاپ {date_text(report.printed_on)}"
    yield Columns(
        ([Text(TITLE, style.TITLE), Text("همه مبلغ‌ها به ریال است", style.SUBTITLE)], 0),
        ([Spacer(0, 6), Text(report.office_name, style.OFFICE), Text(printed, style.PRINTED)], 250),
    )
    yield Rule(style.INK, 1.1, before=3, after=5)
    yield from criteria_rows(report.criteria)
    yield Spacer(0, 4)
    yield _sums(report)
    yield Spacer(0, 12)
    for table in report.tables:
        yield from report_table(table)


def criteria_rows(criteria: Iterable[tuple[str, str]]) -> Iterator[Flowable]:
    """Yield rows of labelled fields that say which claims were counted."""
    left = list(criteria)
    while left:
        row, left = left[:_CRITERIA_IN_A_ROW], left[_CRITERIA_IN_A_ROW:]
        cells = [([Text(name, style.LABEL), Text(sentence(value), style.VALUE)], 0.0) for name, value in row]
        cells += [([], 0.0)] * (_CRITERIA_IN_A_ROW - len(row))
        yield Columns(*cells, space_after=3)


def _sums(report: StatisticsReport) -> Flowable:
    sums = (
        ("سند", persian_digits(f"{report.claims}"), style.AMOUNT_LARGE),
        ("جمع درخواستی", rials(report.claimed), style.AMOUNT_LARGE),
        ("جمع کسر", rials(report.deducted), style.AMOUNT_LARGE),
        ("جمع تأییدشده", rials(report.approved), style.AMOUNT_LARGE_STRONG),
    )
    strip = Columns(*(([Text(label, style.LABEL), Figure(text, look)], 0) for label, text, look in sums))
    return Panel(strip, style.TINT, padding=6)


def _digest(report: StatisticsReport) -> str:
    """Return the SHA-256 of every figure of the report."""
    document = {
        "criteria": [list(pair) for pair in report.criteria],
        "sums": [report.claims, report.claimed, report.approved, report.deducted],
        "tables": [
            [table.title, [[None if cell is None else str(cell) for cell in row] for row in table.rows]]
            for table in report.tables
        ],
    }
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()
