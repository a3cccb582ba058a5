"""The reimbursement requests of an office with their statuses (REI-14): as a list, a workbook, a CSV table, a sheet.

The list goes to those who answer insured persons; the sheet to one of them, and holds nobody else's data.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from app.domain.claim import Claim
from app.domain.persian import date_text, persian_digits
from app.domain.request_status import STEP_NAMES, RequestStatus
from app.domain.rights import Action
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable, StatisticsReport
from app.errors import UseError
from app.files.statistics_workbook import FORMULA_BEGINNINGS, statistics_workbook
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.rights import expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.sheets.request_status_sheet import RequestSheet, draw_request_status
from app.store.transactions import OfficeView

Progress = Callable[[int, int], None]
_COLUMNS = (
    ReportColumn("درخواست"),
    ReportColumn("بیمه‌شده"),
    ReportColumn("شماره بیمه‌شده"),
    ReportColumn("وضعیت"),
    ReportColumn("از تاریخ"),
    ReportColumn("درخواستی", ColumnKind.RIAL),
    ReportColumn("سهم بیمه‌گر", ColumnKind.RIAL),
    ReportColumn("فرستاده برای پرداخت", ColumnKind.RIAL),
    ReportColumn("بازپس‌گرفتنی", ColumnKind.RIAL),
    ReportColumn("فهرست پرداخت"),
    ReportColumn("شرح"),
)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request with its status; `claim_id` is its number in the office, the sums are rials of its whole claim."""

    claim_id: int
    claim: Claim
    status: RequestStatus
    approved: int
    deducted: int
    trial_figures: bool = False


class Reimbursements:
    """A signed-in person's look at the requests; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def requests(self, progress: Progress | None = None) -> tuple[RequestRow, ...]:
        """Return every request, in the order of import; `progress` hears (read, all) and may raise to cancel."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            numbers = view.claims.reimbursements()
            rows: list[RequestRow] = []
            for done, number in enumerate(numbers, start=1):
                rows += _rows(self._opening.open(view, number))
                if progress is not None:
                    progress(done, len(numbers))
        return tuple(rows)

    def workbook(self, rows: Sequence[RequestRow]) -> bytes:
        """Return the statuses as the content of an .xlsx file."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            name = _office_name(view)
        counts = Counter(row.status.step for row in rows)
        return statistics_workbook(
            StatisticsReport(
                office_name=name,
                printed_on=day_of(self._office.clock()),
                printed_by=self._session.user.full_name,
                criteria=tuple((STEP_NAMES[step], persian_digits(counts[step])) for step in STEP_NAMES if counts[step]),
                claims=len(rows),
                claimed=sum(row.claim.claimed for row in rows),
                approved=sum(row.approved for row in rows),
                deducted=sum(row.deducted for row in rows),
                trial_figures=any(row.trial_figures for row in rows),
                tables=(ReportTable("وضعیت‌ها", "وضعیت درخواست‌های خسارت متفرقه", _COLUMNS, tuple(_cells(rows))),),
                title="وضعیت درخواست‌های خسارت متفرقه",
            )
        )

    def table(self, rows: Sequence[RequestRow]) -> bytes:
        """Return the statuses as the content of a CSV file; no cell of it is taken for a formula."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
        content = StringIO()
        writer = csv.writer(content)
        writer.writerow([column.title for column in _COLUMNS])
        writer.writerows([_plain(cell) for cell in cells] for cells in _cells(rows))
        return content.getvalue().encode("utf-8-sig")

    def sheet(self, claim_id: int) -> bytes:
        """Return the sheet that tells one insured person of their request; raises UseError for any other claim."""
        with self._office.read() as view:
            expect_right(self._session, Action.PRINT_SHEETS, now=view)
            opened = self._opening.open(view, claim_id)
            name = _office_name(view)
        if opened.request is None:
            raise UseError("این سند از مرکز طرف قرارداد است و وضعیت خسارت متفرقه ندارد.")
        return draw_request_status(
            RequestSheet(
                office_name=name,
                submission=opened.submission,
                claim=opened.claim,
                status=opened.request,
                printed_on=day_of(self._office.clock()),
                trial_figures=bool(opened.result.unofficial) and opened.request.amount is not None,
            )
        )


def _rows(opened: OpenClaim) -> Iterator[RequestRow]:
    if opened.request is not None:
        totals = opened.settlement.totals
        yield RequestRow(
            opened.id, opened.claim, opened.request, totals.approved, totals.deducted, bool(opened.result.unofficial)
        )


def _cells(rows: Sequence[RequestRow]) -> Iterator[tuple[str | int | None, ...]]:
    for row in rows:
        status, patient = row.status, row.claim.patient
        yield (
            row.claim.id,
            patient.name or "—",
            patient.id,
            status.name,
            date_text(status.since),
            row.claim.claimed,
            status.amount,
            status.sent + status.reclaimed if status.lists else None,
            status.reclaimed or None,
            "، ".join(persian_digits(listed.number) for listed in status.lists),
            " ".join(part for part in (status.sentence, status.after_payment) if part),
        )


def _plain(cell: str | int | None) -> str | int | None:
    begins = isinstance(cell, str) and cell.lstrip(" \u200e\u200f").startswith(FORMULA_BEGINNINGS)
    return f"'{cell}" if begins else cell


def _office_name(view: OfficeView) -> str:
    return view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
