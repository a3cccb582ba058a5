"""Small parts that sheets are laid out with: columns from right to left, rules, a text with a bar beside it."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from app.sheets.style import HAIRLINE
from app.sheets.text import Text

Cell = Flowable | Sequence[Flowable] | None


class Columns(Flowable):
    """Parts side by side, the first at the right; widths in points, 0 shares what is left.

    A part may be several flowables one below the other, or nothing. The row is never split over pages.
    """

    def __init__(self, *cells: tuple[Cell, float], gap: float = 10, indent: float = 0, space_after: float = 0) -> None:
        super().__init__()
        self._cells = [(_listed(cell), width) for cell, width in cells]
        self._gap, self._indent = gap, indent
        self._placed: list[tuple[Flowable, float, float]] = []
        self.spaceAfter = space_after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (reportlab's names)
        """Place the parts and return the room of the highest."""
        room = aW - self._indent - self._gap * (len(self._cells) - 1)
        flexible = sum(1 for _, width in self._cells if not width)
        share = (room - sum(width for _, width in self._cells)) / flexible if flexible else 0
        right, heights = aW - self._indent, []
        self._placed = []
        for parts, fixed in self._cells:
            width, down = fixed or share, 0.0
            for part in parts:
                _, height = part.wrap(width, aH)
                down += height
                self._placed.append((part, right - width, down))
            heights.append(down)
            right -= width + self._gap
        self.width, self.height = aW, max(heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts, their tops in line."""
        for part, left, down in self._placed:
            part.drawOn(self.canv, left, self.height - down)


class Rule(Flowable):
    """A horizontal line over the whole width."""

    def __init__(
        self, colour: Color = HAIRLINE, thickness: float = 0.5, *, before: float = 0, after: float = 0
    ) -> None:
        super().__init__()
        self._colour, self._thickness, self._before, self._after = colour, thickness, before, after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Return the room of the line and the space around it."""
        self.width, self.height = aW, self._before + self._after + self._thickness
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeColor(self._colour)
        self.canv.setLineWidth(self._thickness)
        self.canv.line(0, self._after, self.width, self._after)


class BarredText(Text):
    """A text with a bar of a colour at its right, set apart from what stands around it."""

    bar: Color = HAIRLINE

    def draw(self) -> None:
        """Draw the bar and the text."""
        right = self.width - self._indent + 6
        self.canv.setFillColor(self.bar)
        self.canv.rect(right, 1, 1.8, self.height - 2, stroke=0, fill=1)
        super().draw()


def barred(text: str, style: Any, bar: Color, *, indent: float, space_after: float = 0) -> BarredText:
    """Return a text with a bar."""
    made = BarredText(text, style, indent=indent, space_after=space_after)
    made.bar = bar
    return made


def _listed(cell: Cell) -> list[Flowable]:
    if cell is None:
        return []
    return [cell] if isinstance(cell, Flowable) else list(cell)


class Panel(Flowable):
    """A part on a tinted ground."""

    def __init__(self, part: Flowable, ground: Color, *, padding: float = 8) -> None:
        super().__init__()
        self._part, self._ground, self._padding = part, ground, padding

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Return the room of the part and the ground around it."""
        _, height = self._part.wrap(aW - 2 * self._padding, aH)
        self.width, self.height = aW, height + 2 * self._padding
        return self.width, self.height

    def draw(self) -> None:
        """Draw the ground and the part."""
        self.canv.setFillColor(self._ground)
        self.canv.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        self._part.drawOn(self.canv, self._padding, self._padding)


class Stack(Flowable):
    """Parts one below the other, as one."""

    def __init__(self, parts: Sequence[Flowable]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._placed: list[tuple[Flowable, float]] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (reportlab's names)
        """Place the parts and return the room of all."""
        down = 0.0
        self._placed = []
        for part in self._parts:
            _, height = part.wrap(aW, aH)
            down += height
            self._placed.append((part, down))
            down += part.getSpaceAfter()
        self.width, self.height = aW, down
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts from the top down."""
        for part, down in self._placed:
            part.drawOn(self.canv, 0, self.height - down)
