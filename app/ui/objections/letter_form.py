"""A letter in which a centre objects: to which claim, received when, on which lines, with which words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.dates import JalaliDate
from app.domain.persian import date_text, persian_digits
from app.services.objections import ObjectedLine, ObjectionTerms
from app.ui.bill.clean_label import CleanLabel
from app.ui.date_field import DateField
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.objections.claim_choice import ClaimChoice
from app.ui.objections.letter_entry import LetterEntry
from app.ui.objections.letter_lines import LetterLines
from app.ui.text import identifier


class LetterForm(QWidget):
    """The claim above, then its dates, then its lines; what is not accepted is told at once, with the dates.

    Signals:
        changed: the letter may or may not be recorded now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.terms: ObjectionTerms | None = None
        self.choice, self.lines, self.entry = ClaimChoice(self), LetterLines(self), LetterEntry(self)
        self.claim = CleanLabel("", self, points=SMALL + 1, weight=MEDIUM)
        self.reported, self.fault = CleanLabel("", self, tone="quiet", points=SMALL), CleanLabel("", self, tone="red")
        self.received = DateField(self)
        self._place = 0
        self._dates = self._date_line()
        self.received.day_changed.connect(lambda _day: self._judge())
        self.received.returnPressed.connect(self._go_to_lines)
        self.lines.wanted.connect(self._ask)
        self.lines.changed.connect(self.changed)
        self.entry.entered.connect(self._write_down)
        self.entry.left.connect(self._leave_entry)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.choice, self.claim, self.reported, self._dates, self.fault, self.lines, self.entry):
            box.addWidget(widget, 1 if widget is self.lines else 0)
        box.addStretch(0)
        self.begin()

    def begin(self) -> None:
        """Ask for a claim."""
        self.terms = None
        self.choice.start()
        self.entry.forget()
        for widget in (self.claim, self.reported, self._dates, self.fault, self.lines):
            widget.hide()
        self.changed.emit()

    def show_terms(self, terms: ObjectionTerms) -> None:
        """Show a claim with its lines and the time in which its centre may object to it."""
        self.terms = terms
        claim = terms.claim
        centre = claim.submission.provider.name or identifier(claim.submission.provider.id)
        patient = claim.claim.patient.name or identifier(claim.claim.patient.id)
        text = self.tr("سند {number} — {patient} — {centre}")
        self.claim.setText(text.format(number=identifier(claim.claim.id), patient=patient, centre=centre))
        self.reported.setText(self._reported(terms))
        self.choice.start()
        self.entry.forget()
        for widget in (self.claim, self.reported, self._dates, self.lines):
            widget.show()
        self.lines.show_terms(terms)
        self.received.show_day(terms.today)
        self.received.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def letter(self) -> tuple[ObjectedLine, ...]:
        """What the letter says, line by line."""
        return self.lines.letter.letter

    @property
    def received_on(self) -> JalaliDate | None:
        """The day on which the letter came in; None while the field holds no day."""
        return self.received.day

    @property
    def may_be_recorded(self) -> bool:
        """Tell whether the letter is in time and says something."""
        return self.terms is not None and bool(self.letter) and not self.fault.text() and self.entry.isHidden()

    def leave(self) -> bool:
        """Leave what is being written down; tell whether there was anything to leave."""
        if self.entry.isHidden():
            return False
        self._leave_entry()
        return True

    def _judge(self) -> None:
        """Say at once why a letter of the day in the field is not accepted."""
        if self.terms is None:
            return
        day = self.received.day
        self.fault.setText(self.received.fault if day is None else self.terms.refusal(day) or "")
        self.fault.setVisible(bool(self.fault.text()))
        self.changed.emit()

    def _reported(self, terms: ObjectionTerms) -> str:
        if terms.period is None or terms.version is None:
            return self.tr("گزارشی که نتیجه این سند در آن باشد به مرکز تحویل نشده است.")
        left = terms.period.days_left(terms.today)
        text = self.tr("گزارش عملکرد (نسخه {version}) در {handed} تحویل شد؛ آخرین روز اعتراض {last} — {left}")
        days = self.tr("{count} روز مانده").format(count=persian_digits(left))
        if left < 0:
            days = self.tr("{count} روز گذشته").format(count=persian_digits(-left))
        elif left == 0:
            days = self.tr("امروز")
        return text.format(
            version=persian_digits(terms.version),
            handed=date_text(terms.period.handed_on),
            last=date_text(terms.period.last_day),
            left=days,
        )

    def _go_to_lines(self) -> None:
        if self.received.day is not None:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, place: int) -> None:
        self._place = place
        self.entry.ask(self.lines.letter.rows[place])
        self.changed.emit()

    def _write_down(self, said: ObjectedLine) -> None:
        self.lines.letter.say(self._place, said)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lines.step(1)

    def _leave_entry(self) -> None:
        self.entry.hide()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _date_line(self) -> QWidget:
        line = QWidget(self)
        label = QLabel(self.tr("تاریخ دریافت اعتراض"), line)
        label.setFont(font(SMALL))
        label.setBuddy(self.received)
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(label)
        box.addWidget(self.received)
        box.addStretch(1)
        return line
