"""Reading signatures out of a PDF with pyHanko; imported only when something is verified, for it is slow to load."""

import hashlib
import logging
import re
from datetime import datetime
from io import BytesIO

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from app.sheets.page import DIGEST_KEYWORD
from app.sheets.verification import OfficeRecord, SheetReading, SheetSignature

_DIGEST = re.compile(rf"{DIGEST_KEYWORD}([0-9a-f]{{64}})")
_WITHIN_A_SIGNATURE = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}

_SEQUENCE_HEAD = 4  # bytes before the content of a DER sequence of 256 to 65,535 bytes: tag, 0x82, two of length
# the frame of our signatures in DER: version 1, and the name of the digest, alone and as a set of one
_VERSION = bytes.fromhex("020101")
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
_SET_OF_ONE = bytes.fromhex("310f")

# what is wrong with a signature is said in sentences; the library's own reports name people
logging.getLogger("pyhanko").setLevel(logging.CRITICAL + 1)


class DamagedSheet(Exception):
    """The file begins as a PDF but can't be read as one."""


def read(pdf: bytes, record: OfficeRecord, at: datetime | None) -> SheetReading:
    """Return the signatures of a PDF, judged by what an office has on record; raises DamagedSheet."""
    try:
        reader = PdfFileReader(BytesIO(pdf))
        found = list(reader.embedded_regular_signatures)
        digest = _DIGEST.search(_first_keywords(reader))
        judged = [_judged(embedded, pdf, record, at) for embedded in found]
    except Exception as fault:  # a damaged file breaks the reader in any way
        raise DamagedSheet from fault
    covered = not found or found[-1].evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE
    return SheetReading(digest[1] if digest else None, tuple(judged), covered)


def _first_keywords(reader: PdfFileReader) -> str:
    """Return the keywords of the file as it was drawn: a later update may change them without breaking a signature."""
    drawn = reader.get_historical_resolver(0)
    description = drawn.get_object(drawn.trailer_view.raw_get("/Info").reference)
    return str(description.get("/Keywords", ""))


def _judged(embedded: EmbeddedPdfSignature, pdf: bytes, record: OfficeRecord, at: datetime | None) -> SheetSignature:
    entered = record.entered(hashlib.sha256(pdf[: _end_of_signed(embedded)]).hexdigest())
    roots = [found for pem in record.authorities for found in load_certs_from_pemder_data(pem.encode())]
    moment = at or entered or embedded.self_reported_timestamp
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment)
    status = validate_pdf_signature(embedded, context)
    return SheetSignature(
        role=str(embedded.field_name),
        full_name=str(embedded.signer_cert.subject.native["common_name"]),
        at=embedded.self_reported_timestamp,
        intact=bool(status.intact and status.valid) and _untouched(embedded, pdf),
        trusted=bool(status.trusted),
        unchanged_since=_unchanged_since(status),
        entered=entered,
        revoked=record.revoked.get(str(embedded.signer_cert.serial_number)),
    )


def _end_of_signed(embedded: EmbeddedPdfSignature) -> int:
    """Return how long the file was when this signature was its last: that file is the one that the office entered."""
    _, _, begin, length = (int(place) for place in embedded.byte_range)
    return begin + length


def _unchanged_since(status: PdfSignatureStatus) -> bool:
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return True
    whole_revision = status.coverage is SignatureCoverageLevel.ENTIRE_REVISION
    return whole_revision and bool(status.docmdp_ok) and status.modification_level in _WITHIN_A_SIGNATURE


def _untouched(embedded: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Tell whether the place of the signature, which nothing covers, holds it as it was written and zeros after it."""
    _, begin, end, _ = (int(place) for place in embedded.byte_range)
    contents = embedded.pkcs7_content
    length = _SEQUENCE_HEAD + int.from_bytes(contents[2:_SEQUENCE_HEAD], "big")
    as_written = pdf[begin:end] == b"<" + contents.hex().upper().encode() + b">" and not any(contents[length:])
    return as_written and _frame(embedded) == (_VERSION, _SET_OF_ONE + _SHA256, _VERSION, _SHA256)


def _frame(embedded: EmbeddedPdfSignature) -> tuple[bytes, ...]:
    """Return what stands around the signed parts of a signature, and is itself not signed."""
    data, signer = embedded.signed_data, embedded.signer_info
    parts = (data["version"], data["digest_algorithms"], signer["version"], signer["digest_algorithm"])
    return tuple(part.dump() for part in parts)
