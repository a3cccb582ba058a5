"""Article 8, items 3, 4 and 11: visits of who operates or gives anesthesia, and stays for the sake of one procedure."""

from app.domain.facts import UNKNOWN, Answer, any_true
from app.domain.persian import number
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.inpatient_stay.terms import ANESTHESIA, ICU_AND_NICU, SURGERY, beds_of_kind, has_section
from app.rules.inpatient_stay.visits import (
    ANESTHESIOLOGY,
    PERFORMER_ID,
    SPECIALTY,
    VISITS,
    is_counted,
    specialty,
)
from app.rules.outcomes import Ask, Outcomes, Reject, refuse
from app.rules.registry import Phase, line_rule, rule

ONLY_FOR_PROCEDURE = "admitted_only_for_procedure"
SAME_IN_THE_BOOK = "MOD-05a"


@line_rule("VIS-03", Phase.EXCLUSION, VISITS)
def visit_of_the_surgeon(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a surgeon's visits before and after his operation; ask who visited, or operated, where he may be both."""
    if not is_counted(case, line):
        return
    operations = [other for other in case.live_lines if other.section == SURGERY]
    answers = {operation.no: _by_its_surgeon(case, line, operation) for operation in operations}
    verdict = any_true(*answers.values())
    if verdict is True:
        yield Reject()
    elif verdict is UNKNOWN:
        if (line.performer or NOBODY).id is None:
            yield Ask(facts=(PERFORMER_ID,))
        else:
            first = next(no for no, answer in answers.items() if answer is UNKNOWN)
            yield Ask(needs=f"شماره نظام پزشکی جراح ردیف {number(first)} نوشته نشده و شاید همین پزشک باشد")


def _by_its_surgeon(case: Case, visit: CaseLine, operation: CaseLine) -> Answer:
    """Tell whether the visitor is the surgeon: by their council numbers, else by their specialties."""
    visitor, surgeon = visit.performer or NOBODY, operation.performer or NOBODY
    if visitor.id is not None and surgeon.id is not None:
        return visitor.id == surgeon.id
    if visitor.specialty is None:
        return UNKNOWN
    differ = surgeon.specialty is not None and surgeon.specialty != visitor.specialty
    return False if differ or visitor.specialty not in case.figure("surgical_specialties") else UNKNOWN


@rule("VIS-04", Phase.EXCLUSION)
def visits_of_the_anesthetist(case: Case) -> Outcomes:
    """Refuse an anesthetist's visits in a claim with anesthesia, on whatever day.

    From the day of anesthesia on the book says the same (MOD-05a) and is cited first. In a claim with an intensive bed
    his part in that ward decides (VIS-08 to VIS-10).
    """
    if not has_section(case, {ANESTHESIA}) or beds_of_kind(case, ICU_AND_NICU):
        return
    for line in case.lines:
        refused_before = case.rejected_by(line, SAME_IN_THE_BOOK)
        if not is_counted(case, line) or (line.zeroed_in is not None and not refused_before):
            continue
        if specialty(line) == ANESTHESIOLOGY:
            yield Reject(line, beside=refused_before)
        elif specialty(line) is None:
            yield Ask(line, (SPECIALTY,))


@line_rule("VIS-11a", Phase.EXCLUSION, VISITS)
def stay_for_angiography(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the visits of a stay that was for angiography, with angioplasty or without, and nothing else."""
    if is_counted(case, line) and not has_section(case, {SURGERY}) and _has_angiography(case):
        yield from refuse(case.fact(ONLY_FOR_PROCEDURE), ONLY_FOR_PROCEDURE)


@line_rule("VIS-11c", Phase.EXCLUSION, VISITS)
def stay_for_a_procedure(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the visits of a stay that was for endoscopy, ECT or the like; where angiography is beside, it is cited."""
    if not is_counted(case, line) or has_section(case, {SURGERY}) or _has_angiography(case):
        return
    if _has_procedure(case):
        yield from refuse(case.fact(ONLY_FOR_PROCEDURE), ONLY_FOR_PROCEDURE)


def _has_angiography(case: Case) -> bool:
    groups = case.figure("angiography_groups")
    return any(line.group in groups for line in case.live_lines)


def _has_procedure(case: Case) -> bool:
    groups = case.figure("admitting_procedure_groups")
    return any(line.group in groups or line.attribute("day_procedure") is True for line in case.live_lines)
