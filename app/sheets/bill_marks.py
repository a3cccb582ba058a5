"""Cells of the bill on which the pen has been: the claimed amount, the mark beside it, an amount that was struck out."""

from dataclasses import replace

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from app.domain.findings import Mark, Pen
from app.domain.persian import rials
from app.domain.settlement import SettledLine
from app.sheets import style
from app.sheets.marks import draw_arrow, draw_circle, draw_question, draw_strike, draw_tick, draw_zero
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

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (reportlab's names)
        """Leave room for the circle at both sides."""
        _, height = super().wrap(aW - 8, aH)
        return aW, height

    def draw(self) -> None:
        """Draw the amount, and the circle over it."""
        super().draw()
        if self._line.mark is Mark.CIRCLE:
            half = self.drawn_width / 2
            middle = self.height - baseline_offset(self.style) + _HALF_DIGIT * self.style.size
            colour = mark_colour(self._line.mark, self._line.pen)
            draw_circle(self.canv, self.width - half, middle, (half + 6.5, 8.4), colour, self._line.no)


class MarkCell(Flowable):
    """The mark of a line; where a person departs from the engine, the engine's struck out and the person's with initials."""

    def __init__(self, line: SettledLine) -> None:
        super().__init__()
        self._line = line

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Return the room: one line, and another for initials."""
        self.width = aW
        self.height = style.AMOUNT.leading + (9 if self._line.overridden else 0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the mark, or both."""
        line = self._line
        middle = self.height - style.AMOUNT.leading / 2
        if not line.overridden:
            self._draw_mark(line.mark, line.pen, self.width / 2, middle, line.no)
            return
        self._draw_mark(
            line.engine.mark, line.engine.pen, self.width * 0.76, middle, line.no + _ENGINE_SEED, struck=True
        )
        self._draw_mark(line.mark, line.pen, self.width * 0.28, middle, line.no)
        if line.author_initials:
            initials = replace(style.INITIALS, colour=mark_colour(line.mark, line.pen))
            draw_text(self.canv, line.author_initials, initials, 0, self.width * 0.56, 1.5)

    def _draw_mark(self, mark: Mark, pen: Pen, x: float, y: float, seed: int, *, struck: bool = False) -> None:
        colour, canvas = mark_colour(mark, pen), self.canv
        size = _MARK_SIZE * (0.82 if struck else 1)
        match mark:
            case Mark.TICK:
                draw_tick(canvas, x, y, size, colour, seed)
            case Mark.ZERO:
                draw_zero(canvas, x, y, size, colour, seed)
            case Mark.QUERY:
                draw_question(canvas, x, y, size, colour, seed)
            case Mark.CIRCLE if struck:
                draw_circle(canvas, x, y, (6.2, 4.0), colour, seed, width=1.0)
            case Mark.CIRCLE:
                draw_arrow(canvas, x, y, size * 1.25, colour, seed)
        if struck:
            draw_strike(canvas, x - 8, x + 8, y, 5, style.INK, seed)


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
        draw_strike(self.canv, left - 2, self.width + 2, middle, 1.6, style.INK, self._seed)
