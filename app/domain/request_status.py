"""How far a reimbursement request has come, in words that its insured person can be told (REI-14).

The dates come from the audit trail: each step is told with the day on which it began.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from app.domain.claim import Claim
from app.domain.dates import JalaliDate
from app.domain.findings import Finding
from app.domain.money import Rial
from app.domain.office import ClaimState, TrailAction, TrailEntry
from app.domain.payments import Payment
from app.domain.persian import date_text, persian_digits, rials

PAPERS = {
    "iban": "شماره شبای حساب بیمه‌شده",
    "iban_owner": "شماره شبای حسابی که به نام خود بیمه‌شده باشد",
    "proof_complete": "اسناد مثبته هزینه که پیوست نیست",
    "bill_seal": "صورتحساب الکترونیکی با مهر معتبر مرکز",
    "eligibility_checked_on": "استعلام استحقاق درمان در روز خدمت",
    "eligibility_valid_to": "استعلام استحقاق درمان در روز خدمت",
}
"""What is fetched where a fact was looked at and found wanting, by the fact."""
LONGEST_SENTENCE = 600
"""Letters of reasons or papers that a sentence names; the sheet of the request has all of them below it."""
_WORK_ON_CLAIM = frozenset(
    {TrailAction.STATE_CHANGED, TrailAction.FACT_ENTERED, TrailAction.DECIDED, TrailAction.UNDONE}
)


class RequestStep(StrEnum):
    """The steps of a request as its insured person hears of them."""

    RECEIVED = "received"
    UNDER_REVIEW = "under_review"
    WAITING_FOR_PAPERS = "waiting_for_papers"
    DECIDED = "decided"
    SENT_FOR_PAYMENT = "sent_for_payment"
    REFUSED = "refused"


STEP_NAMES = {
    RequestStep.RECEIVED: "دریافت‌شده",
    RequestStep.UNDER_REVIEW: "در دست رسیدگی",
    RequestStep.WAITING_FOR_PAPERS: "در انتظار مدارک",
    RequestStep.DECIDED: "رسیدگی‌شده",
    RequestStep.SENT_FOR_PAYMENT: "فرستاده‌شده برای پرداخت",
    RequestStep.REFUSED: "پذیرفته‌نشده",
}
_BEFORE_THE_DECISION = frozenset(ClaimState) - {ClaimState.RECEIVED, ClaimState.RETURNED, ClaimState.CLOSED}


@dataclass(frozen=True, slots=True)
class ReasonTold:
    """Why something is not paid, as the insured person reads it, the rials that it took, and its clause."""

    text: str
    amount: Rial
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A request on a payment list: the list's number, the day on which it was signed, and what it pays."""

    number: int
    day: JalaliDate
    payment: Payment


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands on a request in rials, and why the rest is not paid."""

    approved: Rial
    insurer_share: Rial
    reasons: tuple[ReasonTold, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestStatus:
    """A step and the day on which it began.

    `papers` are what is waited for; `amount` is the insurer's share in rials, with `reasons` for what is not paid, once
    it is decided. `lists` are the payment lists on which the request stands, the first one first, also where it was
    objected to later; `version` is how often it was reviewed.
    """

    step: RequestStep
    since: JalaliDate
    papers: tuple[str, ...] = ()
    amount: Rial | None = None
    reasons: tuple[ReasonTold, ...] = ()
    lists: tuple[Listed, ...] = ()
    version: int = 1

    @property
    def sent(self) -> Rial:
        """What was sent for payment so far, less what is to be reclaimed of it."""
        return self.lists[-1].payment.due if self.lists else 0

    @property
    def reclaimed(self) -> Rial:
        """What the lists say is to be reclaimed of the insured person."""
        return sum(listed.payment.amount for listed in self.lists if listed.payment.reclaims)

    @property
    def name(self) -> str:
        """The step in a word or two."""
        back = self.step is RequestStep.SENT_FOR_PAYMENT and self.lists[-1].payment.reclaims
        return "در فهرست بازپس‌گیری" if back else STEP_NAMES[self.step]

    @property
    def sentence(self) -> str:
        """The status as the insured person is told it, with its date."""
        return f"{self._said()} ({date_text(self.since)})"

    @property
    def after_payment(self) -> str:
        """What has become of a request since it was sent for payment; empty where nothing has."""
        if not self.lists:
            return ""
        last = self.lists[-1]
        number, sent = persian_digits(last.number), rials(self.sent)
        if self.amount is None:
            return f"این درخواست با {sent} ریال در فهرست پرداخت {number} است و پس از آن به آن اعتراض شده است."
        if last.payment.reclaims and self.amount == self.sent:
            return f"{rials(last.payment.amount)} ریال در فهرست پرداخت {number} برای بازپس گرفتن آمده است."
        if self.step is not RequestStep.SENT_FOR_PAYMENT:
            back = " و بازپس گرفته می‌شود" if self.step is RequestStep.REFUSED else ""
            return f"پیش‌تر {sent} ریال با فهرست پرداخت {number} فرستاده شده است{back}."
        if self.amount != self.sent:
            return f"در فهرست پرداخت {number} مبلغ {sent} ریال است و پس از آن سهم بیمه‌گر تغییر کرده است."
        return "پس از آن به آن اعتراض شد و مبلغ همان ماند." if self.version > last.payment.version else ""

    def _said(self) -> str:
        match self.step:
            case RequestStep.RECEIVED:
                return "درخواست دریافت شده و در نوبت رسیدگی است."
            case RequestStep.UNDER_REVIEW:
                return "درخواست در دست رسیدگی است."
            case RequestStep.WAITING_FOR_PAPERS:
                return f"رسیدگی در انتظار این مدارک است: {_named(self.papers, '، ', 'مدرک')}."
            case RequestStep.DECIDED:
                return f"رسیدگی پایان یافته است؛ {self._to_be_paid(self.amount or 0)}."
            case RequestStep.SENT_FOR_PAYMENT:
                return f"{self._was_sent()}."
            case RequestStep.REFUSED:
                why = _named([reason.text.rstrip(".") for reason in self.reasons], "؛ ", "دلیل")
                return f"درخواست پذیرفته نشده است: {why}." if why else "مبلغی برای پرداخت نمانده است."

    def _to_be_paid(self, amount: Rial) -> str:
        if not self.lists:
            return f"{rials(amount)} ریال به حساب بیمه‌شده پرداخت می‌شود" if amount else "سهم بیمه‌گر از آن صفر است"
        difference = rials(abs(amount - self.sent))
        done = f"{difference} ریال بیشتر به حساب بیمه‌شده پرداخت می‌شود"
        if amount < self.sent:
            done = f"سهم بیمه‌گر {difference} ریال کمتر شده است و این مبلغ بازپس گرفته می‌شود"
        return f"پس از اعتراض {done}؛ سهم بیمه‌گر اکنون {rials(amount)} ریال است"

    def _was_sent(self) -> str:
        last = self.lists[-1].payment
        if len(self.lists) == 1:
            return f"{rials(last.due)} ریال برای واریز به حساب بیمه‌شده فرستاده شده است"
        done = "سهم بیمه‌گر {} ریال کمتر شده است" if last.reclaims else "{} ریال بیشتر برای واریز فرستاده شده است"
        return f"پس از اعتراض {done.format(rials(last.amount))}؛ سهم بیمه‌گر اکنون {rials(last.due)} ریال است"


def _named(texts: Sequence[str], between: str, kind: str) -> str:
    """Return texts joined, as many as a sentence has room for, at least one, and how many of their kind are left."""
    ends = accumulate(len(text) for text in texts)
    shown = max(1, sum(end <= LONGEST_SENTENCE for end in ends))
    left = len(texts) - shown
    rest = f" و {persian_digits(left)} {kind} دیگر" if left > 0 else ""
    return f"{between.join(texts[:shown])}{rest}"


def awaited_papers(claim: Claim, queries: Iterable[Finding], returned_for: str | None) -> tuple[str, ...]:
    """Return what has to be brought before a request can be decided, each once.

    A question that nobody has looked at yet waits for the reviewer, not for a paper.

    Args:
        claim: the claim with all answers laid over it.
        queries: the open questions on it.
        returned_for: why the request went back, where it did.
    """
    asked = (returned_for,) if returned_for else ()
    return tuple(dict.fromkeys((*asked, *_papers(claim, queries))))


def _papers(claim: Claim, queries: Iterable[Finding]) -> Iterator[str]:
    for query in queries:
        if query.needs:
            yield query.needs
        for name in query.facts:
            if name in PAPERS and (name == "iban" or name in claim.facts):
                yield PAPERS[name]


def request_status(
    state: ClaimState,
    outcome: Outcome,
    trail: Sequence[TrailEntry],
    day_of: Callable[[str], JalaliDate],
    *,
    papers: tuple[str, ...] = (),
    lists: tuple[Listed, ...] = (),
    version: int = 1,
) -> RequestStatus:
    """Return how far a request has come.

    Args:
        state: the state of its claim.
        outcome: what stands on it now.
        trail: what the trail tells of the claim, from the import of its file on.
        day_of: the day of an entry's time, where the office stands.
        papers: what it waits for.
        lists: the payment lists on which it stands, the first one first.
        version: the version of its claim.
    """
    settled = _is_settled(outcome, lists, version)
    step = _step(state, outcome, papers, settled=settled)
    since = lists[-1].day if step is RequestStep.SENT_FOR_PAYMENT else day_of(_began(step, state, trail))
    decided = step in {RequestStep.DECIDED, RequestStep.SENT_FOR_PAYMENT, RequestStep.REFUSED}
    return RequestStatus(
        step=step,
        since=since,
        papers=papers if step is RequestStep.WAITING_FOR_PAPERS else (),
        amount=outcome.insurer_share if decided else None,
        reasons=outcome.reasons if decided else (),
        lists=lists,
        version=version,
    )


def _is_settled(outcome: Outcome, lists: tuple[Listed, ...], version: int) -> bool:
    """Tell whether the lists hold all that is to be paid: of this version, or of one before that left the same."""
    if not lists:
        return False
    last = lists[-1].payment
    return version <= last.version or outcome.insurer_share == last.due


def _step(state: ClaimState, outcome: Outcome, papers: tuple[str, ...], *, settled: bool) -> RequestStep:
    if state is ClaimState.RECEIVED:
        return RequestStep.RECEIVED
    if state is ClaimState.CLOSED:
        if not outcome.approved:
            return RequestStep.REFUSED
        return RequestStep.SENT_FOR_PAYMENT if settled else RequestStep.DECIDED
    if state is ClaimState.RETURNED or (state is ClaimState.IN_REVIEW and papers):
        return RequestStep.WAITING_FOR_PAPERS
    return RequestStep.UNDER_REVIEW


def _began(step: RequestStep, state: ClaimState, trail: Sequence[TrailEntry]) -> str:
    """Return the time at which a step began; a request waits for papers since its reviewer's latest word."""
    moves = [entry for entry in trail if entry.action is TrailAction.STATE_CHANGED]
    if not moves:
        return trail[0].at
    if step is RequestStep.WAITING_FOR_PAPERS and state is ClaimState.IN_REVIEW:
        return next(entry.at for entry in reversed(trail) if entry.action in _WORK_ON_CLAIM)
    first = moves[-1]
    if step is RequestStep.UNDER_REVIEW:
        for entry in reversed(moves):
            if ClaimState(entry.payload["state"]) not in _BEFORE_THE_DECISION:
                break
            first = entry
    return first.at
