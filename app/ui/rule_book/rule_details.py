"""All that the book says of one rule: wording, clause, kinds, facts, figures, its state in the program, examples."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from app.domain.claim import ClaimKind
from app.domain.rulebook import RuleEntry
from app.services.rule_book import BookRule, RuleState
from app.ui.answers.value_names import fact_label
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import KINDS, name_of
from app.ui.fonts import LARGE, MEDIUM, SMALL
from app.ui.rule_book.example_card import ExampleCard
from app.ui.rule_book.figure_text import figure_texts
from app.ui.rule_book.words import AREAS, DECIDES, PHASES, PLACES, SOURCES
from app.ui.text import identifier
from app.ui.why.finding_card import EFFECTS, ReadingBox
from app.ui.why.scrolled_page import ScrolledPage

LABEL_WIDTH = 92


class RuleDetails(ScrolledPage):
    """Follows the rule under the keys."""

    def show_rule(self, rule: BookRule) -> None:
        """Show a rule."""
        content, box = self.begin()
        entry = rule.entry
        number = self.tr("ضابطه {rule}").format(rule=identifier(entry.id))
        box.addWidget(CleanLabel(number, content, points=LARGE - 1, weight=MEDIUM))
        box.addWidget(CleanLabel(entry.clause, content, tone="quiet", points=SMALL + 0.5))
        box.addWidget(CleanLabel(entry.wording, content))
        if entry.unclear:
            box.addWidget(ReadingBox(entry.unclear, content))
        box.addLayout(self._form(self._in_practice(rule), content))
        self._add_examples(box, rule, content)
        box.addLayout(self._form(self._standing(entry), content))
        box.addStretch(1)
        self.fill(content)

    def _form(self, rows: list[tuple[str, str]], parent: QWidget) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(6)
        for name, value in rows:
            if value:
                label = CleanLabel(name, parent, tone="quiet", points=SMALL)
                label.setMinimumWidth(LABEL_WIDTH)
                form.addRow(label, CleanLabel(value, parent, points=SMALL + 0.5))
        return form

    def _in_practice(self, rule: BookRule) -> list[tuple[str, str]]:
        """Return what a reviewer looks for first: what the rule asks, its figures, what the program does with it."""
        figures = [text for figure in rule.figures for text in figure_texts(figure)]
        return [
            (self.tr("آنچه می‌پرسد"), "\n".join(fact_label(name) for name in rule.entry.facts)),
            (self.tr("ارقام این بند"), "\n".join(figures)),
            (self.tr("در برنامه"), self._state(rule)),
        ]

    def _standing(self, entry: RuleEntry) -> list[tuple[str, str]]:
        """Return where the rule stands in the book."""
        return [
            (self.tr("اثر"), QCoreApplication.translate("finding", str(EFFECTS[entry.effect]))),
            (self.tr("تصمیم با"), name_of(DECIDES, entry.decides)),
            (self.tr("نوع سند"), "، ".join(name_of(KINDS, kind) for kind in ClaimKind if kind in entry.kinds)),
            (self.tr("حوزه"), name_of(AREAS, entry.area)),
            (self.tr("منبع"), name_of(SOURCES, entry.source)),
        ]

    def _state(self, rule: BookRule) -> str:
        match rule.state:
            case RuleState.ACTS:
                phases = "، ".join(name_of(PHASES, phase) for phase in rule.phases)
                return self.tr("به کار می‌رود؛ در گام {phases}").format(phases=phases)
            case RuleState.REMARK:
                return self.tr("یادآوری به کارشناس؛ {place}").format(place=name_of(PLACES, rule.place))
            case RuleState.CARRIED_OUT if rule.carried_by:
                rules = "، ".join(identifier(name) for name in rule.carried_by)
                return self.tr("یافته جداگانه ندارد؛ در این ضابطه‌ها به کار رفته است: {rules}").format(rules=rules)
            case RuleState.CARRIED_OUT:
                return self.tr("یافته جداگانه ندارد؛ تعریف است یا در قیمت‌گذاری به کار رفته است")
        return self.tr("در این نسخه برنامه هنوز به کار نمی‌رود؛ آن را خود کارشناس می‌سنجد")

    def _add_examples(self, box: QVBoxLayout, rule: BookRule, parent: QWidget) -> None:
        if not rule.examples:
            return
        note = self.tr("نمونه‌ها (مبلغ‌ها به ریال و آزمایشی‌اند)")
        box.addWidget(CleanLabel(note, parent, points=SMALL, weight=MEDIUM))
        for example in rule.examples:
            box.addWidget(ExampleCard(example, acts=rule.state is RuleState.ACTS, parent=parent))
