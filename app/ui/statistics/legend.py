"""What the patterns of parted bars mean."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.statistics import Word
from app.ui.bill.flow_layout import FlowLayout
from app.ui.fonts import SMALL, font
from app.ui.statistics.bars import Tone
from app.ui.statistics.tones import draw_part
from app.ui.statistics.wording import TONES, WORDS, say

WIDTH, HEIGHT = 26, 10


class Swatch(QWidget):
    """A piece of a bar in one tone."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the room of the piece."""
        return QSize(WIDTH, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the piece."""
        del event
        draw_part(QPainter(self), QRectF(0, (self.height() - HEIGHT) / 2, WIDTH, HEIGHT), self._tone)


class Legend(QWidget):
    """A swatch and a name for each word."""

    def __init__(self, words: Iterable[Word] = WORDS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, spacing=8)
        for word in words:
            name = QLabel(say(WORDS[word]), self)
            name.setFont(font(SMALL))
            name.setProperty("tone", "quiet")
            layout.addWidget(Swatch(TONES[word], self))
            layout.addWidget(name)
