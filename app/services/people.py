"""Signing in, the choice of a password, and the first administrator.

A wrong password is not told apart from an unknown name; after several in a row further tries wait, longer each time.
Tries are counted in the store, so that all desks of an office count together. The personal signing key is opened with
the same password; who was given a one-time password chooses one of their own before anything else.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.domain.office import Credentials, Role, User
from app.domain.persian import clean, latin_digits, persian_digits
from app.errors import UseError
from app.services.clock import stamp
from app.services.office import Office
from app.services.passwords import check_password, fits, hash_of, one_time_digits, take_as_long
from app.services.signing_keys import ensure_personal_key, protect_again

TRIES_BEFORE_WAITING = 5
SHORTEST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
HAS_AN_ADMINISTRATOR = "این دفتر مدیر دارد. با نام کاربری و گذرواژه خود وارد شوید."


@dataclass(frozen=True, slots=True)
class Session:
    """A person who has signed in; the password opens the signing key and is never shown or stored."""

    user: User
    password: str = field(repr=False)

    def holds(self, role: Role) -> bool:
        """Tell whether the person has a role."""
        return role in self.user.roles


class WrongPassword(UseError):
    """Name and password do not fit; which of the two is wrong is not told."""

    def __init__(self) -> None:
        super().__init__("نام کاربری یا گذرواژه درست نیست. دوباره وارد کنید.")


class NewPasswordNeeded(UseError):
    """The password was right, but it was the administrator's: the person chooses one of their own, then signs in."""

    def __init__(self) -> None:
        super().__init__("این گذرواژه یک‌بارمصرف است. گذرواژه‌ای برای خود برگزینید و با آن وارد شوید.")


def has_people(office: Office) -> bool:
    """Tell whether anybody has been added yet; a new office asks for its first administrator."""
    with office.read() as view:
        return bool(view.users.list())


def make_first_administrator(office: Office, *, name: str, full_name: str, password: str) -> Session:
    """Add the first person, who administers and reviews; raises UseError where there already is one."""
    if has_people(office):
        raise UseError(HAS_AN_ADMINISTRATOR)
    roles = frozenset({Role.ADMINISTRATOR, Role.REVIEWER})
    _add(office, None, name=name, full_name=full_name, roles=roles, password=password, alone=True)
    return sign_in(office, name, password)


def add_person(
    office: Office, actor: int | None, *, name: str, full_name: str, roles: frozenset[Role], password: str
) -> User:
    """Add a person to the office; raises UseError for an empty name, a taken one or a weak password."""
    return _add(office, actor, name=name, full_name=full_name, roles=roles, password=password)


def _add(
    office: Office,
    actor: int | None,
    *,
    name: str,
    full_name: str,
    roles: frozenset[Role],
    password: str,
    alone: bool = False,
) -> User:
    """Add a person; where they have to be alone, nobody may have come at another desk meanwhile."""
    name, full_name = user_name(name), clean(full_name)
    if not name or not full_name:
        raise UseError("نام کاربری و نام و نام خانوادگی را بنویسید.")
    check_password(password)
    password_hash = hash_of(password)
    with office.change(actor) as unit:
        if alone and unit.users.list():
            raise UseError(HAS_AN_ADMINISTRATOR)
        return unit.users.add(
            name=name,
            full_name=full_name,
            initials=initials_of(full_name),
            roles=roles,
            password_hash=password_hash,
        )


def sign_in(office: Office, name: str, password: str) -> Session:
    """Return the session of a person.

    Raises WrongPassword for a wrong name or password, UseError while tries must wait, NewPasswordNeeded for a one-time
    password.
    """
    user = _proven(office, name, password)
    if user.must_change_password:
        raise NewPasswordNeeded
    certificate = ensure_personal_key(office, user, password)
    return Session(replace(user, certificate=certificate), password)


def choose_password(office: Office, name: str, one_time: str, new: str) -> Session:
    """Replace a one-time password by the person's own and return their session; the signing key is made then.

    Raises UseError as `sign_in` does, and for a new password that is weak or the one-time one.
    """
    check_password(new)
    user = _proven(office, name, one_time)
    if user.must_change_password:
        _refuse_one_time(new, one_time)
        password_hash = hash_of(new)
        with office.change(user.id) as unit:
            unit.users.set_password(user.id, password_hash)
    return sign_in(office, name, new)


def change_password(office: Office, session: Session, current: str, new: str) -> Session:
    """Give the signed-in person another password and protect the signing key with it.

    The present one is asked for as at signing in, for somebody else may sit at the open desk. Raises UseError as
    `sign_in` does, and for a weak password.
    """
    check_password(new, before=current)
    user, password_hash = _proven(office, session.user.name, current), hash_of(new)
    if user.must_change_password:
        raise NewPasswordNeeded
    with office.change(user.id) as unit:
        unit.users.set_password(user.id, password_hash)
        protect_again(office, user, current, new)
    return Session(user, new)


def still_stands(office: Office, session: Session) -> bool:
    """Tell whether a person may still sign in by the same password, and in the same roles."""
    with office.read() as view:
        now = view.users.get(session.user.id)
    return now.active and not now.must_change_password and now.roles == session.user.roles


def initials_of(full_name: str) -> str:
    """Return the initials that stand beside a person's marks, such as م.ر."""
    return ".".join(word[0] for word in full_name.split()[:2])


def user_name(name: str) -> str:
    """Return a user name as the store keeps it, however it was typed."""
    return latin_digits(clean(name)).casefold()


def _proven(office: Office, name: str, password: str) -> User:
    """Return the person whose password this is, and count the try.

    The outcome is told only once it is counted in the store, so that tries at several desks at once are no way around
    the waiting.
    """
    with office.read() as view:
        found = view.users.by_name(user_name(name))
    if found is None or not found.user.active:
        take_as_long()
        raise WrongPassword
    _refuse_while_waiting(found, office.clock())
    typed = one_time_digits(password) if found.user.must_change_password else password
    right = fits(found.password_hash, typed)
    with office.change(found.user.id) as unit:
        now = unit.users.by_name(found.user.name) or found
        _refuse_while_waiting(now, office.clock())
        if right and now.user.active and now.password_hash == found.password_hash:
            unit.users.signed_in(now.user.id)
            return now.user
        tries = now.failed_attempts + 1
        wait = _wait_after(tries)
        unit.users.sign_in_failed(now.user.id, tries, stamp(office.clock() + wait) if wait else None)
    raise WrongPassword


def _refuse_one_time(new: str, one_time: str) -> None:
    if one_time_digits(new) == one_time_digits(one_time):
        raise UseError("گذرواژه یک‌بارمصرف را مدیر دفتر دیده است؛ گذرواژه دیگری برگزینید.")


def _wait_after(tries: int) -> timedelta | None:
    """Return how long the next try waits: a minute after the fifth wrong one, twice as long after each further one."""
    if tries < TRIES_BEFORE_WAITING:
        return None
    doubled = min(tries - TRIES_BEFORE_WAITING, 6)
    return min(SHORTEST_WAIT * (1 << doubled), LONGEST_WAIT)


def _refuse_while_waiting(found: Credentials, now: datetime) -> None:
    if found.locked_until and stamp(now) < found.locked_until:
        left = datetime.fromisoformat(found.locked_until) - now
        minutes = max(1, -(-left // timedelta(minutes=1)))
        raise UseError(f"چند بار گذرواژه نادرست وارد شده است. {persian_digits(minutes)} دقیقه دیگر دوباره بکوشید.")
