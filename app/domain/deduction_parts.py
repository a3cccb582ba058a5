"""Which rule or which person took what off a claim: the parts that its deduction is made of, for sheets and figures."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.money import Rial


class Taker(StrEnum):
    """Who takes a part off.

    ENGINE stands as the engine said it, PERSON was taken by a person, by a rule or as an amount of their own. What is
    WAIVED the engine would take and a person let go; it is no part of the sum.
    """

    ENGINE = "engine"
    PERSON = "person"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class DeductionPart:
    """One part of a claim's deduction in rials; below zero where a person pays more than the engine's findings leave.

    `line` None is the whole claim; `rule` None is an amount that a person set.
    """

    line: int | None
    rule: str | None
    amount: Rial
    taker: Taker = Taker.ENGINE
