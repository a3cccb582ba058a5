"""Sending a claim away and taking it back: to its centre for what is missing, to the supervision office for a look."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.assessment import Remark
from app.domain.findings import Effect, Finding
from app.domain.office import AWAY_STATES, ClaimState, Decision
from app.domain.rights import Action, refusal
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.ui.bill.claim_header import Band
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.notices import Tone
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.passes.reason_card import ReasonCard, listed_sentences
from app.ui.text import local_moment, sentence

Ground = Remark | Finding
ASKING = frozenset({Effect.QUERY, Effect.REFER})
OCCASIONS = {ClaimState.RETURNED: "return_to_centre", ClaimState.REFERRED: "refer_to_supervision"}


class AwayPass(Pass):
    """A reviewer sends an open claim away with a listed or typed reason, and takes one back that lies elsewhere.

    What the rules ask for or leave to a person on the selected line stands among the reasons; where the keys are in the
    "why" pane, the card under them comes first and is chosen. A reason taken from there names its rule in the decision.
    """

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.return_action = action(widget, self.tr("برگشت به مرکز"), *in_both_scripts("Ctrl+R"))
        self.refer_action = action(widget, self.tr("ارجاع به نظارت"), *in_both_scripts("Ctrl+E"))
        self.take_back_action = action(widget, self.tr("بازگرداندن به رسیدگی"), *in_both_scripts("Ctrl+R"))
        self.actions = self.return_action, self.refer_action, self.take_back_action
        desk.why.offer_on_remarks(self.return_action, self.refer_action)
        self.return_action.triggered.connect(lambda: self._ask_away(ClaimState.RETURNED))
        self.refer_action.triggered.connect(lambda: self._ask_away(ClaimState.REFERRED))
        self.take_back_action.triggered.connect(self._ask_back)
        self.panel = QWidget(widget)
        self.band, self.card = Band(self.panel), ReasonCard(self.panel)
        box = QVBoxLayout(self.panel)
        box.setContentsMargins(0, 0, 0, 0)
        for part in (self.band, self.card):
            box.addWidget(part)
        self.card.given.connect(self._on_reason)
        self.card.left.connect(self._leave)
        self._shown: int | None = None
        self._goal: ClaimState | None = None
        self._grounds: dict[str, Ground] = {}

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """A reviewer sends away what is under review, and takes back what is away."""
        may = refusal(Action.SEND_AWAY, session.user.roles) is None
        return may and (open_claim.editable or open_claim.state in AWAY_STATES)

    def show(self, open_claim: OpenClaim | None) -> None:
        """Say of a claim that is away why it is; what was asked of another claim is forgotten."""
        away = open_claim is not None and open_claim.state in AWAY_STATES
        for act in (self.return_action, self.refer_action):
            act.setVisible(open_claim is not None and not away)
        self.take_back_action.setVisible(away)
        if open_claim is None or open_claim.id != self._shown or away:
            self.card.hide()
        self._shown = None if open_claim is None else open_claim.id
        word = None if open_claim is None else open_claim.sent_away
        self.band.setVisible(word is not None)
        if open_claim is not None and word is not None:
            self.band.label.setText(self._why_away(open_claim, word))
        self._fit()

    def _fit(self) -> None:
        """Take no room while there is nothing to show."""
        if self.panel is not None:
            self.panel.setVisible(not (self.card.isHidden() and self.band.isHidden()))

    def _ask_away(self, goal: ClaimState) -> None:
        open_claim = self.desk.claim.open_claim
        if open_claim is None:
            return
        question = self.tr("برای چه سند به مرکز برمی‌گردد؟")
        if goal is ClaimState.REFERRED:
            question = self.tr("برای چه سند به اداره نظارت ارجاع می‌شود؟")
        in_why = self.desk.why.isAncestorOf(QApplication.focusWidget() or self.widget)
        first = self._under_keys() if in_why else None
        grounds = ([] if first is None else [first]) + list(self._asked(open_claim))
        self._grounds = {_text(ground): ground for ground in reversed(grounds)}
        texts = list(dict.fromkeys(_text(ground) for ground in grounds))
        ahead = texts[:1] if first is not None else []
        rest = texts[len(ahead) :]
        self._ask(goal, question, [*ahead, *listed_sentences(OCCASIONS[goal]), *rest], chosen=first is not None)

    def _ask_back(self) -> None:
        if self.desk.claim.open_claim is not None:
            self._grounds = {}
            question = self.tr("سند با چه چیزی به رسیدگی بازمی‌گردد؟")
            self._ask(ClaimState.IN_REVIEW, question, listed_sentences("take_back"), chosen=False)

    def _ask(self, goal: ClaimState, question: str, sentences: list[str] | tuple[str, ...], *, chosen: bool) -> None:
        self._goal = goal
        self.desk.show_bill()
        self.card.ask(question, sentences, chosen=chosen)
        self._fit()

    def _on_reason(self, reason: str) -> None:
        open_claim, goal, ground = self.desk.claim.open_claim, self._goal, self._grounds.get(reason)
        if open_claim is None or goal is None:
            return
        self._leave()
        if goal is ClaimState.IN_REVIEW:
            self.desk.work.take(open_claim.id, lambda review, now: review.take_back(now, reason), self._on_back)
            return
        rule, line = (None, None) if ground is None else (ground.rule, ground.line)
        self.desk.work.take(
            open_claim.id,
            lambda review, now: review.send_away(now, goal, reason, rule=rule, line=line),
            self._on_away,
        )

    def _on_away(self, open_claim: OpenClaim) -> None:
        said = self.tr("سند به مرکز برگشت داده شد.")
        if open_claim.state is ClaimState.REFERRED:
            said = self.tr("سند به اداره نظارت ارجاع شد.")
        self.desk.notices.say(said)
        self.desk.queue.go(1)

    def _on_back(self, _open_claim: OpenClaim) -> None:
        self.desk.notices.say(self.tr("سند به رسیدگی بازگشت."), Tone.DONE)

    def _leave(self) -> None:
        self.card.hide()
        self._fit()
        self.desk.claim.take_focus()

    def _under_keys(self) -> Ground | None:
        """Return the finding or remark on which the keys of the "why" pane stand."""
        card = self.desk.why.findings.current_remark
        return self.desk.why.findings.current if card is None else card.remark

    def _asked(self, open_claim: OpenClaim) -> Iterator[Ground]:
        """Yield what the rules ask for, and what they leave to a person, on the selected line and the whole claim."""
        places = {None, self.desk.why.line_no}
        for finding in open_claim.result.findings:
            if finding.effect in ASKING and finding.line in places:
                yield finding
        for remark in open_claim.result.remarks:
            if remark.line in places:
                yield remark

    def _why_away(self, open_claim: OpenClaim, word: Decision) -> str:
        author = open_claim.authors.get(word.author)
        text = self.tr("{name}، {moment}: {reason}")
        name = author.full_name if author is not None else ""
        return sentence(text.format(name=name, moment=local_moment(word.at), reason=word.reason or ""))


def _text(ground: Ground) -> str:
    """Return what a finding or remark says, with its clause."""
    said = ground.message if isinstance(ground, Finding) else ground.wording
    return f"{said} ({ground.clause})"
