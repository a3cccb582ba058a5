"""A field of choice with an arrow drawn as quietly as the rest of the desk."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from app.ui.theme import QUIET

ARROW_ROOM = 26


class QuietChoice(QComboBox):
    """One of several things, shown in a field."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin a new word: Qt would add its letters to those that were typed here a moment before."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # the list of choices closes, and its choice holds
            list_, current = self.view(), self.view().currentIndex()
            list_.keyboardSearch("")
            list_.setCurrentIndex(current)

    def shown_text(self) -> str:
        """Return the choice as the field has room for it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice, shortened where it has no room, and an arrow, which the style sheet leaves out."""
        del event
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QUIET, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        room = QRect(self.width() - ARROW_ROOM, 0, ARROW_ROOM, self.height())
        centre = QStyle.visualRect(self.layoutDirection(), self.rect(), room).toRectF().center()
        painter.drawPolyline([centre + QPointF(x, y) for x, y in ((-4, -2), (0, 2), (4, -2))])
