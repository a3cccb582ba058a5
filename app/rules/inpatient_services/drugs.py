"""Article 13: drugs, supplies and prostheses: ordered, documented, at the approved rate, from the centre (DRG)."""

from decimal import Decimal
from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import Rial
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.cited import cited_beside_price
from app.rules.inpatient_services.terms import DRUG, GLOBAL, PROSTHESIS, SERVICE, SUPPLY, is_operation
from app.rules.lines import at_most
from app.rules.outcomes import Outcomes, Reduce, Refer, Reject, demand, refuse
from app.rules.pricing import Price, price_of_line, written_quantity
from app.rules.registry import Phase, Place, line_rule, on, remark, rule
from app.rules.titles import row_of_line

ITEMS = on(sections={DRUG, SUPPLY, PROSTHESIS})
DRUGS_AND_SUPPLIES, SUPPLIES, PROSTHESES = on(sections={DRUG, SUPPLY}), on(sections={SUPPLY}), on(sections={PROSTHESIS})
CHEST_LEAD, CHEST_LEAD_TITLES = "chest_lead", "chest_lead_titles"
ORDERED, DOCUMENTED, OUTSIDE, RATE = "ordered_by_physician", "documented_qty", "bought_outside", "approved_unit_price"
IN_OPERATIVE_NOTE, WARD = "prosthesis_documented", "ward"


@line_rule("DRG-00a", Phase.COVER, ITEMS)
def bought_by_patient(_case: Case, line: CaseLine) -> Outcomes:
    """Refer a centre that sent the patient out to buy a drug, a supply or a prosthesis; recorded only when seen."""
    if line.fact(OUTSIDE) is True:
        yield Refer(facts=(OUTSIDE,))


@line_rule("DRG-01a", Phase.COVER, ITEMS)
def not_ordered(_case: Case, line: CaseLine) -> Outcomes:
    """Demand the treating physician's order."""
    yield from demand(line.fact(ORDERED), ORDERED)


@line_rule("DRG-01b", Phase.QUANTITY, DRUGS_AND_SUPPLIES)
def not_documented(_case: Case, line: CaseLine) -> Outcomes:
    """Keep the units that orders and nursing sheets show; a number that nobody entered counts as checked."""
    documented = line.fact(DOCUMENTED)
    if isinstance(documented, (int, Decimal)):
        yield from at_most(line, Fraction(documented), DOCUMENTED)


@line_rule("DRG-03", Phase.PRICE, SUPPLIES)
def rate_of_supply(case: Case, line: CaseLine) -> Outcomes:
    """Pay a supply at most at the lowest approved rate: the pack's fee, without one the rate that was read off."""
    yield from _at_rate(case, line)


@line_rule("DRG-05c", Phase.PRICE, PROSTHESES)
def rate_of_prosthesis(case: Case, line: CaseLine) -> Outcomes:
    """Pay a prosthesis at most at the rate of the latest instruction, in the way of a supply."""
    yield from _at_rate(case, line)


def _at_rate(case: Case, line: CaseLine) -> Outcomes:
    rate = line.fact(RATE)
    if price_of_line(case, line) is not None:
        yield from cited_beside_price(case, line)
    elif isinstance(rate, int) and not isinstance(rate, bool):
        price = _of_units(rate, line.quantity)
        yield Reduce(facts=(RATE,), to=price.rial, steps=price.steps)


def _of_units(rate: Rial, quantity: Fraction) -> Price:
    exact = rate * quantity
    expression = f"{rials(rate)} × {number(written_quantity(quantity))}"
    return Price(exact, (Step("نرخ مصوب یک واحد × تعداد", expression, Price(exact).rial),))


@line_rule("DRG-04", Phase.EXCLUSION, on(sections={SUPPLY, DRUG, SERVICE}, groups={CHEST_LEAD}))
def chest_lead_in_special_ward(case: Case, line: CaseLine) -> Outcomes:
    """Refuse chest leads in the wards of special care."""
    if not _is_chest_lead(case, line):
        return
    ward = line.fact(WARD)
    yield from refuse(UNKNOWN if ward is UNKNOWN else ward in case.figure("chest_lead_wards"), WARD)


def _is_chest_lead(case: Case, line: CaseLine) -> bool:
    if line.group is not None:
        return line.group == CHEST_LEAD
    return row_of_line(case, line, CHEST_LEAD_TITLES) is not None


@line_rule("DRG-05a", Phase.COVER, PROSTHESES)
def prosthesis_not_shown(_case: Case, line: CaseLine) -> Outcomes:
    """Demand that the operative note and the papers show the prosthesis."""
    yield from demand(line.fact(IN_OPERATIVE_NOTE), IN_OPERATIVE_NOTE)


@line_rule("DRG-05d", Phase.COVER, PROSTHESES)
def prosthesis_from_outside(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse the centre a prosthesis that it did not supply; recorded only when seen."""
    if line.fact(OUTSIDE) is True:
        yield Reject(facts=(OUTSIDE,))


@rule("DRG-05b", Phase.COVER, PROSTHESES, late=True)
def prosthesis_of_refused_operation(case: Case) -> Outcomes:
    """Refuse the prostheses of a claim whose operations were all refused as not covered.

    One operation that stands, or is only asked about, keeps them.
    """
    done = [line for line in case.lines if line.section == GLOBAL or is_operation(line)]
    if done and all(line.zeroed_in is Phase.COVER for line in done):
        for line in case.lines_in_play(Phase.COVER):
            if line.section == PROSTHESIS:
                yield Reject(line)


def _rate_is_missing(case: Case, line: CaseLine) -> bool:
    return line.fact(RATE) is UNKNOWN and price_of_line(case, line) is None


def _after_operation(case: Case, _line: CaseLine) -> bool:
    return case.once(_had_operation)


def _had_operation(case: Case) -> bool:
    return any(is_operation(line) for line in case.lines)


remark("DRG-00b", Place.CLAIM, ITEMS, concerns=_rate_is_missing)
remark("DRG-02", Place.CLAIM, DRUGS_AND_SUPPLIES, concerns=_after_operation)
