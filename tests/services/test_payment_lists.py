"""Payment lists: what goes on them, that nothing goes on two, their signature, and what happens after."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from app.domain.claim import Insurer
from app.domain.dates import JalaliDate
from app.domain.payments import PaymentChoice
from app.errors import DataError, UseError
from app.services.closed_requests import NOTHING_TO_PAY
from app.services.objections import ObjectedLine
from app.services.payment_lists import PaymentLists
from app.services.verification import verify_in_office
from tests.rules.circulars.orders import IBAN
from tests.services.offices import line
from tests.services.refunds import OTHER_IBAN, PERSONS, bring_refund, refund_house

DAY = JalaliDate(1400, 3, 11)
SALAMAT = PaymentChoice(Insurer.SALAMAT, DAY, DAY)


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    yield house
    house.office.close()


@pytest.fixture
def lists(house):
    return PaymentLists(house.office, house.accountant)


def closed(house, number="R-1", **over):
    house.close(claim := bring_refund(house, number, **over))
    return claim


def test_closed_requests_are_paid_and_all_others_are_not(house, lists):
    one = closed(house)
    two = closed(house, "R-2", person=PERSONS[1], iban=OTHER_IBAN, amount=300_000)
    refused = closed(house, "R-3", eligibility="not_covered")
    house.sign(bring_refund(house, "R-4"))
    house.close(house.bring(line(1, "T-CHEST", 60_000)))
    closed(house, "R-5", insurer="tamin")

    shown = lists.preview(SALAMAT)
    paid = [(request.claim_id, request.payment.iban, request.amount) for request in shown.payable]
    assert paid == [(one, IBAN, 420_000), (two, OTHER_IBAN, 210_000)]
    assert [(request.claim_id, request.why_held) for request in shown.held] == [(refused, NOTHING_TO_PAY)]
    assert shown.total == 630_000
    assert lists.waiting() == SALAMAT


def test_the_day_of_closing_decides_the_period(house, lists):
    closed(house)
    before = PaymentChoice(Insurer.SALAMAT, DAY.plus_days(-9), DAY.plus_days(-1))
    assert lists.preview(before).payable == ()
    with pytest.raises(UseError, match="دوره"):
        lists.preview(PaymentChoice(Insurer.SALAMAT, DAY, DAY.plus_days(-1)))


def test_a_list_is_signed_kept_and_never_pays_twice(house, lists):
    number = closed(house)
    shown = lists.preview(SALAMAT)
    kept = lists.make(shown)

    assert (kept.made.id, kept.total, kept.maker) == (1, 420_000, "سحر یاوری")
    assert verify_in_office(house.office, lists.pdf(kept)).holds
    assert lists.preview(SALAMAT).payable == ()
    assert lists.waiting() is None
    with pytest.raises(UseError, match="تغییر کرده"):
        lists.make(shown)
    with pytest.raises(UseError, match="آماده پرداخت نیست"):
        lists.make(lists.preview(SALAMAT))
    assert [request.payment.claim_id for request in lists.all()[0].requests] == [number]
    assert house.office.store.check() == []


def test_a_list_whose_file_was_changed_is_not_given_out(house, lists):
    closed(house)
    kept = lists.make(lists.preview(SALAMAT))
    path = house.office.store.sheets_folder / kept.made.file_name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(DataError, match="یکی نیست"):
        lists.pdf(kept)
    path.unlink()
    with pytest.raises(DataError, match=f"{path.name}.*نسخه پشتیبان"):
        lists.pdf(kept)


def test_a_request_that_is_objected_to_later_says_so_on_its_list(house, lists):
    number = closed(house)
    lists.make(lists.preview(SALAMAT))
    assert lists.all()[0].objected == 0
    house.hand_over(number)
    house.objections().record(number, [ObjectedLine(None, "کمتر از فاکتور است")], house.today)
    assert lists.all()[0].objected == 1


def test_the_workbook_has_each_payment_with_its_account_and_the_sum(house, lists):
    closed(house)
    kept = lists.make(lists.preview(SALAMAT))
    rows = [*load_workbook(BytesIO(lists.workbook(kept)))["پرداخت‌ها"].iter_rows(values_only=True)]
    assert ("R-1", "—", PERSONS[0], "IR05 0170 0000 0012 3456 7890 12", 420_000) in [row[:5] for row in rows]
    assert rows[-1][4] == 420_000


def test_only_an_accountant_makes_lists(house):
    closed(house)
    lists = PaymentLists(house.office, house.second)
    with pytest.raises(UseError, match="کارشناس حسابداری"):
        lists.preview(SALAMAT)
