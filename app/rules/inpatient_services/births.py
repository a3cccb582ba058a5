"""Article 10, ح: births by a midwife or a physician, and a caesarean without indication."""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.global_cap import INDICATED, itemised_bill, without_indication
from app.rules.inpatient_services.terms import CESAREAN, GLOBAL, SURGERY, is_operation
from app.rules.modifiers.falling import settled_price
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import Price
from app.rules.registry import Phase, line_rule, on, silent
from app.rules.tariffs import before_rule


@line_rule("SUR-OBS-05", Phase.PRICE, on(groups={CESAREAN}, where=lambda line: line.section in {GLOBAL, SURGERY}))
def caesarean_without_indication(case: Case, line: CaseLine) -> Outcomes:
    """Take half of the surgeon's part of a caesarean without indication; the rest of the birth is not touched.

    In a global sum that half is its 20 K; where the cap of an itemised birth bears it, the surgery line is left alone.
    """
    price = settled_price(case, line)
    indicated = case.fact(INDICATED)
    if price is None or indicated is True or (line.section == SURGERY and not _is_itemised_outside_the_cap(case, line)):
        return
    less = _half(case, line, price)
    if indicated is UNKNOWN:
        if line.amount > less.rial:
            yield Ask(facts=(INDICATED,))
    else:
        steps = (*less.steps, before_rule(line))
        yield Reduce(facts=(INDICATED,), to=less.rial, insurer_only=less.insurer_only_rial, steps=steps)


def _is_itemised_outside_the_cap(case: Case, line: CaseLine) -> bool:
    return is_operation(line) and itemised_bill(case) is None


def _half(case: Case, line: CaseLine, price: Price) -> Price:
    if line.section == GLOBAL:
        return without_indication(case, line.code or "", line.day, price)
    professional = price.exact if price.professional is None else price.professional
    less = price.exact - professional / 2
    step = Step(
        "نیمی از جزء حرفه‌ای", f"{rials(price.rial)} − {rials(round_half_up(professional))} ÷ ۲", round_half_up(less)
    )
    return Price(less, (*price.steps, step), price.insurer_only * Fraction(1, 2))


silent("cited with GLO-08 where the cap of a birth's global sum has taken the money", "SUR-OBS-01")
silent("set by the terms of a global claim, which leave the analgesia of labour beside its sum", "SUR-OBS-03")
silent(
    "cited for what is claimed above the price of the delivery's code; the claim is then no global one", "SUR-OBS-04"
)
