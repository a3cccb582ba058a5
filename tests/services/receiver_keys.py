"""Receivers with keys of their own, for tests of sealed files: what only they hold, and what they hand out."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der
from cryptography.x509.oid import NameOID

from app.files.certificates import certificate_of

START, END = datetime(2015, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


@dataclass(frozen=True)
class KeyPair:
    """The private key of a receiver, and the certificate that they hand out."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def as_office_knows_it(self):
        """The certificate as the program reads it."""
        return certificate_of(self.certificate.public_bytes(Encoding.DER))

    @property
    def private_pem(self) -> bytes:
        """The private key in a file of its own."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def write(self, folder: Path, name: str = "receiver.cer", encoding: Encoding = Encoding.PEM) -> Path:
        """Write the certificate into a file."""
        path = folder / name
        path.write_bytes(self.certificate.public_bytes(encoding))
        return path

    def open(self, sealed: bytes) -> bytes:
        """Open what was sealed for this receiver; raises ValueError where it was not."""
        return pkcs7_decrypt_der(sealed, self.certificate, self.key, [])


@cache
def rsa_key(bits: int = 2048, number: int = 0) -> rsa.RSAPrivateKey:
    """Return a key, made once; another number is another key."""
    return rsa.generate_private_key(65_537, bits)


@cache
def key_pair(
    name: str = "خزانه آزمایشی",
    number: int = 0,
    *,
    bits: int = 2048,
    usage: frozenset[str] | None = frozenset({"key_encipherment"}),
    start: datetime = START,
    end: datetime = END,
) -> KeyPair:
    """Return a receiver's keys; without `usage` the certificate says nothing of what its key is for."""
    key = rsa_key(bits, number)
    return KeyPair(key, issued(key.public_key(), key, name, usage=usage, start=start, end=end))


def issued(public_key, signing_key, name, *, usage=None, start=START, end=END) -> x509.Certificate:
    """Return a certificate of a public key of any kind."""
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(public_key)
    builder = builder.serial_number(1395).not_valid_before(start).not_valid_after(end)
    if usage is not None:
        said = x509.KeyUsage(**{kind: kind in usage for kind in USAGES})
        builder = builder.add_extension(said, critical=True)
    return builder.sign(signing_key, hashes.SHA256())
