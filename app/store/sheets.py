"""The register of signed sheets: which PDF was signed by whom on which result."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select

from app.domain.office import SignedSheet, TrailAction
from app.store.schema import claims, sheets
from app.store.trail import TrailWriter


class SheetReader:
    """Reads the register."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_claim(self, claim_id: int) -> tuple[SignedSheet, ...]:
        """Return a claim's sheets, the first signed first."""
        return self._where(sheets.c.claim_id == claim_id)

    def by_sha256(self, sha256: str) -> SignedSheet | None:
        """Return the sheet whose PDF has this content, or None for a PDF that the office does not know."""
        return next(iter(self._where(sheets.c.sha256 == sha256)), None)

    def by_digest(self, digest: str) -> tuple[SignedSheet, ...]:
        """Return the sheets that show the result and decisions with this digest."""
        return self._where(sheets.c.digest == digest)

    def _where(self, condition: ColumnElement[bool]) -> tuple[SignedSheet, ...]:
        rows = self._connection.execute(select(sheets).where(condition).order_by(sheets.c.id))
        return tuple(_sheet(dict(row)) for row in rows.mappings())


def _sheet(row: dict[str, Any]) -> SignedSheet:
    return SignedSheet(**row)


class SheetWriter(SheetReader):
    """Enters sheets that have been signed."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(self, claim_id: int, *, digest: str, sha256: str, file_name: str) -> SignedSheet:
        """Enter a sheet of the claim's present version, signed by the person of the transaction."""
        version = select(claims.c.version).where(claims.c.id == claim_id).scalar_subquery()
        added = insert(sheets).values(
            claim_id=claim_id,
            version=version,
            digest=digest,
            sha256=sha256,
            file_name=file_name,
            signed_by=self._trail.actor,
            signed_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*sheets.c)).mappings().one()
        self._trail.record_row(
            TrailAction.SHEET_SIGNED, "sheet", row["id"], claim_id=claim_id, sha256=sha256, version=row["version"]
        )
        return _sheet(dict(row))
