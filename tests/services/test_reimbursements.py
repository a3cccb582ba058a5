"""The requests of an office with their statuses: listed, exported, and told to one insured person alone."""

import csv
from io import BytesIO, StringIO

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.domain.request_status import RequestStep
from app.errors import UseError
from app.services.reimbursements import Reimbursements
from tests.services.offices import line
from tests.services.refunds import OTHER_IBAN, PERSONS, answer, bring_refund, refund_house


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    yield house
    house.office.close()


@pytest.fixture
def three(house):
    """A claim of the contract, a paid request of one person, one of another that waits for its account."""
    house.bring(line(1, "T-CHEST", 60_000))
    house.close(paid := bring_refund(house, "R-1"))
    waiting = bring_refund(house, "=R-2", person=PERSONS[1], iban=None, iban_owner=None)
    answer(house, waiting, {"proof_complete": True})
    return paid, waiting


def pages_text(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_requests_are_listed_with_their_statuses_and_other_claims_are_not(house, three):
    rows = Reimbursements(house.office, house.first).requests()
    assert [(row.claim_id, row.status.step) for row in rows] == [
        (three[0], RequestStep.DECIDED),
        (three[1], RequestStep.WAITING_FOR_PAPERS),
    ]


def test_the_exports_say_the_same_and_hold_no_formula(house, three):
    work = Reimbursements(house.office, house.first)
    rows = work.requests()
    sheet = load_workbook(BytesIO(work.workbook(rows)))["وضعیت‌ها"]
    found = [row for row in sheet.iter_rows(values_only=True) if row[2] in PERSONS]
    assert [(row[0], row[3], row[6]) for row in found] == [
        ("R-1", "رسیدگی‌شده", 420_000),
        ("=R-2", "در انتظار مدارک", None),
    ]
    told = [*csv.reader(StringIO(work.table(rows).decode("utf-8-sig")))]
    assert [row[0] for row in told] == ["درخواست", "R-1", "'=R-2"]
    assert "شماره شبای حساب بیمه‌شده" in told[2][-1]


def test_the_sheet_of_a_request_holds_nobody_elses_data(house, three):
    pdf = Reimbursements(house.office, house.first).sheet(three[1])
    text = pages_text(pdf)
    assert PERSONS[1].translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in text
    for foreign in (PERSONS[0].translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")), OTHER_IBAN[:4], "R-1"):
        assert foreign not in text


def test_a_claim_of_the_contract_has_no_such_sheet(house, three):
    with pytest.raises(UseError, match="طرف قرارداد"):
        Reimbursements(house.office, house.first).sheet(1)
