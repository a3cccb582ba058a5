"""Which closed requests a payment list is made of: an insurer, and from which day to which they were closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.claim import Insurer
from app.domain.payments import PaymentChoice
from app.ui.bill.names import INSURERS, name_of
from app.ui.date_field import DateField
from app.ui.fonts import SMALL, font
from app.ui.quiet_choice import QuietChoice


class PaymentsChoice(QWidget):
    """A row of three fields.

    Signals:
        changed: a person has chosen otherwise; `wanted` says what, or None while a day is none.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.insurer, self.first, self.last = QuietChoice(self), DateField(self), DateField(self)
        for insurer in Insurer:
            self.insurer.addItem(name_of(INSURERS, insurer), insurer.value)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for text, field in (
            (self.tr("بیمه‌گر"), self.insurer),
            (self.tr("بسته‌شده از"), self.first),
            (self.tr("تا"), self.last),
        ):
            label = QLabel(text, self)
            label.setProperty("tone", "quiet")
            label.setFont(font(SMALL))
            label.setBuddy(field)
            field.setAccessibleName(text)
            box.addWidget(label)
            box.addWidget(field)
        box.addStretch(1)
        self.insurer.activated.connect(lambda _place: self.changed.emit())
        for field in (self.first, self.last):
            field.day_changed.connect(lambda _day: self.changed.emit())

    @property
    def wanted(self) -> PaymentChoice | None:
        """What is chosen; None while one of the days is none."""
        first, last = self.first.day, self.last.day
        if first is None or last is None:
            return None
        return PaymentChoice(Insurer(self.insurer.currentData()), first, last)

    @property
    def fault(self) -> str:
        """Why nothing is chosen; empty where something is."""
        return "" if self.wanted else self.first.fault or self.last.fault

    def show_choice(self, choice: PaymentChoice) -> None:
        """Show a choice without telling of it."""
        self.blockSignals(True)
        self.insurer.setCurrentIndex(self.insurer.findData(choice.insurer.value))
        self.first.show_day(choice.first)
        self.last.show_day(choice.last)
        for field in (self.first, self.last):
            field.deselect()
        self.blockSignals(False)

    def take_focus(self) -> None:
        """Put the keys on the insurer."""
        self.insurer.setFocus(Qt.FocusReason.OtherFocusReason)
