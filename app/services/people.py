"""Signing in, passwords and the first administrator.

Passwords are kept as Argon2 text. A wrong one is not told apart from an unknown name; after several in a row further
tries wait. The personal signing key is made at the first sign-in and opened with the same password.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from app.domain.office import Credentials, Role, User
from app.domain.persian import clean, latin_digits
from app.errors import UseError
from app.services.clock import stamp
from app.services.office import Office
from app.services.signing_keys import ensure_personal_key, protect_again

MINIMUM_PASSWORD = 8
TRIES_BEFORE_WAITING = 5
WAIT = timedelta(minutes=1)
WRONG = "نام کاربری یا گذرواژه درست نیست. دوباره وارد کنید."

_HASHER = PasswordHasher()
_NOBODY_HASH = _HASHER.hash("nobody signs in with this")


@dataclass(frozen=True, slots=True)
class Session:
    """A person who has signed in; the password opens the signing key and is never shown or stored."""

    user: User
    password: str = field(repr=False)

    def holds(self, role: Role) -> bool:
        """Tell whether the person has a role."""
        return role in self.user.roles


def has_people(office: Office) -> bool:
    """Tell whether anybody has been added yet; a new office asks for its first administrator."""
    with office.read() as view:
        return bool(view.users.list())


def make_first_administrator(office: Office, *, name: str, full_name: str, password: str) -> Session:
    """Add the first person, who administers and reviews; raises UseError where there already is one."""
    if has_people(office):
        raise UseError("این دفتر مدیر دارد. با نام کاربری و گذرواژه خود وارد شوید.")
    roles = frozenset({Role.ADMINISTRATOR, Role.REVIEWER})
    add_person(office, None, name=name, full_name=full_name, roles=roles, password=password)
    return sign_in(office, name, password)


def add_person(
    office: Office, actor: int | None, *, name: str, full_name: str, roles: frozenset[Role], password: str
) -> User:
    """Add a person to the office; raises UseError for an empty name, a taken one or a weak password."""
    name, full_name = _name(name), clean(full_name)
    if not name or not full_name:
        raise UseError("نام کاربری و نام و نام خانوادگی را بنویسید.")
    check_password(password)
    with office.change(actor) as unit:
        return unit.users.add(
            name=name,
            full_name=full_name,
            initials=initials_of(full_name),
            roles=roles,
            password_hash=_HASHER.hash(password),
        )


def sign_in(office: Office, name: str, password: str) -> Session:
    """Return the session of a person; raises UseError for a wrong name or password, and while tries must wait."""
    with office.read() as view:
        found = view.users.by_name(_name(name))
    if found is None or not found.user.active:
        _password_fits(_NOBODY_HASH, password)
        raise UseError(WRONG)
    _refuse_while_waiting(found, office.clock())
    if not _password_fits(found.password_hash, password):
        _count_wrong_try(office, found)
        raise UseError(WRONG)
    if found.failed_attempts:
        with office.change(found.user.id) as unit:
            unit.users.set_attempts(found.user.id, 0)
    certificate = ensure_personal_key(office, found.user, password)
    return Session(replace(found.user, certificate=certificate), password)


def change_password(office: Office, session: Session, new: str) -> Session:
    """Give the signed-in person another password and protect the signing key with it; raises UseError."""
    check_password(new)
    protect_again(office, session.user, session.password, new)
    with office.change(session.user.id) as unit:
        unit.users.set_password(session.user.id, _HASHER.hash(new))
    return Session(session.user, new)


def check_password(password: str) -> None:
    """Raise UseError for a password that is too short to protect a signature."""
    if len(password) < MINIMUM_PASSWORD:
        raise UseError("گذرواژه دست‌کم هشت نویسه باشد.")


def initials_of(full_name: str) -> str:
    """Return the initials that stand beside a person's marks, such as م.ر."""
    return ".".join(word[0] for word in full_name.split()[:2])


def _name(name: str) -> str:
    return latin_digits(clean(name)).casefold()


def _password_fits(password_hash: str, password: str) -> bool:
    try:
        return _HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def _refuse_while_waiting(found: Credentials, now: datetime) -> None:
    if found.locked_until and stamp(now) < found.locked_until:
        raise UseError("چند بار گذرواژه نادرست وارد شده است. یک دقیقه دیگر دوباره بکوشید.")


def _count_wrong_try(office: Office, found: Credentials) -> None:
    tries = found.failed_attempts + 1
    until = stamp(office.clock() + WAIT) if tries >= TRIES_BEFORE_WAITING else None
    with office.change(found.user.id) as unit:
        unit.users.set_attempts(found.user.id, tries, until)
