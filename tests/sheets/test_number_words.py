"""Amounts in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sheets.number_words import LARGEST, in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صفر"),
        (1, "یک"),
        (10, "ده"),
        (19, "نوزده"),
        (20, "بیست"),
        (21, "بیست و یک"),
        (100, "یکصد"),
        (101, "یکصد و یک"),
        (118, "یکصد و هجده"),
        (999, "نهصد و نود و نه"),
        (1_000, "یک هزار"),
        (1_001, "یک هزار و یک"),
        (20_000, "بیست هزار"),
        (1_610_000, "یک میلیون و ششصد و ده هزار"),
        (1_000_000_000, "یک میلیارد"),
        (2_005_000_030, "دو میلیارد و پنج میلیون و سی"),
        (1_250_000_000_000, "یک هزار و دویست و پنجاه میلیارد"),
        (10**15, "یک میلیون میلیارد"),
    ],
)
def test_an_amount_is_written_as_on_a_cheque(number, words):
    assert in_words(number) == words


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_what_has_no_words_is_refused(number):
    with pytest.raises(ValueError, match="no words"):
        in_words(number)


@given(st.integers(0, LARGEST), st.integers(0, LARGEST))
def test_different_amounts_have_different_words(one, other):
    assert (in_words(one) == in_words(other)) is (one == other)


VALUES = {in_words(n): n for n in [*range(1, 20), *range(20, 100, 10), *range(100, 1000, 100)]}
SCALES = {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9}


def value(words):
    """Return the number that a reader takes from words below 10^12."""
    total = group = 0
    for word in words.replace(" و ", " ").split():
        if word in SCALES:
            total, group = total + group * SCALES[word], 0
        else:
            group += VALUES[word]
    return total + group


@given(st.integers(1, 10**12 - 1))
def test_the_words_say_the_amount(number):
    assert value(in_words(number)) == number
