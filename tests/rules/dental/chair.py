"""Dental claims for tests: services of table 2 at their test prices, and what is left of them."""

from typing import Any

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, assess, assess_all, line

FEES = {
    "D1": 100000, "D2": 150000, "D3": 40000, "D4": 300000, "D5": 400000, "D6": 28000, "D7": 152000, "D8": 152000,
    "D9": 44000, "D10": 44000, "D14": 44000, "D20": 24000, "D21": 70000, "D23": 20000, "D24": 20000, "D25": 88000,
    "D31": 82000, "D33": 90000, "D35": 90000, "D36": 110000, "D81": 142000, "D902": 60000,
}  # fmt: skip
"""The test prices of one unit."""

CHILD = {"patient": {"birth_date": "1387-01-10"}}
AUXILIARY = {"id": "22900", "qualification": "dental_auxiliary"}
SURGEON = {"id": "22301", "qualification": "dental_specialist", "specialty": "oral_surgery"}


def done(code: str, qty: float = 1, over: Document | None = None, **facts: Any) -> Document:
    """Return a line of so many units at the test price."""
    return line(code, int(FEES[code] * qty), qty, over, **facts)


def dentist(rule: str, *lines: Document, claim: Document | None = None, **over: Any) -> ClaimResult:
    """Return the result of a dental claim."""
    return assess(rule, "dental", area="dental", claim=(claim or {}) | {"lines": list(lines)}, **over)


def sheets(rule: str, *claims: Document, **over: Any) -> dict[str, ClaimResult]:
    """Return the results of several sheets; the first is C-1, the others bear their ids."""
    first, *further = claims
    return assess_all(rule, "dental", area="dental", claim=first, more_claims=further, **over)
