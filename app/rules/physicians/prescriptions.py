"""Items 1 and 2, and the particular adjustments 1, 2, 4 and 5: prescriptions that are not accepted from physicians."""

from app.rules.case import Case, CaseLine
from app.rules.general.terms import referred
from app.rules.outcomes import Note, Outcomes, Reject, refuse
from app.rules.physicians.scope import line_rule, rule
from app.rules.physicians.terms import PHYSICIAN_SERVICES, in_office, is_service_line
from app.rules.registry import Phase, Place, remark, silent

SELF, FOREIGN_STAMP, AT_HOME, CERTIFICATE = "prescribed_for_self", "other_provider_stamp", "at_home", "certificate"


@rule("PHY-02", Phase.ADMISSIBILITY)
def services_on_several_sheets(case: Case) -> Outcomes:
    """Note on each that services of one patient, physician and day stand on several sheets; no amount hangs on it."""
    prescriber = case.prescriber.id
    if prescriber is None or case.service_day is None or referred(case) is True:
        return
    others = (sibling.case for sibling in case.siblings(PHYSICIAN_SERVICES))
    if any(
        other.prescriber.id == prescriber and other.service_day == case.service_day and referred(other) is not True
        for other in others
    ):
        yield Note()


@rule("PHY-11", Phase.ADMISSIBILITY)
def prescribed_for_himself(case: Case) -> Outcomes:
    """Refuse what a physician prescribed for himself."""
    yield from refuse(case.fact(SELF), SELF)


@rule("PHY-12", Phase.ADMISSIBILITY)
def stamp_of_another_centre(case: Case) -> Outcomes:
    """Refuse through an office what bears another centre's stamp; GEN-08e asks where nobody looked for one."""
    if in_office(case) and case.fact(FOREIGN_STAMP) is True:
        yield Reject(None, (FOREIGN_STAMP,))


@rule("PHY-12a", Phase.ADMISSIBILITY)
def visit_at_home(case: Case) -> Outcomes:
    """Refuse through an office what was done at the patient's home."""
    if in_office(case):
        yield from refuse(case.fact(AT_HOME), AT_HOME)


@line_rule("PHY-14", Phase.COVER)
def service_without_code(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service without its national code; a wrong price under a code is GEN-15e's."""
    if is_service_line(case, line) and not line.code:
        yield Reject()


@rule("PHY-15", Phase.ADMISSIBILITY)
def for_a_certificate(case: Case) -> Outcomes:
    """Refuse a prescription for a sick-leave or death certificate; it is recorded only where one was seen."""
    if case.fact(CERTIFICATE) in case.figure("refused_certificates"):
        yield Reject(None, (CERTIFICATE,))


remark("PHY-01", Place.RULE_BOOK)
silent("PHY-14 is about services only; GEN-15e prices a visit without a code by its fee", "PHY-14a")
