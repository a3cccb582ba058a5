"""The audit trail: every change of the office, each entry chained to the one before by its SHA-256."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, or_, select

from app.domain.assessment import canonical_json
from app.domain.office import TrailAction, TrailEntry
from app.store.schema import claims, trail
from app.store.sealing import SEALED_TABLES, UNTOLD_COLUMNS, key_column, row_digest, sha256_of, subject_of

FIRST_LINK = "0" * 64
"""What stands as the previous hash in the first entry."""


def link_hash(link: RowMapping | dict[str, Any]) -> str:
    """Return the hash of an entry: over all its columns, the hash of the entry before among them."""
    return sha256_of({name: value for name, value in link.items() if name != "hash"})


def _entry(row: RowMapping) -> TrailEntry:
    return TrailEntry(
        seq=row["seq"],
        at=row["at"],
        actor=row["actor"],
        action=TrailAction(row["action"]),
        subject=row["subject"],
        claim_id=row["claim_id"],
        payload=json.loads(row["payload"]),
        hash=row["hash"],
    )


class TrailReader:
    """Reads the trail."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_claim(self, claim_id: int) -> tuple[TrailEntry, ...]:
        """Return what happened to a claim, from the import of its submission on."""
        submission_id = select(claims.c.submission_id).where(claims.c.id == claim_id).scalar_subquery()
        imported = trail.c.subject == "submission/" + submission_id.cast(trail.c.subject.type)
        return self._entries(select(trail).where(or_(trail.c.claim_id == claim_id, imported)).order_by(trail.c.seq))

    def latest(self, limit: int = 100) -> tuple[TrailEntry, ...]:
        """Return the newest entries, the newest first."""
        return self._entries(select(trail).order_by(trail.c.seq.desc()).limit(limit))

    def all(self) -> tuple[TrailEntry, ...]:
        """Return every entry, the first one first."""
        return self._entries(select(trail).order_by(trail.c.seq))

    def last(self) -> TrailEntry | None:
        """Return the newest entry; its hash stands for the whole history up to it."""
        return next(iter(self.latest(1)), None)

    def _entries(self, query: Select[Any]) -> tuple[TrailEntry, ...]:
        return tuple(_entry(row) for row in self._rows(query))

    def _rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        return self._connection.execute(query).mappings().all()


@dataclass(frozen=True, slots=True)
class TrailWriter:
    """Writes the trail of one transaction: who changes the office, and when."""

    connection: Connection
    actor: int | None
    at: str

    def record_row(
        self, action: TrailAction, word: str, key: object, *, claim_id: int | None = None, **told: Any
    ) -> None:
        """Tell of a row of a sealed table as it now stands, with its digest, so that replaying the trail gives it."""
        table = SEALED_TABLES[word]
        row = self.connection.execute(select(table).where(key_column(table) == key)).mappings().one()
        values = {name: value for name, value in row.items() if value is not None and name not in UNTOLD_COLUMNS}
        self.record(action, subject_of(word, key), claim_id=claim_id, digest=row_digest(row), row=values, **told)

    def record(self, action: TrailAction, subject: str, *, claim_id: int | None = None, **told: Any) -> None:
        """Append an entry whose payload is what is told."""
        newest = select(trail.c.seq, trail.c.hash).order_by(trail.c.seq.desc()).limit(1)
        last = self.connection.execute(newest).one_or_none()
        link = {
            "seq": last.seq + 1 if last else 1,
            "at": self.at,
            "actor": self.actor,
            "action": action.value,
            "subject": subject,
            "claim_id": claim_id,
            "payload": canonical_json({name: value for name, value in told.items() if value is not None}),
            "previous": last.hash if last else FIRST_LINK,
        }
        self.connection.execute(insert(trail).values(link | {"hash": link_hash(link)}))
