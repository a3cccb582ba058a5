"""The signing keys that count no longer."""

from sqlalchemy import Connection, insert, select

from app.domain.office import TrailAction
from app.domain.office_records import RevokedKey
from app.store.schema import revoked_keys
from app.store.trail import TrailWriter

_TOLD = (
    revoked_keys.c.user_id,
    revoked_keys.c.serial,
    revoked_keys.c.revoked_at,
    revoked_keys.c.revoked_by,
    revoked_keys.c.reason,
)


class RevocationReader:
    """Reads revocations."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[RevokedKey, ...]:
        """Return every revoked key, the first revoked first."""
        rows = self._connection.execute(select(*_TOLD).order_by(revoked_keys.c.id)).mappings()
        return tuple(RevokedKey(**row) for row in rows)


class RevocationWriter(RevocationReader):
    """Revokes keys at the time of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(self, user_id: int, serial: str, reason: str) -> None:
        """Revoke a person's key by the serial number of its certificate (decimal)."""
        added = insert(revoked_keys).values(
            user_id=user_id, serial=serial, revoked_at=self._trail.at, revoked_by=self._trail.actor, reason=reason
        )
        key = self._connection.execute(added.returning(revoked_keys.c.id)).scalar_one()
        self._trail.record_row(TrailAction.KEY_REVOKED, "revocation", key)
