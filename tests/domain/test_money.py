"""Every rial is accounted for: shares add up, cuts round down, prices round half up once."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import exact, percent_of, portion, round_half_up

RIALS = st.integers(0, 10**13)
PERCENTS = st.decimals(0, 100, places=2)
QUANTITIES = st.decimals("0.01", 1_000, places=2)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0", 0), ("0.49", 0), ("0.5", 1), ("1.5", 2), ("2.5", 3), ("2.499999999999", 2), ("7", 7)],
)
def test_a_half_goes_up(amount: str, rounded: int) -> None:
    assert round_half_up(Decimal(amount)) == rounded


@given(amount=st.fractions(0, 10**13))
def test_rounding_moves_by_half_a_rial_at_most(amount: Fraction) -> None:
    rounded = round_half_up(amount)

    assert isinstance(rounded, int)
    assert -Fraction(1, 2) < rounded - amount <= Fraction(1, 2)


@given(percent=PERCENTS, amount=RIALS)
def test_a_share_and_the_rest_are_the_whole(percent: Decimal, amount: int) -> None:
    share = percent_of(percent, amount)

    assert 0 <= share <= amount
    assert share + (amount - share) == amount
    assert abs(share - exact(percent) * amount / 100) <= Fraction(1, 2)


def test_the_ends_of_a_percent_are_nothing_and_all() -> None:
    assert (percent_of(0, 12_345), percent_of(100, 12_345)) == (0, 12_345)
    assert percent_of(30, 5) == 2
    assert percent_of(Fraction(100, 3), 100) == 33


@given(amount=RIALS, quantity=QUANTITIES, data=st.data())
def test_a_cut_keeps_no_more_than_its_part(amount: int, quantity: Decimal, data: st.DataObject) -> None:
    kept = data.draw(st.decimals(0, quantity, places=2))
    left = portion(amount, kept, quantity)

    assert 0 <= left <= amount
    assert left <= exact(amount) * exact(kept) / exact(quantity) < left + 1


@given(amount=RIALS, quantity=QUANTITIES)
def test_a_cut_that_keeps_all_or_nothing(amount: int, quantity: Decimal) -> None:
    assert portion(amount, quantity, quantity) == amount
    assert portion(amount, 0, quantity) == 0


def test_decimals_are_taken_as_written() -> None:
    assert exact(Decimal("0.1")) + exact(Decimal("0.2")) == Fraction(3, 10)
