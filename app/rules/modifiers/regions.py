"""Modifier 51: which operations of an anesthesia are counted, and the regions and feet that they are ranked in.

A region is one incision, or what a clause of its own makes one; each foot is ranked by itself. Where the fact is not
given, a line is a region or foot of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.modifiers.sessions import Session
from app.rules.modifiers.terms import performer_id, printed_professional

INCISION, SIDE, BOTH_SIDES = "incision", "side", "both"
URODYNAMIC = "urodynamic"
SIDES_OF_BOTH = ("right", "left")


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
    return min(line.quantity, Fraction(1)) if once else line.quantity


def unread(line: CaseLine) -> str | None:
    """Return the fact that the ranking misses on an operation: its incision, on the foot its side."""
    if region_name(line) is not UNKNOWN:
        return None
    return SIDE if is_on_foot(line) else INCISION


def regions_of(case: Case, operations: Sequence[CaseLine]) -> list[Region]:
    """Return the regions of a session, that with the highest operation first."""
    by_incision: dict[object, list[Part]] = {}
    for line in operations:
        name = region_name(line)
        key = ("own", line.no) if name is UNKNOWN else name
        by_incision.setdefault(key, []).append(Part(line, units_of(case, line)))
    return [Region(tuple(parts)) for parts in by_incision.values()]


def feet_of(case: Case, operations: Sequence[CaseLine]) -> list[Region]:
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


def is_paid_in_full(region: Region, higher: Sequence[Region]) -> bool:
    """Tell whether a region's first operation has 100 percent.

    On the feet only the highest of all; elsewhere also one whose surgeon did no higher first operation. Lines that name
    no performer count as the same surgeon.
    """
    if is_on_foot(region.head):
        return not higher
    surgeon = performer_id(region.head)
    surgeons = {performer_id(other.head) for other in higher}
    return not surgeons or not (surgeon is None or None in surgeons or surgeon in surgeons)
