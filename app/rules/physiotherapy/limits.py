"""Items 2 to 4, 9 and 14: how many sessions of a course are payable."""

from collections.abc import Callable

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import date_text
from app.rules.case import Case, units
from app.rules.lines import at_most, keep_first
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.physiotherapy.terms import (
    LAST_SESSION,
    SESSION,
    SESSION_LINES,
    TREATMENTS,
    chains,
    counted,
    cut_to,
    first_session,
    is_dated,
    last_session,
    number_of_sessions,
    region_of,
    treatments,
)
from app.rules.registry import Phase, in_sequence, on, rule

PRESCRIBED, LATE = "sessions_prescribed", "late_sessions"
WITHOUT_FORM, UNSIGNED = "undocumented_sessions", "unsigned_sessions"

in_sequence(
    Phase.COVER, "PT-08", "PT-15a", "PT-15c", "PT-16", "PT-17", "PT-19a", "PT-19b", "PT-19e", "PT-02a", "PT-09b"
)
in_sequence(
    Phase.QUANTITY,
    *("PT-14a", "PT-14b", "PT-05a", "PT-06a", "PT-06b", "PT-09a", "PT-09c", "PT-03a", "PT-03b", "PT-04", "PT-19d"),
)


@rule("PT-02a", Phase.COVER, SESSION_LINES)
def sessions_after_two_months(case: Case) -> Outcomes:
    """Refuse sessions after two months from the first; of undated lines so many units as the fact says."""
    start = first_session(case)
    if start is None:
        return
    limit = start.plus_months(case.figure("physiotherapy_course"))
    for line in counted(case.lines_in_play(Phase.COVER)):
        if line.line.day is not None and line.line.day > limit:
            yield Reject(line, steps=(Step("آخرین روز جلسه‌ها", date_text(limit)),))
    yield from _undated_after(case, limit)


def _undated_after(case: Case, limit: JalaliDate) -> Outcomes:
    """Take the late sessions off each region's undated lines, the last units first; ask how many they are."""
    live = counted(case.live_lines)
    undated = [line for line in live if not is_dated(line)]
    last, late = last_session(case), case.fact(LATE)
    if not undated or number_of_sessions(live) == 1 or (last is not None and last <= limit):
        return
    if isinstance(late, int):
        for chain in chains(undated):
            yield from keep_first(chain, units(chain) - late, LATE)
        return
    facts = (LAST_SESSION,) if last is None else (LATE,)
    yield from (Ask(line, facts) for line in undated if line.group in TREATMENTS)


@rule("PT-14a", Phase.QUANTITY, on(groups={SESSION}))
def one_session_a_day(case: Case) -> Outcomes:
    """Refuse a second session of a day: of one region inside the claim, of any region where an earlier claim has one.

    Different regions of one day are one session, which has its own limit of regions.
    """
    taken = {past.day for past in case.history if _is_session(case, past.code, past.day)}
    seen: set[tuple[JalaliDate, str]] = set()
    for line in counted(case.live_lines):
        day, region = line.line.day, region_of(line)
        if line.group != SESSION or day is None:
            continue
        if day in taken:
            yield Reject(line, steps=(Step("جلسه‌ای که در این روز پرداخت شده", date_text(day)),))
        elif region is not None and (day, region) in seen:
            yield Reject(line, ("body_region",))
        else:
            seen |= {(day, region)} if region is not None else set()
            yield from at_most(line, 1)


def _is_session(case: Case, code: str, day: JalaliDate) -> bool:
    service = case.service(code, day)
    return service is not None and service.group == SESSION


@rule("PT-14b", Phase.QUANTITY, SESSION_LINES)
def no_more_sessions_than_days(case: Case) -> Outcomes:
    """Cut undated sessions to the days from the first to the last session, both counted."""
    start, last = first_session(case), last_session(case)
    if start is None or last is None or case.fact(LAST_SESSION) is UNKNOWN:
        return
    if any(not is_dated(line) for line in counted(case.live_lines)):
        yield from cut_to(case, last.ordinal - start.ordinal + 1, LAST_SESSION)


def _less(fact: str) -> Callable[[Case], Outcomes]:
    def cut(case: Case) -> Outcomes:
        """Take the sessions that the fact counts off the number of sessions; ask on every session line."""
        missing = case.fact(fact)
        if isinstance(missing, int):
            yield from cut_to(case, number_of_sessions(case.live_lines) - missing, fact)
        else:
            yield from (Ask(line, (fact,)) for line in treatments(case))

    return cut


rule("PT-09a", Phase.QUANTITY, SESSION_LINES)(_less(WITHOUT_FORM))
rule("PT-09c", Phase.QUANTITY, SESSION_LINES)(_less(UNSIGNED))


@rule("PT-03a", Phase.QUANTITY, SESSION_LINES)
def number_not_written(case: Case) -> Outcomes:
    """Cut to one session where the physician wrote no number; ask where there are more and nobody read it."""
    written, limit = case.fact(PRESCRIBED), case.figure("sessions_without_number")
    if written == 0:
        yield from cut_to(case, limit, PRESCRIBED)
    elif written is UNKNOWN and number_of_sessions(case.live_lines) > limit:
        yield from (Ask(line, (PRESCRIBED,)) for line in treatments(case))


@rule("PT-03b", Phase.QUANTITY, SESSION_LINES)
def number_written(case: Case) -> Outcomes:
    """Cut to the number that the physician wrote; above the limit of a prescription that limit alone is cited."""
    written = case.fact(PRESCRIBED)
    if isinstance(written, int) and 1 <= written <= case.figure("session_limit"):
        yield from cut_to(case, written, PRESCRIBED)


@rule("PT-04", Phase.QUANTITY, SESSION_LINES)
def sessions_of_a_prescription(case: Case) -> Outcomes:
    """Cut to the number of sessions that one prescription may have, whoever wrote it."""
    yield from cut_to(case, case.figure("session_limit"))
