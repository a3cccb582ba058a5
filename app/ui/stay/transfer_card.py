"""The card of a transfer: whole or for a service, why, coordinated, signed by whom; and the shares of each kind."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.facts import UNKNOWN, Answer
from app.domain.persian import rials
from app.rules.circulars.transfers import COORDINATED, REASON, SIGNED, TRANSFER
from app.services.stay.transfer import TRANSFER_FACTS, Transfer, TransferShares
from app.ui.answers.value_names import fact_label, fact_values, value_name
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint
from app.ui.fonts import MEDIUM, REGULAR, SMALL
from app.ui.stay.opened_choice import OpenedChoice
from app.ui.travel.fields import SomeField, yes_or_no

RULES = {TRANSFER: "TRV-14", REASON: "TRV-20b", COORDINATED: "TRV-20b", SIGNED: "TRV-21a"}
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
READ_KEY = Qt.Key.Key_F11
Field = OpenedChoice | SomeField


class TransferCard(QFrame):
    """What is read of a transfer; each answer counts at once.

    Signals:
        answered: fact, None, value.
        rule_wanted: id of a rule to be read in the rule book.
        left: -1 or 1: the keys go to what is above or below the card.
    """

    answered = Signal(str, object, object)
    rule_wanted = Signal(str)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.fields: dict[str, Field] = {}
        self.shares: list[CleanLabel] = []
        self._labels: dict[str, CleanLabel] = {}
        self._known: Mapping[str, Answer] = {}
        self._awaited: dict[str, Answer] = {}
        self._read_boxes = QTimer(self, singleShot=True, interval=0)
        self._showing = False
        self._beside = CleanLabel("", self, tone="quiet", points=SMALL)
        self._answers, self._shares = QGridLayout(), QVBoxLayout()
        self._keys = self._key_line()
        self._lay_out()

    def show_transfer(self, transfer: Transfer, *, editable: bool) -> None:
        """Show what is known and what each kind leads to; an answer that is under way stays as it was given."""
        self._make_fields()
        self._known = transfer.answers
        for name, field in self.fields.items():
            known: Any = transfer.answers[name]
            under_way = name == SIGNED and self._read_boxes.isActive()
            if not under_way and self._awaited.get(name, known) == known:
                self._awaited.pop(name, None)
                self._show(field, None if known is UNKNOWN else known)
            for widget in (field, self._labels[name]):
                widget.setVisible(name == TRANSFER or transfer.is_transfer)
            field.setEnabled(editable)
        self._keys.setVisible(editable)
        self._beside.setText(self._beside_text(transfer))
        self._show_shares(transfer)

    def forget(self) -> None:
        """Forget what is under way, as for another claim."""
        self._awaited.clear()
        self._read_boxes.stop()

    def take_back(self) -> None:
        """Show what is known in place of what was refused."""
        self._read_boxes.stop()
        for name in self._awaited:
            known: Any = self._known[name]
            self._show(self.fields[name], None if known is UNKNOWN else known)
        self._awaited.clear()

    def take_focus(self, *, last: bool = False) -> bool:
        """Give the keys to the first or last answer; tell whether there is one."""
        rows = self._rows()
        if rows:
            rows[-1 if last else 0].setFocus()
        return bool(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from answer to answer, out of the card, or to the rule."""
        if event.key() in STEPS:
            self._step(STEPS[Qt.Key(event.key())])
        elif event.key() == READ_KEY:
            self.rule_wanted.emit(RULES[self._current])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the arrows up and down of boxes to tick for the rows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            self._step(STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    @property
    def _current(self) -> str:
        """The fact on whose row the keys stand."""
        focused = self.focusWidget()
        here = (name for name, field in self.fields.items() if field is focused or field.isAncestorOf(focused or self))
        return next(here, TRANSFER)

    def _rows(self) -> list[Field]:
        return [field for field in self.fields.values() if not field.isHidden() and field.isEnabled()]

    def _step(self, step: int) -> None:
        rows = self._rows()
        place = rows.index(self.fields[self._current]) + step if self.fields[self._current] in rows else -1
        if 0 <= place < len(rows):
            rows[place].setFocus()
        else:
            self.left.emit(step)

    def _make_fields(self) -> None:
        """Make the answers when the first transfer is shown; the facts are in no hurry before."""
        for row, name in enumerate(() if self.fields else TRANSFER_FACTS):
            field = self.fields[name] = self._field(name)
            label = self._labels[name] = CleanLabel(fact_label(name), self, tone="quiet", points=SMALL)
            label.setBuddy(field)
            field.setAccessibleName(fact_label(name))
            self._answers.addWidget(label, row, 0)
            self._answers.addWidget(field, row, 1)

    def _field(self, name: str) -> Field:
        named: list[tuple[Any, str]] = [(value, value_name(name, value)) for value in fact_values(name)]
        if name == SIGNED:
            boxes = SomeField(named, self)
            boxes.changed.connect(lambda: None if self._showing else self._read_boxes.start())
            self._read_boxes.timeout.connect(lambda: self._say_ticked(boxes))
            for box in (*boxes.boxes.values(), boxes.none):
                box.installEventFilter(self)
            return boxes
        choice = OpenedChoice(named or yes_or_no(), self)
        choice.chosen.connect(lambda value: self._say(name, value))
        return choice

    def _say_ticked(self, boxes: SomeField) -> None:
        """Take what is ticked once all boxes have settled; nothing ticked means that nobody signed."""
        value = boxes.value or ()
        if not boxes.value:
            self._show(boxes, value)
        self._say(SIGNED, value)

    def _say(self, name: str, value: Answer) -> None:
        if value != self._awaited.get(name, self._known.get(name)):
            self._awaited[name] = value
            self.answered.emit(name, None, value)

    def _show(self, field: Field, value: Any) -> None:
        self._showing = True
        field.show_value(value)
        self._showing = False

    def _show_shares(self, transfer: Transfer) -> None:
        while (item := self._shares.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.shares = [self._share_label(shares, transfer.answers) for shares in transfer.shares]
        for label in self.shares:
            self._shares.addWidget(label)

    def _share_label(self, shares: TransferShares, answers: Mapping[str, Answer]) -> CleanLabel:
        text = self.tr("{kind}: سهم سازمان {insurer} ریال، سهم بیمه‌شده {patient} ریال").format(
            kind=value_name(TRANSFER, shares.kind), insurer=rials(shares.insurer), patient=rials(shares.patient)
        )
        for finding in shares.said:
            text += f"؛ {finding.message.rstrip('.')} ({finding.clause})"
        is_so = answers[TRANSFER] == shares.kind
        weight, tone = (MEDIUM, "") if is_so else (REGULAR, "quiet")
        return CleanLabel(text, self, points=SMALL + 0.5, weight=weight, tone=tone)

    def _beside_text(self, transfer: Transfer) -> str:
        """Return what a person needs beside the answers: to whom the patient came, and with what."""
        destination = transfer.destination
        contract = self.tr("طرف قرارداد") if transfer.under_contract else self.tr("بی‌قرارداد در آن روز")
        said = [destination.name or destination.id, value_name("provider.sector", destination.sector), contract]
        text = self.tr("مقصد: {centre}").format(centre="، ".join(said))
        if transfer.diagnosis:
            text += self.tr("؛ تشخیص: {diagnosis}").format(diagnosis=transfer.diagnosis)
        return text

    def _key_line(self) -> QWidget:
        line = QWidget(self)
        box = FlowLayout(line, spacing=12, row_spacing=4)
        box.addWidget(KeyHint("Enter", self.tr("گزینش"), line))
        box.addWidget(KeyHint(self.tr("فاصله"), self.tr("تیک"), line))
        box.addWidget(KeyHint("F11", self.tr("ضابطه"), line))
        box.addWidget(KeyHint("Ctrl+Shift+E", self.tr("فرم درخواست و خانه‌های خالی آن"), line))
        return line

    def _lay_out(self) -> None:
        self._answers.setHorizontalSpacing(10)
        self._answers.setVerticalSpacing(6)
        self._answers.setColumnStretch(0, 1)
        self._answers.setColumnStretch(1, 3)
        self._shares.setSpacing(2)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(6)
        box.addWidget(CleanLabel(self.tr("انتقال بیمار"), self, weight=MEDIUM))
        box.addWidget(self._beside)
        box.addLayout(self._answers)
        box.addLayout(self._shares)
        box.addWidget(self._keys)
