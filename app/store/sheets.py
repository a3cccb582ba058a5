"""The register of signed sheets: which PDF was signed by whom on which result, and what each pays."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select

from app.domain.money import Rial
from app.domain.office import OPEN_STATES, PaidLine, Role, SignedSheet, TrailAction, Voided
from app.store.knowledge import known, settles
from app.store.schema import claims, sheet_lines, sheets, trail, voided_sheets
from app.store.sealing import rows_digest, subject_of
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

    def settling(self, claim_id: int, *, known_at: int | None = None) -> int | None:
        """Return the sheet by which a claim was settled at a place of the trail (None: now), None where it was not.

        That is the reviewer's: the accountant signs what the reviewer's knowledge gave.
        """
        latest = select(func.max(sheets.c.id)).join(claims, claims.c.id == sheets.c.claim_id).where(OF_REVIEWER)
        query = latest.where(claims.c.id == claim_id, settles(known_at), known("sheet", sheets.c.id, known_at))
        sheet_id: int | None = self._connection.execute(query).scalar_one()
        return sheet_id

    def approved_on(self, sheet_id: int) -> dict[int, Rial]:
        """Return what a sheet pays of each line, in rials."""
        query = select(sheet_lines.c.no, sheet_lines.c.approved).where(sheet_lines.c.sheet_id == sheet_id)
        return {row.no: row.approved for row in self._connection.execute(query.order_by(sheet_lines.c.no))}

    def place_in_trail(self, sheet_id: int) -> int:
        """Return the place of the trail at which a sheet was signed: what stands before it was known then."""
        entry = select(trail.c.seq).where(trail.c.subject == subject_of("sheet", sheet_id))
        place: int = self._connection.execute(entry).scalar_one()
        return place

    def last_signed_in(self, submission_id: int) -> str | None:
        """Return when a sheet of a submission's claims was signed last (ISO, UTC), None where none was."""
        query = select(func.max(sheets.c.signed_at)).join(claims, claims.c.id == sheets.c.claim_id)
        signed_at: str | None = self._connection.execute(
            query.where(claims.c.submission_id == submission_id)
        ).scalar_one()
        return signed_at

    def places_in_submission(self, submission_id: int) -> tuple[int, ...]:
        """Return the places of the trail at which the closed claims of a submission were signed, the first first."""
        latest = func.max(trail.c.seq)
        query = (
            select(latest)
            .join(claims, claims.c.id == trail.c.claim_id)
            .where(claims.c.submission_id == submission_id, claims.c.state.not_in(sorted(OPEN_STATES)))
            .where(trail.c.action == TrailAction.SHEET_SIGNED.value)
            .where(func.coalesce(func.json_extract(trail.c.payload, "$.row.role"), "reviewer") == "reviewer")
            .group_by(trail.c.claim_id)
            .order_by(latest)
        )
        return tuple(self._connection.scalars(query))

    def _where(self, condition: ColumnElement[bool]) -> tuple[SignedSheet, ...]:
        query = select(sheets, voided_sheets).outerjoin_from(sheets, voided_sheets).where(condition)
        rows = self._connection.execute(query.order_by(sheets.c.id))
        return tuple(_sheet(dict(row)) for row in rows.mappings())


OF_REVIEWER = or_(sheets.c.role.is_(None), sheets.c.role == Role.REVIEWER.value)
"""The sheets with a reviewer's signature alone; those of older offices do not say so."""


def _sheet(row: dict[str, Any]) -> SignedSheet:
    at, by, reason = (row.pop(name, None) for name in ("voided_at", "voided_by", "reason"))
    row.pop("sheet_id", None)
    role = Role(row.pop("role") or Role.REVIEWER)
    return SignedSheet(**row, role=role, voided=None if at is None else Voided(at, by, reason))


class SheetWriter(SheetReader):
    """Enters sheets that have been signed."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(
        self,
        claim_id: int,
        *,
        digest: str,
        sha256: str,
        file_name: str,
        paid: Mapping[int, PaidLine],
        role: Role = Role.REVIEWER,
    ) -> SignedSheet:
        """Enter a sheet of the claim's present version with what it pays, signed by the person of the transaction."""
        version = select(claims.c.version).where(claims.c.id == claim_id).scalar_subquery()
        added = insert(sheets).values(
            claim_id=claim_id,
            version=version,
            digest=digest,
            sha256=sha256,
            file_name=file_name,
            signed_by=self._trail.actor,
            signed_at=self._trail.at,
            role=role.value,
        )
        row = self._connection.execute(added.returning(*sheets.c)).mappings().one()
        lines = [
            {"sheet_id": row["id"], "no": no, "approved": line.approved, "units": str(line.units)}
            for no, line in sorted(paid.items())
        ]
        if lines:
            self._connection.execute(insert(sheet_lines), lines)
        self._trail.record_row(
            TrailAction.SHEET_SIGNED,
            "sheet",
            row["id"],
            claim_id=claim_id,
            lines=lines,
            lines_digest=rows_digest(lines),
        )
        return _sheet(dict(row))

    def void(self, claim_id: int, reason: str) -> None:
        """Void the signatures under the sheets of a claim's present version that still hold, each by a row of its own.

        An earlier version stays as it was signed: only an objection leads beyond it, and that voids nothing.
        """
        voided = select(voided_sheets.c.sheet_id)
        version = select(claims.c.version).where(claims.c.id == claim_id).scalar_subquery()
        held = select(sheets.c.id).where(
            sheets.c.claim_id == claim_id, sheets.c.version == version, sheets.c.id.not_in(voided)
        )
        for sheet_id in self._connection.scalars(held).all():
            row = {"sheet_id": sheet_id, "reason": reason, "voided_by": self._trail.actor, "voided_at": self._trail.at}
            self._connection.execute(insert(voided_sheets).values(row))
            self._trail.record_row(TrailAction.SHEET_VOIDED, "voided", sheet_id, claim_id=claim_id)
