"""What the office paid a patient earlier: the lines of settled claims, as their latest sheets were signed."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from app.domain.claim import PastService, code_in_history
from app.domain.claim_document import claim_from_document
from app.domain.dates import JalaliDate
from app.domain.facts import FactDictionary, Facts
from app.domain.office import Decision
from app.store.decisions import DecisionReader
from app.store.knowledge import known, settled, settles
from app.store.schema import claim_documents, claims, lines, sheet_lines, sheets, submissions
from app.store.sheets import SheetReader

BEDS = "hotel"
"""The section of which lines without a code may stand in the history too (the days of psychiatric beds)."""


def past_services(
    connection: Connection,
    patient_id: str,
    dictionary: FactDictionary,
    *,
    until: JalaliDate | None = None,
    outside_submission: int | None = None,
    known_at: int | None = None,
) -> tuple[PastService, ...]:
    """Return the paid and dated lines of a patient's settled claims that the history keeps, the earliest first.

    A line counts with the units that were kept; its facts are those of the claim and the line, with what people entered
    over them. Lines of one day stand by centre, submission and place in its file, so that the order of import shows
    nowhere. `known_at` is the place of the trail up to which anything counts (None: now).
    """
    query = _paid_lines(known_at).where(claims.c.patient_id == patient_id)
    if until is not None:
        query = query.where(lines.c.day <= str(until))
    if outside_submission is not None:
        query = query.where(claims.c.submission_id != outside_submission)
    return _past_services(connection, query, dictionary, known_at)


def paid_services(
    connection: Connection, claim_id: int, dictionary: FactDictionary, *, known_at: int | None = None
) -> tuple[PastService, ...]:
    """Return the paid, coded and dated lines of one claim, where it is settled."""
    return _past_services(connection, _paid_lines(known_at).where(claims.c.id == claim_id), dictionary, known_at)


def _past_services(
    connection: Connection, query: Select[Any], dictionary: FactDictionary, known_at: int | None
) -> tuple[PastService, ...]:
    rows = connection.execute(query).all()
    found = (_past_service(connection, row, dictionary, known_at) for row in rows)
    return tuple(service for service in found if service is not None)


def _past_service(
    connection: Connection, row: Row[Any], dictionary: FactDictionary, known_at: int | None
) -> PastService | None:
    claim = claim_from_document(json.loads(row.document), dictionary)
    line = next(line for line in claim.lines if line.no == row.no)
    if not row.settled:  # what was said since belongs to the version under way
        known_at = SheetReader(connection).place_in_trail(row.sheet_id)
    decisions = DecisionReader(connection).of_claim(row.claim_id, known_at=known_at)
    of_claim = {**claim.facts, **_entered(decisions, None)}
    of_line = {**line.facts, **_entered(decisions, row.no)}
    code = code_in_history(line, of_line)
    if code is None:
        return None
    return PastService(
        day=JalaliDate.parse(row.day),
        code=code,
        quantity=Decimal(row.units),
        provider=row.centre_id,
        facts={**of_claim, **of_line},
    )


def _entered(decisions: Iterable[Decision], line: int | None) -> Facts:
    """Return the facts that people entered for a line, or for the whole claim (None); the latest word counts."""
    return {
        decision.fact: decision.value
        for decision in decisions
        if decision.fact is not None and decision.value is not None and decision.line == line and not decision.undone
    }


def _paid_lines(known_at: int | None) -> Select[Any]:
    latest = (
        select(func.max(sheets.c.id))
        .where(sheets.c.claim_id == claims.c.id, settles(known_at), known("sheet", sheets.c.id, known_at))
        .correlate(claims)
    )
    return (
        select(
            lines.c.claim_id,
            lines.c.no,
            lines.c.day,
            func.coalesce(sheet_lines.c.units, lines.c.quantity).label("units"),
            submissions.c.centre_id,
            claim_documents.c.document,
            sheet_lines.c.sheet_id,
            settled(known_at).label("settled"),
        )
        .select_from(claims)
        .join(lines, lines.c.claim_id == claims.c.id)
        .join(sheet_lines, (sheet_lines.c.sheet_id == latest.scalar_subquery()) & (sheet_lines.c.no == lines.c.no))
        .join(claim_documents, claim_documents.c.claim_id == claims.c.id)
        .join(submissions, submissions.c.id == claims.c.submission_id)
        .where(sheet_lines.c.approved > 0, lines.c.day.is_not(None))
        .where(lines.c.code.is_not(None) | (lines.c.section == BEDS))
        .order_by(
            lines.c.day, submissions.c.centre_id, submissions.c.external_id, claims.c.position, lines.c.no, claims.c.id
        )
    )
