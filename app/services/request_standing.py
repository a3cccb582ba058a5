"""What a reimbursement request's status rests on: its open claim, its trail, and the payment lists it is on."""

from dataclasses import replace
from datetime import datetime

from app.domain.claim import Pathway
from app.domain.dates import JalaliDate
from app.domain.request_status import Listed, Outcome, ReasonTold, RequestStatus, awaited_papers, request_status
from app.services.clock import day_of
from app.services.deducted_lines import Words, deducted_lines
from app.services.open_claim import OpenClaim
from app.services.results import settled_summary
from app.store.transactions import OfficeChange, OfficeView


def day_of_stamp(stamp: str) -> JalaliDate:
    """Return the day of a time of the store, where the machine stands."""
    return day_of(datetime.fromisoformat(stamp))


def standing_of(view: OfficeView | OfficeChange, open_claim: OpenClaim) -> RequestStatus | None:
    """Return how far a request has come; None for a claim that comes through the contract."""
    if open_claim.claim.pathway is not Pathway.REIMBURSEMENT:
        return None
    away = open_claim.sent_away
    totals = open_claim.settlement.totals
    return request_status(
        open_claim.state,
        Outcome(totals.approved, totals.insurer_share, reasons_told(open_claim)),
        view.trail.of_claim(open_claim.id),
        day_of_stamp,
        papers=awaited_papers(open_claim.claim, open_claim.settlement.open_queries, away.reason if away else None),
        lists=lists_of(view, open_claim.id),
        version=open_claim.version,
    )


def lists_of(view: OfficeView | OfficeChange, claim_id: int) -> tuple[Listed, ...]:
    """Return the payment lists on which a claim stands, the first one first."""
    found = view.payments.of_claim(claim_id)
    made_at = {made.id: made.made_at for made in view.payments.list()} if found else {}
    return tuple(Listed(one.list_id, day_of_stamp(made_at[one.list_id]), one.payment) for one in found)


def reasons_told(open_claim: OpenClaim) -> tuple[ReasonTold, ...]:
    """Return why something is not paid, each reason once with all that it took."""
    initials = {number: user.initials for number, user in open_claim.authors.items()}
    words = Words(open_claim.decisions, initials, open_claim.rulebook)
    lines = deducted_lines(open_claim.claim, settled_summary(open_claim.settlement), words, open_claim.titles)
    took: dict[ReasonTold, int] = {}
    for reason in (reason for line in lines for reason in line.reasons):
        told = ReasonTold(reason.text, 0, reason.clause)
        took[told] = took.get(told, 0) + reason.amount
    return tuple(replace(told, amount=amount) for told, amount in took.items())
