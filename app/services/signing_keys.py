"""The office's certificate authority and the personal keys it vouches for.

A personal key is made at the first sign-in and lies encrypted with the person's own password; nobody else can sign
with it. The authority's key lies in the office folder, readable by its owner only, with its passphrase beside it: it
must be at hand whenever somebody signs in for the first time, and whoever can read that folder reads the office anyway.
"""

import secrets
from datetime import timedelta
from pathlib import Path

from app.domain.office import User
from app.services.office import Office
from app.sheets.signing import make_office_authority, make_personal_key, protect_key_again
from app.store.folder import reporting_file_faults, write_private_file

AUTHORITY_YEARS = timedelta(days=3652)
PERSONAL_KEY_YEARS = timedelta(days=730)
AUTHORITY_SETTING = "authority_certificate"


def key_file(office: Office, user: User) -> Path:
    """Return where a person's signing key lies."""
    return office.store.keys_folder / f"person-{user.id}.p12"


def ensure_personal_key(office: Office, user: User, password: str) -> str:
    """Return the person's certificate (PEM); at the first sign-in the key is made and the certificate recorded."""
    path = key_file(office, user)
    if user.certificate is not None and path.is_file():
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
    with reporting_file_faults(path.parent):
        write_private_file(path, key)
    with office.change(user.id) as unit:
        unit.users.set_certificate(user.id, certificate)
    return certificate


def personal_key(office: Office, user: User) -> bytes:
    """Return the person's encrypted key (PKCS #12)."""
    path = key_file(office, user)
    with reporting_file_faults(path.parent):
        return path.read_bytes()


def protect_again(office: Office, user: User, old: str, new: str) -> None:
    """Encrypt the person's key with another password."""
    path = key_file(office, user)
    with reporting_file_faults(path.parent):
        write_private_file(path, protect_key_again(path.read_bytes(), old, new))


def authority_certificates(office: Office) -> tuple[str, ...]:
    """Return the certificates (PEM) that the office trusts; none before anybody has signed in."""
    with office.read() as view:
        certificate = view.settings.get(AUTHORITY_SETTING)
    return (certificate,) if certificate else ()


def _authority(office: Office) -> tuple[bytes, str]:
    """Return the authority's key and passphrase, made when they are first needed."""
    folder = office.store.keys_folder
    key, passphrase = folder / "authority.p12", folder / "authority.pass"
    with reporting_file_faults(folder):
        if not key.is_file():
            password, now = secrets.token_urlsafe(32), office.clock()
            made, certificate = make_office_authority(password, valid_from=now, valid_to=now + AUTHORITY_YEARS)
            write_private_file(passphrase, password.encode())
            write_private_file(key, made)
            with office.change(None) as unit:
                unit.settings.set(AUTHORITY_SETTING, certificate)
        return key.read_bytes(), passphrase.read_text(encoding="utf-8")
