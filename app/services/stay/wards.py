"""Wards and leave on the days of a stay: where the beds of the bill lie, which days have two, and which have none.

A dated bed lies on its days. One without a date is laid on the first days that are left, in the order of the bill:
it shows how many days are claimed, not which. Leave has no dates either: it is taken to be where no bed is.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.stay import LEAVE, Days
from app.rules.inpatient_stay.terms import HOTEL, bed_kind, count, is_own_bed
from app.services.stay.times import Span, SpanKind, Trouble, TroubleMark, midnight

MOST_DAYS = 400
"""A bed is drawn on so many days at most: more are a slip of the pen, which the rules cut."""
Run = tuple[int, int]
"""So many whole days, from the ordinal of the first to that of the day after the last."""


def beds(case: Case) -> list[CaseLine]:
    """Return the bed lines as they were submitted, by number."""
    return sorted((line for line in case.lines if line.section == HOTEL), key=lambda line: line.no)


def ward_spans(case: Case) -> list[Span]:
    """Return the beds on their days; those of a healthy newborn or a companion run beside the patient's own."""
    own = [line for line in beds(case) if is_own_bed(line)]
    others = [line for line in beds(case) if not is_own_bed(line)]
    return [*_laid(case, own, SpanKind.BED), *_laid(case, others, SpanKind.OTHER_BED)]


def _laid(case: Case, lines: list[CaseLine], kind: SpanKind) -> Iterator[Span]:
    taken: set[int] = set()
    dated = [line for line in lines if line.line.day is not None]
    for line in dated:
        first = line.day.ordinal
        run = first, first + min(_days_of(line), MOST_DAYS)
        taken.update(range(*run))
        yield _span(kind, run, (line.no,), _kind_of(line), _days_of(line), exact=True)
    for line in lines:
        if line not in dated:
            free = _free_days(case.day.ordinal, taken, min(_days_of(line), MOST_DAYS))
            taken.update(free)
            for run in _runs(free):
                yield _span(kind, run, (line.no,), _kind_of(line), _days_of(line), exact=False)


def _free_days(first: int, taken: set[int], wanted: int) -> list[int]:
    found: list[int] = []
    while len(found) < wanted:
        if first not in taken:
            found.append(first)
        first += 1
    return found


def _runs(days: Iterable[int]) -> Iterator[Run]:
    """Yield the runs of successive days."""
    ordered = sorted(days)
    if not ordered:
        return
    starts = [ordered[0], *(after for before, after in pairwise(ordered) if after != before + 1)]
    ends = [*(before + 1 for before, after in pairwise(ordered) if after != before + 1), ordered[-1] + 1]
    yield from zip(starts, ends, strict=True)


def _days_of(line: CaseLine) -> int:
    return max(1, ceil(line.line.quantity))


def _kind_of(line: CaseLine) -> str:
    kind = bed_kind(line)
    return "" if kind is UNKNOWN else str(kind)


def _span(kind: SpanKind, run: Run, lines: tuple[int, ...], name: str, days: int, *, exact: bool) -> Span:
    start, end = (midnight(JalaliDate.from_ordinal(day)) for day in run)
    return Span(kind, start, end, lines, name, exact=exact, days=days)


def ward_troubles(case: Case, spans: list[Span], days: Days | None) -> Iterator[TroubleMark]:
    """Yield the days with two beds, without one, and beyond discharge or its order."""
    own = [span for span in spans if span.kind is SpanKind.BED]
    by_day: dict[int, set[int]] = {}
    for span in own:
        for day in range(span.start.day.ordinal, span.end.day.ordinal):
            by_day.setdefault(day, set()).update(span.lines)
    yield from _marks(Trouble.TWO_BEDS, {day: lines for day, lines in by_day.items() if len(lines) > 1})
    if days is None or not days.calendar:
        return
    first = case.day.ordinal
    outside = {day: lines for day, lines in by_day.items() if not first <= day < first + days.calendar}
    yield from _marks(Trouble.OUTSIDE_STAY, outside)
    after = {day: by_day[day] for day in range(first + days.to_order, first + days.calendar) if day in by_day}
    yield from _marks(Trouble.AFTER_ORDER, after)
    if own:
        bare = [day for day in range(first, first + days.to_order) if day not in by_day]
        yield from _marks(Trouble.NO_BED, {day: set() for day in bare[_leave_days(case) :]})


def _marks(trouble: Trouble, by_day: dict[int, set[int]]) -> Iterator[TroubleMark]:
    for start, end in _runs(by_day):
        lines = tuple(sorted({no for day in range(start, end) for no in by_day[day]}))
        yield TroubleMark(
            trouble, midnight(JalaliDate.from_ordinal(start)), midnight(JalaliDate.from_ordinal(end)), lines
        )


def leave_spans(case: Case, spans: list[Span], days: Days | None) -> Iterator[Span]:
    """Yield the days of leave where no bed is claimed; what does not fit there lies at the end of the stay."""
    leave = _leave_days(case)
    if days is None or not leave or not days.to_order:
        return
    first = case.day.ordinal
    occupied = {
        day
        for span in spans
        if span.kind is SpanKind.BED
        for day in range(span.start.day.ordinal, span.end.day.ordinal)
    }
    stay = range(first, first + days.to_order)
    without_bed = [day for day in stay if day not in occupied]
    rest = [day for day in reversed(stay) if day in occupied]
    for run in _runs([*without_bed, *rest][:leave]):
        yield _span(SpanKind.LEAVE, run, (), "", leave, exact=False)


def _leave_days(case: Case) -> int:
    return max(0, int(count(case.fact(LEAVE), 0)))
