"""Article 10, ل: assaults, stays and operations for a complication of surgery."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case
from app.rules.inpatient_services.fallen_operations import followers
from app.rules.inpatient_services.terms import COMPLICATION, GLOBAL, SURGERY, is_complication
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.past import service_of
from app.rules.registry import Phase, rule

CAUSE, ASSAULT_CASE, CONFIRMED = "injury_cause", "assault_case", "judicial_confirmation"
ASSAULT, FUGITIVE = "assault", "assailant_fugitive"
FOR_COMPLICATION = "admission_for_complication"


@rule("SUR-OTH-03", Phase.ADMISSIBILITY)
def assault(case: Case) -> Outcomes:
    """Cover an assault within the family, by a fugitive whom the court confirms, or by one who cannot answer for it."""
    if case.fact(CAUSE) != ASSAULT:
        return
    kind = case.fact(ASSAULT_CASE)
    if kind is UNKNOWN:
        yield Ask(None, (ASSAULT_CASE,))
    elif kind == FUGITIVE:
        yield from demand(case.fact(CONFIRMED), CONFIRMED)
    elif kind not in case.figure("covered_assaults"):
        yield Reject(None, (CAUSE, ASSAULT_CASE))


@rule("SUR-OTH-05a", Phase.ADMISSIBILITY)
def stay_for_a_complication(case: Case) -> Outcomes:
    """Refuse a stay for a complication of surgery; asked for only within a month of an operation in the history."""
    answer = case.fact(FOR_COMPLICATION)
    if answer is True:
        yield Reject(None, (FOR_COMPLICATION,))
    elif answer is UNKNOWN and _operated_lately(case):
        yield Ask(None, (FOR_COMPLICATION,))


def _operated_lately(case: Case) -> bool:
    months = int(case.figure("complication_months"))
    return any(
        row.day < case.day <= row.day.plus_months(months)
        for row in case.history
        if (service := service_of(case, row)) is not None and service.section in {SURGERY, GLOBAL}
    )


@rule("SUR-OTH-05b", Phase.COVER, ahead_of="SUR-SKN-05")
def operation_for_a_complication(case: Case) -> Outcomes:
    """Refuse what was done for a complication, and what follows such an operation; a global claim has GLO-07 for it.

    It is asked for only on an operation of a later day than another one; elsewhere it is recorded when seen.
    """
    lines = case.lines_in_play(Phase.COVER)
    if any(line.section == GLOBAL for line in lines):
        return
    known = [line for line in lines if is_complication(line)]
    yield from (Reject(line, (COMPLICATION,)) for line in known)
    refused = [line for line in known if not case.is_waived("SUR-OTH-05b", line)]
    falling = {o.no: o for line in refused for o in followers(case, line, Phase.COVER, refused)}
    yield from (Reject(line, (COMPLICATION,)) for line in falling.values() if line not in known)
    surgery = [line for line in lines if line.section == SURGERY]
    first = min((line.day for line in surgery), default=case.day)
    for line in surgery:
        if line.fact(COMPLICATION) is UNKNOWN and line.day > first:
            yield Ask(line, (COMPLICATION,))
