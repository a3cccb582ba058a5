"""Signatures on real sheets with real keys, at moments of long ago."""

from datetime import UTC, datetime, timedelta

import pytest
from sheet_text import pixels_near, text_of

from app.errors import UseError
from app.sheets import style
from app.sheets.assessment_sheet import draw_assessment_sheet
from app.sheets.signature_block import STAMP_PLACES
from app.sheets.signing import make_office_authority, make_personal_key, protect_key_again, sign_sheet
from app.sheets.stamp import PENS_OF_ROLES, draw_stamp
from app.sheets.verification import OfficeRecord, verify_sheet

MADE = datetime(2016, 7, 1, 8, 0, 3, 250_000, tzinfo=UTC)
SIGNED = MADE + timedelta(minutes=5)
EXPIRED = MADE + timedelta(days=800)
PEOPLE = {"reviewer": "مریم رستگار", "accountant": "ژاله یزدان‌پناه"}


def person(office: tuple[bytes, str], name: str) -> bytes:
    """Return a key that an office's authority vouches for, protected by «own password»."""
    key, _ = make_personal_key(
        name,
        authority=office[0],
        authority_password="authority",
        password="own password",
        valid_from=MADE,
        valid_to=MADE + timedelta(days=730),
    )
    return key


def make_office() -> tuple[bytes, str]:
    """Return an authority's key and certificate."""
    return make_office_authority("authority", valid_from=MADE, valid_to=MADE + timedelta(days=3650))


@pytest.fixture(scope="module")
def office():
    """The authority of the office."""
    return make_office()


@pytest.fixture(scope="module")
def keys(office):
    """The keys of a reviewer and an accountant."""
    return {role: person(office, name) for role, name in PEOPLE.items()}


def sign(pdf: bytes, keys: dict[str, bytes], role: str, **more: object) -> bytes:
    """Return the sheet signed in a role by its person."""
    given = {"password": "own password", "reason": "رسیدگی", "at": SIGNED, "full_name": PEOPLE[role], **more}
    return sign_sheet(pdf, keys[role], role=role, **given)


@pytest.fixture
def once(marked_sheet, keys):
    """A sheet with the reviewer's signature."""
    return sign(draw_assessment_sheet(marked_sheet), keys, "reviewer")


def test_a_signature_names_person_role_and_moment(once, office, marked_sheet):
    found = verify_sheet(once, OfficeRecord([office[1]]), None)
    (signature,) = found.signatures
    assert (signature.role, signature.full_name) == ("reviewer", "مریم رستگار")
    assert signature.at == SIGNED.replace(microsecond=0)
    assert found.holds
    assert found.digest == marked_sheet.digest
    assert "مریم رستگار" in found.sentences[0]
    assert "۱۳۹۵/۰۴/۱۱" in found.sentences[0]
    assert found.sentences[1] == "جای امضای کارشناس حسابداری خالی است."


def test_a_second_signature_leaves_the_first_as_it_was(once, keys, office):
    twice = sign(once, keys, "accountant")
    found = verify_sheet(twice, OfficeRecord([office[1]]), None)
    assert twice.startswith(once)
    assert found.holds
    assert [signature.full_name for signature in found.signatures] == [*PEOPLE.values()]
    assert len(found.sentences) == 2


def test_no_role_signs_twice(once, keys):
    with pytest.raises(UseError, match="همین سمت"):
        sign(once, keys, "reviewer")


def test_a_wrong_password_is_told_from_other_faults(marked_sheet, keys):
    with pytest.raises(UseError, match="گذرواژه درست نیست"):
        sign(draw_assessment_sheet(marked_sheet), keys, "reviewer", password="other")


def test_an_authority_that_is_not_opened_vouches_for_nobody(office):
    with pytest.raises(UseError, match="گذرواژه"):
        make_personal_key(
            "x", authority=office[0], authority_password="no", password="y", valid_from=MADE, valid_to=EXPIRED
        )


