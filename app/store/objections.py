"""The centres' objections to assessments."""

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select

from app.domain.dates import JalaliDate
from app.domain.money import Rial
from app.domain.office import ClaimState, TrailAction
from app.domain.office_records import Objection
from app.store.columns import expect_short
from app.store.schema import claims, objections
from app.store.trail import TrailWriter


class ObjectionReader:
    """Reads objections."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_claim(self, claim_id: int) -> tuple[Objection, ...]:
        """Return the objections to a claim, the first recorded first."""
        return self._read(select(objections).where(objections.c.claim_id == claim_id))

    def of_submission(self, submission_id: int) -> tuple[Objection, ...]:
        """Return the objections to claims of a submission, the first recorded first."""
        query = select(objections).join(claims, claims.c.id == objections.c.claim_id)
        return self._read(query.where(claims.c.submission_id == submission_id))

    def all(self) -> tuple[Objection, ...]:
        """Return every objection of the office, the first recorded first."""
        return self._read(select(objections))

    def open(self) -> tuple[Objection, ...]:
        """Return the objections that wait to be heard or are being heard, the first recorded first."""
        waits = (objections.c.version == claims.c.version) & (claims.c.state == ClaimState.OBJECTED.value)
        is_over = claims.c.state.in_((ClaimState.CLOSED.value, ClaimState.OBJECTED.value))
        is_heard = (objections.c.version == claims.c.version - 1) & ~is_over
        return self._read(select(objections).join(claims, claims.c.id == objections.c.claim_id).where(waits | is_heard))

    def _read(self, query: Select[Any]) -> tuple[Objection, ...]:
        return tuple(_objection(row) for row in self._connection.execute(query.order_by(objections.c.id)).mappings())


def _objection(row: RowMapping) -> Objection:
    return Objection(**{**row, "received_on": JalaliDate.parse(row["received_on"])})


class ObjectionWriter(ObjectionReader):
    """Records objections by the person of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(
        self,
        claim_id: int,
        line: int | None,
        *,
        received_on: JalaliDate,
        reason: str,
        wanted: Rial | None = None,
        version: int | None = None,
    ) -> Objection:
        """Record an objection to a version of a claim (the present one by default), or to one of its lines.

        Raises UseError for a reason that finds no room on a sheet.
        """
        expect_short(reason)
        present = select(claims.c.version).where(claims.c.id == claim_id).scalar_subquery()
        added = insert(objections).values(
            claim_id=claim_id,
            version=present if version is None else version,
            line=line,
            received_on=str(received_on),
            reason=reason,
            wanted=wanted,
            recorded_by=self._trail.actor,
            recorded_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*objections.c)).mappings().one()
        self._trail.record_row(TrailAction.OBJECTION_RECORDED, "objection", row["id"], claim_id=claim_id)
        return _objection(row)
