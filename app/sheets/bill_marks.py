"""Cells of the bill on which the pen has been: the claimed amount, the mark beside it, an amount struck out."""

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from app.domain.findings import Mark, Pen
from app.domain.persian import rials
from app.domain.settlement import SettledLine
from app.handwriting import Point
from app.sheets import style
from app.sheets.marks import Ink, draw_arrow, draw_circle, draw_question, draw_strike, draw_tick, draw_zero
from app.sheets.text import Figure, baseline_offset, draw_text

_ENGINE_SEED = 1000  # the engine's struck mark beside the person's is not drawn by the same hand
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


class MarkCell(Flowable):
    """The mark of a line; where a person departs from the engine, its mark struck out, the person's with initials."""

    def __init__(self, line: SettledLine) -> None:
        super().__init__()
        self._line = line

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Return the room: one line, and another for initials."""
        self.width = aW
        self.height = style.AMOUNT.leading + (9 if self._line.overridden else 0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the mark, or both."""
        line, middle = self._line, self.height - style.AMOUNT.leading / 2
        if not line.overridden:
            ink = Ink(self.canv, mark_colour(line.mark, line.pen), line.no)
            _draw_mark(line.mark, ink, (self.width / 2, middle), _MARK_SIZE)
            return
        engine = Ink(self.canv, mark_colour(line.engine.mark, line.engine.pen), line.no + _ENGINE_SEED)
        person = Ink(self.canv, mark_colour(line.mark, line.pen), line.no)
        _draw_struck_mark(line.engine.mark, engine, (self.width * 0.78, middle))
        _draw_mark(line.mark, person, (self.width * 0.26, middle), _MARK_SIZE)
        if line.author_initials:
            initials = style.INITIALS.coloured(person.colour)
            draw_text(self.canv, line.author_initials, initials, (0, self.width * 0.56), 1.5)


class StruckAmount(Figure):
    """The engine's amount below the person's, with a stroke through it."""

    def __init__(self, line: SettledLine) -> None:
        super().__init__(rials(line.engine.approved), style.AMOUNT_STRUCK)
        self._seed = line.no

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
    """Draw the engine's mark, smaller, and a stroke through it; its circle stands for itself, around no amount."""
    if mark is Mark.CIRCLE:
        draw_circle(ink, centre, (6.2, 4.0), 1.0)
    else:
        _draw_mark(mark, ink, centre, _MARK_SIZE * 0.82)
    x, y = centre
    draw_strike(Ink(ink.canvas, style.INK, ink.seed), (x - 8, y - 2.5), (x + 8, y + 2.5))
