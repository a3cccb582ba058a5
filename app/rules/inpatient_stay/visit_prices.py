"""Article 8, item 12: what visits of a stay without a code cost, by their kind.

Each kind of visit has a clause that sets its fee. A line that no such clause concerns (a claim of another insurer,
observation that became a stay) has the same fee as its price in the tariff, which GEN-15e then cites.
"""

from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.consultation_terms import fee_price, is_paid_as_invited
from app.rules.inpatient_stay.outpatient_visits import outpatient_prices
from app.rules.inpatient_stay.stay import bed_days, is_observed
from app.rules.inpatient_stay.terms import CONSULTATION, VISIT
from app.rules.inpatient_stay.visit_counts import discharge_visit, more_visits_than_days
from app.rules.inpatient_stay.visits import (
    ANESTHESIA_CLINIC,
    COMPREHENSIVE,
    CRITICAL_CARE,
    DISCHARGE,
    FIRST_DAY,
    LIMITED,
    NEWBORN_FIRST,
    NEXT_DAY,
    fee_of_kind,
    is_in_one_sum,
    live_visits,
    visit_kind,
    visits_of_kind,
)
from app.rules.outcomes import Outcomes, Reduce
from app.rules.pricing import Price, plain_price, pricer, written_quantity
from app.rules.tariffs import before_rule

OUTPATIENT_PRICE = frozenset({"VIS-05", "NUR-01c"})
CITED = {
    FIRST_DAY: "VIS-12a",
    NEXT_DAY: "VIS-12c",
    DISCHARGE: "VIS-12d",
    NEWBORN_FIRST: "VIS-12b",
    COMPREHENSIVE: "VIS-12e",
    LIMITED: "VIS-12f",
    CRITICAL_CARE: "VIS-12i",
}
WHATEVER_THE_STAY = frozenset({COMPREHENSIVE, LIMITED, CRITICAL_CARE})
CAPTIONS = {
    FIRST_DAY: "ویزیت روز اول",
    NEXT_DAY: "ویزیت روز دوم به بعد",
    DISCHARGE: "ویزیت روز ترخیص",
    NEWBORN_FIRST: "ویزیت اولیه نوزاد",
    COMPREHENSIVE: "ویزیت جامع اورژانس",
    LIMITED: "ویزیت محدود اورژانس",
    CRITICAL_CARE: "مراقبت بحرانی",
}


@pricer(sections={VISIT, CONSULTATION})
def price_in_the_tariff(case: Case, line: CaseLine) -> Price | None:
    """Price coded lines and outpatients' visits as ever, and in stays what no clause of this area prices."""
    if line.code is not None or not case.is_stay:
        return plain_price(case, line)
    clause = clause_of(case, line)
    return None if case.is_under(clause) else set_price(case, line, clause)


def clause_of(case: Case, line: CaseLine) -> str:
    """Return the clause that sets the price of a visit or consultation without a code."""
    if line.section == CONSULTATION:
        return "CNS-02"
    kind = visit_kind(case, line)
    if kind in WHATEVER_THE_STAY:
        return CITED[kind]
    if is_paid_as_observed(case, line):
        return "NUR-01c"
    if kind == ANESTHESIA_CLINIC:
        return "VIS-05"
    return "VIS-12" if is_in_one_sum(line) else CITED[kind]


def is_paid_as_observed(case: Case, line: CaseLine) -> bool:
    """Tell whether a visit is one of an observed claim (NUR-01c): not of the emergency kinds, which have their fees.

    A visit of the anesthesia clinic has a clause of its own in inpatient claims alone (VIS-05).
    """
    kind = visit_kind(case, line)
    has_own_clause = kind in WHATEVER_THE_STAY or (kind == ANESTHESIA_CLINIC and case.is_under("VIS-05"))
    return not has_own_clause and is_observed(case)


def set_price(case: Case, line: CaseLine, clause: str) -> Price | None:
    """Return the price that a clause sets for a visit or consultation without a code, None where a fee is missing."""
    if line.section == CONSULTATION:
        return fee_price(case, line, invited=is_paid_as_invited(case, line))
    if clause in OUTPATIENT_PRICE:
        return next(reversed(outpatient_prices(case, line)), None)
    if clause == "VIS-12":
        return _in_one_sum(case, line)
    kind = visit_kind(case, line)
    return first_days(case, line) if kind == FIRST_DAY else price_by_kind(case, line, kind)


def pay_set_prices(case: Case, clause: str) -> Outcomes:
    """Pay each visit without a code whose price this clause sets at most that price."""
    for line in live_visits(case):
        price = set_price(case, line, clause) if line.code is None and clause_of(case, line) == clause else None
        if price is not None:
            yield Reduce(line, to=price.rial, steps=(*price.steps, before_rule(line)))


def price_by_kind(case: Case, line: CaseLine, kind: str) -> Price | None:
    """Return the fee of a kind of visit for all units of a line."""
    fee = fee_of_kind(case, kind)
    return Price(Fraction(fee), (Step(CAPTIONS[kind], "", fee),)).times(line.quantity) if fee is not None else None


def first_days(case: Case, line: CaseLine, own: Fraction | None = None) -> Price | None:
    """Price a line of first-day visits: the claim's first one as such, the others like visits of a later day.

    `own` is the price of one unit of a coded line, in place of the fee.
    """
    one = own if own is not None else fee_of_kind(case, FIRST_DAY)
    is_first = visits_of_kind(case, FIRST_DAY)[:1] == [line]
    first = min(line.quantity, Fraction(1)) if is_first else Fraction(0)
    return _summed([(FIRST_DAY, first, one), (NEXT_DAY, line.quantity - first, fee_of_kind(case, NEXT_DAY))])


def _in_one_sum(case: Case, line: CaseLine) -> Price | None:
    """Price visits billed in one sum: one of the first day, one of the day of discharge, as far as due, and the rest.

    Where several lines hold such sums, the lower numbers take the first and the last day.
    """
    due = _special_days(case)
    for earlier in live_visits(case):
        if earlier.no < line.no and is_in_one_sum(earlier):
            due = due[int(earlier.quantity) :]
    taken = due[: int(line.quantity)]
    parts = [*((kind, Fraction(1)) for kind in taken), (NEXT_DAY, line.quantity - len(taken))]
    return _summed([(kind, many, fee_of_kind(case, kind)) for kind, many in parts])


def _special_days(case: Case) -> list[str]:
    """Return the kinds of visit that sums still hold one of: the first day, and that of discharge where it is owed."""
    due = [] if visits_of_kind(case, FIRST_DAY) else [FIRST_DAY]
    may_be_more = bed_days(case) is None or more_visits_than_days(case)
    if not visits_of_kind(case, DISCHARGE) and may_be_more and discharge_visit(case) is not False:
        due.append(DISCHARGE)
    return due


def _summed(parts: list[tuple[str, Fraction, Fraction | int | None]]) -> Price | None:
    """Add up units of several kinds at their fees; None where a fee that is needed is missing."""
    total, steps = Fraction(0), []
    for kind, many, one in parts:
        if many and one is None:
            return None
        if many and one is not None:
            total += one * many
            expression = f"{number(written_quantity(many))} × {rials(round_half_up(one))}"
            steps.append(Step(CAPTIONS[kind], expression, round_half_up(one * many)))
    return Price(total, tuple(steps))
