"""The geometry of pen strokes, for the screen and for paper alike: a line as a hand draws it.

A stroke is a little uneven, and thin where the pen lands and leaves. The unevenness follows from a seed, so that a mark
keeps its shape while one scrolls and the same sheet is always the same bytes. Lengths are in whatever unit is drawn in.
"""

import math
from collections.abc import Callable, Sequence
from random import Random

Point = tuple[float, float]
_SAMPLES = 10  # between two points of a stroke


def uneven(points: Sequence[Point], tremor: float, seed: int) -> list[Point]:
    """Return the points, each moved by at most `tremor`."""
    random = Random(seed)  # noqa: S311 (a drawing, not a secret)
    return [(x + random.uniform(-tremor, tremor), y + random.uniform(-tremor, tremor)) for x, y in points]


def lean(seed: int) -> float:
    """Return how a drawing of this hand leans, from -1 to 1."""
    return Random(seed).uniform(-1, 1)  # noqa: S311


def smooth(points: Sequence[Point]) -> list[Point]:
    """Return a fine polyline through the points (Catmull-Rom)."""
    ends = [points[0], *points, points[-1]]
    line = [
        _between(ends[place : place + 4], step / _SAMPLES)
        for place in range(len(points) - 1)
        for step in range(_SAMPLES)
    ]
    return [*line, points[-1]]


def landing_and_leaving(way: float) -> float:
    """Return the pressure of a plain stroke at a share of its way: firm, thinner at both ends."""
    firm: float = math.sin(math.pi * min(1.0, 0.12 + way * 0.95)) ** 0.6
    return 0.45 + 0.55 * firm


def outline(
    line: Sequence[Point], width: float, pressure: Callable[[float], float] = landing_and_leaving
) -> list[Point]:
    """Return the closed outline of a stroke along a polyline; `pressure` gives the share of `width` along the way."""
    left, right = [], []
    last = len(line) - 1
    for place, (x, y) in enumerate(line):
        (x0, y0), (x1, y1) = line[max(place - 1, 0)], line[min(place + 1, last)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        half = width * pressure(place / last) / 2
        dx, dy = -(y1 - y0) / length * half, (x1 - x0) / length * half
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    return [*left, *reversed(right)]


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
