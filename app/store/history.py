"""What the office paid a patient earlier: the lines of settled claims of which something was approved."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from app.domain.claim import PastService
from app.domain.claim_document import claim_from_document
from app.domain.dates import JalaliDate
from app.domain.facts import FactDictionary, Facts
from app.domain.office import SETTLED_STATES, Decision, TrailAction
from app.store.decisions import DecisionReader
from app.store.schema import claim_documents, claims, lines, result_lines, submissions, trail


def past_services(
    connection: Connection,
    patient_id: str,
    dictionary: FactDictionary,
    *,
    until: JalaliDate | None = None,
    outside_submission: int | None = None,
    settled_by: str | None = None,
) -> tuple[PastService, ...]:
    """Return the paid, coded and dated lines of a patient's settled claims, the earliest first.

    A line of which anything was approved counts with its claimed quantity; its facts are those of the claim and the
    line, with what people entered over them. Lines of one day stand by centre, submission and place in its file, so
    that the order of import shows nowhere. `settled_by` leaves out claims that were settled after that moment.
    """
    query = _paid_lines(patient_id)
    if settled_by is not None:
        query = query.where(_was_settled(settled_by))
    if until is not None:
        query = query.where(lines.c.day <= str(until))
    if outside_submission is not None:
        query = query.where(claims.c.submission_id != outside_submission)
    return tuple(_past_service(connection, row, dictionary) for row in connection.execute(query).all())


def _past_service(connection: Connection, row: Row[Any], dictionary: FactDictionary) -> PastService:
    claim = claim_from_document(json.loads(row.document), dictionary)
    line = next(line for line in claim.lines if line.no == row.no)
    decisions = DecisionReader(connection).of_claim(row.claim_id)
    of_claim = {**claim.facts, **_entered(decisions, None)}
    return PastService(
        day=JalaliDate.parse(row.day),
        code=row.code,
        quantity=line.quantity,
        provider=row.centre_id,
        facts={**of_claim, **line.facts, **_entered(decisions, row.no)},
    )


def _entered(decisions: Iterable[Decision], line: int | None) -> Facts:
    """Return the facts that people entered for a line, or for the whole claim (None); the latest word counts."""
    return {
        decision.fact: decision.value
        for decision in decisions
        if decision.fact is not None and decision.value is not None and decision.line == line and not decision.undone
    }


def _paid_lines(patient_id: str) -> Select[Any]:
    return (
        select(
            lines.c.claim_id, lines.c.no, lines.c.code, lines.c.day, submissions.c.centre_id, claim_documents.c.document
        )
        .select_from(claims)
        .join(lines, lines.c.claim_id == claims.c.id)
        .join(result_lines, (result_lines.c.claim_id == lines.c.claim_id) & (result_lines.c.no == lines.c.no))
        .join(claim_documents, claim_documents.c.claim_id == claims.c.id)
        .join(submissions, submissions.c.id == claims.c.submission_id)
        .where(claims.c.patient_id == patient_id, claims.c.state.in_(sorted(SETTLED_STATES)))
        .where(result_lines.c.approved > 0, lines.c.code.is_not(None), lines.c.day.is_not(None))
        .order_by(
            lines.c.day, submissions.c.centre_id, submissions.c.external_id, claims.c.position, lines.c.no, claims.c.id
        )
    )


def _was_settled(moment: str) -> ColumnElement[bool]:
    """Tell of a claim whether the trail knows it as settled at a moment (ISO, UTC)."""
    settling = select(trail.c.seq).where(
        trail.c.claim_id == claims.c.id,
        trail.c.action == TrailAction.STATE_CHANGED.value,
        func.json_extract(trail.c.payload, "$.state").in_(sorted(SETTLED_STATES)),
        trail.c.at <= moment,
    )
    return settling.exists()
