"""One widget for each kind of answer: a key for each choice, a field for what is typed.

Signals of all: `given` carries the answer as a value of the domain.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.facts import FactDefinition, FactKind, FactValue
from app.domain.persian import persian_digits
from app.errors import DataError
from app.ui.answers import parsing
from app.ui.answers.choice_button import ChoiceButton
from app.ui.answers.value_names import value_name, values_of
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint, typed
from app.ui.bill.narrowing_list import NarrowingList
from app.ui.fonts import SMALL, font

MOST_NUMBERED = 9
IBAN_EXAMPLE = "IR00 0000 0000 0000 0000 0000 00"
MOST_OF_FIELD, FRAME = 320, 28
YES_KEYS = frozenset({"ب", "y", "1"})
NO_KEYS = frozenset({"خ", "n", "2"})


class AnswerEditor(QWidget):
    """What all editors share."""

    given = Signal(object)

    def choices(self) -> Mapping[FactValue, ChoiceButton]:
        """Return the button of each answer that has one; none where the answer is typed."""
        return {}

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key; return whether it meant something here."""
        del event
        return False


class YesNoEditor(AnswerEditor):
    """Yes and no: ب or Y or ۱, خ or N or ۲."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = FlowLayout(self, spacing=8)
        self._buttons: dict[FactValue, ChoiceButton] = {}
        for key, text, value in (("ب", self.tr("بله، درست است"), True), ("خ", self.tr("خیر"), False)):
            button = self._buttons[value] = ChoiceButton(key, text, self)
            button.clicked.connect(lambda _checked=False, value=value: self.given.emit(value))
            box.addWidget(button)

    def choices(self) -> Mapping[FactValue, ChoiceButton]:
        """Return yes and no."""
        return self._buttons

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer yes or no."""
        character = typed(event)
        if character in YES_KEYS | NO_KEYS:
            self.given.emit(character in YES_KEYS)
            return True
        return False


