"""Article 10, ز, item 3: several urodynamic studies of a day are operations of one region, whatever their section."""

from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.operation_prices import is_ranked
from app.rules.inpatient_services.terms import of_group
from app.rules.modifiers.terms import printed_professional
from app.rules.outcomes import Outcomes, Reduce
from app.rules.pricing import price_of_line, written_quantity
from app.rules.registry import Phase, on, rule
from app.rules.tariffs import before_rule


@rule("SUR-URO-03", Phase.PRICE, on(groups={"urodynamic"}))
def several_studies(case: Case) -> Outcomes:
    """Rank the studies of each day by their printed value, each unit for itself, all parts by the same weight."""
    lines = [line for line in case.live_lines if of_group("urodynamic")(line)]
    for day in dict.fromkeys(line.day for line in lines):
        ranked = sorted((o for o in lines if o.day == day), key=lambda line: (-printed_professional(line), line.no))
        before = 0
        for line in ranked:
            yield from _weighted(case, line, before)
            before += max(1, int(line.quantity))


def _weighted(case: Case, line: CaseLine, before: int) -> Outcomes:
    price = price_of_line(case, line)
    weights = case.figure("shared_incision_percents")
    count = max(1, int(line.quantity))
    taken = [Fraction(weights[min(before + unit, len(weights) - 1)]) / 100 for unit in range(count)]
    if price is None or all(weight == 1 for weight in taken):
        return
    exact = price.exact * sum(taken) / count
    together = " + ".join(f"{number(written_quantity(weight * 100))}٪" for weight in taken)
    step = Step("درصد کد ۵۱", f"{rials(price.rial)} × ({together}) ÷ {number(count)}", round_half_up(exact))
    beside = is_ranked(case, line)
    yield Reduce(line, to=round_half_up(exact), steps=(*price.steps, step, before_rule(line)), beside=beside)
