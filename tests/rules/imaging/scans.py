"""Imaging claims for tests: lines with their facts, and what is left of them."""

from typing import Any

from app.domain.assessment import ClaimResult
from app.domain.findings import Mark
from tests.rules.claims import Document, assess


def scan(code: str, amount: int, qty: float = 1, over: Document | None = None, **facts: Any) -> Document:
    """Return a line; `over` holds other keys of it, such as section, date or performer."""
    return {"code": code, "amount": amount, "qty": qty, "facts": facts} | (over or {})


def claimed(
    rule: str, *lines: Document, base: str = "imaging", claim: Document | None = None, **over: Any
) -> ClaimResult:
    """Return the result of a claim about a rule with these lines."""
    return assess(rule, base, area="imaging", claim=(claim or {}) | {"lines": list(lines)}, **over)


def approved(result: ClaimResult) -> list[int]:
    """Return what is approved of each line."""
    return [line.approved for line in result.lines]


def marks(result: ClaimResult) -> list[Mark]:
    """Return the mark of each line."""
    return [line.mark for line in result.lines]


def waiting(result: ClaimResult, rule: str) -> dict[int | None, tuple[str, ...]]:
    """Return, by line, the facts that a rule asks for."""
    return {finding.line: finding.facts for finding in result.queries if finding.rule == rule}
