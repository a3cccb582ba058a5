"""The performance reports that centres were given."""

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select

from app.domain.dates import JalaliDate
from app.domain.office import TrailAction
from app.domain.office_records import Handover
from app.store.schema import handovers
from app.store.trail import TrailWriter


class HandoverReader:
    """Reads what was handed over."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_submission(self, submission_id: int) -> tuple[Handover, ...]:
        """Return the reports of a submission that were handed over, the first recorded first."""
        return self._read(select(handovers).where(handovers.c.submission_id == submission_id))

    def all(self) -> tuple[Handover, ...]:
        """Return everything that was handed over, the first recorded first."""
        return self._read(select(handovers))

    def _read(self, query: Select[Any]) -> tuple[Handover, ...]:
        return tuple(_handover(row) for row in self._connection.execute(query.order_by(handovers.c.id)).mappings())


def _handover(row: RowMapping) -> Handover:
    return Handover(**{**row, "handed_on": JalaliDate.parse(row["handed_on"])})


class HandoverWriter(HandoverReader):
    """Records what is handed over by the person of the transaction."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(self, submission_id: int, handed_on: JalaliDate, *, sha256: str, file_name: str) -> Handover:
        """Record that a centre was given a submission's report on a day."""
        added = insert(handovers).values(
            submission_id=submission_id,
            handed_on=str(handed_on),
            sha256=sha256,
            file_name=file_name,
            handed_by=self._trail.actor,
            recorded_at=self._trail.at,
        )
        row = self._connection.execute(added.returning(*handovers.c)).mappings().one()
        self._trail.record_row(TrailAction.REPORT_HANDED_OVER, "handover", row["id"])
        return _handover(row)
