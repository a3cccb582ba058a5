"""The choice of a submission, with an arrow drawn as quietly as the rest of the desk."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QWidget

from app.domain.persian import persian_digits
from app.domain.queue import QueueCount
from app.ui.text import identifier
from app.ui.theme import QUIET

ARROW_ROOM = 26


class SubmissionChoice(QComboBox):
    """All submissions, or one of them.

    Signals:
        chosen: number of the submission in the office, None for all.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("درخواست هزینه"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._shown: tuple[QueueCount, ...] = ()
        self.addItem(self.tr("همه درخواست‌ها"), None)
        self.activated.connect(lambda _place: self.chosen.emit(self.currentData()))

    def show_submissions(self, found: tuple[QueueCount, ...]) -> None:
        """Show the submissions that can be chosen; the choice stays."""
        if found == self._shown:
            return
        self._shown = found
        chosen = self.currentData()
        self.clear()
        self.addItem(self.tr("همه درخواست‌ها"), None)
        for count in found:
            if count.key is not None:
                text = self.tr("{submission} — {claims} سند").format(
                    submission=identifier(count.title or count.key), claims=persian_digits(count.claims)
                )
                self.addItem(text, int(count.key))
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow at the end of the field; the style sheet leaves it out."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QUIET, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        room = QRect(self.width() - ARROW_ROOM, 0, ARROW_ROOM, self.height())
        centre = QStyle.visualRect(self.layoutDirection(), self.rect(), room).toRectF().center()
        painter.drawPolyline([centre + QPointF(x, y) for x, y in ((-4, -2), (0, 2), (4, -2))])
