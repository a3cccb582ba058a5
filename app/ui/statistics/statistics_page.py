"""The screen of statistics: filters, charts, the documents behind each bar, and the way out on paper or in Excel."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.domain.receivers import Receiver
from app.domain.statistics import CountedClaim, Sums
from app.services.office import Office
from app.services.people import Session
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.page_over_bill import PageOverBill
from app.ui.receivers.receiver_choice import ReceiverChoice, told_of
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.statistics.bars import Bar
from app.ui.statistics.chart_stack import ChartStack
from app.ui.statistics.documents_pane import DocumentsPane
from app.ui.statistics.figures_work import FiguresWork, Grounds
from app.ui.statistics.statistics_head import StatisticsHead
from app.ui.statistics.wording import Chart
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier

LOADING_AFTER_MS = 150


class StatisticsPage(PageOverBill):
    """Takes the place of the bill: from a chart to its documents, from there to the desk, and back the same way."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self._grounds: Grounds | None = None
        self.work = FiguresWork(office, worker, self)
        self.head, self.charts = StatisticsHead(self), ChartStack(self)
        self.save_for = ReceiverChoice(office, worker, self.head)
        self.head.add(self.save_for)
        self.documents, self.preview = DocumentsPane(self), SheetPreview(office, self)
        self._loading = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the figures as they are now, where the person left them."""
        self._session = session
        self.take_focus()
        self.work.begin(session)
        self._loading.start()

    def keys(self) -> Sequence[QAction]:
        """Return the keys of the page."""
        return self._keys

    def take_focus(self) -> None:
        """Give the keys to what is looked at."""
        seen = self._stack.currentWidget()
        part = seen if seen is self.preview else self.documents if self.shows_documents else self.charts
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shows_documents(self) -> bool:
        """Whether the documents behind a bar are seen in place of the chart."""
        return self._middle.currentWidget() is self.documents

    def write_to(self, path: Path) -> None:
        """Keep the figures as a workbook."""
        self.head.say(self.tr("کارپوشه اکسل نوشته می‌شود…"), "quiet")
        self.work.write(self.head.filters.wanted, path, self.save_for.chosen)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart."""
        self.head.choose(chart)
        self._leave_documents()
        self._look()

    def _look(self) -> None:
        """Read the figures anew; the chart that is seen stays until they are there."""
        self._loading.start()
        self.work.look(self.head.chart, self.head.filters.wanted)
        if self.shows_documents:
            self._look_behind(0)

    def _on_filter(self) -> None:
        """Show the chart of what is counted now; the keys stay on the filter."""
        self._middle.setCurrentWidget(self.charts)
        self._look()

    def _on_ready(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self.head.filters.show_choices(grounds.choices)
        self._look()

    def _on_figures(self, sums: Sums, figures: Any) -> None:
        self._loading.stop()
        if self._grounds is None:
            return
        self.head.show_sums(sums)
        focused = QApplication.focusWidget()
        had_keys = focused is None or focused is self.charts or self.charts.isAncestorOf(focused)
        self.charts.show_figures(self.head.chart, sums, figures, self._grounds.rulebook, self._grounds.people)
        if self.charts.empty:
            self._say_empty(sums)
        if self.shows_documents:
            self._say_bar_anew()
        elif had_keys:
            self.charts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_bar_anew(self) -> None:
        """Say of the bar whose documents are seen what it is by now."""
        before = self.documents.bar
        for bar in self.charts.shown_bars():
            if before is not None and bar.behind == before.behind:
                self.documents.say_bar(bar)

    def _say_empty(self, sums: Sums) -> None:
        if sums.claims:
            heading = self.tr("چیزی برای نمایش نیست")
            what_to_do = self.tr("از این سندها چیزی کسر نشده یا نظری درباره آن داده نشده است.")
        elif self.head.filters.narrows:
            heading = self.tr("سندی با این پالایه‌ها نیست")
            what_to_do = self.tr("دوره یا یکی از پالایه‌ها را باز کنید.")
        elif self.head.filters.wanted.settled_only:
            heading = self.tr("هنوز سندی امضا نشده است")
            what_to_do = self.tr("برای دیدن همه سندها «تنها امضاشده‌ها» را بردارید.")
        else:
            heading = self.tr("هنوز سندی در دفتر نیست")
            what_to_do = self.tr("پرونده سند مرکزی را وارد کنید.")
        self.charts.show_state(heading, what_to_do)

    def _on_loading(self) -> None:
        if self._grounds is None:
            self.charts.show_state(self.tr("آمار خوانده می‌شود…"), "")
        else:
            self.head.say(self.tr("آمار خوانده می‌شود…"), "quiet")

    def _on_failed(self, error: Exception) -> None:
        self._loading.stop()
        if self._grounds is None:
            self.charts.show_state(self.tr("آمار خوانده نشد"), sentence_of(error))
        self.head.say(sentence_of(error), "red")

    def _open_bar(self, bar: Bar) -> None:
        """Show the documents behind a bar."""
        self.documents.show_bar(bar)
        self._middle.setCurrentWidget(self.documents)
        self.documents.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_behind(0)

    def _look_behind(self, skip: int) -> None:
        bar = self.documents.bar
        if bar is not None and bar.behind is not None and not isinstance(bar.behind, int):
            self.work.look_behind(bar.behind, self.head.filters.wanted, skip)

    def _on_documents(self, found: Sequence[CountedClaim], skip: int) -> None:
        if skip:
            self.documents.show_more(found)
        else:
            self.documents.show_documents(found)

    def _leave_documents(self) -> None:
        if self.shows_documents:
            self._middle.setCurrentWidget(self.charts)
            self.charts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """Go back one step: from the documents to their chart, from the chart to the claim on the desk."""
        if self.shows_documents:
            self._leave_documents()
        else:
            self.closed.emit()

    def _draw(self) -> None:
        self.head.say(self.tr("گزارش ساخته می‌شود…"), "quiet")
        self.work.draw(self.head.filters.wanted)

    def _on_drawn(self, pdf: bytes) -> None:
        self.head.say("", "quiet")
        self.preview.show_pdf(pdf, draft=False, file_name=f"{self._name}.pdf", title=self.tr("گزارش آمار"))
        self._stack.setCurrentWidget(self.preview)
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_preview(self) -> None:
        self._stack.setCurrentWidget(self._page)
        self.take_focus()

    def _ask_place(self) -> None:
        kinds = ((self.tr("کارپوشه اکسل"), ".xlsx"),)
        path = self.save_for.ask_place(self.tr("ذخیره کارپوشه اکسل"), self._name, kinds)
        if path is not None:
            self.write_to(path)

    def _on_written(self, path: Path, receiver: Receiver | None) -> None:
        said = self.tr("آمار در «{path}» ذخیره شد.").format(path=identifier(path.name))
        self.head.say(told_of(said, receiver), "green")

    @property
    def _name(self) -> str:
        """The name that is offered for a file of these figures, with the months that are counted."""
        wanted = self.head.filters.wanted
        return "-".join(str(part) for part in ("statistics", wanted.first, wanted.last) if part is not None)

    def _turn(self, step: int) -> None:
        charts = list(Chart)
        self.show_chart(charts[(charts.index(self.head.chart) + step) % len(charts)])

    def _make_actions(self) -> None:
        self.next_action = self._action(self.tr("نمودار بعد"), lambda: self._turn(1), "Ctrl+PgDown")
        self.previous_action = self._action(self.tr("نمودار پیش"), lambda: self._turn(-1), "Ctrl+PgUp")
        self.filter_action = self._action(self.tr("پالایه‌ها"), self.head.filters.take_focus, *in_both_scripts("Ctrl+G"))
        self.workbook_action = self._action(self.tr("اکسل"), self._ask_place, *in_both_scripts("Ctrl+D"))
        self.report_action = self._action(self.tr("گزارش چاپی"), self._draw, *in_both_scripts("Ctrl+P"))
        self.close_action = self._action(self.tr("بازگشت"), self._back, "Esc")
        self._keys = (
            self.next_action,
            self.previous_action,
            self.filter_action,
            self.workbook_action,
            self.report_action,
            self.close_action,
        )

    def _action(self, text: str, do: Any, *keys: str) -> QAction:
        """Return an action of the page itself, silent while the report is looked at."""
        made = action(self.head, text, *keys)
        made.triggered.connect(lambda _checked: do())
        return made

    def _connect(self) -> None:
        self.head.chart_chosen.connect(self.show_chart)
        self.head.filters.changed.connect(self._on_filter)
        self.charts.chosen.connect(self._open_bar)
        self.documents.claim_wanted.connect(self.claim_wanted)
        self.documents.more_wanted.connect(self._look_behind)
        self.preview.closed.connect(self._close_preview)
        self._loading.timeout.connect(self._on_loading)
        work = self.work
        work.ready.connect(self._on_ready)
        work.figures.connect(self._on_figures)
        work.documents.connect(self._on_documents)
        work.drawn.connect(self._on_drawn)
        work.written.connect(self._on_written)
        work.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        self._stack, self._middle, self._page = QStackedWidget(self), QStackedWidget(self), QWidget(self)
        self._middle.addWidget(self.charts)
        self._middle.addWidget(self.documents)
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(self.head)
        inside.addWidget(self._middle, 1)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.preview)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
