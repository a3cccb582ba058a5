"""What is known to be wrong is never put in order by the one key that answers what nobody has looked at."""

import pytest

from app.services.review import Review
from tests.services.offices import add_claims, claim, line
from tests.services.refunds import bring_refund, refund_house


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    yield house
    house.office.close()


def open_facts(opened):
    return {question.name for question in opened.questions}


def test_all_in_order_answers_what_is_unknown_and_leaves_what_is_known_to_be_wrong(house):
    request = claim("C-1", line(1, "T-CHEST", 60_000), prescription_form="electronic", service_registered=False)
    request["facts"].pop("eligibility", None)
    request |= {"prescription_date": "1400-02-05", "service_date": "1400-02-05"}
    (number,) = add_claims(house.office, house.first, request, submission_id="S-1", insurer="tamin")
    review = Review(house.office, house.first)
    opened = review.open(number)
    assert open_facts(opened) == {"service_registered", "eligibility"}
    assert {question.name for question in opened.questions if question.has_good_answer} == {"eligibility"}
    done = review.all_in_order(opened)
    assert done.claim.facts["service_registered"] is False
    assert done.claim.facts["eligibility"] == "covered"
    assert open_facts(done) == {"service_registered"}


def test_what_a_person_found_wrong_is_put_in_order_by_an_answer_of_its_own_alone(house):
    number = bring_refund(house, iban_owner=None)
    review = Review(house.office, house.first)
    wrong = review.enter_fact(review.open(number), "iban_owner", "other")
    assert open_facts(review.all_in_order(wrong)) == {"iban_owner"}
    mended = review.enter_fact(review.open(number), "iban_owner", "insured")
    assert mended.questions == ()
