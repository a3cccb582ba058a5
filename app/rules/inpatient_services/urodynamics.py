"""Article 10, ز, item 3: several urodynamic studies of a day are operations of one region, whatever their section."""

from collections.abc import Sequence
from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.operation_prices import is_ranked
from app.rules.inpatient_services.terms import of_group
from app.rules.modifiers.falling import settled_price
from app.rules.modifiers.terms import by_relative_value, printed_professional
from app.rules.modifiers.weights import ONE, Weighted, between, together
from app.rules.outcomes import Outcomes, Reduce
from app.rules.pricing import written_quantity
from app.rules.registry import Phase, on, rule
from app.rules.tariffs import before_rule


@rule("SUR-URO-03", Phase.PRICE, on(groups={"urodynamic"}, where=by_relative_value))
def several_studies(case: Case) -> Outcomes:
    """Rank the studies of each day by their printed value, each unit for itself, all parts by the same weight.

    One with a fixed fee takes no part, as with every modifier.
    """
    table = [Fraction(each) / 100 for each in case.figure("shared_incision_percents")]
    lines = [line for line in case.live_lines if of_group("urodynamic")(line) and by_relative_value(line)]
    for day in dict.fromkeys(line.day for line in lines):
        place = Fraction(0)
        for line in sorted((o for o in lines if o.day == day), key=lambda line: (-printed_professional(line), line.no)):
            yield from _weighted(case, line, between(place, place + line.quantity, table, ONE))
            place += line.quantity


def _weighted(case: Case, line: CaseLine, units: Sequence[Weighted]) -> Outcomes:
    price = settled_price(case, line, ranked=False)
    if price is None or all(each.by_rank == 1 for each in units):
        return
    parts = " + ".join(
        f"{number(written_quantity(each.units))} × {number(written_quantity(each.by_rank * 100))}٪" for each in units
    )
    count = number(written_quantity(line.quantity))
    weight = together(units) / line.quantity
    step = Step("درصد کد ۵۱", f"{rials(price.rial)} × ({parts}) ÷ {count}", round_half_up(price.exact * weight))
    less = price.raised(weight, step)
    yield Reduce(
        line,
        to=less.rial,
        insurer_only=less.insurer_only_rial,
        steps=(*less.steps, before_rule(line)),
        beside=is_ranked(case, line),
    )
