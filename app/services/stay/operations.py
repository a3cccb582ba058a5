"""The operations of a stay on the clock: surgery, anesthesia with its quarters of an hour, recovery, other patients."""

from collections.abc import Iterator
from decimal import Decimal

from app.domain.dates import JalaliDate, Moment
from app.rules.case import Case, CaseLine
from app.rules.modifiers.anesthesia_time import END, START, Surgery, surgery_times
from app.rules.modifiers.sessions import Session, sessions
from app.rules.modifiers.simultaneous import running_beside
from app.rules.modifiers.terms import ANESTHESIA, GLOBAL, reports
from app.rules.modifiers.units import RECOVERY, times_of
from app.services.stay.times import Band, Span, SpanKind, Trouble, TroubleMark, overlaps, plus_minutes

STAYED = "recovery_minutes"
MOST_OF_A_DAY = 24 * 60


def operation_bands(case: Case) -> tuple[Band, ...]:
    """Return a band for each day on which an operation with known times was begun."""
    by_day: dict[JalaliDate, list[Session]] = {}
    for session in sessions(case):
        if surgery_of_session(session) is not None:
            by_day.setdefault(session.day, []).append(session)
    all_in: dict[JalaliDate, list[Span]] = {}
    for line in case.lines:
        all_in.setdefault(line.day, []).extend(_of_global_line(case, line))
    days = sorted({*by_day, *(day for day, spans in all_in.items() if spans)})
    return tuple(_band(case, by_day.get(day, []), all_in.get(day, [])) for day in days)


def untimed_lines(case: Case) -> tuple[int, ...]:
    """Return the lines of surgery and anesthesia of sessions whose times nobody gave."""
    untimed = (session for session in sessions(case) if surgery_of_session(session) is None)
    return tuple(line.no for session in untimed for line in session.lines if line in _timed_by_clock(session))


def _timed_by_clock(session: Session) -> list[CaseLine]:
    return [*session.surgery, *session.anesthesias]


def surgery_of_session(session: Session) -> Surgery | None:
    """Return when the surgery of a session was, by its anesthesia or, without one, by its surgery lines."""
    lines = session.anesthesias or session.surgery
    found = (surgery_times(session, line) for line in lines)
    return next((surgery for surgery in found if surgery is not None), None)


def _of_global_line(case: Case, line: CaseLine) -> Iterator[Span]:
    """Yield surgery and recovery of an operation at an all-in price, whose times stand on its own line."""
    start, end = line.fact(START), line.fact(END)
    if line.section == GLOBAL and isinstance(start, Moment) and isinstance(end, Moment) and start <= end:
        yield Span(SpanKind.SURGERY, start, end, (line.no,), line.code or "")
        yield from _recovery(case, line, plus_minutes(end, _margin(case)))


def _band(case: Case, of_day: list[Session], all_in: list[Span]) -> Band:
    by_session = [list(_spans(case, session)) for session in of_day]
    spans = [*(span for found in by_session for span in found), *all_in]
    marks = list(_overlapping(by_session))
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    for others, mark in _others(case, of_day, start, end):
        spans += others
        marks.append(mark)
    marks += _outside(case, spans)
    return Band(start, end, tuple(spans), tuple(marks))


def _spans(case: Case, session: Session) -> Iterator[Span]:
    surgery = surgery_of_session(session)
    if surgery is None:
        return
    code = next((line.code for line in session.surgery if line.code), "")
    numbers = tuple(line.no for line in session.surgery) or tuple(line.no for line in session.lines)
    yield Span(SpanKind.SURGERY, surgery.start, surgery.end, numbers, code)
    margin = _margin(case)
    for line in session.anesthesias:
        given = times_of(case, line)
        if given is not None:
            start, end = plus_minutes(given.start, -margin), plus_minutes(given.end, margin)
            yield Span(SpanKind.ANESTHESIA, start, end, (line.no,), line.code or "", margin=margin)
            yield from _recovery(case, line, end)


def _margin(case: Case) -> int:
    return int(case.figure("anesthesia_margin_minutes"))


def _recovery(case: Case, line: CaseLine, start: Moment) -> Iterator[Span]:
    """Yield the recovery after an anesthesia: of the minutes read off, else of the least that modifier 39 needs."""
    stayed = line.fact(STAYED)
    known = isinstance(stayed, (int, Decimal))
    if known or reports(line, RECOVERY):
        length = int(stayed) if isinstance(stayed, (int, Decimal)) else int(case.figure("recovery_stay_minutes"))
        if 0 < length <= MOST_OF_A_DAY:
            yield Span(SpanKind.RECOVERY, start, plus_minutes(start, length), (line.no,), exact=known)


def _overlapping(by_session: list[list[Span]]) -> Iterator[TroubleMark]:
    """Yield where anesthesias of two sessions run at the same time; the lines of one session are one anesthesia."""
    whole = [_together(given) for given in map(_anesthesias, by_session) if given]
    yield from overlaps(whole, Trouble.ANESTHESIAS_OVERLAP)


def _anesthesias(spans: list[Span]) -> list[Span]:
    return [span for span in spans if span.kind is SpanKind.ANESTHESIA]


def _together(spans: list[Span]) -> Span:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span(SpanKind.ANESTHESIA, start, end, tuple(no for span in spans for no in span.lines))


def _others(case: Case, of_day: list[Session], start: Moment, end: Moment) -> Iterator[tuple[list[Span], TroubleMark]]:
    """Yield the other patients beside whom an anesthesia was begun, as modifier 44 sees them, and the overlap."""
    margin = _margin(case)
    for line in (line for session in of_day for line in session.lines if line.section == ANESTHESIA):
        given = times_of(case, line)
        if given is None:
            continue
        begin, finish = plus_minutes(given.start, -margin), plus_minutes(given.end, margin)
        runs = [(plus_minutes(r.start, -margin), plus_minutes(r.end, margin)) for r in running_beside(case, line)]
        spans = [Span(SpanKind.OTHER_PATIENT, max(first, start), min(last, end), (line.no,)) for first, last in runs]
        if spans:
            latest = min(max(last for _first, last in runs), finish)
            yield spans, TroubleMark(Trouble.OTHER_PATIENT, begin, latest, (line.no,))


def _outside(case: Case, spans: list[Span]) -> Iterator[TroubleMark]:
    """Yield the surgeries that did not lie within the stay."""
    admitted, discharged = case.claim.admitted_at, case.claim.discharged_at
    for span in spans:
        if span.kind is SpanKind.SURGERY:
            early = admitted is not None and span.start < admitted
            late = discharged is not None and span.end > discharged
            if early or late:
                yield TroubleMark(Trouble.OUTSIDE_STAY, span.start, span.end, span.lines)
