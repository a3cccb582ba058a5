"""How a claim is laid on the desk: read from the store, answered, assessed with its patient's other claims, settled."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, PastService, Submission
from app.domain.coded_fields import with_answers
from app.domain.facts import NO_FACTS, Facts, FactValue
from app.domain.office import OPEN_STATES, Decision, DecisionKind, OfficeClaim
from app.domain.settlement import Settlement, settle, waivers
from app.rules.case import Surroundings
from app.services.audit import Auditor, AuditRound
from app.services.office import Office
from app.services.open_claim import OpenClaim, questions_of
from app.services.surroundings import office_surroundings, shared_answers
from app.store.transactions import OfficeChange, OfficeView

LOADED_SUBMISSIONS = 4

View = OfficeView | OfficeChange


@dataclass(frozen=True, slots=True)
class _LoadedSubmission:
    """A submission with its claims as they were imported; these never change, so they are read once."""

    submission: Submission
    claims: tuple[OfficeClaim, ...]
    surroundings: Surroundings

    def of_patient(self, patient_id: str) -> tuple[OfficeClaim, ...]:
        """Return the claims of one patient in the order of the file."""
        return tuple(claim for claim in self.claims if claim.claim.patient.id == patient_id)


@dataclass(frozen=True, slots=True)
class _Assessment:
    """What is needed to ask the engine about one claim, with and without findings that people set aside."""

    auditor: Auditor
    submission: Submission
    surroundings: Surroundings
    claims: Sequence[Claim]
    place: int
    history: tuple[PastService, ...]

    def result(self, set_aside: frozenset[tuple[str, int | None]] = frozenset()) -> ClaimResult:
        """Return what the engine says."""
        round_ = AuditRound(
            self.auditor,
            self.submission,
            self.claims,
            history_of=lambda _patient: self.history,
            surroundings=self.surroundings,
            waivers={self.claims[self.place].id: set_aside},
        )
        return round_.result(self.place)

    def settle(self, decisions: tuple[Decision, ...], initials: Mapping[int, str]) -> Settlement:
        """Return what stands when people's decisions are laid beside the result."""
        result = self.result()
        set_aside = waivers(result, decisions)
        return settle(result, self.result(set_aside) if set_aside else result, decisions, initials)


class ClaimOpening:
    """Opens claims of an office; safe to use from several threads."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._loaded: dict[int, _LoadedSubmission] = {}
        self._lock = threading.Lock()

    def open(self, view: View, claim_id: int) -> OpenClaim:
        """Return a claim as it lies on the desk."""
        dictionary = self._office.dictionary
        office_claim = view.claims.get(claim_id, dictionary)
        loaded = self._load(view, office_claim.submission_id)
        family = loaded.of_patient(office_claim.claim.patient.id)
        place = next(number for number, member in enumerate(family) if member.id == claim_id)
        decisions = {member.id: view.decisions.of_claim(member.id) for member in family}
        sheets = view.sheets.of_claim(claim_id)
        closed_at = sheets[-1].signed_at if sheets and office_claim.state not in OPEN_STATES else None
        shared = shared_answers(view, office_claim.submission_id, dictionary, until=closed_at)
        claims = [with_answers(member.claim, answers_of(decisions[member.id], shared.facts)) for member in family]
        history = view.claims.history_of(
            office_claim.claim.patient.id, dictionary, outside_submission=office_claim.submission_id
        )
        authors = {user.id: user for user in view.users.list()}
        around = shared.around(loaded.surroundings)
        auditor = self._office.auditor_of(closed_at)
        assessment = _Assessment(auditor, loaded.submission, around, claims, place, history)
        settlement = assessment.settle(decisions[claim_id], {user.id: user.initials for user in authors.values()})
        return OpenClaim(
            id=claim_id,
            submission=loaded.submission,
            claim=claims[place],
            state=office_claim.state,
            submission_id=office_claim.submission_id,
            version=office_claim.version,
            settlement=settlement,
            questions=questions_of(settlement.open_queries, dictionary),
            decisions=decisions[claim_id],
            authors=authors,
            history=tuple(sorted((*claims[place].history, *history), key=lambda row: row.day)),
            titles=self._titles(loaded.submission, claims[place]),
            rulebook=self._office.rulebook,
            signed_sheets=len(sheets),
        )

    def _load(self, view: View, submission_id: int) -> _LoadedSubmission:
        with self._lock:
            if submission_id not in self._loaded:
                dictionary = self._office.dictionary
                claims = tuple(view.claims.of_submission(submission_id, dictionary))
                submission = view.submissions.get(submission_id, dictionary).submission
                while len(self._loaded) >= LOADED_SUBMISSIONS:
                    self._loaded.pop(next(iter(self._loaded)))
                surroundings = office_surroundings(
                    view, self._office.auditor, submission_id, submission, (c.claim for c in claims)
                )
                self._loaded[submission_id] = _LoadedSubmission(submission, claims, surroundings)
            return self._loaded[submission_id]

    def _titles(self, submission: Submission, claim: Claim) -> Mapping[int, str]:
        """Return what each line is called: as the centre wrote it, else as the reference packs name the code."""
        reference, day = self._office.auditor.reference, claim.service_day or submission.month.first_day
        titles = {}
        for line in claim.lines:
            service = reference.service(line.code, line.day or day) if line.code else None
            titles[line.no] = line.title or (service.title if service else "")
        return titles


def answers_of(decisions: Iterable[Decision], shared: Facts = NO_FACTS) -> dict[int | None, Facts]:
    """Return the answers that hold, by line (None: the claim); a later answer stands in place of an earlier one.

    `shared` are those given on other claims of the submission.
    """
    answers: dict[int | None, dict[str, FactValue]] = {None: dict(shared)}
    for decision in decisions:
        entered = decision.kind is DecisionKind.ENTER_FACT and not decision.undone
        if entered and decision.fact and decision.value is not None:
            answers.setdefault(decision.line, {})[decision.fact] = decision.value
    return dict(answers)
