"""Payment lists: the reimbursements that are paid, each to the insured person's own account (REI-13c).

A request is paid once. Where an objection changes it afterwards, a later list pays the difference, or says in a second
part what is to be reclaimed of its insured person.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.claim import Claim, Insurer
from app.domain.dates import JalaliDate
from app.domain.money import Rial
from app.domain.persian import persian_digits, rials


@dataclass(frozen=True, slots=True)
class Payment:
    """One reimbursement on a list: a version of a claim by its number in the office, with the IBAN.

    `due` is the insurer's share in rials, `paid` what the lists before have paid of it: what is paid now, or reclaimed
    where less is due than was paid, is the difference of the two.
    """

    claim_id: int
    iban: str
    due: Rial
    version: int = 1
    paid: Rial = 0

    @property
    def reclaims(self) -> bool:
        """Tell whether money is to come back."""
        return self.due < self.paid

    @property
    def amount(self) -> Rial:
        """What is paid, or reclaimed: never below zero."""
        return abs(self.due - self.paid)


@dataclass(frozen=True, slots=True)
class PaidBefore:
    """A payment that stands on an earlier list, by its number."""

    list_id: int
    payment: Payment


@dataclass(frozen=True, slots=True)
class PaymentList:
    """A signed list; `sha256` is that of its PDF."""

    id: int
    insurer: Insurer
    sha256: str
    file_name: str
    made_by: int
    made_at: str


@dataclass(frozen=True, slots=True)
class ClosedRequest:
    """A closed reimbursement request whose version is on no list yet.

    `due` is the insurer's share of its `version`, `before` what stands of it on earlier lists, the first one first, and
    `grounds` why it has become another since: the answers to the objections, of a lower share with the clauses of what
    is not paid. `why_held` says why nothing can be done about it now, empty where it can. All amounts are rials.
    """

    claim_id: int
    claim: Claim
    closed_on: JalaliDate
    claimed: Rial
    approved: Rial
    due: Rial
    version: int = 1
    before: tuple[PaidBefore, ...] = ()
    grounds: tuple[str, ...] = ()
    trial_figures: bool = False
    why_held: str = ""

    @property
    def payment(self) -> Payment:
        """What is paid on it now, and where to; what comes back, with the account to which it had been paid."""
        last = self.before[-1].payment if self.before else None
        paid = last.due if last else 0
        iban = last.iban if last and self.due < paid else self.claim.patient.iban
        return Payment(self.claim_id, iban or "", self.due, self.version, paid)

    @property
    def amount(self) -> Rial:
        """What a list pays of it, or reclaims."""
        return self.payment.amount

    @property
    def difference(self) -> str:
        """How its share has become another since it was paid, as a sentence; empty where it was not paid before."""
        return difference_sentence(self.payment, self.before)

    @property
    def account_changed(self) -> str:
        """Say that a difference goes to another account than what was paid before; empty where it does not."""
        payment = self.payment
        changed = self.before and not payment.reclaims and payment.iban != self.before[-1].payment.iban
        return "شماره شبا پس از فهرست پیشین تغییر کرده است." if changed else ""


def difference_sentence(payment: Payment, before: Sequence[PaidBefore]) -> str:
    """Say what a payment changes of what stands on earlier lists; empty for the first one of a request."""
    if not before:
        return ""
    numbers = "، ".join(persian_digits(earlier.list_id) for earlier in before)
    more = "کمتر" if payment.reclaims else "بیشتر"
    return (
        f"پس از اعتراض {rials(payment.amount)} ریال {more}:"
        f" پیش‌تر {rials(payment.paid)} (فهرست {numbers})، اکنون {rials(payment.due)}"
    )


@dataclass(frozen=True, slots=True)
class PaymentChoice:
    """Which closed requests a list is made of: those of an insurer that were closed from one day to another."""

    insurer: Insurer
    first: JalaliDate
    last: JalaliDate


@dataclass(frozen=True, slots=True)
class PaymentPreview:
    """What a list would pay, what it would reclaim in its second part, and what it leaves out though it is closed.

    What is reclaimed of one person is never taken off what another is paid.
    """

    choice: PaymentChoice
    payable: tuple[ClosedRequest, ...]
    reclaimed: tuple[ClosedRequest, ...]
    held: tuple[ClosedRequest, ...]

    @property
    def listed(self) -> tuple[ClosedRequest, ...]:
        """Everything that would stand on the list, in its order."""
        return (*self.payable, *self.reclaimed)

    @property
    def total(self) -> Rial:
        """What the list would pay in all."""
        return sum(request.amount for request in self.payable)

    @property
    def total_reclaimed(self) -> Rial:
        """What the list would reclaim in all."""
        return sum(request.amount for request in self.reclaimed)


@dataclass(frozen=True, slots=True)
class ListedRequest:
    """A payment of a list with its claim, and what earlier lists paid of it.

    `objected` where the request was objected to after the list was made; `followed_by` is the number of the next list
    on which it stands, None where there is none.
    """

    payment: Payment
    claim: Claim
    objected: bool
    before: tuple[PaidBefore, ...] = ()
    followed_by: int | None = None

    @property
    def difference(self) -> str:
        """What the payment changes of what was paid before, as a sentence; empty for a first one."""
        return difference_sentence(self.payment, self.before)

    @property
    def since(self) -> str:
        """What has become of the request since the list was made, as a sentence; empty where nothing has."""
        if self.followed_by is not None:
            return f"پس از این فهرست به آن اعتراض شد و اختلاف آن در فهرست {persian_digits(self.followed_by)} است."
        return "پس از این فهرست به آن اعتراض شده است." if self.objected else ""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list of the office with its payments in their order, and who signed it."""

    made: PaymentList
    maker: str
    made_on: JalaliDate
    requests: tuple[ListedRequest, ...]

    @property
    def paid(self) -> tuple[ListedRequest, ...]:
        """The requests of which the list pays something."""
        return tuple(request for request in self.requests if not request.payment.reclaims)

    @property
    def reclaimed(self) -> tuple[ListedRequest, ...]:
        """The requests of which the list reclaims something."""
        return tuple(request for request in self.requests if request.payment.reclaims)

    @property
    def total(self) -> Rial:
        """What the list pays in all."""
        return sum(request.payment.amount for request in self.paid)

    @property
    def total_reclaimed(self) -> Rial:
        """What the list reclaims in all."""
        return sum(request.payment.amount for request in self.reclaimed)

    @property
    def objected(self) -> int:
        """How many of its requests were objected to since, and stand on no further list."""
        return sum(request.objected and request.followed_by is None for request in self.requests)
