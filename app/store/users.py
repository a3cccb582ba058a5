"""The people of the office."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.office import Credentials, Role, SignInTry, TrailAction, User
from app.errors import UseError
from app.store.schema import trail, users
from app.store.sealing import subject_of
from app.store.trail import TrailWriter

_TRIES = {TrailAction.SIGNED_IN.value: True, TrailAction.SIGN_IN_FAILED.value: False}


def _roles_text(roles: frozenset[Role]) -> str:
    return " ".join(sorted(roles))


def _user(row: Row[Any]) -> User:
    return User(
        id=row.id,
        name=row.name,
        full_name=row.full_name,
        initials=row.initials,
        roles=frozenset(Role(word) for word in row.roles.split()),
        active=bool(row.active),
        certificate=row.certificate,
        must_change_password=bool(row.must_change_password),
    )


class UserReader:
    """Reads the people of the office."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, user_id: int) -> User:
        """Return a person by id."""
        return _user(self._connection.execute(select(users).where(users.c.id == user_id)).one())

    def by_name(self, name: str) -> Credentials | None:
        """Return what signing in with a name needs, or None where nobody has that name."""
        row = self._connection.execute(select(users).where(users.c.name == name)).one_or_none()
        if row is None:
            return None
        return Credentials(_user(row), row.password_hash, row.failed_attempts, row.locked_until)

    def list(self) -> tuple[User, ...]:
        """Return everybody, in the order in which they were added."""
        return tuple(_user(row) for row in self._connection.execute(select(users).order_by(users.c.id)))

    def sign_ins(self, user_id: int, limit: int) -> tuple[SignInTry, ...]:
        """Return a person's tries to sign in, the latest first."""
        of_person = select(trail.c.at, trail.c.action).where(trail.c.subject == subject_of("user", user_id))
        tries = of_person.where(trail.c.action.in_(_TRIES)).order_by(trail.c.seq.desc()).limit(limit)
        return tuple(SignInTry(row.at, _TRIES[row.action]) for row in self._connection.execute(tries))


class UserWriter(UserReader):
    """Adds and changes the people of the office; nobody is ever deleted."""

    def __init__(self, connection: Connection, trail: TrailWriter) -> None:
        super().__init__(connection)
        self._trail = trail

    def add(
        self,
        *,
        name: str,
        full_name: str,
        initials: str,
        roles: frozenset[Role],
        password_hash: str,
        certificate: str | None = None,
        must_change: bool = False,
    ) -> User:
        """Add a person, who must change a password that others know; raises UseError where the name is taken."""
        if self.by_name(name) is not None:
            raise UseError(f"نام کاربری «{name}» پیش‌تر به کسی داده شده است. نام دیگری برگزینید.")
        added = insert(users).values(
            name=name,
            full_name=full_name,
            initials=initials,
            roles=_roles_text(roles),
            password_hash=password_hash,
            certificate=certificate,
            active=1,
            failed_attempts=0,
            must_change_password=int(must_change) or None,
        )
        user_id = self._connection.execute(added.returning(users.c.id)).scalar_one()
        self._trail.record_row(TrailAction.USER_ADDED, "user", user_id, name=name, roles=_roles_text(roles))
        return self.get(user_id)

    def set_roles(self, user_id: int, roles: frozenset[Role]) -> None:
        """Give a person other roles."""
        self._change(user_id, {"roles": _roles_text(roles)}, roles=_roles_text(roles))

    def set_active(self, user_id: int, active: bool) -> None:
        """Let a person sign in, or no longer."""
        self._change(user_id, {"active": int(active)}, active=active)

    def set_password(self, user_id: int, password_hash: str, *, must_change: bool = False) -> None:
        """Replace a person's password and forget the failed attempts; one that others know must be changed."""
        fresh = {
            "password_hash": password_hash,
            "failed_attempts": 0,
            "locked_until": None,
            "must_change_password": int(must_change) or None,  # an empty column leaves older digests as they are
        }
        self._change(user_id, fresh, changed="password")

    def set_certificate(self, user_id: int, certificate: str) -> None:
        """Replace the certificate (PEM) that a person signs with."""
        self._change(user_id, {"certificate": certificate}, changed="certificate")

    def signed_in(self, user_id: int) -> None:
        """Note that a person has come in, and forget the failed attempts."""
        forgotten = {"failed_attempts": 0, "locked_until": None}
        self._change(user_id, forgotten, TrailAction.SIGNED_IN)

    def sign_in_failed(self, user_id: int, failed_attempts: int, locked_until: str | None = None) -> None:
        """Note how often signing in failed in a row, and until when (ISO, UTC) it is refused."""
        noted = {"failed_attempts": failed_attempts, "locked_until": locked_until}
        self._change(user_id, noted, TrailAction.SIGN_IN_FAILED)

    def _change(
        self, user_id: int, values: dict[str, Any], action: TrailAction = TrailAction.USER_CHANGED, **told: Any
    ) -> None:
        self._connection.execute(update(users).where(users.c.id == user_id).values(values))
        self._trail.record_row(action, "user", user_id, **told)
