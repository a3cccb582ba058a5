"""Small claims for tests of rules: a faultless claim of a kind, what a test says laid over it, and its result.

The facts of the rule that a test is about are unknown unless the test or the base gives them; all others are good.
Prices are the test figures of tests/catalogue.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from app.domain.assessment import ClaimResult
from app.domain.claim import ClaimFile
from app.domain.findings import Effect, Mark
from app.domain.reference import Reference, ReferencePack
from app.files.pack_reader import pack_from_document, read_pack
from app.rules.engine import NO_WAIVERS
from app.services.audit import Auditor, AuditRound
from tests.catalogue.expansion import FOLDER, claim_file, dictionary, rulebook

Document = dict[str, Any]
Waived = frozenset[tuple[str, int | None]]


@cache
def area_packs(area: str) -> tuple[ReferencePack, ...]:
    """Return the test packs of an area."""
    return tuple(read_pack(FOLDER / name) for name in ("base.pack.json", f"{area}.pack.json"))


def pack_of(services: Sequence[Document]) -> ReferencePack:
    """Return a pack of further test services, in force since 1394."""
    rows = [{"title": "خدمت آزمایشی", "section": "imaging", "from": "1394-01-01"} | row for row in services]
    return pack_from_document({"name": "further test figures", "issued_on": "1394-01-01", "services": rows})


def auditor(area: str, services: Sequence[Document] = ()) -> Auditor:
    """Return the auditor with the test packs of an area and further services."""
    return Auditor(Reference([*area_packs(area), pack_of(services)]), rulebook(), dictionary())


def made(rule: str, base: str, **over: Any) -> ClaimFile:
    """Return a claim file about a rule; `claim`, `submission` and `more_claims` are laid over the base."""
    return claim_file({"rule": rule, "base": base, "expect": {}} | over)


def assess(
    rule: str,
    base: str,
    *,
    area: str = "general",
    services: Sequence[Document] = (),
    asking: bool = True,
    waived: Waived = NO_WAIVERS,
    **over: Any,
) -> ClaimResult:
    """Return the result of the first claim of such a file; `waived` are (rule, line) pairs that a person set aside."""
    judge, file = auditor(area, services), made(rule, base, **over)
    waivers = {file.claims[0].id: waived}
    return AuditRound(judge, file.submission, file.claims, waivers=waivers, asking=asking).result(0)


def assess_all(
    rule: str, base: str, *, area: str = "general", services: Sequence[Document] = (), **over: Any
) -> dict[str, ClaimResult]:
    """Return the results of all claims of such a file, by the claim's id."""
    results = auditor(area, services).audit(made(rule, base, **over))
    return {result.claim_id: result for result in results}


def cited(result: ClaimResult, no: int | None = None) -> set[str]:
    """Return the rules that a result cites on a line, or on the whole claim."""
    return {finding.rule for finding in result.findings_of(no)}


def general(result: ClaimResult, no: int | None = None) -> set[str]:
    """Return those of them that belong to the general part."""
    return {rule for rule in cited(result, no) if rule.startswith("GEN-")}


def said(result: ClaimResult, rule: str) -> list[Effect]:
    """Return what a rule says anywhere in a result, such as reject or query."""
    return [finding.effect for finding in result.findings if finding.rule == rule]


def asked(result: ClaimResult, rule: str) -> set[str]:
    """Return the facts that a rule asks for anywhere in a result."""
    return {fact for finding in result.queries if finding.rule == rule for fact in finding.facts}


def line(code: str, amount: int, qty: float = 1, over: Document | None = None, **facts: Any) -> Document:
    """Return a line with its facts; `over` holds other keys of it, such as section, date or performer."""
    return {"code": code, "amount": amount, "qty": qty, "facts": facts} | (over or {})


def approved(result: ClaimResult) -> list[int]:
    """Return what is approved of each line."""
    return [line.approved for line in result.lines]


def marks(result: ClaimResult) -> list[Mark]:
    """Return the mark of each line."""
    return [line.mark for line in result.lines]


def waiting(result: ClaimResult, rule: str) -> dict[int | None, tuple[str, ...]]:
    """Return, by line, the facts that a rule asks for."""
    return {finding.line: finding.facts for finding in result.queries if finding.rule == rule}
