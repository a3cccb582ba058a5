"""The closed reimbursement requests of which a payment list has something to say, and why some have to wait."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.domain.claim import Insurer
from app.domain.identity import iban_fault
from app.domain.office import ClaimState, Decision, Role, SignedSheet, User
from app.domain.payments import ClosedRequest, PaidBefore
from app.domain.rights import Action, refusal
from app.services.claim_opening import ClaimOpening
from app.services.open_claim import OpenClaim
from app.services.request_standing import day_of_stamp, reasons_told
from app.services.rights import reviewed_by
from app.store.transactions import OfficeChange, OfficeView

NOTHING_TO_PAY = "چیزی برای پرداخت نمانده است"
STILL_ASKED = "پرسشی بر آن باز است"
NO_IBAN = "شماره شبا ندارد"

View = OfficeView | OfficeChange


class ClosedRequests:
    """Finds what an accountant may put on a list: nobody pays by their own word."""

    def __init__(self, opening: ClaimOpening, user: User) -> None:
        self._opening, self._user = opening, user

    def unlisted(self, view: View) -> Iterator[tuple[ClosedRequest, Insurer]]:
        """Yield the closed requests of which a list has something to say, with their insurers, the first closed first.

        A version stands on a list once; one that left the share as it was paid needs none.
        """
        latest = view.payments.latest()
        found = []
        for number in view.claims.reimbursements(ClaimState.CLOSED):
            before = latest.get(number)
            if before is None or view.claims.standing(number).version > before.payment.version:
                opened = self._opening.open(view, number)
                if before is None or opened.settlement.totals.insurer_share != before.payment.due:
                    found.append((self._closed(view, opened), opened.claim.insurer or opened.submission.insurer))
        yield from sorted(found, key=lambda pair: (pair[0].closed_on, pair[0].claim_id))

    def _closed(self, view: View, opened: OpenClaim) -> ClosedRequest:
        """Return a closed claim as it may be paid."""
        of_version = [sheet for sheet in opened.sheets if sheet.version == opened.version]
        last = next(sheet for sheet in reversed(of_version) if sheet.role is Role.ACCOUNTANT)
        totals, before = opened.settlement.totals, view.payments.of_claim(opened.id)
        request = ClosedRequest(
            claim_id=opened.id,
            claim=opened.claim,
            closed_on=day_of_stamp(last.signed_at),
            claimed=totals.claimed,
            approved=totals.approved,
            due=totals.insurer_share,
            version=opened.version,
            before=before,
            grounds=tuple(_grounds(opened, before)),
            trial_figures=bool(opened.result.unofficial),
        )
        return replace(request, why_held=self._why_held(opened, request))

    def _why_held(self, opened: OpenClaim, request: ClosedRequest) -> str:
        if not request.amount:
            return NOTHING_TO_PAY
        if opened.settlement.open_queries:
            return STILL_ASKED
        if self._reviewed(opened.decisions, opened.sheets):
            return refusal(Action.LIST_PAYMENTS, self._user.roles, own=True) or ""
        if request.payment.reclaims:
            return ""
        iban = request.payment.iban
        return iban_fault(iban) or "" if iban else NO_IBAN

    def is_own(self, view: View, claim_id: int) -> bool:
        """Tell whether a claim's review is the accountant's own work."""
        return self._reviewed(view.decisions.of_claim(claim_id), view.sheets.of_claim(claim_id))

    def _reviewed(self, decisions: Iterable[Decision], sheets: Iterable[SignedSheet]) -> bool:
        """Tell whether a claim's amounts and account are the person's own word: others pay by it."""
        return reviewed_by(self._user.id, decisions, sheets)


def _grounds(opened: OpenClaim, before: Sequence[PaidBefore]) -> Iterator[str]:
    """Yield why the share of a request that was paid has become another: what was answered, and what is not paid."""
    if not before:
        return
    last = before[-1].payment
    heard = (objection for objection in opened.objections if objection.version >= last.version)
    answers = (opened.answer_to(objection) for objection in heard)
    said = dict.fromkeys(answer.reason for answer in answers if answer is not None and answer.reason)
    yield from (f"پاسخ اعتراض: {reason}" for reason in said)
    if opened.settlement.totals.insurer_share < last.due:
        for told in reasons_told(opened):
            if told.text not in said:
                yield f"{told.text} ({told.clause})" if told.clause else told.text
