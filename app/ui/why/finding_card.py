"""One finding: its mark, what it says, its clause, its arithmetic, and what a person may answer to it."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.findings import Effect, Finding, Pen, Step
from app.domain.office import Decision, DecisionKind
from app.domain.persian import rials
from app.ui import theme
from app.ui.answers.value_names import fact_label
from app.ui.bill.amount_editor import listed_reasons
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.marks import draw_arrow, draw_circle, draw_question, draw_tick, draw_zero
from app.ui.bill.narrowing_list import NarrowingList
from app.ui.fonts import MEDIUM, SMALL
from app.ui.text import formula, identifier
from app.ui.why.why_card import CardActions, WhyCard

EFFECTS = {
    Effect.REJECT: QT_TRANSLATE_NOOP("finding", "حذف"),
    Effect.REDUCE: QT_TRANSLATE_NOOP("finding", "کاهش"),
    Effect.QUERY: QT_TRANSLATE_NOOP("finding", "پرسش"),
    Effect.REFER: QT_TRANSLATE_NOOP("finding", "ارجاع"),
    Effect.NOTE: QT_TRANSLATE_NOOP("finding", "یادآوری"),
}
ANSWERABLE = frozenset({Effect.REJECT, Effect.REDUCE, Effect.QUERY, Effect.REFER})


class FindingMark(QWidget):
    """The mark that a finding draws, in its pen."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self.setFixedSize(26, 26)

    def sizeHint(self) -> QSize:
        """Return the room of the mark."""
        return QSize(26, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        del event
        painter = QPainter(self)
        centre, seed = QPointF(13, 13), self._finding.line or 0
        colour = theme.PEN_COLOURS[self._finding.pen]
        match self._finding.effect:
            case Effect.REJECT:
                draw_zero(painter, centre, 20, colour, seed)
            case Effect.REDUCE:
                draw_circle(painter, self.rect().toRectF().adjusted(2, 5, -2, -5), colour, seed)
            case Effect.QUERY:
                draw_question(painter, centre, 15, theme.AMBER, seed)
            case Effect.REFER:
                draw_arrow(painter, centre, 18, theme.AMBER, seed)
            case Effect.NOTE:
                draw_tick(painter, centre, 13, theme.FAINT, seed)


class FindingCard(WhyCard):
    """A finding with the person's word on it, if there is one; a `repeatable` one may be said elsewhere too.

    Signals:
        waived: the finding is set aside, with this reason.
        waiving_ended: the reason field is gone.
    """

    waived = Signal(str)
    waiving_ended = Signal()

    def __init__(
        self,
        finding: Finding,
        word: Decision | None,
        author: str,
        actions: CardActions,
        *,
        editable: bool,
        repeatable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", finding.rule, parent)
        self.finding, self._repeatable = finding, repeatable
        self.editable = editable and finding.effect in ANSWERABLE
        self.reasons: NarrowingList | None = None
        self._reason_keys: QWidget | None = None
        self._actions = actions
        self.box.setContentsMargins(12, 10, 12, 10)
        self.box.setSpacing(6)
        self._add_head()
        self._add_clause()
        if finding.steps:
            self.box.addWidget(StepsTable(finding.steps, self))
        if finding.facts and finding.effect is Effect.QUERY:
            self._add_waiting()
        if finding.reading:
            self.box.addWidget(ReadingBox(finding.reading, self))
        if word is not None:
            self._add_word(word, author)

    def keys(self) -> Sequence[tuple[QAction, str]]:
        """Return what a person may say of the finding, and the way to its rule."""
        read = (self._actions.read, self.tr("ضابطه"))
        if not self.editable:
            return (read,)
        agree = self.tr("پذیرش مبلغ") if self.finding.effect is Effect.QUERY else self.tr("وارد است")
        repeat = ((act, act.text()) for act in self._actions.on_words if self._repeatable)
        return (self._actions.uphold, agree), (self._actions.waive, self.tr("چشم‌پوشی")), *repeat, read

    def ask_reason(self) -> None:
        """Ask in place why the finding is set aside."""
        if self.reasons is None or self._reason_keys is None:
            self.reasons, self._reason_keys = self._make_reasons()
        self.reasons.start()
        self._show_asking(asking=True)
        self.reasons.setFocus()

    def _make_reasons(self) -> tuple[NarrowingList, QWidget]:
        reasons, keys = NarrowingList(listed_reasons(), self, visible_rows=4), QWidget(self)
        reasons.field.setPlaceholderText(self.tr("علت چشم‌پوشی"))
        reasons.committed.connect(self._on_reason)
        reasons.cancelled.connect(self._end_waiving)
        hints = FlowLayout(keys, spacing=10, row_spacing=4)
        hints.addWidget(KeyHint("Enter", self.tr("ثبت"), keys, reasons.commit))
        hints.addWidget(KeyHint("Esc", self.tr("انصراف"), keys, reasons.cancelled.emit))
        hints.addWidget(KeyHint("↑ ↓", self.tr("برگزیدن علت"), keys))
        self.box.addWidget(reasons)
        self.box.addWidget(keys)
        return reasons, keys

    def _show_asking(self, *, asking: bool) -> None:
        """Show the reasons with their keys, or the keys of the finding."""
        for widget in (self.reasons, self._reason_keys):
            if widget is not None:
                widget.setVisible(asking)
        self.show_keys(shown=not asking)

    def _on_reason(self, reason: str) -> None:
        if reason:
            self._end_waiving()
            self.waived.emit(reason)

    def _end_waiving(self) -> None:
        self._show_asking(asking=False)
        self.waiving_ended.emit()

    def _add_head(self) -> None:
        finding = self.finding
        name = QCoreApplication.translate("finding", str(EFFECTS[finding.effect]))
        tone = "amber" if finding.effect in {Effect.QUERY, Effect.REFER} else "quiet"
        if finding.effect in {Effect.REJECT, Effect.REDUCE}:
            tone = "green" if finding.pen is Pen.GREEN else "red"
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(FindingMark(finding, self))
        head.addWidget(CleanLabel(name, self, tone=tone, points=SMALL, weight=MEDIUM))
        if finding.before is not None and finding.after is not None:
            change = self.tr("از {before} به {after}").format(before=rials(finding.before), after=rials(finding.after))
            head.addWidget(CleanLabel(change, self, points=SMALL + 0.5, weight=MEDIUM, tabular=True), 1)
        else:
            head.addStretch(1)
        self.box.addLayout(head)
        self.box.addWidget(CleanLabel(finding.message, self))

    def _add_clause(self) -> None:
        finding = self.finding
        text = self.tr("ضابطه {rule} — {clause}").format(rule=identifier(finding.rule), clause=finding.clause)
        if finding.also:
            others = "، ".join(identifier(rule) for rule in finding.also)
            text += self.tr("؛ همچنین {others}").format(others=others)
        self.box.addWidget(CleanLabel(text, self, tone="quiet", points=SMALL))

    def _add_waiting(self) -> None:
        names = "، ".join(fact_label(name) for name in self.finding.facts)
        text = self.tr("در انتظار: {names}").format(names=names)
        self.box.addWidget(CleanLabel(text, self, tone="amber", points=SMALL))

    def _add_word(self, word: Decision, author: str) -> None:
        text = self.tr("{author} آن را وارد دانست.").format(author=author)
        if self.finding.effect is Effect.QUERY:
            text = self.tr("{author} مبلغ را پذیرفت.").format(author=author)
        if word.kind is DecisionKind.WAIVE:
            text = self.tr("{author} از آن چشم پوشید: {reason}").format(author=author, reason=word.reason or "")
        elif word.kind is DecisionKind.ADD_DEDUCTION:
            text = self.tr("{author} با این بند کسر کرد: {reason}").format(author=author, reason=word.reason or "")
        self.box.addWidget(CleanLabel(text, self, points=SMALL, weight=MEDIUM))


class StepsTable(QFrame):
    """The arithmetic of an amount, step by step: caption, expression, value."""

    def __init__(self, steps: tuple[Step, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        row = 0
        for step in steps:
            grid.addWidget(CleanLabel(step.caption, self, tone="quiet", points=SMALL), row, 0)
            if step.value is not None:
                value = CleanLabel(rials(step.value), self, points=SMALL, weight=MEDIUM, tabular=True)
                value.setWordWrap(False)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
                value.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(value, row, 1)
            if step.expression:
                row += 1
                grid.addWidget(CleanLabel(formula(step.expression), self, points=SMALL), row, 0, 1, 2)
            row += 1


class ReadingBox(QFrame):
    """The note on an ambiguous source: which reading was taken, and that another is possible."""

    def __init__(self, reading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.setSpacing(2)
        box.addWidget(
            CleanLabel(self.tr("منبع مبهم است؛ خوانش برگزیده:"), self, tone="amber", points=SMALL, weight=MEDIUM)
        )
        box.addWidget(CleanLabel(reading, self, points=SMALL))
