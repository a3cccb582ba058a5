"""Pen strokes on paper: filled paths of a page; lengths are points."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from app.handwriting import Point, landing_and_leaving, lean, outline, uneven


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand whose tremor follows from a seed: `uneven` moves a figure by at most so much."""

    seed: int

    def uneven(self, points: Sequence[Point], tremor: float) -> list[Point]:
        """Return the points, each moved by at most `tremor` points."""
        return uneven(points, tremor, self.seed)

    def lean(self) -> float:
        """Return how a drawing of this hand leans, from -1 to 1."""
        return lean(self.seed)


def draw_stroke(
    canvas: Canvas, points: Sequence[Point], width: float, pressure: Callable[[float], float] = landing_and_leaving
) -> None:
    """Fill a stroke along a polyline in the fill colour; `pressure` gives the share of `width` along the way."""
    first, *others = outline(points, width, pressure)
    path = canvas.beginPath()
    path.moveTo(*first)
    for point in others:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)
