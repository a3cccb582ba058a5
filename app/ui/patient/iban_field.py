"""A field for the IBAN of the insured person, typed with or without gaps and IR."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.identity import iban_groups
from app.errors import DataError
from app.ui.answers.answer_editors import IBAN_EXAMPLE
from app.ui.answers.parsing import read_iban
from app.ui.theme import restyle

WIDTH = 300


class IbanField(QLineEdit):
    """An IBAN that may be left open; `fault` says what is wrong with what stands in the field.

    Signals:
        changed: something else stands in the field.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setPlaceholderText(IBAN_EXAMPLE)
        self.setMinimumWidth(WIDTH)
        self.fault = ""
        self.textChanged.connect(lambda _text: self._tell())

    @property
    def value(self) -> str | None:
        """The IBAN in its normal form; None where the field is empty or holds none, and `fault` then says why."""
        self.fault = ""
        if not self.text().strip():
            return None
        try:
            return read_iban(self.text())
        except DataError as error:
            self.fault = str(error)
            return None

    @property
    def is_faulty(self) -> bool:
        """Tell whether something stands in the field that is no IBAN."""
        return self.value is None and bool(self.fault)

    def show_value(self, value: str | None) -> None:
        """Show an IBAN."""
        self.setText(iban_groups(value) if value else "")

    def _tell(self) -> None:
        restyle(self, faulty="true" if self.is_faulty else "false")
        self.changed.emit()
