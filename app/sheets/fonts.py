"""The fonts of a sheet: Vazirmatn in three weights, and each again with digits of one width for columns of amounts."""

from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.domain.persian import PERSIAN_DIGITS
from app.errors import MachineError
from app.resources import resource
from app.sheets.pdf_text import make_text_searchable

REGULAR, MEDIUM, BOLD = "Vazirmatn", "Vazirmatn-Medium", "Vazirmatn-Bold"
TABULAR, TABULAR_MEDIUM, TABULAR_BOLD = "Vazirmatn-Tabular", "Vazirmatn-Tabular-Medium", "Vazirmatn-Tabular-Bold"

# ascent and descent of Persian text in the em, measured on the letters that reach furthest
ASCENT, DESCENT = 0.80, 0.36

_FILES = {
    "Vazirmatn-Regular.ttf": (REGULAR, TABULAR),
    "Vazirmatn-Medium.ttf": (MEDIUM, TABULAR_MEDIUM),
    "Vazirmatn-Bold.ttf": (BOLD, TABULAR_BOLD),
}
# the glyphs of ۰ to ۹ that the font's `tnum` feature puts in place of the proportional ones; the same in all weights
_TABULAR_GLYPHS = (902, 904, 906, 908, 912, 914, 916, 920, 922, 924)
_TIGHTER = 85  # thousandths of the size of type: all these digits have the width of the widest and stand too far apart


@cache
def load_fonts() -> None:
    """Register the fonts with reportlab; raises MachineError where a font file is missing or broken."""
    make_text_searchable()
    for file_name, (name, tabular_name) in _FILES.items():
        path = str(resource("fonts", file_name))
        try:
            font, tabular = TTFont(name, path), TTFont(tabular_name, path)
        except (TTFError, OSError) as error:
            raise MachineError(
                f"قلم فارسی برگه‌ها خوانده نشد: {path}\nبرنامه را دوباره نصب کنید تا این پرونده سر جایش بیاید."
            ) from error
        _use_tabular_digits(tabular)
        pdfmetrics.registerFont(font)
        pdfmetrics.registerFont(tabular)


def _use_tabular_digits(font: TTFont) -> None:
    """Point the Persian digits of a font at their glyphs of equal width."""
    face = font.face
    face.name += b"-Tabular"  # reportlab takes faces of one name for one font
    for digit, glyph in zip(PERSIAN_DIGITS, _TABULAR_GLYPHS, strict=True):
        advance, _ = face.hmetrics[glyph]
        face.charToGlyph[ord(digit)] = glyph
        face.charWidths[ord(digit)] = advance * 1000 / face.unitsPerEm - _TIGHTER


@lru_cache(maxsize=65_536)
def text_width(visual_text: str, font_name: str, size: float) -> float:
    """Return the width of a visual string in points."""
    return float(pdfmetrics.stringWidth(visual_text, font_name, size))
