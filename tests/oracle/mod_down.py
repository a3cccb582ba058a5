"""Modifiers, phase 5: each line on its way down, in the words of the rules that take something from it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from weakref import WeakKeyDictionary

from tests.oracle.books import half_up
from tests.oracle.mod_anesthesia import anesthesia_price, cited_rule, is_timed, of_anesthesia, reported_units
from tests.oracle.mod_prices import (
    assistant_price,
    of_assistant,
    of_others,
    of_surgery,
    operating_room_price,
    other_price,
    parts_of,
    standby_price,
    surgery_price,
)
from tests.oracle.mod_shares import shared
from tests.oracle.mod_standing import Terms, reported, taken, walked
from tests.oracle.mod_terms import bears, by_value, modifiers, standby, three_values
from tests.oracle.mod_weights import incision_wanted, weights
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, note, reduce, reject
from tests.oracle.table import concerns, rule
from tests.oracle.turns import in_turn

in_turn(
    "MOD-01f MOD-01g MOD-01h MOD-05a MOD-05b MOD-05c MOD-27c MOD-53c MOD-60c MOD-80b MOD-80c MOD-80e MOD-80f MOD-90d "
    "MOD-01a MOD-01c MOD-51h"
)
in_turn(
    "MOD-06b MOD-26a MOD-27a MOD-27b MOD-31a MOD-41a MOD-41b MOD-41d MOD-43a MOD-60a MOD-80a "
    "MOD-51d MOD-51a MOD-51b MOD-51e MOD-51f MOD-51j "
    "MOD-31b MOD-41c MOD-40b MOD-32 MOD-33 MOD-34 MOD-35a MOD-35b MOD-35c MOD-36b MOD-36a MOD-37 MOD-38 "
    "MOD-39c MOD-39d MOD-39e MOD-39f MOD-39g MOD-39h MOD-43c MOD-43d MOD-46a MOD-46b MOD-46d "
    "MOD-53a MOD-53b MOD-53d MOD-53e MOD-60b MOD-63a MOD-63b MOD-63c MOD-63d MOD-85a MOD-85b MOD-85c MOD-85d "
    "MOD-86a MOD-86b MOD-90a MOD-90c MOD-95a MOD-95b MOD-95c MOD-44c MOD-01d"
)
WITH_OWN_TARIFF = frozenset({"dental", "radiotherapy", "travel"})
WAYS_DOWN: WeakKeyDictionary[Paper, list[Says]] = WeakKeyDictionary()


def priced_here(paper: Paper, entry: Entry) -> bool:
    """Whether this part prices the line."""
    return by_value(entry) and paper.kind not in WITH_OWN_TARIFF and entry.section not in WITH_OWN_TARIFF | {"global"}


def first_step(paper: Paper, entry: Entry) -> tuple[str, Fraction | None]:
    """The price as the centre reported it, and the rule that takes what goes beyond it."""
    terms = reported(paper, entry)
    if standby(entry) and concerns("MOD-60a", paper):
        return "MOD-60a", standby_price(paper, entry)
    if entry.section == "surgery":
        return "GEN-15e", surgery_price(paper, entry, terms, [Fraction(1)] * int(entry.units))
    if entry.section == "operating_room":
        return "MOD-27b" if three_values(entry) else "MOD-27a", operating_room_price(paper, entry)
    if entry.section == "assistant":
        return "MOD-80a", assistant_price(paper, entry, terms)
    if entry.section == "anesthesia":
        timed = is_timed(paper, entry)
        price = anesthesia_price(paper, entry, reported_units(paper, entry)) if timed else None
        return cited_rule(paper, entry), price
    named = "MOD-26a" if bears(entry, "26") else "MOD-27b" if bears(entry, "27") else "GEN-15e"
    return named, other_price(paper, entry, terms)


def as_reported(paper: Paper, entry: Entry) -> int | None:
    """The price as reported of a line whose rest is the general part's; None where a rule of this part takes it."""
    rule_id, price = first_step(paper, entry)
    own = rule_id != "GEN-15e" and concerns(rule_id, paper)
    return None if own or price is None else half_up(price)


def way_down(paper: Paper, entry: Entry) -> Iterator[Says]:
    """What the rules of modifiers say of a line's price, one after the other."""
    rule_id, price = first_step(paper, entry)
    if price is None:
        yield from without_times(paper, entry)
        return
    yield replace(reduce(entry.no, half_up(price)), rule=rule_id)
    if standby(entry) or entry.section == "operating_room":
        return
    if entry.section == "surgery":
        yield from way_of_surgery(paper, entry)
        return
    terms: Terms = reported_units(paper, entry) if entry.section == "anesthesia" else reported(paper, entry)
    steps, price_of = {
        "anesthesia": (of_anesthesia, anesthesia_price),
        "assistant": (of_assistant, assistant_price),
    }.get(entry.section, (of_others, other_price))
    yield from walked(paper, entry, terms, steps(paper, entry), lambda left: price_of(paper, entry, left))


