"""A long table whose sums are carried: a page ends with the sums so far, the next one begins with what was brought."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.platypus import Flowable

from app.domain.money import Rial
from app.domain.persian import rials
from app.sheets import style
from app.sheets.layout import Cell, Columns
from app.sheets.style import TextStyle
from app.sheets.text import Figure, Text

_GAP = 7.0
_ABOVE, _BELOW = 2.6, 3.4  # of a row, in points
_INSET = 4.0
_CARRIED = "جمع تا پایان این صفحه"
_BROUGHT = "نقل از صفحه پیش"


@dataclass(frozen=True, slots=True)
class CarriedColumn:
    """A column under its heading; `width` in points, 0 takes what is left. Those that are summed stand last."""

    heading: str
    width: float
    look: TextStyle = style.COLUMN
    summed: bool = False


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A row: cells from right to left, then the rials of the summed columns; a row that goes on has none of them.

    A row of a group names its `group`. The head of a group has `amounts` None and one cell; where a page begins within
    a group, its name is drawn again.
    """

    cells: tuple[Cell, ...]
    amounts: tuple[Rial, ...] | None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class _Band:
    """One drawn row: its parts with their room, its ground, and the line below it."""

    part: Columns
    height: float
    strong: bool = False


class TableLayout:
    """The rows laid for one width, once for all pages; heights and sums are added up beforehand."""

    def __init__(self, columns: Sequence[CarriedColumn], rows: Sequence[CarriedRow], total: str, width: float) -> None:
        self._columns, self.rows, self._total, self._width = columns, rows, total, width
        self._summed = [column for column in columns if column.summed]
        headings = [(Text(column.heading, column.look), column.width) for column in columns]
        self.heading = self._band(Columns(*headings, gap=_GAP), strong=True)
        self.bands = [self._row(row) for row in rows]
        self.heights = [0.0, *accumulate(band.height for band in self.bands)]
        nothing = (0,) * len(self._summed)
        amounts = (row.amounts or nothing for row in rows)
        self._sums = list(accumulate(amounts, _added, initial=nothing))

    def lead(self, begin: int) -> list[_Band]:
        """Return the heading, on a later page what is brought, and the name of the group that goes on."""
        if not begin:
            return [self.heading]
        lead = [self.heading, self._sum_band(_BROUGHT, begin)]
        row = self.rows[begin]
        if row.group is not None and row.amounts is not None:
            lead.append(self._band(Columns((Text(f"{row.group} (دنباله)", style.GROUP), 0))))
        return lead

    def closing(self, end: int) -> _Band:
        """Return the row below: the total at the end, before it the sums up to there."""
        return self._sum_band(self._total if end == len(self.rows) else _CARRIED, end)

    def _row(self, row: CarriedRow) -> _Band:
        if row.amounts is None:
            return self._band(Columns((row.cells[0], 0)))
        figures: list[Cell] = [Figure(rials(amount), style.AMOUNT_STATED) for amount in row.amounts]
        cells = [*row.cells, *(figures or [None] * len(self._summed))]
        return self._band(Columns(*zip(cells, (c.width for c in self._columns), strict=True), gap=_GAP))

    def _sum_band(self, said: str, end: int) -> _Band:
        figures = [
            (Figure(rials(amount), style.AMOUNT_STATED_STRONG), column.width)
            for amount, column in zip(self._sums[end], self._summed, strict=True)
        ]
        return self._band(Columns((Text(said, style.VALUE), 0), *figures, gap=_GAP), strong=True)

    def _band(self, part: Columns, *, strong: bool = False) -> _Band:
        _, height = part.wrap(self._width - 2 * _INSET, style.PAGE_HEIGHT)
        return _Band(part, height + _ABOVE + _BELOW, strong)


class CarriedTable(Flowable):
    """Rows of a table; what does not fit a page goes on upon the next one, below what was brought."""

    def __init__(self, layout: TableLayout, begin: int, end: int) -> None:
        super().__init__()
        self._layout, self._begin, self._end = layout, begin, end
        self.width = style.BODY_WIDTH

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Return the room of the rows with head and sums; the width is that of the page's body."""
        self.height = sum(band.height for band in self._bands())
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803, ARG002
        """Return what fits a height, closed by the sums so far, and the rest; nothing where no row fits."""
        laid, begin = self._layout, self._begin
        room = aH - sum(band.height for band in laid.lead(begin)) - laid.closing(begin).height
        end = begin
        while end < self._end and laid.heights[end + 1] - laid.heights[begin] <= room:
            end += 1
        while end > begin and laid.rows[end - 1].amounts is None:
            end -= 1  # the head of a group never stands last on a page
        return [CarriedTable(laid, begin, end), CarriedTable(laid, end, self._end)] if begin < end < self._end else []

    def draw(self) -> None:
        """Draw the rows from the top down."""
        top = self.height
        for band in self._bands():
            bottom = top - band.height
            if band.strong:
                self.canv.setFillColor(style.TINT)
                self.canv.rect(0, bottom, self.width, band.height, stroke=0, fill=1)
            band.part.drawOn(self.canv, _INSET, bottom + _BELOW)
            self.canv.setStrokeColor(style.INK if band.strong else style.HAIRLINE)
            self.canv.setLineWidth(0.8 if band.strong else 0.4)
            self.canv.line(0, bottom, self.width, bottom)
            top = bottom

    def _bands(self) -> list[_Band]:
        laid = self._layout
        return [*laid.lead(self._begin), *laid.bands[self._begin : self._end], laid.closing(self._end)]


def carried_table(columns: Sequence[CarriedColumn], rows: Sequence[CarriedRow], total: str) -> CarriedTable:
    """Return a table as wide as the body of a page; `total` names the sums below its last row."""
    return CarriedTable(TableLayout(columns, rows, total, style.BODY_WIDTH), 0, len(rows))


def _added(sums: tuple[Rial, ...], amounts: tuple[Rial, ...]) -> tuple[Rial, ...]:
    return tuple(one + other for one, other in zip(sums, amounts, strict=True))
