"""The sheet of a reimbursement: what is waited for in words, and no right of a centre that nobody pays."""

import re

import pytest

from app.domain.coded_fields import CODED_FIELDS
from app.services.review import Review
from app.services.sign_off import draw_sheet
from tests.services.refunds import bring_refund, refund_house
from tests.sheets.sheet_text import text_of


@pytest.fixture
def sheet(tmp_path):
    """The text of the sheet of a request whose account is not known."""
    house = refund_house(tmp_path / "office")
    number = bring_refund(house, iban=None)
    yield text_of(draw_sheet(house.office, house.first, Review(house.office, house.first).open(number)))
    house.office.close()


def test_what_is_waited_for_stands_there_in_words(sheet):
    assert CODED_FIELDS["iban"].label.replace("\u200c", "") in sheet
    assert re.search(r"\biban\b", sheet) is None


def test_no_centre_is_told_to_object_to_what_is_paid_to_the_insured_person(sheet):
    assert "اعتراض" not in sheet
