"""A page of the "why" pane that scrolls up and down and is filled anew as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrolledPage(QScrollArea):
    """Widgets below one another, as wide as the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def begin(self) -> tuple[QWidget, QVBoxLayout]:
        """Return an empty content and its layout."""
        content = QWidget()
        content.setProperty("role", "scrolled")
        box = QVBoxLayout(content)
        box.setContentsMargins(2, 4, 2, 4)
        box.setSpacing(8)
        return content, box

    def fill(self, content: QWidget) -> None:
        """Show a content; the old one goes later, for a key pressed in it may have brought the new one."""
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setWidget(content)
