"""Article 23: what the cause of an injury makes of a claim: traffic, work, school and sport (ACC).

Assault is no matter of this article: the part of article 10 on other cases decides it (SUR-OTH-03).
"""

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer, any_true
from app.domain.findings import Step
from app.domain.persian import date_text
from app.rules.case import Case
from app.rules.general.terms import day_of
from app.rules.outcomes import Ask, Note, Outcomes, Reject, refuse
from app.rules.registry import Phase, Place, on, remark, rule, silent

CAUSE, TRAFFIC_FACT, ON_ROAD = "injury_cause", "traffic_accident", "machine_on_public_road"
FIRST_DISCHARGE, LIABLE = "accident_first_discharge", "employer_liable"
TRAFFIC, MACHINE, WORK = "traffic", "machine", "work"
TRAUMA = "trauma"


def is_traffic_accident(case: Case) -> Answer:
    """Tell whether a traffic accident is behind the claim; a machine on the public road counts as one.

    Without a cause nothing is known: whether one is asked for hangs on the services (ACC-01).
    """
    return any_true(case.fact(TRAFFIC_FACT) is True, case.fact(CAUSE) == TRAFFIC, _by_machine(case))


def _by_machine(case: Case) -> Answer:
    return case.fact(ON_ROAD) if case.fact(CAUSE) == MACHINE else False


def _last_day_of_ministry(case: Case) -> JalaliDate | None:
    """Return the last day of the months after the first discharge; None where that day is unknown."""
    discharged = day_of(case.fact(FIRST_DISCHARGE))
    return discharged.plus_months(case.figure("accident_months_after_discharge")) if discharged else None


def _is_over(case: Case) -> bool:
    last = _last_day_of_ministry(case)
    return last is not None and case.service_day is not None and case.service_day > last


@rule("ACC-01", Phase.ADMISSIBILITY, on(attributes={TRAUMA}, where=lambda line: line.attribute(TRAUMA) is True))
def cause_of_injury(case: Case) -> Outcomes:
    """Ask for the cause of the injury where the claim holds a service for one."""
    if case.fact(CAUSE) is UNKNOWN and case.fact(TRAFFIC_FACT) is not True:
        yield Ask(None, (CAUSE,))


@rule("ACC-01a", Phase.ADMISSIBILITY)
def machine_on_road(case: Case) -> Outcomes:
    """Take a farm or building machine as traffic on the public road only; cited beside ACC-03 where that refuses."""
    if case.fact(CAUSE) != MACHINE or _is_over(case):
        return
    on_road = case.fact(ON_ROAD)
    if on_road is UNKNOWN and case.fact(TRAFFIC_FACT) is not True:
        yield Ask(None, (ON_ROAD,))
    elif on_road is True and _last_day_of_ministry(case) is not None:
        yield Reject(None, (CAUSE, ON_ROAD))


@rule("ACC-03", Phase.ADMISSIBILITY)
def traffic_accident(case: Case) -> Outcomes:
    """Refuse what a traffic accident costs until two months after the first discharge: the ministry bears it.

    The last day still counts as within. A discharge that nobody noted is asked for.
    """
    if is_traffic_accident(case) is not True or _is_over(case):
        return
    last = _last_day_of_ministry(case)
    if last is None:
        yield Ask(None, (FIRST_DISCHARGE,))
    else:
        yield Reject(None, (FIRST_DISCHARGE,), steps=(Step("پایان تعهد وزارت بهداشت", date_text(last)),))


@rule("ACC-04", Phase.ADMISSIBILITY)
def accident_of_pupil_or_athlete(case: Case) -> Outcomes:
    """Note that what is deducted is the accident insurance's, for pupils and athletes; basic cover is as usual."""
    if case.fact(CAUSE) in case.figure("accident_insurance_causes"):
        yield Note(None, (CAUSE,))


@rule("ACC-05", Phase.ADMISSIBILITY)
def accident_at_work(case: Case) -> Outcomes:
    """Refuse an accident at work that the employer must pay."""
    if case.fact(CAUSE) == WORK:
        yield from refuse(case.fact(LIABLE), LIABLE)


remark("ACC-02", Place.RULE_BOOK)
silent("carried out by SUR-OTH-03, which decides assault", "ACC-06")
