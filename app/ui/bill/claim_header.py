"""The head of the bill: whose claim it is, who asked for what, and how far it has come."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.claim import Person
from app.domain.electronic_bill import Authenticity, authenticity_sentence, bill_authenticity
from app.domain.persian import date_text, moment_text, month_text, rials
from app.services.open_claim import OpenClaim
from app.ui.answers.value_names import value_name
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.names import FUNDS, ID_KINDS, INSURERS, KINDS, LOCKED_BECAUSE, STATES, age_text, name_of, person_name
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.text import NOTHING, identifier, local_moment, sentence
from app.ui.theme import restyle

BILL_TONES = {Authenticity.SEALED: "green", Authenticity.ON_PAPER: "quiet", Authenticity.BROKEN: "red"}
BAND_ROLES = {"red": "fault", "amber": "notice"}
FIELDS, FIELDS_OF_PATIENT, FIELD_SPACING, LEAST_VALUE = 9, 3, 16, 40


class Field(QWidget):
    """A quiet label and, beside it, a value that can be selected with the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._value = QLabel(self), CleanLabel("", self, points=10)
        self._label.setProperty("tone", "quiet")
        self._label.setFont(font(SMALL))
        self._value.setWordWrap(False)
        self._value.setMinimumWidth(LEAST_VALUE)  # in a narrow window a long value is cut; its tool tip is whole
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addWidget(self._label)
        box.addWidget(self._value)

    def show_field(self, label: str, value: str) -> None:
        """Show a label and its value."""
        self._label.setText(label)
        self._value.setText(sentence(value))
        self._value.setToolTip(value)


