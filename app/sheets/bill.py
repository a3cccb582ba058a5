"""The bill as the centre wrote it, with the marks of the review drawn on it (article 20)."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable, LongTable

from app.domain.claim import Line
from app.domain.findings import Mark
from app.domain.persian import code_text, number, persian_digits, rials
from app.domain.settlement import SettledLine
from app.sheets import style
from app.sheets.bill_marks import MarkCell, MarkedAmount, StruckAmount, mark_colour
from app.sheets.content import AssessmentSheet, EarlierVersion
from app.sheets.labels import SECTIONS
from app.sheets.text import Figure, Text
from app.sheets.wording import identifier, sentence

# from right to left: heading, width in points, style of the heading
_COLUMNS = (
    ("ردیف", 25.0, style.COLUMN_CENTRE),
    ("کد", 53.0, style.COLUMN),
    ("عنوان خدمت", 0.0, style.COLUMN),
    ("تعداد", 27.0, style.COLUMN_CENTRE),
    ("مبلغ درخواستی", 72.0, style.COLUMN),
    ("علامت", 40.0, style.COLUMN_CENTRE),
    ("مبلغ تأییدشده", 62.0, style.COLUMN),
    ("یافته", 26.0, style.COLUMN_CENTRE),
)
_EARLIER = 58.0  # width of the column of an earlier version
_CLAIMED, _QUANTITY = 3, 4  # places of columns, from the left; one more where an earlier version stands
_BEFORE_EARLIER = 7  # place of the column of an earlier version, from the right
_ROOM_FOR_CIRCLE = 7.0  # at the right of a claimed amount
_LONGEST_TITLE = 300  # a longer one is cut: no row may outgrow a page
_LONGEST_REASON = 88
_Row = list[Any]


def bill_table(sheet: AssessmentSheet) -> Flowable:
    """Return the table of all lines, its head repeated on each page; several sections are told apart, with sums."""
    head: _Row = [Text(heading, look) for heading, _, look in _COLUMNS]
    if sheet.earlier is not None:
        head.insert(_BEFORE_EARLIER, Text(f"نسخه {persian_digits(sheet.earlier.version)}", style.COLUMN))
    shift = 0 if sheet.earlier is None else 1
    rows, looks = [head[::-1]], _table_looks(shift)
    sections = [(section, list(lines)) for section, lines in groupby(sheet.claim.lines, key=lambda line: line.section)]
    for section, lines in sections:
        if len(sections) > 1:
            looks += _section_looks(len(rows), shift)
            rows.append(_section_row(sheet, section, lines))
        rows += [_line_row(sheet, line)[::-1] for line in lines]
    return LongTable(rows, colWidths=[*reversed(_widths(sheet))], style=looks, repeatRows=1, hAlign="RIGHT")


def short_reason(message: str) -> str:
    """Return the first clause of a finding's sentence, short enough to stand below a title."""
    clause = message
    for stop in ("؛", ". ", ": "):
        clause = clause.split(stop, 1)[0]
    clause = clause.strip().rstrip(".")
    if len(clause) <= _LONGEST_REASON:
        return clause
    return clause[:_LONGEST_REASON].rsplit(" ", 1)[0] + " …"


def _widths(sheet: AssessmentSheet) -> list[float]:
    """Return the widths of the columns from right to left."""
    widths = [width for _, width, _ in _COLUMNS]
    if sheet.earlier is not None:
        widths.insert(_BEFORE_EARLIER, _EARLIER)
    return [width or style.BODY_WIDTH - sum(widths) for width in widths]


def _section_row(sheet: AssessmentSheet, section: str, lines: list[Line]) -> _Row:
    """Return a section's name and sums, from the left: the name stands in the cell from which its span grows."""
    settled = [sheet.settlement.line(line.no) for line in lines]
    claimed = Figure(rials(sum(line.claimed for line in settled)), style.AMOUNT_SECTION)
    approved = Figure(rials(sum(line.approved for line in settled)), style.AMOUNT_SECTION)
    row: _Row = ["", approved, "", claimed, Text(SECTIONS.get(section, section), style.SECTION), "", "", ""]
    if sheet.earlier is not None:
        before = sum(sheet.earlier.approved.get(line.no, 0) for line in lines)
        row.insert(1, Figure(rials(before), style.AMOUNT_SECTION))
    return row


