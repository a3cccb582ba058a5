"""Modifiers, phase 5: the units of an anesthesia, and which of 31 to 43 hold on its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.oracle import days
from tests.oracle.mod_prices import k
from tests.oracle.mod_standing import Step, Terms, of_full_time, of_small_children, of_the_town, reported
from tests.oracle.mod_terms import (
    ADDED_UNITS,
    add_on,
    bears,
    modifiers,
    operation_times,
    operations,
    rvu,
    settled,
)
from tests.oracle.paper import Entry, Paper, Truth

BASE_WITHOUT_VALUE = 3
PAIN = 10
FIRST_HOURS = 240
RECOVERED = frozenset({"general", "spinal", "epidural", "brachial_plexus", "lumbar_sacral_plexus", "cervical_plexus"})
WATCHED = frozenset({"standby", "iv_sedation"})
TURNED = frozenset({"prone", "lateral", "semi_sitting", "lithotomy"})
REASONED = tuple(number for number in ADDED_UNITS if number != "37")


@dataclass(frozen=True)
class AnesthesiaTerms(Terms):
    """The terms of an anesthesia line: the units that 32 to 38 add, and those of recovery."""

    unit_32: int = 0
    unit_33: int = 0
    unit_34: int = 0
    unit_35: int = 0
    unit_36: int = 0
    unit_37: int = 0
    unit_38: int = 0
    recovery: int = 0

    @property
    def added(self) -> int:
        return self.recovery + sum(int(getattr(self, f"unit_{number}")) for number in ADDED_UNITS)


def without(*numbers: str) -> dict[str, object]:
    return {f"unit_{number}": 0 for number in numbers}


def whole_units(minutes: int, unit: int) -> int:
    """Whole units of time; a rest of five minutes is one more."""
    return minutes // unit + (minutes % unit >= 5)


def time_units(surgery: int) -> int:
    """A unit a quarter in the first four hours of anesthesia, then one for each ten minutes."""
    minutes = surgery + 30
    if minutes <= FIRST_HOURS:
        return whole_units(minutes, 15)
    return FIRST_HOURS // 15 + whole_units(minutes - FIRST_HOURS, 10)


def recovery_units(surgery: int) -> int:
    return min(surgery // 60 + (surgery % 60 >= 30), 4)


def surgery_minutes(paper: Paper, entry: Entry) -> int | None:
    start, end = operation_times(paper, entry)
    return None if start is None or end is None else end - start


def is_timed(paper: Paper, entry: Entry) -> bool:
    """Whether the line has a price: by the times of its operation, or without any."""
    timeless = bears(entry, "43") or entry.has("anesthesia_total")
    return timeless or surgery_minutes(paper, entry) is not None


def bases(paper: Paper, entry: Entry) -> list[Fraction]:
    """The bases printed for the operations of the session, or for the line's own code where it has none."""
    printed = [rvu(other, "anesthesia_base") for other in operations(paper, entry)]
    return printed or [rvu(entry, "anesthesia_base")]


def without_base(paper: Paper, entry: Entry) -> bool:
    """Whether base 3 stands in; not for an add-on of which no operation is left (MOD-01c)."""
    return max(bases(paper, entry)) == 0 and (bool(operations(paper, entry)) or not add_on(entry))


def reported_units(paper: Paper, entry: Entry) -> AnesthesiaTerms:
    """Every modifier of the line taken as good, once; 35 as often as it stands."""
    terms = reported(paper, entry)
    added: dict[str, Any] = {f"unit_{number}": units for number, units in ADDED_UNITS.items() if bears(entry, number)}
    added["unit_35"] = ADDED_UNITS["35"] * modifiers(entry).count("35")
    if bears(entry, "39"):
        added["recovery"] = max(recovery_units(surgery_minutes(paper, entry) or 0), 1)
    return AnesthesiaTerms(small_child=terms.small_child, full_time=terms.full_time, town=terms.town, **added)


def anesthesia_price(paper: Paper, entry: Entry, terms: Terms) -> Fraction:
    assert isinstance(terms, AnesthesiaTerms)
    if bears(entry, "43"):
        return PAIN * k(paper, "anesthesia", entry.day)
    unit = k(paper, "anesthesia", entry.day) * terms.factor
    if entry.has("anesthesia_total"):
        return rvu(entry, "anesthesia_base") * unit
    base = Fraction(BASE_WITHOUT_VALUE) if without_base(paper, entry) else max(bases(paper, entry))
    minutes = surgery_minutes(paper, entry)
    assert minutes is not None
    return (base + terms.added + time_units(minutes)) * terms.small_child * unit


