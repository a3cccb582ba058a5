"""Hospital bills for the tests of the inpatient services: their lines, and what is left of them."""

from typing import Any

from tests.rules.claims import Document, assess, assess_all

AREA = "inpatient_services"
SURGEON = {"id": "55001", "qualification": "specialist", "specialty": "orthopedics"}


def bill(rule: str, *lines: Document, base: str = "inpatient", submission: Any = None, **claim: Any):
    """Return the result of a stay with these lines; further keys are laid over its claim."""
    over = {"claim": {"lines": list(lines)} | claim, "submission": submission or {}}
    return assess(rule, base, area=AREA, **over)


def bills(rule: str, *claims: Document, submission: Any = None):
    """Return the results of several stays of one submission, by the claim's id."""
    first, *others = claims
    return assess_all(rule, "inpatient", area=AREA, claim=first, more_claims=others, submission=submission or {})


def row(section: str, code: str | None, amount: int, qty: float = 1, over: Document | None = None, **facts: Any):
    """Return a line of a section; `over` holds other keys of it, such as title, date or performer."""
    known = {"section": section, "amount": amount, "qty": qty, "facts": facts}
    return known | ({"code": code} if code else {}) | (over or {})


def operation(code: str, amount: int, **over: Any) -> Document:
    """Return a surgery line with confirmed times."""
    return row("surgery", code, amount, over={"performer": SURGEON} | over, operation_times_confirmed=True)


def item(title: str, amount: int = 100_000, section: str = "supply", **facts: Any) -> Document:
    """Return an item without a code."""
    return row(section, None, amount, over={"title": title}, **facts)
