"""The typed travel form: patient, journey, entitlement, approvals, need, companions, protocol, and its lines."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.claim import Patient
from app.domain.facts import FactDictionary, FactValue
from app.domain.identity import insured_number_fault
from app.domain.travel_form import TravelEntry, TravelForm
from app.services.travel_claims import TravelChoices, TravelTrial
from app.ui.answers.value_names import value_name
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import ID_KINDS, name_of
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.travel.entry_row import EntryRow
from app.ui.travel.fields import ChoiceField, DayField, TextField, TownField, WordsField, fact_field

SECTIONS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("travel", "سفر"), ("route_from", "route_to")),
    (QT_TRANSLATE_NOOP("travel", "استحقاق"), ("eligibility", "insured_group")),
    (
        QT_TRANSLATE_NOOP("travel", "نیاز و تأیید اعزام"),
        (
            "sent_through_system",
            "destination_confirmed",
            "available_locally",
            "available_since",
            "delay_dangerous",
            "service_covered",
            "out_of_province",
            "on_province_list",
            "sending_approval",
            "nearest_centre",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("travel", "وسیله و همراه"),
        ("approved_vehicles", "companions_requested", "disability_companion"),
    ),
    (
        QT_TRANSLATE_NOOP("travel", "اعزام دوباره و دوره درمان"),
        (
            "repeat_sending",
            "followup_recorded",
            "surgery_followup",
            "course_treatment",
            "protocol_approved",
            "protocol_sessions",
        ),
    ),
)
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FormFields(QWidget):
    """Holds what was typed; Enter goes on to the next field, and from the last one to a new line.

    Signals:
        changed: something was typed.
        row_wanted: a person went beyond the last line.
    """

    changed = Signal()
    row_wanted = Signal()

    def __init__(self, dictionary: FactDictionary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "scrolled")
        self.number, self.unit, self.patient_id, self.physician = (TextField(self) for _ in range(4))
        self.name, self.diagnosis = WordsField(self), WordsField(self)
        self.born, self.journey_day = DayField(self), DayField(self)
        self.id_kind = ChoiceField([(kind, name_of(ID_KINDS, kind)) for kind in ID_KINDS], self, open_too=False)
        self.sex = ChoiceField([(sex, value_name("sex", sex)) for sex in ("female", "male")], self)
        self.facts: dict[str, Any] = {
            name: fact_field(dictionary[name], self) for _title, names in SECTIONS for name in names
        }
        self.id_fault = CleanLabel("", self, tone="red", points=SMALL)
        self.rows: list[EntryRow] = []
        self._entries = QVBoxLayout()
        self._lay_out(dictionary)
        for before, after in pairwise((*self._paper(), *self.facts.values())):
            self.setTabOrder(before, after)
        for field in (*self._paper(), *self.facts.values()):
            field.changed.connect(self._on_changed)
        self.id_fault.hide()
        self.add_row()

    def begin(self, choices: TravelChoices) -> None:
        """Offer the towns."""
        for field in self.facts.values():
            if isinstance(field, TownField):
                field.offer(choices.towns)

    def clear(self) -> None:
        """Begin with an empty form; the unit stays, its forms come one after another."""
        unit = self.unit.value
        for field in (*self._paper(), *self.facts.values()):
            field.show_value(None)
        self.unit.show_value(unit)
        for row in tuple(self.rows):
            self._take_away(row)
        self.add_row()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def form(self) -> TravelForm | None:
        """Return what was typed; None while `missing` names something without which it is no form."""
        if self.missing():
            return None
        return TravelForm(
            unit=self.unit.value or "",
            patient=Patient(
                id=self.patient_id.value or "",
                id_kind=self.id_kind.value,
                name=self.name.value,
                birth_date=self.born.value,
                sex=self.sex.value,
            ),
            journey_day=self.journey_day.value,
            entries=self._typed_entries(),
            number=self.number.value or "",
            diagnosis=self.diagnosis.value or "",
            physician=self.physician.value or "",
            facts=self._answers(),
        )

    def missing(self) -> str:
        """Return what has to be typed before the rules can look, as a sentence; empty where nothing is missing."""
        fault = self._id_fault()
        if not self.unit.value:
            return self.tr("نام واحد اعزام‌کننده را بنویسید.")
        if not self.patient_id.value:
            return self.tr("شماره شناسایی بیمار را بنویسید.")
        if fault:
            return fault
        if self.journey_day.value is None:
            return self.tr("روز سفر را بنویسید.")
        days = (*self._paper(), *self.facts.values(), *(row.day for row in self.rows))
        if any(isinstance(field, DayField) and field.is_faulty for field in days):
            return self.tr("یکی از تاریخ‌ها روزی از تقویم نیست؛ خانه سرخ را اصلاح کنید.")
        if not self._typed_entries() or any(row.entry is None for row in self.rows if not row.is_empty):
            return self.tr("مبلغ و شمار دست‌کم یک ردیف کرایه یا اقامت را بنویسید.")
        return ""

    def add_row(self) -> EntryRow:
        """Add an empty line and return it."""
        row = EntryRow(self)
        row.changed.connect(self._on_changed)
        last = self.rows[-1].day if self.rows else list(self.facts.values())[-1]
        for before, after in pairwise((last, *row.fields())):
            self.setTabOrder(before, after)
        self.rows.append(row)
        self._entries.addWidget(row)
        row.show()  # at once: the keys go on to it before it has its place
        return row

    def begin_row(self) -> None:
        """Add a line and go to it; it is of the vehicle of the line before."""
        before = self.rows[-1] if self.rows else None
        row = self.add_row()
        if before is not None:
            row.vehicle.show_value(before.vehicle.value)
            row.count.show_value(before.count.value)
        row.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_row(self) -> None:
        """Take away the line in which the keys are; one stays."""
        here = next((row for row in self.rows if row.isAncestorOf(self.focusWidget())), None)
        if here is not None and len(self.rows) > 1:
            self._take_away(here)
            self.rows[-1].group.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def show_trial(self, trial: TravelTrial | None) -> None:
        """Show at each line its rate and what stands of it."""
        typed = [row for row in self.rows if row.entry is not None]
        for row in self.rows:
            row.show_judged(None, None)
        if trial is not None and trial.result is not None and len(typed) == len(trial.result.lines):
            for row, line in zip(typed, trial.result.lines, strict=True):
                row.show_judged(line, (trial.rates or {}).get(line.no))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field by Enter."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not self.rows[-1].day.hasFocus():
            self.focusNextChild()
        elif not self.rows[-1].is_empty:
            self.row_wanted.emit()

    def _typed_entries(self) -> tuple[TravelEntry, ...]:
        entries = (row.entry for row in self.rows)
        return tuple(entry for entry in entries if entry is not None)

    def _answers(self) -> dict[str, FactValue]:
        return {name: field.value for name, field in self.facts.items() if field.value is not None}

    def _id_fault(self) -> str:
        number = self.patient_id.value
        return (insured_number_fault(number, self.id_kind.value) or "") if number else ""

    def _on_changed(self) -> None:
        self.id_fault.setText(self._id_fault())
        self.id_fault.setVisible(bool(self.id_fault.text()))
        self.changed.emit()

    def _take_away(self, row: EntryRow) -> None:
        self.rows.remove(row)
        self._entries.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _paper(self) -> tuple[Any, ...]:
        return (
            self.number,
            self.unit,
            self.id_kind,
            self.patient_id,
            self.name,
            self.born,
            self.sex,
            self.diagnosis,
            self.physician,
            self.journey_day,
        )

    def _lay_out(self, dictionary: FactDictionary) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(8)
        paper = (
            (self.tr("شماره فرم"), self.number),
            (self.tr("واحد اعزام‌کننده"), self.unit),
            (self.tr("نوع شناسه"), self.id_kind),
            (self.tr("شماره بیمار"), self.patient_id),
            (self.tr("نام بیمار"), self.name),
            (self.tr("تاریخ تولد"), self.born),
            (self.tr("جنس"), self.sex),
            (self.tr("تشخیص"), self.diagnosis),
            (self.tr("نظام پزشکی پزشک معالج"), self.physician),
            (self.tr("روز سفر"), self.journey_day),
        )
        self._section(box, self.tr("فرم و بیمار"), paper)
        box.addWidget(self.id_fault)
        for title, names in SECTIONS:
            fields = tuple((dictionary[name].label, self.facts[name]) for name in names)
            self._section(box, QCoreApplication.translate("travel", title), fields)
        box.addWidget(self._title(self.tr("کرایه‌ها و شب‌ها")))
        box.addLayout(self._entries)
        box.addStretch(1)

    def _title(self, text: str) -> QLabel:
        title = QLabel(text, self)
        title.setFont(font(weight=MEDIUM))
        return title

    def _section(self, box: QVBoxLayout, title: str, fields: tuple[tuple[str, QWidget], ...]) -> None:
        box.addWidget(self._title(title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, (text, field) in enumerate(fields):
            label = CleanLabel(text, self, tone="quiet", points=SMALL)
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        box.addLayout(grid)
