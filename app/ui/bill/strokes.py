"""Pen strokes as filled paths of Qt; lengths are pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from app.handwriting import Point, outline, smooth


def stroke(points: Sequence[Point], width: float) -> QPainterPath:
    """Return the outline of a stroke that runs smoothly through the points."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline(smooth(points), width)]))
    path.closeSubpath()
    return path
