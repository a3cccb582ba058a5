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
from app.rules.modifiers.regions import (
    BOTH_SIDES,
    Region,
    counted_operations,
    feet_of,
    is_of_a_known_region,
    is_on_foot,
    is_paid_in_full,
    region_name,
    regions_of,
    units_of,
)
from app.rules.modifiers.sessions import sessions

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

    An operation on both feet counts among the open ones, for its units are on either. What is of one region by a clause
    of its own is ranked among its like alone.
    """
    higher = [other for other in higher if _own_clause(other) == _own_clause(line)]
    own, others = region_name(line), [region_name(other) for other in higher]
    known: dict[Answer, Fraction] = dict.fromkeys((own, *others), Fraction(0))
    for other, name in zip(higher, others, strict=True):
        known[name] += units_of(case, other)
    on_both = known.pop(BOTH_SIDES, Fraction(0)) if is_on_foot(line) and own != BOTH_SIDES else Fraction(0)
    in_doubt = known.pop(UNKNOWN, Fraction(0)) + on_both
    place = in_doubt + (max(known.values(), default=Fraction(0)) if own is UNKNOWN else known[own])
    percents = case.figure("one_foot_percents" if is_on_foot(line) else "shared_incision_percents")
    table = [Fraction(each) / 100 for each in percents]
    return together(between(place, place + units_of(case, line), table, ONE)) if place else None


def _own_clause(line: CaseLine) -> str | None:
    return line.group if is_of_a_known_region(line) and not is_on_foot(line) else None


def _weights(case: Case, operations: Sequence[CaseLine], *, on_foot: bool) -> dict[int, list[Weighted]]:
    """Return the weights of the units of operations that are ranked together, by their numbers."""
    if on_foot:
        percents, lesser = case.figure("one_foot_percents"), case.figure("other_foot_percent")
        regions = feet_of(case, operations)
    else:
        percents, lesser = case.figure("shared_incision_percents"), case.figure("other_region_percent")
        regions = regions_of(case, operations)
    table = [Fraction(each) / 100 for each in percents]
    weights: dict[int, list[Weighted]] = {line.no: [] for line in operations}
    for place, region in enumerate(regions):
        head = ONE if is_paid_in_full(region, regions[:place]) else Fraction(lesser) / 100
        _spread(region, table, head, weights)
    return weights


def ranking_of(case: Case, line: CaseLine) -> Ranking | None:
    """Return the ranking of an operation; None for what is not ranked."""
    return case.while_unchanged(_rankings).get(line.no) if case.is_under("MOD-51a") else None


def weights_of(case: Case, line: CaseLine) -> Weights:
    """Return the weights of a surgery line; anything but an operation that is ranked counts in full."""
    ranking = ranking_of(case, line)
    return ranking.weights if ranking else whole(line)


def _spread(region: Region, table: Sequence[Fraction], head: Fraction, weights: dict[int, list[Weighted]]) -> None:
    """Give the units of a region their weights: rank r has the table's r-th weight, later ranks the last."""
    place = Fraction(0)
    for part in region.parts:
        weights[part.line.no] += between(place, place + part.units, table, head)
        place += part.units


def between(start: Fraction, end: Fraction, table: Sequence[Fraction], head: Fraction) -> list[Weighted]:
    """Return the weights of the units from one place of a ranking to another; `head` lowers the first of all."""
    weights = []
    for rank, weight in enumerate(table):
        is_last = rank == len(table) - 1
        begin, stop = max(start, Fraction(rank)), end if is_last else min(end, Fraction(rank + 1))
        if stop > begin:
            weights.append(Weighted(stop - begin, weight, head if rank == 0 else ONE))
    return weights
