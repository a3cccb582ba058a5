"""What somebody might do to a signed sheet: change a byte of it, or what it says of its own result."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from app.sheets.assessment_sheet import draw_assessment_sheet
from app.sheets.signing import make_office_authority, make_personal_key, sign_sheet
from app.sheets.verification import OfficeRecord, verify_sheet

NOW = datetime(2025, 10, 5, 8, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=365)


@pytest.fixture(scope="module")
def office():
    """An authority, and the key of one person."""
    authority, certificate = make_office_authority("authority", valid_from=NOW, valid_to=LATER)
    key, _ = make_personal_key(
        "مریم رستگار",
        authority=authority,
        authority_password="authority",
        password="personal",
        valid_from=NOW,
        valid_to=LATER,
    )
    return key, certificate


def signed(pdf: bytes, key: bytes, role: str) -> bytes:
    """Return the sheet with a signature in a role."""
    return sign_sheet(pdf, key, "personal", role=role, full_name="مریم رستگار", reason="رسیدگی", at=NOW)


def with_other_digest(pdf: bytes) -> bytes:
    """Return the file with an update that names another digest in its description."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    reference = writer.prev.trailer.raw_get("/Info")
    reference.get_object()["/Keywords"] = pdf_string(f"rasidegi-digest:{'0' * 64}")
    writer.mark_update(reference)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.fixture
def signed_sheet(marked_sheet, office):
    """A sheet that one person signed, and the certificate by which it is judged."""
    key, certificate = office
    return signed(draw_assessment_sheet(marked_sheet), key, "reviewer"), certificate


def signature_place(pdf: bytes) -> range:
    """Return where the last signature stands in the file, in hexadecimal digits without the zeros that fill it up."""
    place = list(re.finditer(rb"/Contents ?<([0-9A-Fa-f]+)>", pdf))[-1].span(1)
    return range(place[0], place[0] + len(pdf[slice(*place)].rstrip(b"0")))


def with_flipped_byte(pdf: bytes, place: int, bits: int) -> bytes:
    """Return the file with some bits of one byte turned over."""
    return pdf[:place] + bytes([pdf[place] ^ bits]) + pdf[place + 1 :]


def test_a_signed_sheet_holds(signed_sheet):
    pdf, certificate = signed_sheet
    assert verify_sheet(pdf, OfficeRecord([certificate]), None).holds


def test_a_flipped_digit_of_the_signature_is_found(signed_sheet):
    pdf, certificate = signed_sheet
    places = signature_place(pdf)
    for place in [*places[:100], *places[100::40], places[-1] + 1, places[-1] + 101]:
        assert not verify_sheet(with_flipped_byte(pdf, place, 1), OfficeRecord([certificate]), None).holds, (
            place - places[0]
        )


def test_a_signature_in_small_letters_is_found(signed_sheet):
    pdf, certificate = signed_sheet
    places = signature_place(pdf)
    letter = next(place for place in places if chr(pdf[place]).isalpha())
    assert not verify_sheet(with_flipped_byte(pdf, letter, 0x20), OfficeRecord([certificate]), None).holds


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(part=st.fractions(0, 1), bits=st.integers(1, 255))
def test_a_flipped_byte_anywhere_is_found(signed_sheet, part, bits):
    pdf, certificate = signed_sheet
    place = int(part * (len(pdf) - 1))
    assert not verify_sheet(with_flipped_byte(pdf, place, bits), OfficeRecord([certificate]), None).holds


def test_another_digest_after_the_last_signature_does_not_hold(marked_sheet, office):
    key, certificate = office
    forged = with_other_digest(signed(draw_assessment_sheet(marked_sheet), key, "reviewer"))
    assert not verify_sheet(forged, OfficeRecord([certificate]), None).holds


def test_another_digest_between_two_signatures_is_not_taken_for_the_signed_one(marked_sheet, office):
    key, certificate = office
    forged = with_other_digest(signed(draw_assessment_sheet(marked_sheet), key, "reviewer"))
    assert (
        verify_sheet(signed(forged, key, "accountant"), OfficeRecord([certificate]), None).digest == marked_sheet.digest
    )
