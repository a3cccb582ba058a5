"""Items 9 to 13 and 16, note 3: who may order what.

A general practitioner, an intern, and on radiology claims a resident without the admission stamp may not order
high-cost services (GEN-13); the rules on a prescriber's specialty (GEN-16f and 16g) are for everybody else.
"""

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.general.terms import (
    ADMISSION_STAMP,
    EMERGENCY_FACTS,
    day_step,
    emergency_ct,
    gp_level,
    has_high_cost_line,
    is_high_cost,
    unless_approved,
)
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.registry import Phase, line_rule, on, rule, silent

INTERN_FACTS = ("teaching", ADMISSION_STAMP, "issued_in_this_centre")
QUALIFICATION, SPECIALTY = "prescriber.qualification", "prescriber.specialty"
RELEVANT = "specialty_relevant"


@line_rule("GEN-09", Phase.COVER)
def own_order(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what the institution's technical officer ordered himself; offices are not meant.

    An interventional radiologist may order interventional services in his own centre. An officer whom the register does
    not know is not asked for, a prescriber without a number is.
    """
    officer, prescriber = case.fact("technical_officer_id"), case.prescriber
    if officer is UNKNOWN or case.submission.provider.kind == "office":
        return
    allowed = case.figure("self_ordering_groups").get(line.group, ())
    if prescriber.specialty in allowed or prescriber.id not in {None, officer}:
        return
    if prescriber.id is None:
        yield Ask(facts=("prescriber.id",))
    elif allowed and prescriber.specialty is None:
        yield Ask(facts=(SPECIALTY,))
    else:
        yield Reject(facts=("technical_officer_id",))


@rule("GEN-10", Phase.ADMISSIBILITY)
def intern(case: Case) -> Outcomes:
    """Refuse an intern's prescription but in the teaching university centre that issued and stamped it.

    A prescriber without a qualification may be an intern: he is asked for where that could cost something.
    """
    if case.prescriber.qualification not in {None, "intern"}:
        return
    answers = {name: case.fact(name) for name in INTERN_FACTS}
    elsewhere = case.submission.provider.sector != "public_university"
    broken = elsewhere or any(answer is False for answer in answers.values())
    unknown = tuple(name for name, answer in answers.items() if answer is UNKNOWN)
    if case.prescriber.qualification is None and (broken or unknown):
        yield Ask(facts=(QUALIFICATION,))
    elif broken:
        yield Reject(facts=() if elsewhere else tuple(name for name in INTERN_FACTS if answers[name] is False))
    elif unknown:
        yield Ask(facts=unknown)


@line_rule("GEN-11", Phase.COVER)
def resident(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the admission stamp that makes a resident's high-cost order a specialist's; without it GEN-13 rejects."""
    if case.prescriber.qualification == "resident" and _may_be_refused(case, line):
        yield Ask(facts=(ADMISSION_STAMP,))


@rule("GEN-12", Phase.ADMISSIBILITY)
def no_diagnosis(case: Case) -> Outcomes:
    """Refuse a radiology prescription without a diagnosis, accepted from the first day of that duty on.

    The insurer's approval heals it where the claim holds a high-cost service (item 29 b).
    """
    first_day = JalaliDate.parse(case.figure("diagnosis_first_day"))
    if case.service_day is None or case.service_day < first_day or (case.claim.diagnosis or "").strip():
        return
    if has_high_cost_line(case):
        yield from unless_approved(case)
    else:
        yield Reject(steps=(day_step("آغاز الزام درج تشخیص", first_day), day_step("روز پذیرش", case.service_day)))


@line_rule("GEN-13", Phase.COVER)
def general_practitioners_order(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a high-cost service that a general practitioner ordered, but not the other lines of the prescription.

    The emergency CT of the note is left to GEN-13a, an unknown stamp of a resident to GEN-11.
    """
    if is_high_cost(case, line) and gp_level(case) is True and emergency_ct(case, line) is False:
        yield Reject()
    elif case.prescriber.qualification is None and _may_be_refused(case, line):
        yield Ask(facts=(QUALIFICATION,))


def _may_be_refused(case: Case, line: CaseLine) -> bool:
    """Tell whether an unknown rank decides a high-cost line: a CT in order for either rank needs no answer."""
    return is_high_cost(case, line) and gp_level(case) is UNKNOWN and emergency_ct(case, line) is not True


@line_rule("GEN-13a", Phase.COVER, on(groups={"ct"}))
def emergency_ct_of_one_region(case: Case, line: CaseLine) -> Outcomes:
    """Ask whether a general practitioner's CT of one region was an emergency with the hospital's emergency stamp."""
    if is_high_cost(case, line) and gp_level(case) is True and emergency_ct(case, line) is UNKNOWN:
        yield Ask(facts=tuple(name for name in EMERGENCY_FACTS if case.fact(name) is UNKNOWN))


@line_rule("GEN-16f", Phase.COVER, on(attributes={"ordering_specialties"}))
def outside_the_specialty(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a high-cost service ordered from outside the specialties that its pack row names."""
    specialty = case.prescriber.specialty
    if not is_high_cost(case, line) or gp_level(case) is True:
        return
    if specialty is None:
        yield Ask(facts=(SPECIALTY,))
    elif specialty not in line.attribute("ordering_specialties"):
        yield Reject()


@line_rule("GEN-16g", Phase.COVER)
def patient_outside_the_specialty(case: Case, line: CaseLine) -> Outcomes:
    """Judge a high-cost service for an adult by a paediatrician, or for a man by a gynaecologist.

    The mismatch only begins the question: what the reviewer finds relevant to the specialty stands. A missing birth
    date or sex is asked for first.
    """
    if not is_high_cost(case, line) or gp_level(case) is True or line.fact(RELEVANT) is True:
        return
    patient, specialty = case.claim.patient, case.prescriber.specialty
    if specialty in case.figure("children_specialties"):
        if patient.birth_date is None:
            yield Ask(facts=("birth_date",))
        elif case.day.years_since(patient.birth_date) >= case.figure("adult_age"):
            yield from demand(line.fact(RELEVANT), RELEVANT)
    elif specialty in case.figure("women_specialties"):
        if patient.sex is None:
            yield Ask(facts=("sex",))
        elif patient.sex == "male":
            yield from demand(line.fact(RELEVANT), RELEVANT)


silent("an intern is of a general practitioner's rank (terms.gp_level), so GEN-13 carries it out", "GEN-10a")
silent("private physicians' prescriptions in university hospitals are no ground for anything", "GEN-11a")
