"""Article 8, items 1, 5 and 12: the price rules of visits in a stay."""

from fractions import Fraction

from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.outpatient_visits import paid_as_outpatient
from app.rules.inpatient_stay.stay import is_observed
from app.rules.inpatient_stay.visit_prices import first_days, pay_set_prices
from app.rules.inpatient_stay.visits import (
    ANESTHESIA_CLINIC,
    COMPREHENSIVE,
    FIRST_DAY,
    VISITS,
    visit_kind,
    visits_of_kind,
)
from app.rules.outcomes import Outcomes, Reduce
from app.rules.pricing import price_of_line
from app.rules.registry import Phase, Place, line_rule, remark, rule, silent
from app.rules.tariffs import before_rule


@line_rule("VIS-05", Phase.PRICE, VISITS)
def price_of_clinic_visits(case: Case, line: CaseLine) -> Outcomes:
    """Pay a visit of the anesthesia clinic like one of outpatients."""
    if visit_kind(case, line) == ANESTHESIA_CLINIC:
        yield from paid_as_outpatient(case, line)


@rule("VIS-12", Phase.PRICE, VISITS)
def visits_in_one_sum(case: Case) -> Outcomes:
    """Pay visits that are billed in one sum as one of the first day, one of discharge where owed, and later days."""
    yield from pay_set_prices(case, "VIS-12")


@rule("VIS-12a", Phase.PRICE, VISITS)
def visits_of_the_first_day(case: Case) -> Outcomes:
    """Pay one visit of the first day as such and further ones, coded too, like visits of a later day."""
    yield from pay_set_prices(case, "VIS-12a")
    if is_observed(case):
        return
    for line in visits_of_kind(case, FIRST_DAY):
        if line.code is not None:
            yield from _coded_first_days(case, line)


def _coded_first_days(case: Case, line: CaseLine) -> Outcomes:
    own = price_of_line(case, line)
    price = first_days(case, line, own.exact / line.quantity) if own and line.quantity else None
    if price is not None and price.exact != Fraction(own.exact if own else 0):
        yield Reduce(line, to=price.rial, steps=(*price.steps, before_rule(line)))


@rule("VIS-12b", Phase.PRICE, VISITS)
def first_visits_of_newborns(case: Case) -> Outcomes:
    """Pay the fee of a newborn's first visit."""
    yield from pay_set_prices(case, "VIS-12b")


@rule("VIS-12c", Phase.PRICE, VISITS)
def visits_of_later_days(case: Case) -> Outcomes:
    """Pay the fee of the second and later days."""
    yield from pay_set_prices(case, "VIS-12c")


@rule("VIS-12d", Phase.PRICE, VISITS)
def visits_on_discharge(case: Case) -> Outcomes:
    """Pay the fee of the day of discharge."""
    yield from pay_set_prices(case, "VIS-12d")


@rule("VIS-12e", Phase.PRICE, VISITS)
def comprehensive_visits(case: Case) -> Outcomes:
    """Pay the fee of the comprehensive visit of the emergency ward."""
    yield from pay_set_prices(case, "VIS-12e")


remark("VIS-00", Place.RULE_BOOK)
silent("coded visits have the price of their row (GEN-15e), others the fee of their kind (VIS-12 to VIS-12i)", "VIS-01")
remark(
    "VIS-12j",
    Place.LINE,
    VISITS,
    concerns=lambda case, line: visit_kind(case, line) == COMPREHENSIVE,
)
