"""Item 8, adjustment 3 and the fitting of glasses: a visit beside a service, and a second visit on one day.

The patient's other claims of the submission are looked at too, so that splitting a day over sheets earns nothing.
"""

from collections.abc import Iterable
from fractions import Fraction

from app.domain.money import Rial
from app.rules.case import Case, CaseLine
from app.rules.general.terms import VISIT_SECTION, referred
from app.rules.outcomes import Ask, Keep, Outcomes, Reject
from app.rules.physicians.scope import line_rule, rule
from app.rules.physicians.terms import PHYSICIAN_SERVICES, PHYSICIANS_KINDS, VISITS, service_lines
from app.rules.pricing import GENERAL_VISIT_FEE_KEY, VISIT_FEE_KEYS, price_of_line
from app.rules.registry import Phase
from app.rules.tariffs import kept_at_tariff

PRESCRIBER = "prescriber.id"
UNKNOWN_PHYSICIAN = "شماره نظام پزشکی پزشک در نسخه دیگر همین بیمار در همین روز نوشته نشده است"


def visiting_physician(case: Case, line: CaseLine) -> str | None:
    """Return the council number of the visiting physician: the line's performer, else the prescriber."""
    return (line.performer.id if line.performer else None) or case.prescriber.id


def _by_the_visiting_physician(case: Case, visit: CaseLine, service: CaseLine) -> bool:
    """Tell whether a service of the visit's own claim counts: a referred one only where the visiting physician did it.

    Who did a referred service without a named performer is not known.
    """
    performer = service.performer.id if service.performer else None
    return referred(case) is not True or (performer is not None and performer == visiting_physician(case, visit))


def services_beside(case: Case, visit: CaseLine) -> list[CaseLine]:
    """Return the live services of a visit's patient and day, in its claim or on another sheet of the prescriber."""
    own = [line for line in service_lines(case, case.live_lines) if _by_the_visiting_physician(case, visit, line)]
    prescriber = case.prescriber.id
    others = [
        line
        for other in _own_services_of_others(case)
        if prescriber is not None and other.prescriber.id == prescriber
        for line in service_lines(other, other.live_lines)
    ]
    return [line for line in (*own, *others) if line.day == visit.day]


def _own_services_of_others(case: Case) -> list[Case]:
    """Return the patient's other service claims of the submission that are not known to be referred."""
    found = (sibling.case for sibling in case.siblings(PHYSICIAN_SERVICES))
    return [other for other in found if referred(other) is not True]


@line_rule("PHY-22", Phase.EXCLUSION, VISITS, ahead_of="PHY-08")
def visit_beside_glasses_fitting(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a visit beside a service whose row says that no visit is payable with it."""
    if any(service.attribute("no_visit") for service in services_beside(case, line)):
        yield Reject()


@line_rule("PHY-08", Phase.EXCLUSION, VISITS)
def visit_beside_service(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a visit beside a service; ask where an unnamed physician of another sheet may be the visiting one."""
    if services_beside(case, line):
        yield Reject()
        return
    prescriber = case.prescriber.id
    unnamed = [other for other in _own_services_of_others(case) if None in (prescriber, other.prescriber.id)]
    if any(service.day == line.day for other in unnamed for service in service_lines(other, other.live_lines)):
        yield _ask_physician(line, prescriber)


def _ask_physician(line: CaseLine, known: str | None) -> Ask:
    return Ask(line, needs=UNKNOWN_PHYSICIAN) if known else Ask(line, (PRESCRIBER,))


@rule("PHY-13", Phase.EXCLUSION, VISITS, ahead_of="PHY-08")
def repeated_visits(case: Case) -> Outcomes:
    """Refuse each visit after the first payable one of a patient, physician and day in the submission."""
    seen = [
        (line.day, visiting_physician(sibling.case, line))
        for sibling in case.siblings(PHYSICIANS_KINDS)
        if sibling.earlier
        for line in _visits(sibling.case.lines)
        if line.zeroed_in not in {Phase.ADMISSIBILITY, Phase.COVER}
    ]
    for line in _visits(case.live_lines):
        physician = visiting_physician(case, line)
        physicians = {other for day, other in seen if day == line.day}
        if physician is not None and physician in physicians:
            yield Reject(line)
            continue
        if physicians and (physician is None or None in physicians):
            yield _ask_physician(line, physician)
        seen.append((line.day, physician))


def _visits(lines: Iterable[CaseLine]) -> list[CaseLine]:
    return sorted((line for line in lines if line.section == VISIT_SECTION), key=lambda line: line.no)


@line_rule("PHY-13a", Phase.QUANTITY, VISITS)
def one_visit_of_a_line(case: Case, line: CaseLine) -> Outcomes:
    """Keep one visit of a line, at its fee; at the highest one while the physician's rank is unknown (GEN-15e asks)."""
    visits = Fraction(case.figure("visits_a_day"))
    if line.quantity <= visits:
        return
    if line.code is None and price_of_line(case, line) is None:
        yield Keep(line, units=visits, to=_highest_fee(case, line))
    else:
        yield from kept_at_tariff(case, line, visits)


def _highest_fee(case: Case, line: CaseLine) -> Rial | None:
    fees = (case.fee(key, line.day) for key in (*VISIT_FEE_KEYS.values(), GENERAL_VISIT_FEE_KEY))
    return max((fee.rial for fee in fees if fee), default=None)
