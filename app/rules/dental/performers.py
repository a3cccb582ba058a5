"""Items 5, 7 and 9: what dental auxiliaries may do and where, and materials that the tariff holds."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.dental.terms import by_auxiliary, is_exam, performer_of, performer_role
from app.rules.outcomes import Ask, Outcomes, Refer, Reject, demand, refuse
from app.rules.persons import unnamed
from app.rules.registry import Phase, line_rule, on, rule

PERMITTED, CHARGED = "auxiliary_permitted", "materials_charged_to_patient"


def in_public_centre(case: Case) -> bool:
    """Tell whether the centre is a contracted public one, where auxiliaries are paid."""
    provider = case.submission.provider
    return provider.contracted and provider.sector not in case.figure("sectors_without_dental_auxiliaries")


def may_be_auxiliarys(case: Case, line: CaseLine) -> bool:
    """Tell whether a line could be paid if an auxiliary did it."""
    return not is_exam(line) and in_public_centre(case) and line.fact(PERMITTED) is not False


def unnamed_rank(case: Case, line: CaseLine) -> tuple[str, ...]:
    """Return the coded field of the performer's qualification, where the claim leaves it out."""
    return unnamed(performer_role(line), performer_of(case, line), "qualification")


@line_rule("DEN-07", Phase.COVER, on(where=is_exam), ahead_of="DEN-05b")
def exam_by_auxiliary(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an examination by an auxiliary; clause 5 then says no more of it."""
    yield from refuse(by_auxiliary(case, line), *unnamed_rank(case, line))


@line_rule("DEN-05b", Phase.COVER, ahead_of="DEN-03a")
def auxiliary_outside_public_centres(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what an auxiliary did in a private or charity centre, or in one without a contract."""
    if not is_exam(line) and not in_public_centre(case):
        yield from refuse(by_auxiliary(case, line), *unnamed_rank(case, line))


@line_rule("DEN-05c", Phase.COVER, ahead_of="DEN-03a")
def permitted_to_auxiliary(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what is not permitted to an auxiliary in a public centre; the list is the ministry's, so it is asked."""
    if is_exam(line) or not in_public_centre(case):
        return
    auxiliary, permitted = by_auxiliary(case, line), line.fact(PERMITTED)
    if auxiliary is True:
        yield from demand(permitted, PERMITTED)
    elif auxiliary is UNKNOWN and permitted is not True:
        yield Ask(line, unnamed_rank(case, line))


@line_rule("DEN-09a", Phase.COVER)
def materials(case: Case, line: CaseLine) -> Outcomes:
    """Refuse materials, coded or not: the tariff of the service holds them."""
    if line.section in case.figure("dental_material_sections"):
        yield Reject()


@rule("DEN-09b", Phase.ADMISSIBILITY)
def materials_charged(case: Case) -> Outcomes:
    """Tell the supervision office where the patient was charged for materials; never asked for."""
    if case.fact(CHARGED) is True:
        yield Refer(None, (CHARGED,))
