"""What is to be said of the signatures on a sheet: whose hold, whose key was revoked, whether the office knows it."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.verification import SheetVerdict
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import SMALL
from app.ui.theme import restyle


class SignatureLines(QFrame):
    """The sentences of a verdict, hidden while there is none; a sheet that does not hold stands on red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences = CleanLabel("", self, points=SMALL)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.addWidget(self.sentences)
        self.hide()

    def show_verdict(self, verdict: SheetVerdict | None) -> None:
        """Show what was found of a sheet; None says nothing."""
        self.setVisible(verdict is not None)
        if verdict is None:
            self.sentences.clear()
            return
        self.sentences.setText("\n".join(verdict.sentences))
        restyle(self, role="box" if verdict.holds else "fault")
        restyle(self.sentences, tone="green" if verdict.holds else "red")
