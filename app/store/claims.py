"""The claims of the office: read as the centre wrote them; only how far they have come changes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, select, update

from app.domain.claim import Claim, PastService, Pathway, Submission
from app.domain.claim_document import claim_from_document
from app.domain.dates import JalaliDate
from app.domain.facts import FactDictionary
from app.domain.office import SETTLED_STATES, ClaimStanding, ClaimState, OfficeClaim, TrailAction
from app.domain.queue import QueueCount, QueueGroup, QueueQuery, QueueRow
from app.store.history import paid_services, past_services
from app.store.queue import queue_count, queue_counts, queue_page
from app.store.schema import claim_documents, claims, submissions
from app.store.sealing import subject_of
from app.store.trail import TrailWriter

PAGE = 200
"""Rows of the queue that are read at a time."""


class ClaimReader:
    """Reads claims, one by one or as the rows of the queue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, claim_id: int, dictionary: FactDictionary) -> OfficeClaim:
        """Return a claim by its id in the office."""
        row = self._connection.execute(_CLAIMS.where(claims.c.id == claim_id)).one()
        return _office_claim(row, dictionary)

    def standing(self, claim_id: int) -> ClaimStanding:
        """Return how far a claim has come, without reading its document."""
        query = select(claims.c.submission_id, claims.c.state, claims.c.version).where(claims.c.id == claim_id)
        row = self._connection.execute(query).one()
        return ClaimStanding(row.submission_id, ClaimState(row.state), row.version)

    def of_submission(self, submission_id: int, dictionary: FactDictionary) -> Iterator[OfficeClaim]:
        """Yield the claims of a submission in the order of its file, without holding them all."""
        query = _CLAIMS.where(claims.c.submission_id == submission_id).order_by(claims.c.position)
        for row in self._connection.execute(query, execution_options={"yield_per": PAGE}):
            yield _office_claim(row, dictionary)

    def states_by_submission(self) -> Mapping[int, Mapping[ClaimState, int]]:
        """Return how many claims of each submission have come how far, by the submissions' ids."""
        counted = select(claims.c.submission_id, claims.c.state, func.count().label("claims"))
        found: dict[int, dict[ClaimState, int]] = {}
        for row in self._connection.execute(counted.group_by(claims.c.submission_id, claims.c.state)):
            found.setdefault(row.submission_id, {})[ClaimState(row.state)] = row.claims
        return found

    def in_state(self, submission_id: int, state: ClaimState) -> frozenset[int]:
        """Return the claims of a submission that have come so far, by their ids."""
        query = select(claims.c.id).where(claims.c.submission_id == submission_id, claims.c.state == state.value)
        return frozenset(self._connection.scalars(query))

    def reimbursements(self, state: ClaimState | None = None) -> tuple[int, ...]:
        """Return the claims of persons who paid themselves, by their ids in the order of import; in a state, if any."""
        query = (
            select(claims.c.id)
            .join(claim_documents, claim_documents.c.claim_id == claims.c.id)
            .where(func.json_extract(claim_documents.c.document, "$.pathway") == Pathway.REIMBURSEMENT.value)
            .order_by(claims.c.id)
        )
        if state is not None:
            query = query.where(claims.c.state == state.value)
        return tuple(self._connection.scalars(query))

    def history_of(
        self,
        patient_id: str,
        dictionary: FactDictionary,
        *,
        until: JalaliDate | None = None,
        outside_submission: int | None = None,
        known_at: int | None = None,
    ) -> tuple[PastService, ...]:
        """Return what was paid to a patient in settled claims, the earliest first.

        `until` leaves out later days, `outside_submission` a submission whose own lines the engine already sees,
        `known_at` what came into the office after a place of its trail.
        """
        return past_services(
            self._connection,
            patient_id,
            dictionary,
            until=until,
            outside_submission=outside_submission,
            known_at=known_at,
        )

    def paid_on(
        self, claim_id: int, dictionary: FactDictionary, *, known_at: int | None = None
    ) -> tuple[PastService, ...]:
        """Return what was paid on one settled claim, as far as a place of the trail tells (None: now)."""
        return paid_services(self._connection, claim_id, dictionary, known_at=known_at)

    def settled_after(self, patient_id: str, day: JalaliDate, *, outside_submission: int) -> tuple[int, ...]:
        """Return the settled claims of a patient in other submissions with a later service day, the earliest first."""
        query = (
            select(claims.c.id)
            .where(claims.c.patient_id == patient_id, claims.c.state.in_(sorted(SETTLED_STATES)))
            .where(claims.c.service_day > str(day), claims.c.submission_id != outside_submission)
            .order_by(claims.c.service_day, claims.c.id)
        )
        return tuple(self._connection.execute(query).scalars())

    def count_with_fact(self, centre_id: str, fact: str, *, outside_submission: int, newest: int) -> int:
        """Return how many claims of a centre came in with a fact that is true, in its other submissions.

        `newest` is the last submission that counts.
        """
        found = (
            select(func.count())
            .select_from(claims)
            .join(submissions, submissions.c.id == claims.c.submission_id)
            .join(claim_documents, claim_documents.c.claim_id == claims.c.id)
            .where(submissions.c.centre_id == centre_id, submissions.c.id <= newest)
            .where(claims.c.submission_id != outside_submission)
            .where(func.json_extract(claim_documents.c.document, f"$.facts.{fact}") == 1)
        )
        return self._connection.execute(found).scalar_one()

    def of_month_with_line_fact(
        self, submission: Submission, fact: str, dictionary: FactDictionary, *, outside_submission: int, newest: int
    ) -> tuple[Claim, ...]:
        """Return the claims in other submissions of a centre's month that came in with a fact true on a line."""
        line = func.json_each(claim_documents.c.document, "$.lines").table_valued("value")
        query = (
            select(claim_documents.c.document)
            .join(claims, claims.c.id == claim_documents.c.claim_id)
            .join(submissions, submissions.c.id == claims.c.submission_id)
            .where(submissions.c.centre_id == submission.provider.id, submissions.c.month == str(submission.month))
            .where(submissions.c.id <= newest, claims.c.submission_id != outside_submission)
            .where(exists(select(1).select_from(line).where(func.json_extract(line.c.value, f"$.facts.{fact}") == 1)))
            .order_by(claims.c.id)
        )
        documents = self._connection.execute(query).scalars()
        return tuple(claim_from_document(json.loads(document), dictionary) for document in documents)

    def page(self, query: QueueQuery, after: QueueRow | None = None, limit: int = PAGE) -> tuple[QueueRow, ...]:
        """Return the first rows of the queue, or those that follow a row of it."""
        return queue_page(self._connection, query, after, limit)

    def count(self, query: QueueQuery) -> int:
        """Return how many claims the queue holds."""
        return queue_count(self._connection, query)

    def counts_by(self, group: QueueGroup, query: QueueQuery | None = None) -> tuple[QueueCount, ...]:
        """Return how many claims of the queue share each value, the most frequent first."""
        return queue_counts(self._connection, group, query or QueueQuery())


