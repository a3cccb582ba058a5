"""Phase 4 of articles 10, 13 and 17: how many units, sessions and days are paid."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil
from typing import Any

from tests.oracle.judge import up_to
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, keep
from tests.oracle.svc_terms import of_groups, of_sections, operations
from tests.oracle.table import rule
from tests.oracle.turns import in_turn

SESSIONS = 3
SIDES = ("left", "right")

in_turn("DRG-01b SUR-SKN-04b SUR-ORT-06 SUR-CVS-07 SUR-DIG-02a SUR-URO-05 SUR-EYE-03 SUR-EYE-04 CHM-06b")


def in_time(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.day, entry.no))


def first_units(entries: Iterable[Entry], allowed: Fraction) -> Iterator[tuple[Entry, Fraction]]:
    """The lines that go beyond so many units, each with what is left for it."""
    for entry in entries:
        left = min(entry.units, allowed)
        allowed -= left
        if left < entry.units:
            yield entry, left


def cut(entries: Iterable[Entry], allowed: Fraction, answer: Truth) -> Iterator[Says]:
    """True cuts what goes beyond, unknown asks."""
    for entry, left in list(first_units(entries, allowed)):
        if answer is None:
            yield ask(entry.no, keep(entry.no, left))
        elif answer:
            yield keep(entry.no, left)


@rule(4, "DRG-01b")
def documented(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "drug", "supply"):
        count = entry.fact("documented_qty")
        if count is not None:
            yield keep(entry.no, Fraction(str(count)))


@rule(4, "SUR-ORT-06")
def screws_of_an_incision(paper: Paper) -> Iterator[Says]:
    entries = [entry for entry in of_groups(paper, "implant_removal") if entry.has("implant_removal", "generic")]
    for key in sorted({(entry.code or "", entry.day) for entry in entries}):
        own = [entry for entry in entries if (entry.code, entry.day) == key]
        count = own[0].fact("incision_count")
        if sum(entry.units for entry in own) > 1:
            yield from cut(own, Fraction(1 if count is None else count), None if count is None else True)


@rule(4, "SUR-CVS-07")
def fluoroscopy_once(paper: Paper) -> Iterator[Says]:
    yield from cut(in_time(of_groups(paper, "cardiac_fluoroscopy")), Fraction(1), True)


@rule(4, "SUR-DIG-02a")
def days_of_ercp(paper: Paper) -> Iterator[Says]:
    days = paper.fact("bed_days_approved")
    if of_groups(paper, "ercp") and all(entry.group == "ercp" for entry in operations(paper)):
        yield from cut(of_sections(paper, "hotel"), Fraction(days or 0), None if days is None else True)


@rule(4, "SUR-EYE-03")
def one_cornea(paper: Paper) -> Iterator[Says]:
    entries = of_groups(paper, "cornea_preparation")
    for key in sorted({(entry.day, entry.fact("side") or "") for entry in entries}):
        own = [entry for entry in entries if (entry.day, entry.fact("side") or "") == key]
        yield from cut(own[:1], Fraction(1), True)
        yield from cut(own[1:], Fraction(0), True)


@rule(4, "CHM-06b")
def pump_taken_home(paper: Paper) -> Iterator[Says]:
    home = paper.told("discharged_with_pump")
    entries = in_time(paper.alive("901550"))
    counted = [
        entry
        for entry in entries
        if entry.fact("pump_action") != "refill" and not (home and maybe_refilled(paper, entry))
    ]
    yield from cut(counted, Fraction(1), home)


def maybe_refilled(paper: Paper, entry: Entry) -> bool:
    return entry.fact("pump_action") is None and on_a_later_day(paper, entry)


def on_a_later_day(paper: Paper, entry: Entry) -> bool:
    """A long infusion after another of the claim or the history."""
    days = [other.day for other in paper.entries if other.code == "901550" and not other.uncovered]
    days += [past["date"] for past in paper.claim.get("history", []) if past["code"] == "901550"]
    for index in earlier_claims(paper):
        days += [other.day for other in up_to("CHM-06b", paper, index, done=True).alive("901550")]
    return any(day < entry.day for day in days)


def earlier_claims(paper: Paper) -> list[int]:
    """The patient's claims that stand before this one in the file, by day."""
    return [
        index
        for index, claim in enumerate(paper.file["claims"])
        if claim["patient"]["id"] == paper.patient["id"] and Paper(paper.file, index, paper.books).place < paper.place
    ]