def _line_row(sheet: AssessmentSheet, line: Line) -> _Row:
    settled = sheet.settlement.line(line.no)
    numbers = "، ".join(persian_digits(found) for found in sheet.finding_numbers(line.no))
    row: _Row = [
        Text(persian_digits(line.no), style.CELL_CENTRE),
        Text(code_text(line.code), style.CELL) if line.code else "",
        [Text(_title(line), style.CELL), *_notes(sheet, line, settled)],
        Text(number(line.quantity), style.CELL_CENTRE),
        MarkedAmount(settled),
        MarkCell(settled),
        _approved(settled),
        Text(numbers, style.CELL_CENTRE),
    ]
    if sheet.earlier is not None:
        row.insert(_BEFORE_EARLIER, _earlier(sheet.earlier, settled))
    return row


def _earlier(earlier: EarlierVersion, settled: SettledLine) -> Flowable:
    """Return what an earlier version paid of a line; in the colour of quiet where the new one pays the same."""
    before = earlier.approved.get(settled.no)
    if before is None:
        return Text("—", style.CELL)
    return Figure(rials(before), style.AMOUNT_EARLIER if before == settled.approved else style.AMOUNT)


def _title(line: Line) -> str:
    """Return what is printed as a line's title; a line without any is called by its section."""
    title = line.title or SECTIONS.get(line.section, line.section)
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rstrip()} …"


def _approved(settled: SettledLine) -> list[Flowable]:
    """Return what stands, and below it, struck out, the amounts in whose place people put it, the latest first."""
    colour = style.INK if settled.mark is Mark.TICK else mark_colour(settled.mark, settled.pen)
    green = [settled.green.approved] if settled.corrected and settled.green is not None else []
    before = dict.fromkeys((*green, settled.engine.approved))
    struck = [StruckAmount(amount, settled.no) for amount in before if amount != settled.approved]
    return [Figure(rials(settled.approved), style.AMOUNT_STRONG.coloured(colour)), *struck]


def _notes(sheet: AssessmentSheet, line: Line, settled: SettledLine) -> Iterator[Flowable]:
    """Yield what stands in small print below a title: modifiers, the reason of a mark, an outdated decision."""
    if line.modifiers:
        codes = "، ".join(identifier(code) for code in line.modifiers)
        yield Text(f"کد تعدیلی {codes}", style.SMALL)
    reason = _reason(sheet, settled)
    if reason:
        yield Text(reason, style.SMALL.coloured(mark_colour(settled.mark, settled.pen)))
    if settled.stale is not None:
        yield Text("نظر پیشین با نتیجه تازه نمی‌خواند و اعمال نشده است.", style.SMALL.coloured(style.AMBER))


def _reason(sheet: AssessmentSheet, settled: SettledLine) -> str:
    if settled.corrected and settled.decision is not None:
        return f"تصحیح حسابداری: {settled.decision.reason or ''}"
    if settled.overridden and settled.decision is not None:
        return settled.decision.reason or ""
    if settled.mark is Mark.TICK:
        return ""
    finding = sheet.decisive_finding(settled.no)
    return short_reason(sentence(finding.message)) if finding else ""


def _table_looks(shift: int) -> list[tuple[Any, ...]]:
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (_CLAIMED + shift, 0), (_CLAIMED + shift, -1), 4 + _ROOM_FOR_CIRCLE),
        ("TOPPADDING", (0, 0), (-1, -1), 2.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
        ("BACKGROUND", (0, 0), (-1, 0), style.TINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.INK),
        ("LINEBELOW", (0, 1), (-1, -2), 0.4, style.HAIRLINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, style.INK),
    ]


def _section_looks(row: int, shift: int) -> list[tuple[Any, ...]]:
    return [
        ("SPAN", (_QUANTITY + shift, row), (-1, row)),
        ("TOPPADDING", (0, row), (-1, row), 6),
        ("LINEBELOW", (0, row), (-1, row), 0.4, style.QUIET),
    ]
