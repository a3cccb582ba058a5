"""Payment lists of reimbursements (REI-13c): what is ready is shown, then signed by an accountant and kept.

Only closed requests without an open question go on a list, each on one alone; the insurer's share goes to the insured
person's account. A request that is objected to later stays on its list, and says so.
"""

import hashlib
from collections.abc import Iterator

from app.domain.claim import Insurer
from app.domain.identity import iban_fault, iban_groups
from app.domain.office import ClaimState, Role
from app.domain.payments import (
    ClosedRequest,
    KeptList,
    ListedRequest,
    PaymentChoice,
    PaymentList,
    PaymentPreview,
)
from app.domain.persian import date_text, persian_digits, rials
from app.domain.rights import Action
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable, StatisticsReport
from app.errors import DataError, UseError
from app.files.statistics_workbook import statistics_workbook
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.request_standing import day_of_stamp
from app.services.rights import expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.services.signing_keys import expect_good_key, personal_key
from app.sheets.labels import INSURERS
from app.sheets.payment_list import PaymentSheet, draw_payment_list
from app.sheets.signing import sign_sheet
from app.store.folder import reporting_file_faults, write_private_file
from app.store.transactions import OfficeChange, OfficeView

REASON_OF_SIGNATURE = "فهرست پرداخت"
NOTHING_TO_PAY = "چیزی برای پرداخت نمانده است"
STILL_ASKED = "پرسشی بر آن باز است"
NO_IBAN = "شماره شبا ندارد"
OBJECTED_SINCE = "پس از این فهرست به آن اعتراض شده است"

View = OfficeView | OfficeChange


