"""What the anesthetists of a submission did for its other patients (modifier 44): found once, by performer."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from app.domain.claim import STAY_KINDS, Claim, Submission
from app.domain.dates import JalaliDate
from app.rules.around import AnesthesiaRun, AnesthesiaSearch
from app.rules.case import Case
from app.rules.modifiers.simultaneous import GivenAnesthesia, anesthesias_given

if TYPE_CHECKING:
    from app.services.audit import Auditor


def given_in(auditor: "Auditor", submission: Submission, claim: Claim) -> tuple[GivenAnesthesia, ...]:
    """Return the anesthesias of a claim, as its lines were submitted."""
    case = Case(
        submission,
        claim,
        reference=auditor.reference,
        rulebook=auditor.engine.rulebook,
        dictionary=auditor.dictionary,
    )
    return tuple(anesthesias_given(case))


def anesthesia_search(auditor: "Auditor", submission: Submission, claims: Iterable[Claim]) -> AnesthesiaSearch:
    """Return the search among the stays of a submission; of two that begin together the earlier in the file counts."""
    stays = tuple(claim for claim in claims if claim.kind in STAY_KINDS)
    places = {claim.id: place for place, claim in enumerate(stays)}

    @cache
    def by_performer() -> Mapping[str, Sequence[tuple[str, GivenAnesthesia]]]:
        found: dict[str, list[tuple[str, GivenAnesthesia]]] = {}
        for claim in stays:
            for given in given_in(auditor, submission, claim):
                found.setdefault(given.performer, []).append((claim.id, given))
        return found

    def search(claim_id: str, performer: str, _day: JalaliDate) -> tuple[AnesthesiaRun, ...]:
        here = places.get(claim_id, len(stays))
        return tuple(
            AnesthesiaRun(given.start, given.end, given.asa, earlier=places[other] < here)
            for other, given in by_performer().get(performer, ())
            if other != claim_id
        )

    return search
