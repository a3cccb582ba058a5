"""The notice line: one calm line of text instead of message boxes; it says what happened and what to do next."""

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.fonts import SMALL, font
from app.ui.theme import restyle

SHOWN_MS = 7000


class Tone(StrEnum):
    """How a notice is meant."""

    DONE = "green"
    HINT = "quiet"
    WARNING = "amber"
    FAULT = "red"


class NoticeLine(QFrame):
    """Shows the latest notice; a fault stays until the next notice, everything else goes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setFont(font(SMALL + 0.5))
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 0, 8, 0)
        box.addWidget(self.label, 1)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.clear)

    def say(self, sentence: str, tone: Tone = Tone.DONE) -> None:
        """Show a notice in place of the one before."""
        self.label.setText(sentence)
        restyle(self.label, tone=tone.value)
        if tone is Tone.FAULT:
            self._timer.stop()
        else:
            self._timer.start()

    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self.label.clear()

    @property
    def text(self) -> str:
        """What is shown now."""
        return self.label.text()
