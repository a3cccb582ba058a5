"""What a pane shows when it has nothing to show: a quiet card with one calm sentence, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.ui.fonts import LARGE, MEDIUM, font


class StatePage(QWidget):
    """A heading and a sentence in the middle of a pane: empty, loading or faulty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = QFrame(self)
        card.setProperty("role", "card")
        self.heading, self.sentence = QLabel(card), QLabel(card)
        self.heading.setFont(font(LARGE, MEDIUM))
        self.sentence.setProperty("tone", "quiet")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 16, 32, 16)
        inside.setSpacing(8)
        inside.addStretch(2)
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            inside.addWidget(label)
        inside.addStretch(3)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(card)

    def say(self, heading: str, sentence: str) -> None:
        """Show a state."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
