"""Modifiers, phase 5: lines that are refused there, before anything is priced."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from tests.oracle.mod_sessions import paid_as_total
from tests.oracle.mod_terms import (
    bears,
    by_value,
    followers,
    operations,
    operations_of,
    ordinary_anesthesia,
    rvu,
    standby,
    three_values,
)
from tests.oracle.mod_weights import second_of_either_side
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, keep, reject
from tests.oracle.table import rule

SPECIALISTS = frozenset({"specialist", "subspecialist", "fellowship"})
STANDBY_SPECIALTY = {"surgery": "cardiac_surgery", "anesthesia": "anesthesiology"}
UNITS_FOR_AN_ASSISTANT = 30
THIRD_YEAR = 3
AT_HOME = "901995"


def wanted(answer: Truth, entry: Entry) -> Iterator[Says]:
    if answer is not True:
        yield ask(entry.no) if answer is None else reject(entry.no)


@rule(5, "MOD-27b")
def technical_part_beside_the_total(paper: Paper) -> Iterator[Says]:
    totals = {(entry.code, entry.day) for entry in paper.alive() if paid_as_total(entry)}
    for entry in paper.alive():
        if entry.section == "operating_room" and three_values(entry) and (entry.code, entry.day) in totals:
            yield reject(entry.no)


@rule(2, "MOD-27c")
def single_value_outside_the_operating_room(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        if not by_value(entry) or three_values(entry):
            continue
        if entry.section == "operating_room":
            yield from wanted(entry.fact("in_operating_room"), entry)
        elif bears(entry, "27"):
            yield reject(entry.no)


def pain(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.alive() if entry.section == "anesthesia" and bears(entry, "43")]


@rule(5, "MOD-43c")
def injected_in_a_vein(paper: Paper) -> Iterator[Says]:
    for entry in pain(paper):
        route = entry.fact("pain_route")
        yield from wanted(None if route is None else route != "peripheral", entry)


@rule(5, "MOD-43d")
def pain_management_outside_a_hospital(paper: Paper) -> Iterator[Says]:
    if paper.kind != "inpatient" or paper.provider["kind"] != "hospital":
        for entry in pain(paper):
            yield reject(entry.no)


@rule(5, "MOD-51d")
def either_side_is_paid_once(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(laterality="either"):
        if entry in operations(paper, entry):
            if second_of_either_side(paper, entry):
                yield reject(entry.no)
            elif entry.units > 1:
                yield keep(entry.no, Fraction(1))


@rule(5, "MOD-60a")
def further_standby(paper: Paper) -> Iterator[Says]:
    taken = set()
    for entry in paper.alive():
        if standby(entry):
            kind = entry.section, entry.code, entry.day
            specialty = entry.performer.get("specialty")
            if kind in taken or specialty not in {STANDBY_SPECIALTY[entry.section], None}:
                yield reject(entry.no)
                continue
            taken.add(kind)
            if specialty is None:
                yield ask(entry.no)


@rule(5, "MOD-60b")
def anesthesia_beside_standby(paper: Paper) -> Iterator[Says]:
    watched = {(entry.code, entry.day) for entry in paper.alive() if standby(entry) and entry.section == "anesthesia"}
    for entry in paper.alive():
        if ordinary_anesthesia(entry) and (entry.code, entry.day) in watched:
            yield reject(entry.no)


def of_assistants(phase: int, rule_id: str) -> Callable[[Callable[[Paper, Entry], Iterator[Says]]], None]:
    def enter(function: Callable[[Paper, Entry], Iterator[Says]]) -> None:
        def found(paper: Paper) -> Iterator[Says]:
            for entry in paper.alive():
                if entry.section == "assistant" and by_value(entry):
                    yield from function(paper, entry)

        rule(phase, rule_id)(found)

    return enter


@of_assistants(5, "MOD-80a")
def second_assistant(paper: Paper, entry: Entry) -> Iterator[Says]:
    before = sum(other.units for other in followers(paper, entry, "assistant") if other.no < entry.no)
    if before >= (sum(other.units for other in operations_of(paper, entry)) or 1):
        yield reject(entry.no)


def both(*answers: Truth) -> Truth:
    return False if False in answers else None if None in answers else True


def as_resident(entry: Entry) -> Truth:
    """What a teaching centre's assistant must be."""
    level, year = entry.performer.get("qualification"), entry.fact("resident_year")
    return both(None if level is None else level == "resident", None if year is None else year >= THIRD_YEAR)


def as_specialist(paper: Paper, entry: Entry) -> Truth:
    """What any other centre's assistant must be."""
    level, field = entry.performer.get("qualification"), entry.performer.get("specialty")
    same = field is not None and field in {line.performer.get("specialty") for line in operations_of(paper, entry)}
    related = True if same else entry.fact("assistant_specialty_related")
    return both(None if level is None else level in SPECIALISTS, related)


@of_assistants(2, "MOD-80b")
def assistant_in_a_teaching_centre(paper: Paper, entry: Entry) -> Iterator[Says]:
    teaching = paper.office_fact("teaching")
    if teaching:
        yield from wanted(as_resident(entry), entry)
    elif teaching is None:
        either_fails = as_resident(entry) is False and as_specialist(paper, entry) is False
        yield reject(entry.no) if either_fails else ask(entry.no)


@of_assistants(2, "MOD-80c")
def assistant_elsewhere(paper: Paper, entry: Entry) -> Iterator[Says]:
    if paper.office_fact("teaching") is False:
        yield from wanted(as_specialist(paper, entry), entry)


@of_assistants(2, "MOD-80e")
def small_operation(paper: Paper, entry: Entry) -> Iterator[Says]:
    if "assistant" not in entry.attributes and rvu(entry, "professional") < UNITS_FOR_AN_ASSISTANT:
        yield reject(entry.no)


@of_assistants(2, "MOD-80f")
def not_on_the_list(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.has("assistant", "not_listed"):
        yield reject(entry.no)


@rule(5, "MOD-86b")
def imaging_at_home(paper: Paper) -> Iterator[Says]:
    images = any(entry.section == "imaging" and entry.code != AT_HOME for entry in paper.alive())
    for entry in paper.alive(AT_HOME):
        yield from wanted(paper.told("at_home") if images else False, entry)
