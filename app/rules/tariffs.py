"""Prices by another code, prices of the units that a limit keeps, and caps over several lines of a request."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.money import Rial, round_half_up
from app.domain.persian import code_text, number, rials
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Keep, Outcomes, Reduce, Reject
from app.rules.pricing import COMPONENT_CAPTIONS, Price, price_of_code, price_of_line, price_of_line_as


def no_price(code: str) -> str:
    """Return what is missing where the packs do not price a code that a rule pays by."""
    return f"برای کد {code_text(code)} در روز خدمت بهایی در بسته‌های مرجع نیست"


def priced_as(case: Case, line: CaseLine, code: str, *facts: str) -> Outcomes:
    """Pay a line at most by the price of another code; ask where the packs do not price that."""
    price = price_of_line_as(case, line, code)
    if price is None:
        yield Ask(line, needs=no_price(code))
        return
    alone = price.insurer_only_rial if price.rial < line.amount else 0
    steps = (Step(f"به بهای کد {code_text(code)}"), *price.steps, before_rule(line))
    yield Reduce(line, facts, to=price.rial, insurer_only=alone, steps=steps)


def priced_as_unless(case: Case, line: CaseLine, code: str, answer: Answer, fact: str) -> Outcomes:
    """Pay by another code where the answer is false; ask where it is unknown and that price is below what stands."""
    if answer is False:
        yield from priced_as(case, line, code, fact)
    elif answer is UNKNOWN and worth_more(case, line, price_of_line_as(case, line, code)):
        yield Ask(line, (fact,))


def kept_at_tariff(case: Case, line: CaseLine, units: Fraction | int, *facts: str) -> Outcomes:
    """Keep so many units of a line, at most at their price; in proportion to the claim where the packs give none."""
    if units < line.quantity:
        price = price_of_line(case, line)
        payable = round_half_up(price.exact * units / line.quantity) if price else None
        yield Keep(line, facts, units=Fraction(units), to=payable)


def kept_over_lines(case: Case, lines: Iterable[CaseLine], limit: Fraction, *facts: str) -> Outcomes:
    """Keep so many units over several lines, in the order given; a line with none left is rejected."""
    for line in lines:
        kept = min(limit, line.quantity)
        limit -= kept
        if kept:
            yield from kept_at_tariff(case, line, kept, *facts)
        elif line.quantity:
            yield Reject(line, facts)


def technical_part(case: Case, line: CaseLine) -> Price | None:
    """Return the price of the technical part of what is left of a line; None for a fixed fee, or without its K.

    A value that is printed alone is all professional: nothing is technical of it.
    """
    value = line.service.relative_value if line.service and line.service.fee is None else None
    if value is None:
        return None
    if not value.technical:
        return Price(Fraction(0), (Step("جزء فنی ندارد", "", 0),))
    coefficient = case.coefficient("technical", line.code or "", line.day)
    if coefficient is None:
        return None
    one = Fraction(value.technical) * coefficient.rial
    expression = f"{number(value.technical)} × {rials(coefficient.rial)}"
    return Price(one, (Step(COMPONENT_CAPTIONS["technical"], expression, round_half_up(one)),)).times(line.quantity)


def worth_more(case: Case, line: CaseLine, price: Price | None) -> bool:
    """Tell whether a line, at most at its own price, is worth more than a price; so it is while that is missing."""
    own = price_of_line(case, line)
    amount = min(line.amount, own.rial) if own else line.amount
    return price is None or amount > price.rial


def before_rule(line: CaseLine) -> Step:
    """Return the step that shows what earlier clauses left of a line."""
    return Step("مبلغ پیش از این بند", "", line.amount)


def over_cap(lines: Sequence[CaseLine], cap: Rial) -> list[tuple[CaseLine, Rial]]:
    """Return the lines that a cap over their sum cuts, with what is left of each: the last line loses first."""
    excess = sum(line.amount for line in lines) - cap
    cut = []
    for line in sorted(lines, key=lambda line: line.no, reverse=True):
        lost = min(excess, line.amount)
        if lost > 0:
            cut.append((line, line.amount - lost))
            excess -= lost
    return cut


def capped(case: Case, lines: Sequence[CaseLine], code: str, *facts: str) -> Outcomes:
    """Pay lines together at most one unit of a code; ask where the packs do not price that."""
    cap = price_of_code(case, lines[0], code)
    if cap is None:
        yield from (Ask(line, needs=no_price(code)) for line in lines)
        return
    together = " + ".join(rials(line.amount) for line in lines)
    for line, left in over_cap(lines, cap.rial):
        steps = (
            Step("جمع این ردیف‌ها", together, sum(line.amount for line in lines)),
            Step(f"سقف همه با هم، بهای کد {code_text(code)}", "", cap.rial),
            Step("کسر مازاد از این ردیف", f"{rials(line.amount)} − {rials(line.amount - left)}", left),
        )
        yield Reduce(line, facts, to=left, steps=steps)
