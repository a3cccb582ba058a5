"""Item 5: what the base of an anesthesia covers, the anesthetist's visits and the giving of drugs, fluids and blood."""

from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import ANESTHESIA, ICU_AND_NICU, VISIT, beds_of_kind
from app.rules.outcomes import Outcomes, Reject, demand
from app.rules.registry import Phase, line_rule, on

SPECIALTY = "anesthesiology"
CLINIC = "anesthesia_clinic"


def _anesthesia_days(case: Case) -> list[CaseLine]:
    return [line for line in case.lines_in_play(Phase.COVER) if line.section == ANESTHESIA]


@line_rule("MOD-05a", Phase.COVER, on(sections={VISIT}))
def visit_after_anesthesia(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the anesthetist's visit on the day of an anesthesia of the claim or later: the base covers it.

    The clinic's visit before the operation is paid apart (item 5 itself), and in intensive care the visits of an
    anesthetist who treats the patient or is the ward's officer are article 8's affair; neither fact is asked for here.
    """
    kind = line.attribute("visit_kind") or line.fact("visit_kind")
    if line.performer is None or line.performer.specialty != SPECIALTY or kind == CLINIC:
        return
    if beds_of_kind(case, ICU_AND_NICU) and line.fact("icu_role") != "resident_physician":
        return
    if any(line.day >= anesthesia.day for anesthesia in _anesthesia_days(case)):
        yield Reject()


@line_rule("MOD-05b", Phase.COVER, on(attributes={"included_in_anesthesia"}))
def giving_at_anesthesia(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the giving of drugs, fluids or blood on a day of anesthesia; their own price is not meant."""
    if line.attribute("included_in_anesthesia") and any(line.day == other.day for other in _anesthesia_days(case)):
        yield Reject()


@line_rule("MOD-05c", Phase.COVER, on(sections={VISIT}))
def clinic_visit(case: Case, _line: CaseLine) -> Outcomes:
    """Pay a visit of the anesthesia clinic only before an operation in the same hospital; one unread asks nothing."""
    if case.fact("preanesthesia_visit") is True:
        yield from demand(case.fact("operation_same_hospital"), "operation_same_hospital")
