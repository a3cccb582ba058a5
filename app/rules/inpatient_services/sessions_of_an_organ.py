"""Article 10: three sessions of lithotripsy for a stone, and three of PRP for an eye, over all the patient's claims."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

from app.domain.facts import UNKNOWN, Answer, Facts
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import BOTH, of_group
from app.rules.lines import at_most
from app.rules.outcomes import Ask, Outcomes
from app.rules.past import past_of_group
from app.rules.registry import Phase, on, rule

SIDE, NEW_STONE = "side", "new_stone"
SIDES = ("left", "right")
LITHOTRIPSY, PRP = "eswl", "prp"


@dataclass(frozen=True, slots=True)
class Unit:
    """One session: its side and whether the stone is new, as they are known; `line` is None for a past one."""

    side: Answer
    new_stone: Answer
    line: CaseLine | None = None


def _units(case: Case, group: str) -> Iterator[Unit]:
    """Yield the sessions of a group, the earliest first; on one day the history stands before the claim's own lines."""
    past = [(row.day, 0, _several(row.facts, row.quantity)) for row, _service in past_of_group(case, group)]
    lines = [line for line in case.live_lines if of_group(group)(line)]
    own = [(line.day, line.no, _several(line.line.facts, line.quantity, line)) for line in lines]
    for _day, _no, units in sorted((*past, *own), key=lambda found: found[:2]):
        yield from units


def _several(facts: Facts, quantity: Decimal | Fraction, line: CaseLine | None = None) -> list[Unit]:
    """Return the sessions of one line or row; where the stone is new, the first begins anew and the others go on."""
    first = Unit(facts.get(SIDE, UNKNOWN), facts.get(NEW_STONE, UNKNOWN), line)
    further = replace(first, new_stone=False) if first.new_stone is True else first
    return [first, *[further] * (ceil(quantity) - 1)]


def _sides(side: Answer) -> tuple[str, ...]:
    """Return the sides that a session counts for; one of no or both sides counts for each."""
    return SIDES if side is UNKNOWN or side == BOTH else (str(side),)


def _cut_or_asked(cut: Counter[CaseLine], asked: Iterable[CaseLine], fact: str) -> Outcomes:
    """Cut the sessions beyond the limit, and ask for the fact that would tell where it lies."""
    for line, lost in cut.items():
        yield from at_most(line, line.quantity - lost, fact)
    yield from (Ask(line, (fact,)) for line in asked)


@rule("SUR-URO-05", Phase.QUANTITY, on(groups={LITHOTRIPSY}))
def lithotripsies_of_a_stone(case: Case) -> Outcomes:
    """Pay three lithotripsies for one stone; a new one begins anew, and from the fourth on that is asked for.

    A session without a side counts for both kidneys; there is no limit of time between the sessions.
    """
    limit = int(case.figure("lithotripsy_sessions"))
    counts = dict.fromkeys(SIDES, 0)
    cut: Counter[CaseLine] = Counter()
    asked: dict[CaseLine, None] = {}
    for unit in _units(case, LITHOTRIPSY):
        for side in _sides(unit.side):
            counts[side] = 1 if unit.new_stone is True else counts[side] + 1
        beyond = max(counts[side] for side in _sides(unit.side)) > limit
        if unit.line is not None and beyond and unit.new_stone is False:
            cut[unit.line] += 1
        elif unit.line is not None and beyond and unit.new_stone is UNKNOWN:
            asked[unit.line] = None
    yield from _cut_or_asked(cut, asked, NEW_STONE)


@rule("SUR-EYE-04", Phase.QUANTITY, on(groups={PRP}))
def sessions_of_an_eye(case: Case) -> Outcomes:
    """Pay three sessions of PRP for an eye; one for both eyes is payable while either is below three.

    A session whose eye nobody noted is payable while fewer than three have gone before in all, then it is asked for.
    """
    limit = int(case.figure("prp_sessions"))
    counts = dict.fromkeys(SIDES, 0)
    cut: Counter[CaseLine] = Counter()
    asked: dict[CaseLine, None] = {}
    for before, unit in enumerate(_units(case, PRP)):
        if unit.side is UNKNOWN:
            if unit.line is not None and before >= limit:
                asked[unit.line] = None
        else:
            if unit.line is not None and min(counts[side] for side in _sides(unit.side)) >= limit:
                cut[unit.line] += 1
            for side in _sides(unit.side):
                counts[side] += 1
    yield from _cut_or_asked(cut, asked, SIDE)
