"""The form of one inquiry: Enter goes from field to field, and from the last one the inquiry is recorded."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.dates import JalaliDate
from app.domain.identity import likely_number_kind
from app.domain.inquiries import Inquiry, InquiryWay
from app.domain.persian import persian_digits
from app.services.inquiries import TypedInquiry, Waiting
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.names import ID_KINDS, name_of
from app.ui.date_field import DateField
from app.ui.eligibility.words import ANSWERS, KINDS, WAYS
from app.ui.fonts import SMALL, font
from app.ui.quiet_choice import QuietChoice
from app.ui.text import has_persian_letters

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
NUMBER_WIDTH, CODE_WIDTH, CHOICE_WIDTH = 140, 190, 150


class InquiryForm(QFrame):
    """What is typed of an inquiry; the end of cover is asked for where the insured person made it, who is shown it.

    Signals:
        submitted: Enter was pressed in the last field.
        changed: something else stands in a field.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.id_kind, self.answer = _choice(ID_KINDS, ID_KINDS, self), _choice(ANSWERS, ANSWERS, self)
        self.kind, self.way = _choice(KINDS, KINDS, self), _choice(InquiryWay, WAYS, self)
        self.number, self.code = QLineEdit(self), QLineEdit(self)
        self.day, self.valid_to, self.asked_on = DateField(self), DateField(self), DateField(self)
        self._asked_follows = True
        self._captioned: dict[QWidget, QWidget] = {}
        self._lay_out()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Ask for an inquiry about anybody; the way stays that of the inquiry before."""
        for field in (self.number, self.code, self.day, self.valid_to, self.asked_on):
            field.clear()
        for choice in (self.id_kind, self.answer, self.kind):
            choice.setCurrentIndex(0)
        self._asked_follows = True
        self.changed.emit()

    def show_waiting(self, waiting: Waiting) -> None:
        """Ask for the inquiry for which claims wait."""
        self.begin()
        self.id_kind.setCurrentIndex(self.id_kind.findData(waiting.id_kind))
        self.number.setText(persian_digits(waiting.patient_id))
        self.day.show_day(waiting.day)

    def show_inquiry(self, inquiry: Inquiry) -> None:
        """Show an inquiry as it was typed in, to be corrected."""
        self.begin()
        self.id_kind.setCurrentIndex(self.id_kind.findData(likely_number_kind(inquiry.patient_id)))
        self.number.setText(persian_digits(inquiry.patient_id))
        self.day.show_day(inquiry.day)
        self.answer.setCurrentIndex(self.answer.findData(inquiry.covered))
        self.code.setText(persian_digits(inquiry.tracking_code or ""))
        self.kind.setCurrentIndex(self.kind.findData(inquiry.special))
        if inquiry.valid_to is not None:
            self.valid_to.show_day(inquiry.valid_to)
        self.asked_on.show_day(inquiry.asked_on)
        self.way.setCurrentIndex(self.way.findData(inquiry.way))
        self._asked_follows = False

    def take_focus(self) -> None:
        """Go where typing begins: to the number, or where that is known to the answer."""
        target = self.answer if self.number.text() else self.number
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def fault(self) -> str:
        """Why the inquiry can't be recorded as it stands; empty where it can."""
        if not self.number.text().strip():
            return self.tr("شماره بیمه‌شده را بنویسید.")
        dates = [(self.tr("روز خدمت"), self.day), (self.tr("روز استعلام"), self.asked_on)]
        if self.kind.currentData() and self.valid_to.text():
            dates.append((self.tr("پایان اعتبار"), self.valid_to))
        for name, field in dates:
            if field.day is None:
                return self.tr("{name}: {fault}").format(name=name, fault=field.fault)
        return ""

    def typed(self) -> TypedInquiry | None:
        """Return the inquiry as it stands, None where something is missing or wrong."""
        day, asked_on = self.day.day, self.asked_on.day
        if self.fault or day is None or asked_on is None:
            return None
        special: bool = self.kind.currentData()
        return TypedInquiry(
            patient_id=self.number.text(),
            id_kind=self.id_kind.currentData(),
            day=day,
            way=InquiryWay(self.way.currentData()),  # Qt knows it as a text
            covered=self.answer.currentData(),
            asked_on=asked_on,
            tracking_code=self.code.text(),
            special=special,
            valid_to=self.valid_to.day if special else None,
        )

    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields in the order of typing."""
        shown = (self.id_kind, self.number, self.day, self.answer, self.code, self.kind)
        until = (self.valid_to,) if self.kind.currentData() else ()
        return (*shown, *until, self.asked_on, self.way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            fields = self.fields()
            if watched in fields and event.modifiers() in {Qt.KeyboardModifier.NoModifier, _KEYPAD}:
                place = fields.index(watched)
                if place + 1 == len(fields):
                    self.submitted.emit()
                else:
                    fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        for field in (self.number, self.code):
            field.textEdited.connect(lambda _text, field=field: _in_persian(field))
            field.textChanged.connect(lambda _text: self.changed.emit())
        self.code.textChanged.connect(self._turn_code)
        for choice in (self.id_kind, self.answer, self.kind, self.way):
            choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
        for date in (self.valid_to, self.asked_on):
            date.day_changed.connect(lambda _day: self.changed.emit())
        self.asked_on.textEdited.connect(self._leave_asked)
        self.day.day_changed.connect(self._on_day)
        self.kind.currentIndexChanged.connect(lambda _place: self._show_until())
        for widget in self._captioned:
            widget.installEventFilter(self)
        self._show_until()

    def _turn_code(self, code: str) -> None:
        """Let a code that ends with the word of special patients read from right to left, as it was told."""
        right = has_persian_letters(code)
        self.code.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)

    def _leave_asked(self, _text: str) -> None:
        self._asked_follows = False

    def _on_day(self, day: JalaliDate | None) -> None:
        """Take the day of service for that of the inquiry as well, until another one is typed."""
        if self._asked_follows and day is not None:
            self.asked_on.show_day(day)
        self.changed.emit()

    def _show_until(self) -> None:
        self._captioned[self.valid_to].setVisible(self.kind.currentData())

    def _lay_out(self) -> None:
        self.code.setPlaceholderText(self.tr("با پسوند «خاص» اگر دارد"))
        for typed, width in ((self.number, NUMBER_WIDTH), (self.code, CODE_WIDTH)):
            typed.setFixedWidth(width)
            typed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            typed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        for choice in (self.id_kind, self.answer, self.kind, self.way):
            choice.setMinimumWidth(CHOICE_WIDTH)
        row = FlowLayout(spacing=12, row_spacing=6)
        for caption, field in (
            (self.tr("نوع شماره"), self.id_kind),
            (self.tr("شماره بیمه‌شده"), self.number),
            (self.tr("روز خدمت"), self.day),
            (self.tr("پاسخ استعلام"), self.answer),
            (self.tr("کد رهگیری"), self.code),
            (self.tr("نوع استعلام"), self.kind),
            (self.tr("پایان اعتبار"), self.valid_to),
            (self.tr("روز استعلام"), self.asked_on),
            (self.tr("راه استعلام"), self.way),
        ):
            row.addWidget(self._with_caption(caption, field))
        for before, after in pairwise(self._captioned):
            self.setTabOrder(before, after)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 10)
        box.addLayout(row)

    def _with_caption(self, caption: str, field: QWidget) -> QWidget:
        both = self._captioned[field] = QWidget(self)
        label = QLabel(caption, both)
        label.setFont(font(SMALL))
        label.setProperty("tone", "quiet")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        box = QVBoxLayout(both)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(label)
        box.addWidget(field)
        return both


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _choice(values: Iterable[Any], names: Mapping[Any, Any], parent: QWidget) -> QuietChoice:
    choice = QuietChoice(parent)
    for value in values:
        choice.addItem(name_of(names, value), value)
    return choice


def _in_persian(field: QLineEdit) -> None:
    """Show every digit in Persian, with the cursor where it was."""
    place = field.cursorPosition()
    field.setText(persian_digits(field.text()))
    field.setCursorPosition(place)
