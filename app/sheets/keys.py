"""Signing keys at rest: ECDSA P-256 in PKCS #12, each encrypted with a password that only its owner knows."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

from app.errors import UseError

_KEY_DERIVATION_ROUNDS = 50_000


@dataclass(frozen=True, slots=True, repr=False)
class OpenedKey:
    """A key out of its encrypted file, with its certificate."""

    private: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


def opened(key: bytes, password: str) -> OpenedKey:
    """Return a key decrypted; raises UseError where the password is wrong or the file is damaged."""
    try:
        private, certificate, _ = pkcs12.load_key_and_certificates(key, password.encode())
    except ValueError as fault:
        raise UseError(
            "کلید امضا باز نشد: گذرواژه درست نیست یا پرونده کلید آسیب دیده است. گذرواژه خود را دوباره وارد کنید."
        ) from fault
    if not isinstance(private, ec.EllipticCurvePrivateKey) or certificate is None:
        raise UseError("پرونده کلید، کلید و گواهی امضای این برنامه را ندارد. از مدیر اداره کلید تازه بخواهید.")
    return OpenedKey(private, certificate)


def protected(key: OpenedKey, password: str) -> bytes:
    """Return a key encrypted with a password."""
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_KEY_DERIVATION_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(password.encode())
    )
    return pkcs12.serialize_key_and_certificates(None, key.private, key.certificate, None, encryption)
