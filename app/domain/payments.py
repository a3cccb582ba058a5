"""Payment lists: the reimbursements that are paid, each to the insured person's own account (REI-13c)."""

from dataclasses import dataclass

from app.domain.claim import Insurer
from app.domain.money import Rial


@dataclass(frozen=True, slots=True)
class Payment:
    """One reimbursement on a list: a claim by its number in the office, the IBAN and the insurer's share in rials."""

    claim_id: int
    iban: str
    amount: Rial


@dataclass(frozen=True, slots=True)
class PaymentList:
    """A signed list; `sha256` is that of its PDF."""

    id: int
    insurer: Insurer
    sha256: str
    file_name: str
    made_by: int
    made_at: str
