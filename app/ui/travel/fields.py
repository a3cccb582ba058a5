"""The fields of a typed form: each holds one value of the domain, or None while nothing was said."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QWidget

from app.domain.facts import FactDefinition, FactKind, FactValue
from app.domain.persian import clean, latin_digits, persian_digits
from app.ui.answers.value_names import value_name
from app.ui.bill.amount_field import AmountField
from app.ui.bill.flow_layout import FlowLayout
from app.ui.date_field import DateField
from app.ui.quiet_choice import QuietChoice
from app.ui.text import NOTHING, leading
from app.ui.theme import restyle

COUNT_WIDTH, COUNT_DIGITS = 70, 3
_ONE_LINE = str.maketrans(dict.fromkeys("\r\n\t\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


class ChoiceField(QuietChoice):
    """One of a few values; the first letters of a name choose it, and a wheel that only passes by does not."""

    changed = Signal()

    def __init__(self, values: Sequence[tuple[Any, str]], parent: QWidget | None = None, *, open_too: bool = True):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if open_too:
            self.addItem(NOTHING, None)
        for value, name in values:
            self.addItem(name, value)
        self.currentIndexChanged.connect(lambda _place: self.changed.emit())

    @property
    def value(self) -> Any:
        """The chosen value; None while nothing is chosen."""
        return self.currentData()

    def show_value(self, value: Any) -> None:
        """Choose a value; None chooses nothing."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class SomeField(QWidget):
    """Any of a few values; none of them is an answer of its own."""

    changed = Signal()

    def __init__(self, values: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = FlowLayout(self, spacing=10)
        self.boxes = {value: QCheckBox(name, self) for value, name in values}
        self.none = QCheckBox(self.tr("هیچ‌کدام"), self)
        for widget in (*self.boxes.values(), self.none):
            box.addWidget(widget)
            widget.toggled.connect(lambda _on: self.changed.emit())
        for widget in self.boxes.values():
            widget.toggled.connect(lambda on: self.none.setChecked(False) if on else None)
        self.none.toggled.connect(self._on_none)
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def value(self) -> tuple[str, ...] | None:
        """What is ticked; None while nothing is, not even «none»."""
        ticked = tuple(value for value, box in self.boxes.items() if box.isChecked())
        return ticked if ticked or self.none.isChecked() else None

    def show_value(self, value: tuple[str, ...] | None) -> None:
        """Tick what is in a value."""
        for name, box in self.boxes.items():
            box.setChecked(value is not None and name in value)
        self.none.setChecked(value == ())

    def _on_none(self, on: bool) -> None:
        if on:
            for box in self.boxes.values():
                box.setChecked(False)


class TextField(QLineEdit):
    """A text of one line; digits are shown in Persian and read in Latin."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(leading())
        self.textEdited.connect(self._on_edited)

    @property
    def value(self) -> str | None:
        """The text in its normal form; None where there is none."""
        return clean(latin_digits(self.text())) or None

    def show_value(self, value: str | None) -> None:
        """Show a text."""
        self.setText(persian_digits(value or ""))

    def _on_edited(self, text: str) -> None:
        place = self.cursorPosition()
        self.setText(persian_digits(text.translate(_ONE_LINE)))
        self.setCursorPosition(place)
        self.changed.emit()


class WordsField(TextField):
    """A text that people read again: its digits stay Persian."""

    @property
    def value(self) -> str | None:
        """The text in its normal form; None where there is none."""
        return persian_digits(clean(self.text())) or None


class TownField(TextField):
    """A town: the list below narrows while one types, and another town may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.towns = QStringListModel(self)
        completer = QCompleter(self.towns, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _town: self.changed.emit())
        self.setCompleter(completer)

    def offer(self, towns: Sequence[str]) -> None:
        """Offer towns."""
        self.towns.setStringList(list(towns))


class CountField(TextField):
    """A small whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(COUNT_WIDTH)
        self.setMaxLength(COUNT_DIGITS)

    @property
    def value(self) -> int | None:  # type: ignore[override]
        """The number; None where the field holds none."""
        digits = latin_digits(self.text()).strip()
        return int(digits) if digits.isascii() and digits.isdecimal() else None

    def show_value(self, value: int | None) -> None:  # type: ignore[override]
        """Show a number."""
        self.setText("" if value is None else persian_digits(value))


class DayField(DateField):
    """A Jalali day that may be left open."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day_changed.connect(self._on_day)

    @property
    def value(self) -> Any:
        """The day; None where the field is empty or holds none."""
        return self.day if self.text() else None

    @property
    def is_faulty(self) -> bool:
        """Tell whether something stands in the field that is no day."""
        return bool(self.text()) and self.day is None

    def show_value(self, value: Any) -> None:
        """Show a day."""
        if value is None:
            self.clear()
            self._on_day(None)
        else:
            self.show_day(value)

    def _on_day(self, _day: object) -> None:
        restyle(self, faulty="true" if self.is_faulty else "false")
        self.changed.emit()


class MoneyField(AmountField):
    """Whole rials."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(lambda _text: self.changed.emit())

    @property
    def value(self) -> int | None:
        """The amount; None where the field is empty."""
        return self.amount

    def show_value(self, value: int | None) -> None:
        """Show an amount."""
        if value is None:
            self.clear()
        else:
            self.show_amount(value)


def yes_or_no() -> list[tuple[FactValue, str]]:
    """Return the two answers of a question."""
    translate = QCoreApplication.translate
    return [(True, translate("typed", "بله")), (False, translate("typed", "خیر"))]


def fact_field(definition: FactDefinition, parent: QWidget) -> Any:
    """Return the field of a fact."""
    named = [(value, value_name(definition.name, value)) for value in definition.values]
    made: Mapping[FactKind, Callable[[], QWidget]] = {
        FactKind.BOOL: lambda: ChoiceField(yes_or_no(), parent),
        FactKind.ENUM: lambda: ChoiceField(named, parent),
        FactKind.LIST: lambda: SomeField(named, parent),
        FactKind.DATE: lambda: DayField(parent),
        FactKind.INTEGER: lambda: CountField(parent),
    }
    return made.get(definition.kind, lambda: TownField(parent))()
