"""Files sealed for their receivers: CMS EnvelopedData (RFC 5652) that any CMS tool of the receiver opens (REI-15c).

`openssl cms -decrypt -inform DER -in x.pdf.p7m -inkey key.pem -out x.pdf` does it too. The content is enciphered with
AES-256 and a key of its own, which is enciphered once for each receiver. It hides; who wrote a sheet, and that nobody
changed it, is what the signature inside says.
"""

from collections.abc import Sequence

from cryptography import x509
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import Encoding

from app.domain.receivers import Certificate

SEALED_SUFFIX = ".p7m"


def sealed(content: bytes, certificates: Sequence[Certificate]) -> bytes:
    """Return content so that the owner of any of these certificates can open it, and nobody else.

    The certificates have been found fit (`certificates.expect_fit`); at least one is needed.
    """
    # loaded when a file is sealed: it would make every desk begin later
    from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7EnvelopeBuilder, PKCS7Options

    builder = PKCS7EnvelopeBuilder().set_data(content).set_content_encryption_algorithm(algorithms.AES256)
    for certificate in certificates:
        builder = builder.add_recipient(x509.load_der_x509_certificate(certificate.der))
    return builder.encrypt(Encoding.DER, [PKCS7Options.Binary])
