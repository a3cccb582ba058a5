"""Batches of a reviewer: the rest of the bill at one stroke, one word on the same finding everywhere, and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.batch import rest_words
from app.domain.persian import persian_digits
from app.domain.rights import Action, refusal
from app.services.batch import Batches, CarriedOut, Progress
from app.services.batch_plan import BatchKind, BatchPlan
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.review import Review
from app.ui.batch.batch_page import BatchPage
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.notices import Tone
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.tasks import Report, Task, sentence_of


class BatchPass(Pass):
    """Shows what a batch would do over the bill, and does it in the worker: all of it, or nothing.

    The batch that was done last on this desk can be taken back from any claim of its submission.
    """

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.rest_action = action(widget, self.tr("پذیرش باقی صورت"), "Shift+F8")
        self.same_action = action(widget, self.tr("همین نظر در همه درخواست"), "Shift+F5")
        self.undo_action = action(widget, self.tr("برگرداندن کار دسته‌ای"), *in_both_scripts("Ctrl+Shift+Z"))
        self.actions = self.rest_action, self.same_action, self.undo_action
        self.off_bar = frozenset({self.same_action})
        desk.why.offer_on_words(self.same_action)
        self.page = BatchPage(widget)
        self.page.hide()
        self.task: Task | None = None
        self._said: dict[int, str | None] = {}
        self.rest_action.triggered.connect(self._look_at_rest)
        self.same_action.triggered.connect(self._look_at_same)
        self.undo_action.triggered.connect(self._look_back)
        self.page.agreed.connect(self._carry_out)
        self.page.stopped.connect(self._stop)
        self.page.closed.connect(self._close)

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """A reviewer says many words at once where they may say one."""
        return open_claim.editable and refusal(Action.REVIEW, session.user.roles) is None

    def show(self, open_claim: OpenClaim | None) -> None:
        """Offer the rest of the bill while something of it is left, and to take back what was said last."""
        if open_claim is not None:
            self.rest_action.setEnabled(bool(rest_words(open_claim.settlement, open_claim.decisions)))
            self.undo_action.setVisible(self._said.get(open_claim.submission_id) is not None)
            if open_claim.submission_id not in self._said:
                self._ask_what_was_said(open_claim.submission_id)

    def _ask_what_was_said(self, submission_id: int) -> None:
        """Find out once for each submission whether a batch of the person, of another day perhaps, still holds."""
        batches, self._said[submission_id] = self._batches(), None

        def known(at: str | None) -> None:
            self._said[submission_id] = at
            shown = self.desk.claim.open_claim
            if at is not None and shown is not None and self.rest_action.isVisible():
                self.undo_action.setVisible(shown.submission_id == submission_id)
                self.desk.show_keys()

        self.desk.worker.start(lambda _report: batches.last_said(submission_id), done=known)

    def _look_at_rest(self) -> None:
        shown = self.desk.claim.open_claim
        if shown is not None:
            self._look(self.tr("پذیرش باقی صورت‌حساب"), lambda batches, _progress: batches.rest_of(self._now(shown)))

    def _look_at_same(self) -> None:
        shown, finding = self.desk.claim.open_claim, self.desk.why.findings.current
        if shown is None:
            return
        if finding is None:
            self.desk.notices.say(self.tr("یافته‌ای را برگزینید که درباره آن نظر داده‌اید."), Tone.HINT)
            return
        self._look(
            self.tr("همین نظر در همه درخواست"),
            lambda batches, progress: batches.same_in_submission(
                self._now(shown), finding.rule, finding.line, progress
            ),
        )

    def _look_back(self) -> None:
        shown = self.desk.claim.open_claim
        at = None if shown is None else self._said.get(shown.submission_id)
        if shown is not None and at is not None:
            self._look(
                self.tr("برگرداندن کار دسته‌ای"),
                lambda batches, progress: batches.undoing(shown.submission_id, at, progress),
            )

    def _look(self, heading: str, look: Callable[[Batches, Progress], BatchPlan]) -> None:
        """Find out in the worker what a batch would do, and show it over the bill."""
        batches = self._batches()
        self.page.begin(heading)
        self.desk.show_page(self.page, self.page.keys())
        self._start(lambda progress: look(batches, progress), self.page.show_plan)

    def _carry_out(self, plan: BatchPlan) -> None:
        batches = self._batches()
        self.page.show_doing()
        self._start(lambda progress: batches.carry_out(plan, progress), lambda done: self._on_done(plan, done))

    def _on_done(self, planned: BatchPlan, done: CarriedOut) -> None:
        """Show the claim and the queue as they are now; what was left out against the preview is named first."""
        if planned.kind is BatchKind.UNDO:
            del self._said[planned.submission_id]
        else:
            self._said[planned.submission_id] = done.at
        shown = self.desk.claim.open_claim
        if shown is not None:
            self.desk.work.open_anew(shown.id)
        self.desk.queue.refresh()
        if len(done.plan.left_out) > len(planned.left_out):
            self.page.show_done(done.plan)
        else:
            self._close()
        self.desk.notices.say(self._told(done.plan))

    def _told(self, done: BatchPlan) -> str:
        lines, claims = persian_digits(done.lines), persian_digits(len(done.claims))
        if done.kind is BatchKind.UNDO:
            return self.tr("{lines} نظر در {claims} سند برگردانده شد.").format(lines=lines, claims=claims)
        text = self.tr("{lines} نظر در {claims} سند ثبت شد؛ Ctrl+Shift+Z همه را برمی‌گرداند.")
        return text.format(lines=lines, claims=claims)

    def _start(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        def run(report: Report) -> object:
            return work(lambda place, total: report((place, total)))

        self.task = self.desk.worker.start(run, done=done, failed=self._on_failed)
        self.task.progressed.connect(lambda told: self.page.show_progress(*told))
        self.task.cancelled.connect(self._close)

    def _on_failed(self, error: Exception) -> None:
        self.page.show_error(sentence_of(error))

    def _stop(self) -> None:
        if self.task is not None:
            self.task.cancel()

    def _close(self) -> None:
        self.desk.close_page()

    def _now(self, shown: OpenClaim) -> OpenClaim:
        """Return a claim with the steps that were still on their way when the key was pressed; in the worker."""
        desk = self.desk
        return Review(desk.office, desk.session, desk.work.opening).open(shown.id)

    def _batches(self) -> Batches:
        return Batches(self.desk.office, self.desk.session, self.desk.work.opening)
