"""A card above the bill on which a person says why a claim is sent on its way; it takes the place of a dialog."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.files.yaml12 import read_yaml
from app.resources import resource
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.narrowing_list import NarrowingList
from app.ui.fonts import MEDIUM, SMALL


@cache
def listed_sentences(occasion: str) -> tuple[str, ...]:
    """Return the sentences that the desk offers on an occasion of `sending.yaml`; raises DataError for damage."""
    return tuple(read_yaml(resource("desk", "sending.yaml"))[occasion])


class ReasonCard(QFrame):
    """A question, a list of sentences that narrows while one types, and the keys; any other sentence may be typed.

    Signals:
        given: the sentence that a person chose or typed; never an empty one.
        left: Esc was pressed.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("focused", "true")
        self.question = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.reasons = NarrowingList((), self, visible_rows=3)
        self.fault = CleanLabel(self.tr("دلیل را بنویسید یا از فهرست برگزینید."), self, tone="red", points=SMALL)
        self.reasons.field.setPlaceholderText(self.tr("بنویسید، یا با چند حرف از فهرست برگزینید"))
        self.reasons.committed.connect(self._on_committed)
        self.reasons.cancelled.connect(self.left)
        self.reasons.field.textEdited.connect(lambda _text: self.fault.hide())
        keys = QHBoxLayout()
        keys.setSpacing(14)
        for key, text, do in (
            ("Enter", self.tr("ثبت"), self.reasons.commit),
            ("Esc", self.tr("انصراف"), self.reasons.cancelled.emit),
            ("↑↓", self.tr("برگزیدن"), None),
        ):
            keys.addWidget(KeyHint(key, text, self, do))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(5)
        for widget in (self.question, self.reasons, self.fault):
            box.addWidget(widget)
        box.addLayout(keys)
        self.hide()

    def ask(self, question: str, sentences: Sequence[str], *, chosen: bool = False) -> None:
        """Ask for a sentence; with `chosen` the first one of the list is under the keys already."""
        self.question.setText(question)
        self.fault.hide()
        self.reasons.offer(sentences, chosen=chosen)
        self.show()
        self.reasons.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_committed(self, sentence: str) -> None:
        if sentence:
            self.given.emit(sentence)
        else:
            self.fault.show()
