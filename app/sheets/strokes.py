"""Pen strokes: a line as a hand draws it, a little uneven, thin where the pen lands and leaves.

The unevenness comes from a seed, so that the same sheet is always the same bytes.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from reportlab.pdfgen.canvas import Canvas

Point = tuple[float, float]
_SAMPLES = 10  # between two points of a stroke


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand whose tremor follows from a seed: `uneven` moves a figure by at most so much."""

    seed: int

    def uneven(self, points: Sequence[Point], tremor: float) -> list[Point]:
        """Return the points, each moved by at most `tremor` points."""
        random = Random(self.seed)  # noqa: S311 (a drawing, not a secret)
        return [(x + random.uniform(-tremor, tremor), y + random.uniform(-tremor, tremor)) for x, y in points]

    def lean(self) -> float:
        """Return how a drawing of this hand leans, from -1 to 1."""
        return Random(self.seed).uniform(-1, 1)  # noqa: S311


def smooth(points: Sequence[Point]) -> list[Point]:
    """Return a fine polyline through the points (Catmull-Rom)."""
    ends = [points[0], *points, points[-1]]
    line = [
        _between(ends[place : place + 4], step / _SAMPLES)
        for place in range(len(points) - 1)
        for step in range(_SAMPLES)
    ]
    return [*line, points[-1]]


def _between(four: Sequence[Point], t: float) -> Point:
    """Return the point at `t` between the second and third of four points."""
    weights = (
        -t / 2 + t**2 - t**3 / 2,
        1 - 5 / 2 * t**2 + 3 / 2 * t**3,
        t / 2 + 2 * t**2 - 3 / 2 * t**3,
        -(t**2) / 2 + t**3 / 2,
    )
    return (
        sum(weight * point[0] for weight, point in zip(weights, four, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, four, strict=True)),
    )


def draw_stroke(
    canvas: Canvas, points: Sequence[Point], width: float, pressure: Callable[[float], float] | None = None
) -> None:
    """Fill a stroke along a polyline in the fill colour; `pressure` gives the share of `width` along the way."""
    press = pressure or landing_and_leaving
    left, right = [], []
    last = len(points) - 1
    for place, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[max(place - 1, 0)], points[min(place + 1, last)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        half = width * press(place / last) / 2
        across = (-(y1 - y0) / length * half, (x1 - x0) / length * half)
        left.append((x + across[0], y + across[1]))
        right.append((x - across[0], y - across[1]))
    path = canvas.beginPath()
    path.moveTo(*left[0])
    for point in [*left[1:], *reversed(right)]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


def landing_and_leaving(way: float) -> float:
    """Return the pressure of a plain stroke: firm, thinner at both ends."""
    return 0.45 + 0.55 * math.pow(math.sin(math.pi * min(1.0, 0.12 + way * 0.95)), 0.6)
