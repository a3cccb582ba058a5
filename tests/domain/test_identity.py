"""National codes and IBANs: good ones pass, single slips are caught as far as the checksum can."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.identity import (
    CodeCheck,
    check_national_code,
    iban_as_typed,
    iban_fault,
    iban_groups,
    iban_is_good,
    likely_number_kind,
    national_check_digit,
)

NINES = st.text("0123456789", min_size=9, max_size=9)
ACCOUNTS = st.text("0123456789", min_size=22, max_size=22)


def iban(account: str) -> str:
    """The good IBAN of an account: check digits by ISO 7064 mod 97 with I = 18 and R = 27."""
    return f"IR{98 - int(account + '182700') % 97:02d}{account}"


@given(nine=NINES)
def test_a_code_with_its_check_digit_is_good(nine: str) -> None:
    code = nine + str(national_check_digit(nine))
    assume(len(set(code)) > 1)

    assert check_national_code(code) == (CodeCheck.GOOD, code)


@given(nine=NINES, digit=st.integers(0, 9))
def test_no_other_check_digit_is_good(nine: str, digit: int) -> None:
    assume(digit != national_check_digit(nine))

    check, _ = check_national_code(nine + str(digit))

    assert check in {CodeCheck.BAD_CHECKSUM, CodeCheck.REPEATED}


@given(nine=NINES, place=st.integers(0, 8), slip=st.integers(1, 9))
def test_a_changed_digit_is_caught_except_between_the_two_sums_that_share_a_check_digit(
    nine: str, place: int, slip: int
) -> None:
    def rest(digits: str) -> int:
        return sum(int(digit) * (10 - index) for index, digit in enumerate(digits)) % 11

    slipped = nine[:place] + str((int(nine[place]) + slip) % 10) + nine[place + 1 :]
    assume({rest(nine), rest(slipped)} != {1, 10})

    assert check_national_code(slipped + str(national_check_digit(nine)))[0] is not CodeCheck.GOOD


@given(eight=st.text("0123456789", min_size=8, max_size=8))
def test_a_lost_leading_zero_is_given_back(eight: str) -> None:
    code = f"0{eight}{national_check_digit('0' + eight)}"
    assume(len(set(code)) > 1)

    assert check_national_code(code[1:]) == (CodeCheck.PADDED, code)


@pytest.mark.parametrize("digit", "0123456789")
def test_ten_equal_digits_are_nobodys(digit: str) -> None:
    assert check_national_code(digit * 10)[0] is CodeCheck.REPEATED


@pytest.mark.parametrize(
    "text", ["", "12345678", "12345678901", "001234567A", "۰۰۱۲۳۴۵۶۷۹", "0012345679\n", " 012345679"]
)
def test_what_is_no_code_is_malformed(text: str) -> None:
    assert check_national_code(text)[0] is CodeCheck.MALFORMED


def test_known_codes() -> None:
    assert check_national_code("0012345679")[0] is CodeCheck.GOOD
    assert check_national_code("0012345678")[0] is CodeCheck.BAD_CHECKSUM


@given(account=ACCOUNTS)
def test_an_iban_with_its_check_digits_is_good(account: str) -> None:
    assert iban_is_good(iban(account))


@given(account=ACCOUNTS, place=st.integers(2, 25), slip=st.integers(1, 9))
def test_a_changed_digit_of_an_iban_is_caught(account: str, place: int, slip: int) -> None:
    good = iban(account)
    slipped = good[:place] + str((int(good[place]) + slip) % 10) + good[place + 1 :]

    assert not iban_is_good(slipped)


@given(account=ACCOUNTS, place=st.integers(2, 24))
def test_two_digits_that_changed_places_are_caught(account: str, place: int) -> None:
    good = iban(account)
    assume(good[place] != good[place + 1])

    assert not iban_is_good(good[:place] + good[place + 1] + good[place] + good[place + 2 :])


@pytest.mark.parametrize(
    "text", ["", "IR", "DE82054010268002081790900", "ir820540102680020817909002", "IR82054010268002081790900۲"]
)
def test_what_is_no_iranian_iban_is_not_good(text: str) -> None:
    assert not iban_is_good(text)


@given(account=ACCOUNTS)
def test_an_iban_in_groups_is_read_back_as_it_was(account: str) -> None:
    good = iban(account)

    assert iban_as_typed(iban_groups(good)) == good
    assert iban_as_typed(good[2:]) == good
    assert iban_fault(good) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("IR050170000000123456789013", "رقم‌های کنترل"),
        ("IR05017000000012345678901", "۲۳ رقم"),
        ("DE89370400440532013000", "از IR"),
        ("", "از IR"),
    ],
)
def test_a_wrong_iban_is_told_what_is_wrong_with_it(text: str, word: str) -> None:
    fault = iban_fault(text)

    assert fault is not None
    assert word in fault


def test_an_iban_is_read_in_persian_digits_and_small_letters() -> None:
    assert iban_as_typed("ir۰۵ ۰۱۷۰-۰۰۰۰ 0012 3456 7890 12") == "IR050170000000123456789012"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("0012345679", "national_code"),
        ("123456789012", "fida"),
        ("1234567890", "booklet_serial"),
        ("12", "national_code"),
    ],
)
def test_the_digits_of_a_number_tell_what_it_most_likely_is(number: str, kind: str) -> None:
    assert likely_number_kind(number) == kind
