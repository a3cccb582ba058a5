"""Signatures in a PDF (PAdES) with pyHanko; imported only when something is signed, for it takes half a second to load.

A signature is an incremental update. Before the first one the empty fields of both roles are made: a field that is
added after a signature would break it. The signing moment is the one handed in, so it never depends on a hidden clock.
"""

import asyncio
from datetime import datetime
from io import BytesIO

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field, enumerate_sig_fields
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigAppearanceSetup, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from app.errors import UseError
from app.sheets.keys import OpenedKey
from app.sheets.signature_block import STAMP_PLACES
from app.sheets.stamp import PENS_OF_ROLES

DIGEST_ALGORITHM = "sha256"
_ROOM_FOR_SIGNATURE = 4096  # hexadecimal digits; two certificates and a signature take about 2,600
_IN_THE_MIDDLE = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID)


def signed(pdf: bytes, key: OpenedKey, stamp: bytes, *, role: str, reason: str, at: datetime) -> bytes:
    """Return the PDF with a signature in the field of a role; raises UseError where that role has signed already."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    _prepare_fields(writer, role)
    embedding = PdfCMSEmbedder().write_cms(field_name=role, writer=writer, existing_fields_only=True)
    next(embedding)
    placeholder = SignatureObject(
        subfilter=SigSeedSubFilter.PADES, timestamp=at, reason=reason, bytes_reserved=_ROOM_FOR_SIGNATURE
    )
    look = StaticStampStyle(
        background=_Page(stamp), border_width=0, background_opacity=1.0, background_layout=_IN_THE_MIDDLE
    )
    embedding.send(SigObjSetup(placeholder, appearance_setup=SigAppearanceSetup(look, at, None)))
    prepared, output = embedding.send(SigIOSetup(DIGEST_ALGORITHM, in_place=True))
    signer = _signer(key)
    embedding.send(asyncio.run(signer.async_sign(prepared.document_digest, DIGEST_ALGORITHM, use_pades=True)))
    return bytes(output.getvalue())


class _Page(PdfContent):
    """The first page of a PDF held in memory, as something to draw."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """Take the page over and return the operators that draw it."""
        drawing = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        left, bottom, right, top = drawing.get_object()["/BBox"]
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        self.resources.xobject[pdf_name("/Stamp")] = drawing
        return b"/Stamp Do"


def _prepare_fields(writer: IncrementalPdfFileWriter, role: str) -> None:
    """Make the fields of both roles where there are none yet; raises UseError where that of the role is taken."""
    taken = {name: value is not None for name, value, _ in enumerate_sig_fields(writer.prev)}
    if taken.get(role):
        raise UseError("این برگه را پیش‌تر کسی با همین سمت امضا کرده است. برگه تازه‌ای از سند بسازید.")
    for name, pen in PENS_OF_ROLES.items():
        if name not in taken:
            place = STAMP_PLACES[pen]
            box = (round(place.left), round(place.bottom), round(place.right), round(place.top))
            append_signature_field(writer, SigFieldSpec(name, on_page=-1, box=box))


def _signer(key: OpenedKey) -> SimpleSigner:
    """Return what signs with a key. The authority's certificate stays outside: nothing but what is signed goes in."""
    private = key.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    (certificate,) = load_certs_from_pemder_data(key.certificate.public_bytes(Encoding.DER))
    return SimpleSigner(certificate, load_private_key_from_pemder_data(private, None), SimpleCertificateStore())  # type: ignore[no-untyped-call]
