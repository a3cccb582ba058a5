"""Texts run the way that they are read, and leave the desk clean."""

import pytest
from PySide6.QtGui import QTextLayout

from app.domain.persian import LEFT_TO_RIGHT_ISOLATE
from app.ui.fonts import font
from app.ui.text import amount_in_rials, formula, identifier, local_moment, sentence, without_bidi_marks

RIGHT_TO_LEFT_MARK = "\u200f"


@pytest.mark.parametrize("text", ["MRI زانو", "۲ PCR کمی", "(CT) مغز"])
def test_a_persian_text_with_a_latin_first_word_runs_from_the_right(themed, text):
    assert sentence(text) == RIGHT_TO_LEFT_MARK + text
    assert without_bidi_marks(sentence(text)) == text


@pytest.mark.parametrize("text", ["سی‌تی اسکن مغز", "T-CTBRAIN-C", "۱٬۲۵۰٬۰۰۰", ""])
def test_other_texts_are_left_as_they_are(themed, text):
    assert sentence(text) == text


def test_the_latin_word_stands_at_the_right(themed):
    layout = QTextLayout(sentence("MRI زانو"), font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    latin, persian = line.cursorToX(2)[0], line.cursorToX(7)[0]

    assert latin > persian


def test_codes_are_isolated_and_whole_numbers_are_persian():
    assert identifier("T-CTBRAIN-C") == f"{LEFT_TO_RIGHT_ISOLATE}T-CTBRAIN-C\u2069"
    assert without_bidi_marks(identifier("0012345679")) == "۰۰۱۲۳۴۵۶۷۹"
    assert formula("3 × 10,000") == f"{LEFT_TO_RIGHT_ISOLATE}۳ × ۱۰,۰۰۰\u2069"
    assert formula("MRI زانو") == f"{RIGHT_TO_LEFT_MARK}MRI زانو"
    assert amount_in_rials(1_250_000) == "۱٬۲۵۰٬۰۰۰ ریال"


def test_a_time_in_utc_is_shown_as_a_jalali_day():
    assert local_moment("2016-06-01T06:30:00+00:00").startswith("۱۳۹۵/۰۳/۱۲ ")
    assert local_moment("2016-06-01T06:30:00Z").startswith("۱۳۹۵/۰۳/۱۲ ")
