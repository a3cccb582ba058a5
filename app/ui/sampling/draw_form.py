"""The form by which a sample is drawn: how many claims, how, by which lot, and from among which."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.deviations import Measure, Usual
from app.domain.office_records import SampleMethod
from app.domain.persian import latin_digits, month_text, persian_digits, rials
from app.domain.queue import QueueCount
from app.domain.sampling import Ambiguous, SamplePlan, SampleScope
from app.services.sample_views import Outlook, SampleChoices
from app.services.sampling import fresh_seed
from app.ui.bill.amount_field import AmountField
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.names import name_of
from app.ui.fonts import SMALL
from app.ui.quiet_choice import QuietChoice
from app.ui.sampling.names import AMBIGUOUS, MEASURES, METHODS, METHODS_EXPLAINED, USUAL
from app.ui.text import identifier, leading

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
USUAL_SIZE, PAUSE_MS, LABEL_WIDTH = 20, 250, 120


class DrawForm(QWidget):
    """Takes a plan and a scope; Enter draws.

    Signals:
        drawn: Enter was pressed; carries SampleScope and SamplePlan as they stand in the fields.
        changed: the same, a moment after a field was changed, for the outlook.
    """

    drawn = Signal(object, object)
    changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method, self.ambiguous = _choice(METHODS, self), _choice(AMBIGUOUS, self)
        self.usual, self.measure = _choice(USUAL, self), _choice(MEASURES, self)
        self.count, self.seed, self.limit = QLineEdit(self), QLineEdit(self), AmountField(self)
        self.first, self.last, self.centre, self.submission = (QuietChoice(self) for _ in range(4))
        self.unseen = QCheckBox(self.tr("بی‌تکرار: سندهای دیده‌شده در نمونه‌های پیشین نه"), self)
        self.explained, self.outlook = CleanLabel("", self, tone="quiet", points=SMALL), CleanLabel("", self)
        self.fault = CleanLabel("", self, tone="red")
        self._rows: dict[QWidget, QLabel] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()
        self._on_method()

    def begin(self, choices: SampleChoices) -> None:
        """Offer what a sample can be narrowed to, with a fresh lot and an empty scope."""
        self._offer(choices)
        self.count.setText(persian_digits(USUAL_SIZE))
        self.seed.setText(persian_digits(fresh_seed()))
        self.limit.clear()
        self.unseen.setChecked(False)
        self.fault.clear()
        self.outlook.clear()
        self.set_busy(False)
        self.method.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pause.start()

    def scope(self) -> SampleScope:
        """Return from among which claims is drawn."""
        return SampleScope(
            first=self.first.currentData(),
            last=self.last.currentData(),
            centre=self.centre.currentData(),
            submission=self.submission.currentData(),
            unseen=self.unseen.isChecked(),
        )

    def plan(self) -> SamplePlan | None:
        """Return how is drawn; None where a number is missing."""
        size, seed = _number(self.count.text()), _number(self.seed.text())
        if size is None or seed is None:
            return None
        method = SampleMethod(self.method.currentData())
        return SamplePlan(
            method,
            size,
            seed,
            ambiguous=Ambiguous(self.ambiguous.currentData()),
            limit=self.limit.amount if method is SampleMethod.VALUE else None,
            usual=Usual(self.usual.currentData()),
            measure=Measure(self.measure.currentData()),
        )

    def show_outlook(self, outlook: Outlook) -> None:
        """Say from how many claims would be drawn."""
        said = self.tr("از میان {count} سند که کسی در آن‌ها از ضابطه جدا نشده است").format(
            count=rials(outlook.candidates)
        )
        if outlook.ambiguous:
            said += self.tr("؛ کسر {count} سند بر ضابطه‌ای با منبع مبهم استوار است").format(
                count=rials(outlook.ambiguous)
            )
        if outlook.at_limit:
            said += self.tr("؛ {count} سند به مرز مبلغ می‌رسد و افزون بر اندازه نمونه دیده می‌شود").format(
                count=rials(outlook.at_limit)
            )
        self.outlook.setText(f"{said}.")

    def say(self, sentence: str) -> None:
        """Say what is wrong."""
        self.set_busy(False)
        self.fault.setText(sentence)

    def set_busy(self, busy: bool) -> None:
        """Take no input while the sample is drawn."""
        self.setEnabled(not busy)
        if busy:
            self.outlook.setText(self.tr("نمونه کشیده می‌شود…"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw by Enter; what else is typed is the fields' own."""
        if event.key() in ENTER:
            self.draw()
        else:
            super().keyPressEvent(event)

    def draw(self) -> None:
        """Ask for the sample as the fields have it, or say which number is missing."""
        self.fault.clear()
        plan = self.plan()
        if plan is not None:
            self.drawn.emit(self.scope(), plan)
        elif _number(self.count.text()) is None:
            self.say(self.tr("اندازه نمونه را به رقم بنویسید."))
            self.count.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.say(self.tr("شماره قرعه را بنویسید."))
            self.seed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_change(self) -> None:
        self.fault.clear()
        plan = self.plan()
        if plan is not None:
            self.changed.emit(self.scope(), plan)

    def _on_method(self) -> None:
        """Show the fields that a method asks for; ambiguous rules come first unless the distance is what counts."""
        method = SampleMethod(self.method.currentData())
        self.explained.setText(name_of(METHODS_EXPLAINED, method))
        for field, of_method in (
            (self.limit, SampleMethod.VALUE),
            (self.usual, SampleMethod.DEVIATION),
            (self.measure, SampleMethod.DEVIATION),
        ):
            field.setVisible(method is of_method)
            self._rows[field].setVisible(method is of_method)
        first = Ambiguous.ALIKE if method is SampleMethod.DEVIATION else Ambiguous.FIRST
        self.ambiguous.setCurrentIndex(self.ambiguous.findData(first))

    def _offer(self, choices: SampleChoices) -> None:
        for field, all_of_them in ((self.first, self.tr("از آغاز")), (self.last, self.tr("تا اکنون"))):
            field.clear()
            field.addItem(all_of_them, None)
            for month in reversed(choices.months):
                field.addItem(month_text(month), month)
        self._offer_counts(self.centre, self.tr("همه مرکزها"), choices.centres)
        self._offer_counts(self.submission, self.tr("همه درخواست‌ها"), choices.submissions, numbers=True)

    def _offer_counts(
        self, field: QuietChoice, all_of_them: str, counts: Sequence[QueueCount], *, numbers: bool = False
    ) -> None:
        field.clear()
        field.addItem(all_of_them, None)
        for count in counts:
            if count.key is not None:
                name = identifier(count.title or count.key) if numbers else count.title or identifier(count.key)
                field.addItem(name, int(count.key) if numbers else count.key)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._tell_change)
        self.method.currentIndexChanged.connect(lambda _place: self._on_method())
        for choice in (self.method, self.ambiguous, self.first, self.last, self.centre, self.submission):
            choice.currentIndexChanged.connect(lambda _place: self._pause.start())
        self.limit.textEdited.connect(lambda _text: self._pause.start())
        self.unseen.toggled.connect(lambda _on: self._pause.start())
        for field in (self.count, self.seed, self.limit):
            field.textEdited.connect(lambda _text: self.fault.clear())

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        fields.setColumnMinimumWidth(0, LABEL_WIDTH)
        fields.setColumnMinimumWidth(2, LABEL_WIDTH)
        fields.setColumnStretch(1, 1)
        fields.setColumnStretch(3, 1)
        pairs: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((self.tr("شیوه"), self.method), (self.tr("اندازه"), self.count)),
            ((self.tr("شماره قرعه"), self.seed), (self.tr("ضابطه با منبع مبهم"), self.ambiguous)),
            ((self.tr("از ماه"), self.first), (self.tr("تا ماه"), self.last)),
            ((self.tr("مرکز"), self.centre), (self.tr("درخواست هزینه"), self.submission)),
            ((self.tr("معمول میان سندهای"), self.usual), (self.tr("سنجه"), self.measure)),
            ((self.tr("از این مبلغ به بالا همه"), self.limit),),
        )
        for row, pair in enumerate(pairs):
            for place, (label, field) in enumerate(pair):
                self._add(fields, row, 2 * place, label, field)
        for number in (self.count, self.seed):
            number.setAlignment(leading())
        self.seed.setToolTip(self.tr("با همین شماره از میان همان سندها همان نمونه بیرون می‌آید."))
        self.limit.setPlaceholderText(self.tr("ریال"))
        keys = QHBoxLayout()
        keys.setSpacing(14)
        keys.addWidget(KeyHint("Enter", self.tr("نمونه بکش"), self, self.draw))
        keys.addWidget(KeyHint("Tab", self.tr("خانه بعد"), self))
        keys.addWidget(KeyHint("↑↓", self.tr("برگزیدن"), self))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.explained)
        box.addLayout(fields)
        for widget in (self.unseen, self.outlook, self.fault):
            box.addWidget(widget)
        box.addLayout(keys)
        box.addStretch(1)

    def _add(self, fields: QGridLayout, row: int, column: int, label: str, field: QWidget) -> None:
        caption = QLabel(label, self)
        caption.setBuddy(field)
        caption.setProperty("tone", "quiet")
        field.setAccessibleName(label)
        fields.addWidget(caption, row, column)
        fields.addWidget(field, row, column + 1)
        self._rows[field] = caption


def _choice(names: Mapping[Any, Any], parent: QWidget) -> QuietChoice:
    made = QuietChoice(parent)
    for value in names:
        made.addItem(name_of(names, value), value.value)
    return made


def _number(text: str) -> int | None:
    digits = latin_digits(text).replace("٬", "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() else None
