"""What the table of people says of each of them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from app.domain.dates import JalaliDate
from app.domain.office import Role, SignInTry
from app.domain.persian import date_text, persian_digits
from app.services.staff import Member
from app.ui.bill.names import name_of
from app.ui.role_names import ROLES
from app.ui.text import NOTHING, identifier, local_moment
from app.ui.theme import AMBER, FAINT, GREEN

STATE_COLUMN = 2
SIGN_INS_SHOWN = 5
translate = QCoreApplication.translate


def row_of(member: Member) -> tuple[str, ...]:
    """Return the texts of a person's row: names, roles, state, last sign-in, signing key."""
    user = member.user
    return (
        f"{user.full_name}\n{identifier(user.name)}",
        roles_text(user.roles),
        state_text(member),
        last_sign_in_text(member.sign_ins),
        key_text(member),
    )


def roles_text(roles: frozenset[Role]) -> str:
    """Return the names of roles, in their order."""
    return "، ".join(name_of(ROLES, role) for role in Role if role in roles)


def state_text(member: Member) -> str:
    """Return how it is with a person's signing in."""
    if not member.user.active:
        return translate("people", "غیرفعال")
    if member.user.must_change_password:
        return translate("people", "گذرواژه یک‌بارمصرف")
    return translate("people", "در انتظار، پس از گذرواژه نادرست") if member.waits_until else translate("people", "فعال")


def state_colour(member: Member) -> QColor:
    """Return the colour of that; the words say it too."""
    if not member.user.active:
        return FAINT
    return AMBER if member.user.must_change_password or member.waits_until else GREEN


def key_text(member: Member) -> str:
    """Return how it is with a person's signing key."""
    if member.revoked is not None:
        return translate("people", "باطل شده در {moment}: {reason}").format(
            moment=local_moment(member.revoked.revoked_at), reason=member.revoked.reason
        )
    if member.key_ends is None:
        return translate("people", "هنوز ساخته نشده")
    return translate("people", "تا {day}").format(day=_day(member.key_ends))


def last_sign_in_text(tries: Sequence[SignInTry]) -> str:
    """Return when a person came in last, and how often in vain since then."""
    succeeded = next((tried for tried in tries if tried.succeeded), None)
    wrong = len(tries) if succeeded is None else tries.index(succeeded)
    in_vain = translate("people", "{count} بار گذرواژه نادرست").format(count=persian_digits(wrong)) if wrong else None
    last = local_moment(succeeded.at) if succeeded else None
    return "\n".join(filter(None, (last, in_vain))) or NOTHING


def sign_ins_text(member: Member) -> str:
    """Return the latest tries of a person, the latest first."""
    if not member.sign_ins:
        return translate("people", "{name} هنوز وارد نشده است.").format(name=member.user.full_name)
    right, wrong = translate("people", "درست"), translate("people", "نادرست")
    shown = member.sign_ins[:SIGN_INS_SHOWN]
    tries = "، ".join(f"{local_moment(tried.at)} {right if tried.succeeded else wrong}" for tried in shown)
    return translate("people", "آخرین ورودهای {name}: {tries}").format(name=member.user.full_name, tries=tries)


def _day(moment: datetime) -> str:
    return date_text(JalaliDate.from_gregorian(moment.astimezone().date()))
