"""The marks of article 20 as a hand draws them: tick, circle, zero; the question of a query; the stroke of an override.

They are paths, never characters, and their shapes alone tell them apart for a reader who sees no colours. Every
function draws in the given colour and leaves the painter as it was.
"""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.handwriting import lean, uneven
from app.ui.bill.strokes import stroke

PEN_WIDTH = 2.0
_TICK = ((-0.46, -0.02), (-0.34, 0.12), (-0.18, 0.40), (-0.10, 0.30), (0.16, -0.22), (0.60, -0.66))
_HOOK = ((0.20, -0.20), (0.10, -0.36), (-0.12, -0.36), (-0.21, -0.18), (-0.10, -0.04), (0.02, 0.06), (0.03, 0.20))
_SHAFT = ((0.5, 0.02), (0.1, -0.05), (-0.5, 0.0))
_HEAD = ((-0.20, -0.26), (-0.5, 0.0), (-0.22, 0.24))


def draw_tick(painter: QPainter, centre: QPointF, size: float, colour: QColor, seed: int) -> None:
    """Draw a tick with a long tail, centred on a point."""
    _fill(painter, _figure(_TICK, size, PEN_WIDTH * 1.25, seed), centre, colour)


def draw_circle(painter: QPainter, around: QRectF, colour: QColor, seed: int) -> None:
    """Draw a slightly open, slightly overshooting ellipse around a written amount."""
    ring = _ring(round(around.width()) / 2, round(around.height()) / 2, PEN_WIDTH * 0.95, seed)
    _fill(painter, ring, around.center(), colour)


def draw_zero(painter: QPainter, centre: QPointF, size: float, colour: QColor, seed: int) -> None:
    """Draw a small upright ring, pressed hard: nothing is payable."""
    _fill(painter, _ring(size * 0.30, size * 0.42, PEN_WIDTH * 1.35, seed), centre, colour)


def draw_question(painter: QPainter, centre: QPointF, size: float, colour: QColor, seed: int) -> None:
    """Draw a Persian question mark in a dotted ring: no mark yet, a person must answer."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.7, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.05, 2.2])
    painter.setPen(pen)
    painter.drawEllipse(centre, size * 0.64, size * 0.64)
    painter.restore()
    _fill(painter, _figure(_HOOK, size * 0.92, PEN_WIDTH * 1.05, seed), centre, colour)
    dot = QPainterPath()
    dot.addEllipse(QPointF(size * 0.03, size * 0.36), 1.4, 1.4)
    _fill(painter, dot, centre, colour)


def draw_arrow(painter: QPainter, centre: QPointF, size: float, colour: QColor, seed: int) -> None:
    """Draw the short arrow that leads from a wrong amount to the right one, leftwards."""
    _fill(painter, _figure(_SHAFT, size, PEN_WIDTH * 0.9, seed), centre, colour)
    _fill(painter, _figure(_HEAD, size, PEN_WIDTH * 0.9, seed + 1), centre, colour)


def draw_strike(painter: QPainter, through: QRectF, colour: QColor, seed: int) -> None:
    """Draw the rising stroke through what no longer holds."""
    _fill(painter, _strike(round(through.width()), PEN_WIDTH * 0.8, seed), through.center(), colour)


def _fill(painter: QPainter, path: QPainterPath, centre: QPointF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.fillPath(path, colour)
    painter.restore()


@lru_cache(maxsize=512)
def _figure(points: tuple[tuple[float, float], ...], size: float, width: float, seed: int) -> QPainterPath:
    """Return a figure given in units of `size` around its centre."""
    return stroke([(x * size, y * size) for x, y in uneven(points, 0.03, seed)], width)


@lru_cache(maxsize=512)
def _ring(across: float, along: float, width: float, seed: int) -> QPainterPath:
    """Return an ellipse that begins at the upper right, swells, and overshoots its own beginning."""
    begin, turns, steps = math.radians(-58 + 9 * lean(seed)), math.radians(-374), 12
    points = []
    for step in range(steps + 1):
        way = step / steps
        swell = 1.0 + 0.075 * (way - 0.5) + 0.02 * math.sin(5 * way + seed)
        angle = begin + turns * way
        points.append((across * swell * math.cos(angle), along * swell * math.sin(angle)))
    return stroke(uneven(points, 0.035 * along, seed), width)


@lru_cache(maxsize=256)
def _strike(length: int, width: float, seed: int) -> QPainterPath:
    half, rise = length / 2, 2.5 + lean(seed)
    return stroke(uneven([(-half, rise), (0.0, -0.4), (half, -rise)], 0.5, seed), width)
