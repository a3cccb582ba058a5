"""The bill as the centre wrote it, with the marks of the review drawn on it (article 20)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable, LongTable

from app.domain.claim import Line
from app.domain.findings import Effect, Finding, Mark
from app.domain.persian import code_text, number, persian_digits, rials
from app.domain.settlement import SettledLine
from app.sheets import style
from app.sheets.bill_marks import MarkCell, MarkedAmount, StruckAmount, mark_colour
from app.sheets.content import AssessmentSheet
from app.sheets.labels import SECTIONS
from app.sheets.text import Figure, Text

# from right to left: heading, width in points, style of the heading
_COLUMNS = (
    ("ردیف", 26.0, style.COLUMN_CENTRE),
    ("کد", 56.0, style.COLUMN),
    ("عنوان خدمت", 0.0, style.COLUMN),
    ("تعداد", 30.0, style.COLUMN_CENTRE),
    ("مبلغ درخواستی", 82.0, style.COLUMN),
    ("علامت", 46.0, style.COLUMN_CENTRE),
    ("مبلغ تأییدشده", 72.0, style.COLUMN),
    ("یافته", 30.0, style.COLUMN_CENTRE),
)
_LONGEST_REASON = 88
_Row = list[Any]


def bill_table(sheet: AssessmentSheet) -> Flowable:
    """Return the table of all lines, its head repeated on each page, with the sums below."""
    head: _Row = [Text(heading, look) for heading, _, look in _COLUMNS]
    rows, looks = [head], _table_looks()
    several_sections = len({line.section for line in sheet.claim.lines}) > 1
    section = None
    for line in sheet.claim.lines:
        if several_sections and line.section != section:
            section = line.section
            looks += _section_looks(len(rows))
            rows.append([Text(SECTIONS.get(section, section), style.SECTION), *[""] * (len(_COLUMNS) - 1)])
        rows.append(_line_row(sheet, line))
    looks += _sum_looks(len(rows))
    rows.append(_sum_row(sheet))
    return LongTable(
        [_from_left(row) for row in rows], colWidths=[*reversed(_widths())], style=looks, repeatRows=1, hAlign="RIGHT"
    )


def short_reason(message: str) -> str:
    """Return the first clause of a finding's sentence, short enough to stand below a title."""
    clause = message
    for stop in ("؛", ". ", ": "):
        clause = clause.split(stop, 1)[0]
    clause = clause.strip().rstrip(".")
    if len(clause) <= _LONGEST_REASON:
        return clause
    return clause[:_LONGEST_REASON].rsplit(" ", 1)[0] + " …"


def _widths() -> list[float]:
    fixed = sum(width for _, width, _ in _COLUMNS)
    return [width or style.BODY_WIDTH - fixed for _, width, _ in _COLUMNS]


def _from_left(row: _Row) -> _Row:
    """Return a row in reportlab's order; a spanned row keeps its text in the first cell, from which spans grow."""
    return row if row[1] == "" else row[::-1]


def _line_row(sheet: AssessmentSheet, line: Line) -> _Row:
    settled = sheet.settlement.line(line.no)
    numbers = "، ".join(persian_digits(found) for found in sheet.finding_numbers(line.no))
    return [
        Text(persian_digits(line.no), style.CELL_CENTRE),
        Text(code_text(line.code), style.CELL) if line.code else "",
        [Text(line.title or SECTIONS.get(line.section, line.section), style.CELL), *_notes(sheet, line, settled)],
        Text(number(line.quantity), style.CELL_CENTRE),
        MarkedAmount(settled),
        MarkCell(settled),
        _approved(settled),
        Text(numbers, style.CELL_CENTRE),
    ]


def _approved(settled: SettledLine) -> list[Flowable]:
    colour = style.INK if settled.mark is Mark.TICK else mark_colour(settled.mark, settled.pen)
    amount = Figure(rials(settled.approved), replace(style.AMOUNT_STRONG, colour=colour))
    return [amount, StruckAmount(settled)] if settled.overridden else [amount]


def _notes(sheet: AssessmentSheet, line: Line, settled: SettledLine) -> Iterator[Flowable]:
    """Yield what stands in small print below a title: modifiers, the reason of a mark, an outdated decision."""
    if line.modifiers:
        codes = "، ".join(code_text(code) for code in line.modifiers)
        yield Text(f"کد تعدیلی {codes}", style.SMALL)
    reason = _reason(sheet, settled)
    if reason:
        yield Text(reason, replace(style.SMALL, colour=mark_colour(settled.mark, settled.pen)))
    if settled.stale is not None:
        yield Text("نظر پیشین با نتیجه تازه نمی‌خواند و اعمال نشده است.", replace(style.SMALL, colour=style.AMBER))


def _reason(sheet: AssessmentSheet, settled: SettledLine) -> str:
    if settled.overridden and settled.decision is not None:
        return settled.decision.reason or ""
    if settled.mark is Mark.TICK:
        return ""
    finding = _decisive(sheet, settled)
    return short_reason(finding.message) if finding else ""


def _decisive(sheet: AssessmentSheet, settled: SettledLine) -> Finding | None:
    """Return the finding that the mark of a line goes back to: its own first, else one on the whole claim."""
    wanted = {Effect.QUERY} if settled.mark is Mark.QUERY else {Effect.REJECT, Effect.REDUCE}
    found = [f for f in sheet.settlement.result.findings if f.effect in wanted and f.line in {settled.no, None, 0}]
    return min(found, key=lambda f: (f.line != settled.no, not f.deducted), default=None)


def _sum_row(sheet: AssessmentSheet) -> _Row:
    totals = sheet.settlement.totals
    claimed, approved = (Figure(rials(amount), style.AMOUNT_SUM) for amount in (totals.claimed, totals.approved))
    return ["", "", Text("جمع (ریال)", style.SUM), "", claimed, "", approved, ""]


def _table_looks() -> list[tuple[Any, ...]]:
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 4.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
        ("BACKGROUND", (0, 0), (-1, 0), style.TINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.INK),
        ("LINEBELOW", (0, 1), (-1, -2), 0.4, style.HAIRLINE),
    ]


def _section_looks(row: int) -> list[tuple[Any, ...]]:
    return [("SPAN", (0, row), (-1, row)), ("TOPPADDING", (0, row), (-1, row), 7)]


def _sum_looks(row: int) -> list[tuple[Any, ...]]:
    return [("LINEABOVE", (0, row), (-1, row), 0.8, style.INK), ("BACKGROUND", (0, row), (-1, row), style.TINT)]
