"""How a claim is laid on the desk: read from the store, answered, assessed with its patient's other claims, settled."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, PastService, Submission, code_in_history
from app.domain.coded_fields import with_answers
from app.domain.facts import NO_FACTS, Facts, FactValue
from app.domain.money import Rial
from app.domain.office import OPEN_STATES, Decision, DecisionKind, OfficeClaim, SignedSheet
from app.domain.reference import Reference
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

    @property
    def claim(self) -> Claim:
        """The claim that is assessed, with the answers given so far."""
        return self.claims[self.place]

    def result(
        self, set_aside: frozenset[tuple[str, int | None]] = frozenset(), further: tuple[PastService, ...] = ()
    ) -> ClaimResult:
        """Return what the engine says; `further` are services that the history does not hold."""
        round_ = AuditRound(
            self.auditor,
            self.submission,
            self.claims,
            history_of=lambda _patient: (*self.history, *further),
            surroundings=self.surroundings,
            waivers={self.claim.id: set_aside},
        )
        return round_.result(self.place)

    def with_answers(self, answers: Mapping[int | None, Facts]) -> "_Assessment":
        """Return the same question about the claim with further answers laid over it."""
        claims = [*self.claims[: self.place], with_answers(self.claim, answers), *self.claims[self.place + 1 :]]
        return replace(self, claims=claims)

    def settle(self, decisions: tuple[Decision, ...], initials: Mapping[int, str]) -> Settlement:
        """Return what stands when people's decisions are laid beside the result."""
        result = self.result()
        set_aside = waivers(result, decisions)
        return settle(result, self.result(set_aside) if set_aside else result, decisions, initials)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A claim read from the store with all that was said of it, ready to be assessed."""

    office_claim: OfficeClaim
    assessment: _Assessment
    decisions: tuple[Decision, ...]
    sheets: tuple[SignedSheet, ...]


class ClaimOpening:
    """Opens claims of an office; safe to use from several threads.

    A closed claim stays as it was signed: it is assessed with the packs, the answers and the history of that moment.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._loaded: dict[int, _LoadedSubmission] = {}
        self._surroundings: dict[tuple[int, int, Auditor], Surroundings] = {}
        self._lock = threading.Lock()

    def open(self, view: View, claim_id: int) -> OpenClaim:
        """Return a claim as it lies on the desk."""
        laid = self._lay(view, claim_id)
        office_claim, assessment = laid.office_claim, laid.assessment
        claim = assessment.claim
        authors = {user.id: user for user in view.users.list()}
        settlement = assessment.settle(laid.decisions, {user.id: user.initials for user in authors.values()})
        return OpenClaim(
            id=claim_id,
            submission=assessment.submission,
            claim=claim,
            state=office_claim.state,
            submission_id=office_claim.submission_id,
            version=office_claim.version,
            settlement=settlement,
            questions=questions_of(settlement.open_queries, self._office.dictionary),
            decisions=laid.decisions,
            authors=authors,
            history=tuple(sorted((*claim.history, *assessment.history), key=lambda row: row.day)),
            titles=_titles(assessment.auditor.reference, assessment.submission, claim),
            rulebook=self._office.rulebook,
            signed_sheets=len(laid.sheets),
            overtaken_by=self._overtaken_by(view, laid, settlement),
        )

    def result_with(self, view: View, claim_id: int, answers: Mapping[int | None, Facts]) -> ClaimResult:
        """Return what the engine would say of a claim if these answers were given too; nothing is stored."""
        return self._lay(view, claim_id).assessment.with_answers(answers).result()

    def _lay(self, view: View, claim_id: int) -> _Laid:
        dictionary = self._office.dictionary
        office_claim = view.claims.get(claim_id, dictionary)
        loaded = self._load(view, office_claim.submission_id)
        patient_id = office_claim.claim.patient.id
        family = loaded.of_patient(patient_id)
        place = next(number for number, member in enumerate(family) if member.id == claim_id)
        sheets = view.sheets.of_claim(claim_id)
        closed = bool(sheets) and office_claim.state not in OPEN_STATES
        known_at = view.sheets.place_in_trail(sheets[-1].id) if closed else None
        auditor = self._office.auditor_of(view, known_at=known_at)
        decisions = {member.id: view.decisions.of_claim(member.id, known_at=known_at) for member in family}
        shared = shared_answers(view, office_claim.submission_id, dictionary, known_at=known_at)
        assessment = _Assessment(
            auditor,
            loaded.submission,
            shared.around(self._around(view, office_claim.submission_id, loaded, auditor, known_at)),
            [with_answers(member.claim, answers_of(decisions[member.id], shared.facts)) for member in family],
            place,
            view.claims.history_of(
                patient_id, dictionary, outside_submission=office_claim.submission_id, known_at=known_at
            ),
        )
        return _Laid(office_claim, assessment, decisions[claim_id], sheets)

    def _overtaken_by(self, view: View, laid: _Laid, settlement: Settlement) -> tuple[str, ...]:
        """Return the settled claims of later days whose amounts would be others, had this open claim come first.

        They stay as they were signed; a person has to know of them before this claim is paid as well.
        """
        claim, day = laid.assessment.claim, laid.assessment.claim.service_day
        if day is None or laid.office_claim.state not in OPEN_STATES:
            return ()
        paid = tuple(_paid_services(claim, laid.assessment.submission, settlement))
        later = view.claims.settled_after(claim.patient.id, day, outside_submission=laid.office_claim.submission_id)
        found = (self._lay(view, claim_id).assessment for claim_id in later) if paid else ()
        return tuple(
            other.claim.id for other in found if _amounts(other.result()) != _amounts(other.result(further=paid))
        )

    def _load(self, view: View, submission_id: int) -> _LoadedSubmission:
        with self._lock:
            if submission_id not in self._loaded:
                dictionary = self._office.dictionary
                claims = tuple(view.claims.of_submission(submission_id, dictionary))
                submission = view.submissions.get(submission_id, dictionary).submission
                _make_room(self._loaded)
                self._loaded[submission_id] = _LoadedSubmission(submission, claims)
            return self._loaded[submission_id]

    def _around(
        self, view: View, submission_id: int, loaded: _LoadedSubmission, auditor: Auditor, known_at: int | None
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


def _make_room(cache: dict[Any, Any]) -> None:
    """Let go of what was loaded first, so that one more fits."""
    while len(cache) >= LOADED_SUBMISSIONS:
        cache.pop(next(iter(cache)))


def _titles(reference: Reference, submission: Submission, claim: Claim) -> Mapping[int, str]:
    """Return what each line is called: as the centre wrote it, else as the reference packs name the code."""
    day, titles = claim.service_day or submission.month.first_day, {}
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


def _paid_services(claim: Claim, submission: Submission, settlement: Settlement) -> Iterator[PastService]:
    """Yield the lines of which something is approved, as other claims of the patient will find them in the history."""
    for line in claim.lines:
        day = line.day or claim.service_day
        paid = settlement.line(line.no).kept_units
        code = code_in_history(line, line.facts)
        if code and day and paid:
            facts = {**claim.facts, **line.facts}
            yield PastService(day, code, paid, submission.provider.id, facts)


def _amounts(result: ClaimResult) -> tuple[Rial, ...]:
    return tuple(line.approved for line in result.lines)
