"""Texts as the desk shows them: isolated codes, amounts, times; and as they leave it: without invisible marks."""

import re
import unicodedata
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle

from app.domain.dates import JalaliDate, Moment
from app.domain.persian import code_text, moment_text, persian_digits, rials

NOTHING = "—"
_BIDI_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def identifier(text: str) -> str:
    """Return an identifier isolated left to right: Persian digits where it is all digits, else as it was written."""
    return code_text(persian_digits(text) if text.isdecimal() else text)


def sentence(text: str) -> str:
    """Return a Persian text so that it runs from the right even where its first word is Latin, as in «MRI زانو».

    Left to itself Qt takes the direction of a text from its first word.
    """
    first = next((c for c in text if unicodedata.bidirectional(c) in {"L", "R", "AL"}), "")
    latin_first = first != "" and unicodedata.bidirectional(first) == "L"
    return f"\u200f{text}" if latin_first and has_persian_letters(text) else text


def has_persian_letters(text: str) -> bool:
    """Tell whether a text has letters that run from the right."""
    return any(unicodedata.bidirectional(character) == "AL" for character in text)


def without_bidi_marks(text: str) -> str:
    """Return a text fit for the clipboard: amounts and codes without the invisible marks that steer their display."""
    return _BIDI_MARKS.sub("", text)


def amount_in_rials(amount: int) -> str:
    """Return whole rials with their unit."""
    return f"{rials(amount)} ریال"


def signed_rials(amount: int) -> str:
    """Return a difference in rials with its sign at the left, whatever text it stands in."""
    return code_text(f"+{rials(amount)}" if amount > 0 else rials(amount))


def formula(text: str) -> str:
    """Return arithmetic with Persian digits, isolated so that it reads left to right as it is calculated.

    An expression with Persian words in it reads like any other sentence.
    """
    shown = persian_digits(text)
    return sentence(shown) if has_persian_letters(shown) else code_text(shown)


def local_moment(at: str) -> str:
    """Return an ISO time in UTC as the Jalali day and clock time of this machine."""
    then = datetime.fromisoformat(at).astimezone()
    return moment_text(Moment(JalaliDate.from_gregorian(then.date()), then.hour, then.minute))


def leading() -> Qt.AlignmentFlag:
    """Return the alignment at the beginning of a line, for labels that hold only figures.

    Left to itself a label aligns by its content, and figures alone would stand at the left.
    """
    beginning = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return QStyle.visualAlignment(QGuiApplication.layoutDirection(), beginning) | Qt.AlignmentFlag.AlignAbsolute
