"""A label whose text can be selected and copied without the invisible marks that steer its display."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from app.ui.fonts import BODY, REGULAR, font
from app.ui.text import leading, sentence, without_bidi_marks
from app.ui.theme import restyle


class CleanLabel(QLabel):
    """A wrapped, selectable text; `tone` is one of the style sheet's: quiet, amber, red, green."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        tone: str = "",
        points: float = BODY,
        weight: QFont.Weight = REGULAR,
        tabular: bool = False,
    ) -> None:
        super().__init__(sentence(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWordWrap(True)
        self.setAlignment(leading())
        self.setFont(font(points, weight, tabular=tabular))
        if tone:
            self.setProperty("tone", tone)

    def say(self, text: str, tone: str) -> None:
        """Show another text in its tone."""
        self.setText(text)
        restyle(self, tone=tone)

    def copy(self) -> None:
        """Put the selected text on the clipboard, clean."""
        QGuiApplication.clipboard().setText(without_bidi_marks(self.selectedText()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy clean; every other key is the desk's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is selected."""
        menu = QMenu(self)
        chosen = menu.addAction(self.tr("رونوشت"))
        chosen.setEnabled(self.hasSelectedText())
        chosen.triggered.connect(self.copy)
        menu.popup(event.globalPos())
