"""A field of choice among rows: it changes only in its open list, so that arrows and letters stay the page's."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.travel.fields import ChoiceField

OPENING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class OpenedChoice(ChoiceField):
    """One of a few values, chosen from a list that Space or Enter opens.

    Signals:
        chosen: the value that a person chose anew.
    """

    chosen = Signal(object)

    def __init__(self, values: list[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(values, parent)
        self._shown: Any = None
        self.activated.connect(lambda _place: self._choose())

    def show_value(self, value: Any) -> None:
        """Show a value; None shows that nothing is known."""
        self._shown = value
        super().show_value(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; every other key is the page's."""
        if event.key() in OPENING:
            self.showPopup()
        else:
            event.ignore()

    def _choose(self) -> None:
        if self.value is None or self.value == self._shown:
            super().show_value(self._shown)
        else:
            self._shown = self.value
            self.chosen.emit(self.value)
