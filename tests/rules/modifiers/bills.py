"""Lines of a hospital bill for the tests of the modifiers: an operation, and an hour of general anesthesia."""

from typing import Any

from app.domain.assessment import ClaimResult
from app.rules.engine import NO_WAIVERS
from app.rules.modifiers.terms import ANESTHESIA, SURGERY
from tests.rules.claims import Document, Waived, assess, line

AREA = "modifiers"

HOUR = {"surgery_start": "1395-03-05T09:00", "surgery_end": "1395-03-05T10:00"}


def operation(
    code: str, amount: int = 250_000, *modifiers: str, no: int = 1, over: Any = None, **facts: Any
) -> Document:
    """Return a surgery line with confirmed times."""
    keys = {"no": no, "section": SURGERY, "modifiers": list(modifiers)} | (over or {})
    return line(code, amount, over=keys, operation_times_confirmed=True, **facts)


def anesthesia(code: str, amount: int, *modifiers: str, no: int = 2, over: Any = None, **facts: Any) -> Document:
    """Return an anesthesia line of one hour of surgery."""
    keys = {"no": no, "section": ANESTHESIA, "modifiers": list(modifiers)} | (over or {})
    return line(code, amount, over=keys, **{**HOUR, "anesthesia_method": "general", **facts})


def bill(
    rule: str,
    *lines: Document,
    base: str = "inpatient",
    submission: Document | None = None,
    waived: Waived = NO_WAIVERS,
    **over: Any,
) -> ClaimResult:
    """Return the result of a bill of these lines, numbered in their order; `over` is laid over the claim."""
    numbered = [each | {"no": place} for place, each in enumerate(lines, start=1)]
    claim = {"lines": numbered} | over
    return assess(rule, base, area=AREA, submission=submission or {}, claim=claim, waived=waived)
