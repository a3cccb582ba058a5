"""The head of the screen of statistics: the sums of what is counted, the filters, and which chart is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.persian import rials
from app.domain.statistics import Sums
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.statistics.filter_row import FilterRow
from app.ui.statistics.wording import ABOUT, CHARTS, Chart, percent, say


class StatisticsHead(QFrame):
    """What stands above the charts.

    Signals:
        chart_chosen: the Chart that a person wants to see.
    """

    chart_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.filters = FilterRow(self)
        self.trial = QLabel(self.tr("ارقام آزمایشی"), self)
        self.sums, self.about = CleanLabel("", self), CleanLabel("", self, tone="quiet", points=SMALL)
        self.said = CleanLabel("", self, tone="quiet", points=SMALL)
        self._chips: dict[Chart, QPushButton] = {}
        self._lay_out()
        self.choose(Chart.RULE)

    @property
    def chart(self) -> Chart:
        """The chart that is seen."""
        return next(chart for chart, chip in self._chips.items() if chip.isChecked())

    def choose(self, chart: Chart) -> None:
        """Choose a chart without telling anybody."""
        self._chips[chart].setChecked(True)
        self.about.setText(say(ABOUT[chart]))

    def show_sums(self, sums: Sums) -> None:
        """Show the sums of what is counted."""
        self.say("", "quiet")
        self.trial.setVisible(sums.trial_claims > 0)
        parts = [
            self.tr("{count} سند").format(count=rials(sums.claims)),
            self.tr("درخواستی {amount}").format(amount=rials(sums.claimed)),
            self.tr("تأییدشده {amount}").format(amount=rials(sums.approved)),
            self._deducted(sums),
        ]
        if sums.unassessed:
            parts.append(self.tr("{count} سند رسیدگی‌نشده").format(count=rials(sums.unassessed)))
        self.sums.setText(" · ".join(parts))
        more, less = rials(sums.departed), rials(sums.withheld)
        told = self.tr("نظر کارشناسان در برابر ضوابط: {more} ریال بیشتر و {less} ریال کمتر پرداخته است.")
        self.sums.setToolTip(told.format(more=more, less=less))

    def _deducted(self, sums: Sums) -> str:
        amount = rials(sums.deducted)
        if sums.share is None:
            return self.tr("کسر {amount} ریال").format(amount=amount)
        return self.tr("کسر {amount} ریال، {share}").format(amount=amount, share=percent(sums.share))

    def add(self, widget: QWidget) -> None:
        """Set something of the page's own at the end of the first row."""
        self._title.addWidget(widget)

    def say(self, sentence: str, tone: str) -> None:
        """Say in one line what is being done, or what came of it."""
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("آمار"), self)
        heading.setFont(font(LARGE, MEDIUM))
        for name, value in (("role", "badge"), ("tone", "amber")):
            self.trial.setProperty(name, value)
        self.trial.setFont(font(SMALL))
        self.trial.hide()
        self.said.hide()
        title = self._title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(heading)
        title.addWidget(self.trial)
        title.addWidget(self.said, 1)
        title.addStretch(1)
        title.addWidget(self.filters.settled)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(8)
        box.addLayout(title)
        box.addWidget(self.sums)
        box.addWidget(self.filters)
        box.addWidget(self._chart_chips())
        box.addWidget(self.about)
        self.filters.order_keys()

    def _chart_chips(self) -> QWidget:
        row, group = QWidget(self), QButtonGroup(self)
        layout = FlowLayout(row, spacing=6)
        for chart in Chart:
            chip = QPushButton(say(CHARTS[chart]), row)
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setFont(font(SMALL))
            chip.clicked.connect(lambda _checked=False, chart=chart: self.chart_chosen.emit(chart))
            group.addButton(chip)
            layout.addWidget(chip)
            self._chips[chart] = chip
        return row

    def chip(self, chart: Chart) -> QPushButton:
        """Return the chip of a chart."""
        return self._chips[chart]
