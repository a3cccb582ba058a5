"""One worked example: what was claimed under which facts, what stands, with its mark."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.facts import Facts
from app.domain.findings import Mark
from app.domain.persian import date_text, number, persian_digits, rials
from app.domain.rule_examples import CIRCUMSTANCES, ExampleLine, ExamplePast, RuleExample
from app.ui import theme
from app.ui.answers.value_names import answer_text, fact_label
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.marks import draw_circle, draw_question, draw_tick, draw_zero
from app.ui.bill.names import KINDS, name_of
from app.ui.fonts import MEDIUM, SMALL
from app.ui.text import identifier

AMOUNTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop


class MarkSign(QWidget):
    """The mark of a line, drawn as on the bill."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = mark
        self.setFixedSize(24, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        del event
        painter, centre = QPainter(self), QPointF(12, 10)
        match self.mark:
            case Mark.TICK:
                draw_tick(painter, centre, 12, theme.GREEN, 1)
            case Mark.CIRCLE:
                draw_circle(painter, self.rect().toRectF().adjusted(2, 3, -2, -3), theme.GREEN, 1)
            case Mark.ZERO:
                draw_zero(painter, centre, 17, theme.GREEN, 1)
            case Mark.QUERY:
                draw_question(painter, centre, 13, theme.AMBER, 1)


class ExampleCard(QFrame):
    """An example under its heading."""

    def __init__(self, example: RuleExample, *, acts: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        heading = self._heading(example) if acts else self.tr("نمونه")
        box.addWidget(CleanLabel(heading, self, points=SMALL, weight=MEDIUM))
        for text in self._texts(example):
            box.addWidget(CleanLabel(text, self, tone="quiet", points=SMALL))
        box.addLayout(self._grid(example))
        if example.patient_share is not None:
            share = self.tr("سهم بیمه‌شده: {share} ریال").format(share=rials(example.patient_share))
            box.addWidget(CleanLabel(share, self, points=SMALL))

    def _heading(self, example: RuleExample) -> str:
        if example.bites:
            return self.tr("جایی که این ضابطه به کار می‌آید")
        return self.tr("جایی نزدیک به آن که این ضابطه به کار نمی‌آید")

    def _texts(self, example: RuleExample) -> list[str]:
        texts = [name_of(KINDS, example.kind), self._facts_text(example.facts)]
        if example.history:
            rows = "؛ ".join(self._past_text(past) for past in example.history)
            texts.append(self.tr("پیشینه بیمار: {rows}").format(rows=rows))
        return [text for text in texts if text]

    def _past_text(self, past: ExamplePast) -> str:
        count = self.tr(" ({count} بار)").format(count=number(past.quantity)) if past.quantity != 1 else ""
        service = identifier(past.title) if past.title == past.code else past.title
        return f"{service}{count}، {date_text(past.day)}"

    def _grid(self, example: RuleExample) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(example.lines):
            grid.addWidget(CleanLabel(self._line_text(line), self, points=SMALL), row, 0)
            for column, amount in ((1, line.amount), (3, line.approved)):
                grid.addWidget(amount_label(rials(amount), self), row, column)
            grid.addWidget(MarkSign(line.mark, self), row, 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _line_text(self, line: ExampleLine) -> str:
        parts = [line.title]
        if line.code:
            parts[0] = f"{line.title} {identifier(line.code)}"
        if line.quantity != 1:
            parts.append(self.tr("تعداد {count}").format(count=number(line.quantity)))
        if line.sheet is not None:
            parts.insert(0, self.tr("برگ {number}").format(number=persian_digits(line.sheet)))
        told = self._facts_text(line.facts)
        return "، ".join(parts) + (f"\n{told}" if told else "")

    def _facts_text(self, facts: Facts) -> str:
        yes, no = self.tr("بله"), self.tr("خیر")
        told = ((_label(name), answer_text(name, value, yes=yes, no=no)) for name, value in facts.items())
        return "؛ ".join(f"{label}: {value}" for label, value in told)


def amount_label(text: str, parent: QWidget) -> QLabel:
    """Return an amount that stands in a column of amounts."""
    label = CleanLabel(text, parent, points=SMALL, weight=MEDIUM, tabular=True)
    label.setWordWrap(False)
    label.setAlignment(AMOUNTS)
    return label


def _label(name: str) -> str:
    return CIRCUMSTANCES[name].label if name in CIRCUMSTANCES else fact_label(name)
