"""A field of choice with an arrow drawn as quietly as the rest of the desk."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from app.ui.theme import QUIET

ARROW_ROOM, BESIDE_TEXT = 26, 4


class QuietChoice(QComboBox):
    """One of several things, shown in a field."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice, shortened where it has no room, and an arrow, which the style sheet leaves out."""
        del event
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        edit = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, edit, self)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - BESIDE_TEXT
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QUIET, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        room = QRect(self.width() - ARROW_ROOM, 0, ARROW_ROOM, self.height())
        centre = QStyle.visualRect(self.layoutDirection(), self.rect(), room).toRectF().center()
        painter.drawPolyline([centre + QPointF(x, y) for x, y in ((-4, -2), (0, 2), (4, -2))])
