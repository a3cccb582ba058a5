"""Tables of figures on paper: headings that come again on each page, sums below, one column drawn as bars."""

from fractions import Fraction
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, LongTable, Spacer

from app.domain.money import round_half_up
from app.domain.persian import number, persian_digits, rials
from app.domain.statistics_report import Cell, ColumnKind, ReportColumn, ReportTable
from app.sheets import style
from app.sheets.layout import Stack
from app.sheets.text import Figure, Text
from app.sheets.wording import sentence

_WIDTHS = {ColumnKind.RIAL: 70.0, ColumnKind.COUNT: 44.0, ColumnKind.SHARE: 42.0}
_NARROWEST_NAME = 74.0
_ROOM_TO_BEGIN = 96.0  # points that a table needs on a page to begin there: title, headings, two rows
_BAR_WIDTH = 82.0
_BAR_HEIGHT = 6.0
_LONGEST_TEXT = 260  # a longer one is cut: no row may outgrow a page
_NOTHING = "چیزی برای نمایش نیست."
_Row = list[Any]


class Bar(Flowable):
    """A bar that grows from the right, as long as its part of the longest one; its outline alone tells it in greys."""

    def __init__(self, part: Fraction, colour: Color = style.BAR) -> None:
        super().__init__()
        self._part, self._colour = part, colour

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Return the room of one line."""
        self.width, self.height = aW, style.AMOUNT.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bar; one too short to be seen is a thin stroke."""
        if self._part <= 0:
            return
        length = max(0.8, float(self._part) * self.width)
        self.canv.setFillColor(self._colour)
        self.canv.rect(self.width - length, (self.height - _BAR_HEIGHT) / 2, length, _BAR_HEIGHT, stroke=0, fill=1)


def report_table(table: ReportTable) -> list[Flowable]:
    """Return a table under its title, with its note; a table without rows says so."""
    heading = [CondPageBreak(_ROOM_TO_BEGIN), Text(table.title, style.HEADING), Spacer(0, 3)]
    note = [Text(table.note, style.NOTE), Spacer(0, 3)] if table.note else []
    if not table.rows:
        return [*heading, *note, Text(_NOTHING, style.BODY), Spacer(0, 10)]
    return [*heading, *note, _drawn(table), Spacer(0, 12)]


def cell_text(value: Cell, kind: ColumnKind) -> str:
    """Return a value as it is read."""
    if value is None:
        return "—"
    match kind:
        case ColumnKind.RIAL:
            return rials(int(value))
        case ColumnKind.COUNT:
            return rials(int(value))
        case ColumnKind.SHARE:
            return share_text(Fraction(value))
        case ColumnKind.TEXT:
            return str(value)


def share_text(share: Fraction) -> str:
    """Return a share of one as a percent with one decimal, «۱۲٫۵٪»."""
    tenths = round_half_up(abs(share) * 1000)
    sign = "\u200e\u2212" if share < 0 and tenths else ""
    return f"{sign}{number(f'{tenths // 10}.{tenths % 10}')}٪"


def _drawn(table: ReportTable) -> Flowable:
    longest = _longest(table)
    rows = [_heading(table), *(_row(table, row, longest) for row in table.rows)]
    looks = _looks(len(rows))
    if table.sums is not None:
        looks += [("LINEABOVE", (0, len(rows)), (-1, len(rows)), 0.8, style.INK)]
        rows.append(_row(table, table.sums, None))
    return LongTable(rows, colWidths=_widths(table)[::-1], style=looks, repeatRows=1, hAlign="RIGHT")


def _widths(table: ReportTable) -> list[float]:
    """Return the widths from right to left; texts share what figures leave, the column of names twice as much."""
    parts = {
        place: column.room * (2 if place == table.names else 1)
        for place, column in enumerate(table.columns)
        if column.kind is ColumnKind.TEXT
    }
    bar = 0 if table.bars is None else _BAR_WIDTH
    fixed = sum(_WIDTHS.get(column.kind, 0.0) for column in table.columns)
    room = max(style.BODY_WIDTH - bar - fixed, _NARROWEST_NAME * len(parts))
    shrunk = (style.BODY_WIDTH - bar - room) / fixed if fixed else 1.0
    texts = sum(parts.values()) or 1
    widths = [
        room * parts[place] / texts if place in parts else _WIDTHS[column.kind] * shrunk
        for place, column in enumerate(table.columns)
    ]
    return widths if table.bars is None else _with_bar(table.bars, widths, bar)


def _with_bar(place: int, row: list[Any], bar: Any) -> list[Any]:
    """Return a row from right to left with the bar at the left of its column."""
    return [*row[: place + 1], bar, *row[place + 1 :]]


def _heading(table: ReportTable) -> _Row:
    row: _Row = [Text(column.title, style.COLUMN) for column in table.columns]
    return (row if table.bars is None else _with_bar(table.bars, row, ""))[::-1]


def _row(table: ReportTable, values: tuple[Cell, ...], longest: Fraction | None) -> _Row:
    """Return a row from left to right; that of the sums, which has no longest, has no bar and is strong."""
    row: _Row = [
        _cell(column, value, strong=longest is None) for column, value in zip(table.columns, values, strict=True)
    ]
    if table.bars is None:
        return row[::-1]
    value = values[table.bars]
    part = Fraction(value) / longest if longest and value is not None and not isinstance(value, str) else None
    return _with_bar(table.bars, row, "" if part is None else Bar(part))[::-1]


def _cell(column: ReportColumn, value: Cell, *, strong: bool) -> Flowable:
    """Return a cell; what follows on a text's first line stands below it in small print."""
    text = "" if strong and value is None else cell_text(value, column.kind)
    if column.kind is not ColumnKind.TEXT:
        return Figure(text, style.AMOUNT_STRONG if strong else style.AMOUNT)
    shown = text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT].rstrip()} …"
    first, _, below = sentence(shown).partition("\n")
    said = Text(first, style.VALUE if strong else style.CELL)
    return Stack((said, Text(below, style.SMALL))) if below else said


def _longest(table: ReportTable) -> Fraction | None:
    """Return the value of the longest bar, None where there is nothing to draw."""
    if table.bars is None:
        return Fraction(1)
    values = [row[table.bars] for row in table.rows]
    return max((Fraction(value) for value in values if value is not None and not isinstance(value, str)), default=None)


def _looks(rows: int) -> list[tuple[Any, ...]]:
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2.4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.8),
        ("BACKGROUND", (0, 0), (-1, 0), style.TINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.INK),
        ("LINEBELOW", (0, 1), (-1, rows - 1), 0.4, style.HAIRLINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, style.INK),
        ("NOSPLIT", (0, -2), (-1, -1)),  # sums never stand on a page alone
    ]


def counted(count: int, word: str) -> str:
    """Return a count with its word, «۱۲ سند»."""
    return f"{persian_digits(count)} {word}"
