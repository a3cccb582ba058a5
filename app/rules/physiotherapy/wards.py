"""Item 19: physiotherapy in hospital wards, which has three codes of its own."""

from fractions import Fraction

from app.domain.facts import UNKNOWN, all_true
from app.rules.case import Case, CaseLine
from app.rules.lines import at_most, dearest_first
from app.rules.outcomes import Outcomes, Reject, demand, refuse
from app.rules.persons import one_of, unnamed
from app.rules.physiotherapy.terms import GROUPS, WARD, is_dated
from app.rules.registry import Phase, line_rule, on, silent

INTENSIVE_CARE, CHEST = "901635", "chest"
REGION, ORDERED, ORDERED_QUANTITY = "body_region", "ordered_by_physician", "ordered_quantity"
CONCURRENT = "concurrent_session"
WARD_LINES = on(groups={WARD})


@line_rule("PT-19a", Phase.COVER, on(groups=GROUPS - {WARD}, where=lambda line: line.section == "physiotherapy"))
def other_codes_in_wards(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse in wards every physiotherapy service but the three of the wards."""
    yield Reject()


@line_rule("PT-19b", Phase.COVER, WARD_LINES)
def ward_codes_of_outpatients(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse the codes of the wards to outpatients."""
    yield Reject()


@line_rule("PT-19e", Phase.COVER, on(codes={INTENSIVE_CARE}))
def chest_in_intensive_care(case: Case, line: CaseLine) -> Outcomes:
    """Refuse chest physiotherapy in intensive care that a general practitioner or an intern asked for."""
    region = line.fact(REGION)
    general = one_of(case.prescriber.qualification, case.figure("physiotherapy_gp_ranks"))
    chest = UNKNOWN if region is UNKNOWN else region == CHEST
    asked = (() if region is not UNKNOWN else (REGION,)) + unnamed("prescriber", case.prescriber, "qualification")
    answer = all_true(general, chest)
    yield from refuse(answer, *(asked if answer is UNKNOWN else (REGION,)))


@line_rule("PT-19c", Phase.EXCLUSION, WARD_LINES)
def ward_codes_together(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the cheaper of two ward codes of one session.

    Those of one date are together unless the fact denies it; of an undated line the fact alone tells, and it is asked
    for on the cheaper code only. Several lines of one code are never together (note 3).
    """
    lines = [other for other in case.live_lines if other.group == WARD]
    if is_dated(line):
        lines = [other for other in lines if other.line.day == line.line.day]
    if dearest_first(case, lines)[0].code == line.code:
        return
    together = line.fact(CONCURRENT)
    if is_dated(line) and together is UNKNOWN:
        yield Reject()
    else:
        yield from refuse(together, CONCURRENT)


@line_rule("PT-19d", Phase.QUANTITY, WARD_LINES)
def sessions_ordered_in_wards(_case: Case, line: CaseLine) -> Outcomes:
    """Pay as many sessions as the treating physician ordered; an order without a number is for what was billed."""
    ordered, quantity = line.fact(ORDERED), line.fact(ORDERED_QUANTITY)
    yield from demand(ordered, ORDERED)
    if ordered is not False and isinstance(quantity, int):
        yield from at_most(line, Fraction(quantity), ORDERED_QUANTITY)


silent("PT-19c never looks at two lines of one ward code, so that chest and limbs stand together", "PT-19f")
