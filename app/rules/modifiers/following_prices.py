"""The prices of operating room and assistant: percents of the final value of the surgery line that they belong to.

They follow the surgery line of the same code in the session as it is settled: with its weights, and without the
modifiers that do not hold. The units of several lines of one code are matched in the order of the lines.
"""

from collections.abc import Iterator
from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import Rial, round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.modifiers.factors import NOTHING, Fallen, multiple, multiplied, written
from app.rules.modifiers.sessions import IN_PRICING, session_of, surgery_of
from app.rules.modifiers.surgery_prices import (
    PROFESSIONAL,
    FinalValue,
    Valued,
    final_value,
    technology_factor,
    written_runs,
)
from app.rules.modifiers.terms import (
    ASSISTANT,
    OPERATING_ROOM,
    by_relative_value,
    has_three_values,
    percent,
    printed_professional,
    printed_technical,
)
from app.rules.modifiers.verdicts import settled
from app.rules.pricing import Price, pricer, unit_price

TECHNICAL = "technical"


def _units_before(case: Case, line: CaseLine) -> Fraction:
    """Return the units of earlier lines of the section, code and session, which have the first operations."""
    earlier = (
        other
        for other in session_of(case, line).lines
        if other.section == line.section and other.code == line.code and other.no < line.no
    )
    return sum((other.quantity for other in earlier if other.zeroed_in in IN_PRICING), Fraction(0))


def matched(case: Case, line: CaseLine, values: list[Valued]) -> list[Valued]:
    """Return the values of the operations that a line's units belong to; units beyond them have the last one's."""
    start = _units_before(case, line)
    end, place = start + line.quantity, Fraction(0)
    found: list[Valued] = []
    for value in values:
        begin, stop = max(start, place), min(end, place + value.units)
        if stop > begin:
            found.append(Valued(stop - begin, value.value))
        place += value.units
    beyond = line.quantity - sum((each.units for each in found), Fraction(0))
    return [*found, Valued(beyond, values[-1].value)] if beyond > 0 else found


def _final_values(case: Case, line: CaseLine) -> list[Valued]:
    """Return F of the operations of the line's code; the printed value where the session has none."""
    operations = surgery_of(case, line)
    values = [each for other in operations for each in _settled_value(case, other).each]
    return values or [Valued(line.quantity, printed_professional(line))]


def _settled_value(case: Case, operation: CaseLine) -> FinalValue:
    return final_value(case, operation, settled(case, operation))


def _value_steps(case: Case, line: CaseLine) -> tuple[Step, ...]:
    """Return how F comes about: of one operation its factors, of several the value of each."""
    operations = surgery_of(case, line)
    if not operations:
        return (Step("ارزش نسبی حرفه‌ای (ردیف عمل در صورت‌حساب نیست)", f"{written(printed_professional(line))} واحد"),)
    values = [_settled_value(case, operation) for operation in operations]
    if len(values) == 1:
        return values[0].steps
    return tuple(
        Step(f"ارزش نسبی نهایی عمل در ردیف {number(operation.no)}", f"{written(value.total)} واحد")
        for operation, value in zip(operations, values, strict=True)
    )


def _technical_steps(case: Case, line: CaseLine) -> Iterator[Step]:
    """Yield what 51 and 85 make of the third printed value of each operation, where they make anything of it."""
    technical = written(printed_technical(line) or Fraction(0))
    for operation in surgery_of(case, line):
        out = settled(case, operation)
        added, runs = technology_factor(case, operation, out), final_value(case, operation, out).runs
        raised = f" × (۱ + {written(added * 100)}٪ (کد ۸۵))" if added else ""
        if added or any(run.weight != 1 for run in runs):
            caption = f"عدد سوم × تعداد و وزن عمل در ردیف {number(operation.no)}"
            yield Step(caption, f"{technical} × {written_runs(runs)}{raised}")


def _technical_values(case: Case, line: CaseLine) -> Iterator[Valued]:
    """Yield the third printed value × weight of 51 × 85, of the operations of the line's code (MOD-27b)."""
    technical = printed_technical(line) or Fraction(0)
    for operation in surgery_of(case, line):
        out = settled(case, operation)
        raised = technical * (1 + technology_factor(case, operation, out))
        yield from (Valued(run.units, raised * run.weight) for run in final_value(case, operation, out).runs)


