"""Persian comes in in many spellings and goes out in one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.dates import JalaliDate, JalaliMonth, Moment
from app.domain.persian import (
    GROUP_SEPARATOR,
    MINUS,
    ZWNJ,
    clean,
    code_text,
    date_text,
    fold,
    latin_digits,
    moment_text,
    month_text,
    number,
    persian_digits,
    rials,
)

PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأإؤئءةۀيكى ًٌٍَُِّْ"
TEXTS = st.text() | st.text(PERSIAN + ZWNJ + " \u00a0\u200f\u200b\ufeffـ0۱٢abA.,-\n\t")


@given(text=TEXTS)
@example(text=f" {ZWNJ} {ZWNJ}{ZWNJ} می{ZWNJ}{ZWNJ} شود{ZWNJ} ")
@example(text="ي\u200f\u0654")
def test_cleaning_once_is_enough(text: str) -> None:
    once = clean(text)

    assert clean(once) == once


@given(text=TEXTS)
def test_a_clean_text_has_persian_letters_single_spaces_and_nothing_unseen(text: str) -> None:
    cleaned = clean(text)

    assert not set(cleaned) & set("يىكـ\u00a0\u200b\ufeff\u200e\u200f\u202a\u202e\u2066\u2069\x00\x07\n\t\ud800")
    assert "  " not in cleaned
    assert ZWNJ * 2 not in cleaned
    assert f"{ZWNJ} " not in cleaned
    assert f" {ZWNJ}" not in cleaned
    assert cleaned == cleaned.strip(f" {ZWNJ}")


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("علي كاظمي", "علی کاظمی"),
        ("  دو\u00a0  فاصله\t", "دو فاصله"),
        (f"می{ZWNJ}شود", f"می{ZWNJ}شود"),
        (f"می{ZWNJ}{ZWNJ}شود", f"می{ZWNJ}شود"),
        (f"می{ZWNJ} شود", "می شود"),
        ("سـونوگـرافی", "سونوگرافی"),
        ("مسي\u0654ول", "مسئول"),
        ("۱۲ و ٣", "۱۲ و ٣"),
    ],
)
def test_known_spellings(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@given(digits=st.text("0123456789", min_size=1))
def test_digits_go_to_persian_and_back(digits: str) -> None:
    assert latin_digits(persian_digits(digits)) == digits
    assert latin_digits("٠١٢٣٤٥٦٧٨٩") == latin_digits("۰۱۲۳۴۵۶۷۸۹") == "0123456789"
    assert persian_digits("٤") == "۴"


@given(amount=st.integers(-(10**15), 10**15))
def test_rials_can_be_read_back(amount: int) -> None:
    text = rials(amount)

    assert int(latin_digits(text).replace(GROUP_SEPARATOR, "").replace(MINUS, "-")) == amount
    assert all(len(group) == 3 for group in text.lstrip(MINUS).split(GROUP_SEPARATOR)[1:])


def test_what_a_person_reads() -> None:
    assert rials(1_250_000) == "۱٬۲۵۰٬۰۰۰"
    assert number("1.50") == "۱٫۵"
    assert number(100) == "۱۰۰"
    assert date_text(JalaliDate(1395, 3, 7)) == "۱۳۹۵/۰۳/۰۷"
    assert moment_text(Moment(JalaliDate(1395, 3, 7), 8, 5)) == "۱۳۹۵/۰۳/۰۷ ۰۸:۰۵"
    assert month_text(JalaliMonth(1395, 3)) == "خرداد ۱۳۹۵"
    assert code_text("C-12") == "\u2066C-12\u2069"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("علي", "علی"),
        ("كاظمی", "کاظمی"),
        (f"سی{ZWNJ}تی", "سی تی"),
        ("۱۲۳", "١٢٣"),
        ("۱۲۳", "123"),
        ("مسئول", "مسیول"),
        ("آزمایش", "ازمایش"),
        ("MRI", "mri"),
        ("مُچ", "مچ"),
        ("ﻋﻠﻲ", "علی"),
        ("  دو   فاصله ", "دو فاصله"),
    ],
)
def test_search_takes_spellings_as_equal(first: str, second: str) -> None:
    assert fold(first) == fold(second)


def test_search_keeps_different_words_apart() -> None:
    assert fold("سر") != fold("سیر")


@given(text=st.text(PERSIAN + ZWNJ + " 0۱٢abA"))
def test_folding_once_is_enough(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(clean(text)) == fold(text)
