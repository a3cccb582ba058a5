"""The terms of the physiotherapy rules: what is treated where, the course of sessions, and its numbers.

A dated line is one region's treatment on that day; an undated line of n units is n sessions on n different days. A
session is all that one day holds; undated lines of different regions belong to the same sessions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.lines import at_most
from app.rules.outcomes import Outcomes
from app.rules.persons import is_among
from app.rules.registry import on

SESSION, DEEP_HEAT, HYDROTHERAPY, LYMPH = "pt_session", "pt_deep_heat", "pt_hydro", "pt_lymph"
PLAN, WARD, MODALITY = "pt_plan", "pt_ward", "pt_modality"
ADD_ONS = frozenset({DEEP_HEAT, HYDROTHERAPY})
TREATMENTS = frozenset({SESSION, LYMPH})
COUNTED = TREATMENTS | ADD_ONS
GROUPS = COUNTED | {PLAN, WARD, MODALITY}

PHYSIOTHERAPY = on(groups=GROUPS)
SESSION_LINES = on(groups=COUNTED)
LAST_SESSION = "last_session_on"


def region_of(line: CaseLine) -> str | None:
    """Return the region that a line treats, None where nobody named it."""
    region = line.fact("body_region")
    return None if region is UNKNOWN else str(region)


def is_dated(line: CaseLine) -> bool:
    """Tell whether the centre wrote the day of a line."""
    return line.line.day is not None


def counted(lines: Iterable[CaseLine]) -> list[CaseLine]:
    """Return the lines to which the numbers of sessions apply, by number."""
    return sorted((line for line in lines if line.group in COUNTED), key=lambda line: line.no)


def treatments(case: Case) -> list[CaseLine]:
    """Return the live lines that are treatments in their own right, not add-ons."""
    return [line for line in case.live_lines if line.group in TREATMENTS]


def sessions(case: Case) -> list[list[CaseLine]]:
    """Return the live lines of sessions and their add-ons by day, the undated ones together at the end."""
    by_day: dict[JalaliDate | None, list[CaseLine]] = {}
    for line in counted(case.live_lines):
        by_day.setdefault(line.line.day, []).append(line)
    undated = by_day.pop(None, [])
    return [by_day[day] for day in sorted(by_day, key=str)] + ([undated] if undated else [])


def is_related(case: Case) -> Answer:
    """Tell whether the prescriber is a specialist of one of the related fields (item 5, note 1)."""
    return is_among(case.prescriber, case.figure("physiotherapy_specialists"), case.figure("related_specialties"))


def first_session(case: Case) -> JalaliDate | None:
    """Return the start of the course: the earliest dated line, else the fact, else the service date."""
    days = [line.line.day for line in counted(case.lines) if line.line.day]
    if days:
        return min(days)
    known = case.fact("first_session_on")
    return known if isinstance(known, JalaliDate) else case.claim.service_date


def last_session(case: Case) -> JalaliDate | None:
    """Return the day of the last session, None where undated lines leave it open.

    A claim of a single session ends on its start.
    """
    lines = counted(case.lines)
    days = [line.line.day for line in lines if line.line.day]
    known = case.fact(LAST_SESSION)
    if all(is_dated(line) for line in lines):
        return max(days, default=None)
    if isinstance(known, JalaliDate):
        return max([known, *days])
    return first_session(case) if number_of_sessions(lines) == 1 else None


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line with the number of sessions that stand before its own."""

    line: CaseLine
    before: Fraction

    @property
    def last(self) -> Fraction:
        """The highest number of the line."""
        return self.before + (1 if is_dated(self.line) else self.line.quantity)

    def kept(self, limit: Fraction) -> Fraction:
        """Return the units of the line that are numbered so high or less; a dated line has one number for all."""
        left = max(limit - self.before, Fraction(0))
        if is_dated(self.line):
            return self.line.quantity if left >= 1 else Fraction(0)
        return min(left, self.line.quantity)


def numbered(lines: Iterable[CaseLine]) -> list[NumberedLine]:
    """Number the sessions: the days of treatments first, then the units of undated lines for each code and region."""
    all_lines = counted(lines)
    days = sorted({line.line.day for line in all_lines if line.line.day and line.group in TREATMENTS}, key=str)
    dated = [NumberedLine(line, Fraction(days.index(line.line.day))) for line in all_lines if line.line.day in days]
    undated = []
    for chain in chains(line for line in all_lines if not is_dated(line)):
        before = Fraction(len(days))
        for line in chain:
            undated.append(NumberedLine(line, before))
            before += line.quantity
    return dated + undated


def chains(lines: Iterable[CaseLine]) -> list[list[CaseLine]]:
    """Return undated lines by code and region: those of one follow one another, in the order of their numbers."""
    found: dict[tuple[str | None, str | None], list[CaseLine]] = {}
    for line in lines:
        found.setdefault((line.code, region_of(line)), []).append(line)
    return list(found.values())


def number_of_sessions(lines: Iterable[CaseLine]) -> Fraction:
    """Return the number of sessions: the highest number that a line has."""
    return max((line.last for line in numbered(lines)), default=Fraction(0))


def cut_to(case: Case, limit: Fraction | int, *facts: str) -> Outcomes:
    """Keep of every line the units of the first so many sessions."""
    lines: Sequence[NumberedLine] = numbered(case.live_lines)
    for line in sorted(lines, key=lambda line: line.line.no):
        yield from at_most(line.line, line.kept(Fraction(limit)), *facts)
