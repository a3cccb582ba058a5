"""Signatures of keys that were revoked: what was signed before the revocation holds for ever, what came after does not."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.office_records import RevokedKey
from app.sheets.assessment_sheet import draw_assessment_sheet
from app.sheets.signing import (
    certificate_in,
    make_office_authority,
    make_personal_key,
    read_certificate,
    sign_sheet,
)
from app.sheets.verification import OfficeRecord, verify_sheet

MADE = datetime(2016, 7, 1, 8, tzinfo=UTC)
SIGNED = MADE + timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def authority():
    return make_office_authority("authority", valid_from=MADE, valid_to=MADE + timedelta(days=3650))


@pytest.fixture(scope="module")
def key(authority):
    """Return a person's key and its certificate."""
    return make_personal_key(
        "مریم رستگار",
        authority=authority[0],
        authority_password="authority",
        password="own password",
        valid_from=MADE,
        valid_to=MADE + timedelta(days=730),
    )


@pytest.fixture(scope="module")
def signed(marked_sheet_once, key):
    return sign_sheet(
        marked_sheet_once,
        key[0],
        "own password",
        role="reviewer",
        full_name="مریم رستگار",
        reason="رسیدگی",
        at=SIGNED,
    )


@pytest.fixture(scope="module")
def marked_sheet_once():
    from sheet_samples import marked_sheet

    return draw_assessment_sheet(marked_sheet())


@pytest.fixture
def record(authority, key, signed):
    """Return what an office has on record that revoked the key at a moment and entered the sheet at another one."""

    def make(revoked_at, entered_at=None):
        serial = read_certificate(key[1]).serial
        known = {hashlib.sha256(signed).hexdigest(): entered_at}
        return OfficeRecord(
            [authority[1]], {serial: RevokedKey(1, serial, revoked_at.isoformat(), 1, "گم شده است")}, known.get
        )

    return make


def test_a_certificate_tells_its_serial_number_and_its_end(key):
    facts = read_certificate(key[1])
    assert facts.valid_to == MADE + timedelta(days=730)
    assert int(facts.serial) > 0
    assert certificate_in(key[0], "own password") == key[1]


def test_what_was_entered_before_the_revocation_holds_and_both_dates_are_told(signed, record):
    found = verify_sheet(signed, record(SIGNED + HOUR, SIGNED), None)
    assert found.holds
    assert "پیش از ابطال کلید، و برقرار است" in found.sentences[0]
    assert "گم شده است" in found.sentences[0]
    assert found.sentences[0].count("۱۳۹۵/۰۴/۱۲") == 3


@pytest.mark.parametrize("later", [timedelta(milliseconds=1), HOUR])
def test_what_was_entered_after_the_revocation_does_not_hold_whatever_it_says_itself(signed, record, later):
    """The signature names a moment before the revocation; that of the office counts."""
    found = verify_sheet(signed, record(SIGNED + HOUR, SIGNED + HOUR + later), None)
    assert not found.holds
    assert found.signatures[0].trusted
    assert "برقرار نیست" in found.sentences[0]
    assert "در دفتر ثبت شده، یعنی پس از ابطال کلید" in found.sentences[0]


@pytest.mark.parametrize(("revoked", "holds"), [(SIGNED + HOUR, True), (SIGNED - HOUR, False)])
def test_what_the_office_never_entered_is_judged_by_its_own_clock_and_that_is_told(signed, record, revoked, holds):
    found = verify_sheet(signed, record(revoked), None)
    assert found.holds is holds
    assert "در دفتر ثبت نشده و زمانی که خود برگ می‌گوید" in found.sentences[0]


def test_a_key_is_good_until_it_is_revoked_or_out_of_date(signed, authority):
    known = {hashlib.sha256(signed).hexdigest(): MADE + timedelta(days=800)}
    assert verify_sheet(signed, OfficeRecord([authority[1]]), None).holds
    assert not verify_sheet(signed, OfficeRecord([authority[1]], entered=known.get), None).holds
