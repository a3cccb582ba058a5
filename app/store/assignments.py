"""Whose work each submission is."""

from collections.abc import Mapping

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.office import TrailAction
from app.store.schema import assignments
from app.store.trail import TrailWriter


class AssignmentReader:
    """Reads assignments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[int, int]:
        """Return the reviewer of each submission that has one, by their ids."""
        query = select(assignments).where(assignments.c.reviewer.is_not(None))
        return {row.submission_id: row.reviewer for row in self._connection.execute(query)}


class AssignmentWriter(AssignmentReader):
    """Gives submissions to reviewers."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def assign(self, submission_id: int, reviewer: int | None) -> None:
        """Give a submission to a reviewer in place of the one before, or to nobody."""
        placed = insert(assignments).values(submission_id=submission_id, reviewer=reviewer)
        again = placed.on_conflict_do_update(index_elements=[assignments.c.submission_id], set_={"reviewer": reviewer})
        self._connection.execute(again)
        self._trail.record_row(TrailAction.SUBMISSION_ASSIGNED, "assignment", submission_id)
