"""Persian text as something that a page lays out: wrapped, aligned, and split over pages between its lines."""

from dataclasses import replace
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.sheets.fonts import ASCENT, DESCENT, text_width
from app.sheets.shaping import is_right_to_left, visual, wrapped
from app.sheets.style import Align, TextStyle

Edges = tuple[float, float]  # left and right


class Text(Flowable):
    """A text in one style; `indent` is kept free at its right."""

    def __init__(self, text: str, style: TextStyle, *, indent: float = 0, space_after: float = 0) -> None:
        super().__init__()
        self._text, self._style, self._indent = text, style, indent
        self._lines: tuple[str, ...] | None = None
        self._wrapped_for = 0.0
        self.spaceAfter = space_after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Break the text into lines for a width and return the room they take."""
        if self._lines is None or self._wrapped_for != aW:
            self._lines, self._wrapped_for = self._broken(aW - self._indent), aW
        self.width, self.height = aW, len(self._lines) * self._style.leading
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        """Return the part that fits a height and the rest; nothing where not even one line fits."""
        self.wrap(aW, aH)
        lines = self._lines or ()
        count = int(aH / self._style.leading + 1e-6)
        if count < 1 or count >= len(lines):
            return [] if count < 1 else [self]
        return [self._part(lines[:count], aW, 0), self._part(lines[count:], aW, self.spaceAfter)]

    def draw(self) -> None:
        """Draw the lines from the top down."""
        canvas, style = self.canv, self._style
        canvas.setFillColor(style.colour)
        canvas.setFont(style.font, style.size)
        baseline = self.height - baseline_offset(style)
        for line in self._lines or ():
            draw_line(canvas, line, style, (0, self.width - self._indent), baseline)
            baseline -= style.leading

    def _broken(self, width: float) -> tuple[str, ...]:
        font, size = self._style.font, self._style.size
        return wrapped(self._text, lambda visual_text: text_width(visual_text, font, size), width)

    def _part(self, lines: tuple[str, ...], width: float, space_after: float) -> "Text":
        part = Text(self._text, self._style, indent=self._indent, space_after=space_after)
        part._lines, part._wrapped_for = lines, width
        return part


class Figure(Flowable):
    """A number in one line that never breaks: where the room is too narrow it is drawn smaller."""

    def __init__(self, text: str, style: TextStyle) -> None:
        super().__init__()
        self.text, self.style = visual(text), style

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Shrink the figure to the width and return the room it takes."""
        needed = text_width(self.text, self.style.font, self.style.size)
        if needed > aW:
            self.style = replace(self.style, size=self.style.size * aW / needed)
        self.width, self.height = aW, self.style.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the figure."""
        canvas = self.canv
        canvas.setFillColor(self.style.colour)
        canvas.setFont(self.style.font, self.style.size)
        draw_line(canvas, self.text, self.style, (0, self.width), self.height - baseline_offset(self.style))

    @property
    def drawn_width(self) -> float:
        """The width of the figure itself, in points."""
        return text_width(self.text, self.style.font, self.style.size)


def baseline_offset(style: TextStyle) -> float:
    """Return how far below the top of a line its baseline lies."""
    return (style.leading - (ASCENT + DESCENT) * style.size) / 2 + ASCENT * style.size


def draw_line(canvas: Canvas, line: str, style: TextStyle, edges: Edges, baseline: float) -> None:
    """Draw one visual line between two edges with the font and colour that are set."""
    left, right = edges
    match style.align:
        case Align.RIGHT:
            canvas.drawRightString(right, baseline, line)
        case Align.CENTRE:
            canvas.drawCentredString((left + right) / 2, baseline, line)
        case Align.LEFT:
            canvas.drawString(left, baseline, line)


def draw_text(canvas: Canvas, text: str, style: TextStyle, edges: Edges, baseline: float) -> None:
    """Draw a logical text on one line between two edges, outside the flow of the page."""
    canvas.setFillColor(style.colour)
    canvas.setFont(style.font, style.size)
    draw_line(canvas, visual(text, right_to_left=is_right_to_left(text)), style, edges, baseline)


def fitted(text: str, style: TextStyle, edges: Edges) -> TextStyle:
    """Return a style, smaller where the text would reach over the edges."""
    room = edges[1] - edges[0]
    needed = text_width(visual(text, right_to_left=is_right_to_left(text)), style.font, style.size)
    return style if needed <= room else replace(style, size=style.size * room / needed)
