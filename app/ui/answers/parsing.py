"""Typed answers turned into the values of the domain; what can't be read is told in a sentence."""

import re
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from app.domain.dates import JalaliDate, Moment
from app.domain.identity import iban_as_typed, iban_fault
from app.domain.persian import clean, latin_digits
from app.errors import DataError

_DATE = re.compile(r"(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_SEPARATORS = re.compile(r"[٬,،\s]")


def read_text(text: str) -> str:
    """Return a text; raises DataError where it is empty."""
    found = clean(text)
    if not found:
        raise DataError(QCoreApplication.translate("answers", "پاسخ را بنویسید."))
    return found


def read_iban(text: str) -> str:
    """Return an IBAN typed with or without gaps and IR; raises DataError that says what is wrong with it."""
    iban = iban_as_typed(text)
    fault = iban_fault(iban)
    if fault is not None:
        raise DataError(fault)
    return iban


def read_date(text: str) -> JalaliDate:
    """Return a Jalali day typed as ۱۳۹۵/۰۳/۰۷; raises DataError."""
    match = _DATE.fullmatch(latin_digits(text).strip())
    if match is None:
        raise DataError(QCoreApplication.translate("answers", "تاریخ شمسی را مانند ۱۳۹۵/۰۳/۰۷ بنویسید."))
    try:
        return JalaliDate(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise DataError(
            QCoreApplication.translate("answers", "چنین روزی در تقویم نیست؛ تاریخ را اصلاح کنید.")
        ) from error


def read_moment(text: str) -> Moment:
    """Return a day and time typed as ۱۳۹۵/۰۳/۰۷ ۰۸:۳۰; raises DataError."""
    day, _, clock = latin_digits(text).strip().partition(" ")
    match = _TIME.fullmatch(clock.strip())
    if match is None:
        raise DataError(QCoreApplication.translate("answers", "تاریخ و ساعت را مانند ۱۳۹۵/۰۳/۰۷ ۰۸:۳۰ بنویسید."))
    try:
        return Moment(read_date(day), int(match[1]), int(match[2]))
    except ValueError as error:
        raise DataError(
            QCoreApplication.translate("answers", "ساعت میان ۰۰:۰۰ و ۲۳:۵۹ است؛ آن را اصلاح کنید.")
        ) from error


def read_integer(text: str) -> int:
    """Return a whole number; raises DataError."""
    digits = _SEPARATORS.sub("", latin_digits(text))
    if not digits.isdecimal():
        raise DataError(QCoreApplication.translate("answers", "یک عدد بی‌اعشار بنویسید."))
    return int(digits)


def read_decimal(text: str) -> Decimal:
    """Return an exact number, typed with ٫ or a point; raises DataError."""
    digits = _SEPARATORS.sub("", latin_digits(text)).replace("٫", ".")
    if not re.fullmatch(r"\d+(\.\d+)?", digits):
        raise DataError(QCoreApplication.translate("answers", "یک عدد بنویسید، مانند ۱۲ یا ۲٫۵."))
    return Decimal(digits)


def read_items(text: str) -> tuple[str, ...]:
    """Return the items of a list typed with commas between them; an empty text is an empty list."""
    parts = (clean(part) for part in re.split(r"[,،؛]", latin_digits(text)))
    return tuple(part for part in parts if part)