def price_beside(case: Case, line: CaseLine, operation: CaseLine, out: Fallen) -> Rial | None:
    """Return what an operating room or assistant line costs beside an operation from whose price `out` has fallen."""
    value = final_value(case, operation, out)
    each = value.total / operation.quantity if operation.quantity else Fraction(0)
    if line.section == ASSISTANT:
        component, units = PROFESSIONAL, each * percent(case, "assistant_percent")
    elif has_three_values(line):
        technical = printed_technical(line) or Fraction(0)
        component, units = TECHNICAL, technical * (1 + technology_factor(case, operation, out))
    else:
        component, units = TECHNICAL, each * percent(case, "operating_room_percent")
    coefficient = case.coefficient(component, line.code or "", line.day)
    return None if coefficient is None else round_half_up(units * line.quantity * coefficient.rial)


def _in_units(values: list[Valued]) -> tuple[Fraction, str]:
    """Return the sum of values in K, and how it is counted."""
    total = sum((each.units * each.value for each in values), Fraction(0))
    counted = " + ".join(
        written(each.value) if each.units == 1 else f"{written(each.units)} × {written(each.value)}" for each in values
    )
    return total, counted if len(values) == 1 else f"({counted})"


@pricer(sections={OPERATING_ROOM}, lasting=True)
def operating_room_price(case: Case, line: CaseLine) -> Price | None:
    """Return the technical part of an operation: the third printed value, else a percent of F (MOD-27a, 27b)."""
    if not by_relative_value(line):
        one = unit_price(case, line, line.service)
        return one.times(line.quantity) if one else None
    coefficient = case.coefficient(TECHNICAL, line.code or "", line.day)
    if coefficient is None:
        return None
    if has_three_values(line):
        technical = printed_technical(line) or Fraction(0)
        values = list(_technical_values(case, line)) or [Valued(line.quantity, technical)]
        total, counted = _in_units(matched(case, line, values))
        exact = total * coefficient.rial
        step = Step("عدد سوم (جزء فنی) × ضریب K فنی", f"{counted} × {rials(coefficient.rial)}", round_half_up(exact))
        return Price(exact, (*_technical_steps(case, line), step), under="MOD-27b")
    total, counted = _in_units(matched(case, line, _final_values(case, line)))
    share = case.figure("operating_room_percent")
    exact = total * percent(case, "operating_room_percent") * coefficient.rial
    expression = f"{counted} × {number(share)}٪ × {rials(coefficient.rial)}"
    step = Step("ارزش نسبی نهایی عمل × درصد اتاق عمل × ضریب K فنی", expression, round_half_up(exact))
    return Price(exact, (*_value_steps(case, line), step), under="MOD-27a")


def assistant_price(case: Case, line: CaseLine, out: Fallen) -> Price | None:
    """Return the assistant's percent of F, with the 90 and 95 of the assistant's own line (MOD-80a)."""
    coefficient = case.coefficient(PROFESSIONAL, line.code or "", line.day)
    if coefficient is None:
        return None
    total, counted = _in_units(matched(case, line, _final_values(case, line)))
    share = case.figure("assistant_percent")
    exact = total * percent(case, "assistant_percent") * coefficient.rial
    expression = f"{counted} × {number(share)}٪ × {rials(coefficient.rial)}"
    step = Step("ارزش نسبی نهایی عمل × سهم کمک جراح × ضریب K حرفه‌ای", expression, round_half_up(exact))
    price = Price(exact, (*_value_steps(case, line), step), under="MOD-80a", professional=exact)
    return multiplied(price, exact, multiple(case, line, out))


@pricer(sections={ASSISTANT}, lasting=True)
def assistant_as_reported(case: Case, line: CaseLine) -> Price | None:
    """Return the price as the centre counts it; of a service with a fixed fee the same percent of that fee (AST-01)."""
    if by_relative_value(line):
        return assistant_price(case, line, NOTHING)
    one = unit_price(case, line, line.service)
    if one is None:
        return None
    rate = percent(case, "assistant_percent")
    exact = one.exact * rate
    step = Step("سهم کمک جراح از تعرفه عمل", f"{rials(one.rial)} × {written(rate * 100)}٪", round_half_up(exact))
    return Price(exact, (*one.steps, step), under="MOD-80a").times(line.quantity)
