"""A field for an amount in rials: digits of any script, grouped while one types."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.money import Rial
from app.domain.persian import latin_digits, rials
from app.ui.bill.cells import AMOUNT_POINTS
from app.ui.fonts import MEDIUM, font

MOST_DIGITS = 13


class AmountField(QLineEdit):
    """Whole rials; an empty field holds no amount."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.setFont(font(AMOUNT_POINTS, MEDIUM, tabular=True))
        self.textEdited.connect(self._group)

    @property
    def amount(self) -> Rial | None:
        """The amount in the field, in rials."""
        digits = _digits(self.text())
        return int(digits) if digits else None

    def show_amount(self, amount: Rial) -> None:
        """Show an amount, all of it selected so that typing replaces it."""
        self.setText(rials(amount))
        self.selectAll()

    def type_digit(self, digit: str) -> None:
        """Begin with a digit that was typed before the field stood there."""
        self.setText(rials(int(digit)))

    def _group(self, text: str) -> None:
        """Set the separators anew and keep the cursor behind the same digit."""
        digits_after = len(_digits(text[self.cursorPosition() :]))
        digits = _digits(text)[:MOST_DIGITS]
        grouped = rials(int(digits)) if digits else ""
        self.setText(grouped)
        place = len(grouped)
        while place > 0 and len(_digits(grouped[place:])) < digits_after:
            place -= 1
        self.setCursorPosition(place)


def _digits(text: str) -> str:
    return "".join(character for character in latin_digits(text) if character.isdecimal())
