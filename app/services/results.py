"""What the engine says of imported claims, kept for the queue: a cache that can always be made again."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from app.domain.assessment import ClaimResult
from app.domain.office import ClaimState, OfficeClaim, ResultSummary
from app.domain.settled_parts import deduction_parts
from app.domain.settlement import Settlement, settle
from app.services.audit import AuditRound
from app.services.inquired import by_inquiry
from app.services.office import Office
from app.services.surroundings import office_surroundings

BATCH = 200
Progress = Callable[[int, int], None]


def summary_of(result: ClaimResult) -> ResultSummary:
    """Return what lists show of an engine result that nobody has decided on."""
    return settled_summary(settle(result, result, (), {}))


def settled_summary(settlement: Settlement) -> ResultSummary:
    """Return what lists show of a claim with people's decisions laid over it."""
    result = settlement.result
    return ResultSummary(
        digest=result.digest(),
        verdict=settlement.verdict,
        totals=settlement.totals,
        queries=len(settlement.open_queries),
        trial_figures=bool(result.unofficial),
        rulebook=result.rulebook,
        approved_lines={line.no: line.approved for line in settlement.lines},
        engine_lines={line.no: line.engine.approved for line in settlement.lines},
        parts=deduction_parts(settlement),
    )


def audit_submission(office: Office, submission_id: int, progress: Progress | None = None) -> int:
    """Audit every claim of a submission, keep the summaries and return how many there were.

    `progress` hears (done, all) and may raise to cancel; what was kept until then stays. A claim on which somebody has
    worked in the meantime keeps the summary of that work.
    """
    with office.read() as view:
        submission = view.submissions.get(submission_id, office.dictionary).submission
        claims = tuple(view.claims.of_submission(submission_id, office.dictionary))
        round_ = AuditRound(
            office.auditor,
            submission,
            [by_inquiry(view, submission, office_claim.claim)[0] for office_claim in claims],
            surroundings=office_surroundings(
                view,
                office.auditor,
                submission_id,
                submission,
                (c.claim for c in claims),
                newest=view.submissions.newest(),
            ),
            history_of=lambda patient: view.claims.history_of(
                patient, office.dictionary, outside_submission=submission_id
            ),
        )
        for done, batch in _batches(claims):
            summaries = {claims[number].id: summary_of(round_.result(number)) for number in batch}
            with office.change(None) as unit:
                untouched = unit.claims.in_state(submission_id, ClaimState.RECEIVED)
                unit.results.put_all({number: said for number, said in summaries.items() if number in untouched})
            if progress is not None:
                progress(done, len(claims))
    return len(claims)


def _batches(claims: Sequence[OfficeClaim]) -> Iterable[tuple[int, list[int]]]:
    numbers = iter(range(len(claims)))
    done = 0
    while batch := list(islice(numbers, BATCH)):
        done += len(batch)
        yield done, batch
