"""The office's certificate authority and the personal keys it vouches for.

A personal key is made at the first sign-in and lies encrypted with the person's own password; nobody else can sign
with it. It is made anew at a later sign-in where it has run out, was revoked, is gone or does not open any more. The
authority's key lies in the office folder, readable by its owner only, with its passphrase beside it: it must be at hand
whenever somebody signs in for the first time, and whoever can read that folder reads the office anyway.
"""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto
from pathlib import Path

from app.domain.office import User
from app.errors import UseError
from app.services.office import Office
from app.sheets.signing import (
    certificate_in,
    make_office_authority,
    make_personal_key,
    protect_key_again,
    read_certificate,
)
from app.store.folder import reporting_file_faults, write_private_file
from app.store.transactions import OfficeChange, OfficeView

AUTHORITY_YEARS = timedelta(days=3652)
PERSONAL_KEY_YEARS = timedelta(days=730)
RENEWED_BEFORE_ITS_END = timedelta(days=1)
"""A key that would run out within a day of work is made anew when that day begins."""
AUTHORITY_SETTING = "authority_certificate"
EARLIER_AUTHORITIES_SETTING = "earlier_authority_certificates"
DOES_NOT_OPEN = "با گذرواژه صاحبش باز نمی‌شد؛ هنگام ورود کلید تازه ساخته شد"


class _State(Enum):
    """How it is with a person's key."""

    GOOD = auto()
    NONE_YET = auto()
    RUNNING_OUT = auto()
    REVOKED = auto()
    DOES_NOT_OPEN = auto()


def key_file(office: Office, user: User) -> Path:
    """Return where a person's signing key lies."""
    return office.store.keys_folder / f"person-{user.id}.p12"


def ensure_personal_key(office: Office, user: User, password: str) -> str:
    """Return the certificate (PEM) of the person's key; where there is none that signs, it is made and recorded."""
    state = _state_of(office, user, password)
    if user.certificate is not None and state is _State.GOOD:
        return user.certificate
    authority, passphrase = _authority(office)
    now = office.clock()
    key, certificate = make_personal_key(
        user.full_name,
        authority=authority,
        authority_password=passphrase,
        password=password,
        valid_from=now,
        valid_to=now + PERSONAL_KEY_YEARS,
    )
    path = key_file(office, user)
    with office.change(user.id) as unit, reporting_file_faults(path.parent):
        recorded = unit.users.get(user.id).certificate
        if recorded == user.certificate:
            if state is _State.DOES_NOT_OPEN:
                revoke_key(unit, user, DOES_NOT_OPEN)
            unit.users.set_certificate(user.id, certificate)
            write_private_file(path, key)
            return certificate
    return ensure_personal_key(office, replace(user, certificate=recorded), password)  # made at another desk meanwhile


def revoke_key(unit: OfficeChange, user: User, reason: str) -> bool:
    """Revoke the key that a person signs with; False where there is none, or where it was revoked before."""
    if user.certificate is None or is_revoked(unit, user.certificate):
        return False
    unit.revocations.add(user.id, read_certificate(user.certificate).serial, reason)
    return True


def is_revoked(view: OfficeView | OfficeChange, certificate: str) -> bool:
    """Tell whether the key of a certificate (PEM) was revoked."""
    serial = read_certificate(certificate).serial
    return any(revoked.serial == serial for revoked in view.revocations.all())


def expect_good_key(view: OfficeView | OfficeChange, user: User, now: datetime) -> None:
    """Raise UseError where a person's key signs no longer; to be asked again in the transaction that enters a sheet."""
    certificate = view.users.get(user.id).certificate
    if certificate is None or is_revoked(view, certificate):
        raise UseError("کلید امضای شما باطل شده است. از حساب خارج شوید و دوباره وارد شوید تا کلید تازه ساخته شود.")
    if read_certificate(certificate).valid_to <= now:
        raise UseError("اعتبار کلید امضای شما به سر آمده است. میز را قفل و باز کنید تا کلید تازه ساخته شود.")


def personal_key(office: Office, user: User) -> bytes:
    """Return the person's encrypted key (PKCS #12); raises UseError where it signs no longer."""
    with office.read() as view:
        expect_good_key(view, user, office.clock())
    path = key_file(office, user)
    if not path.is_file():
        raise UseError(
            "کلید امضای شما در پوشه دفتر نیست. میز را قفل کنید و دوباره وارد شوید تا کلید تازه‌ای برای شما ساخته شود."
        )
    with reporting_file_faults(path.parent):
        return path.read_bytes()


def protect_again(office: Office, user: User, old: str, new: str) -> None:
    """Encrypt the person's key with another password."""
    path = key_file(office, user)
    with reporting_file_faults(path.parent):
        write_private_file(path, protect_key_again(path.read_bytes(), old, new))


def trusted_authorities(view: OfficeView) -> tuple[str, ...]:
    """Return the certificates (PEM) that the office trusts; none before anybody has signed in."""
    vouching = view.settings.get(AUTHORITY_SETTING)
    return (*view.settings.get(EARLIER_AUTHORITIES_SETTING, []), vouching) if vouching else ()


def _state_of(office: Office, user: User, password: str) -> _State:
    path = key_file(office, user)
    if user.certificate is None:
        return _State.NONE_YET
    if read_certificate(user.certificate).valid_to <= office.clock() + RENEWED_BEFORE_ITS_END:
        return _State.RUNNING_OUT
    with office.read() as view:
        if is_revoked(view, user.certificate):
            return _State.REVOKED
    try:
        with reporting_file_faults(path.parent):
            opens = path.is_file() and certificate_in(path.read_bytes(), password) == user.certificate
    except UseError:
        opens = False
    return _State.GOOD if opens else _State.DOES_NOT_OPEN


def _authority(office: Office) -> tuple[bytes, str]:
    """Return the authority's key and passphrase; it is made by one desk alone, when it is needed and before its end."""
    folder = office.store.keys_folder
    key, passphrase = folder / "authority.p12", folder / "authority.pass"
    with reporting_file_faults(folder), office.change(None) as unit:
        vouching: str | None = unit.settings.get(AUTHORITY_SETTING)
        now = office.clock()
        if vouching is None or not key.is_file() or read_certificate(vouching).valid_to < now + PERSONAL_KEY_YEARS:
            password = secrets.token_urlsafe(32)
            made, certificate = make_office_authority(password, valid_from=now, valid_to=now + AUTHORITY_YEARS)
            if vouching is not None:
                earlier = unit.settings.get(EARLIER_AUTHORITIES_SETTING, [])
                unit.settings.set(EARLIER_AUTHORITIES_SETTING, [*earlier, vouching])
            unit.settings.set(AUTHORITY_SETTING, certificate)
            write_private_file(passphrase, password.encode())
            write_private_file(key, made)
        return key.read_bytes(), passphrase.read_text(encoding="utf-8")
