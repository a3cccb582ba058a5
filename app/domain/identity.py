"""Checks of the numbers that identify people and accounts: national code and IBAN."""

import re
from enum import Enum

from app.domain.persian import clean, latin_digits, persian_digits

NATIONAL_CODE_LENGTH = 10
FIDA = re.compile(r"[0-9]{12}")
SERIAL_OF_BOOKLET = re.compile(r"[0-9]{10}")
IBAN_DIGITS = 24
IRANIAN_IBAN = re.compile(rf"IR[0-9]{{{IBAN_DIGITS}}}")
_GAPS = re.compile(r"[\s\u200c_./-]")


class CodeCheck(Enum):
    """What a look at a national code says."""

    GOOD = "good"
    PADDED = "padded"
    MALFORMED = "malformed"
    REPEATED = "repeated"
    BAD_CHECKSUM = "bad_checksum"


def check_national_code(text: str) -> tuple[CodeCheck, str]:
    """Return what a national code is worth, and the code in ten digits.

    A code of nine digits lost its leading zero in a spreadsheet and is padded (PADDED, when the padded code is good);
    ten equal digits pass the checksum but are given to nobody (REPEATED).
    """
    if not re.fullmatch(r"\d{9,10}", text, flags=re.ASCII):
        return CodeCheck.MALFORMED, text
    code = text.zfill(NATIONAL_CODE_LENGTH)
    if len(set(code)) == 1:
        return CodeCheck.REPEATED, code
    if national_check_digit(code[:9]) != int(code[9]):
        return CodeCheck.BAD_CHECKSUM, code
    return (CodeCheck.GOOD if code == text else CodeCheck.PADDED), code


def national_check_digit(nine: str) -> int:
    """Return the check digit of the first nine digits of a national code."""
    rest = sum(int(digit) * (NATIONAL_CODE_LENGTH - place) for place, digit in enumerate(nine)) % 11
    return rest if rest in {0, 1} else 11 - rest


def insured_number_as_typed(text: str) -> str:
    """Return a typed or pasted number of an insured person in its normal form: Latin digits without gaps."""
    return _GAPS.sub("", latin_digits(clean(text)))


def likely_number_kind(number: str) -> str:
    """Return which kind of number of an insured person a number most likely is, by its digits alone."""
    if FIDA.fullmatch(number):
        return "fida"
    is_serial = SERIAL_OF_BOOKLET.fullmatch(number) and check_national_code(number)[0] is not CodeCheck.GOOD
    return "booklet_serial" if is_serial else "national_code"


def insured_number_fault(number: str, kind: str) -> str | None:
    """Return what is wrong with a typed number of an insured person, as a Persian sentence; None where nothing is.

    Foreigners have a FIDA number of twelve digits, or the first ten digits of the serial of their booklet (PAR-05b).
    """
    if kind == "fida":
        return None if FIDA.fullmatch(number) else "شماره فیدا دوازده رقم است؛ آن را کامل بنویسید."
    if kind == "booklet_serial":
        good = SERIAL_OF_BOOKLET.fullmatch(number)
        return None if good else "از سریال دفترچه اتباع ده رقم نخست نوشته می‌شود؛ آن را اصلاح کنید."
    match check_national_code(number)[0]:
        case CodeCheck.MALFORMED | CodeCheck.PADDED:
            return "کد ملی ده رقم است؛ آن را کامل بنویسید."
        case CodeCheck.REPEATED | CodeCheck.BAD_CHECKSUM:
            return "رقم کنترل کد ملی درست نیست؛ آن را با مدرک بیمار بسنجید."
    return None


def iban_is_good(text: str) -> bool:
    """Tell whether a text is an Iranian IBAN whose checksum (ISO 7064, mod 97) holds."""
    if not IRANIAN_IBAN.fullmatch(text):
        return False
    turned = text[4:] + text[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def iban_fault(text: str) -> str | None:
    """Return what is wrong with an IBAN in its normal form, as a Persian sentence; None where nothing is."""
    if iban_is_good(text):
        return None
    if IRANIAN_IBAN.fullmatch(text):
        return "رقم‌های کنترل شماره شبا با بقیه آن نمی‌خواند؛ شماره را از روی برگه بانک دوباره بنویسید."
    digits = text.removeprefix("IR")
    if digits.isdecimal():
        return (
            f"شماره شبا {persian_digits(IBAN_DIGITS)} رقم دارد و اینجا {persian_digits(len(digits))} رقم است؛"
            " آن را کامل بنویسید."
        )
    return f"شماره شبا از IR و {persian_digits(IBAN_DIGITS)} رقم پس از آن است؛ آن را اصلاح کنید."


def iban_as_typed(text: str) -> str:
    """Return a typed IBAN in its normal form: Latin letters and digits without gaps; IR may be left out."""
    iban = _GAPS.sub("", latin_digits(clean(text))).upper()
    return f"IR{iban}" if iban.isdecimal() else iban


def iban_groups(iban: str) -> str:
    """Return an IBAN in groups of four, as bank slips print it: IR05 0170 0000 …."""
    return " ".join(iban[place : place + 4] for place in range(0, len(iban), 4))
