"""Modifier 51: what several operations of one session are worth."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.mod_terms import is_operation, operations, rvu
from tests.oracle.paper import Entry, Paper
from tests.oracle.table import concerns

RANKS = (100, 50, 25, 10, 5)
ON_A_FOOT = (100, 75, 25)
OTHER_REGION = 80


@dataclass(frozen=True)
class Weight:
    """The percents of an operation by its rank in its region, and as the first of a region."""

    by_rank: int
    as_first: int

    @property
    def part(self) -> Fraction:
        return Fraction(self.by_rank * self.as_first, 10000)


WHOLE = Weight(100, 100)


@dataclass(frozen=True)
class Operation:
    """One unit of a surgery line."""

    value: Fraction
    no: int
    region: str
    surgeon: str | None

    @property
    def precedence(self) -> tuple[Fraction, int]:
        return -self.value, self.no


def second_of_either_side(paper: Paper, entry: Entry) -> bool:
    """MOD-51d: a further line of a code that is paid once for both sides."""
    same = [other for other in operations(paper, entry) if other.code == entry.code]
    return entry.has("laterality", "either") and entry in same[1:]


def ranked(paper: Paper, entry: Entry) -> list[Entry]:
    return [other for other in operations(paper, entry) if not second_of_either_side(paper, other)]


def count(entry: Entry) -> int:
    return 1 if entry.has("laterality", "either") else int(entry.units)


def is_foot(entry: Entry) -> bool:
    return entry.has("foot")


def units(paper: Paper, entry: Entry) -> list[Operation]:
    """The operations that are ranked with a line's, one for each unit of quantity: feet apart from the rest."""
    lines = [line for line in ranked(paper, entry) if is_foot(line) == is_foot(entry)]
    return [
        Operation(rvu(line, "professional"), line.no, region(paper, line, lines, place), line.performer.get("id"))
        for line in lines
        for place in range(count(line))
    ]


def region(paper: Paper, entry: Entry, lines: list[Entry], place: int) -> str:
    """Feet by their side, urodynamic studies together, others by their incision; what is not known for itself."""
    if entry.group == "urodynamic":
        return "urodynamics"
    named = entry.fact(WHERE[is_foot(entry)])
    if is_foot(entry) and named == "both":
        return "right" if place < (count(entry) + 1) // 2 else "left"
    if named is None and ("MOD-51j", entry.no) in paper.forced:
        others = [line for line in lines if line is not entry]
        first = min(others, key=lambda line: (-rvu(line, "professional"), line.no), default=entry)
        return named_or_own(first)
    return named_or_own(entry)


WHERE = {True: "side", False: "incision"}


def named_or_own(entry: Entry) -> str:
    if is_foot(entry) and entry.fact("side") == "both":
        return "right"
    return str(entry.fact(WHERE[is_foot(entry)]) or f"of line {entry.no}")


def weights(paper: Paper, entry: Entry) -> list[Weight]:
    """The weights of a line's operations."""
    if not is_operation(entry) or second_of_either_side(paper, entry) or not concerns("MOD-51a", paper):
        return [WHOLE] * int(entry.units)
    session = sorted(units(paper, entry), key=lambda one: one.precedence)
    found = list(percents(session, on_foot=is_foot(entry)))
    return [found[place] for place, one in enumerate(session) if one.no == entry.no]


def percents(session: list[Operation], *, on_foot: bool) -> Iterator[Weight]:
    """The weight of each operation, the greatest first."""
    rank: dict[str, int] = {}
    firsts: list[Operation] = []
    scale = ON_A_FOOT if on_foot else RANKS
    for one in session:
        behind = rank.get(one.region, 0)
        rank[one.region] = behind + 1
        if behind:
            yield Weight(scale[min(behind, len(scale) - 1)], 100)
            continue
        greater = bool(firsts) if on_foot else any(same_surgeon(one, first) for first in firsts)
        firsts.append(one)
        yield Weight(100, OTHER_REGION if greater else 100)


def same_surgeon(one: Operation, other: Operation) -> bool:
    """Who is not named counts as the same surgeon."""
    return one.surgeon == other.surgeon or None in {one.surgeon, other.surgeon}


def incision_wanted(paper: Paper, entry: Entry) -> bool:
    """MOD-51j: an operation beside others whose incision, or whose foot, is not known."""
    lines = [line for line in ranked(paper, entry) if is_foot(line) == is_foot(entry)]
    unknown = entry.group != "urodynamic" and entry.fact(WHERE[is_foot(entry)]) is None
    return entry in lines and sum(map(count, lines)) > 1 and unknown
