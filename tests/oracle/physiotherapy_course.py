"""Physiotherapy: the course of treatment of a claim, its first and last day, its lines and their numbers."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from tests.oracle.days import Day, last_day, month_after, month_of
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, keep, reject
from tests.oracle.table import rule

SESSION, DEEP_HEAT, HYDRO, LYMPH = "pt_session", "pt_deep_heat", "pt_hydro", "pt_lymph"
PLAN, WARD, MODALITY = "pt_plan", "pt_ward", "pt_modality"
ADD_ONS = frozenset({DEEP_HEAT, HYDRO})
TREATMENTS = frozenset({SESSION, LYMPH})
"""Lines that are sessions of their own; add-ons only go with them."""
NUMBERED = frozenset({SESSION, DEEP_HEAT, HYDRO, LYMPH})
EVERY_GROUP = NUMBERED | {PLAN, WARD, MODALITY}
RELATED = frozenset(
    {
        "neurology",
        "neurosurgery",
        "orthopedics",
        "general_surgery",
        "plastic_surgery",
        "physical_medicine",
        "rheumatology",
    }
)
PHYSICIAN_SPECIALISTS = frozenset({"specialist", "subspecialist", "fellowship"})


def outpatient(phase: int, rule_id: str) -> Callable[[Callable[["Course"], Iterator[Says]]], None]:
    """A rule on the course of a claim that has any line of the area."""

    def enter(function: Callable[[Course], Iterator[Says]]) -> None:
        def found(paper: Paper) -> Iterator[Says]:
            course = Course(paper)
            if course.lines(EVERY_GROUP):
                yield from function(course)

        rule(phase, rule_id)(found)

    return enter


def dated(entry: Entry) -> Day | None:
    """The day that the centre wrote beside the line."""
    day: Day | None = entry.document.get("date")
    return day


def region(entry: Entry) -> str | None:
    found: str | None = entry.fact("body_region")
    return found


class Course:
    """The sessions of one prescription, as far as they stand."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        written = [dated(entry) for entry in paper.entries if entry.group in NUMBERED]
        self.dates = sorted(day for day in written if day)

    def lines(self, groups: frozenset[str] | str) -> list[Entry]:
        """The living lines of some groups."""
        wanted = {groups} if isinstance(groups, str) else groups
        return [entry for entry in self.paper.alive() if entry.group in wanted]

    @property
    def start(self) -> Day | None:
        first = self.dates[0] if self.dates else self.paper.fact("first_session_on")
        return first or self.paper.claim.get("service_date")

    @property
    def last(self) -> Day | None:
        """The last session, as far as lines and facts tell it; without sessions the first day is the last."""
        lines = [entry for entry in self.paper.entries if entry.group in NUMBERED]
        told = self.paper.fact("last_session_on")
        if lines and all(dated(entry) for entry in lines):
            return max(dated(entry) or "" for entry in lines)
        if told and lines:
            last: Day = max([told, *self.dates])
            return last
        return self.start if self.count() <= 1 else None

    def sessions(self) -> list[list[Entry]]:
        """The session lines by day, and those of no day together."""
        lines = self.lines(SESSION)
        days = sorted({dated(entry) or "" for entry in lines})
        return [[entry for entry in lines if (dated(entry) or "") == day] for day in days]

    def before(self) -> dict[int, Fraction]:
        """How many sessions come before the first of each line; an add-on of a day without session has no number."""
        lines = self.lines(NUMBERED)
        days = sorted({dated(entry) or "" for entry in self.lines(TREATMENTS) if dated(entry)})
        found, used = dict[int, Fraction](), dict[object, Fraction]()
        for entry in lines:
            day = dated(entry)
            if day:
                found |= {entry.no: Fraction(days.index(day))} if day in days else {}
            else:
                kind = (entry.code, region(entry))
                found[entry.no] = used.get(kind, Fraction(len(days)))
                used[kind] = found[entry.no] + entry.units
        return found

    def count(self) -> Fraction:
        """The highest number that a session has."""
        before = self.before()
        lines = [entry for entry in self.lines(NUMBERED) if entry.no in before]
        ends = (before[entry.no] + (1 if dated(entry) else entry.units) for entry in lines)
        return max(ends, default=Fraction())

    def cut_to(self, sessions: Fraction) -> Iterator[Says]:
        """Only the sessions of these numbers are paid."""
        before = self.before()
        for entry in [entry for entry in self.lines(NUMBERED) if entry.no in before]:
            left = max(sessions - before[entry.no], Fraction())
            if dated(entry):
                yield from [] if left >= 1 else [reject(entry.no)]
            else:
                yield keep(entry.no, left)

    def with_add_ons(self, lines: list[Entry]) -> list[Entry]:
        """Session lines and the add-ons of their regions on their days."""
        places = {(dated(entry), region(entry)) for entry in lines if region(entry)}
        return lines + [entry for entry in self.lines(ADD_ONS) if (dated(entry), region(entry)) in places]


def months_after(day: Day, months: int) -> Day:
    """The same day so many months later, or that month's last day."""
    month = month_after(month_of(day), months)
    return min(f"{month[0]:04d}-{month[1]:02d}-{day[8:]}", last_day(month))
