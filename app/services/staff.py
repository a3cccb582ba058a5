"""The people of the office as its administrator keeps them: who is there, what they may do, whose key counts.

The administrator resets a password but never reads one: a reset gives a one-time password to be handed over, and the
person chooses another at the next sign-in. The signing key of before opens by the old password alone, so it is revoked
and a new one is made at that sign-in.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from app.domain.office import Role, SignInTry, User
from app.domain.office_records import RevokedKey
from app.domain.persian import clean
from app.domain.rights import Action
from app.errors import UseError
from app.services.clock import stamp
from app.services.office import Office
from app.services.passwords import hash_of, new_one_time_password
from app.services.people import Session, initials_of, user_name
from app.services.rights import expect_right
from app.services.signing_keys import revoke_key
from app.sheets.signing import read_certificate
from app.store.transactions import OfficeChange, OfficeView

SIGN_INS_TOLD = 50
RESET = "گذرواژه صاحب کلید بازنشانی شد"
IDLE_LOCK_SETTING = "idle_lock_minutes"
IDLE_LOCK_MINUTES = 10
IDLE_LOCK_RANGE = range(1, 121)


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the office as the administrator sees them.

    `sign_ins` are the latest tries, the latest first; `waits_until` (ISO, UTC) is when the next one is taken after
    wrong ones; `key_ends` is when the present signing key runs out, None without one; `revoked` tells that the present
    key was revoked.
    """

    user: User
    sign_ins: tuple[SignInTry, ...] = ()
    waits_until: str | None = None
    key_ends: datetime | None = None
    revoked: RevokedKey | None = None

    @property
    def has_key(self) -> bool:
        """Whether the person has a key that signs."""
        return self.key_ends is not None and self.revoked is None


@dataclass(frozen=True, slots=True)
class OneTimePassword:
    """A password to be handed over to a person, shown once and kept nowhere."""

    user: User
    password: str


class Staff:
    """The office's people in the hands of one administrator; everything raises UseError for anybody else."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def members(self) -> tuple[Member, ...]:
        """Return everybody, in the order in which they were added."""
        with self._office.read() as view:
            expect_right(self._session, Action.MANAGE_PEOPLE, now=view)
            now = stamp(self._office.clock())
            return tuple(_member(view, user, now) for user in view.users.list())

    def add(self, *, name: str, full_name: str, roles: frozenset[Role]) -> OneTimePassword:
        """Add a person, who chooses a password at the first sign-in; refuses an empty or taken name, and no role."""
        name, full_name = user_name(name), clean(full_name)
        if not name or not full_name:
            raise UseError("نام کاربری و نام و نام خانوادگی را بنویسید.")
        _expect_some(roles)
        password = new_one_time_password()
        password_hash = hash_of(password)
        with self._change() as unit:
            user = unit.users.add(
                name=name,
                full_name=full_name,
                initials=initials_of(full_name),
                roles=roles,
                password_hash=password_hash,
                must_change=True,
            )
        return OneTimePassword(user, password)

    def set_roles(self, user_id: int, roles: frozenset[Role]) -> None:
        """Give a person other roles; the office keeps an administrator."""
        _expect_some(roles)
        with self._change() as unit:
            unit.users.set_roles(user_id, roles)
            _expect_an_administrator(unit)

    def set_active(self, user_id: int, active: bool) -> None:
        """Let a person sign in, or no longer; nobody shuts themselves out."""
        if user_id == self._session.user.id and not active:
            raise UseError("کسی خود را غیرفعال نمی‌کند؛ مدیر دیگری باید این کار را بکند.")
        with self._change() as unit:
            unit.users.set_active(user_id, active)
            _expect_an_administrator(unit)

    def reset_password(self, user_id: int) -> OneTimePassword:
        """Replace a person's password by one for one sign-in, and revoke the key that only the old one opens."""
        if user_id == self._session.user.id:
            raise UseError("گذرواژه خود را از «گذرواژه تازه» (Ctrl+Shift+P) عوض کنید؛ بازنشانی برای دیگران است.")
        password = new_one_time_password()
        password_hash = hash_of(password)
        with self._change() as unit:
            user = unit.users.get(user_id)
            unit.users.set_password(user_id, password_hash, must_change=True)
            revoke_key(unit, user, RESET)
        return OneTimePassword(user, password)

    def revoke_key(self, user_id: int, reason: str) -> None:
        """Revoke the key that a person signs with now; what was signed with it before stays signed."""
        reason = clean(reason)
        if not reason:
            raise UseError("علت ابطال کلید را بنویسید؛ در بررسی برگ‌ها گفته می‌شود.")
        with self._change() as unit:
            if not revoke_key(unit, unit.users.get(user_id), reason):
                raise UseError("این فرد کلیدی ندارد که باطل شود، یا کلیدش پیش‌تر باطل شده است.")

    def set_idle_lock(self, minutes: int) -> None:
        """Say after how many minutes without a touch the desks lock themselves."""
        if minutes not in IDLE_LOCK_RANGE:
            raise UseError("قفل خودکار از ۱ تا ۱۲۰ دقیقه است.")
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.CHANGE_OFFICE, now=unit)
            unit.settings.set(IDLE_LOCK_SETTING, minutes)

    @contextmanager
    def _change(self) -> Iterator[OfficeChange]:
        """Change the office as an administrator, who is still one."""
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.MANAGE_PEOPLE, now=unit)
            yield unit


def idle_lock_minutes(office: Office) -> int:
    """Return after how many minutes without a touch a desk of the office locks itself."""
    with office.read() as view:
        minutes: int = view.settings.get(IDLE_LOCK_SETTING, IDLE_LOCK_MINUTES)
    return minutes


def _member(view: OfficeView, user: User, now: str) -> Member:
    credentials = view.users.by_name(user.name)
    waits_until = credentials.locked_until if credentials else None
    certificate = read_certificate(user.certificate) if user.certificate else None
    serial = certificate.serial if certificate else None
    return Member(
        user=user,
        sign_ins=view.users.sign_ins(user.id, SIGN_INS_TOLD),
        waits_until=waits_until if waits_until and now < waits_until else None,
        key_ends=certificate.valid_to if certificate else None,
        revoked=next((revoked for revoked in view.revocations.all() if revoked.serial == serial), None),
    )


def _expect_some(roles: frozenset[Role]) -> None:
    if not roles:
        raise UseError("دست‌کم یک سمت برگزینید؛ کسی را که دیگر کاری ندارد غیرفعال کنید.")


def _expect_an_administrator(unit: OfficeChange) -> None:
    """Raise where the office would be left without anybody who keeps it; the change is then not made."""
    if not any(user.active and Role.ADMINISTRATOR in user.roles for user in unit.users.list()):
        raise UseError("دفتر بی‌مدیر نمی‌ماند. نخست کس دیگری را مدیر دفتر کنید.")
