"""What a form on paper is made of: rows of ruled cells, boxes to tick, room for the pen. Lengths are points."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.domain.request_form import WHOLE_ROW, Choice
from app.sheets import style
from app.sheets.fonts import text_width
from app.sheets.shaping import is_right_to_left, visual
from app.sheets.text import baseline_offset, draw_text

_SIDE, _ABOVE, _BELOW = 5.0, 3.0, 4.0  # room of a cell around what stands in it
_RULE = 0.6
_BOX, _AFTER_BOX, _BETWEEN = 7.6, 4.0, 13.0
_LOOK = style.BODY
_SHORTEST_PEN_LINE = 46.0
_FEWEST_IN_COLUMNS = 7
_TICK = ((0.14, 0.52), (0.40, 0.20), (0.92, 0.96))


class FormRow(Flowable):
    """Cells side by side, the first at the right, ruled all around; `spans` are their parts of the row.

    A row of one cell goes on on the next page where its text does not fit; others stay whole.
    """

    def __init__(self, cells: Sequence[Sequence[Flowable]], spans: Sequence[float], *, slim: bool = False) -> None:
        super().__init__()
        self._cells, self._spans, self._slim = [list(cell) for cell in cells], list(spans), slim
        self._placed: list[tuple[Flowable, float, float]] = []
        self._edges: list[float] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (reportlab's names)
        """Place what stands in the cells and return the room of the highest."""
        self._placed, self._edges = [], []
        above = self._above
        right, highest = aW, 0.0
        for parts, span in zip(self._cells, self._spans, strict=True):
            room, down = self._room(aW, span), above
            for part in parts:
                _, height = part.wrap(room, aH)
                down += height
                self._placed.append((part, right - room - _SIDE, down))
            highest = max(highest, down)
            right -= room + 2 * _SIDE
            self._edges.append(right)
        self.width, self.height = aW, highest + (_BELOW - 1 if self._slim else _BELOW)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        """Return the cell in two parts that are ruled alike; nothing where it stays whole."""
        if len(self._cells) != 1:
            return []
        *head, last = self._cells[0]
        width = self._room(aW, self._spans[0])
        used = sum(part.wrap(width, aH)[1] for part in head) + self._above + _BELOW
        pieces = last.split(width, aH - used)
        if len(pieces) != 2:  # noqa: PLR2004 (what fits, and the rest)
            return []
        first, rest = pieces
        return [FormRow([[*head, first]], self._spans), FormRow([[rest]], self._spans)]

    def draw(self) -> None:
        """Draw the rules and what stands between them."""
        canvas = self.canv
        canvas.setStrokeColor(style.QUIET)
        canvas.setLineWidth(_RULE)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        for edge in self._edges[:-1]:
            canvas.line(edge, 0, edge, self.height)
        for part, left, down in self._placed:
            part.drawOn(canvas, left, self.height - down)

    @staticmethod
    def _room(width: float, span: float) -> float:
        """Return the width of what stands in a cell."""
        return width * span / WHOLE_ROW - 2 * _SIDE

    @property
    def _above(self) -> float:
        return _ABOVE - 1 if self._slim else _ABOVE


class TickBoxes(Flowable):
    """Boxes with their names, from the right: a few as they come, many in columns; beside an open one a line to write.

    No name is cut or broken: where a row is full the next one begins.
    """

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._placed: list[tuple[Choice, float, float, float]] = []
        self._row = _LOOK.leading + 3

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Place the boxes and return the room of their rows."""
        widths = [_choice_width(choice) for choice in self._choices]
        step = 0.0
        if len(widths) >= _FEWEST_IN_COLUMNS:
            step = aW / max(1, int((aW + _BETWEEN) / (max(widths) + _BETWEEN)))
        right, row = aW, 0
        self._placed = []
        for choice, width in zip(self._choices, widths, strict=True):
            needed = width + (_SHORTEST_PEN_LINE if choice.open else 0)
            if right < aW and needed > right + 0.01:
                right, row = aW, row + 1
            self._placed.append((choice, right, width, (row + 1) * self._row))
            right -= step or width + _BETWEEN
        self.width, self.height = aW, (row + 1) * self._row
        return self.width, self.height

    def draw(self) -> None:
        """Draw each box, its name, and a tick in it."""
        for choice, right, width, down in self._placed:
            baseline = self.height - down + self._row - baseline_offset(_LOOK) - 1.5
            _draw_box(self.canv, right - _BOX, baseline - 1.2, ticked=choice.ticked)
            draw_text(self.canv, choice.name, _LOOK, (right - width, right - _BOX - _AFTER_BOX), baseline)
            if choice.open:
                _draw_dots(self.canv, (0, right - width - 4), baseline - 1.5)


class PenLines(Flowable):
    """Room for the pen: so many lines, dotted but for the last, which the cell itself rules."""

    def __init__(self, lines: int, leading: float = 16.0) -> None:
        super().__init__()
        self._lines, self._leading = lines, leading

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Return the room of the lines."""
        self.width, self.height = aW, self._lines * self._leading - 4
        return self.width, self.height

    def draw(self) -> None:
        """Draw the dots."""
        for line in range(1, self._lines):
            _draw_dots(self.canv, (0, self.width), self.height - line * self._leading)


def _choice_width(choice: Choice) -> float:
    name = visual(choice.name, right_to_left=is_right_to_left(choice.name))
    return _BOX + _AFTER_BOX + text_width(name, _LOOK.font, _LOOK.size)


def _draw_box(canvas: Canvas, left: float, bottom: float, *, ticked: bool) -> None:
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    canvas.rect(left, bottom, _BOX, _BOX, stroke=1, fill=0)
    if ticked:
        canvas.setLineWidth(1.5)
        path = canvas.beginPath()
        (x, y), *others = [(left + x * _BOX, bottom + y * _BOX) for x, y in _TICK]
        path.moveTo(x, y)
        for x, y in others:
            path.lineTo(x, y)
        canvas.drawPath(path, stroke=1, fill=0)


def _draw_dots(canvas: Canvas, edges: tuple[float, float], y: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(style.QUIET)
    canvas.setLineWidth(0.6)
    canvas.setDash([0.6, 2.2])
    canvas.line(edges[0], y, edges[1], y)
    canvas.restoreState()