class OneOfEditor(AnswerEditor):
    """One of up to nine values, each under its digit."""

    def __init__(self, fact: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[FactValue, ChoiceButton] = {}
        box = FlowLayout(self, spacing=8)
        for place, value in enumerate(values, start=1):
            button = self._buttons[value] = ChoiceButton(persian_digits(place), value_name(fact, value), self)
            button.clicked.connect(lambda _checked=False, value=value: self.given.emit(value))
            box.addWidget(button)

    def choices(self) -> Mapping[FactValue, ChoiceButton]:
        """Return a button for each value."""
        return self._buttons

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer with the value under a digit."""
        values, place = tuple(self._buttons), digit(event)
        if 1 <= place <= len(values):
            self.given.emit(values[place - 1])
            return True
        return False


class SomeOfEditor(AnswerEditor):
    """Any of up to nine values: digits toggle, Enter commits; nothing chosen is an answer too."""

    def __init__(self, fact: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        box = FlowLayout(self, spacing=8)
        self._buttons = []
        for place, value in enumerate(self._values, start=1):
            button = ChoiceButton(persian_digits(place), value_name(fact, value), self)
            button.setCheckable(True)
            self._buttons.append(button)
            box.addWidget(button)
        self._none = ChoiceButton("Enter", self.tr("ثبت؛ بی‌انتخاب یعنی هیچ‌کدام"), self)
        self._none.clicked.connect(lambda _checked=False: self._commit())
        box.addWidget(self._none)

    def choices(self) -> Mapping[FactValue, ChoiceButton]:
        """Return a button for each value alone, and that of none of them."""
        singles: dict[FactValue, ChoiceButton] = {
            (value,): button for value, button in zip(self._values, self._buttons, strict=True)
        }
        return singles | {(): self._none}

    def take_key(self, event: QKeyEvent) -> bool:
        """Toggle a value, or commit."""
        place = digit(event)
        if 1 <= place <= len(self._values):
            self._buttons[place - 1].toggle()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._commit()
        else:
            return False
        return True

    def _commit(self) -> None:
        chosen = zip(self._values, self._buttons, strict=True)
        self.given.emit(tuple(value for value, button in chosen if button.isChecked()))


class SearchEditor(AnswerEditor):
    """One of many values, found by typing."""

    def __init__(self, fact: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_name = {value_name(fact, value): value for value in values}
        self.list = NarrowingList(tuple(self._by_name), self, visible_rows=2)
        self.list.field.setPlaceholderText(self.tr("چند حرف بنویسید، سپس Enter"))
        self.list.committed.connect(self._commit)
        self.list.cancelled.connect(self.list.start)
        self.setFocusProxy(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)

    def _commit(self, name: str) -> None:
        if name in self._by_name:
            self.given.emit(self._by_name[name])


class SearchSomeEditor(AnswerEditor):
    """Any of many values, each found by typing: Enter takes it in or out, Enter on an empty field commits."""

    def __init__(self, fact: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_name = {value_name(fact, value): value for value in values}
        self._chosen: list[str] = []
        self.list = NarrowingList(tuple(self._by_name), self, visible_rows=2)
        self.list.field.setPlaceholderText(self.tr("چند حرف و Enter برای هر مورد؛ در پایان Enter روی جای خالی"))
        self.chosen = QLabel(self)
        self.chosen.setFont(font(SMALL))
        self.chosen.setWordWrap(True)
        self.list.committed.connect(self._take)
        self.list.cancelled.connect(self.list.start)
        self.setFocusProxy(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.list)
        box.addWidget(self.chosen)

    def _take(self, name: str) -> None:
        if not name:
            self.given.emit(tuple(value for text, value in self._by_name.items() if text in self._chosen))
        elif name in self._by_name:
            if name in self._chosen:
                self._chosen.remove(name)
            else:
                self._chosen.append(name)
            self.chosen.setText("، ".join(self._chosen))
            self.list.start()


class TypedEditor(AnswerEditor):
    """A field whose text is read by a function that raises DataError with a sentence."""

    def __init__(self, read: Callable[[str], FactValue], example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(example)
        self.field.setMaximumWidth(MOST_OF_FIELD)
        self.field.setMinimumWidth(min(MOST_OF_FIELD, self.field.fontMetrics().horizontalAdvance(example) + FRAME))
        self.fault = QLabel(self)
        self.fault.setProperty("tone", "red")
        self.fault.setFont(font(SMALL))
        self.fault.setWordWrap(True)
        self.field.returnPressed.connect(self._commit)
        self.field.textEdited.connect(lambda _text: self.fault.clear())
        self.setFocusProxy(self.field)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.field, 2)
        box.addWidget(KeyHint("Enter", self.tr("ثبت"), self, self._commit))
        box.addWidget(self.fault, 3)

    def _commit(self) -> None:
        try:
            value = self._read(self.field.text())
        except DataError as error:
            self.fault.setText(str(error))
        else:
            self.given.emit(value)


def answer_editor(definition: FactDefinition, parent: QWidget | None = None) -> AnswerEditor:
    """Return the editor for a fact."""
    values = values_of(definition)
    match definition.kind:
        case FactKind.BOOL:
            return YesNoEditor(parent)
        case FactKind.ENUM if len(values) <= MOST_NUMBERED:
            return OneOfEditor(definition.name, values, parent)
        case FactKind.ENUM:
            return SearchEditor(definition.name, values, parent)
        case FactKind.LIST if 0 < len(values) <= MOST_NUMBERED:
            return SomeOfEditor(definition.name, values, parent)
        case FactKind.LIST if values:
            return SearchSomeEditor(definition.name, values, parent)
    read, example = (parsing.read_iban, IBAN_EXAMPLE) if definition.name == "iban" else _reader(definition.kind)
    editor = TypedEditor(read, example, parent)
    editor.field.setAccessibleName(definition.label)
    return editor


def _reader(kind: FactKind) -> tuple[Callable[[str], FactValue], str]:
    translate = QCoreApplication.translate
    readers: Mapping[FactKind, tuple[Callable[[str], FactValue], str]] = {
        FactKind.LIST: (parsing.read_items, translate("answers", "میان موردها ویرگول بگذارید")),
        FactKind.DATE: (parsing.read_date, translate("answers", "۱۳۹۵/۰۳/۰۷")),
        FactKind.DATETIME: (parsing.read_moment, translate("answers", "۱۳۹۵/۰۳/۰۷ ۰۸:۳۰")),
        FactKind.INTEGER: (parsing.read_integer, translate("answers", "عدد")),
        FactKind.DECIMAL: (parsing.read_decimal, translate("answers", "عدد، مانند ۲٫۵")),
    }
    return readers.get(kind, (parsing.read_text, translate("answers", "پاسخ را بنویسید")))


def digit(event: QKeyEvent) -> int:
    """Return the digit that a key types, 0 for any other key."""
    character = typed(event)
    return int(character) if character.isdecimal() else 0
