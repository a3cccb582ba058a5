"""Modifiers, phase 5: whether each reported modifier holds, by which rule it falls, and what the price is without it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from tests.oracle import days
from tests.oracle.books import half_up
from tests.oracle.mod_terms import bears, modifiers, settled
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, reduce
from tests.oracle.stay_frame import months_after
from tests.oracle.table import concerns


@dataclass(frozen=True)
class Terms:
    """What a price is made of, first as the centre reported it, then without what does not hold."""

    technologies: int = 0
    repeated: bool = False
    local: bool = False
    local_ceiling: bool = False
    small_child: Fraction = Fraction(1)
    portable: bool = False
    full_time: bool = False
    town: Fraction = Fraction(1)
    compounded: bool = True

    @property
    def factor(self) -> Fraction:
        """How often the professional part is paid."""
        own = 2 if self.full_time else 1
        if self.full_time and self.town > 1 and not self.compounded:
            return min(1 + self.town, Fraction(3))
        return own * self.town


Step = tuple[str, Truth, Mapping[str, object]]
"""A rule, whether its modifier holds by it, and what changes in the terms where it does not."""


COUNTED_UNDER = {
    "46": ("MOD-46a",),
    "53": ("MOD-53a",),
    "63": ("MOD-63a",),
    "26": ("MOD-26a",),
    "27": ("MOD-27b",),
    "85": ("MOD-85a",),
    "86": ("MOD-86a",),
    "90": ("MOD-90a",),
    "95": ("MOD-95a", "MOD-95b"),
}


def reported(paper: Paper, entry: Entry) -> Terms:
    """Every reported modifier taken as good, where the claim is one that its rules speak of."""

    return Terms(
        technologies=modifiers(entry).count("85") if counts(paper, entry, "85") else 0,
        repeated=counts(paper, entry, "53"),
        local=counts(paper, entry, "46"),
        small_child=age_rate(paper) if counts(paper, entry, "63") else Fraction(1),
        portable=counts(paper, entry, "86"),
        full_time=counts(paper, entry, "90"),
        town=Fraction(2 if counts(paper, entry, "95") else 1),
    )


def counts(paper: Paper, entry: Entry, number: str) -> bool:
    """Whether a modifier stands on the line in a claim that its rules speak of."""
    return bears(entry, number) and any(concerns(rule_id, paper) for rule_id in COUNTED_UNDER[number])


def age_rate(paper: Paper) -> Fraction:
    """Half more up to six months complete at admission, or where the age is not known; else a quarter."""
    birth = paper.patient.get("birth_date")
    return Fraction(3, 2) if birth is None or paper.known_day <= months_after(birth, 6) else Fraction(5, 4)


def walked(
    paper: Paper, entry: Entry, terms: Terms, steps: Iterator[Step], price: Callable[[Terms], Fraction]
) -> Iterator[Says]:
    """Every step down that this claim's rules take."""
    for rule_id, holds, without in taken(paper, entry, terms, steps):
        lower = reduce(entry.no, half_up(price(without)))
        asks = Says(entry.no, "query", worst=lower, rule=rule_id, among_others=True)
        yield asks if holds is None else replace(lower, rule=rule_id)


def taken(paper: Paper, entry: Entry, terms: Terms, steps: Iterator[Step]) -> Iterator[tuple[str, Truth, Terms]]:
    """The steps that change the terms, and the terms behind each."""
    for rule_id, holds, change in steps:
        without = replace(terms, **change)  # type: ignore[arg-type]
        if holds is not True and without != terms and concerns(rule_id, paper):
            yield rule_id, holds, without
            if settled(paper, entry, rule_id, holds) is False:
                terms = without


def final(paper: Paper, entry: Entry, terms: Terms, steps: Iterator[Step]) -> Terms:
    """What is left of the terms of a line when every step is taken, with open questions taken as good."""
    for rule_id, holds, without in taken(paper, entry, terms, steps):
        if settled(paper, entry, rule_id, holds) is False:
            terms = without
    return terms


def of_small_children(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifier 63."""
    if not bears(entry, "63"):
        return
    birth = paper.patient.get("birth_date")
    out = {"small_child": Fraction(1)}
    named = entry.has("child_in_title") and not entry.has("burn_repair")
    open_to_it = not named and entry.attributes.get("invasiveness") not in {"semi", "none"}
    yield "MOD-63a", None if birth is None and open_to_it else True, out
    yield "MOD-63b", birth is None or days.age(birth, paper.known_day) < 3, out
    yield "MOD-63c", not named, out
    yield "MOD-63d", entry.attributes.get("invasiveness") not in {"semi", "none"}, out


def of_technology(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifier 85; a code that bars it by its text asks nothing."""
    times = modifiers(entry).count("85")
    if not times:
        return
    used, out = entry.fact("technology"), {"technologies": 0}
    barred = entry.has("technology_in_title") or entry.has("technology_routine")
    known = barred or None if used is None else bool(used)
    yield "MOD-85a", known, out
    yield "MOD-85b", not entry.has("technology_in_title"), out
    yield "MOD-85c", not entry.has("technology_routine"), out
    if not barred and settled(paper, entry, "MOD-85a", known) is not False:
        yield "MOD-85d", times == 1, {"technologies": 1}


def of_portable_imaging(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifier 86."""
    if bears(entry, "86"):
        portable = entry.fact("portable_at_bedside")
        home = paper.fact("at_home") if concerns("MOD-86b", paper) else False
        holds = True if portable or home else None if None in {portable, home} else False
        yield "MOD-86a", holds, {"portable": False}


def of_full_time(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifier 90."""
    if bears(entry, "90"):
        resident = entry.section == "assistant" and entry.performer.get("qualification") == "resident"
        in_sector = paper.provider["sector"] == "public_university" and not resident
        yield "MOD-90a", in_sector, {"full_time": False}
        if in_sector:
            yield "MOD-90c", entry.fact("full_time_geographic"), {"full_time": False}


def of_the_town(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifier 95, and both together."""
    if not bears(entry, "95"):
        return
    if paper.kind != "inpatient":
        yield "MOD-95b", False, {"town": Fraction(1)}
        return
    told = paper.office_fact("deprivation_factor")
    factor = None if told is None else min(max(Fraction(str(told)), Fraction(1)), Fraction(2))
    if factor is None:
        yield "MOD-95a", None, {"town": Fraction(1)}
    elif factor == 1 or not with_full_time(paper, entry):
        yield "MOD-95a", factor == 2, {"town": factor}
    yield "MOD-95c", False, {"compounded": False, "town": factor or Fraction(2)}


def with_full_time(paper: Paper, entry: Entry) -> bool:
    """Whether 90 holds on the line, or waits for its fact."""
    steps = list(of_full_time(paper, entry))
    return bool(steps) and not any(settled(paper, entry, rule_id, holds) is False for rule_id, holds, _ in steps)
