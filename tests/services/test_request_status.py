"""What an insured person is told of a reimbursement request, step by step, with days from the trail."""

import pytest

from app.domain.claim import Insurer
from app.domain.dates import JalaliDate
from app.domain.office import ClaimState
from app.domain.payments import Payment
from app.domain.request_status import RequestStep
from app.errors import UseError
from app.services.objections import ObjectedLine
from app.services.review import Review
from tests.rules.circulars.orders import IBAN
from tests.services.offices import claim, line
from tests.services.refunds import answer, bring_refund, refund_house

DAY = JalaliDate(1400, 3, 11)


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    yield house
    house.office.close()


def status(house, number):
    return Review(house.office, house.first).open(number).request


def listed(house, number):
    with house.office.change(house.accountant.user.id) as unit:
        return unit.payments.add(
            Insurer.SALAMAT, [Payment(number, IBAN, 420_000)], sha256="a" * 64, file_name="list.pdf"
        )


def test_a_request_that_nobody_has_taken_up_is_received(house):
    told = status(house, bring_refund(house, iban=None))
    assert (told.step, told.since, told.papers) == (RequestStep.RECEIVED, DAY, ())
    assert told.sentence == "درخواست دریافت شده و در نوبت رسیدگی است. (۱۴۰۰/۰۳/۱۱)"


def test_a_request_waits_for_what_was_looked_for_and_not_found(house):
    number = bring_refund(house, iban=None, proof_complete=None)
    answer(house, number, {"proof_complete": False})
    told = status(house, number)
    assert told.step is RequestStep.WAITING_FOR_PAPERS
    assert told.papers == ("اسناد مثبته هزینه که پیوست نیست", "شماره شبای حساب بیمه‌شده")
    answer(house, number, {"iban": IBAN, "proof_complete": True})
    assert status(house, number).step is RequestStep.UNDER_REVIEW


def test_a_question_that_nobody_has_looked_at_waits_for_the_reviewer(house):
    number = bring_refund(house, proof_complete=None, iban_owner=None)
    answer(house, number, {"iban_owner": "insured"})
    assert status(house, number).step is RequestStep.UNDER_REVIEW


def test_an_iban_that_cannot_be_right_is_not_taken(house):
    number = bring_refund(house, iban=None)
    with pytest.raises(UseError, match="رقم‌های کنترل"):
        answer(house, number, {"iban": "IR050170000000123456789013"})


def test_a_returned_request_waits_for_what_it_was_returned_for(house):
    number = bring_refund(house)
    review = Review(house.office, house.first)
    review.send_away(review.open(number), ClaimState.RETURNED, "اصل رسید پرداخت")
    told = status(house, number)
    assert (told.step, told.papers) == (RequestStep.WAITING_FOR_PAPERS, ("اصل رسید پرداخت",))


def test_a_signed_request_is_decided_once_its_accounts_are(house):
    number = bring_refund(house, amount=700_000)
    house.sign(number)
    assert status(house, number).step is RequestStep.UNDER_REVIEW
    house.close(bring_refund(house, "R-2"))
    house.close(other := bring_refund(house, "R-3", amount=700_000, person="0499370899"))
    told = status(house, other)
    assert (told.step, told.amount) == (RequestStep.DECIDED, 420_000)
    assert sum(reason.amount for reason in told.reasons) == 100_000


def test_a_refused_request_says_why(house):
    house.close(number := bring_refund(house, eligibility="not_covered"))
    told = status(house, number)
    assert told.step is RequestStep.REFUSED
    assert "استحقاق درمان نداشته" in told.sentence


def test_a_listed_request_was_sent_and_tells_of_a_later_objection(house):
    house.close(number := bring_refund(house))
    listed(house, number)
    told = status(house, number)
    assert (told.step, told.since, told.after_payment) == (RequestStep.SENT_FOR_PAYMENT, DAY, "")
    assert "۴۲۰٬۰۰۰ ریال برای واریز" in told.sentence

    house.hand_over(number)
    house.objections().record(number, [ObjectedLine(None, "کمتر از فاکتور است")], house.today)
    told = status(house, number)
    assert told.step is RequestStep.UNDER_REVIEW
    assert "فهرست پرداخت ۱" in told.after_payment


def test_other_claims_have_no_status_of_a_request(house):
    number = house.bring(line(1, "T-CHEST", 60_000), claim_id=claim("C-9")["id"])
    assert status(house, number) is None
