"""Imaging claims for tests: lines with their facts, and what is left of them."""

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, approved, assess, marks, waiting
from tests.rules.claims import line as scan

__all__ = ["approved", "claimed", "marks", "scan", "waiting"]


def claimed(
    rule: str, *lines: Document, base: str = "imaging", claim: Document | None = None, **over: object
) -> ClaimResult:
    """Return the result of a claim about a rule with these lines."""
    return assess(rule, base, area="imaging", claim=(claim or {}) | {"lines": list(lines)}, **over)
