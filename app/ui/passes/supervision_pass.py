"""The supervisor's pass: the departures of a signed claim are endorsed with one key, or sent back with a note."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.office import ClaimState
from app.domain.rights import Action, refusal
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.rights import corrected_by, reviewed_by
from app.services.supervision import Supervision
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.notices import Tone
from app.ui.passes.departure_panel import DeparturePanel
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.passes.reason_card import listed_sentences


class SupervisionPass(Pass):
    """Shows what departs from the rules on a claim that waits for a supervisor; then the next claim opens."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.endorse_action = action(widget, self.tr("تأیید و سند بعد"), "F9")
        self.send_back_action = action(widget, self.tr("بازگرداندن به رسیدگی"), *in_both_scripts("Ctrl+R"))
        self.actions = self.endorse_action, self.send_back_action
        self.departures = DeparturePanel(self.actions, widget)
        self.panel = self.departures
        self.endorse_action.triggered.connect(self._endorse)
        self.send_back_action.triggered.connect(self._ask_note)
        self.departures.line_wanted.connect(desk.claim.select_line)
        self.departures.note.given.connect(self._send_back)
        self.departures.note.left.connect(self._leave_note)

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """A supervisor looks at what waits for one; at their own work too, though another one judges it."""
        may = refusal(Action.ENDORSE, session.user.roles) is None
        return may and open_claim.state is ClaimState.AWAITING_SUPERVISOR

    def show(self, open_claim: OpenClaim | None) -> None:
        """Show the departures of a claim."""
        if open_claim is None:
            return
        user = self.desk.session.user
        decisions = open_claim.decisions
        own = reviewed_by(user.id, decisions, open_claim.sheets) or corrected_by(user.id, decisions)
        refused = refusal(Action.ENDORSE, user.roles, own=own)
        self.departures.show_claim(open_claim, refused)
        for act in self.actions:
            act.setEnabled(refused is None)

    def _endorse(self) -> None:
        shown = self.desk.claim.open_claim
        if not self.desk.bill_is_seen:
            self.desk.show_bill()
            self.desk.notices.say(self.tr("اختلاف‌های سند را ببینید و سپس F9 را بزنید."), Tone.HINT)
        elif shown is not None:
            self._take(lambda supervision: supervision.endorse(shown), shown, self.tr("اختلاف‌های سند تأیید شد."))

    def _ask_note(self) -> None:
        self.desk.show_bill()
        self.departures.ask_note(self.tr("چرا سند به رسیدگی بازمی‌گردد؟"), listed_sentences("send_back"))

    def _send_back(self, note: str) -> None:
        shown = self.desk.claim.open_claim
        self._leave_note()
        if shown is not None:
            told = self.tr("سند با یادداشت شما به رسیدگی بازگشت و امضای آن باطل شد.")
            self._take(lambda supervision: supervision.send_back(shown, note), shown, told)

    def _leave_note(self) -> None:
        self.departures.leave_note()
        self.desk.claim.take_focus()

    def _take(self, step: Callable[[Supervision], OpenClaim], shown: OpenClaim, told: str) -> None:
        desk = self.desk

        def on_taken(_open_claim: OpenClaim) -> None:
            desk.notices.say(told)
            if not desk.queue.go(1):
                desk.notices.say(self.tr("{told} این آخرین سند صف بود.").format(told=told))

        desk.work.take(
            shown.id,
            lambda _review, _now: step(Supervision(desk.office, desk.session, desk.work.opening)),
            on_taken,
            hands_on=True,
        )
