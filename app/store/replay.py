"""The audit trail played again from its first entry: which rows the office must hold, and how far each claim has come.

Entries of older releases told digests alone; what they told of is replayed by its digest, not by its values.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from app.domain.office import ClaimState, TrailEntry
from app.store.schema import claims
from app.store.sealing import PART_TABLES, SEALED_TABLES, UNTOLD_COLUMNS, key_column, subject_of
from app.store.trail import TrailReader

Values = Mapping[str, Any]


@dataclass(slots=True)
class OfficeState:
    """What an office holds: the filled columns of each sealed row, its parts, and state and version of each claim."""

    rows: dict[str, Values] = field(default_factory=dict)
    parts: dict[str, list[Values]] = field(default_factory=dict)
    claims: dict[int, tuple[str, int]] = field(default_factory=dict)


def replayed(entries: Iterable[TrailEntry]) -> OfficeState:
    """Return what the office must hold after these entries, the first entry first."""
    state = OfficeState()
    for entry in entries:
        if "row" in entry.payload:
            state.rows[entry.subject] = entry.payload["row"]
        if "lines" in entry.payload:
            state.parts[entry.subject] = [_filled(part) for part in entry.payload["lines"]]
        if "state" in entry.payload and entry.claim_id is not None:
            state.claims[entry.claim_id] = entry.payload["state"], entry.payload["version"]
    return state


def held(connection: Connection) -> OfficeState:
    """Return what the office holds; claims that nobody has touched stand as they were received and are left out."""
    state = OfficeState()
    for word, table in SEALED_TABLES.items():
        for row in connection.execute(select(table)).mappings():
            state.rows[subject_of(word, row[key_column(table).name])] = _told(row)
    for word, (table, owner) in PART_TABLES.items():
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings():
            state.parts.setdefault(subject_of(word, row[owner]), []).append(_filled(row))
    for row in connection.execute(select(claims.c.id, claims.c.state, claims.c.version)).mappings():
        if (row["state"], row["version"]) != (ClaimState.RECEIVED.value, 1):
            state.claims[row["id"]] = row["state"], row["version"]
    return state


def _told(row: RowMapping) -> Values:
    return {name: value for name, value in _filled(row).items() if name not in UNTOLD_COLUMNS}


def _filled(row: RowMapping | Values) -> Values:
    return {name: value for name, value in row.items() if value is not None}


def replay_and_hold(connection: Connection) -> tuple[OfficeState, OfficeState]:
    """Return what the trail replays to, and what the office holds; they are equal in an office of this release."""
    return replayed(TrailReader(connection).all()), held(connection)
