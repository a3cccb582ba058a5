"""A field of choice with an arrow drawn as quietly as the rest of the desk."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle

from app.ui.theme import QUIET

ARROW_ROOM = 26


class QuietChoice(QComboBox):
    """One of several things, shown in a field."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow at the end of the field; the style sheet leaves it out."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QUIET, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        room = QRect(self.width() - ARROW_ROOM, 0, ARROW_ROOM, self.height())
        centre = QStyle.visualRect(self.layoutDirection(), self.rect(), room).toRectF().center()
        painter.drawPolyline([centre + QPointF(x, y) for x, y in ((-4, -2), (0, 2), (4, -2))])
