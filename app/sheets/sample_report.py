"""The result of a supervisor's sample on paper: how it was drawn, what was found; it speaks for no other claim."""

import hashlib
from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.domain.assessment import canonical_json
from app.domain.persian import date_text, persian_digits
from app.domain.sample_report import NOT_EXTRAPOLATED, SampleReport
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.layout import Columns, Panel, Rule
from app.sheets.page import Furniture, draw_document, trial_band
from app.sheets.report_table import report_table, share_text
from app.sheets.statistics_report import criteria_rows
from app.sheets.text import Figure, Text

TITLE = "نتیجه نمونه‌گیری"


def draw_sample_report(report: SampleReport) -> bytes:
    """Return the report as a PDF; equal reports give equal bytes. Raises MachineError where a font is missing."""
    load_fonts()
    return draw_document(_furniture(report), [*_story(report)])


def _furniture(report: SampleReport) -> Furniture:
    title = f"{TITLE} — نمونه {persian_digits(report.number)}"
    return Furniture(
        title=title,
        subject="، ".join(f"{name}: {value}" for name, value in report.criteria),
        office_name=report.office_name,
        printed_on=report.printed_on,
        digest=_digest(report),
        digest_label="شناسه نتیجه نمونه",
        head=title,
        foot=f"تهیه‌کننده: {report.printed_by}",
        bands=(trial_band(()),) if report.trial_figures else (),
    )


def _story(report: SampleReport) -> Iterator[Flowable]:
    printed = f"تاریخ چاپ {date_text(report.printed_on)}"
    number = f"نمونه {persian_digits(report.number)}، همه مبلغ‌ها به ریال است"
    yield Columns(
        ([Text(TITLE, style.TITLE), Text(number, style.SUBTITLE)], 0),
        ([Spacer(0, 6), Text(report.office_name, style.OFFICE), Text(printed, style.PRINTED)], 250),
    )
    yield Rule(style.INK, 1.1, before=3, after=5)
    yield from criteria_rows(report.criteria)
    yield Spacer(0, 4)
    yield _counts(report)
    yield Spacer(0, 4)
    yield Text(NOT_EXTRAPOLATED, style.NOTE)
    yield Spacer(0, 10)
    for table in report.tables:
        yield from report_table(table)


def _counts(report: SampleReport) -> Flowable:
    result = report.result
    agreement = "—" if result.agreement is None else share_text(result.agreement)
    counts = (
        ("سند در نمونه", persian_digits(result.drawn), style.AMOUNT_LARGE),
        ("دیده‌شده", persian_digits(result.whole.looked_at), style.AMOUNT_LARGE),
        ("موافق", persian_digits(result.whole.agreed), style.AMOUNT_LARGE),
        ("ناموافق", persian_digits(result.whole.not_agreed), style.AMOUNT_LARGE_STRONG),
        ("سهم موافقت از دیده‌شده", agreement, style.AMOUNT_LARGE),
    )
    strip = Columns(*(([Text(label, style.LABEL), Figure(text, look)], 0) for label, text, look in counts))
    return Panel(strip, style.TINT, padding=6)


def _digest(report: SampleReport) -> str:
    """Return the SHA-256 of everything that the report says."""
    document = {
        "number": report.number,
        "criteria": [list(pair) for pair in report.criteria],
        "tables": [
            [table.title, [[None if cell is None else str(cell) for cell in row] for row in table.rows]]
            for table in report.tables
        ],
    }
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()
