"""Persian as it is read, typed and shown: letters, digits, grouping, dates.

What comes in is normalised once (`clean`, `latin_digits`); what a person reads is written here (`persian_digits`,
`rials`, `date_text`); what is searched or sorted is folded (`fold`), so that ی/ي, ک/ك, ZWNJ and digit forms are equal.
"""

import re
import unicodedata

from app.domain.dates import JalaliDate, JalaliMonth, Moment

ZWNJ = "\u200c"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
GROUP_SEPARATOR = "٬"
DECIMAL_SEPARATOR = "٫"
MINUS = "\u200e\u2212"
MONTH_NAMES = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"

_TO_LATIN = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, "0123456789" * 2)
_TO_PERSIAN = str.maketrans("0123456789" + ARABIC_DIGITS, PERSIAN_DIGITS * 2)
_UNSEEN = (
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u0640",
    *(chr(code) for code in range(0xD800, 0xE000)),
)
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u200b": ZWNJ} | dict.fromkeys(_UNSEEN))
_GAPS = re.compile(rf"[\s{ZWNJ}]+")
_SEARCH_FOLDS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ة": "ه", "ۀ": "ه", ZWNJ: " "}
)


def latin_digits(text: str) -> str:
    """Return the text with Persian and Arabic digits as 0-9."""
    return text.translate(_TO_LATIN)


def persian_digits(text: object) -> str:
    """Return the text of a value with its digits as ۰-۹."""
    return str(text).translate(_TO_PERSIAN)


def clean(text: str) -> str:
    """Return text with Persian ی and ک, single spaces, and ZWNJ only inside words; digits stay as they are.

    Tatweel, control characters and marks of direction are dropped: what needs isolation is isolated where it is shown.
    """
    letters = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_LETTERS))
    return _GAPS.sub(lambda gap: ZWNJ if gap[0].strip(ZWNJ) == "" else " ", letters).strip(f" {ZWNJ}")


def fold(text: str) -> str:
    """Return the form of a text that search and sorting compare; never shown."""
    folded = latin_digits(clean(unicodedata.normalize("NFKC", text))).translate(_SEARCH_FOLDS)
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def rials(amount: int) -> str:
    """Return whole rials as a person reads them, ۱٬۲۵۰٬۰۰۰; a negative amount carries its sign at the left."""
    grouped = f"{abs(amount):,}".replace(",", GROUP_SEPARATOR).translate(_TO_PERSIAN)
    return MINUS + grouped if amount < 0 else grouped


def number(value: object) -> str:
    """Return a count or an exact decimal with Persian digits and decimal separator, without trailing zeros."""
    text = str(value)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return persian_digits(text.replace(".", DECIMAL_SEPARATOR))


def date_text(day: JalaliDate) -> str:
    """Return a day as ۱۳۹۵/۰۳/۰۷."""
    return persian_digits(str(day).replace("-", "/"))


def moment_text(moment: Moment) -> str:
    """Return a moment as ۱۳۹۵/۰۳/۰۷ ۰۸:۳۰."""
    return f"{date_text(moment.day)} {persian_digits(f'{moment.hour:02d}:{moment.minute:02d}')}"


def month_text(month: JalaliMonth) -> str:
    """Return a month as خرداد ۱۳۹۵."""
    return f"{MONTH_NAMES[month.month - 1]} {persian_digits(month.year)}"


def code_text(code: str) -> str:
    """Return a code isolated left to right, so that right-to-left text around it does not scramble it."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{code}{POP_ISOLATE}"
