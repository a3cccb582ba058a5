"""The page of samples: the shelf of those that were drawn, the form for a new one, one sample, and its report."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.domain.office import ClaimState
from app.domain.persian import persian_digits
from app.domain.sampling import SamplePlan, SampleScope
from app.services.office import Office
from app.services.people import Session
from app.services.sample_views import Outlook, SampleChoices, SampleEntry, SampleView
from app.services.sampling import Sampling
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.passes.reason_card import listed_sentences
from app.ui.sampling.draw_form import DrawForm
from app.ui.sampling.sample_output import SampleOutput
from app.ui.sampling.sample_shelf import SampleShelf
from app.ui.sampling.sample_table import SampleTable
from app.ui.tasks import Report, Task, Worker, sentence_of


class SamplingPage(PageOverBill):
    """Takes the place of the bill; a sample that was being looked at is there again when the page comes back.

    Signals:
        taken_in_hand: number of the sample whose claims are looked at on the desk.
    """

    taken_in_hand = Signal(int)

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._sampling: Sampling | None = None
        self._looking: Task | None = None
        self.heading, self.said = QLabel(self), CleanLabel("", self)
        self.heading.setFont(font(LARGE, MEDIUM))
        self.shelf, self.form, self.sample = SampleShelf(self), DrawForm(self), SampleTable(self)
        self._frame = PageCard(self)
        self.output = SampleOutput(office, worker, lambda: self.sample.view, self._frame, self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the samples, or the one that is being looked at as it stands by now."""
        self._sampling, self.output.session = Sampling(self.office, session), session
        self._say("")
        if self._parts.currentWidget() is self.sample and self.sample.view is not None:
            self._open(self.sample.view.sample.id)
        else:
            self._show_shelf()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def finish(self) -> None:
        """Wait for what is being drawn."""
        self.output.preview.finish()

    def _do(
        self,
        work: Callable[[Sampling], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        sampling = self._sampling
        if sampling is not None:
            self.worker.start(lambda _report: work(sampling), done=done, failed=failed or self._on_failed)

    def _show_shelf(self) -> None:
        self._show(self.shelf)
        if not self.shelf.samples:
            self.shelf.show_loading()
        self._do(lambda sampling: sampling.all(), self._on_samples)

    def _on_samples(self, samples: tuple[SampleEntry, ...]) -> None:
        self.shelf.show_samples(samples)
        if self._parts.currentWidget() is self.shelf:
            self.shelf.take_focus()

    def _ask_new(self) -> None:
        self._say("")
        self._do(lambda sampling: sampling.choices(), self._on_choices)

    def _on_choices(self, choices: SampleChoices) -> None:
        self._show(self.form)
        self.form.begin(choices)

    def _look_out(self, scope: SampleScope, plan: SamplePlan) -> None:
        """Count the claims of the scope that stands in the form now; what was asked before is not counted any more."""
        sampling = self._sampling
        if sampling is None:
            return
        if self._looking is not None:
            self._looking.cancel()

        def work(report: Report) -> Outlook:
            report(None)
            return sampling.outlook(scope, plan)

        def shown(outlook: Outlook) -> None:
            self._looking = None
            if (self.form.scope(), self.form.plan()) == (scope, plan):
                self.form.show_outlook(outlook)

        def failed(error: Exception) -> None:
            self._looking = None
            self._on_failed(error)

        self._looking = self.worker.start(work, done=shown, failed=failed)

    def _draw(self, scope: SampleScope, plan: SamplePlan) -> None:
        self.form.set_busy(True)
        self._do(lambda sampling: sampling.draw(scope, plan), self._on_drawn)

    def _on_drawn(self, view: SampleView) -> None:
        self.form.set_busy(False)
        self._on_sample(view)
        asked = view.sample.criteria["size"]
        if len(view.rows) < asked:
            said = self.tr("{drawn} سند به دست آمد؛ بیش از این در این محدوده نبود.")
            self._say(said.format(drawn=persian_digits(len(view.rows))), "amber")

    def _open(self, sample_id: int) -> None:
        self._do(lambda sampling: sampling.open(sample_id), self._on_sample)

    def _on_sample(self, view: SampleView) -> None:
        self.sample.show_sample(view)
        self._show(self.sample)
        self.sample.take_focus()

    def _open_claim(self, claim_id: int) -> None:
        if self.sample.view is not None:
            self.taken_in_hand.emit(self.sample.view.sample.id)
            self.claim_wanted.emit(claim_id)

    def _agree(self) -> None:
        self._judge(agreed=True)

    def _ask_note(self) -> None:
        row = self.sample.row
        if row is not None:
            self._say("")
            self.sample.note.ask(self.tr("با چه چیز این سند موافق نیستید؟"), listed_sentences("sample_not_agreed"))

    def _judge(self, *, agreed: bool, note: str = "") -> None:
        view, row = self.sample.view, self.sample.row
        self.sample.note.hide()
        if view is None or row is None:
            return
        number = row.claim_id
        self.sample.choose(self.sample.next_waiting)  # at once: the next key is meant for the next claim
        self.sample.take_focus()

        def judged(now: SampleView) -> None:
            self.sample.show_sample(now)
            self._say(self._outcome(now), "green")

        def failed(error: Exception) -> None:
            self.sample.choose(number)
            self._on_failed(error)

        self._do(lambda sampling: sampling.judge(view.sample.id, number, agreed=agreed, note=note), judged, failed)

    def _outcome(self, view: SampleView) -> str:
        if view.result.waiting:
            return self.tr("نظر شما ثبت شد؛ {count} سند دیگر مانده است.").format(
                count=persian_digits(view.result.waiting)
            )
        return self.tr("همه سندهای نمونه دیده شد؛ نتیجه را با F8 ببینید و چاپ کنید.")

    def _send_back(self) -> None:
        view, row = self.sample.view, self.sample.row
        if view is None or row is None:
            return

        def sent(now: SampleView) -> None:
            self._on_sample(now)
            self._say(self.tr("سند با یادداشت شما به رسیدگی بازگشت و امضای آن باطل شد."), "green")
            self.queue_changed.emit()

        self._do(lambda sampling: sampling.send_back(view.sample.id, row.claim_id), sent)

    def _on_report(self) -> None:
        self._pages.setCurrentWidget(self.output.preview)
        self.output.preview.setFocus()

    def _back(self) -> None:
        """Go back by one step: from the note, the form or a sample to the shelf, from the shelf to the bill."""
        self._say("")
        if not self.sample.note.isHidden():
            self.sample.note.hide()
            self.sample.take_focus()
        elif self._parts.currentWidget() is self.shelf:
            self.closed.emit()
        else:
            self._show_shelf()

    def _show(self, part: QWidget) -> None:
        self._pages.setCurrentIndex(0)
        self._parts.setCurrentWidget(part)
        self.sample.note.hide()
        self.heading.setText(self._title(part))
        self._offer()

    def _title(self, part: QWidget) -> str:
        view = self.sample.view
        if part is self.sample and view is not None:
            return self.tr("نمونه {number}").format(number=persian_digits(view.sample.id))
        return self.tr("نمونه تازه") if part is self.form else self.tr("نمونه‌گیری")

    def _offer(self) -> None:
        """Offer the keys that do something here and now."""
        part, row = self._parts.currentWidget(), self.sample.row
        at_claim = part is self.sample and row is not None
        at_verdict = self.open_action, self.agree_action, self.disagree_action
        for act in (*at_verdict, self.output.report_action, self.output.workbook_action):
            act.setVisible(at_claim)
        back = row is not None and row.sampled.agreed is False and row.state is ClaimState.TECHNICALLY_DONE
        self.send_back_action.setVisible(at_claim and back)
        self.new_action.setVisible(part is self.shelf)

    def _say(self, sentence: str, tone: str = "quiet") -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _on_failed(self, error: Exception) -> None:
        if self._parts.currentWidget() is self.form:
            self.form.say(sentence_of(error))
        elif self._parts.currentWidget() is self.shelf and not self.shelf.samples:
            self.shelf.show_error(sentence_of(error))
        else:
            self._say(sentence_of(error), "red")

    def _make_actions(self) -> None:
        """Make the keys; they belong to the frame, so that they rest while the report lies over it."""
        self.new_action = action(self._frame, self.tr("نمونه تازه"), *in_both_scripts("Ctrl+N"))
        self.open_action = QAction(self.tr("باز کردن سند"), self._frame)
        self.open_action.setShortcut("Return")
        self.agree_action = action(self._frame, self.tr("موافقم"), "F2")
        self.disagree_action = action(self._frame, self.tr("موافق نیستم"), "F4")
        self.send_back_action = action(self._frame, self.tr("بازگرداندن به رسیدگی"), "F6")
        self.close_action = action(self._frame, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        for act, do in (
            (self.new_action, self._ask_new),
            (self.open_action, lambda: self.sample.table.activated.emit(self.sample.table.currentIndex())),
            (self.agree_action, self._agree),
            (self.disagree_action, self._ask_note),
            (self.send_back_action, self._send_back),
            (self.close_action, self._back),
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())
        self.shelf.opened.connect(self._open)
        self.form.drawn.connect(self._draw)
        self.form.changed.connect(self._look_out)
        self.sample.opened.connect(self._open_claim)
        self.sample.chosen.connect(self._offer)
        self.sample.note.given.connect(lambda note: self._judge(agreed=False, note=note))
        self.sample.note.left.connect(self._back)
        self.output.drawn.connect(self._on_report)
        self.output.told.connect(lambda said: self._say(said, "green"))
        self.output.failed.connect(self._on_failed)
        self.output.preview.closed.connect(lambda: self._show(self.sample))

    def _lay_out(self) -> None:
        self._parts = QStackedWidget(self)
        for part in (self.shelf, self.form, self.sample):
            self._parts.addWidget(part)
        buttons = FlowLayout(spacing=6)
        for act in (
            self.open_action,
            self.agree_action,
            self.disagree_action,
            self.send_back_action,
            self.output.report_action,
            self.output.workbook_action,
            self.new_action,
            self.close_action,
        ):
            buttons.addWidget(action_button(act, self._frame))
        buttons.addWidget(self.output.save_for)
        inside = self._frame.parts
        inside.addWidget(self.heading)
        inside.addWidget(self._parts, 1)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._frame)
        self._pages.addWidget(self.output.preview)
        fill_page(self, self._pages)
