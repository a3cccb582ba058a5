"""Logical text comes back in the order in which a pen that moves from left to right would write it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.persian import code_text
from app.sheets.shaping import is_right_to_left, visual, wrapped

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئءؤ"


def drawn(text: str) -> str:
    """Return the characters to draw, letters in their base form."""
    return unicodedata.normalize("NFKC", visual(text))


@pytest.mark.parametrize(
    ("logical", "expected"),
    [
        ("می‌شود", "دوش‌یم"),
        ("گچ پژ", "ژپ چگ"),
        ("(الف)", "(فلا)"),
        ("سند [ب] و «پ»", "«پ» و [ب] دنس"),
        ("مبلغ ۱٬۲۵۰٬۰۰۰ ریال", "لایر ۱٬۲۵۰٬۰۰۰ غلبم"),
        ("۱۳۹۵/۰۳/۰۷ ۰۸:۳۰", "۰۸:۳۰ ۱۳۹۵/۰۳/۰۷"),
        ("سهم (۳۰ درصد)", "(دصرد ۳۰) مهس"),
        ("مغز (CT brain) است", "تسا (CT brain) زغم"),
        (f"کد {code_text('603150-B')} است", "تسا 603150-B دک"),
        (f"ضابطه {code_text('GEN-15e')}، بند ۱۵", "۱۵ دنب ،GEN-15e هطباض"),
    ],
)
def test_reading_order_becomes_drawing_order(logical, expected):
    assert drawn(logical).replace("لا", "ال") == expected.replace("لا", "ال")


def test_lam_alef_is_one_letter_form():
    assert len(visual("لا")) == 1
    assert len(visual("سلام")) == 3


def test_letters_are_joined_and_zwnj_parts_them():
    assert visual("به") == "\ufeea\ufe91"
    assert visual("ب‌ه") == "ه\u200cب"


def test_a_formula_is_read_from_the_left():
    assert wrapped("(۱۶۱ − ۲۰) × ۱۰٬۰۰۰", len, 99) == ("(۱۶۱ − ۲۰) × ۱۰٬۰۰۰",)


def test_directional_controls_are_not_drawn():
    assert visual("\u2066603150-B\u2069\u200f\u200e") == "603150-B"


@pytest.mark.parametrize(("text", "expected"), [("ردیف ۳", True), ("۱۲ × ۳", False), ("CT scan", False), ("", False)])
def test_only_letters_make_a_text_right_to_left(text, expected):
    assert is_right_to_left(text) is expected


def test_the_first_words_stand_in_the_first_line():
    first, second = wrapped("یکم دوم سوم چهارم", len, 9)
    assert unicodedata.normalize("NFKC", first) == "مود مکی"
    assert unicodedata.normalize("NFKC", second) == "مراهچ موس"[: len(second)]


def test_a_line_feed_begins_a_new_line():
    assert wrapped("603150\n603151", len, 99) == ("603150", "603151")


def test_a_word_that_no_line_holds_is_cut():
    assert wrapped("603150603150603", len, 6) == ("603150", "603150", "603")


words = st.lists(st.text(LETTERS + "۰۱۲۳۴۵۶۷۸۹", min_size=1, max_size=8), min_size=1, max_size=25)


@given(words, st.integers(8, 40))
def test_no_word_is_lost_and_no_line_is_too_wide(said, width):
    lines = wrapped(" ".join(said), len, width)
    assert all(len(line) <= width for line in lines)
    letters = sorted(unicodedata.normalize("NFKC", "".join(lines)).replace(" ", ""))
    assert letters == sorted(unicodedata.normalize("NFKC", "".join(said)))


@given(st.text(LETTERS + "۰۱۲۳۴۵۶۷۸۹ ()«»[]ABZabz059-/.،؛٬\u200c\u2066\u2069", max_size=40))
def test_whatever_is_written_can_be_drawn(text):
    assert isinstance(visual(text), str)
    assert "\u034f" not in visual(text)
