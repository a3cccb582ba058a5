"""Claims of physicians for tests: services and visits of an office, and what is left of them."""

from typing import Any

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, assess, assess_all, line

INTERNIST = {"id": "11111", "qualification": "specialist", "specialty": "internal_medicine"}
CARDIOLOGIST = {"id": "33333", "qualification": "specialist", "specialty": "cardiology"}
FEES = {
    "100020": 40000, "602770": 18000, "100085": 20000, "100100": 40000, "100165": 15000, "100166": 5000,
    "900785": 86000, "900780": 126500, "900275": 29700, "900270": 13500, "900290": 27000, "900245": 9100,
    "901255": 119000, "901260": 166000, "900771": 35500, "900985": 13500, "900990": 27000, "901005": 40500,
    "901010": 50500, "900375": 13500, "400565": 143500, "400515": 108000, "401540": 62500, "602490": 60000,
}  # fmt: skip
"""The test prices of one unit."""


def service(code: str, qty: float = 1, over: Document | None = None, **facts: Any) -> Document:
    """Return a line of so many units at the test price."""
    return line(code, int(FEES[code] * qty), qty, over, **facts)


def visit(over: Document | None = None) -> Document:
    """Return an uncoded visit at the specialist's fee."""
    return {"section": "visit", "amount": 150000} | (over or {})


def office(rule: str, *lines: Document, claim: Document | None = None, **over: Any) -> ClaimResult:
    """Return the result of an office's service claim."""
    return assess(rule, "physician_service", area="physicians", claim=(claim or {}) | {"lines": list(lines)}, **over)


def sheets(rule: str, *claims: Document, base: str = "physician_service", **over: Any) -> dict[str, ClaimResult]:
    """Return the results of several sheets; the first is C-1, the others bear their ids."""
    first, *further = claims
    return assess_all(rule, base, area="physicians", claim=first, more_claims=further, **over)
