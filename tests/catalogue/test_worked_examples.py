"""The worked examples of the rule catalogue, each with the amounts, marks and rules that it asks for."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from app.domain.assessment import ClaimResult
from app.domain.findings import Effect
from app.domain.reference import Reference
from app.files.pack_reader import read_pack
from app.services.audit import Auditor
from tests.catalogue.expansion import FOLDER, cases, claim_file, dictionary, rulebook

OUTPATIENT = ("general", "physicians", "dental", "radiotherapy", "imaging", "physiotherapy", "laboratory")
AREAS = (*OUTPATIENT, "modifiers", "inpatient_stay", "inpatient_services", "circulars")
EXAMPLES = [(area, case) for area in AREAS for case in cases(area)]
EXAMPLES += [(case["area"], case) for case in cases("further")]


@cache
def auditor(area: str) -> Auditor:
    packs = [read_pack(FOLDER / name) for name in ("base.pack.json", f"{area}.pack.json")]
    return Auditor(Reference(packs), rulebook(), dictionary())


def differences(expect: dict[str, Any], result: ClaimResult) -> Iterator[str]:
    """Yield what an assessed claim has other than expected."""
    for no, (approved, mark, *pen) in (expect.get("lines") or {}).items():
        line = result.line(int(no))
        if (line.approved, line.mark.value) != (approved, mark):
            yield f"line {no}: {line.approved} {line.mark.value}, not {approved} {mark}"
        if pen and line.pen.value != pen[0]:
            yield f"line {no}: {line.pen.value} pen"
    for no, rules in (expect.get("rules") or {}).items():
        cited = {finding.rule for finding in result.findings_of(int(no) or None)}
        if missing := set(rules) - cited:
            yield f"line {no}: {sorted(missing)} not cited, only {sorted(cited)}"
    if wrong := {finding.rule for finding in result.findings} & set(expect.get("absent") or ()):
        yield f"{sorted(wrong)} cited"
    if "verdict" in expect and result.verdict.value != expect["verdict"]:
        yield f"verdict {result.verdict.value}, not {expect['verdict']}"
    for name, amount in (expect.get("totals") or {}).items():
        if getattr(result.totals, name) != amount:
            yield f"total {name}: {getattr(result.totals, name)}, not {amount}"


def imbalances(result: ClaimResult) -> Iterator[str]:
    """Yield where the sums that hold for every claim do not hold."""
    whole = any(finding.line is None and finding.effect is Effect.REJECT for finding in result.findings)
    for line in result.lines:
        taken = sum(finding.deducted for finding in result.findings_of(line.no))
        if not whole and line.claimed - taken != line.approved:
            yield f"line {line.no}: {line.claimed} - {taken} is not {line.approved}"
        if not 0 <= line.approved <= line.claimed:
            yield f"line {line.no}: {line.approved} is outside 0 to {line.claimed}"
    totals = result.totals
    if totals.claimed - totals.deducted != totals.approved:
        yield "deducted and approved are not what was claimed"
    if totals.patient_share + totals.insurer_share != totals.approved:
        yield "the shares are not what was approved"


@pytest.mark.parametrize(("area", "case"), EXAMPLES, ids=[case["id"] for _, case in EXAMPLES])
def test_worked_example(area, case):
    results = {result.claim_id: result for result in auditor(area).audit(claim_file(case))}
    first, *_ = results.values()
    found = [*differences(case["expect"], first)]
    for claim_id, expect in (case["expect"].get("more") or {}).items():
        found += [f"{claim_id}: {text}" for text in differences(expect, results[claim_id])]
    found += [text for result in results.values() for text in imbalances(result)]
    assert found == [], case.get("says")
