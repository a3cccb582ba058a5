"""The look at a claim of a sample: the supervisor agrees or not, and the next claim that waits in the sample opens."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.office import OPEN_STATES
from app.domain.persian import persian_digits
from app.domain.rights import Action, refusal
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.rights import reviewed_by
from app.services.sample_views import SampleView, WaitingClaim
from app.services.sampling import Sampling
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint, action
from app.ui.fonts import MEDIUM, SMALL
from app.ui.key_bar import key_text
from app.ui.notices import Tone
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.passes.reason_card import ReasonCard, listed_sentences
from app.ui.sampling.names import result_text
from app.ui.tasks import sentence_of


class SamplePanel(QFrame):
    """Says in which sample the claim on the desk waits for a look, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.why, self.note = CleanLabel("", self, tone="quiet", points=SMALL), ReasonCard(self)
        self.agree_action = action(self, self.tr("موافقم و سند بعد نمونه"), "Shift+F5")
        self.disagree_action = action(self, self.tr("موافق نیستم"), "Shift+F7")
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.title, 1)
        for act in (self.agree_action, self.disagree_action):
            act.setAutoRepeat(False)
            head.addWidget(KeyHint(key_text(act), act.text(), self, act.trigger))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.why)
        box.addWidget(self.note)

    def show_waiting(self, waiting: WaitingClaim) -> None:
        """Show in which sample a claim waits."""
        if waiting.others:
            title = self.tr("نمونه {number}: این سند و {others} سند دیگر از {drawn} سند دیده نشده است")
        else:
            title = self.tr("نمونه {number}: از {drawn} سند تنها همین سند دیده نشده است")
        self.title.setText(
            title.format(
                number=persian_digits(waiting.sample_id),
                others=persian_digits(len(waiting.others)),
                drawn=persian_digits(waiting.drawn),
            )
        )
        self.why.setText(self.tr("چرا در نمونه است: {why}").format(why=waiting.why))
        self.note.hide()


class SamplePass(Pass):
    """Judges the claims of a sample one after another at the desk."""

    also_elsewhere = True

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.sample = SamplePanel(widget)
        self.panel = self.sample
        self._waiting: WaitingClaim | None = None
        self._in_hand: int | None = None
        self._claim_id: int | None = None
        self.sample.agree_action.triggered.connect(lambda: self._judge(agreed=True))
        self.sample.disagree_action.triggered.connect(self._ask_note)
        self.sample.note.given.connect(lambda note: self._judge(agreed=False, note=note))
        self.sample.note.left.connect(self._leave_note)

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """A supervisor looks at signed claims, but not at their own work."""
        own = reviewed_by(session.user.id, open_claim.decisions, open_claim.sheets)
        may = refusal(Action.JUDGE_SAMPLE, session.user.roles, own=own) is None
        return may and open_claim.state not in OPEN_STATES

    def show(self, open_claim: OpenClaim | None) -> None:
        """Ask whether the claim waits in a sample; until that is known there is nothing to see."""
        self._claim_id = None if open_claim is None else open_claim.id
        self._waiting = None
        self.sample.hide()
        if open_claim is not None:
            sampling, number, in_hand = self._sampling(), open_claim.id, self._in_hand
            self.desk.worker.start(lambda _report: sampling.waiting_on(number, in_hand), done=self._on_waiting)

    def take_in_hand(self, sample_id: int) -> None:
        """Go on with the claims of a sample, though they wait in others too."""
        self._in_hand = sample_id

    def _sampling(self) -> Sampling:
        return Sampling(self.desk.office, self.desk.session, self.desk.work.opening)

    def _on_waiting(self, waiting: WaitingClaim | None) -> None:
        if waiting is not None and waiting.claim_id == self._claim_id:
            self._waiting = waiting
            self.sample.show_waiting(waiting)
            self.sample.show()

    def _ask_note(self) -> None:
        self.sample.note.ask(self.tr("با چه چیز این سند موافق نیستید؟"), listed_sentences("sample_not_agreed"))

    def _leave_note(self) -> None:
        self.sample.note.hide()
        self.desk.claim.take_focus()

    def _judge(self, *, agreed: bool, note: str = "") -> None:
        waiting, sampling = self._waiting, self._sampling()
        self._leave_note()
        if waiting is None:
            return
        self._waiting, self._in_hand = None, waiting.sample_id

        def judged(view: SampleView) -> None:
            self.sample.hide()
            if waiting.others:
                self.desk.open_claim(waiting.others[0])
            self.desk.notices.say(result_text(view.result))

        def failed(error: Exception) -> None:
            self._on_waiting(waiting)
            self.desk.notices.say(sentence_of(error), Tone.FAULT)

        self.desk.worker.start(
            lambda _report: sampling.judge(waiting.sample_id, waiting.claim_id, agreed=agreed, note=note),
            done=judged,
            failed=failed,
        )
