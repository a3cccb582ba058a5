"""A card above the bill on which a person says why a claim is sent on its way."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.files.yaml12 import read_yaml
from app.resources import resource
from app.ui.bill.choice_card import ChoiceCard


@cache
def listed_sentences(occasion: str) -> tuple[str, ...]:
    """Return the sentences that the desk offers on an occasion of `sending.yaml`; raises DataError for damage."""
    return tuple(read_yaml(resource("desk", "sending.yaml"))[occasion])


class ReasonCard(ChoiceCard):
    """Asks for a sentence: one of a list, or any other that a person types.

    Signals:
        given: the sentence that a person chose or typed; never an empty one.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            hint=self.tr("بنویسید، یا با چند حرف از فهرست برگزینید"),
            fault=self.tr("دلیل را بنویسید یا از فهرست برگزینید."),
            commit=self.tr("ثبت"),
            visible_rows=3,
            parent=parent,
        )
        self.reasons = self.choices

    def ask(self, question: str, sentences: Sequence[str], *, chosen: bool = False) -> None:
        """Ask for a sentence; with `chosen` the first one of the list is under the keys already."""
        self.reasons.offer(sentences, chosen=chosen)
        self.begin(question)

    def take(self, answer: str) -> bool:
        """Pass on a sentence; an empty one is none."""
        if answer:
            self.given.emit(answer)
        return bool(answer)
