"""Dentists, phases 3 and 4 over the years: what is paid once in a life or a year, and scaling in whole and in parts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from tests.oracle.dental_terms import Given, Verdict, given, in_turn_of_days, sessions
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, ask_for, keep, refer, reject
from tests.oracle.table import rule

SCALING = "dental_scaling"
NONE, ONE = Fraction(0), Fraction(1)


def units_of(items: list[Given]) -> Fraction:
    return sum((item.units for item in items), NONE)


def limited(rule_id: str, group: str, most: int, counts: Callable[[Given, Entry], bool]) -> None:
    """A service that is paid so many times among those that count together."""

    def decide(entry: Entry, known: list[Given]) -> Verdict:
        used = units_of([item for item in known if counts(item, entry)])
        return min(entry.units, max(most - used, NONE)), []

    rule(4, rule_id)(lambda paper: in_turn_of_days(paper, group, decide))


def same_arch(item: Given, entry: Entry) -> bool:
    return item.attributes.get("arch") == entry.attributes.get("arch") and item.within_a_year(entry)


def in_a_life(item: Given, entry: Entry) -> bool:
    """Whenever it was given, unless a later claim bills it for a later day."""
    return item.before(entry) or not item.later_claim


def same_tooth(item: Given, entry: Entry) -> bool:
    return in_a_life(item, entry) and all(
        item.attributes.get(name) == entry.attributes.get(name) for name in ("arch", "side", "tooth")
    )


limited("DEN-06a", "dental_education", 1, in_a_life)
limited("DEN-10b", "dental_sealant", 1, same_tooth)
limited("DEN-14", "dental_fluoride", 1, same_arch)
limited("DEN-15", "dental_varnish", 2, same_arch)


def is_whole(item: Given | Entry) -> bool:
    return item.attributes.get("action") == "scaling_full"


def arches(arch: str | None) -> set[str]:
    return {"upper", "lower"} if arch == "both" else {arch} if arch else set()


def told(items: list[Given]) -> set[str]:
    return {arch for item in items for arch in arches(item.arch)}


def untold(items: list[Given]) -> list[Given]:
    return [item for item in items if item.arch is None]


def wholes(entry: Entry, known: list[Given]) -> list[Given]:
    """The whole scalings less than a year back of which something was paid."""
    return [item for item in known if is_whole(item) and item.units and item.within_a_year(entry)]


def questions(entry: Entry, items: list[Given]) -> list[Says]:
    """The question on a line for want of an arch, and beside it on each line of the claim whose arch is not told."""
    return [ask(entry.no)] + [ask_for(item.line.no, reject(entry.no)) for item in untold(items) if item.line]


@rule(4, "DEN-13a")
def whole_scaling(paper: Paper) -> Iterator[Says]:
    def decide(entry: Entry, known: list[Given]) -> Verdict:
        if not is_whole(entry):
            return entry.units, []
        near, mine = wholes(entry, known), arches(entry.fact("arch"))
        used = sum((len(arches(item.arch)) or item.units for item in near), NONE)
        if used >= 2:
            return NONE, []
        if not near:
            doubtful = [ask(entry.no, keep(entry.no, ONE))] if not mine and entry.units > 1 else []
            return min(entry.units, Fraction(len(mine) or 2)), doubtful
        if not mine or untold(near):
            return entry.units, questions(entry, near)
        return min(entry.units, Fraction(len(mine - told(near)))), []

    yield from in_turn_of_days(paper, SCALING, decide)


def covered(entry: Entry, found: list[Given]) -> Truth:
    """Whether whole scalings hold a part; two cover both arches, unless both are told to be of one."""
    unknown = units_of(untold(found))
    if entry.attributes["arch"] in told(found) or (unknown and len(told(found)) + unknown >= 2):
        return True
    return None if unknown else False


def part_of(entry: Entry, found: list[Given]) -> list[Says]:
    answer = covered(entry, found)
    if answer is None:
        return questions(entry, found)
    return [reject(entry.no)] if answer else []


@rule(3, "DEN-13b")
def part_beside_the_whole(paper: Paper) -> Iterator[Says]:
    for lines in sessions(paper, "DEN-13b"):
        found = [given(entry, entry.units) for entry in lines if is_whole(entry)]
        found = [item if item.line in paper.entries else replace(item, line=None) for item in found]
        for entry in lines:
            if entry.group == SCALING and not is_whole(entry) and entry in paper.entries:
                yield from part_of(entry, found)


@rule(4, "DEN-13b")
def part_after_the_whole(paper: Paper) -> Iterator[Says]:
    def decide(entry: Entry, known: list[Given]) -> Verdict:
        if is_whole(entry):
            return entry.units, []
        same = [
            item
            for item in known
            if item.attributes.get("action") == entry.attributes["action"] and same_arch(item, entry)
        ]
        kept = min(entry.units, max(1 - units_of(same), NONE))
        found = part_of(entry, wholes(entry, known)) if kept else []
        refused = any(says.effect == "reject" for says in found)
        return (NONE, []) if refused else (kept, found)

    yield from in_turn_of_days(paper, SCALING, decide)


@rule(4, "DEN-13c")
def whole_after_a_part(paper: Paper) -> Iterator[Says]:
    def decide(entry: Entry, known: list[Given]) -> Verdict:
        mine = arches(entry.fact("arch")) or {"upper", "lower"}
        parts = [
            item
            for item in known
            if not is_whole(item) and item.units and item.day < entry.day
            if item.attributes["arch"] in mine and item.within_a_year(entry)
        ]
        return entry.units, [refer(entry.no)] if is_whole(entry) and parts else []

    yield from in_turn_of_days(paper, SCALING, decide)
