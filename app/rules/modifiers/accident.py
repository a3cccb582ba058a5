"""Modifier 99: an accident's patient is on the statutory funds, in the stay and for two months after its discharge."""

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.rules.case import Case
from app.rules.modifiers.terms import TRAFFIC, reports
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, Place, remark, rule

ACCIDENT, FIRST_DISCHARGE = "traffic_accident", "accident_first_discharge"


def concerns_accident(case: Case) -> bool:
    """Tell whether the claim is known to be of an accident, by the fact or by modifier 99."""
    return case.fact(ACCIDENT) is True or any(reports(line, TRAFFIC) for line in case.lines)


@rule("MOD-99a", Phase.ADMISSIBILITY)
def follow_up_period(case: Case) -> Outcomes:
    """Refuse the claim from the first discharge to the day on which two Jalali months are complete, that day included.

    The day of the discharge itself belongs to the period; a stay before it is MOD-99b's.
    """
    if not concerns_accident(case) or case.service_day is None:
        return
    discharge = case.fact(FIRST_DISCHARGE)
    if discharge is UNKNOWN:
        yield Ask(None, (FIRST_DISCHARGE,))
    elif isinstance(discharge, JalaliDate):
        months = int(case.figure("accident_follow_up_months"))
        if discharge <= case.service_day <= discharge.plus_months(months):
            yield Reject(None, (ACCIDENT, FIRST_DISCHARGE))


@rule("MOD-99b", Phase.ADMISSIBILITY)
def stay_of_the_accident(case: Case) -> Outcomes:
    """Refuse the stay after the accident itself: it began before the first discharge."""
    discharge = case.fact(FIRST_DISCHARGE)
    if case.fact(ACCIDENT) is not True or not isinstance(discharge, JalaliDate) or case.service_day is None:
        return
    if case.service_day < discharge:
        yield Reject(None, (ACCIDENT, FIRST_DISCHARGE))


remark("MOD-99c", Place.CLAIM, concerns=lambda case, _line: concerns_accident(case))
