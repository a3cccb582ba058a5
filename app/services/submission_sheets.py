"""The sheets of a submission: drawn, written to a folder, all bound to be printed, and the report handed over."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.domain.dates import JalaliDate
from app.domain.office import ClaimState, ImportedSubmission, OfficeClaim
from app.domain.office_records import Handover
from app.domain.persian import code_text, date_text, persian_digits
from app.domain.queue import QueueGroup, QueueQuery
from app.domain.receivers import Receiver
from app.domain.rights import Action
from app.errors import DataError, UseError
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.exports import write_export
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right
from app.services.sign_off import draw_sheet
from app.services.submission_report import holding_sheets, submission_report
from app.sheets.binding import bound
from app.sheets.content_submission import CLOSED_STATES, SubmissionReport
from app.sheets.cover_sheet import draw_cover_sheet
from app.sheets.deduction_statement import draw_deduction_statement
from app.sheets.performance_report import draw_performance_report
from app.store.folder import forget_file, reporting_file_faults, write_private_file
from app.store.transactions import OfficeChange, OfficeView

Progress = Callable[[int, int], None]


class SheetKind(StrEnum):
    """The sheets of a whole submission, by the beginnings of their file names."""

    REPORT = "performance-report"
    DEDUCTIONS = "deduction-statement"
    COVER = "cover"


_DRAW: Mapping[SheetKind, Callable[[SubmissionReport], bytes]] = {
    SheetKind.REPORT: draw_performance_report,
    SheetKind.DEDUCTIONS: draw_deduction_statement,
    SheetKind.COVER: draw_cover_sheet,
}
ALL_SHEETS = "all-sheets"
"""The beginning of the name of the file in which all sheets are bound."""


@dataclass(frozen=True, slots=True)
class SubmissionStanding:
    """How far a submission has come: its claims by state, and the reports that its centre was given."""

    imported: ImportedSubmission
    states: Mapping[ClaimState, int]
    handovers: tuple[Handover, ...]
    objection_days: int

    @property
    def unfinished(self) -> int:
        """The number of claims that may still change."""
        return sum(count for state, count in self.states.items() if state not in CLOSED_STATES)

    @property
    def deadline(self) -> JalaliDate | None:
        """The last day on which the centre may object, None until a report was handed over."""
        latest = latest_day(self.handovers)
        return latest.plus_days(self.objection_days) if latest else None


def latest_day(handovers: Iterable[Handover]) -> JalaliDate | None:
    """Return the day from which the centre's days to object run, in whatever order the days were entered."""
    return max((handover.handed_on for handover in handovers), default=None)


def submissions(office: Office, session: Session) -> tuple[ImportedSubmission, ...]:
    """Return every submission of the office, the latest imported first."""
    with office.read() as view:
        expect_right(session, Action.PRINT_SHEETS, now=view)
        return view.submissions.list(office.dictionary)[::-1]


def submission_standing(office: Office, session: Session, submission_id: int) -> SubmissionStanding:
    """Return how far a submission has come."""
    with office.read() as view:
        expect_right(session, Action.PRINT_SHEETS, now=view)
        handovers = view.handovers.of_submission(submission_id)
        day = latest_day(handovers) or day_of(office.clock())
        return SubmissionStanding(
            imported=view.submissions.get(submission_id, office.dictionary),
            states=_states(view, submission_id),
            handovers=handovers,
            objection_days=office.rulebook.figure("objection_days", day),
        )


def draw_submission_sheet(
    office: Office, session: Session, submission_id: int, kind: SheetKind, progress: Progress
) -> bytes:
    """Return one sheet of a submission as a PDF; `progress` hears (claims read, all) and may raise to cancel."""
    return _DRAW[kind](_report(office, session, submission_id, progress))


def draw_all_sheets(office: Office, session: Session, submission_id: int, progress: Progress) -> bytes:
    """Return all sheets of a submission as one PDF: cover, each claim's sheet in order, deduction statement.

    A claim without a signed sheet stands there with its draft. `progress` hears (claims done, all), those read for the
    cover among them, and may raise to cancel.
    """
    report = _report(office, session, submission_id, lambda done, total: progress(done, 2 * total))
    return bound(_all_sheets(office, session, submission_id, report, progress))


def write_all_sheets(
    office: Office,
    session: Session,
    submission_id: int,
    folder: Path,
    progress: Progress,
    *,
    receiver: Receiver | None = None,
) -> tuple[Path, ...]:
    """Write cover, statement, report and all sheets bound into a folder; returns the files, readable by their owner.

    For a receiver only what is sealed for them is written. Either all files are written or, when `progress` cancels,
    none. Raises MachineError where the folder takes none.
    """
    report = _report(office, session, submission_id, lambda done, total: progress(done, 2 * total))
    drawn = {kind.value: draw(report) for kind, draw in _DRAW.items()}
    drawn[ALL_SHEETS] = bound(_all_sheets(office, session, submission_id, report, progress))
    paths = []
    for name, pdf in drawn.items():
        path = folder / sheet_file_name(name, report.submission.id)
        paths.append(write_export(office, path, pdf, receiver))
    return tuple(paths)


def sheet_file_name(name: str, submission_number: str) -> str:
    """Return the name of the file of a sheet; what a file system does not take in a number becomes a hyphen."""
    number = "".join(c if c.isalnum() or c in "-_." else "-" for c in submission_number)
    return f"{name}-{number}.pdf"


