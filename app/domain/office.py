"""The office: its people and their roles, what they decide, and the states that a claim goes through."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.facts import FactValue
from app.domain.money import Rial


class Role(StrEnum):
    """What a person may do; one person may hold several roles."""

    REVIEWER = "reviewer"
    ACCOUNTANT = "accountant"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class User:
    """A person of the office; `initials` stand beside their marks, the certificate is PEM text."""

    id: int
    name: str
    full_name: str
    initials: str
    roles: frozenset[Role]
    active: bool = True
    certificate: str | None = None


class ClaimState(StrEnum):
    """How far a claim has come."""

    RECEIVED = "received"
    IN_REVIEW = "in_review"
    AWAITING_SUPERVISOR = "awaiting_supervisor"
    TECHNICALLY_DONE = "technically_done"
    IN_ACCOUNTING = "in_accounting"
    CLOSED = "closed"
    RETURNED = "returned"
    REFERRED = "referred"


OPEN_STATES = frozenset({ClaimState.RECEIVED, ClaimState.IN_REVIEW})


class DecisionKind(StrEnum):
    """What a person may say of a claim, a line or a finding."""

    ENTER_FACT = "enter_fact"
    UPHOLD = "uphold"
    WAIVE = "waive"
    SET_AMOUNT = "set_amount"
    ADD_DEDUCTION = "add_deduction"
    RETURN = "return"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class Decision:
    """One word of a person, never changed once written; undoing is a further entry that names it.

    `line` None is the whole claim. `fact` and `value` belong to ENTER_FACT, `rule` to UPHOLD, WAIVE and ADD_DEDUCTION,
    `amount` (rials that stand) to SET_AMOUNT and ADD_DEDUCTION. `result_digest` is the engine result it was made on;
    `at` is an ISO time in UTC.
    """

    id: int
    kind: DecisionKind
    author: int
    at: str
    result_digest: str
    line: int | None = None
    rule: str | None = None
    fact: str | None = None
    value: FactValue | None = None
    amount: Rial | None = None
    reason: str | None = None
    undone: bool = False
