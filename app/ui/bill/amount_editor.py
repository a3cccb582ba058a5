"""Sets the amount of a line in its cell: the amount first, then the reason where it departs from the engine."""

from functools import cache

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.assessment import Remark
from app.domain.findings import Pen
from app.domain.money import Rial
from app.domain.persian import rials
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.ui.bill.amount_field import AmountField
from app.ui.bill.bill_model import Column
from app.ui.bill.bill_rows import LineRow
from app.ui.bill.bill_view import BillView
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.narrowing_list import NarrowingList
from app.ui.fonts import SMALL, font
from app.ui.text import identifier, signed_rials
from app.ui.theme import restyle

PANEL_WIDTH = 460
FIELD_HEIGHT = 34
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


@cache
def listed_reasons(pen: Pen = Pen.GREEN) -> tuple[str, ...]:
    """Return the reasons that the desk offers to a pen; raises DataError where their file is damaged."""
    occasion = {Pen.GREEN: "reasons", Pen.RED: "corrections"}[pen]
    return tuple(read_yaml(resource("desk", "reasons.yaml"))[occasion])


class ReasonPanel(QFrame):
    """The panel below the cell: a sentence on the amount typed, the reason, and the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("focused", "true")
        self.ground = CleanLabel("", self, points=SMALL)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setFont(font(SMALL + 0.5))
        self.reasons = NarrowingList(listed_reasons(), self)
        self.reasons.field.setPlaceholderText(self.tr("علت را بنویسید یا با چند حرف از فهرست برگزینید"))
        keys = QHBoxLayout()
        keys.setSpacing(14)
        keys.addWidget(KeyHint("Enter", self.tr("ثبت"), self, self.reasons.commit))
        keys.addWidget(KeyHint("Esc", self.tr("انصراف"), self, self.reasons.cancelled.emit))
        keys.addWidget(KeyHint("↑↓", self.tr("برگزیدن علت"), self))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(8)
        box.addWidget(self.ground)
        box.addWidget(self.sentence)
        box.addWidget(self.reasons)
        box.addLayout(keys)

    def show_ground(self, remark: Remark | None, pen: Pen) -> None:
        """Show the clause by which a person deducts, or that an accountant corrects; else nothing."""
        self.ground.setVisible(remark is not None or pen is Pen.RED)
        if pen is Pen.RED:
            self.ground.setText(self.tr("تصحیح حسابداری، با قلم قرمز"))
        elif remark is not None:
            text = self.tr("کسر با ضابطه {rule} — {clause}: {wording}")
            self.ground.setText(text.format(rule=identifier(remark.rule), clause=remark.clause, wording=remark.wording))

    def say(self, text: str, *, fault: bool = False) -> None:
        """Show a sentence; a fault in red."""
        self.sentence.setText(text)
        restyle(self.sentence, tone="red" if fault else "quiet")


class AmountEditor(QObject):
    """Edits one line of the bill at a time, over the bill and inside `host`.

    Signals:
        decided: line number, rials, reason (empty where the amount is the engine's).
        corrected: line number, rials and reason of an accountant.
        deducted: id of the rule by which a person deducts, line number, rials that are left, reason.
    """

    decided = Signal(int, object, str)
    corrected = Signal(int, object, str)
    deducted = Signal(str, int, object, str)

    def __init__(self, host: QWidget, view: BillView) -> None:
        super().__init__(host)
        self._host, self._view = host, view
        self._row: LineRow | None = None
        self._ground: Remark | None = None
        self._pen = Pen.GREEN
        self.field = AmountField(host)
        self.panel = ReasonPanel(host)
        self.field.hide()
        self.panel.hide()
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _text: self._judge())
        self.panel.reasons.committed.connect(lambda _text: self._commit())
        self.panel.reasons.cancelled.connect(self.close)
        view.verticalScrollBar().valueChanged.connect(self._place)

    @property
    def is_open(self) -> bool:
        """Tell whether a line is being edited."""
        return self._row is not None

    def open(self, row: LineRow, typed: str = "", *, ground: Remark | None = None, pen: Pen = Pen.GREEN) -> None:
        """Begin to edit a line; `typed` is the digit that began it, `ground` the clause by which to deduct."""
        self._row, self._ground, self._pen = row, ground, pen
        self.panel.show_ground(ground, pen)
        for widget in (self.panel, self.field):
            restyle(widget, pen=pen.value)
        self.panel.reasons.offer(listed_reasons(pen))
        self._view.set_edited_line(row.line.no)
        if typed:
            self.field.type_digit(typed)
        elif ground is not None:
            self.field.clear()
        else:
            self.field.show_amount(row.settled.approved)
        self._judge()
        self._place()
        for widget in (self.panel, self.field):
            widget.show()
            widget.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # any other reason would select the digit just typed

    def close(self) -> None:
        """Stop editing and give the focus back to the bill."""
        if self._row is None:
            return
        self._row = None
        self.field.hide()
        self.panel.hide()
        self._view.set_edited_line(None)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Tab and Esc of the amount field."""
        if self._row is not None and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._leave_amount()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                return True
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Stay beside the line when the bill has another size."""
        self._place()

    def _leave_amount(self) -> None:
        """Go on to the reason, or commit where none is needed; a faulty amount keeps the focus."""
        if self._fault() is None and self._departs():
            self.panel.reasons.setFocus()
        else:
            self._commit()

    def _commit(self) -> None:
        row, amount = self._row, self.field.amount
        if row is None:
            return
        fault = self._fault()
        if fault is not None or amount is None:
            self.panel.say(fault or "", fault=True)
            self.field.setFocus()
            return
        reason = self.panel.reasons.text() if self._departs() else ""
        if self._departs() and not reason:
            self.panel.say(self._reason_missing(), fault=True)
            return
        ground, stands = self._ground, row.settled.approved
        self.close()
        if self._pen is Pen.RED:
            if amount != stands:
                self.corrected.emit(row.line.no, amount, reason)
        elif ground is None:
            self.decided.emit(row.line.no, amount, reason)
        else:
            self.deducted.emit(ground.rule, row.line.no, amount, reason)

    def _departs(self) -> bool:
        """Tell whether the amount needs a reason: it is another than the engine's, in red than what stands."""
        if self._row is None:
            return False
        settled = self._row.settled
        before = settled.approved if self._pen is Pen.RED else settled.engine.approved
        return self.field.amount != before or self._ground is not None

    def _fault(self) -> str | None:
        """Return what is wrong with the amount, None where nothing is."""
        amount, stands = self.field.amount, self._row.settled.approved if self._row is not None else 0
        if self._ground is not None and (amount is None or amount >= stands):
            text = self.tr("مبلغی را که پس از کسر می‌ماند بنویسید؛ کمتر از {stands} ریال، و برای حذف ردیف صفر.")
            return text.format(stands=rials(stands))
        if amount is None:
            return self.tr("مبلغ را به ریال بنویسید؛ برای حذف ردیف، صفر بنویسید.")
        if self._row is not None and amount > self._row.settled.claimed:
            text = self.tr("از مبلغ درخواستی ({claimed} ریال) بیشتر نمی‌شود؛ مبلغ را کمتر کنید.")
            return text.format(claimed=rials(self._row.settled.claimed))
        return None

    def _judge(self) -> None:
        """Say what the amount typed means, as it is typed."""
        fault, amount = self._fault(), self.field.amount
        restyle(self.field, faulty="true" if fault and amount is not None else "false")
        self.panel.reasons.setEnabled(fault is None and self._departs())
        self.panel.say(fault or self._meaning(amount or 0), fault=fault is not None and amount is not None)

    def _reason_missing(self) -> str:
        if self._ground is not None:
            return self.tr("کسر با این بند علت می‌خواهد؛ علت آن را بنویسید یا برگزینید.")
        if self._pen is Pen.RED:
            return self.tr("تصحیح حسابداری علت می‌خواهد؛ علت آن را بنویسید یا برگزینید.")
        return self.tr("این مبلغ با نظر سامانه فرق دارد؛ علت آن را بنویسید یا برگزینید.")

    def _meaning(self, amount: Rial) -> str:
        if self._row is not None and self._pen is Pen.RED:
            return self._meaning_in_red(amount, self._row.settled.approved)
        if self._row is not None and self._ground is not None:
            text = self.tr("{deducted} ریال کسر می‌شود؛ علت را بنویسید.")
            return text.format(deducted=rials(self._row.settled.approved - amount))
        engine = self._row.settled.engine.approved if self._row is not None else 0
        if amount == engine:
            return self.tr("همان نظر سامانه است؛ علت لازم نیست.")
        text = self.tr("نظر سامانه {engine} ریال است؛ علت را بنویسید.")
        if amount > engine:
            text = self.tr("نظر سامانه {engine} ریال است؛ علت را بنویسید. پرداخت بیش از آن تأیید ناظر می‌خواهد.")
        return text.format(engine=rials(engine))

    def _meaning_in_red(self, amount: Rial, stands: Rial) -> str:
        if amount == stands:
            return self.tr("همین مبلغ اکنون بر ردیف است.")
        text = self.tr("اکنون {stands} ریال است ({difference}). تصحیح، امضای فنی را باطل می‌کند؛ علت را بنویسید.")
        return text.format(stands=rials(stands), difference=signed_rials(amount - stands))

    def _place(self) -> None:
        """Set the field over the approved cell and the panel below it, or above where there is no room below."""
        if self._row is None:
            return
        place = self._view.bill.place_of(self._row.line.no) or 0
        cell = self._view.visualRect(self._view.bill.index(place, Column.APPROVED))
        cell = QRect(self._view.viewport().mapTo(self._host, cell.topLeft()), cell.size())
        self.field.setGeometry(cell.left() + 6, cell.top() + 6, cell.width() - 12, FIELD_HEIGHT)
        width = min(PANEL_WIDTH, self._host.width() - 24)
        height = self.panel.sizeHint().height()
        left = cell.left() + 6 if self._host.isRightToLeft() else cell.right() - 6 - width
        below = self.field.geometry().bottom() + 4
        top = below if below + height <= self._host.height() - 4 else cell.top() - height - 2
        self.panel.setGeometry(QRect(QPoint(left, max(top, 4)), self.panel.sizeHint()))
        self.panel.resize(width, height)
