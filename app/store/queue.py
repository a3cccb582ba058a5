"""The queue in SQL: search, filters, order, keyset pages and counts, quick at hundreds of thousands of claims."""

import json
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    TableValuedAlias,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.findings import Pen, Verdict
from app.domain.office import ClaimState, DecisionKind
from app.domain.persian import fold
from app.domain.queue import QueueCount, QueueGroup, QueueQuery, QueueRow, QueueSort
from app.store.schema import (
    assignments,
    claim_search,
    claims,
    decisions,
    result_lines,
    results,
    sheets,
    submissions,
    voided_sheets,
)

_DEDUCTED = func.coalesce(results.c.deducted, 0)
_QUERIES = func.coalesce(results.c.queries, 0)
_OF_LINES = func.sum(func.max(result_lines.c.approved - result_lines.c.engine_approved, 0))
_DEPARTURE = func.coalesce(select(_OF_LINES).where(result_lines.c.claim_id == claims.c.id).scalar_subquery(), 0)
_SIGNED_AT = select(func.max(sheets.c.signed_at)).where(sheets.c.claim_id == decisions.c.claim_id).scalar_subquery()
_SENT_BACK = (claims.c.state == ClaimState.IN_REVIEW.value) & (  # the words of the many others are never looked at
    select(decisions.c.id)
    .where(decisions.c.claim_id == claims.c.id, decisions.c.kind == DecisionKind.SEND_BACK.value)
    .where(decisions.c.at >= func.coalesce(_SIGNED_AT, ""))
    .exists()
)
_CORRECTED = (claims.c.state == ClaimState.IN_REVIEW.value) & (
    select(decisions.c.id)
    .where(decisions.c.claim_id == claims.c.id, decisions.c.kind == DecisionKind.SET_AMOUNT.value)
    .where(decisions.c.pen == Pen.RED.value, decisions.c.at >= func.coalesce(_SIGNED_AT, ""))
    .exists()
)
_VOIDED = (
    select(voided_sheets.c.reason)
    .select_from(voided_sheets.join(sheets))
    .where(sheets.c.claim_id == claims.c.id)
    .order_by(sheets.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_EDITED = or_(claims.c.version > 1, claims.c.id.in_(select(sheets.c.claim_id).join_from(voided_sheets, sheets)))
_SORT_KEYS: dict[QueueSort, ColumnElement[Any]] = {
    QueueSort.IMPORT_ORDER: claims.c.id,
    QueueSort.CLAIMED: claims.c.claimed,
    QueueSort.DEDUCTED: _DEDUCTED,
    QueueSort.SERVICE_DAY: func.coalesce(claims.c.service_day, literal_column("''")),  # as the index writes it
    QueueSort.DEPARTURE: _DEPARTURE,
}
_GROUPS: dict[QueueGroup, tuple[ColumnElement[Any], ColumnElement[Any] | None]] = {
    QueueGroup.CENTRE: (submissions.c.centre_id, func.max(submissions.c.centre_name)),
    QueueGroup.SUBMISSION: (claims.c.submission_id, func.max(submissions.c.external_id)),
    QueueGroup.FUND: (claims.c.fund, None),
    QueueGroup.STATE: (claims.c.state, None),
    QueueGroup.KIND: (claims.c.kind, None),
    QueueGroup.VERDICT: (results.c.verdict, None),
}
_ROWS = select(
    claims.c.id,
    claims.c.submission_id,
    claims.c.external_id,
    claims.c.patient_id,
    claims.c.patient_name,
    submissions.c.centre_id,
    submissions.c.centre_name,
    claims.c.kind,
    claims.c.fund,
    submissions.c.month,
    claims.c.service_day,
    claims.c.state,
    claims.c.version,
    claims.c.claimed,
    results.c.verdict,
    results.c.approved,
    _DEDUCTED.label("deducted"),
    _QUERIES.label("queries"),
    func.coalesce(results.c.trial_figures, 0).label("trial_figures"),
    _DEPARTURE.label("departure"),
    _SENT_BACK.label("sent_back"),
    _CORRECTED.label("corrected"),
    _VOIDED.label("voided"),
)


def queue_page(connection: Connection, query: QueueQuery, after: QueueRow | None, limit: int) -> tuple[QueueRow, ...]:
    """Return up to `limit` rows, those after a row of the same query where one is given."""
    found = _narrowed(_joined(select(claims.c.id)), query).limit(limit)
    if query.sort is QueueSort.DEADLINE:
        due = _due_places(query)
        found = found.outerjoin(due, due.c.value == claims.c.submission_id)
        key: ColumnElement[Any] = func.coalesce(due.c.key, len(query.due_order))
    else:
        key = _SORT_KEYS[query.sort]
    found = found.order_by(*((key.asc(), claims.c.id.asc()) if query.ascending else (key.desc(), claims.c.id.desc())))
    if after is not None:
        found = found.where(_beyond(key, query, after))
    ids = connection.scalars(found).all()  # ids are sorted alone: whole rows would make the sort five times as slow
    rows = connection.execute(_joined(_ROWS).where(claims.c.id.in_(ids)))
    by_id = {row.id: _queue_row(row) for row in rows}
    return tuple(by_id[claim_id] for claim_id in ids)


def _due_places(query: QueueQuery) -> TableValuedAlias:
    """Return the place of each submission in the order in which they are due, as rows of (key, value)."""
    return func.json_each(json.dumps(query.due_order)).table_valued("key", "value", name="due")


def queue_count(connection: Connection, query: QueueQuery) -> int:
    """Return how many claims a query finds."""
    count: int = connection.execute(_narrowed(_joined(select(func.count())), query)).scalar_one()
    return count


def queue_counts(connection: Connection, group: QueueGroup, query: QueueQuery) -> tuple[QueueCount, ...]:
    """Return how many claims of a query share each value of a group."""
    key, title = _GROUPS[group]
    columns = (key.label("key"), func.count().label("claims")) + (() if title is None else (title.label("title"),))
    counted = _narrowed(_joined(select(*columns)), query).group_by(key).order_by(func.count().desc(), key)
    return tuple(
        QueueCount(
            key=None if row.key is None else str(row.key), title=None if title is None else row.title, claims=row.claims
        )
        for row in connection.execute(counted)
    )


def _joined(selected: Select[Any]) -> Select[Any]:
    return (
        selected.select_from(claims)
        .join(submissions, submissions.c.id == claims.c.submission_id)
        .outerjoin(results, results.c.claim_id == claims.c.id)
    )


def _narrowed(selected: Select[Any], query: QueueQuery) -> Select[Any]:
    """Add a condition for everything that the query names."""
    conditions: list[ColumnElement[bool]] = []
    if words := _search_words(query.text):
        found = select(claim_search.c.rowid).where(claim_search.c.text.op("MATCH")(words))
        conditions.append(claims.c.id.in_(found))
    if query.states:
        conditions.append(claims.c.state.in_(sorted(query.states)))
    named: tuple[tuple[ColumnElement[Any], object], ...] = (
        (claims.c.kind, query.kind),
        (submissions.c.centre_id, query.centre),
        (claims.c.submission_id, query.submission),
        (claims.c.fund, query.fund),
        (results.c.verdict, query.verdict),
    )
    conditions += [column == value for column, value in named if value is not None]
    if query.has_queries is not None:
        conditions.append(_QUERIES > 0 if query.has_queries else _QUERIES == 0)
    if query.assigned_to is not None:
        assigned = select(assignments.c.submission_id).where(assignments.c.reviewer == query.assigned_to)
        conditions.append(claims.c.submission_id.in_(assigned))
    if query.sent_back is not None:
        conditions.append(_SENT_BACK if query.sent_back else ~_SENT_BACK)
    if query.edited_after_review is not None:
        conditions.append(_EDITED if query.edited_after_review else ~_EDITED)
    return selected.where(*conditions)


def _search_words(text: str) -> str:
    """Return what FTS5 looks for: every word of the text as the beginning of a word; empty for none."""
    words = (word.replace('"', "") for word in fold(text).split())
    return " ".join(f'"{word}"*' for word in words if any(character.isalnum() for character in word))


def _beyond(key: ColumnElement[Any], query: QueueQuery, after: QueueRow) -> ColumnElement[bool]:
    place, beyond = tuple_(key, claims.c.id), (_key_of(after, query), after.id)
    return place > beyond if query.ascending else place < beyond


def _key_of(row: QueueRow, query: QueueQuery) -> int | str:
    """Return what a row is sorted by."""
    match query.sort:
        case QueueSort.IMPORT_ORDER:
            return row.id
        case QueueSort.CLAIMED:
            return row.claimed
        case QueueSort.DEDUCTED:
            return row.deducted
        case QueueSort.SERVICE_DAY:
            return str(row.service_day or "")
        case QueueSort.DEPARTURE:
            return row.departure
    places = {submission: place for place, submission in enumerate(query.due_order)}
    return places.get(row.submission_id, len(places))


def _queue_row(row: Row[Any]) -> QueueRow:
    return QueueRow(
        id=row.id,
        submission_id=row.submission_id,
        external_id=row.external_id,
        patient_id=row.patient_id,
        patient_name=row.patient_name,
        centre_id=row.centre_id,
        centre_name=row.centre_name,
        kind=ClaimKind(row.kind),
        fund=row.fund,
        month=JalaliMonth.parse(row.month),
        service_day=JalaliDate.parse(row.service_day) if row.service_day else None,
        state=ClaimState(row.state),
        version=row.version,
        claimed=row.claimed,
        verdict=Verdict(row.verdict) if row.verdict else None,
        approved=row.approved,
        deducted=row.deducted,
        queries=row.queries,
        trial_figures=bool(row.trial_figures),
        departure=row.departure,
        sent_back=bool(row.sent_back),
        corrected=bool(row.corrected),
        voided=row.voided,
    )
