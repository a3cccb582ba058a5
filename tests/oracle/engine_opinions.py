"""The engine's results in the words of the oracle, and where the two differ."""

import dataclasses
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from app.domain.assessment import ClaimResult
from app.domain.claim import ClaimFile
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.findings import Finding
from app.domain.reference import Reference
from app.domain.rulebook import Rulebook
from app.files.pack_reader import read_pack
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.services.audit import Auditor
from tests.oracle.books import AREAS, CATALOGUE, pack_names
from tests.oracle.judge import Judgement
from tests.oracle.sayings import WHOLE, Says

Key = tuple[int, str, str]
Cited = dict[Key, tuple[int, int]]


@cache
def auditor() -> Auditor:
    """The engine with the test packs, in which the rules of other areas wake on no claim."""
    book, dictionary = read_rulebook(), read_fact_dictionary()
    entries = [e if e.area in AREAS else dataclasses.replace(e, kinds=frozenset()) for e in book.values()]
    packs = [read_pack(CATALOGUE / f"{name}.pack.json") for name in pack_names()]
    return Auditor(Reference(packs), Rulebook(entries, book.figures.values(), book.version), dictionary)


def results(file: dict[str, Any]) -> tuple[ClaimResult, ...]:
    """What the engine says of each claim of a file."""
    dictionary = auditor().dictionary
    claims = tuple(claim_from_document(claim, dictionary) for claim in file["claims"])
    return auditor().audit(ClaimFile(submission_from_document(file["submission"], dictionary), claims))


def deducts(effect: str) -> str:
    """Whether a line was refused or reduced shows in its amount; both are deductions here."""
    return "deduct" if effect in {"reject", "reduce"} else effect


def cited(found: Iterable[tuple[Key, tuple[int, int]]]) -> Cited:
    """What is cited, by line, effect and rule; what a rule takes in two steps is one deduction."""
    steps: Cited = {}
    for key, (before, after) in found:
        steps[key] = steps.get(key, (before, after))[0], after
    return steps


def of_engine(finding: Finding) -> tuple[Key, tuple[int, int]]:
    return (finding.line or WHOLE, deducts(finding.effect.value), finding.rule), (
        finding.before or 0,
        finding.after or 0,
    )


def of_oracle(says: Says, before: int, after: int) -> tuple[Key, tuple[int, int]]:
    return (says.line, deducts(says.effect), says.rule), (before, after)


def differences(result: ClaimResult, judgement: Judgement) -> Iterator[str]:
    """Yield each citation, deduction, amount, mark and share on which engine and oracle differ."""
    engine = cited(map(of_engine, result.findings))
    oracle = cited(of_oracle(*item) for item in judgement.said)
    for key in sorted(engine.keys() | oracle.keys()):
        if engine.get(key) != oracle.get(key):
            yield f"line {key[0]}, {key[1]} {key[2]}: engine {engine.get(key)}, oracle {oracle.get(key)}"
    for line in result.lines:
        found = (line.approved, line.mark.value)
        wanted = (judgement.approved[line.no], judgement.marks[line.no])
        if found != wanted:
            yield f"line {line.no}: engine {found}, oracle {wanted}"
    shares = (result.totals.patient_share, result.totals.insurer_share)
    if judgement.shares != shares:
        yield f"shares: engine {shares}, oracle {judgement.shares}"
