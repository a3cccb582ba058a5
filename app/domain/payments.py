"""Payment lists: the reimbursements that are paid, each to the insured person's own account (REI-13c)."""

from dataclasses import dataclass

from app.domain.claim import Claim, Insurer
from app.domain.dates import JalaliDate
from app.domain.money import Rial


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
    """A closed reimbursement request that is on no list; `why_held` says why it can't be paid, empty where it can.

    `amount` is the insurer's share; all amounts are rials.
    """

    claim_id: int
    claim: Claim
    closed_on: JalaliDate
    claimed: Rial
    approved: Rial
    amount: Rial
    trial_figures: bool = False
    why_held: str = ""

    @property
    def payment(self) -> Payment:
        """What is paid on it, and where to."""
        return Payment(self.claim_id, self.claim.patient.iban or "", self.amount)


@dataclass(frozen=True, slots=True)
class PaymentChoice:
    """Which closed requests a list is made of: those of an insurer that were closed from one day to another."""

    insurer: Insurer
    first: JalaliDate
    last: JalaliDate


@dataclass(frozen=True, slots=True)
class PaymentPreview:
    """What a list would hold, and what it leaves out though it is closed."""

    choice: PaymentChoice
    payable: tuple[ClosedRequest, ...]
    held: tuple[ClosedRequest, ...]

    @property
    def total(self) -> Rial:
        """What the list would pay in all."""
        return sum(request.amount for request in self.payable)


@dataclass(frozen=True, slots=True)
class ListedRequest:
    """A payment of a list with its claim; `objected` where the request was objected to after the list was made."""

    payment: Payment
    claim: Claim
    objected: bool


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list of the office with its payments in their order, and who signed it."""

    made: PaymentList
    maker: str
    made_on: JalaliDate
    requests: tuple[ListedRequest, ...]

    @property
    def total(self) -> Rial:
        """What the list pays in all."""
        return sum(request.payment.amount for request in self.requests)

    @property
    def objected(self) -> int:
        """How many of its requests were objected to since."""
        return sum(request.objected for request in self.requests)
