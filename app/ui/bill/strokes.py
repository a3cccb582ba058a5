"""Pen strokes as filled paths: a line as a hand draws it, a little uneven, thin where the pen lands and leaves.

Lengths are pixels. The unevenness follows from a seed, so that a mark keeps its shape while one scrolls.
"""

import math
from collections.abc import Sequence
from random import Random

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

Point = tuple[float, float]
_SAMPLES = 8  # between two points of a stroke


def uneven(points: Sequence[Point], tremor: float, seed: int) -> list[Point]:
    """Return the points, each moved by at most `tremor`."""
    random = Random(seed)  # noqa: S311 (a drawing, not a secret)
    return [(x + random.uniform(-tremor, tremor), y + random.uniform(-tremor, tremor)) for x, y in points]


def lean(seed: int) -> float:
    """Return how a drawing of this hand leans, from -1 to 1."""
    return Random(seed).uniform(-1, 1)  # noqa: S311


def stroke(points: Sequence[Point], width: float) -> QPainterPath:
    """Return the outline of a stroke that runs smoothly through the points."""
    line = _smooth(points)
    left, right = [], []
    last = len(line) - 1
    for place, (x, y) in enumerate(line):
        (x0, y0), (x1, y1) = line[max(place - 1, 0)], line[min(place + 1, last)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        half = width * _pressure(place / last) / 2
        dx, dy = -(y1 - y0) / length * half, (x1 - x0) / length * half
        left.append(QPointF(x + dx, y + dy))
        right.append(QPointF(x - dx, y - dy))
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(QPolygonF([*left, *reversed(right)]))
    path.closeSubpath()
    return path


def _smooth(points: Sequence[Point]) -> list[Point]:
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
        sum(weight * x for weight, (x, _) in zip(weights, four, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, four, strict=True)),
    )


def _pressure(way: float) -> float:
    """Return the share of the width along a stroke: firm, thinner at both ends."""
    firm: float = math.sin(math.pi * min(1.0, 0.12 + way * 0.95)) ** 0.6
    return 0.42 + 0.58 * firm