class PaymentLists:
    """A signed-in person's work on payment lists; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def waiting(self) -> PaymentChoice | None:
        """Return the choice that takes in every closed request of the insurer who has the oldest one; None for none."""
        with self._office.read() as view:
            expect_right(self._session, Action.LIST_PAYMENTS, now=view)
            unlisted = tuple(self._unlisted(view))
        if not unlisted:
            return None
        insurer = unlisted[0][1]
        days = [request.closed_on for request, other in unlisted if other is insurer]
        return PaymentChoice(insurer, min(days), max(*days, day_of(self._office.clock())))

    def preview(self, choice: PaymentChoice) -> PaymentPreview:
        """Return what a list would hold; raises UseError for a period that ends before it begins."""
        if choice.last < choice.first:
            raise UseError("آغاز دوره پس از پایان آن است؛ تاریخ‌ها را اصلاح کنید.")
        with self._office.read() as view:
            expect_right(self._session, Action.LIST_PAYMENTS, now=view)
            return self._preview(view, choice)

    def make(self, shown: PaymentPreview) -> KeptList:
        """Sign the list that was shown and keep it.

        Raises UseError for an empty list, and where what it would hold has become another since it was shown.
        """
        expect_right(self._session, Action.LIST_PAYMENTS)
        if not shown.payable:
            raise UseError("در این دوره درخواستی آماده پرداخت نیست؛ دوره یا بیمه‌گر دیگری را برگزینید.")
        key, path = personal_key(self._office, self._session.user), None
        try:
            with self._office.change(self._session.user.id) as unit:
                expect_right(self._session, Action.LIST_PAYMENTS, now=unit)
                expect_good_key(unit, self._session.user, self._office.clock())
                self._expect_as_shown(unit, shown)
                sheet = self._sheet(unit, shown)
                pdf = self._signed(draw_payment_list(sheet), key)
                sha256 = hashlib.sha256(pdf).hexdigest()
                path = self._office.store.sheets_folder / f"payments-{sheet.number}-{sha256[:12]}.pdf"
                with reporting_file_faults(path.parent):
                    write_private_file(path, pdf)
                payments = [request.payment for request in shown.payable]
                made = unit.payments.add(shown.choice.insurer, payments, sha256=sha256, file_name=path.name)
                return self._kept(unit, made)
        except BaseException:
            if path is not None:
                path.unlink(missing_ok=True)
            raise

    def all(self) -> tuple[KeptList, ...]:
        """Return every list, the latest first."""
        with self._office.read() as view:
            expect_right(self._session, Action.LIST_PAYMENTS, now=view)
            return tuple(self._kept(view, made) for made in view.payments.list())

    def pdf(self, kept: KeptList) -> bytes:
        """Return the signed list; raises DataError where its file is not what the office entered."""
        expect_right(self._session, Action.LIST_PAYMENTS)
        path = self._office.store.sheets_folder / kept.made.file_name
        with reporting_file_faults(path.parent):
            content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != kept.made.sha256:
            raise DataError(f"پرونده {kept.made.file_name} با آنچه در دفتر ثبت شده یکی نیست؛ آن را به بانک نفرستید.")
        return content

    def workbook(self, kept: KeptList) -> bytes:
        """Return a list as the content of an .xlsx file."""
        with self._office.read() as view:
            expect_right(self._session, Action.LIST_PAYMENTS, now=view)
            name = _office_name(view)
            opened = [self._opening.open(view, request.payment.claim_id).settlement for request in kept.requests]
        number = persian_digits(kept.made.id)
        return statistics_workbook(
            StatisticsReport(
                office_name=name,
                printed_on=day_of(self._office.clock()),
                printed_by=self._session.user.full_name,
                criteria=(
                    ("فهرست پرداخت", number),
                    ("بیمه‌گر", INSURERS[kept.made.insurer]),
                    ("امضا", f"{kept.maker}، {date_text(kept.made_on)}"),
                    ("جمع سهم بیمه‌گر برای پرداخت", f"{rials(kept.total)} ریال"),
                ),
                claims=len(kept.requests),
                claimed=sum(settlement.totals.claimed for settlement in opened),
                approved=sum(settlement.totals.approved for settlement in opened),
                deducted=sum(settlement.totals.deducted for settlement in opened),
                trial_figures=any(settlement.result.unofficial for settlement in opened),
                tables=(_table(kept),),
                title=f"فهرست پرداخت خسارت متفرقه {number}",
            )
        )

    def _preview(self, view: View, choice: PaymentChoice) -> PaymentPreview:
        found = [
            request
            for request, insurer in self._unlisted(view)
            if insurer is choice.insurer and choice.first <= request.closed_on <= choice.last
        ]
        payable = tuple(request for request in found if not request.why_held)
        return PaymentPreview(choice, payable, tuple(request for request in found if request.why_held))

    def _expect_as_shown(self, view: View, shown: PaymentPreview) -> None:
        if self._preview(view, shown.choice) != shown:
            raise UseError("در این میان درخواست‌های آماده پرداخت تغییر کرده‌اند؛ فهرست را دوباره ببینید.")

    def _unlisted(self, view: View) -> Iterator[tuple[ClosedRequest, Insurer]]:
        """Yield the closed requests that are on no list with their insurers, the first closed first."""
        listed = view.payments.listed()
        numbers = (number for number in view.claims.reimbursements(ClaimState.CLOSED) if number not in listed)
        found = [_closed(self._opening.open(view, number)) for number in numbers]
        yield from sorted(found, key=lambda pair: (pair[0].closed_on, pair[0].claim_id))

    def _sheet(self, view: View, shown: PaymentPreview) -> PaymentSheet:
        before = view.payments.list()
        return PaymentSheet(
            office_name=_office_name(view),
            number=before[0].id + 1 if before else 1,
            choice=shown.choice,
            requests=shown.payable,
            printed_on=day_of(self._office.clock()),
            accountant=self._session.user.full_name,
        )

    def _signed(self, pdf: bytes, key: bytes) -> bytes:
        return sign_sheet(
            pdf,
            key,
            self._session.password,
            role="accountant",
            full_name=self._session.user.full_name,
            reason=REASON_OF_SIGNATURE,
            at=self._office.clock(),
        )

    def _kept(self, view: View, made: PaymentList) -> KeptList:
        requests = []
        for payment in view.payments.payments_of(made.id):
            claim = view.claims.get(payment.claim_id, self._office.dictionary).claim
            objections = view.objections.of_claim(payment.claim_id)
            objected = any(objection.recorded_at > made.made_at for objection in objections)
            requests.append(ListedRequest(payment, claim, objected))
        return KeptList(made, view.users.get(made.made_by).full_name, day_of_stamp(made.made_at), tuple(requests))


def _closed(opened: OpenClaim) -> tuple[ClosedRequest, Insurer]:
    """Return a closed claim as it may be paid, and its insurer."""
    last = next(
        sheet for sheet in reversed(opened.sheets) if sheet.version == opened.version and sheet.role is Role.ACCOUNTANT
    )
    totals = opened.settlement.totals
    request = ClosedRequest(
        claim_id=opened.id,
        claim=opened.claim,
        closed_on=day_of_stamp(last.signed_at),
        claimed=totals.claimed,
        approved=totals.approved,
        amount=totals.insurer_share,
        trial_figures=bool(opened.result.unofficial),
        why_held=_why_held(opened),
    )
    return request, opened.claim.insurer or opened.submission.insurer


def _why_held(opened: OpenClaim) -> str:
    if not opened.settlement.totals.insurer_share:
        return NOTHING_TO_PAY
    if opened.settlement.open_queries:
        return STILL_ASKED
    iban = opened.claim.patient.iban
    return NO_IBAN if not iban else iban_fault(iban) or ""


def _office_name(view: View) -> str:
    return view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME


def _table(kept: KeptList) -> ReportTable:
    columns = (
        ReportColumn("درخواست"),
        ReportColumn("بیمه‌شده"),
        ReportColumn("شماره بیمه‌شده"),
        ReportColumn("شماره شبا"),
        ReportColumn("سهم بیمه‌گر", ColumnKind.RIAL),
        ReportColumn("یادداشت"),
    )
    rows = tuple(
        (
            request.claim.id,
            request.claim.patient.name or "—",
            request.claim.patient.id,
            iban_groups(request.payment.iban),
            request.payment.amount,
            OBJECTED_SINCE if request.objected else "",
        )
        for request in kept.requests
    )
    sums = ("جمع", None, None, None, kept.total, None)
    return ReportTable("پرداخت‌ها", "پرداخت‌ها به حساب بیمه‌شدگان", columns, rows, sums)