_CLAIMS: Select[Any] = select(
    claims.c.id, claims.c.submission_id, claims.c.state, claims.c.version, claim_documents.c.document
).join_from(claims, claim_documents)


def _office_claim(row: Row[Any], dictionary: FactDictionary) -> OfficeClaim:
    return OfficeClaim(
        id=row.id,
        submission_id=row.submission_id,
        claim=claim_from_document(json.loads(row.document), dictionary),
        state=ClaimState(row.state),
        version=row.version,
    )


class ClaimWriter(ClaimReader):
    """Moves claims on; what the centre wrote stays."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def set_state(self, claim_id: int, state: ClaimState) -> None:
        """Move a claim to another state."""
        self._move(claim_id, {"state": state.value})

    def reopen(self, claim_id: int) -> None:
        """Take a claim into review again as its next version, such as after an objection."""
        self._move(claim_id, {"state": ClaimState.IN_REVIEW.value, "version": claims.c.version + 1})

    def _move(self, claim_id: int, values: dict[str, Any]) -> None:
        moved = update(claims).where(claims.c.id == claim_id).values(values)
        now = self._connection.execute(moved.returning(claims.c.state, claims.c.version)).one()
        self._trail.record(
            TrailAction.STATE_CHANGED,
            subject_of("claim", claim_id),
            claim_id=claim_id,
            state=now.state,
            version=now.version,
        )
