"""Items 2-1, 2-2, 3-1 and 3-2: management before and during treatment, of teletherapy and brachytherapy."""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Keep, Outcome, Outcomes, Reject, demand
from app.rules.pricing import written_quantity
from app.rules.radiotherapy.terms import (
    BEFORE,
    COURSE,
    DURING,
    HDR,
    PROCEDURE,
    SESSION_MANAGEMENT,
    SESSIONS,
    has_teletherapy,
    in_course,
    is_brachytherapy,
    kept_in_course,
    lines_of,
    past,
    sessions_of_brachytherapy,
    sessions_of_teletherapy,
    units_of_past,
)
from app.rules.registry import Phase, line_rule, on, rule, silent
from app.rules.tariffs import kept_over_lines

NOTES, SUPERVISOR, FINISHED = "management_notes_recorded", "supervisor_confirmed", "course_finished"
MANAGEMENT = on(groups={BEFORE, DURING})


@line_rule("RT-03b", Phase.COVER, MANAGEMENT)
def examination_notes(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse management without the radiotherapist's dated notes."""
    yield from demand(line.fact(NOTES), NOTES)


@line_rule("RT-03c", Phase.COVER, MANAGEMENT)
def confirmed_by_supervisor(case: Case, line: CaseLine) -> Outcomes:
    """Refuse management of a public centre that the insurer's supervisor did not confirm."""
    if case.submission.provider.sector in case.figure("supervised_sectors"):
        yield from demand(line.fact(SUPERVISOR), SUPERVISOR)


@rule("RT-03a", Phase.QUANTITY, on(groups={BEFORE}))
def before_teletherapy(case: Case) -> Outcomes:
    """Keep one management before treatment in a course of teletherapy; brachytherapy is RT-18's."""
    if not is_brachytherapy(case):
        yield from kept_in_course(case, lines_of(case, BEFORE), _once(case), BEFORE)


@rule("RT-18", Phase.QUANTITY, on(groups={BEFORE}))
def before_brachytherapy(case: Case) -> Outcomes:
    """Keep one management before brachytherapy, and one more where teletherapy stands in the same claim.

    What the course paid uses up that of brachytherapy only where a brachytherapy was paid too; else it was the other's.
    """
    lines = lines_of(case, BEFORE)
    if not lines or not is_brachytherapy(case):
        return
    both = has_teletherapy(case)
    rows, brachytherapy = in_course(case, BEFORE), in_course(case, PROCEDURE, HDR)
    matters = both or bool(past(case, PROCEDURE, HDR))
    if rows is None and matters:
        yield from (Ask(line, (COURSE,)) for line in lines)
        rows = []
    paid = units_of_past(rows or ())
    used = min(paid, _once(case)) if brachytherapy else Fraction(0)
    if both:
        used += min(paid - used, _once(case))
    allowed = _once(case) * (2 if both else 1) - used
    yield from kept_over_lines(case, lines, allowed, COURSE)


def _once(case: Case) -> Fraction:
    return Fraction(case.figure("once_in_course"))


@dataclass(frozen=True, slots=True)
class Allowed:
    """How many managements during treatment are due: of whole sets of sessions, and with the one that is begun.

    `unknown` names the facts without which nothing can be counted.
    """

    whole: Fraction
    begun: Fraction
    unknown: tuple[str, ...]
    steps: tuple[Step, ...]


def sessions_of_course(case: Case, now: Fraction | None, *groups: str) -> Fraction | None:
    """Return the sessions of the course so far; None where their number or the start of the course is unknown."""
    earlier = in_course(case, *groups)
    return None if now is None or earlier is None else now + units_of_past(earlier)


def allowed(case: Case) -> Allowed:
    """Count what is due for the sessions of each kind of treatment, less what the course paid."""
    span, without = case.figure("sessions_of_management"), case.figure("sessions_without_management")
    paid, brachytherapy = in_course(case, DURING), is_brachytherapy(case)
    whole = begun = -units_of_past(paid or ())
    unknown, steps = [COURSE] if paid is None else [], []
    if not brachytherapy or has_teletherapy(case):
        now = sessions_of_teletherapy(case)
        sessions = sessions_of_course(case, now, SESSION_MANAGEMENT)
        if sessions is None:
            unknown.append(SESSIONS if now is None else COURSE)
        else:
            whole, begun = whole + sessions // span, begun + ceil(sessions / span)
            steps.append(Step("جلسه‌های دوره تا پایان این صورت‌حساب", number(written_quantity(sessions))))
    if brachytherapy:
        sessions = sessions_of_course(case, sessions_of_brachytherapy(case), HDR)
        if sessions is None:
            unknown.append(COURSE)
        else:
            managed = ceil(sessions / span) if sessions > without else 0
            whole, begun = whole + managed, begun + managed
            steps.append(Step("جلسه‌های دوره براکی‌تراپی", number(written_quantity(sessions))))
    if paid:
        steps.append(Step("پرداخت‌شده در همین دوره", number(written_quantity(units_of_past(paid)))))
    nothing = Fraction(0)
    return Allowed(max(nothing, whole), max(nothing, begun), tuple(dict.fromkeys(unknown)), tuple(steps))


def _over_limit(case: Case) -> Outcomes:
    """Keep what is due with the set of sessions that is begun; ask where that cannot be counted."""
    lines = lines_of(case, DURING)
    due = allowed(case)
    if due.unknown:
        yield from (Ask(line, due.unknown) for line in lines)
    else:
        for outcome in kept_over_lines(case, lines, due.begun, SESSIONS):
            yield replace(outcome, steps=due.steps)


def _single_session(case: Case) -> bool:
    """Tell whether the course has a single session of brachytherapy and nothing else."""
    if not is_brachytherapy(case) or has_teletherapy(case):
        return False
    sessions = sessions_of_course(case, sessions_of_brachytherapy(case), HDR)
    return sessions is not None and sessions <= case.figure("sessions_without_management")


@rule("RT-04a", Phase.QUANTITY, on(groups={DURING}))
def during_teletherapy(case: Case) -> Outcomes:
    """Keep one management during treatment for every five sessions of the course."""
    if lines_of(case, DURING) and not is_brachytherapy(case):
        yield from _over_limit(case)


@rule("RT-04b", Phase.QUANTITY, on(groups={DURING}))
def sessions_left_over(case: Case) -> Outcomes:
    """Count one to four sessions that are left over as five only where the treatment has ended."""
    lines, finished = lines_of(case, DURING), case.fact(FINISHED)
    if not lines or finished is True or (is_brachytherapy(case) and not has_teletherapy(case)):
        return
    due = allowed(case)
    if due.unknown or due.whole == due.begun:
        return
    cut = tuple(kept_over_lines(case, lines, due.whole, FINISHED))
    if finished is UNKNOWN:
        yield from (Ask(outcome.line, (FINISHED,)) for outcome in cut if _lowers(outcome))
    else:
        yield from (replace(outcome, steps=due.steps) for outcome in cut)


def _lowers(cut: Outcome) -> bool:
    """Tell whether a cut takes anything: what was claimed for more units may be within the price of fewer."""
    return not isinstance(cut, Keep) or cut.to is None or cut.line is None or cut.to < cut.line.amount


@rule("RT-19a", Phase.QUANTITY, on(groups={DURING}), ahead_of="RT-04b")
def during_brachytherapy(case: Case) -> Outcomes:
    """Keep one management for every five sessions of brachytherapy begun, beside those of teletherapy in the claim."""
    if lines_of(case, DURING) and is_brachytherapy(case) and not _single_session(case):
        yield from _over_limit(case)


@rule("RT-19c", Phase.QUANTITY, on(groups={DURING}))
def single_session(case: Case) -> Outcomes:
    """Refuse the management during treatment of a single session, which that before treatment covers."""
    lines = lines_of(case, DURING)
    if lines and _single_session(case):
        yield from (Reject(line, (SESSIONS,)) for line in lines)


silent("RT-19a counts two to four sessions as one set, whether the treatment ended or not", "RT-19b")
