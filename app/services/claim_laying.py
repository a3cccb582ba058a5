"""A claim as it is read from the store to be assessed: answered, with its patient's other claims and what was paid.

A closed claim is laid as its signing knew it: with the packs, the answers, the files and the history of that moment.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, PastService, Submission
from app.domain.coded_fields import with_answers
from app.domain.facts import NO_FACTS, Facts, FactValue
from app.domain.findings import Pen
from app.domain.inquiries import Inquired
from app.domain.office import AWAY_STATES, OPEN_STATES, Decision, DecisionKind, OfficeClaim, Role, SignedSheet
from app.domain.settlement import Settlement, settle, waivers
from app.rules.around import Surroundings
from app.rules.case import Case
from app.rules.registry import Phase
from app.services.audit import Auditor, AuditRound
from app.services.inquired import by_inquiry
from app.services.office import Office
from app.services.surroundings import SharedAnswers, View, office_surroundings, shared_answers

LOADED_SUBMISSIONS = 4
AFTER_THE_REVIEW = frozenset({DecisionKind.ENDORSE, DecisionKind.SEND_BACK})


@dataclass(frozen=True, slots=True)
class LoadedSubmission:
    """A submission with its claims as they were imported; these never change, so they are read once.

    What does change of a claim, its state and version, is that of the moment at which it was read.
    """

    submission: Submission
    claims: tuple[OfficeClaim, ...]

    def claim(self, claim_id: int) -> OfficeClaim:
        """Return a claim by its number in the office."""
        return next(claim for claim in self.claims if claim.id == claim_id)

    def of_patient(self, patient_id: str) -> tuple[OfficeClaim, ...]:
        """Return the claims of one patient in the order of the file."""
        return tuple(claim for claim in self.claims if claim.claim.patient.id == patient_id)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is needed to ask the engine about one claim, with and without findings that people set aside.

    `claims` are all claims of the patient in the submission, `paid` what was paid on the settled ones, by their places.
    """

    auditor: Auditor
    submission: Submission
    surroundings: Surroundings
    claims: Sequence[Claim]
    paid: Mapping[int, tuple[PastService, ...]]
    place: int
    history: tuple[PastService, ...]

    @property
    def claim(self) -> Claim:
        """The claim that is assessed, with the answers given so far."""
        return self.claims[self.place]

    def result(self, set_aside: frozenset[tuple[str, int | None]] = frozenset()) -> ClaimResult:
        """Return what the engine says."""
        return self._round(set_aside).result(self.place)

    def as_submitted(self) -> Case:
        """Return the claim as rules see it before the first of them has run."""
        return self._round().as_submitted(self.place)

    def judged_alone(self, *, until: Phase, set_aside: frozenset[tuple[str, int | None]] = frozenset()) -> Case:
        """Return the claim as rules see it after a phase, judged without a look at the patient's other claims."""
        return self._round(set_aside).judged_alone(self.place, until=until)

    def _round(self, set_aside: frozenset[tuple[str, int | None]] = frozenset()) -> AuditRound:
        return AuditRound(
            self.auditor,
            self.submission,
            self.claims,
            history_of=lambda _patient: self.history,
            surroundings=self.surroundings,
            waivers={self.claim.id: set_aside},
            paid=self.paid,
        )

    def with_answers(self, answers: Mapping[int | None, Facts]) -> "Assessment":
        """Return the same question about the claim with further answers laid over it."""
        return replace(self, claims=_with(self.claims, self.place, with_answers(self.claim, answers)))

    def with_history(self, further: tuple[PastService, ...]) -> "Assessment":
        """Return the same question with services that the history does not hold."""
        return replace(self, history=(*self.history, *further))

    def with_sibling(self, sibling: Claim, paid: tuple[PastService, ...]) -> "Assessment":
        """Return the same question where another claim of the submission says this, and so much of it is paid."""
        place = next(number for number, member in enumerate(self.claims) if member.id == sibling.id)
        return replace(self, claims=_with(self.claims, place, sibling), paid={**self.paid, place: paid})

    def settle(self, decisions: tuple[Decision, ...], initials: Mapping[int, str]) -> Settlement:
        """Return what stands when people's decisions are laid beside the result."""
        result = self.result()
        set_aside = waivers(result, decisions)
        revised = self.result(set_aside) if set_aside else result
        return settle(result, revised, decisions, initials, self.auditor.engine.rulebook)


@dataclass(frozen=True, slots=True)
class _Member:
    """A claim of the patient in the submission with its answers and what an inquiry about cover gives it.

    `paid` is what the sheet of a settled one pays.
    """

    claim: Claim
    inquired: Inquired | None = None
    paid: tuple[PastService, ...] | None = None


@dataclass(frozen=True, slots=True)
class LaidClaim:
    """A claim read from the store with all that was said of it, ready to be assessed.

    `settled_siblings` are the patient's settled claims in the same submission, by their numbers in the office;
    `inquired` is what an inquiry about cover gives the claim.
    """

    office_claim: OfficeClaim
    assessment: Assessment
    decisions: tuple[Decision, ...]
    sheets: tuple[SignedSheet, ...]
    settled_siblings: tuple[int, ...]
    inquired: Inquired | None = None


