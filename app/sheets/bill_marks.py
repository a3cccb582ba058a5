"""Cells of the bill on which the pen has been: the claimed amount, the mark beside it, an amount struck out."""

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from app.domain.assessment import LineResult
from app.domain.findings import Mark, Pen
from app.domain.money import Rial
from app.domain.persian import rials
from app.domain.settlement import SettledLine
from app.handwriting import Point
from app.sheets import style
from app.sheets.marks import Ink, draw_arrow, draw_circle, draw_question, draw_strike, draw_tick, draw_zero
from app.sheets.text import Figure, baseline_offset, draw_text

_STRUCK_SEED = 1000  # a struck mark beside the person's is not drawn by the same hand
_MARK_SIZE = 11.0
_HALF_DIGIT = 0.31  # of the size of type: the middle of a digit above its baseline


def mark_colour(mark: Mark, pen: Pen) -> Color:
    """Return the colour of a mark: that of its pen, amber for a question."""
    return style.AMBER if mark is Mark.QUERY else style.PEN_COLOURS[pen]


class MarkedAmount(Figure):
    """The claimed amount, with a circle drawn around it where it is wrong."""

    def __init__(self, line: SettledLine) -> None:
        super().__init__(rials(line.claimed), style.AMOUNT)
        self._line = line

    def draw(self) -> None:
        """Draw the amount, and the circle over it."""
        super().draw()
        if self._line.mark is Mark.CIRCLE:
            half = self.drawn_width / 2
            middle = self.height - baseline_offset(self.style) + _HALF_DIGIT * self.style.size
            ink = Ink(self.canv, mark_colour(self._line.mark, self._line.pen), self._line.no)
            draw_circle(ink, (self.width - half, middle), (half + 6, 7.5))


def replaced_by_person(line: SettledLine) -> SettledLine | LineResult | None:
    """Return what a person's word took the place of: of an accountant's the technical pass's, else the engine's."""
    if line.corrected:
        return line.green
    return line.engine if line.overridden else None


class MarkCell(Flowable):
    """The mark of a line; where a person departs from what stood, that mark struck out, the person's with initials."""

    def __init__(self, line: SettledLine) -> None:
        super().__init__()
        self._line, self._struck = line, replaced_by_person(line)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Return the room: one line, and another for initials."""
        self.width = aW
        self.height = style.AMOUNT.leading + (9 if self._struck else 0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the mark, or both."""
        line, struck, middle = self._line, self._struck, self.height - style.AMOUNT.leading / 2
        ink = Ink(self.canv, mark_colour(line.mark, line.pen), line.no)
        if struck is None:
            _draw_mark(line.mark, ink, (self.width / 2, middle), _MARK_SIZE)
            return
        before = Ink(self.canv, mark_colour(struck.mark, struck.pen), line.no + _STRUCK_SEED)
        _draw_struck_mark(struck.mark, before, (self.width * 0.78, middle))
        _draw_mark(line.mark, ink, (self.width * 0.26, middle), _MARK_SIZE)
        if line.author_initials:
            initials = style.INITIALS.coloured(ink.colour)
            draw_text(self.canv, line.author_initials, initials, (0, self.width * 0.56), 1.5)


class CircledAmount(Figure):
    """An amount that the centre wrote, with a red circle around it where it is wrong."""

    def __init__(self, amount: Rial, seed: int, *, wrong: bool) -> None:
        super().__init__(rials(amount), style.AMOUNT)
        self._seed, self._wrong = seed, wrong

    def draw(self) -> None:
        """Draw the amount, and the circle over it."""
        super().draw()
        if self._wrong:
            half = self.drawn_width / 2
            middle = self.height - baseline_offset(self.style) + _HALF_DIGIT * self.style.size
            draw_circle(Ink(self.canv, style.RED, self._seed), (self.width - half, middle), (half + 6, 7.2))


class StruckAmount(Figure):
    """An amount that holds no longer, below the one that does, with a stroke through it."""

    def __init__(self, amount: Rial, seed: int) -> None:
        super().__init__(rials(amount), style.AMOUNT_STRUCK)
        self._seed = seed

    def draw(self) -> None:
        """Draw the amount and the stroke."""
        super().draw()
        middle = self.height - baseline_offset(self.style) + _HALF_DIGIT * self.style.size
        left = self.width - self.drawn_width
        ink = Ink(self.canv, style.INK, self._seed)
        draw_strike(ink, (left - 3, middle - 1.2), (self.width + 3, middle + 1.2), 0.7)


def _draw_mark(mark: Mark, ink: Ink, centre: Point, size: float) -> None:
    match mark:
        case Mark.TICK:
            draw_tick(ink, centre, size)
        case Mark.ZERO:
            draw_zero(ink, centre, size)
        case Mark.QUERY:
            draw_question(ink, centre, size)
        case Mark.CIRCLE:
            draw_arrow(ink, centre, size * 1.25)


def _draw_struck_mark(mark: Mark, ink: Ink, centre: Point) -> None:
    """Draw a mark that holds no longer, smaller, with a stroke through it; a circle stands alone, around no amount."""
    if mark is Mark.CIRCLE:
        draw_circle(ink, centre, (6.2, 4.0), 1.0)
    else:
        _draw_mark(mark, ink, centre, _MARK_SIZE * 0.82)
    x, y = centre
    draw_strike(Ink(ink.canvas, style.INK, ink.seed), (x - 8, y - 2.5), (x + 8, y + 2.5))
