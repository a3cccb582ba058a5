"""How long the words of a person may be: what is said must find room on a sheet."""

from app.domain.persian import persian_digits

LONGEST_REASON = 1000
"""Characters of a reason or note; that fills a quarter of a page."""


def too_long(words: str | None) -> str | None:
    """Return why a reason or note is not taken, as a Persian sentence; None where it is short enough."""
    if words is None or len(words) <= LONGEST_REASON:
        return None
    most, written = persian_digits(LONGEST_REASON), persian_digits(len(words))
    return f"دلیل یا یادداشت {written} نویسه دارد و در برگ جا نمی‌گیرد؛ آن را تا {most} نویسه کوتاه کنید."
