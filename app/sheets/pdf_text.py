"""Text in our PDFs is found by searching and copied as it is read: glyphs name base letters, not presentation forms."""

import unicodedata
from collections.abc import Callable, Sequence

from reportlab.pdfbase import ttfonts

_write_map: Callable[[str, Sequence[int]], str] = ttfonts.makeToUnicodeCMap
_LAST_OF_THE_BASIC_PLANE = 0xFFFF
_REPLACEMENT = 0xFFFD


def base_letter(code_point: int) -> int:
    """Return the code point that a drawn one stands for.

    The forms of a letter become the letter. A lam-alef stays one character: as two letters, text that is taken out of
    the PDF right to left would swap them. What four hexadecimal digits can't name becomes U+FFFD.
    """
    if code_point > _LAST_OF_THE_BASIC_PLANE:
        return _REPLACEMENT
    plain = unicodedata.normalize("NFKC", chr(code_point))
    return ord(plain) if len(plain) == 1 else code_point


def searchable_map(fontname: str, subset: Sequence[int]) -> str:
    """Return the ToUnicode map of a font subset, by base letters."""
    return _write_map(fontname, [base_letter(code_point) for code_point in subset])


def make_text_searchable() -> None:
    """Have reportlab write our map; calling it again changes nothing."""
    ttfonts.makeToUnicodeCMap = searchable_map
