"""Radiotherapy: the kinds of treatment in a claim, its course with what was paid earlier, regions with their nodes."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.earlier import earlier_claims
from tests.oracle.paper import Entry, Paper
from tests.oracle.radiotherapy_tariff import reported
from tests.oracle.sayings import Says

MANAGEMENT_PRE, MANAGEMENT_DURING = "rt_management_pre", "rt_management_during"
SIMULATOR, PLANNING, PHYSICS, SHIELD = "rt_simulator", "rt_planning", "rt_physics", "rt_shield"
SESSION_MANAGEMENT = "rt_session_management"
CONTOURS = ("rt_contour_tumor", "rt_contour_oar")
LINAC, COBALT = "rt_field_linac", "rt_field_cobalt"
PROCEDURE, HDR = "brachy_procedure", "brachy_hdr"
BREAST_NODES = frozenset({"axilla", "supraclavicular"})
FIELDS = frozenset({LINAC, COBALT})
TELETHERAPY = FIELDS | {SESSION_MANAGEMENT}
BRACHYTHERAPY = frozenset({PROCEDURE, HDR})


def of(paper: Paper, *groups: str) -> list[Entry]:
    """The living lines of some groups."""
    return [entry for entry in paper.alive() if entry.group in groups]


def brachytherapy(paper: Paper) -> bool:
    return bool(of(paper, *BRACHYTHERAPY))


def teletherapy(paper: Paper) -> bool:
    return bool(of(paper, *TELETHERAPY))


def unit(paper: Paper, entry: Entry) -> Fraction:
    """The price of one unit as reported."""
    return (paper.price(entry.code, entry) or Fraction()) * reported(paper, entry)


def left(paper: Paper, entry: Entry, units: Fraction) -> Says:
    """So many units, at most for their price."""
    return Says(entry.no, "reduce", units=units, after=half_up(unit(paper, entry) * units))


def dearest_first(paper: Paper, entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (-(paper.price(entry.code, entry) or 0), entry.no))


def at_most(paper: Paper, entries: list[Entry], units: Fraction) -> Iterator[Says]:
    """Units kept in the order of the lines until so many are reached."""
    for entry in entries:
        kept = min(entry.units, max(units, Fraction()))
        units -= kept
        yield left(paper, entry, kept)


@dataclass(frozen=True)
class Past:
    """What was paid for before: by the history, or on an earlier claim of the submission."""

    day: str
    code: str
    units: Fraction
    group: str | None
    facts: dict[str, Any]


def of_radiotherapy(entry: Entry) -> bool:
    return (entry.group or "").startswith(("rt_", "brachy_"))


def past(paper: Paper) -> list[Past]:
    """Everything paid for before."""
    if "_past" not in paper.__dict__:
        rows = [*paper.claim.get("history", []), *earlier_claims(paper, of_radiotherapy)]
        paper.__dict__["_past"] = [
            Past(
                row["date"],
                row["code"],
                Fraction(str(row.get("qty", 1))),
                (paper.books.service(row["code"], row["date"]) or {}).get("group"),
                row.get("facts", {}),
            )
            for row in rows
        ]
    return list(paper.__dict__["_past"])


def of_course(paper: Paper, *groups: str) -> list[Past] | None:
    """What the course has been paid of some groups; None where its start is unknown and something was paid."""
    found = [row for row in past(paper) if row.group in groups]
    start = paper.fact("course_start")
    if start is None:
        return None if found else []
    return [row for row in found if row.day >= start]


def units_of(rows: list[Past]) -> Fraction:
    return sum((row.units for row in rows), Fraction())


@dataclass(frozen=True)
class Region:
    """A treated region; of nodes that belong to an organ, the organ."""

    name: str
    side: str | None
    given: str

    def same(self, other: "Region") -> bool:
        return self.name == other.name and fits(self.side, other.side)

    def same_as_given(self, other: "Region") -> bool:
        return self.given == other.given and fits(self.side, other.side)


def fits(one: str | None, other: str | None) -> bool:
    """Whether two sides may be one; a side that is not given, or both, meets every side."""
    return one == other or bool({None, "both"} & {one, other})


def region(paper: Paper, facts: dict[str, Any]) -> Region | None:
    """The region of a line or of a row of the history, its nodes joined to the organ that the claim treats."""
    name, side = facts.get("rt_region"), facts.get("side")
    if name is None:
        return None
    lines = [(entry.fact("rt_region"), entry.fact("side")) for entry in paper.entries if not entry.uncovered]
    if name in BREAST_NODES:
        organs = [(organ, other) for organ, other in lines if organ == "breast"]
    elif name == "regional_nodes":
        organs = [(organ, other) for organ, other in lines if organ not in {None, name}]
        organs = [joined(lines, organ, other) for organ, other in organs]
    else:
        return Region(name, side, name)
    fitting = {(organ, other) for organ, other in organs if fits(side, other)}
    sides = {other for _, other in fitting}
    if len({organ for organ, _ in fitting}) != 1:
        return Region(name, side, name)
    return Region(next(iter(fitting))[0], side or (sides.pop() if len(sides) == 1 else None), name)


def joined(lines: list[tuple[Any, Any]], name: str, side: str | None) -> tuple[str, str | None]:
    """The breast of its nodes, where the claim treats it; any other organ as it is."""
    breasts = {other for organ, other in lines if organ == "breast" and fits(side, other)}
    if name not in BREAST_NODES or not breasts:
        return name, side
    return "breast", side or (breasts.pop() if len(breasts) == 1 else None)


def region_of(paper: Paper, entry: Entry) -> Region | None:
    return region(paper, entry.document.get("facts", {}))