def without_times(paper: Paper, entry: Entry) -> Iterator[Says]:
    """Where no price can be reckoned, every open question may cost something."""
    yield Says(entry.no, "query", worst=reject(entry.no), rule="MOD-41a")
    for rule_id, holds, _ in taken(paper, entry, reported_units(paper, entry), of_anesthesia(paper, entry)):
        if holds is None:
            yield Says(entry.no, "query", rule=rule_id)


def way_of_surgery(paper: Paper, entry: Entry) -> Iterator[Says]:
    """Modifier 51 first, by rank and then as first of a region, and the other modifiers behind it."""
    terms, found = reported(paper, entry), weights(paper, entry)
    by_rank, as_first = ("MOD-51e", "MOD-51f") if entry.has("foot") else ("MOD-51a", "MOD-51b")
    if any(weight.by_rank < 100 for weight in found):
        ranks = [Fraction(weight.by_rank, 100) for weight in found]
        yield replace(reduce(entry.no, half_up(surgery_price(paper, entry, terms, ranks))), rule=by_rank)
    parts = parts_of(paper, entry)
    if any(weight.as_first < 100 for weight in found):
        yield replace(reduce(entry.no, half_up(surgery_price(paper, entry, terms, parts))), rule=as_first)
    if incision_wanted(paper, entry):
        yield Says(entry.no, "query", worst=note(entry.no), rule="MOD-51j")
    yield from walked(
        paper, entry, terms, of_surgery(paper, entry), lambda left: surgery_price(paper, entry, left, parts)
    )


def ways_down(paper: Paper) -> list[Says]:
    """The ways down of all lines, reckoned when the first of these rules is reached: refusals are behind it."""
    if paper not in WAYS_DOWN:
        lines = [entry for entry in paper.alive() if priced_here(paper, entry)]
        unraised = {entry.no: price for entry in lines if (price := shared(paper, entry)) is not None}
        paper.shared.update(unraised)
        WAYS_DOWN[paper] = [says for entry in lines for says in way_down(paper, entry)]
    return WAYS_DOWN[paper]


def part_of_the_way(rule_id: str) -> Callable[[Paper], Iterator[Says]]:
    def found(paper: Paper) -> Iterator[Says]:
        return (says for says in ways_down(paper) if says.rule == rule_id)

    return found


for name in [
    "26a",
    "27a",
    "27b",
    "31a",
    "41a",
    "41b",
    "41d",
    "43a",
    "60a",
    "80a",
    "51a",
    "51b",
    "51e",
    "51f",
    "51j",
    "31b",
    "41c",
    "40b",
    "32",
    "33",
    "34",
    "36b",
    "35c",
    "35a",
    "35b",
    "36a",
    "37",
    "38",
    "39c",
    "39d",
    "39e",
    "39f",
    "39g",
    "39h",
    "46a",
    "46b",
    "46d",
    "53a",
    "53b",
    "53d",
    "53e",
    "63a",
    "63b",
    "63c",
    "63d",
    "85a",
    "85b",
    "85c",
    "85d",
    "86a",
    "90a",
    "90c",
    "95a",
    "95b",
    "95c",
]:
    rule(5, f"MOD-{name}")(part_of_the_way(f"MOD-{name}"))


@rule(5, "MOD-44c")
def times_not_confirmed(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        if entry.section == "surgery" and by_value(entry) and not standby(entry):
            confirmed = entry.fact("operation_times_confirmed")
            lower = reduce(entry.no, half_up(Fraction(9, 10) * entry.amount))
            if confirmed is None:
                yield Says(entry.no, "query", worst=lower)
            elif confirmed is False:
                yield lower


@rule(5, "MOD-01d")
def sharp_in_a_private_centre(paper: Paper) -> Iterator[Says]:
    cut = {says.line for says, before, after in paper.said if says.rule == "GEN-15e" and after < before}
    for entry in paper.alive():
        sharp = "#" in (entry.row or {}).get("marks", [])
        if sharp and entry.no in cut and paper.provider["sector"] in {"private", "charity"}:
            yield note(entry.no)


@rule(5, "MOD-06b")
def out_of_place(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        given = entry.document.get("modifiers", [])
        if entry.section != "global" and len(modifiers(entry)) < len(given):
            yield note(entry.no)
