"""Payment lists of reimbursements (REI-13c): what is ready is shown, then signed by an accountant and kept.

Only closed requests without an open question go on a list; the insurer's share goes to the insured person's account.
A request that is objected to later stays on its list, and says so. Where its next version closes with another share, a
later list pays the difference or says what is to be reclaimed; nobody pays what they reviewed themselves.
"""

import hashlib

from app.domain.money import Rial
from app.domain.payments import (
    KeptList,
    ListedRequest,
    PaymentChoice,
    PaymentList,
    PaymentPreview,
)
from app.domain.persian import date_text, persian_digits, rials
from app.domain.rights import Action
from app.domain.statistics_report import StatisticsReport
from app.errors import DataError, UseError
from app.files.statistics_workbook import statistics_workbook
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.closed_requests import ClosedRequests
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.payment_tables import tables_of
from app.services.people import Session
from app.services.request_standing import day_of_stamp
from app.services.rights import expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.services.signing_keys import expect_good_key, personal_key
from app.sheets.labels import INSURERS
from app.sheets.payment_list import PaymentSheet, draw_payment_list
from app.sheets.signing import sign_sheet
from app.store.folder import forget_file, reporting_file_faults, write_private_file
from app.store.transactions import OfficeChange, OfficeView

REASON_OF_SIGNATURE = "فهرست پرداخت"

View = OfficeView | OfficeChange


class PaymentLists:
    """A signed-in person's work on payment lists; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)
        self._requests = ClosedRequests(self._opening, session.user)

    def waiting(self) -> PaymentChoice | None:
        """Return the choice that takes in every closed request of the insurer who has the oldest one; None for none."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_PAYMENTS, now=view)
            unlisted = tuple(self._requests.unlisted(view))
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
            expect_right(self._session, Action.SEE_PAYMENTS, now=view)
            return self._preview(view, choice)

    def make(self, shown: PaymentPreview) -> KeptList:
        """Sign the list that was shown and keep it.

        Raises UseError for an empty list, for what the person reviewed, and where what it would hold has become another
        since it was shown.
        """
        expect_right(self._session, Action.LIST_PAYMENTS)
        if not shown.listed:
            raise UseError("در این دوره درخواستی آماده پرداخت نیست؛ دوره یا بیمه‌گر دیگری را برگزینید.")
        key, path = personal_key(self._office, self._session.user), None
        try:
            with self._office.change(self._session.user.id) as unit:
                own = any(self._requests.is_own(unit, request.claim_id) for request in shown.listed)
                expect_right(self._session, Action.LIST_PAYMENTS, own=own, now=unit)
                expect_good_key(unit, self._session.user, self._office.clock())
                self._expect_as_shown(unit, shown)
                sheet = self._sheet(unit, shown)
                pdf = self._signed(draw_payment_list(sheet), key)
                sha256 = hashlib.sha256(pdf).hexdigest()
                path = self._office.store.sheets_folder / f"payments-{sheet.number}-{sha256[:12]}.pdf"
                with reporting_file_faults(path.parent):
                    write_private_file(path, pdf)
                payments = [request.payment for request in shown.listed]
                made = unit.payments.add(shown.choice.insurer, payments, sha256=sha256, file_name=path.name)
                return self._kept(unit, made)
        except BaseException:
            if path is not None:
                forget_file(path)
            raise

    def all(self) -> tuple[KeptList, ...]:
        """Return every list, the latest first."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_PAYMENTS, now=view)
            return tuple(self._kept(view, made) for made in view.payments.list())

    def pdf(self, kept: KeptList) -> bytes:
        """Return the signed list; raises DataError where its file is gone, or not what the office entered."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_PAYMENTS, now=view)
        path = self._office.store.sheets_folder / kept.made.file_name
        try:
            content = path.read_bytes()
        except OSError as fault:
            raise DataError(
                f"فهرست امضاشده «{path.name}» در پوشه دفتر خوانده نشد ({fault.strerror})."
                " آن را از نسخه پشتیبان برگردانید."
            ) from fault
        if hashlib.sha256(content).hexdigest() != kept.made.sha256:
            raise DataError(f"پرونده {kept.made.file_name} با آنچه در دفتر ثبت شده یکی نیست؛ آن را به بانک نفرستید.")
        return content

    def workbook(self, kept: KeptList) -> bytes:
        """Return a list as the content of an .xlsx file."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_PAYMENTS, now=view)
            name = _office_name(view)
            opened = [self._opening.open(view, request.payment.claim_id) for request in kept.requests]
        approved = sum(
            _approved(one, request.payment.version) for one, request in zip(opened, kept.requests, strict=True)
        )
        claimed = sum(request.claim.claimed for request in kept.requests)
        reclaimed = ("جمع بازپس‌گرفتنی", f"{rials(kept.total_reclaimed)} ریال")
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
                    *((reclaimed,) if kept.reclaimed else ()),
                ),
                claims=len(kept.requests),
                claimed=claimed,
                approved=approved,
                deducted=claimed - approved,
                trial_figures=any(one.result.unofficial for one in opened),
                tables=tuple(tables_of(kept)),
                title=f"فهرست پرداخت خسارت متفرقه {number}",
            )
        )

    def _preview(self, view: View, choice: PaymentChoice) -> PaymentPreview:
        found = [
            request
            for request, insurer in self._requests.unlisted(view)
            if insurer is choice.insurer and choice.first <= request.closed_on <= choice.last
        ]
        ready = [request for request in found if not request.why_held]
        return PaymentPreview(
            choice,
            payable=tuple(request for request in ready if not request.payment.reclaims),
            reclaimed=tuple(request for request in ready if request.payment.reclaims),
            held=tuple(request for request in found if request.why_held),
        )

    def _expect_as_shown(self, view: View, shown: PaymentPreview) -> None:
        if self._preview(view, shown.choice) != shown:
            raise UseError("در این میان درخواست‌های آماده پرداخت تغییر کرده‌اند؛ فهرست را دوباره ببینید.")

    def _sheet(self, view: View, shown: PaymentPreview) -> PaymentSheet:
        before = view.payments.list()
        return PaymentSheet(
            office_name=_office_name(view),
            number=before[0].id + 1 if before else 1,
            choice=shown.choice,
            requests=shown.payable,
            reclaimed=shown.reclaimed,
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
            all_lists = view.payments.of_claim(payment.claim_id)
            before = tuple(one for one in all_lists if one.list_id < made.id)
            followed_by = next((one.list_id for one in all_lists if one.list_id > made.id), None)
            requests.append(ListedRequest(payment, claim, objected, before, followed_by))
        return KeptList(made, view.users.get(made.made_by).full_name, day_of_stamp(made.made_at), tuple(requests))


def _approved(opened: OpenClaim, version: int) -> Rial:
    """Return what a version of a claim approved; a list tells of the version that it pays."""
    earlier = next((one for one in opened.earlier if one.version == version), None)
    return opened.settlement.totals.approved if earlier is None else earlier.total


def _office_name(view: View) -> str:
    return view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
