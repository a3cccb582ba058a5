"""Which claim lies on whose desk just now, told to the other desks of the office; it leaves no trail."""

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.office_records import Presence
from app.store.schema import desks


class DeskReader:
    """Reads who is at work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at_work(self, since: str) -> tuple[Presence, ...]:
        """Return the claims that lie on desks which were heard of since a time (ISO, UTC), by their numbers."""
        query = select(desks).where(desks.c.seen_at >= since).order_by(desks.c.claim_id)
        return tuple(Presence(**row) for row in self._connection.execute(query).mappings())

    def at_claim(self, claim_id: int, since: str) -> Presence | None:
        """Return who has a claim on a desk that was heard of since a time, None where nobody has."""
        query = select(desks).where(desks.c.claim_id == claim_id, desks.c.seen_at >= since)
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else Presence(**row)


class DeskWriter(DeskReader):
    """Lays claims on desks."""

    def take(self, claim_id: int, user_id: int, desk: str, *, at: str, since: str) -> Presence | None:
        """Lay a claim on a desk; where it lies on another that was heard of since a time, return that one instead."""
        there = self.at_claim(claim_id, since)
        if there is not None and there.desk != desk:
            return there
        row = {"claim_id": claim_id, "user_id": user_id, "desk": desk, "since": at, "seen_at": at}
        taken = insert(desks).values(row)
        kept = {"seen_at": at} if there is not None else row
        self._connection.execute(taken.on_conflict_do_update(index_elements=[desks.c.claim_id], set_=kept))
        return None

    def keep(self, desk: str, *, at: str) -> None:
        """Say that a desk is still there."""
        self._connection.execute(update(desks).where(desks.c.desk == desk).values(seen_at=at))

    def leave(self, desk: str, *, but: int | None = None) -> None:
        """Take the claims off a desk, but for one."""
        gone = delete(desks).where(desks.c.desk == desk)
        self._connection.execute(gone if but is None else gone.where(desks.c.claim_id != but))
