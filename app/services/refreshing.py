"""The queue's summaries anew, a few claims at a time: after an answer for a whole submission, or with a new pack."""

from collections.abc import Sequence

from app.domain.facts import FactDictionary, FactScope
from app.domain.office import OPEN_STATES, Decision
from app.domain.queue import QueueQuery, QueueRow
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.results import settled_summary

BATCH = 40


def touches_others(before: OpenClaim, after: OpenClaim, dictionary: FactDictionary) -> bool:
    """Tell whether a step gave or took back an answer that holds for the whole submission."""
    changed = _holding(before) ^ _holding(after)
    return any(_is_shared(decision, dictionary) for decision in changed)


def open_claims(office: Office, submission_id: int | None) -> list[list[int]]:
    """Return the open claims of a submission, or of the whole office, in batches by their numbers in the office."""
    query, found = QueueQuery(submission=submission_id, states=OPEN_STATES), list[QueueRow]()
    with office.read() as view:
        while page := view.claims.page(query, found[-1] if found else None):
            found += page
    numbers = [row.id for row in found]
    return [numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)]


def refresh(office: Office, opening: ClaimOpening, claim_ids: Sequence[int]) -> None:
    """Assess a batch of claims anew and keep their summaries."""
    with office.change(None) as unit:
        summaries = {number: settled_summary(opening.open(unit, number).settlement) for number in claim_ids}
        unit.results.put_all(summaries)


def _holding(open_claim: OpenClaim) -> set[Decision]:
    return {decision for decision in open_claim.decisions if not decision.undone}


def _is_shared(decision: Decision, dictionary: FactDictionary) -> bool:
    definition = dictionary.get(decision.fact) if decision.fact else None
    return definition is not None and definition.scope is FactScope.SUBMISSION
