"""What modifiers 26, 27, 85, 86, 90 and 95 make of the price of any service that is no operation.

The price of the pack row, with the surcharges of the service's own area, is taken apart into its professional and its
technical part; a fixed fee has no parts and takes no modifier. Global sums have their own clause (GLO-10).
"""

from dataclasses import replace
from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import rials
from app.rules.case import Case, CaseLine
from app.rules.modifiers.factors import NOTHING, Fallen, multiple, multiplied, written
from app.rules.modifiers.surgery_prices import technology_factor
from app.rules.modifiers.terms import (
    GLOBAL,
    PORTABLE,
    PROFESSIONAL_PART,
    SESSION_SECTIONS,
    TECHNICAL_PART,
    TECHNOLOGY,
    belongs,
    by_relative_value,
    has_three_values,
    percent,
    reports,
)
from app.rules.pricing import Price, price_of_line_without, surcharge

LAST_SURCHARGE = "MOD-90a"
"""Under this rule all modifiers are applied at once; it concerns every kind of claim in which one of them counts."""


def takes_modifiers(line: CaseLine) -> bool:
    """Pick the lines outside operations that are priced by relative value; global sums have clauses of their own."""
    return line.section not in SESSION_SECTIONS and line.section != GLOBAL and by_relative_value(line)


def is_part(line: CaseLine, part: str) -> bool:
    """Tell whether a line asks for one part of a service alone; both parts together are the whole (25)."""
    other = TECHNICAL_PART if part == PROFESSIONAL_PART else PROFESSIONAL_PART
    return takes_modifiers(line) and reports(line, part) and not reports(line, other)


def is_whole(line: CaseLine) -> bool:
    """Tell whether a line with three printed values is priced as total (MOD-25a)."""
    parts = is_part(line, PROFESSIONAL_PART) or is_part(line, TECHNICAL_PART)
    return takes_modifiers(line) and has_three_values(line) and not parts


@surcharge(LAST_SURCHARGE)
def price_as_reported(case: Case, line: CaseLine, price: Price) -> Price:
    """Apply the modifiers of a line as the centre reported them."""
    return price if price.professional is None or not takes_modifiers(line) else _modified(case, line, price, NOTHING)


def service_price(case: Case, line: CaseLine, out: Fallen) -> Price | None:
    """Return the price of a service without what has fallen."""
    plain = price_of_line_without(case, line, LAST_SURCHARGE)
    return plain if plain is None or plain.professional is None else _modified(case, line, plain, out)


def technical_price(case: Case, line: CaseLine) -> Price | None:
    """Return the technical part of a service, nothing where the book prints one value (MOD-90d)."""
    plain = price_of_line_without(case, line, LAST_SURCHARGE)
    if plain is None or plain.professional is None:
        return None
    technical = plain.exact - plain.professional
    if is_part(line, PROFESSIONAL_PART):
        technical = Fraction(0)
    expression = f"{rials(plain.rial)} − {rials(round_half_up(plain.professional))}"
    step = Step("تنها جزء فنی", expression, round_half_up(technical))
    return replace(plain, exact=technical, professional=Fraction(0), steps=(*plain.steps, step))


def _modified(case: Case, line: CaseLine, price: Price, out: Fallen) -> Price:
    """Return the price of the part that is asked for, raised by 85 and 86, its professional part m times."""
    price = _of_part(case, line, price)
    added = technology_factor(case, line, out) if belongs(line, TECHNOLOGY) else Fraction(0)
    price = _raised(price, "کد ۸۵", added)
    if PORTABLE not in out and reports(line, PORTABLE) and belongs(line, PORTABLE) and case.is_under("MOD-86a"):
        price = _raised(price, "کد ۸۶", percent(case, "portable_addition"))
    professional = price.professional or Fraction(0)
    return multiplied(price, professional, multiple(case, line, out))


def _of_part(case: Case, line: CaseLine, price: Price) -> Price:
    """Return the professional or technical part that 26 or 27 asks for; one printed value is professional already."""
    professional = price.professional or Fraction(0)
    if is_part(line, PROFESSIONAL_PART) and case.is_under("MOD-26a"):
        step = Step("تنها جزء حرفه‌ای (کد ۲۶)", "", round_half_up(professional))
        return replace(price, exact=professional, steps=(*price.steps, step), under="MOD-26a")
    if is_part(line, TECHNICAL_PART) and has_three_values(line) and case.is_under("MOD-27b"):
        technical = price.exact - professional
        step = Step("تنها جزء فنی (کد ۲۷)", "", round_half_up(technical))
        return replace(price, exact=technical, professional=Fraction(0), steps=(*price.steps, step), under="MOD-27b")
    return price


def _raised(price: Price, caption: str, added: Fraction) -> Price:
    if not added:
        return price
    expression = f"{rials(price.rial)} × (۱ + {written(added * 100)}٪)"
    step = Step(f"افزوده {caption}", expression, round_half_up(price.exact * (1 + added)))
    return price.raised(1 + added, step)
