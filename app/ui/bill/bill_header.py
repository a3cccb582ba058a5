"""The headings of the bill's columns, standing exactly over the figures that they name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from app.ui import theme
from app.ui.bill.bill_model import Column
from app.ui.bill.cells import CENTRE, CIRCLE_ROOM, MARK_ROOM, PAD, RIGHT
from app.ui.fonts import MEDIUM, SMALL, font

HEIGHT = 34


class BillHeader(QHeaderView):
    """Quiet column headings; they can be neither clicked nor moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(0)

    def sizeHint(self) -> QSize:
        """Return the room that the headings ask for."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 (Qt's name)
        """Paint one heading."""
        painter.save()
        painter.fillRect(rect, theme.PAPER)
        painter.setPen(QPen(theme.HAIRLINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.QUIET)
        painter.setFont(font(SMALL, MEDIUM))
        room, align = self._room(rect, Column(logicalIndex))
        painter.drawText(room, align, self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.restore()

    def _room(self, rect: QRect, column: Column) -> tuple[QRect, Qt.AlignmentFlag]:
        match column:
            case Column.NUMBER | Column.QUANTITY:
                return rect, CENTRE
            case Column.CLAIMED:
                return rect.adjusted(CIRCLE_ROOM, 0, -CIRCLE_ROOM, 0), RIGHT
            case Column.APPROVED:
                start = PAD + MARK_ROOM
                logical = QRect(rect.left() + start, rect.top(), rect.width() - start - PAD, rect.height())
                return QStyle.visualRect(self.layoutDirection(), rect, logical), RIGHT
        beginning = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return rect.adjusted(PAD, 0, -PAD, 0), QStyle.visualAlignment(self.layoutDirection(), beginning)
