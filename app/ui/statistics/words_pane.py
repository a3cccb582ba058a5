"""Rules and people compared: a bar for each rule, and below it how each person judged the one under the keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.statistics import RuleRecord
from app.ui.bill.clean_label import CleanLabel
from app.ui.card import Card
from app.ui.fonts import SMALL
from app.ui.statistics.bar_list import BarList
from app.ui.statistics.legend import Legend
from app.ui.statistics.wording import Rules, bars_of_people, bars_of_records
from app.ui.text import identifier


class WordsPane(QWidget):
    """Two charts, the lower one about the rule under the keys of the upper one.

    Signals:
        chosen: the Bar that a person wants to look behind.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[RuleRecord] = ()
        self._people: Mapping[int, str] = {}
        self.rules, self.people = BarList(self), BarList(self)
        self.rules.setAccessibleName(self.tr("ضابطه‌ها"))
        self.people.setAccessibleName(self.tr("کارشناسان"))
        self.of_rule = CleanLabel("", self, tone="quiet", points=SMALL)
        self.setFocusProxy(self.rules)
        lower = QWidget(self)
        inside = QVBoxLayout(lower)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.of_rule)
        inside.addWidget(self.people, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Legend(parent=self))
        box.addWidget(Card(self.rules, 6), 3)
        box.addWidget(Card(lower, 6), 2)
        self.rules.current_changed.connect(lambda _bar: self._show_people())
        for chart in (self.rules, self.people):
            chart.chosen.connect(self.chosen)
        QWidget.setTabOrder(self.rules, self.people)

    def show_records(self, records: Sequence[RuleRecord], rulebook: Rules, people: Mapping[int, str]) -> None:
        """Show other rules."""
        self._records, self._people = records, people
        self.rules.show_bars(bars_of_records(records, rulebook))

    def _show_people(self) -> None:
        place = self.rules.currentIndex().row()
        if not 0 <= place < len(self._records):
            self.of_rule.clear()
            self.people.show_bars(())
            return
        record = self._records[place]
        self.of_rule.setText(self.tr("هر کارشناس درباره {rule}").format(rule=identifier(record.rule)))
        self.people.show_bars(bars_of_people(record, self._people))
