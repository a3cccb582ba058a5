"""The rule behind the finding under the keys, as the rule book has it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.rulebook import RuleEntry
from app.ui.answers.value_names import fact_label
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import LARGE, MEDIUM, SMALL
from app.ui.text import identifier
from app.ui.why.finding_card import ReadingBox


class RulePage(QScrollArea):
    """Number, clause, wording, what it asks of the paper, and the note on an ambiguous source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rule(self, entry: RuleEntry | None) -> None:
        """Show a rule of the book."""
        content = QWidget()
        content.setProperty("role", "scrolled")
        box = QVBoxLayout(content)
        box.setContentsMargins(2, 4, 2, 4)
        box.setSpacing(6)
        if entry is None:
            box.addWidget(
                CleanLabel(self.tr("ضابطه یافته‌ای که برگزیده‌اید اینجا نشان داده می‌شود."), content, tone="quiet")
            )
        else:
            self._fill(box, entry, content)
        box.addStretch(1)
        self.setWidget(content)

    def _fill(self, box: QVBoxLayout, entry: RuleEntry, parent: QWidget) -> None:
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
