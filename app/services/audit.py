"""Audit of whole claim files and of single claims: gives the engine each claim with its history and surroundings."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, ClaimFile, ClaimKind, PastService, Submission, code_in_history
from app.domain.facts import FactDictionary
from app.domain.reference import Reference
from app.domain.rulebook import Rulebook
from app.rules.areas import AREAS
from app.rules.around import Peers, PeerSearch, Sibling, SiblingSearch, Surroundings, no_siblings
from app.rules.case import Case
from app.rules.engine import NO_WAIVERS, Engine
from app.rules.persons import absent_residents
from app.rules.registry import Phase
from app.services.anesthesias import anesthesia_search

FOREIGN_STAMP = "other_provider_stamp"
"""The fact whose repetition within a centre goes to the supervision office (GEN-08r)."""

HistoryOf = Callable[[str], tuple[PastService, ...]]
Waivers = Mapping[str, frozenset[tuple[str, int | None]]]


def no_history(_patient: str) -> tuple[PastService, ...]:
    """Return nothing: what is known of a patient where there is no office."""
    return ()


class Auditor:
    """The engine with the reference data of an office, or of the packs named on the command line."""

    areas = AREAS

    def __init__(self, reference: Reference, rulebook: Rulebook, dictionary: FactDictionary) -> None:
        self.reference = reference
        self.dictionary = dictionary
        self.engine = Engine(rulebook, dictionary)

    def audit(
        self, claim_file: ClaimFile, *, history_of: HistoryOf = no_history, asking: bool = True
    ) -> tuple[ClaimResult, ...]:
        """Return the results of all claims of a file, in its order."""
        round_ = AuditRound(self, claim_file.submission, claim_file.claims, history_of=history_of, asking=asking)
        return tuple(round_.result(number) for number in range(len(claim_file.claims)))

    def peers_of(self, submission: Submission, claims: Iterable[Claim]) -> PeerSearch:
        """Return the search for a submission's claims of some kinds, each judged by itself, once for the same kinds."""
        all_claims = tuple(claims)

        @cache
        def peers(kinds: frozenset[ClaimKind]) -> Peers:
            found = tuple(claim for claim in all_claims if claim.kind in kinds)
            round_ = AuditRound(self, submission, found, surroundings=surroundings_of(all_claims))
            return Peers(tuple(round_.judged_alone(number, until=Phase.QUANTITY) for number in range(len(found))))

        return peers


class AuditRound:
    """One look at the claims of a submission; each is assessed once, after the earlier claims of its patient.

    Earlier is by service day, then by the order of the file, so that the order of import changes no amount. `paid` is
    what the office has paid on claims of the round that are settled, by their places: these are not asked about again.
    """

    def __init__(
        self,
        auditor: Auditor,
        submission: Submission,
        claims: Sequence[Claim],
        *,
        history_of: HistoryOf = no_history,
        surroundings: Surroundings | None = None,
        waivers: Waivers | None = None,
        paid: Mapping[int, tuple[PastService, ...]] | None = None,
        asking: bool = True,
    ) -> None:
        self._auditor = auditor
        self._submission = submission
        self._claims = claims
        self._history_of = history_of
        self._waivers = waivers or {}
        self._asking = asking
        self._surroundings = surroundings or replace(
            surroundings_of(claims),
            peers=auditor.peers_of(submission, claims),
            anesthesias=anesthesia_search(auditor, submission, claims),
        )
        self._results: dict[int, ClaimResult] = {}
        self._settled = paid or {}
        self._paid = dict(self._settled)
        self._alone: dict[tuple[int, Phase], Case] = {}
        self._by_patient: dict[str, list[int]] = {}
        for number, claim in enumerate(claims):
            self._by_patient.setdefault(claim.patient.id, []).append(number)
        for numbers in self._by_patient.values():
            numbers.sort(key=self._place)

    def result(self, number: int) -> ClaimResult:
        """Return the result of the claim at this place of the file."""
        if number not in self._results:
            self._assess(number)
        return self._results[number]

    def _assess(self, number: int) -> None:
        case = self._case(number, self._history(number, self._paid_by), partial(self._siblings, number))
        self._results[number] = self._auditor.engine.assess(case, waived=self._waived(number), asking=self._asking)
        self._paid.setdefault(number, self._paid_lines(case))

    def _paid_by(self, number: int) -> tuple[PastService, ...]:
        if number not in self._paid:
            self.result(number)
        return self._paid[number]

    def _siblings(self, number: int, kinds: Collection[ClaimKind]) -> tuple[Sibling, ...]:
        others = (other for other in self._by_patient[self._claims[number].patient.id] if other != number)
        return tuple(
            Sibling(self.judged_alone(other), earlier=self._place(other) < self._place(number))
            for other in others
            if self._claims[other].kind in kinds
        )

    def as_submitted(self, number: int) -> Case:
        """Return a claim in its surroundings on which no rule has said anything yet."""
        return self._case(number, self._claims[number].history)

    def judged_alone(self, number: int, *, until: Phase = Phase.EXCLUSION) -> Case:
        """Return a claim after the first phases, judged without a look at its siblings."""
        if (number, until) not in self._alone:
            case = self._case(number, self._history(number, partial(self._paid_alone, until=until)))
            self._auditor.engine.judge(case, until=until, waived=self._waived(number))
            self._alone[number, until] = case
        return self._alone[number, until]

    def _paid_alone(self, number: int, *, until: Phase) -> tuple[PastService, ...]:
        if number in self._settled:
            return self._settled[number]
        return self._paid_lines(self.judged_alone(number, until=until))

    def _case(self, number: int, history: tuple[PastService, ...], siblings: SiblingSearch = no_siblings) -> Case:
        return Case(
            self._submission,
            self._claims[number],
            reference=self._auditor.reference,
            rulebook=self._auditor.engine.rulebook,
            dictionary=self._auditor.dictionary,
            history=history,
            surroundings=self._surroundings,
            siblings=siblings,
        )

    def _waived(self, number: int) -> frozenset[tuple[str, int | None]]:
        return self._waivers.get(self._claims[number].id, NO_WAIVERS)

    def _paid_lines(self, case: Case) -> tuple[PastService, ...]:
        provider = self._submission.provider.id
        coded = ((line, code_in_history(line.line, line.line.facts)) for line in case.live_lines if line.paid_units)
        return tuple(
            PastService(line.day, code, line.paid_units, provider, {**case.claim.facts, **line.line.facts})
            for line, code in coded
            if code
        )

    def _history(self, number: int, paid: Callable[[int], tuple[PastService, ...]]) -> tuple[PastService, ...]:
        """Return what was paid to the patient before: in the file, in the office, in earlier claims of the round."""
        claim = self._claims[number]
        rows = [*claim.history, *self._history_of(claim.patient.id)]
        for earlier in self._by_patient[claim.patient.id]:
            if self._place(earlier) < self._place(number):
                rows += paid(earlier)
        return tuple(sorted(rows, key=lambda row: row.day))

    def _place(self, number: int) -> tuple[bool, object, int]:
        day = self._claims[number].service_day
        return day is None, day or number, number


def surroundings_of(claims: Sequence[Claim]) -> Surroundings:
    """Return what the claims of one submission say about one another."""
    stamps = sum(claim.facts.get(FOREIGN_STAMP) is True for claim in claims)
    return Surroundings(frozenset(claim.kind for claim in claims), stamps, absent_residents=absent_residents(claims))
