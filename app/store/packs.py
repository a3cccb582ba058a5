"""The reference packs of the office, kept as the text that was installed, in the order of installing."""

import hashlib

from sqlalchemy import Connection, insert, select

from app.domain.office import InstalledPack, TrailAction
from app.errors import UseError
from app.store.knowledge import known
from app.store.schema import packs
from app.store.trail import TrailWriter


class PackReader:
    """Reads the installed packs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def documents(self, *, known_at: int | None = None) -> tuple[InstalledPack, ...]:
        """Return every pack that was installed by a place of the trail (None: now), the first installed first."""
        rows = self._connection.execute(select(packs).where(known("pack", packs.c.id, known_at)).order_by(packs.c.id))
        return tuple(
            InstalledPack(
                position=row.id,
                name=row.name,
                issued_on=row.issued_on,
                official=bool(row.official),
                sha256=row.sha256,
                document=row.document,
                installed_at=row.installed_at,
            )
            for row in rows
        )


class PackWriter(PackReader):
    """Installs packs; an installed one stays, later ones add to it."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def install(self, document: str, *, name: str, issued_on: str, official: bool) -> int:
        """Keep a pack's JSON text and return its position; raises UseError where it is already installed."""
        sha256 = hashlib.sha256(document.encode()).hexdigest()
        if self._connection.execute(select(packs.c.id).where(packs.c.sha256 == sha256)).first():
            raise UseError(f"بسته مرجع «{name}» با همین محتوا پیش‌تر نصب شده است و نیازی به نصب دوباره نیست.")
        added = insert(packs).values(
            name=name,
            issued_on=issued_on,
            official=int(official),
            sha256=sha256,
            document=document,
            installed_at=self._trail.at,
            installed_by=self._trail.actor,
        )
        position: int = self._connection.execute(added.returning(packs.c.id)).scalar_one()
        self._trail.record_row(TrailAction.PACK_INSTALLED, "pack", position, name=name, sha256=sha256)
        return position
