"""Modifier 51: how operations of one anesthesia are weighted, by regions, feet, surgeons and rank.

Operations are ranked by their printed value, highest first, equal ones by number; a line with quantity n is n
operations. Each region (one incision) is ranked apart, so is each foot; where the fact is not given, a line is a region
or foot of its own. The heads of the regions share out 100 and 80 percent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.modifiers.sessions import Session, sessions
from app.rules.modifiers.terms import performer_id, printed_professional

INCISION, SIDE, BOTH_SIDES = "incision", "side", "both"
URODYNAMIC = "urodynamic"
SIDES_OF_BOTH = ("right", "left")
ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Weighted:
    """So many units of a line with one weight: by their rank, and as first operation of a region (1 is in full)."""

    units: Fraction
    by_rank: Fraction = ONE
    as_head: Fraction = ONE


Weights = tuple[Weighted, ...]


def whole(line: CaseLine) -> Weights:
    """Return the weights of a line that is counted in full: alone, an add-on, or as the centre reported it."""
    return (Weighted(line.quantity),)


def together(weights: Iterable[Weighted]) -> Fraction:
    """Return the weight of all units."""
    return sum((each.units * each.by_rank * each.as_head for each in weights), Fraction(0))


def has_later(weights: Weights) -> bool:
    """Tell whether a unit of the line stands second or later in its region or foot."""
    return any(each.by_rank != 1 for each in weights)


def has_lesser_head(weights: Weights) -> bool:
    """Tell whether a unit of the line is the first of a region or foot that is not paid in full."""
    return any(each.as_head != 1 for each in weights)


@dataclass(frozen=True, slots=True)
class Part:
    """Some units of an operation in one region or on one foot."""

    line: CaseLine
    units: Fraction


@dataclass(frozen=True, slots=True)
class Region:
    """Operations that are ranked together, the highest first."""

    parts: tuple[Part, ...]

    @property
    def head(self) -> CaseLine:
        """The first operation of the region."""
        return self.parts[0].line


def is_on_foot(line: CaseLine) -> bool:
    """Tell whether an operation is on the foot, where clause 4 takes the place of clauses 1 to 3."""
    return bool(line.attribute("foot"))


def is_of_a_known_region(line: CaseLine) -> bool:
    """Tell whether the operations of a group are of one region by a clause of their own (SUR-URO-03)."""
    return line.group == URODYNAMIC


def region_name(line: CaseLine) -> Answer:
    """Return the name of an operation's region: its foot, its incision, or what a clause of its own makes one."""
    if is_on_foot(line):
        return line.fact(SIDE)
    return str(line.group) if is_of_a_known_region(line) else line.fact(INCISION)


def is_paid_once(line: CaseLine) -> bool:
    """Tell whether the book's text covers one or both sides, so that the code is paid once (MOD-51d)."""
    return bool(line.attribute("laterality") == "either")


def counted_operations(case: Case, session: Session) -> list[CaseLine]:
    """Return the operations of a session, the highest first; a code for one or both sides stands there once."""
    counted: list[CaseLine] = []
    seen: set[str | None] = set()
    for line in session.operations:
        if is_paid_once(line) and not case.is_waived("MOD-51d", line):
            if line.code in seen:
                continue
            seen.add(line.code)
        counted.append(line)
    return sorted(counted, key=_rank)


def _rank(line: CaseLine) -> tuple[Fraction, int]:
    return -printed_professional(line), line.no


