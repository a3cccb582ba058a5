"""The oracle gives the worked examples of the rule catalogue, so that its word counts where engine and oracle differ."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.catalogue.expansion import cases, expanded
from tests.oracle.books import AREAS, Books
from tests.oracle.judge import Judgement
from tests.oracle.oracle import opinions

EXAMPLES = [(area, case) for area in AREAS for case in cases(area)]
EFFECTS = ("reject", "reduce", "query", "refer", "note")


@cache
def area_books(area: str) -> Books:
    return Books("base", area)


def differences(expect: dict[str, Any], found: Judgement) -> Iterator[str]:
    """Yield what a judgement has other than an example asks for."""
    for no, (approved, mark, *_) in (expect.get("lines") or {}).items():
        if (found.approved[int(no)], found.marks[int(no)]) != (approved, mark):
            yield f"line {no}: {found.approved[int(no)]} {found.marks[int(no)]}, not {approved} {mark}"
    for no, rules in (expect.get("rules") or {}).items():
        if not set(rules) <= found.cited(int(no), *EFFECTS):
            yield f"line {no}: {rules} not cited, only {sorted(found.cited(int(no), *EFFECTS))}"
    totals, shares = expect.get("totals") or {}, found.shares or (0, 0)
    if shares != (totals.get("patient_share", shares[0]), totals.get("insurer_share", shares[1])):
        yield f"shares {shares}, not {totals}"
    if wrong := {says.rule for says, _, _ in found.said} & set(expect.get("absent") or ()):
        yield f"{sorted(wrong)} cited"


@pytest.mark.parametrize(("area", "case"), EXAMPLES, ids=[case["id"] for _, case in EXAMPLES])
def test_oracle_gives_the_worked_example(area: str, case: dict[str, Any]) -> None:
    file = expanded(case)
    judgements = dict(zip([claim["id"] for claim in file["claims"]], opinions(file, area_books(area)), strict=True))
    found = list(differences(case["expect"], next(iter(judgements.values()))))
    for claim_id, expect in (case["expect"].get("more") or {}).items():
        found += differences(expect, judgements[claim_id])
    assert found == [], case.get("says")
