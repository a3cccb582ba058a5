"""What a letter says of one line: the centre's reason first, then the amount that it wants, if it names one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.services.objections import ObjectedLine
from app.ui.bill.amount_field import AmountField
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.narrowing_list import NarrowingList
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.objections.letter_lines import LetterRow
from app.ui.objections.sentences import listed

AMOUNT_WIDTH = 160
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LetterEntry(QFrame):
    """Enter goes from the reason to the amount, and from there back to the lines.

    Signals:
        entered: the ObjectedLine as it was written down.
        left: Esc was pressed.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("focused", "true")
        self._line: int | None = None
        self._latest = ""
        self.question = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.reasons = NarrowingList(listed("reasons"), self, visible_rows=3)
        self.reasons.field.setPlaceholderText(self.tr("دلیل مرکز را بنویسید یا با چند حرف از فهرست برگزینید"))
        self.wanted = AmountField(self)
        self.wanted.setFixedWidth(AMOUNT_WIDTH)
        self.wanted.installEventFilter(self)
        self.reasons.committed.connect(self._on_reason)
        self.reasons.cancelled.connect(self.left)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(5)
        box.addWidget(self.question)
        box.addWidget(self.reasons)
        box.addLayout(self._amount_line())
        self.hide()

    def ask(self, row: LetterRow) -> None:
        """Ask what the letter says of a row, with what was written down of it or, for the next, of the one before."""
        self._line = row.line
        place = self.tr("کل سند") if row.line is None else self.tr("ردیف {no}").format(no=persian_digits(row.line))
        self.question.setText(self.tr("{place}: مرکز چه می‌گوید؟").format(place=place))
        self.reasons.start(self._latest if row.said is None else row.said.reason)
        self.reasons.field.selectAll()
        self.wanted.clear()
        if row.said is not None and row.said.wanted is not None:
            self.wanted.show_amount(row.said.wanted)
        self.show()
        self.reasons.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what was written down, as for another letter."""
        self._latest = ""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the amount end the line, and Esc leave it."""
        if watched is self.wanted and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._commit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_reason(self, reason: str) -> None:
        if reason:
            self.reasons.start(reason)
            self.wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commit(self) -> None:
        reason = self.reasons.text()
        if not reason:
            self.reasons.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._latest = reason
        self.hide()
        self.entered.emit(ObjectedLine(self._line, reason, self.wanted.amount))

    def _amount_line(self) -> QHBoxLayout:
        label = QLabel(self.tr("مبلغ خواسته‌شده (ریال)؛ اگر ننوشته است خالی بماند"), self)
        label.setFont(font(SMALL))
        label.setProperty("tone", "quiet")
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(label)
        line.addWidget(self.wanted)
        line.addStretch(1)
        line.addWidget(KeyHint("Enter", self.tr("بعد"), self))
        line.addWidget(KeyHint("Esc", self.tr("انصراف"), self, self.left.emit))
        return line
