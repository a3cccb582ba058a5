"""Article 10: anesthesia of services that are done with sedation or none, by an anesthetist who stays to the end."""

from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import ANESTHESIA, SERVICE, is_operation, of_group
from app.rules.modifiers.treating_physician import clause_of_the_surgeons_own, is_by_the_surgeon
from app.rules.outcomes import Outcomes, Reject, demand, demand_all
from app.rules.registry import Phase, line_rule, on

ANESTHESIAS = on(sections={ANESTHESIA})
PRESENT = "anesthesiologist_present"
OF_LITHOTRIPSY = ("anesthesia_prescribed", PRESENT, "anesthesia_sheet_complete")
ERCP, LITHOTRIPSY = "ercp", "eswl"
SPECIALTY = "anesthesiology"


def _day(case: Case, line: CaseLine) -> list[CaseLine]:
    """Return the lines of the anesthesia's day that are in play."""
    return [other for other in case.lines_in_play(Phase.COVER) if other.day == line.day]


def _is_for(case: Case, line: CaseLine, group: str) -> bool:
    """Tell whether an anesthesia is of a day with a service of a group and no other operation."""
    lines = _day(case, line)
    own = of_group(group)
    return any(own(other) for other in lines) and all(own(other) for other in lines if is_operation(other))


@line_rule("SUR-DIG-02c", Phase.COVER, ANESTHESIAS)
def anesthesia_of_ercp(case: Case, line: CaseLine) -> Outcomes:
    """Pay the sedation of an ERCP to an anesthetist who stays."""
    if _is_for(case, line, ERCP):
        yield from demand(line.fact(PRESENT), PRESENT)


@line_rule("SUR-URO-06", Phase.COVER, ANESTHESIAS)
def anesthesia_of_lithotripsy(case: Case, line: CaseLine) -> Outcomes:
    """Pay the anesthesia of a lithotripsy that was prescribed, given by an anesthetist who stays, with its sheet."""
    if _is_for(case, line, LITHOTRIPSY):
        yield from demand_all({fact: line.fact(fact) for fact in OF_LITHOTRIPSY})


@line_rule("SUR-OTH-06", Phase.COVER, ANESTHESIAS)
def anesthesia_of_a_service_without(case: Case, line: CaseLine) -> Outcomes:
    """Pay an anesthetist who stays, on a day whose operations and services are all usually done without anesthesia.

    Where the operator gave it himself, the modifiers' clause on that is cited beside it.
    """
    done = [other for other in _day(case, line) if is_operation(other) or other.section == SERVICE]
    if not done or not all(other.attribute("usually_no_anesthesia") for other in done):
        return
    if any(_is_for(case, line, group) for group in (ERCP, LITHOTRIPSY)):
        return
    specialty = line.performer.specialty if line.performer else None
    if specialty is not None and specialty != SPECIALTY:
        yield Reject()
        if is_by_the_surgeon(case, line):
            yield Reject(under=clause_of_the_surgeons_own(case, line))
    else:
        yield from demand(line.fact(PRESENT), PRESENT)
