"""The quiet card on which a part of the desk lies."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A widget on paper, with a margin around it."""

    def __init__(self, content: QWidget, margin: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(margin, margin, margin, margin)
        inside.addWidget(content)
