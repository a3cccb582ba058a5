"""The claims from which samples are drawn, and those of a drawn sample as they stand now."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, literal, or_, select
from sqlalchemy import null as sql_null

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliMonth
from app.domain.deduction_parts import Taker
from app.domain.findings import Pen
from app.domain.office import SETTLED_STATES, ClaimState, DecisionKind
from app.domain.office_records import SampledClaim
from app.domain.sample_results import SampleRow
from app.domain.sampling import Candidate, SampleScope
from app.store.schema import (
    claim_documents,
    claims,
    decisions,
    result_lines,
    result_parts,
    results,
    sample_verdicts,
    sheets,
    submissions,
)
from app.store.sheets import OF_REVIEWER

_UNDONE = select(decisions.c.undoes).where(decisions.c.undoes.is_not(None))
_OF_CLAIM = result_lines.c.claim_id == claims.c.id
_DEPARTING = [kind.value for kind in (DecisionKind.WAIVE, DecisionKind.SET_AMOUNT, DecisionKind.ADD_DEDUCTION)]
_OVERRIDDEN = or_(
    exists(
        select(literal(1)).where(result_parts.c.claim_id == claims.c.id, result_parts.c.taker != Taker.ENGINE.value)
    ),
    exists(select(literal(1)).where(_OF_CLAIM, result_lines.c.approved != result_lines.c.engine_approved)),
    and_(
        exists(select(literal(1)).where(_OF_CLAIM, result_lines.c.engine_approved.is_(None))),
        claims.c.id.in_(
            select(decisions.c.claim_id).where(decisions.c.kind.in_(_DEPARTING), decisions.c.id.not_in(_UNDONE))
        ),
    ),
)
"""What departs from the engine; where an older release did not keep the engine's amounts, people's words tell it."""
_NO_REVIEW = (DecisionKind.ENDORSE.value, DecisionKind.SEND_BACK.value, "undo")


class SampleCandidateReader:
    """Reads settled claims as far as samples need them; quick at hundreds of thousands of claims."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(
        self,
        scope: SampleScope,
        *,
        person: int,
        ambiguous: Collection[str],
        with_diagnosis: bool = False,
    ) -> tuple[Candidate, ...]:
        """Return the settled claims of a scope on which nothing was overridden, the first imported first.

        Args:
            scope: which claims.
            person: the supervisor who draws; what they decided on or signed as reviewer themselves is left out.
            ambiguous: ids of the rules whose source is ambiguous.
            with_diagnosis: whether the diagnoses are wanted; the long documents are read for them.
        """
        found = _settled(with_diagnosis=with_diagnosis).where(~_OVERRIDDEN, ~_own(person), *_within(scope))
        if scope.unseen:
            found = found.where(claims.c.id.not_in(select(sample_verdicts.c.claim_id)))
        rests_on = self._resting_on(ambiguous)
        return tuple(
            Candidate(number, centre, ClaimKind(kind), claimed, approved, diagnosis, rests_on.get(number, ()))
            for number, centre, kind, claimed, approved, diagnosis in self._connection.execute(found)
        )

    def comparable(self, scope: SampleScope, *, with_diagnosis: bool = False) -> tuple[Candidate, ...]:
        """Return all settled claims of the months of a scope: they tell what is usual."""
        months = SampleScope(first=scope.first, last=scope.last)
        found = _settled(with_diagnosis=with_diagnosis).where(*_within(months))
        return tuple(
            Candidate(number, centre, ClaimKind(kind), claimed, approved, diagnosis)
            for number, centre, kind, claimed, approved, diagnosis in self._connection.execute(found)
        )

    def months(self) -> tuple[JalaliMonth, ...]:
        """Return the months of which there are submissions, the earliest first."""
        found = select(submissions.c.month).distinct().order_by(submissions.c.month)
        return tuple(JalaliMonth.parse(month) for month in self._connection.scalars(found))

    def rows(self, sampled: Sequence[SampledClaim]) -> tuple[SampleRow, ...]:
        """Return claims of a sample as they stand now, in the same order."""
        numbers = [one.claim_id for one in sampled]
        latest = (
            select(func.max(sheets.c.id).label("id"))
            .where(OF_REVIEWER, sheets.c.claim_id.in_(numbers))
            .group_by(sheets.c.claim_id)
            .subquery()
        )
        signed = select(sheets.c.claim_id, sheets.c.signed_by).join(latest, latest.c.id == sheets.c.id).subquery()
        found = (
            select(
                claims,
                submissions.c.centre_id,
                submissions.c.centre_name,
                submissions.c.month,
                results.c.approved,
                func.coalesce(results.c.deducted, 0).label("deducted"),
                func.coalesce(results.c.trial_figures, 0).label("trial_figures"),
                signed.c.signed_by,
            )
            .join(submissions, submissions.c.id == claims.c.submission_id)
            .outerjoin(results, results.c.claim_id == claims.c.id)
            .outerjoin(signed, signed.c.claim_id == claims.c.id)
            .where(claims.c.id.in_(numbers))
        )
        by_id = {row.id: row for row in self._connection.execute(found)}
        rules = self._rules_of(numbers)
        return tuple(_row(one, by_id[one.claim_id], rules.get(one.claim_id, ())) for one in sampled)

    def _resting_on(self, rules: Collection[str]) -> dict[int, tuple[str, ...]]:
        """Return which of these rules took something off which claim."""
        standing = and_(result_parts.c.taker == Taker.ENGINE.value, result_parts.c.amount > 0)
        return self._grouped(and_(standing, result_parts.c.rule.in_(sorted(rules))))

    def _rules_of(self, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
        took = and_(result_parts.c.taker != Taker.WAIVED.value, result_parts.c.rule.is_not(None))
        return self._grouped(and_(took, result_parts.c.claim_id.in_(numbers)))

    def _grouped(self, condition: ColumnElement[bool]) -> dict[int, tuple[str, ...]]:
        found = select(result_parts.c.claim_id, result_parts.c.rule).where(condition).distinct()
        by_claim: dict[int, list[str]] = defaultdict(list)
        for number, rule in self._connection.execute(found):
            by_claim[number].append(rule)
        return {number: tuple(sorted(rules)) for number, rules in by_claim.items()}


def _settled(*, with_diagnosis: bool) -> Select[Any]:
    diagnosis = func.json_extract(claim_documents.c.document, "$.diagnosis") if with_diagnosis else sql_null()
    found = (
        select(claims.c.id, submissions.c.centre_id, claims.c.kind, claims.c.claimed, results.c.approved, diagnosis)
        .select_from(claims)
        .join(submissions, submissions.c.id == claims.c.submission_id)
        .join(results, results.c.claim_id == claims.c.id)
        .where(claims.c.state.in_(sorted(SETTLED_STATES)))
        .order_by(claims.c.id)
    )
    return found.join(claim_documents, claim_documents.c.claim_id == claims.c.id) if with_diagnosis else found


def _own(person: int) -> ColumnElement[bool]:
    """Return the condition of what a person decided on in green or signed as its reviewer."""
    decided = select(decisions.c.claim_id).where(
        decisions.c.author == person,
        decisions.c.kind.not_in(_NO_REVIEW),
        or_(decisions.c.pen.is_(None), decisions.c.pen == Pen.GREEN.value),
        decisions.c.id.not_in(_UNDONE),
    )
    signed = select(sheets.c.claim_id).where(sheets.c.signed_by == person, OF_REVIEWER)
    return or_(claims.c.id.in_(decided), claims.c.id.in_(signed))


def _within(scope: SampleScope) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if scope.first is not None:
        conditions.append(submissions.c.month >= str(scope.first))
    if scope.last is not None:
        conditions.append(submissions.c.month <= str(scope.last))
    if scope.centre is not None:
        conditions.append(submissions.c.centre_id == scope.centre)
    if scope.submission is not None:
        conditions.append(claims.c.submission_id == scope.submission)
    return conditions


def _row(one: SampledClaim, row: Any, rules: tuple[str, ...]) -> SampleRow:
    return SampleRow(
        sampled=one,
        external_id=row.external_id,
        patient_id=row.patient_id,
        patient_name=row.patient_name,
        centre_id=row.centre_id,
        centre_name=row.centre_name,
        kind=ClaimKind(row.kind),
        month=JalaliMonth.parse(row.month),
        state=ClaimState(row.state),
        version=row.version,
        claimed=row.claimed,
        approved=row.approved,
        deducted=row.deducted,
        reviewer=row.signed_by,
        rules=rules,
        trial_figures=bool(row.trial_figures),
    )
