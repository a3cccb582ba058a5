"""Passwords: kept as Argon2 text, long enough to protect a signing key; and those that are good for one sign-in.

A one-time password is handed over on paper or by voice. It is all digits, so that it can be typed on any keyboard.
"""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from app.domain.persian import clean, latin_digits
from app.errors import UseError

MINIMUM_PASSWORD, MAXIMUM_PASSWORD = 8, 128
ONE_TIME_DIGITS = 12

_HASHER = PasswordHasher()
_NOBODY_HASH = _HASHER.hash("nobody signs in with this")


def hash_of(password: str) -> str:
    """Return the text by which the office recognises a password."""
    return _HASHER.hash(password)


def fits(password_hash: str, password: str) -> bool:
    """Tell whether a password is the one of a text; nothing longer than a password may be is tried."""
    if len(password) > MAXIMUM_PASSWORD:
        return False
    try:
        return _HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def take_as_long() -> None:
    """Take as long as the check of a password, so that an unknown name is not told by its haste."""
    fits(_NOBODY_HASH, "")


def check_password(password: str, *, before: str | None = None) -> None:
    """Raise UseError for a password that is too short to protect a signature, too long, or still the one of before."""
    if len(password) < MINIMUM_PASSWORD:
        raise UseError("گذرواژه دست‌کم هشت نویسه باشد.")
    if len(password) > MAXIMUM_PASSWORD:
        raise UseError("گذرواژه دست‌بالا ۱۲۸ نویسه باشد.")
    if password == before:
        raise UseError("گذرواژه تازه همان پیشین است؛ دیگری برگزینید.")


def new_one_time_password() -> str:
    """Return a password that nobody can guess, for one sign-in."""
    return "".join(secrets.choice("0123456789") for _digit in range(ONE_TIME_DIGITS))


def one_time_digits(typed: str) -> str:
    """Return a one-time password as it was made, however its digits were typed and grouped."""
    return "".join(sign for sign in latin_digits(clean(typed)) if sign not in " -\u2013\u200c")
