"""Claim files into the office: read, checked whole, stored in one transaction, then audited for the queue."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.domain.electronic_bill import SealsTold, seals_told
from app.domain.rights import Action
from app.errors import DataError
from app.files.claim_reader import read_claim_file
from app.files.read_report import ReadReport, format_problems
from app.services.office import Office
from app.services.people import Session
from app.services.results import audit_submission
from app.services.rights import expect_right


class ImportStage(Enum):
    """The stages of an import, for its progress."""

    READING = "reading"
    STORING = "storing"
    AUDITING = "auditing"


Progress = Callable[[ImportStage, int, int], None]


class ImportRefused(DataError):
    """A faulty file, of which nothing was imported; `report` lists every fault and the claims that were good."""

    def __init__(self, report: ReadReport) -> None:
        super().__init__(format_problems(report))
        self.report = report


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: the submission's number in the office, its claims, and warnings that hold up nothing.

    `seals` are what the file tells of the seals of electronic bills, None where it has none.
    """

    submission_id: int
    claims: int
    report: ReadReport
    seals: SealsTold | None = None


def import_claim_file(office: Office, session: Session, path: Path, progress: Progress) -> Imported:
    """Import a claim file; raises ImportRefused for a faulty one, UseError for one that was read before.

    `progress` hears (stage, done, all) and may raise to cancel; until the claims are stored nothing stays.
    """
    with office.read() as view:
        expect_right(session, Action.IMPORT, now=view)
    report = read_claim_file(
        path,
        office.dictionary,
        strict_identity=True,
        progress=lambda done, total: progress(ImportStage.READING, done, total),
    )
    if not report.ok or report.submission is None:
        raise ImportRefused(report)
    count = len(report.claims)
    with office.change(session.user.id) as unit:
        expect_right(session, Action.IMPORT, now=unit)
        submission_id = unit.submissions.add(
            report.submission,
            report.claims,
            sha256=report.sha256,
            file_name=path.name,
            progress=lambda done: progress(ImportStage.STORING, done, count),
        )
    audit_submission(office, submission_id, lambda done, total: progress(ImportStage.AUDITING, done, total))
    return Imported(submission_id, count, report, seals_told(report.claims))
