"""A claim as it lies on the desk: everything the screens show of it, as one immutable value.

The bill, the "why" pane, the answers strip and the sheet are all drawn from this value, so that they agree to the rial.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, Line, PastService, Patient, Submission
from app.domain.claim_versions import EarlierVersion, answer_to, signed_before
from app.domain.coded_fields import CODED_FIELDS
from app.domain.facts import FactDefinition, FactDictionary, FactValue
from app.domain.findings import Finding, Pen
from app.domain.inquiries import Inquired
from app.domain.office import (
    AWAY_STATES,
    OPEN_STATES,
    ClaimState,
    Decision,
    DecisionKind,
    Role,
    SignedSheet,
    User,
    Voided,
)
from app.domain.office_records import Objection, Presence
from app.domain.request_status import RequestStatus
from app.domain.rights import Action, refusal
from app.domain.rulebook import Rulebook
from app.domain.settlement import Settlement

ABOUT_THE_CLAIM = frozenset({DecisionKind.RETURN, DecisionKind.REFER, DecisionKind.ENDORSE, DecisionKind.SEND_BACK})
"""The words that send a claim on its way; each is followed by another one, not undone."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to answer: a fact (or coded field) of the claim or of a line that findings wait for.

    `definition` is None where a document or a figure is missing (`needs` names it); such a question is settled by
    deciding the line, not by an answer. `told` says that the fact is recorded: what is recorded is the trouble.
    """

    name: str
    line: int | None
    definition: FactDefinition | None
    findings: tuple[Finding, ...]
    needs: str | None = None
    told: bool = False

    @property
    def good(self) -> FactValue | None:
        """The answer of a faultless document, None where there is no such thing."""
        return self.definition.good if self.definition else None

    @property
    def has_good_answer(self) -> bool:
        """Tell whether "all in order" answers it; what is known to be wrong needs a word of its own."""
        return self.good is not None and not self.told


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """One claim with its result, its decisions and what surrounds it; `id` is its number in the store.

    `overtaken_by` are the numbers of claims of later days that were settled before this one and whose amounts would be
    others if this one had come first; `signed_otherwise` the labels of the submission's facts with another answer of
    which some of its claims were signed. All these stay as they were signed. `held` says why the person at this desk
    may only read a claim that still takes words, and `elsewhere` is the other desk on which it lies. What was signed
    counts: `by_todays_rules` is what the program's present rules would leave instead, None where they leave the same.
    `earlier` are the versions of before, the first one first; `objections` all that the centre ever made to the claim.
    `inquired` is what an inquiry about the patient's cover on the day gives it; `request` how far a reimbursement
    request has come, None for other claims. `filed` is the insured person as the file knows him, without answers.
    """

    id: int
    submission: Submission
    claim: Claim
    state: ClaimState
    settlement: Settlement
    questions: tuple[Question, ...]
    decisions: tuple[Decision, ...]
    authors: Mapping[int, User]
    history: tuple[PastService, ...]
    titles: Mapping[int, str]
    rulebook: Rulebook
    submission_id: int = 0
    version: int = 1
    sheets: tuple[SignedSheet, ...] = ()
    overtaken_by: tuple[str, ...] = ()
    signed_otherwise: tuple[str, ...] = ()
    held: str | None = None
    elsewhere: Presence | None = None
    by_todays_rules: Settlement | None = None
    earlier: tuple[EarlierVersion, ...] = ()
    objections: tuple[Objection, ...] = ()
    inquired: Inquired | None = None
    request: RequestStatus | None = None
    filed: Patient | None = None

    @property
    def result(self) -> ClaimResult:
        """What the engine says with the answers given so far."""
        return self.settlement.result

    @property
    def editable(self) -> bool:
        """Tell whether answers and overrides are still taken."""
        return self.state in OPEN_STATES and self.held is None

    @property
    def may_be_signed(self) -> bool:
        """Tell whether nothing is open any more: no question, no stale decision, no objection without an answer."""
        is_open = self.settlement.open_queries or self.settlement.stale or self.unanswered
        return self.editable and not is_open

    def seen_by(self, user: User) -> "OpenClaim":
        """Return the claim as it lies on a person's desk, who is told why they may only read it.

        That is who does not review, and after an objection who signed an earlier version.
        """
        own = signed_before(user.id, self.sheets, self.version)
        right = Action.REVIEW_OBJECTION if own else Action.REVIEW
        return replace(self, held=refusal(right, user.roles, own=own) or self.held)

    @property
    def objected(self) -> tuple[Objection, ...]:
        """The objections with which this version is concerned: those that it answers, or that wait to be heard."""
        against = self.version if self.state is ClaimState.OBJECTED else self.version - 1
        return tuple(objection for objection in self.objections if objection.version == against)

    def answer_to(self, objection: Objection) -> Decision | None:
        """Return the word that answers an objection, None while it waits for one."""
        return answer_to(objection, self.decisions, self.result)

    @property
    def unanswered(self) -> tuple[Objection, ...]:
        """The objections that this version has to answer before it may be signed, and has not answered yet."""
        if self.state not in OPEN_STATES:
            return ()
        return tuple(objection for objection in self.objected if self.answer_to(objection) is None)

    def line(self, no: int) -> Line:
        """Return a claimed line by its number; raises KeyError."""
        for line in self.claim.lines:
            if line.no == no:
                return line
        raise KeyError(no)

    def answers(self) -> tuple[Decision, ...]:
        """Return the facts that people entered and that still hold, latest last."""
        return tuple(d for d in self.decisions if d.kind is DecisionKind.ENTER_FACT and not d.undone)

    @property
    def last_decision(self) -> Decision | None:
        """The latest decision of this version that its reviewer can still undo.

        The accountant's words are answered, not undone, and so are those of an earlier version.
        """
        before = max((sheet.signed_at for sheet in self.sheets if sheet.version < self.version), default="")
        words = (word for word in reversed(self.decisions) if word.kind not in ABOUT_THE_CLAIM and word.at > before)
        return next((word for word in words if not word.undone and word.pen is Pen.GREEN), None)

    @property
    def reviewers_sheet(self) -> SignedSheet | None:
        """The latest sheet of this version that a reviewer signed, whether it still holds or not."""
        signed = (s for s in reversed(self.sheets) if s.version == self.version and s.role is Role.REVIEWER)
        return next(signed, None)

    @property
    def voided(self) -> Voided | None:
        """Since when, by whose doing and why what was signed of this version holds no longer, until it is anew."""
        return self.reviewers_sheet.voided if self.reviewers_sheet else None

    @property
    def corrections(self) -> tuple[Decision, ...]:
        """What accountants have corrected since the claim was signed, and nobody took back.

        The first of these voided the signature, so that it bears the same time.
        """
        if self.voided is None:
            return ()
        at = self.voided.at
        red = [word for word in self.decisions if word.pen is Pen.RED and word.kind is DecisionKind.SET_AMOUNT]
        first = next((word.id for word in red if word.at == at), None)
        return tuple(word for word in red if first is not None and word.id >= first and not word.undone)

    @property
    def sent_back(self) -> Decision | None:
        """The latest note with which the claim came back into review, until its reviewer signs again."""
        return self.notes[-1] if self.notes else None

    @property
    def notes(self) -> tuple[Decision, ...]:
        """The notes with which the claim came back into review since it was signed last, the first one first."""
        if self.state not in OPEN_STATES:
            return ()
        signed_at = max((sheet.signed_at for sheet in self.sheets), default="")
        return tuple(word for word in self.decisions if word.kind is DecisionKind.SEND_BACK and word.at >= signed_at)

    @property
    def sent_away(self) -> Decision | None:
        """The word by which the claim went to the centre or to the supervision office, while it is there."""
        if self.state not in AWAY_STATES:
            return None
        kinds = {DecisionKind.RETURN, DecisionKind.REFER}
        return next((word for word in reversed(self.decisions) if word.kind in kinds), None)


def questions_of(
    queries: Iterable[Finding], dictionary: FactDictionary, submission: Submission, claim: Claim
) -> tuple[Question, ...]:
    """Return what is to be answered, one question for each fact and place, in the order of the findings."""
    waiting: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in queries:
        for name in finding.facts or (finding.rule,):
            definition = CODED_FIELDS.get(name) or dictionary.get(name)
            place = finding.line if definition is None or definition.scope.value == "line" else None
            waiting.setdefault((name, place), []).append(finding)
    return tuple(
        Question(
            name=name,
            line=line,
            definition=CODED_FIELDS.get(name) or dictionary.get(name),
            findings=tuple(findings),
            needs=next((finding.needs for finding in findings if finding.needs), None),
            told=_is_told(submission, claim, name, line),
        )
        for (name, line), findings in waiting.items()
    )


def _is_told(submission: Submission, claim: Claim, name: str, line: int | None) -> bool:
    if line is not None:
        return any(one.no == line and name in one.facts for one in claim.lines)
    return name in claim.facts or name in submission.facts
