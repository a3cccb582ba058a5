"""Modifiers, phase 5: what surgery, operating room, assistant and all other lines by relative value are paid."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.days import Day
from tests.oracle.earlier import earlier_claims
from tests.oracle.mod_standing import (
    Step,
    Terms,
    counts,
    final,
    of_full_time,
    of_portable_imaging,
    of_small_children,
    of_technology,
    of_the_town,
    reported,
)
from tests.oracle.mod_terms import (
    bears,
    followers,
    operations_of,
    ordinary_anesthesia,
    rvu,
    settled,
    three_values,
    with_46,
)
from tests.oracle.mod_weights import weights
from tests.oracle.paper import Entry, Paper
from tests.oracle.stay_frame import PUBLIC, months_after, session_of
from tests.oracle.table import concerns

REPETITION, TECHNOLOGY, LOCAL = Fraction(3, 10), Fraction(1, 5), Fraction(1, 5)
CEILING_OF_LOCAL = 15
OPERATING_ROOM, ASSISTANT = Fraction(2, 5), Fraction(1, 5)
PORTABLE = Fraction(9, 5)


def k(paper: Paper, part: str, day: Day) -> Fraction:
    return Fraction(paper.books.k(part, day))


def parts_of(paper: Paper, entry: Entry) -> list[Fraction]:
    """What modifier 51 leaves of each operation of a surgery line, 1 for a whole one."""
    return [weight.part for weight in weights(paper, entry)]


def final_value(entry: Entry, terms: Terms, part: Fraction) -> Fraction:
    """The final relative value of one operation."""
    added = REPETITION * terms.repeated + TECHNOLOGY * terms.technologies
    return rvu(entry, "professional") * part * (1 + added) * terms.small_child


def local_addition(entry: Entry, terms: Terms, part: Fraction) -> Fraction:
    """What modifier 46 adds to one operation."""
    units = LOCAL * rvu(entry, "professional") * part if terms.local else Fraction()
    return min(units, Fraction(CEILING_OF_LOCAL)) if terms.local_ceiling else units


def surgery_price(paper: Paper, entry: Entry, terms: Terms, parts: list[Fraction]) -> Fraction:
    value = sum(final_value(entry, terms, part) + local_addition(entry, terms, part) for part in parts)
    return value * k(paper, "professional", entry.day) * terms.factor


def of_surgery(paper: Paper, entry: Entry) -> Iterator[Step]:
    """The modifiers of a surgery line, in the order of their codes."""
    if bears(entry, "46"):
        yield from of_local_anesthesia(paper, entry)
    if bears(entry, "53"):
        yield from of_repetition(paper, entry)
    yield from of_small_children(paper, entry)
    yield from of_technology(paper, entry)
    yield from of_full_time(paper, entry)
    yield from of_the_town(paper, entry)


def of_local_anesthesia(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifier 46: it falls whole, or what goes beyond its ceiling."""
    method, out = entry.fact("anesthesia_method"), {"local": False}
    own = None if method is None else method == "local"
    usual = rvu(entry, "anesthesia_base") > 0
    given = [
        line.fact("anesthesia_method")
        for line in session_of(paper, entry, "anesthesia")
        if ordinary_anesthesia(line) and entry in with_46(paper, line)
    ]
    refuted = any(method not in {None, "local"} for method in given)
    yield "MOD-46a", own if usual else False, out
    if not refuted and usual and settled(paper, entry, "MOD-46a", own) is not False:
        yield "MOD-46b", False, {"local_ceiling": True}
    yield "MOD-46d", not refuted, out


def of_repetition(paper: Paper, entry: Entry) -> Iterator[Step]:
    """Modifier 53; a code that bars it by its text asks nothing."""
    out = {"repeated": False}
    barred = entry.has("redo_in_title") or (entry.has("caesarean") and concerns("MOD-53e", paper))
    recurrence = entry.fact("recurrence_after_followup")
    discharge = entry.fact("previous_operation_discharge") or discharge_in_history(paper, entry)
    late = None if discharge is None else entry.day > months_after(discharge, 1)
    yield "MOD-53a", True if barred and recurrence is None else recurrence, out
    yield "MOD-53b", True if barred and late is None else late, out
    yield "MOD-53d", not entry.has("redo_in_title"), out
    yield "MOD-53e", not entry.has("caesarean"), out


def discharge_in_history(paper: Paper, entry: Entry) -> Day | None:
    """What the latest operation of the code tells, by the history or by earlier claims of the submission."""
    rows = [row for row in paper.claim.get("history", []) if row["code"] == entry.code]
    rows += earlier_claims(paper, lambda line: line.code == entry.code)
    known = [row for row in rows if row["date"] <= entry.day]
    latest: dict[str, Any] = max(known, key=lambda row: str(row["date"]), default={})
    found: Day | None = latest.get("facts", {}).get("previous_operation_discharge")
    return found


def operated(paper: Paper, entry: Entry) -> list[tuple[Fraction, Fraction]]:
    """The final value, and that of the third printed number, of each operation that a derived line's units follow.

    Several surgery lines and derived lines of one code are matched in their order; units beyond follow the last.
    """
    values = [
        (final_value(surgery, terms, part), rvu(entry, "technical") * part * (1 + TECHNOLOGY * terms.technologies))
        for surgery in operations_of(paper, entry)
        for terms in [final(paper, surgery, reported(paper, surgery), of_surgery(paper, surgery))]
        for part in parts_of(paper, surgery)
    ] or [(rvu(entry, "professional"), rvu(entry, "technical"))]
    before = sum(int(other.units) for other in followers(paper, entry, entry.section) if other.no < entry.no)
    return [values[min(place, len(values) - 1)] for place in range(before, before + int(entry.units))]


def operating_room_price(paper: Paper, entry: Entry) -> Fraction:
    technical = k(paper, "technical", entry.day)
    values = operated(paper, entry)
    if three_values(entry):
        return sum(third for _, third in values) * technical
    return OPERATING_ROOM * sum(final for final, _ in values) * technical


def assistant_price(paper: Paper, entry: Entry, terms: Terms) -> Fraction:
    value = ASSISTANT * sum(final for final, _ in operated(paper, entry))
    return value * k(paper, "professional", entry.day) * terms.factor


def of_assistant(paper: Paper, entry: Entry) -> Iterator[Step]:
    yield from of_full_time(paper, entry)
    yield from of_the_town(paper, entry)


def standby_price(paper: Paper, entry: Entry) -> Fraction:
    share = Fraction(1, 4 if paper.provider["sector"] in PUBLIC else 8)
    return share * rvu(entry, "professional") * k(paper, "professional", entry.day)


def other_price(paper: Paper, entry: Entry, terms: Terms) -> Fraction:
    """A line that pays professional and technical part together, or one of them."""
    professional = rvu(entry, "professional") * k(paper, "professional", entry.day) * terms.factor
    technical = rvu(entry, "technical") * k(paper, "technical", entry.day)
    if counts(paper, entry, "26"):
        technical = Fraction()
    elif counts(paper, entry, "27"):
        professional = Fraction()
    raised = (1 + TECHNOLOGY * terms.technologies) * (PORTABLE if terms.portable else 1)
    return (professional + technical) * raised * entry.units


def of_others(paper: Paper, entry: Entry) -> Iterator[Step]:
    yield from of_technology(paper, entry)
    yield from of_portable_imaging(paper, entry)
    yield from of_full_time(paper, entry)
    yield from of_the_town(paper, entry)
