"""Whole rials: rounding, sharing and cutting, each in one place.

Amounts are `int` rials. Relative values, percents and quantities are `Fraction` or `Decimal`, never float; a price is
rounded once, half up, when it is complete.
"""

from decimal import Decimal
from fractions import Fraction
from math import floor

Rial = int
Exact = int | Decimal | Fraction


def exact(number: Exact) -> Fraction:
    """Return a number as a fraction, so that sums and products lose nothing."""
    return Fraction(number)


def round_half_up(amount: Exact) -> Rial:
    """Round a non-negative amount to whole rials, half up."""
    return floor(exact(amount) + Fraction(1, 2))


def percent_of(percent: Exact, amount: Rial) -> Rial:
    """Return a percent of an amount, rounded half up; the other share is found by subtraction."""
    return round_half_up(exact(percent) * amount / 100)


def portion(amount: Rial, kept: Exact, quantity: Exact) -> Rial:
    """Return what is left of an amount when `kept` of `quantity` units stay: floor(amount × kept / quantity)."""
    return floor(exact(amount) * exact(kept) / exact(quantity))
