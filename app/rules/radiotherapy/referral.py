"""Items 1, 2 and 3: who sends the patient, with which papers, and what is no part of radiotherapy."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.general.terms import day_of
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.persons import one_of
from app.rules.radiotherapy.terms import COURSE, FIELDS, INSERTION, PLANNING, PROCEDURE
from app.rules.registry import Phase, Place, line_rule, on, remark, rule

REFERRAL, BEFORE, RECORDS = "initial_referral_attached", "prior_radiotherapy", "prior_records_attached"
PATHOLOGY, PLAN, SHEET = "pathology_or_metastasis_proof", "planning_sheet_attached", "treatment_sheet"


def irradiated_before(case: Case) -> Answer:
    """Tell whether the patient had radiotherapy before this course: by the fact, or by the history."""
    start = day_of(case.fact(COURSE))
    for first, last in case.figure("irradiation_codes"):
        if any(first <= row.code <= last and (start is None or row.day < start) for row in case.history):
            return True
    return case.fact(BEFORE)


def may_come_directly(case: Case) -> bool:
    """Tell whether the patient needs no referral: irradiated before, with the records sent."""
    return irradiated_before(case) is True and case.fact(RECORDS) is True


def _without_referral(case: Case) -> bool:
    """Tell whether the referral lacks and nothing is left to find out that could heal that."""
    return case.fact(REFERRAL) is False and irradiated_before(case) is False


@rule("RT-01a", Phase.ADMISSIBILITY)
def referred_by_another_specialist(case: Case) -> Outcomes:
    """Refuse what no clinical specialist but the radiotherapist ordered and none referred; RT-01c stands beside it."""
    prescriber = case.prescriber
    ranked = one_of(prescriber.qualification, case.figure("radiotherapy_referral_qualifications"))
    himself = one_of(prescriber.specialty, case.figure("radiotherapist_specialties"))
    if _without_referral(case) and (ranked is False or himself is True):
        yield Reject(None, (REFERRAL, BEFORE))


@rule("RT-01c", Phase.ADMISSIBILITY)
def referral_attached(case: Case) -> Outcomes:
    """Refuse a claim without the first request and referral; not asked of a patient who may come directly."""
    if _without_referral(case):
        yield Reject(None, (REFERRAL,))
    elif case.fact(REFERRAL) is UNKNOWN and not may_come_directly(case):
        yield Ask(None, (REFERRAL,))


@rule("RT-01d", Phase.ADMISSIBILITY)
def irradiated_with_records(case: Case) -> Outcomes:
    """Where the referral lacks, refuse a patient irradiated before whose records were not sent; ask what is unknown."""
    if case.fact(REFERRAL) is not False:
        return
    before = irradiated_before(case)
    if before is UNKNOWN:
        yield Ask(None, (BEFORE,))
    elif before is True:
        yield from demand(case.fact(RECORDS), RECORDS)


@rule("RT-01e", Phase.ADMISSIBILITY)
def pathology(case: Case) -> Outcomes:
    """Refuse a claim without pathology report or proof of metastasis, of patients irradiated before too."""
    yield from demand(case.fact(PATHOLOGY), PATHOLOGY)


@line_rule("RT-01f", Phase.COVER, on(groups={PLANNING}))
def planning_sheet(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse planning without its sheet."""
    yield from demand(case.fact(PLAN), PLAN)


@line_rule("RT-01g", Phase.COVER, on(groups=FIELDS))
def treatment_sheet(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse fields without the treatment sheet stamped by radiotherapist and physicist."""
    sheet = case.fact(SHEET)
    yield from demand(sheet if sheet is UNKNOWN else sheet not in case.figure("refused_treatment_sheets"), SHEET)


@line_rule("RT-02a", Phase.COVER)
def visit_beside_radiotherapy(case: Case, line: CaseLine) -> Outcomes:
    """Refuse visits and consultations: the management of the treatment contains the examinations."""
    if line.section in case.figure("radiotherapy_visit_sections"):
        yield Reject()


def _outside_the_list(case: Case, line: CaseLine) -> bool:
    """Tell whether a person must look at a line; insertion codes are in order beside a brachytherapy procedure."""
    if line.code is None or line.section in case.figure("sections_beside_radiotherapy"):
        return False
    if line.section in case.figure("radiotherapy_visit_sections"):
        return False
    if line.group == INSERTION:
        return not any(other.group == PROCEDURE for other in case.lines)
    return line.group not in case.figure("radiotherapy_groups")


remark("RT-01b", Place.CLAIM)
remark("RT-02b", Place.LINE, concerns=_outside_the_list)
