"""Article 6, price: the bed by its kind and grade, then the rule that changes the kind or the share of it.

Every step is at most what stands so far. The first step is cited under the rule that fixes it (BED-03, 04d, 06, 07,
15c, 17a); the further one is BED-09, 10, 12a, 14c, 15a or 17a.
"""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.bed_fees import (
    HOSPITAL_GRADE,
    SUBSTANDARD,
    WARD_GRADE,
    FirstStep,
    first_step,
    grade_meanwhile,
    grade_of,
    grades_possible,
    is_priced_by_fees,
    missing_fee,
)
from app.rules.inpatient_stay.further_prices import Further, further_step
from app.rules.inpatient_stay.terms import COMPANION, HOTEL, SPECIAL_KINDS, bed_kind
from app.rules.outcomes import Ask, Outcomes, Reduce, Refer
from app.rules.pricing import Price, leave_to_rules
from app.rules.registry import Phase, line_rule, on, silent
from app.rules.tariffs import before_rule

FIRST_STEPS = ("BED-03", "BED-06", "BED-07", "BED-15c")
FURTHER_STEPS = ("BED-09", "BED-10", "BED-12a", "BED-14c", "BED-15a")


def _is_priced_here(line: CaseLine) -> bool:
    return is_priced_by_fees(line) and bed_kind(line) != COMPANION


BEDS = on(sections={HOTEL}, where=_is_priced_here)

leave_to_rules("BED-03", HOTEL, is_priced_by_fees)


def lowest_price(case: Case, line: CaseLine, grade: str) -> Price | None:
    """Return the lowest price that a line may have at a grade, whatever is answered to the further step."""
    first, further = first_step(case, line, grade), further_step(case, line, grade)
    prices = [first.day.times(line.quantity)] if first else []
    if further is not None and further.price is not None and further.applies is not False:
        prices.append(further.price)
    return min(prices, key=lambda price: price.exact, default=None)


def may_cost_less(case: Case, line: CaseLine, grades: list[str]) -> bool:
    """Tell whether a line stands above the lowest price that one of these grades could give."""
    prices = (lowest_price(case, line, grade) for grade in grades)
    return any(price is not None and line.amount > price.rial for price in prices)


def _first(case: Case, line: CaseLine) -> FirstStep | None:
    return first_step(case, line, grade_meanwhile(case, line))


def _first_price(line: CaseLine, first: FirstStep) -> Outcomes:
    price = first.day.times(line.quantity)
    yield Reduce(to=price.rial, steps=(*price.steps, before_rule(line)))


def _register_first(rule_id: str) -> None:
    @line_rule(rule_id, Phase.PRICE, BEDS)
    def by_kind_and_grade(case: Case, line: CaseLine) -> Outcomes:
        """Pay a bed at most by its kind and grade, where this rule fixes that price."""
        first = _first(case, line)
        if first is not None and first.rule == rule_id:
            yield from _first_price(line, first)


for first_id in FIRST_STEPS:
    _register_first(first_id)


@line_rule("BED-03b", Phase.PRICE, BEDS)
def fee_missing(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the fee that the packs lack; the claimed amount stands."""
    if _first(case, line) is None:
        yield Ask(needs=missing_fee(case, line))


@line_rule("BED-04b", Phase.PRICE, BEDS)
def hospital_grade_unknown(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the hospital's grade where another one than grade one would lower the price."""
    if bed_kind(line) not in SPECIAL_KINDS and _grade_matters(case, line):
        yield Ask(facts=(HOSPITAL_GRADE,))


@line_rule("BED-04e", Phase.PRICE, BEDS)
def ward_grade_unknown(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the special ward's own grade; neither the hospital's nor another ward's stands in for it."""
    if bed_kind(line) in SPECIAL_KINDS and _grade_matters(case, line):
        yield Ask(facts=(WARD_GRADE,))


def _grade_matters(case: Case, line: CaseLine) -> bool:
    return grade_of(case, line) is UNKNOWN and may_cost_less(case, line, grades_possible(case, line))


@line_rule("BED-04d", Phase.PRICE, BEDS)
def substandard(case: Case, line: CaseLine) -> Outcomes:
    """Pay a substandard bed its own fee, else grade three at most, and tell the supervision office.

    Where the kind of bed has a clause of its own (rooms, wards without a tariff), the reduction is cited under that.
    """
    if grade_of(case, line) != SUBSTANDARD:
        return
    yield Refer(facts=(WARD_GRADE if bed_kind(line) in SPECIAL_KINDS else HOSPITAL_GRADE,))
    first = _first(case, line)
    if first is not None and first.rule == "BED-04d":
        yield from _first_price(line, first)


def _further(case: Case, line: CaseLine, further: Further) -> Outcomes:
    """Apply a further step: pay by it where it applies, ask where that is open and the line stands above its price."""
    if further.applies is False:
        return
    if further.applies is True and further.price is None:
        yield Ask(needs=further.missing)
    elif further.applies is True and further.price is not None:
        yield Reduce(None, further.facts, to=further.price.rial, steps=(*further.price.steps, before_rule(line)))
    elif _is_above(case, line, further):
        yield Ask(facts=further.facts)


def _is_above(case: Case, line: CaseLine, further: Further) -> bool:
    others = (further_step(case, line, grade) for grade in grades_possible(case, line))
    prices = [further.price, *(other.price for other in others if other is not None)]
    first = _first(case, line)
    amount = min(line.amount, first.day.times(line.quantity).rial) if first else line.amount
    return any(price is not None and amount > price.rial for price in prices)


def _register_further(rule_id: str) -> None:
    @line_rule(rule_id, Phase.PRICE, BEDS)
    def by_another_kind(case: Case, line: CaseLine) -> Outcomes:
        """Pay a bed at most by the kind or share that its clause allows; see `further_prices`."""
        further = further_step(case, line, grade_meanwhile(case, line))
        if further is not None and further.rule == rule_id:
            yield from _further(case, line, further)


for further_id in FURTHER_STEPS:
    _register_further(further_id)


@line_rule("BED-17a", Phase.PRICE, BEDS)
def monitored_bed(case: Case, line: CaseLine) -> Outcomes:
    """Pay a monitored bed as an ordinary one with code 900770 a day, or alone where no special ward was needed."""
    grade = grade_meanwhile(case, line)
    first, further = first_step(case, line, grade), further_step(case, line, grade)
    if first is not None and first.rule == "BED-17a":
        yield from _first_price(line, first)
    if further is not None and further.rule == "BED-17a":
        yield from _further(case, line, further)


silent("carried out by the grades of beds: excellent, one-plus and one are one column", "BED-04a")
silent("carried out by the grades of beds: each line has its own ward's grade", "BED-04f")
silent("carried out by the grades of beds: the first year counts as grade one", "BED-04h", "BED-04i")
silent("carried out by the grades of beds: the last one on file counts, also after its certificate", "BED-17b")
silent("carried out by BED-15a, which leaves wards of fewer beds alone", "BED-15b")
