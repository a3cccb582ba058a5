"""What a pane shows when it has nothing to show: one calm sentence, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.fonts import LARGE, MEDIUM, font


class StatePage(QWidget):
    """A heading and a sentence in the middle of a pane: empty, loading or faulty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.sentence = QLabel(self), QLabel(self)
        self.heading.setFont(font(LARGE, MEDIUM))
        self.sentence.setProperty("tone", "quiet")
        self.sentence.setMaximumWidth(460)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            box.addWidget(label)
        box.addStretch(3)

    def say(self, heading: str, sentence: str) -> None:
        """Show a state."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
