"""The card of the insured person: birth date, sex, illnesses and what was seen of the papers, asked for or not."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.coded_fields import CODED_FIELDS
from app.domain.facts import FactDefinition, FactValue
from app.domain.patient_fields import PATIENT_FIELDS, patient_fields, patient_value, says_the_same
from app.services.open_claim import OpenClaim
from app.ui.answers.value_names import answer_text, definition_of
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint, action, in_both_scripts
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.key_bar import key_text
from app.ui.patient.iban_field import IbanField
from app.ui.patient.illness_field import IllnessField
from app.ui.text import leading
from app.ui.travel.fields import fact_field

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
ILLNESSES, CHOICE_WIDTH = "conditions", 120


class PatientCard(QFrame):
    """Lies below the bill while somebody types on it; Enter goes from field to field, and from the last one records.

    Signals:
        given: what was typed and differs from what was known, by the names of the fields.
        left: Esc was pressed, or everything that was typed is recorded.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("focused", "true")
        self._open_claim: OpenClaim | None = None
        self._told = False
        self.fields: dict[str, Any] = {}
        self.heading = CleanLabel(self.tr("مشخصات بیمار و سند"), self, weight=MEDIUM)
        self.filed, self.said = CleanLabel("", self, tone="quiet", points=SMALL), CleanLabel("", self, tone="red")
        self.save_action = action(self, self.tr("ثبت"), *in_both_scripts("Ctrl+S"))
        self.save_action.triggered.connect(lambda _checked: self.save())
        self._captioned: dict[str, QWidget] = {}
        self._make_fields()
        self._lay_out()
        self.hide()

    def begin(self, open_claim: OpenClaim) -> None:
        """Show what is known of the insured person of a claim, with the keys where something is missing."""
        self._open_claim, self._told = open_claim, False
        for name, field in self.fields.items():
            field.show_value(patient_value(open_claim.claim, name))
        self.fields["birth_date"].deselect()
        for name, both in self._captioned.items():
            both.setVisible(name in self._names)
        self._show_filed(open_claim)
        self._say("")
        self.show()
        missing = (name for name in ("birth_date", "sex") if patient_value(open_claim.claim, name) is None)
        self.fields[next(missing, ILLNESSES)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take another state of the claim; the card leaves once it says what was typed, and with another claim."""
        if self.isHidden() or self._open_claim is None:
            return
        another = open_claim is None or open_claim.id != self._open_claim.id or not open_claim.editable
        self._open_claim = open_claim
        if another or open_claim is None:
            self.hide()
        elif self._told and not self._typed():
            self.left.emit()
        else:
            self._show_filed(open_claim)

    def save(self) -> None:
        """Give what was typed, or say what is wrong with it."""
        faults = (getattr(self.fields[name], "fault", "") for name in self._names if self._is_faulty(name))
        fault = next(faults, "")
        typed = self._typed()
        if fault:
            self._say(fault)
        elif typed:
            self._say("")
            self._told = True
            self.given.emit(typed)
        else:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            order = [self.fields[name] for name in self._names]
            if watched in order and event.modifiers() in PLAIN:
                following = order.index(watched) + 1
                self.fields[self._names[following]].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; no other key goes on to the bill below."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    @property
    def _names(self) -> tuple[str, ...]:
        """The fields of the claim in the order of typing; the illnesses come last, since Enter takes them in."""
        if self._open_claim is None:
            return ()
        names = patient_fields(self._open_claim.submission, self._open_claim.claim)
        return (*(name for name in names if name != ILLNESSES), ILLNESSES)

    def _typed(self) -> Mapping[str, FactValue]:
        """Return what stands in the fields and differs from what is known."""
        if self._open_claim is None:
            return {}
        claim = self._open_claim.claim
        values = {name: self.fields[name].value for name in self._names}
        return {
            name: value
            for name, value in values.items()
            if value is not None and not says_the_same(patient_value(claim, name), value)
        }

    def _say(self, sentence: str) -> None:
        """Say what is wrong, or nothing, which takes no room."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _is_faulty(self, name: str) -> bool:
        return bool(getattr(self.fields[name], "is_faulty", False))

    def _show_filed(self, open_claim: OpenClaim) -> None:
        """Tell what the file says where an answer stands in its place."""
        filed, now = open_claim.filed, open_claim.claim
        names = ("birth_date", "sex", "iban", ILLNESSES) if filed is not None else ()
        told = []
        for name in names:
            before = getattr(filed, name)
            if before != patient_value(now, name):
                said = answer_text(name, before, yes="", no="") if before is not None else "—"
                told.append(f"{CODED_FIELDS[name].label}: {said}")
        self.filed.setText(self.tr("در پرونده سند: {told}").format(told="؛ ".join(told)))
        self.filed.setVisible(bool(told))

    def _make_fields(self) -> None:
        for name in PATIENT_FIELDS:
            definition = definition_of(name)
            if name == ILLNESSES or definition is None:
                continue
            field = IbanField(self) if name == "iban" else fact_field(definition, self)
            if name not in {"birth_date", "iban"}:
                field.setMinimumWidth(CHOICE_WIDTH)
            field.installEventFilter(self)
            field.changed.connect(lambda: self._say(""))
            self._add(name, definition, field)
        illnesses = IllnessField(CODED_FIELDS[ILLNESSES], self)
        illnesses.entered.connect(self.save)
        illnesses.cancelled.connect(self.left)
        self._add(ILLNESSES, CODED_FIELDS[ILLNESSES], illnesses)

    def _add(self, name: str, definition: FactDefinition, field: QWidget) -> None:
        """Keep a field under its caption."""
        self.fields[name] = field
        both = self._captioned[name] = QWidget(self)
        label = QLabel(definition.label, both)
        label.setFont(font(SMALL))
        label.setProperty("tone", "quiet")
        label.setAlignment(leading())
        label.setBuddy(field)
        field.setAccessibleName(definition.label)
        caption = QHBoxLayout()
        caption.setSpacing(8)
        caption.addWidget(label)
        if isinstance(field, IllnessField):
            caption.addWidget(field.chosen, 1)
        box = QVBoxLayout(both)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(caption)
        box.addWidget(field)

    def _lay_out(self) -> None:
        row = FlowLayout(spacing=12, row_spacing=6)
        for name, both in self._captioned.items():
            if name != ILLNESSES:
                row.addWidget(both)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.heading, 1)
        for key, text, do in (
            ("Enter", self.tr("خانه بعد؛ در پایان ثبت"), None),
            (key_text(self.save_action), self.save_action.text(), self.save),
            ("Esc", self.tr("انصراف"), self.left.emit),
        ):
            head.addWidget(KeyHint(key, text, self, do))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(6)
        box.addLayout(head)
        box.addLayout(row)
        for widget in (self._captioned[ILLNESSES], self.filed, self.said):
            box.addWidget(widget)
