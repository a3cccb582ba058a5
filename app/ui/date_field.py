"""A field for a Jalali day: typed with digits of any script, or moved by days and months with the arrows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import JalaliDate
from app.domain.persian import date_text, persian_digits
from app.errors import DataError
from app.ui.answers.parsing import read_date
from app.ui.theme import restyle

FIELD_WIDTH = 130


class DateField(QLineEdit):
    """A day as ۱۳۹۵/۰۳/۰۷; up and down go to the next day and the one before, with page keys by a month.

    Signals:
        day_changed: the day that now stands in the field, None while what stands there is none.
    """

    day_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.setPlaceholderText("۱۳۹۵/۰۳/۰۷")
        self.setFixedWidth(FIELD_WIDTH)
        self.fault = ""
        self.textEdited.connect(self._on_edited)

    @property
    def day(self) -> JalaliDate | None:
        """The day in the field; None while it holds none, and `fault` then says why."""
        try:
            day = read_date(self.text())
        except DataError as error:
            self.fault = str(error)
            return None
        self.fault = ""
        return day

    def show_day(self, day: JalaliDate) -> None:
        """Show a day; with the keys in the field all of it is selected, so that typing replaces it."""
        self.setText(date_text(day))
        if self.hasFocus():
            self.selectAll()
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the day, unless a click has its own place in it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave nothing selected where the keys are no longer."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.deselect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days and months with the arrows; every other key types."""
        day, key = self.day, event.key()
        if day is None or key not in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
            return
        step = 1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else -1
        by_month = key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        self.show_day(day.plus_months(step) if by_month else day.plus_days(step))

    def _on_edited(self, text: str) -> None:
        """Show every digit in Persian, with the cursor where it was."""
        place = self.cursorPosition()
        self.setText(persian_digits(text))
        self.setCursorPosition(place)
        self._tell()

    def _tell(self) -> None:
        day = self.day
        restyle(self, faulty="true" if day is None else "false")
        self.day_changed.emit(day)
