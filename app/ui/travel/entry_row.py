"""One line of a typed travel form: what is paid, for whom, by which vehicle, how often, at which price."""

from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.assessment import LineResult
from app.domain.findings import Mark
from app.domain.persian import date_text, persian_digits, rials
from app.domain.travel_form import (
    COMPANION_FARE,
    COMPANION_LODGING,
    COMPANIONS,
    FARE,
    FARES,
    LODGING,
    TravelEntry,
)
from app.services.travel_rates import TravelRate
from app.ui.answers.value_names import value_name
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import name_of
from app.ui.fonts import SMALL, font
from app.ui.travel.fields import ChoiceField, CountField, DayField, MoneyField

GROUPS = {
    FARE: QT_TRANSLATE_NOOP("names", "کرایه بیمار"),
    COMPANION_FARE: QT_TRANSLATE_NOOP("names", "کرایه همراه"),
    LODGING: QT_TRANSLATE_NOOP("names", "اقامت بیمار"),
    COMPANION_LODGING: QT_TRANSLATE_NOOP("names", "اقامت همراه"),
}
VEHICLES = ("bus", "shared_taxi", "hired_car", "train", "plane", "other")
MOST_COMPANIONS = 3
TICKETED = frozenset({"train", "plane"})


class EntryRow(QWidget):
    """A line in two rows of fields, with its rate and what stands of it below.

    Signals:
        changed: something was typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = ChoiceField([(group, name_of(GROUPS, group)) for group in GROUPS], self, open_too=False)
        self.companion = ChoiceField([(no, persian_digits(no)) for no in range(1, MOST_COMPANIONS + 1)], self)
        self.vehicle = ChoiceField([(name, value_name("vehicle", name)) for name in VEHICLES], self)
        self.count, self.day = CountField(self), DayField(self)
        self.amount, self.ticket = MoneyField(self), MoneyField(self)
        self.count.show_value(1)
        self.rate, self.said = CleanLabel("", self, tone="quiet", points=SMALL), CleanLabel("", self, points=SMALL)
        self._parts: dict[QWidget, QWidget] = {}
        self._lay_out()
        for before, after in pairwise(self.fields()):
            self.setTabOrder(before, after)
        self._counts_trips, self._count_typed = True, False
        self.count.textEdited.connect(lambda _text: self._keep_count())
        for field in self.fields():
            field.changed.connect(self._on_changed)
        self._fit()

    @property
    def entry(self) -> TravelEntry | None:
        """The line as it stands; None while its amount or count is missing."""
        group, amount, count = self.group.value, self.amount.value, self.count.value
        if amount is None or not count or self.day.is_faulty:
            return None
        fare = group in FARES
        vehicle = self.vehicle.value if fare else None
        return TravelEntry(
            group,
            amount,
            Decimal(count),
            day=self.day.value,
            vehicle=vehicle,
            ticket_price=self.ticket.value if vehicle in TICKETED else None,
            companion_no=self.companion.value if group in COMPANIONS else None,
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether no amount was typed."""
        return self.amount.value is None

    def fields(self) -> tuple[ChoiceField | CountField | DayField | MoneyField, ...]:
        """Return the fields in the order in which they are filled."""
        return self.group, self.companion, self.vehicle, self.count, self.amount, self.ticket, self.day

    def show_judged(self, line: LineResult | None, rate: TravelRate | None) -> None:
        """Show the rate that the line goes by, and what stands of it."""
        self.rate.setText("" if rate is None else self._rate_text(rate))
        self.rate.setVisible(rate is not None)
        if line is None:
            self.said.clear()
        elif line.deducted:
            self._say(self.tr("پرداختنی {amount} ریال").format(amount=rials(line.approved)), "red")
        elif line.mark is Mark.QUERY:
            self._say(self.tr("پرسشی باز است"), "amber")
        else:
            self._say(self.tr("درست است"), "green")
        self.said.setVisible(line is not None)

    def _rate_text(self, rate: TravelRate) -> str:
        text = self.tr("نرخ هر بار {rial} ریال، از {start}، به استناد {source}")
        told = text.format(rial=rials(rate.rial), start=date_text(rate.start), source=rate.source)
        return self.tr("{rate} (رقم آزمایشی)").format(rate=told) if rate.trial else told

    def _say(self, text: str, tone: str) -> None:
        self.said.say(text, tone)

    def _on_changed(self) -> None:
        counts_trips = self.group.value in FARES
        if counts_trips != self._counts_trips and not self._count_typed:  # so many trips are not so many nights
            self.count.show_value(1)
        self._counts_trips = counts_trips
        self._fit()
        self.changed.emit()

    def _keep_count(self) -> None:
        self._count_typed = True

    def _fit(self) -> None:
        """Show the fields that the line asks for."""
        group, vehicle = self.group.value, self.vehicle.value
        for field, wanted in (
            (self.companion, group in COMPANIONS),
            (self.vehicle, group in FARES),
            (self.ticket, group in FARES and vehicle in TICKETED),
        ):
            self._parts[field].setVisible(wanted)
        counted = self.tr("سفر یک‌طرفه") if group in FARES else self.tr("شب")
        self._count_label.setText(counted)
        self.count.setAccessibleName(counted)

    def _lay_out(self) -> None:
        who, price = QHBoxLayout(), QHBoxLayout()
        for row, field, text, stretch in (
            (who, self.group, self.tr("ردیف"), 3),
            (who, self.companion, self.tr("همراه"), 1),
            (who, self.vehicle, self.tr("وسیله"), 3),
            (who, self.count, "", 0),
            (price, self.amount, self.tr("مبلغ (ریال)"), 2),
            (price, self.ticket, self.tr("بهای بلیت‌ها"), 2),
            (price, self.day, self.tr("روز، اگر جز روز سفر است"), 0),
        ):
            row.addWidget(self._labelled(field, text), stretch)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(2)
        box.addLayout(who)
        box.addLayout(price)
        box.addWidget(self.rate)
        box.addWidget(self.said)

    def _labelled(self, field: QWidget, text: str) -> QWidget:
        """Return a field with its name above it; both come and go together."""
        part = self._parts[field] = QWidget(self)
        label = QLabel(text, part)
        label.setFont(font(SMALL))
        label.setProperty("tone", "quiet")
        label.setBuddy(field)
        field.setAccessibleName(text)
        if field is self.count:
            self._count_label = label
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addWidget(label)
        box.addWidget(field)
        return part
