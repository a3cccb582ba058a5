"""Certificates of receivers: read from PEM or DER files, and looked at whether a file can be sealed for them."""

from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID, PublicKeyAlgorithmOID

from app.domain.persian import clean, date_text, persian_digits
from app.domain.receivers import Certificate
from app.errors import DataError

LARGEST_FILE = 1_000_000
LEAST_BITS = 2048
_ARMOUR, _PRIVATE_ARMOUR = b"-----BEGIN ", b"PRIVATE KEY-----"
_SEQUENCE, _LONG_FORM = 0x30, 0x80
_PKCS12_VERSION = b"\x02\x01\x03"
"""A PKCS#12 file (.p12, .pfx), which holds the private key, begins with its version; a certificate never does."""

TORN = (ValueError, TypeError, x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType)
"""What the library raises for a certificate whose inside is not what its outside says."""

UNREADABLE = "گواهی خوانده نشد. پرونده گواهی را در قالب PEM یا DER از گیرنده بگیرید."
HOLDS_PRIVATE_KEY = (
    "در این پرونده کلید خصوصی هست. کلید خصوصی گیرنده نزد خود او می‌ماند؛"
    " پرونده را پاک کنید و از گیرنده تنها گواهی را بخواهید."
)
SEVERAL = "در این پرونده چند گواهی هست. پرونده‌ای بدهید که تنها گواهی خود گیرنده در آن باشد."
NO_RSA = "کلید این گواهی RSA نیست و با آن نمی‌توان پرونده را رمز کرد. از گیرنده گواهی با کلید RSA بخواهید."
FORBIDDEN = (
    "این گواهی برای رمز کردن نیست (کاربرد کلید آن keyEncipherment ندارد). از گیرنده گواهی رمزنگاری او را بخواهید."
)


def read_certificate(path: Path) -> Certificate:
    """Read the certificate of a receiver; raises DataError, also for a file with a private key in it."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as fault:
        raise DataError(f"پرونده {path} خوانده نشد ({fault.strerror}). نشانی پرونده را بررسی کنید.") from fault
    try:
        return certificate_of(_der(content))
    except DataError as error:
        raise DataError(f"پرونده «{path.name}»: {error}") from error


def certificate_of(der: bytes) -> Certificate:
    """Return a certificate from its DER form; raises DataError where it is none."""
    found = _parsed(der)
    return Certificate(
        der=found.public_bytes(Encoding.DER),
        subject=_subject(found),
        fingerprint=found.fingerprint(hashes.SHA256()).hex(),
        valid_from=found.not_valid_before_utc,
        valid_until=found.not_valid_after_utc,
    )


def expect_fit(certificate: Certificate, at: datetime) -> None:
    """Raise DataError where nothing can be sealed for the owner of a certificate at a moment, saying why."""
    found = _parsed(certificate.der)
    _expect_rsa(found)
    _expect_encipherment(found)
    if at < certificate.valid_from:
        raise DataError(f"این گواهی از {date_text(certificate.first_day)} معتبر می‌شود. گواهی معتبر گیرنده را بگیرید.")
    if at > certificate.valid_until:
        raise DataError(f"اعتبار این گواهی در {date_text(certificate.last_day)} پایان یافته است. گواهی تازه را بگیرید.")


def _der(content: bytes) -> bytes:
    """Return the one certificate of a file's content in DER."""
    if _holds_private_key(content):
        raise DataError(HOLDS_PRIVATE_KEY)
    if len(content) > LARGEST_FILE:
        raise DataError(UNREADABLE)
    if _ARMOUR not in content:
        return content
    try:
        found = x509.load_pem_x509_certificates(content)
    except ValueError as fault:
        raise DataError(UNREADABLE) from fault
    if len(found) > 1:
        raise DataError(SEVERAL)
    return found[0].public_bytes(Encoding.DER)


def _holds_private_key(content: bytes) -> bool:
    if _PRIVATE_ARMOUR in content or _inside(content).startswith(_PKCS12_VERSION):
        return True
    try:
        serialization.load_der_private_key(content, password=None)
    except TypeError:  # one that is locked by a password
        return True
    except (ValueError, UnsupportedAlgorithm):
        return False
    return True


def _inside(content: bytes) -> bytes:
    """Return what the outermost sequence of DER or BER begins with, nothing where there is none."""
    if content[:1] != bytes([_SEQUENCE]) or len(content) == 1:
        return b""
    length = content[1]
    return content[2 + (length - _LONG_FORM if length > _LONG_FORM else 0) :]


def _parsed(der: bytes) -> x509.Certificate:
    try:
        found = x509.load_der_x509_certificate(der)
        found.public_key()
    except UnsupportedAlgorithm as fault:
        raise DataError(NO_RSA) from fault
    except TORN as fault:
        raise DataError(UNREADABLE) from fault
    return found


def _subject(found: x509.Certificate) -> str:
    """Return the name of a certificate's owner, else of their organisation, else empty."""
    try:
        names = found.subject
    except TORN as fault:
        raise DataError(UNREADABLE) from fault
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for name in names.get_attributes_for_oid(kind):
            if isinstance(name.value, str) and clean(name.value):
                return clean(name.value)
    return ""


def _expect_rsa(found: x509.Certificate) -> None:
    key = found.public_key()
    if (
        not isinstance(key, rsa.RSAPublicKey)
        or found.public_key_algorithm_oid != PublicKeyAlgorithmOID.RSAES_PKCS1_v1_5
    ):
        raise DataError(NO_RSA)
    if key.key_size < LEAST_BITS:
        raise DataError(
            f"کلید این گواهی {persian_digits(key.key_size)} بیت دارد و ناامن است؛ دست‌کم {persian_digits(LEAST_BITS)}"
            " بیت لازم است. از گیرنده گواهی تازه بخواهید."
        )
    try:
        key.encrypt(b"a trial", padding.PKCS1v15())
    except ValueError as fault:
        raise DataError(UNREADABLE) from fault


def _expect_encipherment(found: x509.Certificate) -> None:
    """Refuse a certificate whose key may not encipher keys; one that says nothing of it may be used for all."""
    try:
        allowed = found.extensions.get_extension_for_class(x509.KeyUsage).value.key_encipherment
    except x509.ExtensionNotFound:
        return
    except TORN as fault:
        raise DataError(UNREADABLE) from fault
    if not allowed:
        raise DataError(FORBIDDEN)