class Unit:
    """One session of the patient: its day, side and line; of the history or of another claim without a line."""

    def __init__(self, day: str, side: Any, fresh: Truth, entry: Entry | None) -> None:
        self.day, self.side, self.fresh, self.entry = day, side, fresh, entry


def sessions(paper: Paper, rule_id: str, group: str) -> list[Unit]:
    """The sessions of a group in order of time: of the history, of earlier lines of the file, of the claim."""
    placed: list[tuple[tuple[str, int, int], Unit]] = []
    for past in paper.claim.get("history", []):
        row = paper.books.service(past["code"], past["date"])
        if row is not None and row.get("group") == group:
            told = past.get("facts", {})
            for _ in range(ceil(past.get("qty", 1))):
                unit = Unit(past["date"], told.get("side"), told.get("new_stone"), None)
                placed.append(((past["date"], -1, 0), unit))
    for index in [*earlier_claims(paper), paper.index]:
        own = index == paper.index
        other = paper if own else up_to(rule_id, paper, index, done=True)
        for entry in of_groups(other, group):
            for place in range(ceil(entry.units)):
                fresh = entry.fact("new_stone")
                fresh = False if place and fresh else fresh
                unit = Unit(entry.day, entry.fact("side"), fresh, entry if own else None)
                placed.append(((entry.day, index, entry.no), unit))
    return [unit for _, unit in sorted(placed, key=lambda item: item[0])]


@rule(4, "SUR-URO-05")
def lithotripsies(paper: Paper) -> Iterator[Says]:
    counts = dict.fromkeys(SIDES, 0)
    over: dict[int, list[Unit]] = {}
    for unit in sessions(paper, "SUR-URO-05", "eswl"):
        sides = [unit.side] if unit.side in SIDES else list(SIDES)
        for side in sides:
            counts[side] = 1 if unit.fresh else counts[side] + 1
        if unit.entry is not None and max(counts[side] for side in sides) > SESSIONS:
            over.setdefault(unit.entry.no, []).append(unit)
    for entry in of_groups(paper, "eswl"):
        beyond = over.get(entry.no, [])
        if beyond:
            left = max(entry.units - len(beyond), Fraction())
            yield from cut([entry], left, None if beyond[0].fresh is None else True)


@rule(4, "SUR-EYE-04")
def retinal_sessions(paper: Paper) -> Iterator[Says]:
    counts = dict.fromkeys(SIDES, 0)
    over: dict[int, int] = {}
    unknown: dict[int, int] = {}
    for total, unit in enumerate(sessions(paper, "SUR-EYE-04", "prp")):
        sides = [unit.side] if unit.side in SIDES else list(SIDES) if unit.side == "both" else []
        own = unit.entry.no if unit.entry is not None else 0
        if sides and all(counts[side] >= SESSIONS for side in sides):
            over[own] = over.get(own, 0) + 1
        elif not sides and total >= SESSIONS:
            unknown[own] = unknown.get(own, 0) + 1
        for side in sides:
            counts[side] += 1
    for entry in of_groups(paper, "prp"):
        if entry.no in over:
            yield keep(entry.no, max(entry.units - over[entry.no], Fraction()))
        if entry.no in unknown:
            yield ask(entry.no, keep(entry.no, max(entry.units - unknown[entry.no], Fraction())))
