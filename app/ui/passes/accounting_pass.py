"""The accountant's pass: sums are looked at, amounts corrected in red, and the second signature closes the claim."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.persian import persian_digits
from app.domain.rights import Action, refusal
from app.services.accounting import ACCOUNTING_STATES, Accounting
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.rights import reviewed_by
from app.services.signing_the_rest import SignedInARow, sign_the_rest, the_rest
from app.ui.accounting.accounting_panel import AccountingPanel
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.notices import Tone
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.passes.reason_card import listed_sentences
from app.ui.tasks import Report, Task, sentence_of
from app.ui.text import identifier


class AccountingPass(Pass):
    """Signs what a reviewer has signed, or corrects it and gives it back for a new signature."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.sign_action = action(widget, self.tr("امضای حسابداری"), "F9")
        self.sign_next_action = action(widget, self.tr("امضا و سند بعد"), "Ctrl+Return", "Ctrl+Enter")
        self.ask_action = action(widget, self.tr("فرستادن برای امضای دوباره"), "F9")
        self.undo_action = action(widget, self.tr("برگرداندن تصحیح"), *in_both_scripts("Ctrl+Z"))
        self.send_back_action = action(widget, self.tr("بازگرداندن به رسیدگی"), *in_both_scripts("Ctrl+R"))
        self.rest_action = action(widget, self.tr("امضای بقیه درخواست"), "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        signing = self.sign_action, self.sign_next_action, self.ask_action
        self.actions = *signing, self.undo_action, self.send_back_action, self.rest_action
        self.accounts = AccountingPanel(widget)
        self.panel = self.accounts
        self.task: Task | None = None
        self._connect()

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """An accountant looks at what a reviewer has signed; at their own work too, though another one closes it."""
        may = refusal(Action.SIGN_ACCOUNTS, session.user.roles) is None
        return may and open_claim.state in ACCOUNTING_STATES

    def show(self, open_claim: OpenClaim | None) -> None:
        """Show the sums of a claim, and give the red pen to whoever may use it."""
        if open_claim is None:
            self.desk.claim.take_red_pen(taken=False)
            return
        user = self.desk.session.user
        own = reviewed_by(user.id, open_claim.decisions, open_claim.sheets)
        refused = refusal(Action.CORRECT, user.roles, own=own)
        self._offer(open_claim, may=refused is None)
        self.accounts.show_claim(open_claim, refused)
        self.desk.claim.take_red_pen(taken=refused is None)

    def leave(self) -> None:
        """Sign no further claim of the rest in the name of a person who has left."""
        if self.task is not None:
            self.task.blockSignals(True)
            self.task.cancel()

    def _offer(self, open_claim: OpenClaim, *, may: bool) -> None:
        """Offer what can be done with a claim now: to sign it while the reviewer's signature holds."""
        holds, own = open_claim.voided is None, self._accounting().last_correction(open_claim)
        for act in (self.sign_action, self.sign_next_action):
            act.setVisible(holds)
        self.ask_action.setVisible(not holds)
        self.undo_action.setVisible(own is not None)
        for act in self.actions:
            act.setEnabled(may)
        self.rest_action.setEnabled(True)

    def _connect(self) -> None:
        self.sign_action.triggered.connect(lambda: self._sign(go_on=False))
        self.sign_next_action.triggered.connect(lambda: self._sign(go_on=True))
        self.ask_action.triggered.connect(self._ask_for_signature)
        self.undo_action.triggered.connect(self._undo)
        self.send_back_action.triggered.connect(self._ask_note)
        self.rest_action.triggered.connect(self._weigh_rest)
        self.desk.claim.amount_corrected.connect(self._correct)
        self.accounts.note.given.connect(self._send_back)
        self.accounts.note.left.connect(self._leave)
        self.accounts.rest.agreed.connect(self._sign_rest)
        self.accounts.rest.left.connect(self._leave_rest)

    def _sign(self, *, go_on: bool) -> None:
        desk, shown = self.desk, self.desk.claim.open_claim
        if shown is None:
            return
        if not desk.bill_is_seen:
            desk.show_bill()
            desk.notices.say(self.tr("صورت سند را ببینید و سپس F9 را بزنید."), Tone.HINT)
            return
        desk.notices.say(self.tr("برگ رسیدگی امضا می‌شود…"), Tone.HINT)
        told = self.tr("برگ با امضای حسابداری بسته شد؛ برای دیدن و چاپ F10 را بزنید.")
        self._take(shown, lambda accounting, _now: accounting.sign(shown), told, hands_on=True, go_on=go_on)

    def _ask_for_signature(self) -> None:
        shown = self.desk.claim.open_claim
        if shown is not None:
            told = self.tr("سند برای امضای دوباره به سر صف کارشناس رفت.")
            self._take(
                shown, lambda accounting, _now: accounting.ask_for_signature(shown), told, hands_on=True, go_on=True
            )

    def _correct(self, no: int, amount: int, reason: str) -> None:
        shown = self.desk.claim.open_claim
        if shown is not None:
            told = self.tr("تصحیح با قلم قرمز ثبت شد؛ پس از آخرین تصحیح F9 را بزنید.")
            self._take(shown, lambda accounting, now: accounting.correct(now, no, amount, reason), told)

    def _undo(self) -> None:
        shown = self.desk.claim.open_claim
        if shown is not None:
            self._take(shown, lambda accounting, now: accounting.undo(now), self.tr("تصحیح برگردانده شد."))

    def _ask_note(self) -> None:
        self.desk.show_bill()
        self.accounts.ask_note(self.tr("چرا سند به رسیدگی بازمی‌گردد؟"), listed_sentences("send_back_from_accounts"))

    def _send_back(self, note: str) -> None:
        shown = self.desk.claim.open_claim
        self._leave()
        if shown is not None:
            told = self.tr("سند با یادداشت شما به رسیدگی بازگشت و امضای آن باطل شد.")
            self._take(
                shown, lambda accounting, _now: accounting.send_back(shown, note), told, hands_on=True, go_on=True
            )

    def _leave(self) -> None:
        self.accounts.leave_question()
        self.desk.claim.take_focus()

    def _take(
        self,
        shown: OpenClaim,
        step: Callable[[Accounting, OpenClaim], OpenClaim],
        told: str,
        *,
        hands_on: bool = False,
        go_on: bool = False,
    ) -> None:
        """Take a step on the claim that lies on the desk, say what came of it, and open the next claim if wanted."""
        desk = self.desk

        def on_taken(_open_claim: OpenClaim) -> None:
            desk.notices.say(told)
            if go_on and not desk.queue.go(1):
                desk.notices.say(self.tr("{told} این آخرین سند صف بود.").format(told=told))

        desk.work.take(
            shown.id,
            lambda _review, now: step(self._accounting(), now),
            on_taken,
            settles=True,
            hands_on=hands_on,
        )

    def _accounting(self) -> Accounting:
        return Accounting(self.desk.office, self.desk.session, self.desk.work.opening)

    def _weigh_rest(self) -> None:
        """Look what of the submission can be signed in a row, and ask."""
        desk, shown = self.desk, self.desk.claim.open_claim
        if shown is None or self.task is not None:
            return
        desk.show_bill()
        self.accounts.look_at_rest()
        desk.worker.start(
            lambda _report: the_rest(desk.office, desk.session, shown.submission_id),
            done=self.accounts.ask_rest,
            failed=self._on_rest_failed,
        )

    def _sign_rest(self) -> None:
        rest, desk = self.accounts.rest.rest, self.desk
        if rest is None:
            return
        self.accounts.rest.show_progress(0, len(rest.ready))

        def work(report: Report) -> SignedInARow:
            return sign_the_rest(
                desk.office, desk.session, rest, lambda done, count: report((done, count)), desk.work.opening
            )

        self.task = desk.worker.start(work, done=self._on_rest_signed, failed=self._on_rest_failed)
        self.task.progressed.connect(lambda told: self.accounts.rest.show_progress(*told))
        self.task.cancelled.connect(self._on_rest_cancelled)

    def _leave_rest(self) -> None:
        if self.task is None:
            self._leave()
        else:
            self.task.cancel()

    def _on_rest_signed(self, signed: SignedInARow) -> None:
        text = self.tr("{count} سند با امضای حسابداری بسته شد.").format(count=persian_digits(signed.signed))
        self._end_rest()
        if not signed.refused:
            self.desk.notices.say(text)
            return
        number, why = signed.refused[0]
        fault = self.tr("{text} {count} سند امضا نشد؛ نخستین آن‌ها {number}: {why}")
        count = persian_digits(len(signed.refused))
        self.desk.notices.say(fault.format(text=text, count=count, number=identifier(number), why=why), Tone.FAULT)

    def _on_rest_cancelled(self) -> None:
        self._end_rest()
        self.desk.notices.say(self.tr("امضای بقیه متوقف شد؛ هر سندی که امضا شد بسته است."), Tone.HINT)

    def _on_rest_failed(self, error: Exception) -> None:
        self._end_rest()
        self.desk.notices.say(sentence_of(error), Tone.FAULT)

    def _end_rest(self) -> None:
        """Show the queue and the claim on the desk as they are now."""
        desk, shown = self.desk, self.desk.claim.open_claim
        self.task = None
        self._leave()
        desk.work.forget()
        desk.queue.refresh()
        if shown is not None:
            desk.work.open(shown.id)
