"""A card that asks one question and takes its answer from a list that narrows; it takes the place of a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.narrowing_list import NarrowingList
from app.ui.fonts import MEDIUM, SMALL


class ChoiceCard(QFrame):
    """A question, a list that narrows while one types, the keys, and a sentence for an answer that is none.

    Whoever derives from it says what becomes of an answer in `take`.

    Signals:
        left: Esc was pressed.
    """

    left = Signal()

    def __init__(self, *, hint: str, fault: str, commit: str, visible_rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("focused", "true")
        self.question = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.choices = NarrowingList((), self, visible_rows=visible_rows)
        self.fault = CleanLabel(fault, self, tone="red", points=SMALL)
        self.choices.field.setPlaceholderText(hint)
        self.choices.committed.connect(self._on_committed)
        self.choices.cancelled.connect(self.left)
        self.choices.field.textEdited.connect(lambda _text: self.fault.hide())
        keys = QHBoxLayout()
        keys.setSpacing(14)
        for key, text, do in (
            ("Enter", commit, self.choices.commit),
            ("Esc", self.tr("انصراف"), self.choices.cancelled.emit),
            ("↑↓", self.tr("برگزیدن"), None),
        ):
            keys.addWidget(KeyHint(key, text, self, do))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(5)
        for widget in (self.question, self.choices, self.fault):
            box.addWidget(widget)
        box.addLayout(keys)
        self.hide()

    def take(self, answer: str) -> bool:
        """Take an answer, and tell whether it is one."""
        raise NotImplementedError

    def begin(self, question: str) -> None:
        """Show the question, with the keys in the field."""
        self.question.setText(question)
        self.fault.hide()
        self.show()
        self.choices.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_committed(self, answer: str) -> None:
        if not self.take(answer):
            self.fault.show()
