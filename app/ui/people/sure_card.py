"""A card that asks once more, with a reason where one is needed, before something is done that can't be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.office import User
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.narrowing_list import NarrowingList

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SureCard(QFrame):
    """Says what will happen; Enter does it, Esc leaves it.

    Signals:
        confirmed: Enter was pressed; carries the User whom it concerns, and the reason, empty where none is asked for.
        cancelled: Esc was pressed.
    """

    confirmed = Signal(object, str)
    cancelled = Signal()

    def __init__(self, reasons: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._user: User | None = None
        self.sentence = CleanLabel("", self)
        self.reasons = NarrowingList(reasons, self) if reasons else None
        keys = QHBoxLayout()
        keys.setSpacing(14)
        keys.addWidget(KeyHint("Enter", self.tr("انجام شود"), self, self._confirm))
        keys.addWidget(KeyHint("Esc", self.tr("انصراف"), self, self.cancelled.emit))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(10)
        box.addWidget(self.sentence)
        if self.reasons is not None:
            self.reasons.field.setPlaceholderText(self.tr("علت را بنویسید یا با چند حرف از فهرست برگزینید"))
            self.reasons.committed.connect(self._on_reason)
            self.reasons.cancelled.connect(self.cancelled)
            self.setFocusProxy(self.reasons)
            box.addWidget(self.reasons)
        box.addLayout(keys)

    def ask(self, sentence: str, user: User) -> None:
        """Ask whether this is to happen to a person."""
        self._user = user
        self.sentence.setText(sentence)
        if self.reasons is not None:
            self.reasons.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; Esc is the page's."""
        if event.key() in ENTER:
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self.reasons is not None:
            self.reasons.commit()
        else:
            self._on_reason("")

    def _on_reason(self, reason: str) -> None:
        self.confirmed.emit(self._user, reason)
