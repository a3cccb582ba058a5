"""The list of centres whose bills came on paper though they were due through SEPAS: named to others, patients unnamed."""

import pytest

from app.errors import UseError
from app.services.paper_bills import PaperBills
from app.services.review import Review
from tests.rules.circulars.orders import IBAN, PRIVATE
from tests.services.paper_stays import bring_stay
from tests.services.refunds import PERSONS, refund_house
from tests.sheets.sheet_text import text_of


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    yield house
    house.office.close()


def test_each_centre_stands_once_with_its_bills_by_day_of_discharge(house):
    bring_stay(house, "R-3", discharged="1400-02-09", insurer="tamin")
    bring_stay(house, "R-1")
    bring_stay(house, "R-2", id="P-OTHER", name="مرکز جراحی نمونه", kind="limited_surgery_center")
    bring_stay(house, "R-4", source="sepas")
    bring_stay(house, "R-5", sector="public_university", id="P-UNI")
    found = PaperBills(house.office, house.first).centres()
    assert {one.provider.id: [bill.number for bill in one.bills] for one in found} == {
        PRIVATE["id"]: ["R-1", "R-3"],
        "P-OTHER": ["R-2"],
    }


def test_the_list_names_centres_and_bills_and_no_insured_person(house):
    bring_stay(house, "R-1")
    text = text_of(PaperBills(house.office, house.first).sheet())
    assert all(word in text for word in ("بیمارستان", "صورتحساب", "روز ترخیص", "۱۴۰۰/۰۲/۰۸"))
    persons_number = PERSONS[0].translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert not any(word in text for word in ("مریم", persons_number, IBAN[:6]))


def test_a_bill_that_a_reviewer_found_to_be_paper_is_referred(house):
    bring_stay(house, "R-4", source=None)
    review = Review(house.office, house.first)
    review.enter_patient(review.open(1), {"bill_source": "paper"})
    (centre,) = PaperBills(house.office, house.first).centres()
    assert [bill.number for bill in centre.bills] == ["R-4"]


def test_where_no_bill_is_referred_there_is_nothing_to_draw(house):
    bring_stay(house, "R-4", source="sepas")
    with pytest.raises(UseError, match="هیچ مرکزی"):
        PaperBills(house.office, house.first).sheet()


def test_reading_may_be_cancelled(house):
    bring_stay(house, "R-1")

    def cancel(_done, _all):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        PaperBills(house.office, house.first).centres(cancel)
