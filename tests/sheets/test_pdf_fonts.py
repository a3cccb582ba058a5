"""Fonts of a sheet: digits of one width in columns, and text that is found again."""

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.domain.persian import PERSIAN_DIGITS
from app.errors import MachineError
from app.sheets import fonts
from app.sheets.fonts import load_fonts, text_width
from app.sheets.pdf_text import base_letter
from app.sheets.shaping import visual

TABULAR = (fonts.TABULAR, fonts.TABULAR_MEDIUM, fonts.TABULAR_BOLD)
PROPORTIONAL = (fonts.REGULAR, fonts.MEDIUM, fonts.BOLD)


def text_of(line: str, font: str) -> str:
    """Return what a reader program takes from a page with one line on it."""
    load_fonts()
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setFont(font, 12)
    canvas.drawString(50, 700, visual(line))
    canvas.save()
    document = pypdfium2.PdfDocument(target.getvalue())
    try:
        return document[0].get_textpage().get_text_range().strip()
    finally:
        document.close()


@pytest.mark.parametrize("font", TABULAR)
def test_digits_of_a_column_have_one_width(font):
    load_fonts()
    assert len({text_width(digit, font, 10) for digit in PERSIAN_DIGITS}) == 1


@pytest.mark.parametrize("font", PROPORTIONAL)
def test_digits_of_running_text_keep_their_own_widths(font):
    load_fonts()
    assert text_width("۱", font, 10) < text_width("۳", font, 10)


@pytest.mark.parametrize("font", [*TABULAR, *PROPORTIONAL])
def test_digits_are_found_again(font):
    assert text_of("۱٬۲۳۴٬۵۶۷٬۸۹۰", font) == "۱٬۲۳۴٬۵۶۷٬۸۹۰"


@pytest.mark.parametrize("word", ["رسیدگی", "گچ‌پژ", "مبلغ", "کارشناس", "ویزیت", "603150", "CT"])
def test_words_are_found_again_by_their_base_letters(word):
    assert text_of(word, fonts.REGULAR).replace("\u200c", "") == word.replace("\u200c", "")


def test_a_form_is_its_letter_and_lam_alef_stays_whole():
    assert base_letter(0xFE91) == ord("ب")
    assert base_letter(0xFEFB) == 0xFEFB
    assert base_letter(ord("۵")) == ord("۵")
    assert base_letter(0x1F600) == 0xFFFD


def test_a_missing_font_is_told_with_its_place(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "resource", tmp_path.joinpath)
    with pytest.raises(MachineError, match="Vazirmatn-Regular"):
        load_fonts.__wrapped__()
