"""The preview of a batch: what it touches in rials before and after, what it leaves alone; then it is done or not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.domain.office import DecisionKind
from app.domain.persian import persian_digits, rials
from app.services.batch_plan import BatchKind, BatchPlan, LeftOut
from app.ui.batch.touched_table import TouchedTable, difference_text
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint, action
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.text import identifier

SHOWN_LEFT_OUT = 8


class BatchPage(QWidget):
    """Takes the place of the bill until the batch is done or thought better of.

    Signals:
        agreed: the plan that is to be carried out.
        stopped: what is under way is to end, with nothing done.
        closed: the person is done with the page.
    """

    agreed = Signal(object)
    stopped = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: BatchPlan | None = None
        self._running = False
        self.heading, self.sums = QLabel(self), CleanLabel("", self, weight=MEDIUM)
        self.table = TouchedTable(self)
        self.left_out = CleanLabel("", self, tone="amber", points=SMALL)
        self.stage, self.bar = QLabel(self), QProgressBar(self)
        self.do_action = action(self, self.tr("انجام"), "Return", "Enter")
        self.escape_action = action(self, self.tr("انصراف"), "Esc")
        self.do_action.triggered.connect(self._agree)
        self.escape_action.triggered.connect(self._escape)
        self._lay_out()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on the page."""
        return ()

    def begin(self, heading: str) -> None:
        """Say what is looked for while the claims are read."""
        self.plan = None
        self.heading.setText(heading)
        self.sums.setText("")
        self.table.show_plan(None)
        self.table.show()
        self._show_left_out(())
        self._run(self.tr("سندهای درخواست دیده می‌شود…"))

    def show_progress(self, done: int, total: int) -> None:
        """Show how many claims are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_plan(self, plan: BatchPlan) -> None:
        """Show what a batch would do; nothing has been done yet."""
        self._rest()
        self.plan = plan
        self.heading.setText(self._heading(plan))
        self.table.show_plan(plan)
        self._show_left_out(plan.left_out)
        self.table.setVisible(bool(plan.claims))
        self.sums.setText(self._sums(plan) if plan.claims else self._nothing(plan))
        self.do_action.setEnabled(bool(plan.claims))
        self._do_hint.setVisible(bool(plan.claims))

    def show_doing(self) -> None:
        """Show that the batch is being done; until its end it can still be given up."""
        self._run(self.tr("ثبت می‌شود؛ تا پایان، Esc همه را پس می‌گیرد."))

    def show_done(self, plan: BatchPlan) -> None:
        """Show what was done where something more than the preview said was left out."""
        self.show_plan(plan)
        self.heading.setText(self.tr("انجام شد؛ آنچه در این میان تغییر کرده بود کنار ماند"))
        self._close_only()

    def show_error(self, sentence: str) -> None:
        """Say why nothing was done."""
        self._rest()
        self.table.hide()
        self.sums.setText(sentence)
        self._close_only()

    def _close_only(self) -> None:
        self.do_action.setEnabled(False)
        self._do_hint.hide()

    def _run(self, stage: str) -> None:
        self._running = True
        self.stage.setText(stage)
        self.bar.setRange(0, 0)
        for widget in (self.stage, self.bar):
            widget.show()
        self._close_only()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self._running = False
        for widget in (self.stage, self.bar):
            widget.hide()

    def _agree(self) -> None:
        if self.plan is not None and self.plan.claims and not self._running:
            self.agreed.emit(self.plan)

    def _escape(self) -> None:
        if self._running:
            self.stage.setText(self.tr("لغو می‌شود…"))
            self.stopped.emit()
        else:
            self.closed.emit()

    def _heading(self, plan: BatchPlan) -> str:
        if plan.kind is BatchKind.REST:
            return self.tr("پذیرش باقی صورت‌حساب")
        if plan.kind is BatchKind.UNDO:
            return self.tr("برگرداندن کار دسته‌ای")
        word = plan.word
        names = {
            DecisionKind.UPHOLD: self.tr("پذیرش یافته {rule} در همه درخواست"),
            DecisionKind.WAIVE: self.tr("چشم‌پوشی از یافته {rule} در همه درخواست: {reason}"),
            DecisionKind.SET_AMOUNT: self.tr("همین مبلغ برای یافته {rule} در همه درخواست: {reason}"),
        }
        if word is None:
            return ""
        return names[word.kind].format(rule=identifier(word.rule or ""), reason=word.reason or "")

    def _sums(self, plan: BatchPlan) -> str:
        text = self.tr("{lines} نظر در {claims} سند — مبلغ تأییدشده از {before} به {after} ریال ({difference})")
        return text.format(
            lines=persian_digits(plan.lines),
            claims=persian_digits(len(plan.claims)),
            before=rials(plan.before),
            after=rials(plan.after),
            difference=difference_text(plan.after - plan.before),
        )

    def _nothing(self, plan: BatchPlan) -> str:
        if plan.kind is BatchKind.REST:
            return self.tr("همه یافته‌های این صورت‌حساب نظر دارند؛ چیزی برای پذیرش نمانده است.")
        if plan.kind is BatchKind.UNDO:
            return self.tr("از این کار چیزی نمانده است که بتوان برگرداند.")
        return self.tr("در سندهای باز این درخواست یافته همانندی بی‌نظر نمانده است.")

    def _show_left_out(self, left_out: Sequence[LeftOut]) -> None:
        """Name what is left alone, the first few in full; the rest is told as a number."""
        names = [self._left_out_text(one) for one in left_out[:SHOWN_LEFT_OUT]]
        if len(left_out) > SHOWN_LEFT_OUT:
            count = persian_digits(len(left_out) - SHOWN_LEFT_OUT)
            names.append(self.tr("و {count} مورد دیگر").format(count=count))
        self.left_out.setText("\n".join((self.tr("کنار می‌ماند:"), *names)) if names else "")
        self.left_out.setToolTip("\n".join(map(self._left_out_text, left_out)))
        self.left_out.setVisible(bool(names))

    def _left_out_text(self, one: LeftOut) -> str:
        number = identifier(one.number)
        if one.line is None:
            return self.tr("سند {number}: {why}").format(number=number, why=one.why)
        text = self.tr("سند {number}، ردیف {line}: {why}")
        return text.format(number=number, line=persian_digits(one.line), why=one.why)

    def _lay_out(self) -> None:
        self.heading.setFont(font(LARGE, MEDIUM))
        self.heading.setWordWrap(True)
        self.stage.setProperty("tone", "quiet")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(12)
        self._do_hint = KeyHint("Enter", self.do_action.text(), self, self.do_action.trigger)
        keys = QHBoxLayout()
        keys.setSpacing(16)
        keys.addWidget(self._do_hint)
        keys.addWidget(KeyHint("Esc", self.escape_action.text(), self, self.escape_action.trigger))
        keys.addStretch(1)
        card = PageCard(self)
        inside = card.parts
        for widget in (self.heading, self.sums, self.stage, self.bar):
            inside.addWidget(widget)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.left_out)
        inside.addStretch(0)
        inside.addLayout(keys)
        fill_page(self, card)
