"""The rule behind the finding under the keys, as the rule book has it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.rulebook import RuleEntry
from app.ui.answers.value_names import fact_label
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import LARGE, MEDIUM, SMALL
from app.ui.text import identifier
from app.ui.why.finding_card import ReadingBox
from app.ui.why.scrolled_page import ScrolledPage


class RulePage(ScrolledPage):
    """Number, clause, wording, what it asks of the paper, and the note on an ambiguous source."""

    def show_rule(self, entry: RuleEntry | None) -> None:
        """Show a rule of the book."""
        content, box = self.begin()
        if entry is None:
            box.addWidget(
                CleanLabel(self.tr("ضابطه یافته‌ای که برگزیده‌اید اینجا نشان داده می‌شود."), content, tone="quiet")
            )
        else:
            self._add_entry(box, entry, content)
        box.addStretch(1)
        self.fill(content)

    def _add_entry(self, box: QVBoxLayout, entry: RuleEntry, parent: QWidget) -> None:
        number = self.tr("ضابطه {rule}").format(rule=identifier(entry.id))
        box.addWidget(CleanLabel(number, parent, points=LARGE - 1, weight=MEDIUM))
        box.addWidget(CleanLabel(entry.clause, parent, tone="quiet", points=SMALL + 0.5))
        box.addWidget(CleanLabel(entry.wording, parent))
        if entry.facts:
            names = "\n".join(f"• {fact_label(name)}" for name in entry.facts)
            box.addWidget(CleanLabel(self.tr("آنچه از روی سند می‌خواهد:"), parent, points=SMALL, weight=MEDIUM))
            box.addWidget(CleanLabel(names, parent, points=SMALL + 0.5))
        if entry.unclear:
            box.addWidget(ReadingBox(entry.unclear, parent))
