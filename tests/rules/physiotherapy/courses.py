"""Courses of physiotherapy for tests: sessions with their regions, and what is left of them."""

from typing import Any

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, assess, line

GOOD = {
    "sessions_prescribed": 10,
    "last_session_on": "1395-03-31",
    "undocumented_sessions": 0,
    "unsigned_sessions": 0,
    "radicular": False,
}
INTERNIST = {"id": "11120", "qualification": "specialist", "specialty": "internal_medicine"}
NEUROLOGIST = {"id": "11121", "qualification": "specialist", "specialty": "neurology"}
FEES = {"901645": 100000, "901646": 30000, "901660": 50000, "901662": 40000, "901620": 60000, "901640": 70000}


def unit(code: str, qty: int = 1, date: str | None = None, region: str | None = None, **facts: Any) -> Document:
    """Return a line of so many units at the test fee."""
    dated = {"date": date} if date else {}
    of_region = {"body_region": region} if region else {}
    return line(code, FEES[code] * qty, qty, dated, **of_region, **facts)


def session(qty: int = 1, date: str | None = None, region: str | None = "neck", **facts: Any) -> Document:
    """Return sessions of one region, dated or not."""
    return unit("901645", qty, date, region, **facts)


def course(
    rule: str, *lines: Document, facts: Document | None = None, claim: Document | None = None, **over: Any
) -> ClaimResult:
    """Return the result of an orthopaedist's course about a rule; `facts` are laid over those of a faultless one."""
    of_claim = {"facts": GOOD | (facts or {}), "lines": list(lines)} | (claim or {})
    return assess(rule, "physiotherapy", area="physiotherapy", claim=of_claim, **over)


def stay(rule: str, *lines: Document, claim: Document | None = None) -> ClaimResult:
    """Return the result of a stay with physiotherapy lines."""
    in_ward = [row | {"section": "physiotherapy"} for row in lines]
    return assess(rule, "inpatient", area="physiotherapy", claim=(claim or {}) | {"lines": in_ward})
