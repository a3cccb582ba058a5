"""Illnesses of the insured person: found by typing, each taken in or off by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.facts import FactDefinition
from app.ui.answers.value_names import value_name
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.narrowing_list import NarrowingList

VISIBLE_ROWS = 3


class IllnessField(QWidget):
    """A list that narrows; `chosen` tells in words what is chosen, for whoever shows the field.

    Signals:
        changed: an illness was taken in or off.
        entered: Enter was pressed where nothing is typed.
        cancelled: Esc was pressed.
    """

    changed = Signal()
    entered = Signal()
    cancelled = Signal()

    def __init__(self, definition: FactDefinition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {value: value_name(definition.name, value) for value in definition.values}
        self._chosen: frozenset[str] = frozenset()
        self.list = NarrowingList(tuple(self._names.values()), self, visible_rows=VISIBLE_ROWS)
        self.list.field.setAccessibleName(definition.label)
        self.list.field.setPlaceholderText(self.tr("چند حرف از نام بیماری و Enter؛ بار دیگر همان را برمی‌دارد"))
        self.chosen = CleanLabel("", self)
        self.setFocusProxy(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        self.list.committed.connect(self._take)
        self.list.cancelled.connect(self.cancelled)
        self.show_value(())

    @property
    def value(self) -> tuple[str, ...]:
        """The chosen illnesses in the order of the dictionary."""
        return tuple(value for value in self._names if value in self._chosen)

    def show_value(self, value: Sequence[str] | None) -> None:
        """Choose illnesses, with nothing typed."""
        self._chosen = frozenset(value or ())
        self.list.start()
        self._tell()

    def _take(self, text: str) -> None:
        value = next((value for value, name in self._names.items() if name == text), None)
        if value is not None:
            self._chosen ^= {value}
            self.list.start()
            self._tell()
            self.changed.emit()
        elif not text:
            self.entered.emit()

    def _tell(self) -> None:
        names = "، ".join(self._names[value] for value in self.value)
        self.chosen.say(names or self.tr("هیچ‌کدام"), "" if names else "quiet")
