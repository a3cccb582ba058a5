"""Amounts in words («به حروف»), as they stand on a cheque."""

_AND = " و "
_UNITS = (
    "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه",
    "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده",
)  # fmt: skip
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
# above these people speak of thousands and millions of milliards: nobody reads «بیلیون» and «تریلیون» alike
_SCALES = ((10**9, "میلیارد"), (10**6, "میلیون"), (10**3, "هزار"))
LARGEST = 10**15


def in_words(number: int) -> str:
    """Return a whole number from 0 to 10^15 in Persian words; raises ValueError outside."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no words for {number}")
    return _AND.join(_parts(number)) or "صفر"


def _parts(number: int) -> list[str]:
    """Return the words of a number that «و» joins."""
    for scale, name in _SCALES:
        if number >= scale:
            return [f"{_AND.join(_parts(number // scale))} {name}", *_parts(number % scale)]
    below_hundred = number % 100
    if below_hundred < len(_UNITS):
        words: tuple[str, ...] = (_HUNDREDS[number // 100], _UNITS[below_hundred])
    else:
        words = (_HUNDREDS[number // 100], _TENS[below_hundred // 10], _UNITS[below_hundred % 10])
    return [word for word in words if word]
