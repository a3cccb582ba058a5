"""Which claims statistics count: the conditions of a filter, and who reviewed a claim."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, or_, select

from app.domain.findings import Pen
from app.domain.office import SETTLED_STATES, DecisionKind
from app.domain.statistics import StatisticsFilter
from app.store.schema import claims, decisions, sheets, submissions
from app.store.sheets import OF_REVIEWER

_NO_REVIEW = (DecisionKind.ENDORSE.value, DecisionKind.SEND_BACK.value)


def counted(selected: Select[Any], wanted: StatisticsFilter) -> Select[Any]:
    """Narrow a query over claims to those that a filter counts; their submissions are joined."""
    found = selected.join(submissions, submissions.c.id == claims.c.submission_id)
    conditions: list[ColumnElement[bool]] = []
    if wanted.settled_only:
        conditions.append(claims.c.state.in_(sorted(SETTLED_STATES)))
    if wanted.first is not None:
        conditions.append(submissions.c.month >= str(wanted.first))
    if wanted.last is not None:
        conditions.append(submissions.c.month <= str(wanted.last))
    if wanted.centre is not None:
        conditions.append(submissions.c.centre_id == wanted.centre)
    if wanted.fund is not None:
        conditions.append(claims.c.fund == wanted.fund)
    if wanted.kind is not None:
        conditions.append(claims.c.kind == wanted.kind.value)
    if wanted.reviewer is not None:
        conditions.append(reviewer_of(claims, claims.c.id) == wanted.reviewer)
    if wanted.insurer is not None:
        conditions.append(claims.c.insurer == wanted.insurer.value)
    return found.where(*conditions)


def reviewer_of(claim: FromClause, claim_id: ColumnElement[int]) -> ColumnElement[int | None]:
    """Return who reviewed the claim of a row, null where nobody has worked on it.

    That is who signed its latest sheet as its reviewer; of an unsigned claim, who decided on it last.

    Args:
        claim: the table of the row.
        claim_id: its column with the claim's id.
    """
    said = decisions.alias("said")
    signed = select(sheets.c.signed_by).where(sheets.c.claim_id == claim_id, OF_REVIEWER)
    by_reviewer = or_(said.c.pen.is_(None), said.c.pen == Pen.GREEN.value)
    decided = select(said.c.author).where(said.c.claim_id == claim_id, by_reviewer, said.c.kind.not_in(_NO_REVIEW))
    return func.coalesce(
        signed.order_by(sheets.c.id.desc()).limit(1).correlate(claim).scalar_subquery(),
        decided.order_by(said.c.id.desc()).limit(1).correlate(claim).scalar_subquery(),
    )