def cited_rule(paper: Paper, entry: Entry) -> str:
    """The rule that takes what goes beyond the price as reported."""
    if bears(entry, "43"):
        return "MOD-43a"
    if entry.has("anesthesia_total"):
        return "MOD-41d"
    if entry.fact("anesthesia_method") in WATCHED:
        return "MOD-41c"
    if without_base(paper, entry):
        return "MOD-31a"
    several = sum(rvu(other, "anesthesia_base") > 0 for other in operations(paper, entry)) > 1
    return "MOD-41b" if several else "MOD-41a"


def of_anesthesia(paper: Paper, entry: Entry) -> Iterator[Step]:
    """The modifiers of an anesthesia line, those on its units first."""
    if not bears(entry, "43") and not entry.has("anesthesia_total"):
        yield from of_all_units(paper, entry)
        yield from of_small_children(paper, entry)
    yield from of_full_time(paper, entry)
    yield from of_the_town(paper, entry)


def of_all_units(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifiers 32 to 39: what takes all of them, else each by itself."""
    method = entry.fact("anesthesia_method")
    all_units = without(*ADDED_UNITS) | {"recovery": 0}
    if without_base(paper, entry):
        yield "MOD-31b", False, all_units
    elif method in WATCHED:
        yield "MOD-41c", False, all_units
    else:
        numbers = set(modifiers(entry)) & set(ADDED_UNITS)
        if numbers:
            known = None if method is None else True
            yield "MOD-41c", known, all_units
            if settled(paper, entry, "MOD-41c", known) is False:
                return
        yield from of_units(paper, entry, numbers)
        if bears(entry, "39"):
            yield from of_recovery(paper, entry, alone=not numbers)


def of_units(paper: Paper, entry: Entry, numbers: set[str]) -> Iterator[Step]:
    """Modifiers 32 to 38, each where it is reported."""
    if len(numbers) > 1:
        stated = entry.fact("modifier_reasons_stated")
        yield "MOD-40b", stated, without(*REASONED)
        if settled(paper, entry, "MOD-40b", stated) is False:
            numbers = numbers & {"37"}
    holds = {
        "32": turned(entry),
        "33": entry.fact("hypothermia"),
        "34": entry.fact("extracorporeal_pump"),
        "36": entry.fact("emergency_reason_stated"),
        "37": of_seventy(paper, entry),
        "38": entry.fact("controlled_hypotension"),
    }
    for number in sorted(numbers):
        if number == "35":
            urgent = "36" in numbers and settled(paper, entry, "MOD-36a", holds["36"]) is not False
            yield from of_risks(paper, entry, urgent=urgent)
        else:
            yield "MOD-36a" if number == "36" else f"MOD-{number}", holds[number], without(number)


def of_risks(paper: Paper, entry: Entry, *, urgent: bool) -> Iterator[Step]:
    """Modifier 35."""
    risks = entry.fact("anesthesia_risks")
    named = True if urgent else None if risks is None else bool(risks)
    yield "MOD-35a", named, without("35")
    if settled(paper, entry, "MOD-35a", named) is not False:
        yield "MOD-35b", False, {"unit_35": ADDED_UNITS["35"]}
        yield "MOD-35c", first_with_risks(paper, entry), without("35")
        yield "MOD-36b", not urgent, without("35")


def turned(entry: Entry) -> Truth:
    position, remote = entry.fact("patient_position"), entry.fact("remote_from_field")
    if position in TURNED or remote is True:
        return True
    return None if position is None or remote is None else False


def first_with_risks(paper: Paper, entry: Entry) -> bool:
    lines = [other for other in paper.alive() if other.section == "anesthesia" and bears(other, "35")]
    return not lines or entry is min(lines, key=lambda line: (line.day, line.no))


def of_seventy(paper: Paper, entry: Entry) -> Truth:
    birth = paper.patient.get("birth_date")
    return None if birth is None else days.age(birth, entry.day) >= 70


def of_recovery(paper: Paper, entry: Entry, *, alone: bool) -> Iterator[Step]:
    """Modifier 39."""
    out: dict[str, object] = {"recovery": 0}
    stayed, method = entry.fact("recovery_minutes"), entry.fact("anesthesia_method")
    moved = entry.fact("moved_to_special_care")
    yield "MOD-39c", None if stayed is None else stayed >= 30, out
    if method is not None or alone:
        yield "MOD-39d", None if method is None else method in RECOVERED, out
    yield "MOD-39e", None if moved is None else not moved, out
    yield "MOD-39f", paper.office_fact("recovery_equipped"), out
    yield "MOD-39g", entry.fact("recovery_times_recorded"), out
    yield "MOD-39h", recovery_units(surgery_minutes(paper, entry) or 0) > 0, out