def test_a_key_protected_again_opens_by_the_new_password_alone(marked_sheet, keys, office):
    renewed = {"reviewer": protect_key_again(keys["reviewer"], "own password", "new password")}
    pdf = draw_assessment_sheet(marked_sheet)
    with pytest.raises(UseError):
        sign(pdf, renewed, "reviewer")
    assert verify_sheet(sign(pdf, renewed, "reviewer", password="new password"), OfficeRecord([office[1]]), None).holds


def test_an_unsigned_sheet_and_no_sheet_at_all_are_told_apart(marked_sheet, office):
    unsigned = verify_sheet(draw_assessment_sheet(marked_sheet), OfficeRecord([office[1]]), None)
    assert (unsigned.holds, unsigned.sentences) == (False, ("این برگ امضا نشده است.",))
    assert unsigned.digest == marked_sheet.digest
    assert verify_sheet(b"PK\x03\x04", OfficeRecord([office[1]]), None).sentences == (
        "این پرونده PDF نیست، پس برگ رسیدگی نیست.",
    )


@pytest.mark.parametrize("rest", [b"", b"\x00" * 400, b"\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"])
def test_what_only_begins_as_a_pdf_is_damaged(rest, office):
    found = verify_sheet(b"%PDF-1.4\n" + rest, OfficeRecord([office[1]]), None)
    assert not found.holds
    assert "آسیب دیده" in found.sentences[0]


def test_a_sheet_cut_back_to_one_signature_says_that_the_other_is_missing(once, keys, office):
    cut_back = sign(once, keys, "accountant")[: len(once)]
    found = verify_sheet(cut_back, OfficeRecord([office[1]]), None)
    assert [signature.role for signature in found.signatures] == ["reviewer"]
    assert "حسابداری خالی است" in found.sentences[-1]


def test_a_sheet_cut_inside_its_last_signature_does_not_hold(once, keys, office):
    twice = sign(once, keys, "accountant")
    for length in (len(once) + 1, len(once) + 500, len(twice) - 2000, len(twice) - 7):
        assert not verify_sheet(twice[:length], OfficeRecord([office[1]]), None).holds, length


def test_something_added_behind_the_last_signature_is_found(once, office):
    assert not verify_sheet(once + b"\n% added\n", OfficeRecord([office[1]]), None).holds


def test_a_foreign_authority_is_not_trusted_and_called_so(once):
    for trusted in ([], [make_office()[1]]):
        found = verify_sheet(once, OfficeRecord(trusted), None)
        assert not found.holds
        assert "نمی‌شناسد" in found.sentences[0]
        assert found.signatures[0].intact


def test_a_certificate_counts_at_the_moment_of_signing(marked_sheet, once, keys, office):
    late = sign(draw_assessment_sheet(marked_sheet), keys, "reviewer", at=EXPIRED)
    assert not verify_sheet(late, OfficeRecord([office[1]]), None).holds
    assert not verify_sheet(once, OfficeRecord([office[1]]), EXPIRED).holds
    assert verify_sheet(once, OfficeRecord([office[1]]), SIGNED).holds


def test_the_stamp_stands_in_the_box_of_its_role_and_is_readable(once, keys):
    twice = sign(once, keys, "accountant")
    for role, colour in (("reviewer", style.GREEN), ("accountant", style.RED)):
        place = STAMP_PLACES[PENS_OF_ROLES[role]]
        stamp = (place.left, place.bottom, place.right, place.top)
        assert pixels_near(twice, -1, colour, stamp) > 300
        assert pixels_near(once, -1, colour, stamp) > 300 or role == "accountant"


def test_a_stamp_says_who_signed_in_which_post_and_when():
    stamp = text_of(draw_stamp("accountant", "ژاله یزدان‌پناه", SIGNED))
    for said in ("امضای دیجیتال", "ژاله یزدانپناه", "کارشناس حسابداری", "۱۳۹۵/۰۴/۱۱"):
        assert said in stamp
