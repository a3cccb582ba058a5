"""Which claims statistics count: the conditions of a filter, and who reviewed a claim."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.sql.selectable import Subquery

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
        reviewed = reviewers()
        of_person = select(reviewed.c.claim_id).where(reviewed.c.reviewer == wanted.reviewer)
        conditions.append(claims.c.id.in_(of_person))
    return found.where(*conditions)


def reviewers() -> Subquery:
    """Return the reviewer of each claim on which somebody has worked (claim_id, reviewer).

    That is who signed its latest sheet as its reviewer; of an unsigned claim, who decided on it last.
    """
    latest = select(func.max(sheets.c.id)).where(OF_REVIEWER).group_by(sheets.c.claim_id)
    signed = select(sheets.c.claim_id, sheets.c.signed_by.label("reviewer")).where(sheets.c.id.in_(latest))
    unsigned = decisions.c.claim_id.not_in(select(sheets.c.claim_id).where(OF_REVIEWER))
    by_reviewer = or_(decisions.c.pen.is_(None), decisions.c.pen == Pen.GREEN.value)
    last = (
        select(func.max(decisions.c.id))
        .where(decisions.c.kind.not_in(_NO_REVIEW), by_reviewer, unsigned)
        .group_by(decisions.c.claim_id)
    )
    decided = select(decisions.c.claim_id, decisions.c.author).where(decisions.c.id.in_(last))
    return signed.union_all(decided).subquery("reviewers")
