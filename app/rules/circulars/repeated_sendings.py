"""A patient who is sent again: follow-up, a service that has come to the town, courses under a protocol (TRV-12)."""

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import persian_digits
from app.rules.case import Case, CaseLine
from app.rules.circulars.sendings import (
    earlier_sendings,
    in_course,
    is_available,
    is_course,
    is_repeated,
    place_of_line,
)
from app.rules.circulars.terms import count_of, hold, reject_or_ask, travel_line_rule, travel_rule
from app.rules.general.terms import day_of
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, silent

REPEATED, FOLLOWUP, SURGERY = "repeat_sending", "followup_recorded", "surgery_followup"
COURSE, PROTOCOL, SESSIONS = "course_treatment", "protocol_approved", "protocol_sessions"
SINCE = "available_since"


@travel_rule("TRV-12a", Phase.ADMISSIBILITY)
def opinion_on_the_next_visit(case: Case) -> Outcomes:
    """Ask for the physician's opinion that a further journey needs; under a protocol (TRV-12f) none is needed."""
    repeated = is_repeated(case)
    if repeated is UNKNOWN:
        yield hold(REPEATED)
    elif repeated is True and is_course(case) is not True and case.fact(FOLLOWUP) is not True:
        yield hold(FOLLOWUP)


@travel_rule("TRV-12b", Phase.ADMISSIBILITY)
def service_came_to_the_town(case: Case) -> Outcomes:
    """Refuse a further journey for what the town has by now, but to follow up an operation (TRV-12c).

    Whether the town has it is not asked of a follow-up that TRV-12c lets pass either way.
    """
    if case.fact(REPEATED) is not True:
        return
    available = is_available(case)
    if available is UNKNOWN:
        within = case.fact(SURGERY) is True and len(_followed(case)) < case.figure("followups_after_service_came")
        if not within:
            yield Ask(None, ("available_locally",))
    elif available is True:
        yield from reject_or_ask(case, SURGERY)


@travel_rule("TRV-12c", Phase.ADMISSIBILITY)
def followups_after_that(case: Case) -> Outcomes:
    """Refuse a further journey to follow up an operation, once it was followed up as often as is allowed.

    Journeys count from the day on which the town has the service. Where that day is unknown all of them count; it is
    asked for only where they are too many.
    """
    if case.fact(REPEATED) is not True or is_available(case) is not True or case.fact(SURGERY) is not True:
        return
    since, most = day_of(case.fact(SINCE)), case.figure("followups_after_service_came")
    counted = [day for day in _followed(case) if since is None or day >= since]
    if len(counted) >= most:
        count = f"{persian_digits(len(counted))} از {persian_digits(most)}"
        steps = (Step("اعزام‌های پیگیری جراحی پس از فراهم شدن خدمت", count),)
        yield Ask(None, (SINCE,), steps=steps) if since is None else Reject(None, (SURGERY, SINCE), steps=steps)


def _followed(case: Case) -> list[JalaliDate]:
    """Return the days of the earlier journeys that followed up an operation."""
    return [sent.day for sent in case.once(earlier_sendings) if sent.is_told(SURGERY, True)]


@travel_rule("TRV-12d", Phase.ADMISSIBILITY)
def protocol_is_approved(case: Case) -> Outcomes:
    """Refuse a further session of a course whose protocol the medical council has not approved."""
    if in_course(case):
        yield from reject_or_ask(case, PROTOCOL)


@travel_line_rule("TRV-12e", Phase.QUANTITY)
def sessions_of_the_protocol(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the journeys beyond the protocol's sessions; the way home and a night are no sendings of their own."""
    if not in_course(case) or case.fact(PROTOCOL) is False:
        return
    sessions = count_of(case.fact(SESSIONS))
    if sessions is None:
        yield Ask(None, (SESSIONS,))
        return
    course = case.fact(COURSE)
    done = sum(sent.is_told(COURSE, course) for sent in case.once(earlier_sendings))
    session = done + place_of_line(case, line)
    if session > sessions:
        count = f"{persian_digits(session)} از {persian_digits(sessions)}"
        yield Reject(None, (SESSIONS, COURSE), steps=(Step("جلسه چندم پروتکل", count),))


silent("TRV-12a asks for no opinion under a protocol", "TRV-12f")
