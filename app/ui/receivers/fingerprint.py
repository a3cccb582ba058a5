"""The fingerprint of a certificate as two people compare it."""

from app.domain.receivers import Certificate
from app.ui.text import identifier

GAP = "\u2002"


def fingerprint_text(certificate: Certificate) -> str:
    """Return a fingerprint in groups that are told apart at a glance, read from the left."""
    return identifier(certificate.read_aloud.replace(" ", GAP))
