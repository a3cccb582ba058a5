"""Items 2-4 and 2-6: one planning of a region, one physics calculation of each of its phases.

A region is the organ with its nodes (RT-06b): axilla and supraclavicular nodes belong to the breast of their side,
regional nodes to the one other region of the claim. What falls only because of that is cited as RT-06b.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from app.domain.facts import Answer, Facts
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcome, Outcomes, Reject
from app.rules.radiotherapy.terms import COURSE, PHYSICS, PLANNING, count, dearest_first, in_course, lines_of, past
from app.rules.registry import Phase, line_rule, on, rule
from app.rules.tariffs import kept_at_tariff

REGION, SIDE, PHASE = "rt_region", "side", "phase"
WHOLE = "whole"
REGIONAL_NODES, BOTH_SIDES = "regional_nodes", "both"
UNKNOWN_BEFORE = "ناحیه یا فاز خدمت پیشین همین دوره روشن نیست"


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the body; `side` is None where it was not given."""

    name: str
    side: str | None = None

    def meets(self, other: "Region") -> bool:
        """Tell whether both are one region; a side that is not given meets every side."""
        return self.name == other.name and self.shares_side(other)

    def shares_side(self, other: "Region") -> bool:
        """Tell whether the sides of two regions may be the same."""
        sides = {self.side, other.side}
        return None in sides or BOTH_SIDES in sides or len(sides) == 1


def region_in(facts: Facts) -> Region | None:
    """Return the region that the facts of a line or of a past service name."""
    name, side = facts.get(REGION), facts.get(SIDE)
    return None if name is None else Region(str(name), None if side is None else str(side))


def region_of(line: CaseLine) -> Region | None:
    """Return the region of a line as it was given."""
    return region_in(line.line.facts)


def formed(case: Case, region: Region) -> Region:
    """Return the region to which the claim's other lines join a region of nodes; any other stays as it is.

    A line that only repeats another still tells what is treated, so those that fall after the cover count too.
    """
    covered = (line for line in case.lines if line.zeroed_in not in {Phase.ADMISSIBILITY, Phase.COVER})
    present = {other for other in map(region_of, covered) if other is not None}
    organ = case.figure("node_regions").get(region.name)
    if organ is not None:
        return _joined(region, {other for other in present if other.name == organ})
    if region.name != REGIONAL_NODES:
        return region
    organs = {formed(case, other) for other in present if other.name != REGIONAL_NODES}
    if len({other.name for other in organs if other.shares_side(region)}) > 1:
        return region
    return _joined(region, organs)


def _joined(nodes: Region, organs: Iterable[Region]) -> Region:
    """Return the organ of nodes, on their side, else on the organ's where that is the only one."""
    found = [organ for organ in organs if organ.shares_side(nodes)]
    if not found:
        return nodes
    sides = {organ.side for organ in found}
    return Region(found[0].name, nodes.side or (sides.pop() if len(sides) == 1 else None))


@dataclass(frozen=True, slots=True)
class Done:
    """A planning or physics calculation that stands: its region as given and as formed, and its phase."""

    given: Region
    formed: Region
    phase: Answer

    def covers(self, other: "Done") -> bool:
        """Tell whether another one is of the same region and phase."""
        return self.formed.meets(other.formed) and self.phase == other.phase


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a line; `joined` tells that it follows from the joining of nodes to their organ."""

    outcome: Outcome
    joined: bool = False


def _done(case: Case, facts: Facts, group: str) -> Done | None:
    """Return what facts say of a service, None where region or phase lacks."""
    region, phase = region_in(facts), facts.get(PHASE) if group == PHYSICS else WHOLE
    return None if region is None or phase is None else Done(region, formed(case, region), phase)


def _may_cover(case: Case, facts: Facts, mine: Done) -> bool:
    """Tell whether a past service may be of the same region and phase, as far as its facts tell."""
    region, phase = region_in(facts), facts.get(PHASE)
    same_region = region is None or formed(case, region).meets(mine.formed)
    return same_region and (mine.phase == WHOLE or phase in {None, mine.phase})


def _verdicts(case: Case, group: str) -> Iterator[Verdict]:
    """Judge planning or physics lines, the dearest first: one of a region and phase stands, in the whole course."""
    lines = dearest_first(case, lines_of(case, group))
    standing: list[Done] = []
    for line in lines:
        rows, before = in_course(case, group), past(case, group)
        earlier = [_done(case, row.facts, group) for row in rows or ()]
        several = len(lines) > 1 or line.quantity > 1 or bool(before if rows is None else rows)
        mine = _done(case, line.line.facts, group)
        if mine is None:
            yield from _unknown(case, line, group, several=several)
            continue
        clashes = [done for done in (*standing, *earlier) if done is not None and done.covers(mine)]
        if clashes:
            as_given = any(done.given.meets(mine.given) for done in clashes)
            yield Verdict(Reject(line, _facts(group)), joined=not as_given)
            continue
        standing.append(mine)
        yield from (Verdict(outcome) for outcome in kept_at_tariff(case, line, 1))
        if any(_may_cover(case, row.facts, mine) for row in (before if rows is None else rows)):
            yield Verdict(Ask(line, (COURSE,)) if rows is None else Ask(line, needs=UNKNOWN_BEFORE))


def _unknown(case: Case, line: CaseLine, group: str, *, several: bool) -> Iterator[Verdict]:
    """Ask for the region or phase of a line, which stands meanwhile; a known phase still holds one unit."""
    facts = line.line.facts
    if group == PHYSICS and PHASE in facts:
        yield from (Verdict(outcome) for outcome in kept_at_tariff(case, line, 1))
        several = len(lines_of(case, group)) > 1 or bool(past(case, group))
    if several:
        yield Verdict(Ask(line, tuple(name for name in _facts(group) if name != SIDE and name not in facts)))


def _facts(group: str) -> tuple[str, ...]:
    return (REGION, SIDE, PHASE) if group == PHYSICS else (REGION, SIDE)


@rule("RT-06a", Phase.EXCLUSION, on(groups={PLANNING}))
def one_planning(case: Case) -> Outcomes:
    """Keep the dearest planning of each region in a course."""
    yield from (verdict.outcome for verdict in _verdicts(case, PLANNING) if not verdict.joined)


@rule("RT-06b", Phase.EXCLUSION, on(groups={PLANNING, PHYSICS}))
def nodes_with_their_organ(case: Case) -> Outcomes:
    """Refuse what is a second one only because nodes and organ are one region."""
    for group in (PLANNING, PHYSICS):
        yield from (verdict.outcome for verdict in _verdicts(case, group) if verdict.joined)


@rule("RT-08a", Phase.EXCLUSION, on(groups={PHYSICS}))
def one_physics_calculation(case: Case) -> Outcomes:
    """Keep the dearest physics calculation of each region and phase in a course."""
    yield from (verdict.outcome for verdict in _verdicts(case, PHYSICS) if not verdict.joined)


@line_rule("RT-08b", Phase.QUANTITY, on(groups={PHYSICS}))
def phases_of_the_table(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a phase that the region has not in the table; a starred region may have one more."""
    region, phase = region_of(line), count(line.fact(PHASE))
    row = case.figure("field_table").get(formed(case, region).name) if region else None
    if row is not None and phase is not None:
        phases = Fraction(2 if row["phase2"][0] else 1) + bool(row["starred"])
        if phase > phases:
            yield Reject(line, (REGION, PHASE))