class ClaimLaying:
    """Lays claims of an office ready; safe to use from several threads."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._loaded: dict[int, LoadedSubmission] = {}
        self._surroundings: dict[tuple[int, int, Auditor], Surroundings] = {}
        self._lock = threading.Lock()

    def lay(self, view: View, claim_id: int) -> LaidClaim:
        """Return a claim ready to be assessed: an open one as everything stands now, a closed one as it was signed."""
        standing = view.claims.standing(claim_id)
        submission_id = standing.submission_id
        loaded = self._load(view, submission_id)
        office_claim = replace(loaded.claim(claim_id), state=standing.state, version=standing.version)
        patient_id = office_claim.claim.patient.id
        sheets = view.sheets.of_claim(claim_id)
        reviewed = [sheet for sheet in sheets if sheet.role is Role.REVIEWER]
        closed = bool(reviewed) and office_claim.state not in OPEN_STATES | AWAY_STATES
        known_at = view.sheets.place_in_trail(reviewed[-1].id) if closed else None
        auditor = self._office.auditor_of(view, known_at=known_at)
        shared = shared_answers(view, submission_id, self._office.dictionary, known_at=known_at)
        decisions = _said_of(view, claim_id, known_at)
        family = loaded.of_patient(patient_id)
        place = next(number for number, member in enumerate(family) if member.id == claim_id)
        submission = loaded.submission
        answered = with_answers(office_claim.claim, _answers_of(decisions, shared.facts))
        itself = _Member(*by_inquiry(view, submission, answered, known_at=known_at))
        members = [
            itself if number == place else self._sibling(view, submission, member, known_at, shared)
            for number, member in enumerate(family)
        ]
        assessment = Assessment(
            auditor,
            submission,
            shared.around(self._around(view, submission_id, loaded, auditor, known_at)),
            [member.claim for member in members],
            {number: member.paid for number, member in enumerate(members) if member.paid is not None},
            place,
            view.claims.history_of(
                patient_id, self._office.dictionary, outside_submission=submission_id, known_at=known_at
            ),
        )
        settled = tuple(family[number].id for number in assessment.paid)
        return LaidClaim(office_claim, assessment, decisions, sheets, settled, itself.inquired)

    def _sibling(
        self, view: View, submission: Submission, sibling: OfficeClaim, known_at: int | None, shared: SharedAnswers
    ) -> _Member:
        """Return another claim of the patient; a settled one with the answers that its own signing knew."""
        sheet = view.sheets.settling(sibling.id, known_at=known_at)
        paid = None
        if sheet is not None:
            paid = view.claims.paid_on(sibling.id, self._office.dictionary, known_at=known_at)
            known_at = view.sheets.place_in_trail(sheet)
            shared = shared_answers(view, sibling.submission_id, self._office.dictionary, known_at=known_at)
        decisions = view.decisions.of_claim(sibling.id, known_at=known_at)
        answered = with_answers(sibling.claim, _answers_of(decisions, shared.facts))
        return _Member(*by_inquiry(view, submission, answered, known_at=known_at), paid)

    def _load(self, view: View, submission_id: int) -> LoadedSubmission:
        with self._lock:
            if submission_id not in self._loaded:
                dictionary = self._office.dictionary
                claims = tuple(view.claims.of_submission(submission_id, dictionary))
                submission = view.submissions.get(submission_id, dictionary).submission
                _make_room(self._loaded)
                self._loaded[submission_id] = LoadedSubmission(submission, claims)
            return self._loaded[submission_id]

    def _around(
        self, view: View, submission_id: int, loaded: LoadedSubmission, auditor: Auditor, known_at: int | None
    ) -> Surroundings:
        """Return what surrounds the claims of a submission; found anew once packs or submissions have come in."""
        newest = view.submissions.newest(known_at=known_at)
        key = submission_id, newest, auditor
        with self._lock:
            if key not in self._surroundings:
                _make_room(self._surroundings)
                claims = (office_claim.claim for office_claim in loaded.claims)
                self._surroundings[key] = office_surroundings(
                    view, auditor, submission_id, loaded.submission, claims, newest=newest
                )
            return self._surroundings[key]


def _said_of(view: View, claim_id: int, known_at: int | None) -> tuple[Decision, ...]:
    """Return what was said of a claim: what its reviewer's signature knew, and what belongs to the passes after it."""
    known = view.decisions.of_claim(claim_id, known_at=known_at)
    if known_at is None:
        return known
    numbers = {decision.id for decision in known}
    later = (decision for decision in view.decisions.of_claim(claim_id) if decision.id not in numbers)
    return (*known, *(word for word in later if word.pen is Pen.RED or word.kind in AFTER_THE_REVIEW))


def _with(claims: Sequence[Claim], place: int, claim: Claim) -> list[Claim]:
    return [*claims[:place], claim, *claims[place + 1 :]]


def _make_room(cache: dict[Any, Any]) -> None:
    """Let go of what was loaded first, so that one more fits."""
    while len(cache) >= LOADED_SUBMISSIONS:
        cache.pop(next(iter(cache)))


def _answers_of(decisions: Iterable[Decision], shared: Facts = NO_FACTS) -> dict[int | None, Facts]:
    """Return the answers that hold, by line (None: the claim); a later answer stands in place of an earlier one.

    `shared` are those given on other claims of the submission.
    """
    answers: dict[int | None, dict[str, FactValue]] = {None: dict(shared)}
    for decision in decisions:
        entered = decision.kind is DecisionKind.ENTER_FACT and not decision.undone
        if entered and decision.fact and decision.value is not None:
            answers.setdefault(decision.line, {})[decision.fact] = decision.value
    return dict(answers)
