"""The quiet cards on which a part of the desk, or a page over it, lies."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A widget on paper, with a margin around it."""

    def __init__(self, content: QWidget, margin: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(margin, margin, margin, margin)
        inside.addWidget(content)


class PageCard(QFrame):
    """The card of a page of the office: its `parts` stand one below the other, the buttons at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.parts = QVBoxLayout(self)
        self.parts.setContentsMargins(28, 20, 28, 20)
        self.parts.setSpacing(10)


def fill_page(page: QWidget, content: QWidget) -> None:
    """Let a page hold one thing, a little off its edges."""
    around = QVBoxLayout(page)
    around.setContentsMargins(8, 8, 8, 8)
    around.addWidget(content)