class ClaimHeader(QWidget):
    """Name, number and state in one line, the rest as fields in few rows; below, what holds of the whole claim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._kind, self._state = (QLabel(self) for _ in range(3))
        self._number = CleanLabel("", self, points=LARGE - 1)
        self._number.setWordWrap(False)
        self._name.setFont(font(LARGE, MEDIUM))
        self._kind.setProperty("tone", "quiet")
        self._state.setProperty("role", "badge")
        self._state.setFont(font(SMALL))
        self.trial_badge = QLabel(self.tr("ارقام آزمایشی"), self)
        self.trial_badge.setProperty("role", "badge")
        self.trial_badge.setProperty("tone", "amber")
        self.trial_badge.setFont(font(SMALL))
        self._fields = [Field(self) for _ in range(FIELDS)]
        self.locked_band, self.overtaken_band, self.otherwise_band = Band(self), Band(self), Band(self)
        self.request_band, self.bill_band = Band(self, tone="quiet"), Band(self, tone="quiet")
        self.voided_band, self.rules_band = Band(self, tone="red"), Band(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 6)
        box.setSpacing(4)
        self._keys = QHBoxLayout()
        self._rows = self._field_rows()
        box.addLayout(self._title_line())
        box.addLayout(self._rows)
        box.addWidget(self.request_band)
        box.addWidget(self.bill_band)
        box.addWidget(self.voided_band)
        box.addWidget(self.locked_band)
        box.addWidget(self.rules_band)
        box.addWidget(self.overtaken_band)
        box.addWidget(self.otherwise_band)

    def add_key(self, hint: QWidget) -> None:
        """Show beside the kind of claim a key that acts on it."""
        self._keys.addWidget(hint)

    def add_patient_key(self, hint: QWidget) -> None:
        """Show after what is known of the insured person a key that acts on it."""
        self._rows.insert_widget(FIELDS_OF_PATIENT, hint)

    def show_claim(self, open_claim: OpenClaim) -> None:
        """Show the head of a claim."""
        claim, state = open_claim.claim, open_claim.state
        self._name.setText(claim.patient.name or identifier(claim.patient.id))
        self._kind.setText(name_of(KINDS, claim.kind))
        self._number.setText(self.tr("سند {number}").format(number=identifier(claim.id)))
        self._state.setText(name_of(STATES, state))
        for field, (label, value) in zip(self._fields, self._values(open_claim), strict=True):
            field.show_field(label, value)
            field.setVisible(bool(value))
        packs = "، ".join(open_claim.result.unofficial)
        self.trial_badge.setVisible(bool(packs))
        self.trial_badge.setToolTip(self.tr("بهای این سند از بسته‌های غیررسمی است: {packs}").format(packs=packs))
        read_only_here = state in LOCKED_BECAUSE or open_claim.elsewhere is None  # else its own panel says why
        self.locked_band.setVisible(not open_claim.editable and read_only_here)
        self.locked_band.label.setText(
            name_of(LOCKED_BECAUSE, state) if state in LOCKED_BECAUSE else open_claim.held or ""
        )
        self._show_request(open_claim)
        self.voided_band.setVisible(open_claim.voided is not None)
        self.voided_band.label.setText(self._voided(open_claim))
        self.rules_band.setVisible(open_claim.by_todays_rules is not None)
        self.rules_band.label.setText(self._by_todays_rules(open_claim))
        self.overtaken_band.setVisible(bool(open_claim.overtaken_by))
        self.overtaken_band.label.setText(
            self.tr(
                "سند بعدی همین بیمار پیش از این سند بسته شده است و همان‌گونه که امضا شده می‌ماند؛"
                " با نتیجه کنونی این سند مبلغ آن فرق می‌کرد: {numbers}"
            ).format(numbers="، ".join(identifier(number) for number in open_claim.overtaken_by))
        )
        self.otherwise_band.setVisible(bool(open_claim.signed_otherwise))
        self.otherwise_band.label.setText(
            self.tr(
                "سندهایی از همین درخواست هزینه با پاسخ دیگری امضا شده‌اند و همان‌گونه که امضا شده‌اند می‌مانند: {questions}"
            ).format(questions="؛ ".join(f"«{label}»" for label in open_claim.signed_otherwise))
        )

    def _show_request(self, open_claim: OpenClaim) -> None:
        """Show how far a reimbursement request has come, and what is known of its bill."""
        request, bill = open_claim.request, bill_authenticity(open_claim.claim)
        self.request_band.setVisible(request is not None)
        self.bill_band.setVisible(bill is not None)
        if request is not None:
            told = " ".join(part for part in (request.sentence, request.after_payment) if part)
            self.request_band.label.setText(self.tr("وضعیت برای بیمه‌شده: {status}").format(status=told))
            self.request_band.take_tone("amber" if request.after_payment else "quiet")
        if bill is not None:
            self.bill_band.label.setText(authenticity_sentence(bill))
            self.bill_band.take_tone(BILL_TONES.get(bill, "amber"))

    def _by_todays_rules(self, open_claim: OpenClaim) -> str:
        """Say what the program's present rules would leave of a claim that was signed by those of before."""
        today, signed = open_claim.by_todays_rules, open_claim.settlement
        if today is None:
            return ""
        if [line.approved for line in today.lines] == [line.approved for line in signed.lines]:
            return self.tr("آنچه امضا شده برقرار است؛ ضوابط امروز برنامه همین مبلغ‌ها را با یافته‌های دیگری می‌دهند.")
        text = self.tr("آنچه امضا شده برقرار است: {signed} ریال. ضوابط امروز برنامه نتیجه دیگری می‌دهند: {today} ریال.")
        return text.format(signed=rials(signed.totals.approved), today=rials(today.totals.approved))

    def _voided(self, open_claim: OpenClaim) -> str:
        """Say since when, by whom and why what was signed holds no longer; a note that stands above it says why."""
        sheet, voided, note = open_claim.reviewers_sheet, open_claim.voided, open_claim.sent_back
        if sheet is None or voided is None:
            return ""
        why = "" if note is not None and note.reason == voided.reason else voided.reason
        text = self.tr("امضای {signed} باطل است: {by} آن را در {since} باطل کرد. {why}")
        return text.format(
            signed=_full_name(open_claim, sheet.signed_by),
            by=_full_name(open_claim, voided.by),
            since=local_moment(voided.at),
            why=why,
        ).strip()

    def _title_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self._name, self._kind):
            line.addWidget(widget)
        line.addLayout(self._keys)
        line.addStretch(1)
        for widget in (self._number, self._state):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _field_rows(self) -> FlowLayout:
        rows = FlowLayout(spacing=FIELD_SPACING, row_spacing=0)
        for field in (*self._fields, self.trial_badge):
            rows.addWidget(field)
        return rows

    def _values(self, open_claim: OpenClaim) -> Iterator[tuple[str, str]]:
        claim, submission = open_claim.claim, open_claim.submission
        patient, fund = claim.patient, claim.fund or submission.fund
        sex = value_name("sex", patient.sex) if patient.sex else NOTHING
        insurer = name_of(INSURERS, claim.insurer or submission.insurer)
        yield name_of(ID_KINDS, patient.id_kind), identifier(patient.id)
        yield self.tr("سن و جنس"), f"{age_text(patient, claim.service_day)}، {sex}"
        yield self.tr("بیماری خاص"), self._illnesses(open_claim)
        yield self.tr("تجویزکننده"), _prescriber(claim.prescriber)
        yield self._service_time(open_claim)
        yield self.tr("مرکز"), submission.provider.name or identifier(submission.provider.id)
        yield self.tr("ماه درخواست"), month_text(submission.month)
        yield self.tr("بیمه‌گر و صندوق"), f"{insurer}، {name_of(FUNDS, fund)}" if fund else insurer
        yield self.tr("تشخیص"), claim.diagnosis or NOTHING

    def _illnesses(self, open_claim: OpenClaim) -> str:
        """Name the illnesses on which rules hang; an answer that takes the place of the file's word says so."""
        told = "، ".join(value_name("conditions", illness) for illness in open_claim.claim.patient.conditions)
        if not any(word.fact == "conditions" for word in open_claim.answers()):
            return told
        return self.tr("{illnesses} (پاسخ کارشناس)").format(illnesses=told or self.tr("هیچ‌کدام"))

    def _service_time(self, open_claim: OpenClaim) -> tuple[str, str]:
        claim = open_claim.claim
        if claim.admitted_at:
            left = moment_text(claim.discharged_at) if claim.discharged_at else NOTHING
            return self.tr("پذیرش و ترخیص"), self.tr("{first} تا {last}").format(
                first=moment_text(claim.admitted_at), last=left
            )
        return self.tr("تاریخ خدمت"), date_text(claim.service_day) if claim.service_day else NOTHING


class Band(QFrame):
    """A quiet band with a sentence that concerns the whole claim; in red where something holds no longer."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "amber") -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.take_tone(tone)
        self.label.setFont(font(SMALL))
        self.label.setWordWrap(True)
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 1, 10, 1)
        box.addWidget(self.label)

    def take_tone(self, tone: str) -> None:
        """Take the colour of what is said."""
        restyle(self, role=BAND_ROLES.get(tone, "said"))
        restyle(self.label, tone=tone)


def _full_name(open_claim: OpenClaim, user_id: int) -> str:
    author = open_claim.authors.get(user_id)
    return author.full_name if author is not None else NOTHING


def _prescriber(person: Person | None) -> str:
    """Return the prescriber with the specialty."""
    if person is None:
        return NOTHING
    skill = value_name("specialty", person.specialty) if person.specialty else ""
    return f"{person_name(person)}، {skill}" if skill else person_name(person)