def units_of(case: Case, line: CaseLine) -> Fraction:
    """Return the units of an operation that are ranked."""
    once = is_paid_once(line) and not case.is_waived("MOD-51d", line)
    return min(line.quantity, ONE) if once else line.quantity


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the ranking of a session says of one operation: its weights, and with which others it is ranked.

    `lowest` is the least weight that the answers to open questions could leave all its units together; None where it
    cannot fall by them.
    """

    weights: Weights
    alike: tuple[CaseLine, ...]
    lowest: Fraction | None


def _rankings(case: Case) -> dict[int, Ranking]:
    """Return the ranking of every operation that is counted, by its number; feet and the rest are ranked apart."""
    found: dict[int, Ranking] = {}
    for session in sessions(case):
        counted = counted_operations(case, session)
        for on_foot in (True, False):
            alike = [line for line in counted if is_on_foot(line) == on_foot]
            weights = _weights(case, alike, on_foot=on_foot)
            for place, line in enumerate(alike):
                lowest = _lowest_weight(case, line, alike[:place])
                found[line.no] = Ranking(tuple(weights[line.no]), tuple(alike), lowest)
    return found


def _lowest_weight(case: Case, line: CaseLine, higher: Sequence[CaseLine]) -> Fraction | None:
    """Return the weight of a line's units together if every open question ranked it as low as it can be.

    An operation on both feet counts among the open ones, for its units are on either.
    """
    own, others = region_name(line), [region_name(other) for other in higher]
    known: dict[Answer, Fraction] = dict.fromkeys((own, *others), Fraction(0))
    for other, name in zip(higher, others, strict=True):
        known[name] += units_of(case, other)
    on_both = known.pop(BOTH_SIDES, Fraction(0)) if is_on_foot(line) and own != BOTH_SIDES else Fraction(0)
    in_doubt = known.pop(UNKNOWN, Fraction(0)) + on_both
    place = in_doubt + (max(known.values(), default=Fraction(0)) if own is UNKNOWN else known[own])
    percents = case.figure("one_foot_percents" if is_on_foot(line) else "shared_incision_percents")
    table = [Fraction(each) / 100 for each in percents]
    return together(_between(place, place + units_of(case, line), table, ONE)) if place else None


def _weights(case: Case, operations: Sequence[CaseLine], *, on_foot: bool) -> dict[int, list[Weighted]]:
    """Return the weights of the units of operations that are ranked together, by their numbers."""
    if on_foot:
        percents, lesser = case.figure("one_foot_percents"), case.figure("other_foot_percent")
        regions = _feet(case, operations)
    else:
        percents, lesser = case.figure("shared_incision_percents"), case.figure("other_region_percent")
        regions = _regions(case, operations)
    table = [Fraction(each) / 100 for each in percents]
    weights: dict[int, list[Weighted]] = {line.no: [] for line in operations}
    for place, region in enumerate(regions):
        head = ONE if _is_paid_in_full(region, regions[:place]) else Fraction(lesser) / 100
        _spread(region, table, head, weights)
    return weights


def unread(line: CaseLine) -> str | None:
    """Return the fact that the ranking misses on an operation: its incision, on the foot its side."""
    if region_name(line) is not UNKNOWN:
        return None
    return SIDE if is_on_foot(line) else INCISION


def ranking_of(case: Case, line: CaseLine) -> Ranking | None:
    """Return the ranking of an operation; None for what is not ranked."""
    return case.while_unchanged(_rankings).get(line.no) if case.is_under("MOD-51a") else None


def weights_of(case: Case, line: CaseLine) -> Weights:
    """Return the weights of a surgery line; anything but an operation that is ranked counts in full."""
    ranking = ranking_of(case, line)
    return ranking.weights if ranking else whole(line)


def _regions(case: Case, operations: Sequence[CaseLine]) -> list[Region]:
    """Return the regions of a session, that with the highest operation first."""
    by_incision: dict[object, list[Part]] = {}
    for line in operations:
        name = region_name(line)
        key = ("own", line.no) if name is UNKNOWN else name
        by_incision.setdefault(key, []).append(Part(line, units_of(case, line)))
    return [Region(tuple(parts)) for parts in by_incision.values()]


def _feet(case: Case, operations: Sequence[CaseLine]) -> list[Region]:
    """Return the feet of a session; an operation on both feet has its units on either, the first on the right."""
    by_foot: dict[object, list[Part]] = {}
    for line in operations:
        side, units = region_name(line), units_of(case, line)
        if side == BOTH_SIDES:
            first = Fraction((units + 1) // 2)
            for foot, share in zip(SIDES_OF_BOTH, (min(first, units), units - first), strict=True):
                if share > 0:
                    by_foot.setdefault(foot, []).append(Part(line, share))
        else:
            by_foot.setdefault(("own", line.no) if side is UNKNOWN else side, []).append(Part(line, units))
    return [Region(tuple(parts)) for parts in by_foot.values()]


def _is_paid_in_full(region: Region, higher: Sequence[Region]) -> bool:
    """Tell whether a region's first operation has 100 percent.

    On the feet only the highest of all; elsewhere also one whose surgeon did no higher first operation. Lines that name
    no performer count as the same surgeon.
    """
    if is_on_foot(region.head):
        return not higher
    surgeon = performer_id(region.head)
    surgeons = {performer_id(other.head) for other in higher}
    return not surgeons or not (surgeon is None or None in surgeons or surgeon in surgeons)


def _spread(region: Region, table: Sequence[Fraction], head: Fraction, weights: dict[int, list[Weighted]]) -> None:
    """Give the units of a region their weights: rank r has the table's r-th weight, later ranks the last."""
    place = Fraction(0)
    for part in region.parts:
        weights[part.line.no] += _between(place, place + part.units, table, head)
        place += part.units


def _between(start: Fraction, end: Fraction, table: Sequence[Fraction], head: Fraction) -> list[Weighted]:
    weights = []
    for rank, weight in enumerate(table):
        is_last = rank == len(table) - 1
        begin, stop = max(start, Fraction(rank)), end if is_last else min(end, Fraction(rank + 1))
        if stop > begin:
            weights.append(Weighted(stop - begin, weight, head if rank == 0 else ONE))
    return weights