def hand_over(office: Office, session: Session, submission_id: int, day: JalaliDate) -> Path:
    """Record that the centre was given the performance report on a day, and keep the report; returns its file.

    From the next day on the centre has its days to object. Raises UseError while a claim may still change, for a day to
    come, for one before the report could be made (it would take days from the centre), and for one on which the same
    report was handed over already.
    """
    with office.read() as view:
        expect_right(session, Action.HAND_OVER_REPORT, now=view)
    if day > day_of(office.clock()):
        raise UseError(f"{date_text(day)} هنوز نیامده است. روزی را بنویسید که گزارش به مرکز تحویل شد.")
    report = replace(submission_report(office, submission_id), handed_on=day)
    pdf = draw_performance_report(report)
    sha256 = hashlib.sha256(pdf).hexdigest()
    path = office.store.sheets_folder / f"report-{submission_id}-{sha256[:12]}.pdf"
    with _only_with_its_entry(path), office.change(session.user.id) as unit:
        expect_right(session, Action.HAND_OVER_REPORT, now=unit)
        _expect_finished(unit, submission_id, report)
        _expect_after_signatures(unit, submission_id, day)
        _expect_not_told_yet(unit, submission_id, day)
        with reporting_file_faults(path.parent):
            write_private_file(path, pdf)
        unit.handovers.add(submission_id, day, sha256=sha256, file_name=path.name)
    return path


@contextmanager
def _only_with_its_entry(path: Path) -> Iterator[None]:
    """Keep a new file of a report only where it was entered too; one that was handed over before stays."""
    known = path.exists()
    try:
        yield
    except BaseException:
        if not known:
            forget_file(path)
        raise


def _report(office: Office, session: Session, submission_id: int, progress: Progress) -> SubmissionReport:
    """Return the report of a submission to somebody who may print it."""
    with office.read() as view:
        expect_right(session, Action.PRINT_SHEETS, now=view)
    return submission_report(office, submission_id, progress)


def _expect_finished(unit: OfficeChange, submission_id: int, report: SubmissionReport) -> None:
    """Raise UseError where the report is not the last word on every claim of the submission."""
    states = _states(unit, submission_id)
    left = max(len(report.unfinished), sum(count for state, count in states.items() if state not in CLOSED_STATES))
    if left:
        raise UseError(
            f"کار {persian_digits(left)} سند این درخواست هنوز به پایان نرسیده است. "
            "گزارش عملکرد پس از بسته شدن همه سندها تحویل می‌شود."
        )


def _expect_after_signatures(unit: OfficeChange, submission_id: int, day: JalaliDate) -> None:
    signed_at = unit.sheets.last_signed_in(submission_id)
    signed_on = None if signed_at is None else day_of(datetime.fromisoformat(signed_at))
    if signed_on is not None and day < signed_on:
        raise UseError(
            f"آخرین برگ این درخواست در {date_text(signed_on)} امضا شده است؛ گزارش آن پیش از این روز تحویل نشده است."
            " روز تحویل را اصلاح کنید."
        )


def _expect_not_told_yet(unit: OfficeChange, submission_id: int, day: JalaliDate) -> None:
    """Raise UseError where this day was recorded for the report already and nothing was signed since."""
    signed_at = unit.sheets.last_signed_in(submission_id)
    for handover in unit.handovers.of_submission(submission_id):
        if handover.handed_on == day and (signed_at is None or signed_at <= handover.recorded_at):
            raise UseError(
                f"تحویل این گزارش در {date_text(day)} پیش از این ثبت شده است و دوباره ثبت نمی‌شود."
                " اگر گزارش در روز دیگری تحویل شده است، همان روز را بنویسید."
            )


def _states(view: OfficeView | OfficeChange, submission_id: int) -> Mapping[ClaimState, int]:
    counts = view.claims.counts_by(QueueGroup.STATE, QueueQuery(submission=submission_id))
    return {ClaimState(count.key): count.claims for count in counts if count.key}


def _all_sheets(
    office: Office, session: Session, submission_id: int, report: SubmissionReport, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Yield the sheets in the order of printing, each with the name by which an error speaks of it."""
    yield "روکش", draw_cover_sheet(report)
    opening = ClaimOpening(office)
    with office.read() as view:
        claims = tuple(view.claims.of_submission(submission_id, office.dictionary))
    for done, office_claim in enumerate(claims, start=1):
        yield f"سند {code_text(office_claim.claim.id)}", _sheet_of_claim(office, session, opening, office_claim)
        progress(len(claims) + done, 2 * len(claims))
    yield "صورت کسورات", draw_deduction_statement(report)


def _sheet_of_claim(office: Office, session: Session, opening: ClaimOpening, office_claim: OfficeClaim) -> bytes:
    """Return the signed sheet of a claim, or a draft where none holds."""
    with office.read() as view:
        version = view.claims.standing(office_claim.id).version
        sheets = holding_sheets(view.sheets.of_claim(office_claim.id), version)
        open_claim = None if sheets else opening.open(view, office_claim.id)
    if open_claim is not None:
        return draw_sheet(office, session, open_claim)
    path = office.store.sheets_folder / sheets[-1].file_name
    try:
        return path.read_bytes()
    except OSError as fault:
        raise DataError(
            f"برگ امضاشده «{path.name}» در پوشه دفتر خوانده نشد ({fault.strerror}). آن را از نسخه پشتیبان برگردانید."
        ) from fault
