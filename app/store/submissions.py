"""The submissions of the office: imported once, never changed."""

import hashlib
import json
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, func, insert, select

from app.domain.assessment import canonical_json
from app.domain.claim import Claim, Submission
from app.domain.claim_document import submission_document, submission_from_document
from app.domain.facts import FactDictionary
from app.domain.office import ImportedSubmission, TrailAction
from app.domain.persian import persian_digits
from app.errors import UseError
from app.store.claim_rows import ClaimRows, claim_rows
from app.store.knowledge import known
from app.store.schema import claim_documents, claim_search, claims, lines, submissions
from app.store.trail import TrailWriter

BATCH = 500
"""Claims that are written at a time; after each batch the progress is told."""

Progress = Callable[[int], None]


class SubmissionReader:
    """Reads the imported submissions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self, dictionary: FactDictionary) -> tuple[ImportedSubmission, ...]:
        """Return every submission in the order of import."""
        query = _SUBMISSIONS.order_by(submissions.c.id)
        return tuple(_imported(row, dictionary) for row in self._connection.execute(query))

    def get(self, submission_id: int, dictionary: FactDictionary) -> ImportedSubmission:
        """Return a submission by its id in the office."""
        row = self._connection.execute(_SUBMISSIONS.where(submissions.c.id == submission_id)).one()
        return _imported(row, dictionary)

    def id_of_file(self, sha256: str) -> int | None:
        """Return the submission that was read from a file with this content, or None."""
        query = select(submissions.c.id).where(submissions.c.sha256 == sha256)
        return self._connection.execute(query).scalar_one_or_none()

    def newest(self, *, known_at: int | None = None) -> int:
        """Return the last submission that was imported by a place of the trail (None: now); 0 where there is none."""
        latest = select(func.coalesce(func.max(submissions.c.id), 0))
        query = latest.where(known("submission", submissions.c.id, known_at))
        newest: int = self._connection.execute(query).scalar_one()
        return newest


def _of_submission(value: ColumnElement[int]) -> ScalarSelect[int]:
    return select(value).where(claims.c.submission_id == submissions.c.id).scalar_subquery()


_SUBMISSIONS = select(
    submissions,
    _of_submission(func.count()).label("claims"),
    _of_submission(func.coalesce(func.sum(claims.c.claimed), 0)).label("claimed"),
)


def _imported(row: Row[Any], dictionary: FactDictionary) -> ImportedSubmission:
    return ImportedSubmission(
        id=row.id,
        submission=submission_from_document(json.loads(row.document), dictionary),
        sha256=row.sha256,
        file_name=row.file_name,
        imported_at=row.imported_at,
        claims=row.claims,
        claimed=row.claimed,
    )


class SubmissionWriter(SubmissionReader):
    """Imports submissions."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(
        self,
        submission: Submission,
        claims_of_file: Iterable[Claim],
        *,
        sha256: str,
        file_name: str,
        progress: Progress | None = None,
    ) -> int:
        """Import a submission with its claims in their order and return its id; raises UseError for a file read before.

        `progress` hears the number of claims written so far; what it raises cancels the import, and nothing stays.
        """
        known = self.id_of_file(sha256)
        if known is not None:
            raise UseError(
                f"پرونده «{file_name}» پیش‌تر با شماره {persian_digits(known)} وارد این دفتر شده است و دوباره وارد نشد."
            )
        submission_id = self._add_submission(submission, sha256, file_name)
        seals = hashlib.sha256()
        count = claimed = 0
        for batch in self._batches(claims_of_file, submission, submission_id):
            self._write(batch)
            count += len(batch)
            claimed += sum(rows.claim["claimed"] for rows in batch)
            seals.update("".join(rows.claim["digest"] for rows in batch).encode())
            if progress is not None:
                progress(count)
        self._trail.record_row(
            TrailAction.SUBMISSION_IMPORTED,
            "submission",
            submission_id,
            file_sha256=sha256,
            file_name=file_name,
            claims=count,
            claimed=claimed,
            claims_digest=seals.hexdigest(),
        )
        return submission_id

    def _add_submission(self, submission: Submission, sha256: str, file_name: str) -> int:
        added = insert(submissions).values(
            sha256=sha256,
            file_name=file_name,
            external_id=submission.id,
            centre_id=submission.provider.id,
            centre_name=submission.provider.name,
            centre_kind=submission.provider.kind,
            month=str(submission.month),
            fund=submission.fund,
            insurer=submission.insurer.value,
            document=canonical_json(submission_document(submission)),
            imported_at=self._trail.at,
            imported_by=self._trail.actor,
        )
        submission_id: int = self._connection.execute(added.returning(submissions.c.id)).scalar_one()
        return submission_id

    def _batches(
        self, claims_of_file: Iterable[Claim], submission: Submission, submission_id: int
    ) -> Iterable[list[ClaimRows]]:
        first_id = self._connection.execute(select(func.coalesce(func.max(claims.c.id), 0) + 1)).scalar_one()
        rows = (
            claim_rows(claim, submission, submission_id=submission_id, claim_id=first_id + place, position=place + 1)
            for place, claim in enumerate(claims_of_file)
        )
        while batch := list(islice(rows, BATCH)):
            yield batch

    def _write(self, batch: list[ClaimRows]) -> None:
        self._connection.execute(insert(claims), [rows.claim for rows in batch])
        self._connection.execute(insert(claim_documents), [rows.document for rows in batch])
        line_rows = [line for rows in batch for line in rows.lines]
        if line_rows:
            self._connection.execute(insert(lines), line_rows)
        self._connection.execute(insert(claim_search), [rows.search for rows in batch])
