"""A choice under its key: what it says, and beneath it what would be paid with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.ui.bill.key_cap import KeyCap
from app.ui.fonts import MEDIUM, SMALL, font


class ChoiceButton(QPushButton):
    """A choice with its key before it; it never takes the focus from the strip."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._text = text
        cap, label, self._amounts = KeyCap(key, self), QLabel(text, self), QLabel(self)
        self._amounts.setFont(font(SMALL, MEDIUM))
        self._amounts.setProperty("tone", "quiet")
        self._amounts.hide()
        box = QGridLayout(self)
        box.setContentsMargins(10, 4, 14, 4)
        box.setHorizontalSpacing(9)
        box.setVerticalSpacing(0)
        for widget, row, column in ((cap, 0, 0), (label, 0, 1), (self._amounts, 1, 1)):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)

    def show_amounts(self, text: str) -> None:
        """Show what would be paid with the choice; a text of spaces keeps the room for it."""
        self._amounts.setText(text)
        self._amounts.setVisible(bool(text))
        self.setAccessibleName(f"{self._text}، {text}" if text.strip() else self._text)
        self.updateGeometry()

    @property
    def amounts(self) -> str:
        """What is shown beneath the choice."""
        return self._amounts.text()

    def sizeHint(self) -> QSize:
        """Return the room of key, text and amounts."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()
