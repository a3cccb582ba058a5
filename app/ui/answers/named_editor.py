"""A name that lines share, such as that of an incision: one key for each name given already, one for a new one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.facts import FactValue
from app.domain.persian import clean, persian_digits
from app.ui.answers.answer_editors import AnswerEditor, digit
from app.ui.answers.choice_button import ChoiceButton
from app.ui.bill.flow_layout import FlowLayout
from app.ui.text import sentence


class NamedEditor(AnswerEditor):
    """The names on the bill with the lines that bear them, a new name, and a field for any other."""

    def __init__(self, names: Mapping[str, Sequence[int]], new: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[FactValue, ChoiceButton] = {}
        box = FlowLayout(self, spacing=8)
        for place, name in enumerate((*names, new), start=1):
            button = self._buttons[name] = ChoiceButton(
                persian_digits(place), sentence(self._text(name, names.get(name, ()))), self
            )
            button.clicked.connect(lambda _checked=False, name=name: self.given.emit(name))
            box.addWidget(button)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("نامی دیگر"))
        self.field.setMaximumWidth(140)
        self.field.returnPressed.connect(self._commit)
        box.addWidget(self.field)

    def choices(self) -> Mapping[FactValue, ChoiceButton]:
        """Return a button for each name."""
        return self._buttons

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer with the name under a digit."""
        names, place = tuple(self._buttons), digit(event)
        if 1 <= place <= len(names):
            self.given.emit(names[place - 1])
            return True
        return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasFocus()

    def _text(self, name: str, lines: Sequence[int]) -> str:
        if not lines:
            return self.tr("{name}، نامی تازه").format(name=name)
        numbers = "، ".join(persian_digits(no) for no in lines)
        return self.tr("{name}، مانند ردیف {lines}").format(name=name, lines=numbers)

    def _commit(self) -> None:
        name = clean(self.field.text())
        if name:
            self.given.emit(name)
