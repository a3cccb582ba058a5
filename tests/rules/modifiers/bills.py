"""Lines of a hospital bill for the tests of the modifiers: an operation, and an hour of general anesthesia."""

from typing import Any

from tests.rules.claims import Document, line

HOUR = {"surgery_start": "1395-03-05T09:00", "surgery_end": "1395-03-05T10:00"}


def operation(
    code: str, amount: int = 250_000, *modifiers: str, no: int = 1, over: Any = None, **facts: Any
) -> Document:
    """Return a surgery line with confirmed times."""
    keys = {"no": no, "section": "surgery", "modifiers": list(modifiers)} | (over or {})
    return line(code, amount, over=keys, operation_times_confirmed=True, **facts)


def anesthesia(code: str, amount: int, *modifiers: str, no: int = 2, over: Any = None, **facts: Any) -> Document:
    """Return an anesthesia line of one hour of surgery."""
    keys = {"no": no, "section": "anesthesia", "modifiers": list(modifiers)} | (over or {})
    return line(code, amount, over=keys, **{**HOUR, "anesthesia_method": "general", **facts})
