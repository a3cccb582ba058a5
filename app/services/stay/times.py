"""The words of a time line: spans of a stay, what is wrong with them, and the bands on which they lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from app.domain.dates import JalaliDate, Moment
from app.rules.inpatient_stay.stay import Days


class SpanKind(StrEnum):
    """What a span of time was."""

    STAY = "stay"
    BED = "bed"
    OTHER_BED = "other_bed"
    LEAVE = "leave"
    SURGERY = "surgery"
    ANESTHESIA = "anesthesia"
    RECOVERY = "recovery"
    OTHER_PATIENT = "other_patient"


@dataclass(frozen=True, slots=True)
class Span:
    """A time from `start` to `end`, and the lines of the bill that claim it; `name` is the kind of bed or a code.

    A span that is not `exact` lies where it fits: the claim says how long it was, but not when. `days` are those of a
    bed or leave. `margin` are the minutes of anesthesia before and after the surgery that are in it.
    """

    kind: SpanKind
    start: Moment
    end: Moment
    lines: tuple[int, ...] = ()
    name: str = ""
    exact: bool = True
    days: int = 0
    margin: int = 0


class Trouble(StrEnum):
    """What does not fit on a time line."""

    TWO_BEDS = "two_beds"
    NO_BED = "no_bed"
    OUTSIDE_STAY = "outside_stay"
    AFTER_ORDER = "after_order"
    ANESTHESIAS_OVERLAP = "anesthesias_overlap"
    OTHER_PATIENT = "other_patient"


@dataclass(frozen=True, slots=True)
class TroubleMark:
    """An overlap or a gap, from `start` to `end`, and the lines that it concerns."""

    trouble: Trouble
    start: Moment
    end: Moment
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """Spans on one axis from `start` to `end`: the whole stay, or a day of operation."""

    start: Moment
    end: Moment
    spans: tuple[Span, ...]
    marks: tuple[TroubleMark, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The times of a stay as the claim and the answers show them.

    `stay` is None where neither a time nor a dated line tells when it was; `untimed` are lines of operations without
    the times of surgery. `days` are None where admission or discharge is missing.
    """

    admitted: Moment | None
    discharged: Moment | None
    ordered_on: JalaliDate | None
    days: Days | None
    stay: Band | None
    operations: tuple[Band, ...] = ()
    untimed: tuple[int, ...] = ()


def midnight(day: JalaliDate) -> Moment:
    """Return the moment at which a day begins."""
    return Moment(day, 0, 0)


def plus_minutes(moment: Moment, minutes: int) -> Moment:
    """Return the moment so many minutes later, earlier when negative."""
    days, rest = divmod(moment.hour * 60 + moment.minute + minutes, 24 * 60)
    return Moment(moment.day.plus_days(days), rest // 60, rest % 60)


def overlaps(spans: Sequence[Span], trouble: Trouble) -> Iterable[TroubleMark]:
    """Yield where two of some spans run at the same time."""
    for first, second in combinations(spans, 2):
        start, end = max(first.start, second.start), min(first.end, second.end)
        if start < end:
            yield TroubleMark(trouble, start, end, tuple(sorted({*first.lines, *second.lines})))
