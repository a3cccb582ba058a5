"""The one chart that is seen, or a sentence where there is none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.statistics import Grouping, RuleRecord, Sums, Word, most_disputed, most_overridden
from app.ui.bill.state_page import StatePage
from app.ui.card import Card
from app.ui.statistics.bar_list import BarList
from app.ui.statistics.bars import Bar
from app.ui.statistics.legend import Legend
from app.ui.statistics.trend_chart import TrendChart
from app.ui.statistics.wording import Chart, Rules, bars_of, bars_of_overrides, points_of
from app.ui.statistics.words_pane import WordsPane


class ChartStack(QStackedWidget):
    """Shows figures as the chart that they belong to.

    Signals:
        chosen: the Bar that a person wants to look behind.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.bars, self.trend, self.words = StatePage(), BarList(), TrendChart(), WordsPane()
        self.overrides = BarList()
        self.state.setContentsMargins(-8, -8, -8, -8)  # its card stands where the cards of the charts stand
        self._cards: Mapping[QWidget, QWidget] = {
            self.state: self.state,
            self.bars: Card(self.bars, 6),
            self.trend: Card(self.trend, 12),
            self.words: self.words,
            self.overrides: _with_legend(self.overrides, (Word.WAIVED, Word.AMENDED)),
        }
        for bars in (self.bars, self.overrides):
            bars.setAccessibleName(self.tr("میله‌های نمودار"))
        for card in self._cards.values():
            self.addWidget(card)
        for chart in (self.bars, self.trend, self.words, self.overrides):
            chart.chosen.connect(self.chosen)

    def show_state(self, heading: str, sentence: str) -> None:
        """Show a sentence in place of a chart."""
        self.state.say(heading, sentence)
        self.setCurrentWidget(self.state)

    def show_figures(self, chart: Chart, sums: Sums, figures: Any, rulebook: Rules, people: Mapping[int, str]) -> None:
        """Show the chart of these figures."""
        show: Callable[[], QWidget] = {
            Chart.WORDS: lambda: self._show_words(figures, rulebook, people),
            Chart.OVERRIDES: lambda: self._show_overrides(figures, rulebook),
            Chart.MONTH: lambda: self._show_months(figures),
        }.get(chart, lambda: self._show_bars(chart, sums, figures, rulebook))
        shown = show()
        self.setCurrentWidget(self._cards[shown])
        self.setFocusProxy(shown)

    @property
    def empty(self) -> bool:
        """Tell whether the chart that is seen has nothing to show."""
        return self.currentWidget() is not self.state and not self.shown_bars()

    def shown_bars(self) -> Sequence[Bar]:
        """Return the bars of the chart that is seen."""
        bars: Mapping[QWidget, Sequence[Bar]] = {
            self.bars: self.bars.model_of_bars.bars,
            self.trend: [point.bar for point in self.trend.points],
            self.words: (*self.words.rules.model_of_bars.bars, *self.words.people.model_of_bars.bars),
            self.overrides: self.overrides.model_of_bars.bars,
        }
        return next((found for chart, found in bars.items() if self.currentWidget() is self._cards[chart]), ())

    def _show_bars(self, chart: Chart, sums: Sums, figures: Any, rulebook: Rules) -> QWidget:
        self.bars.show_bars(bars_of(Grouping(chart.value), sums, figures, rulebook))
        return self.bars

    def _show_overrides(self, records: tuple[RuleRecord, ...], rulebook: Rules) -> QWidget:
        self.overrides.show_bars(bars_of_overrides(most_overridden(records), rulebook))
        return self.overrides

    def _show_months(self, figures: Any) -> QWidget:
        self.trend.show_points(points_of(figures))
        return self.trend

    def _show_words(self, records: tuple[RuleRecord, ...], rulebook: Rules, people: Mapping[int, str]) -> QWidget:
        self.words.show_records(most_disputed(records), rulebook, people)
        return self.words


def _with_legend(chart: BarList, words: Iterable[Word]) -> QWidget:
    """Return a chart of parted bars below what its patterns mean."""
    pane = QWidget()
    box = QVBoxLayout(pane)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    box.addWidget(Legend(words))
    box.addWidget(Card(chart, 6), 1)
    return pane
