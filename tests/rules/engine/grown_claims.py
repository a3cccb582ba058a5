"""Random claims of all areas, each grown from a worked example, so that every rule may be awake.

Lines of other examples of the area come beside, amounts and quantities change, facts are taken away or told otherwise.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from app.domain.claim import Claim, ClaimFile, ClaimKind, Line
from app.domain.facts import Facts, FactScope
from tests.catalogue.expansion import claim_file, dictionary, rulebook
from tests.catalogue.test_worked_examples import EXAMPLES
from tests.rules.engine.claim_strategies import fact_values

PERCENTS = (0, 1, 50, 99, 100, 101, 300)
QUANTITIES = tuple(map(Decimal, ("1", "2", "3", "10", "1.5")))


@dataclass(frozen=True)
class AreaFile:
    """A claim file, and the area whose test packs price it."""

    area: str
    file: ClaimFile


@cache
def seeds() -> tuple[AreaFile, ...]:
    """Return the claim files of the worked examples."""
    return tuple(AreaFile(area, claim_file(case)) for area, case in EXAMPLES)


@cache
def lines_of_area() -> dict[tuple[str, ClaimKind], list[Line]]:
    """Return the lines of all examples by area and kind of claim."""
    found: dict[tuple[str, ClaimKind], list[Line]] = defaultdict(list)
    for seed in seeds():
        for claim in seed.file.claims:
            found[seed.area, claim.kind] += claim.lines
    return found


@cache
def facts_of_area(area: str, scope: FactScope) -> tuple[str, ...]:
    """Return the facts that rules of an area and of the general part ask for, in a scope."""
    names = {name for entry in rulebook().values() if entry.area in {area, "general"} for name in entry.facts}
    return tuple(sorted(name for name in names if dictionary()[name].scope is scope))


@st.composite
def grown_files(draw: st.DrawFn) -> AreaFile:
    """Return a worked example's file whose first claim has become another one."""
    seed = draw(st.sampled_from(seeds()))
    first, *others = seed.file.claims
    added = draw(st.lists(st.sampled_from(lines_of_area()[seed.area, first.kind]), max_size=2)) if first.lines else []
    lines = tuple(
        replace(draw(_changed(line, seed.area)), no=no) for no, line in enumerate((*first.lines, *added), start=1)
    )
    claim = replace(first, lines=lines, facts=draw(_told_otherwise(first.facts, seed.area, FactScope.CLAIM)))
    return AreaFile(seed.area, replace(seed.file, claims=(claim, *others)))


@st.composite
def _changed(draw: st.DrawFn, line: Line, area: str) -> Line:
    if draw(st.booleans()):
        return line
    percent, quantity = draw(st.sampled_from(PERCENTS)), draw(st.sampled_from((line.quantity, *QUANTITIES)))
    facts = draw(_told_otherwise(line.facts, area, FactScope.LINE))
    return replace(line, amount=line.amount * percent // 100, quantity=quantity, facts=facts)


@st.composite
def _told_otherwise(draw: st.DrawFn, facts: Facts, area: str, scope: FactScope) -> Facts:
    """Return facts of which up to two are unknown or have any other value."""
    found = dict(facts)
    for name in draw(st.lists(st.sampled_from(facts_of_area(area, scope)), max_size=2, unique=True)):
        definition = dictionary()[name]
        value = draw(st.none() | fact_values(definition))
        if value is None:
            found.pop(name, None)
        else:
            found[name] = tuple(value) if isinstance(value, list) else value
    return found


def with_claim(seed: AreaFile, claim: Claim) -> AreaFile:
    """Return the file with another first claim."""
    return replace(seed, file=replace(seed.file, claims=(claim, *seed.file.claims[1:])))
