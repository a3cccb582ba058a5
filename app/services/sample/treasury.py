"""The receiver of the sample office: an invented treasury, with the key with which whoever tries it opens its files."""

from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from app.store.folder import reporting_file_faults, write_private_file

NAME = "خزانه نمونه (ساختگی)"
CERTIFICATE_FILE, KEY_FILE = "treasury.cer", "treasury-key.pem"
_KEY_SIZE, _EXPONENT = 2048, 65_537
_HOLDS_FOR = timedelta(days=3650)


def write_treasury(folder: Path, now: datetime) -> Path:
    """Write the certificate of the treasury, and its private key beside it, and return the path of the certificate.

    A real receiver's key stays with them; this one lies there because nothing that it opens is real. Raises
    MachineError where the place can't be written.
    """
    key = rsa.generate_private_key(_EXPONENT, _KEY_SIZE)
    certificate = _certificate(key, now - timedelta(days=1)).public_bytes(Encoding.PEM)
    with reporting_file_faults(folder):
        write_private_file(folder / KEY_FILE, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        write_private_file(folder / CERTIFICATE_FILE, certificate)
    return folder / CERTIFICATE_FILE


def _certificate(key: rsa.RSAPrivateKey, since: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since + _HOLDS_FOR)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
