"""Laboratory prescriptions and stays for tests, and what is left of them."""

from typing import Any

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, assess, line

FEES = {
    "800005": 10000, "800010": 5000, "800015": 15000, "804600": 30000, "807000": 20000,
    "L-CBC": 40000, "L-UC": 45000, "801415": 50000, "L-FBS": 20000,
    "804605": 200000, "804630": 300000, "804635": 250000, "804815": 400000, "804820": 500000, "804825": 420000,
    "804840": 350000, "804845": 450000, "804850": 600000,
    "805000": 150000, "805005": 200000, "805010": 180000, "805055": 170000, "805057": 220000, "805070": 500000,
    "805079": 600000, "805080": 550000, "805081": 500000, "805082": 450000, "805086": 450000,
    "805090": 300000, "805091": 280000, "805102": 320000, "805104": 310000,
    "805106": 20000, "805107": 900000, "805108": 25000,
}  # fmt: skip
CONTRACT = {"facts": {"pcr_contract": True}}


def item(code: str, qty: int = 1, date: str | None = None, **facts: Any) -> Document:
    """Return a line of so many units at the test fee."""
    return line(code, FEES[code] * qty, qty, {"date": date} if date else {}, **facts)


def prescription(
    rule: str, *lines: Document, facts: Document | None = None, claim: Document | None = None, **over: Any
) -> ClaimResult:
    """Return the result of an internist's prescription about a rule, of a laboratory with a contract for PCR."""
    of_claim = {"facts": facts or {}, "lines": list(lines)} | (claim or {})
    return assess(rule, "laboratory", area="laboratory", claim=of_claim, **{"submission": CONTRACT} | over)


def stay(rule: str, *lines: Document, facts: Document | None = None, claim: Document | None = None) -> ClaimResult:
    """Return the result of a stay from 5 to 8 Khordad with laboratory lines."""
    in_lab = [{"section": "lab"} | row for row in lines]
    of_claim = {"facts": facts or {}, "lines": in_lab} | (claim or {})
    return assess(rule, "inpatient", area="laboratory", claim=of_claim)
