"""Keys and signatures of an office: its authority, the keys of its people, and the signature on a sheet (PAdES).

Keys are ECDSA P-256; RSA takes eight times as long. All moments are handed in; certificates know whole seconds.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from app.sheets.keys import OpenedKey, opened, protected
from app.sheets.stamp import draw_stamp

Role = Literal["reviewer", "accountant"]

AUTHORITY_NAME = "مرجع گواهی اداره رسیدگی به اسناد"


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What the office wants to know of a certificate: its serial number (decimal), and until when it counts."""

    serial: str
    valid_to: datetime


def read_certificate(pem: str) -> CertificateFacts:
    """Return what stands in a certificate (PEM)."""
    certificate = x509.load_pem_x509_certificate(pem.encode("ascii"))
    return CertificateFacts(str(certificate.serial_number), certificate.not_valid_after_utc)


def certificate_in(key: bytes, password: str) -> str:
    """Return the certificate (PEM) that lies in a key's file; raises UseError where the password does not open it."""
    return _pem(opened(key, password).certificate)


def make_office_authority(password: str, *, valid_from: datetime, valid_to: datetime) -> tuple[bytes, str]:
    """Return the key of a new authority (PKCS #12) and its certificate (PEM)."""
    key, name = ec.generate_private_key(ec.SECP256R1()), _name(AUTHORITY_NAME)
    certificate = (
        _certificate(name, key.public_key(), issuer=name, valid_from=valid_from, valid_to=valid_to)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(for_certificates=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    return protected(OpenedKey(key, certificate), password), _pem(certificate)


def make_personal_key(
    full_name: str,
    *,
    authority: bytes,
    authority_password: str,
    password: str,
    valid_from: datetime,
    valid_to: datetime,
) -> tuple[bytes, str]:
    """Return a new key of a person (PKCS #12) and the certificate (PEM) by which the authority vouches for it.

    Raises UseError where the authority's password is wrong.
    """
    office, key = opened(authority, authority_password), ec.generate_private_key(ec.SECP256R1())
    name, issuer = _name(full_name), office.certificate.subject
    certificate = (
        _certificate(name, key.public_key(), issuer=issuer, valid_from=valid_from, valid_to=valid_to)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(for_certificates=False), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(office.private.public_key()), critical=False)
        .sign(office.private, hashes.SHA256())
    )
    return protected(OpenedKey(key, certificate), password), _pem(certificate)


def protect_key_again(key: bytes, old: str, new: str) -> bytes:
    """Return a key encrypted with another password; raises UseError where the old one is wrong."""
    return protected(opened(key, old), new)


def sign_sheet(
    pdf: bytes, key: bytes, password: str, *, role: Role, full_name: str, reason: str, at: datetime
) -> bytes:
    """Return a sheet with one more signature, stamped in the box of its role on the last page.

    What was there before stays byte for byte, so that an earlier signature still holds. Raises UseError where the
    password is wrong or the role has signed already.
    """
    own_key = opened(key, password)
    from app.sheets.pades import signed  # the signing library takes half a second to load

    return signed(pdf, own_key, draw_stamp(role, full_name, at), role=role, reason=reason, at=at)


def _certificate(
    name: x509.Name, key: ec.EllipticCurvePublicKey, *, issuer: x509.Name, valid_from: datetime, valid_to: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid_from.replace(microsecond=0))
        .not_valid_after(valid_to.replace(microsecond=0))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _key_usage(*, for_certificates: bool) -> x509.KeyUsage:
    """Return what a key may do: sign certificates, or sign sheets so that the signer can't disown them."""
    return x509.KeyUsage(
        digital_signature=not for_certificates,
        content_commitment=not for_certificates,
        key_cert_sign=for_certificates,
        crl_sign=for_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode("ascii")
