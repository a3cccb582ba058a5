"""A request that an objection changes after it was paid: the difference is paid or reclaimed, once a version."""

import threading
from io import BytesIO

import pytest
from openpyxl import load_workbook

from app.domain.claim import Insurer
from app.domain.dates import JalaliDate
from app.domain.office import Role
from app.domain.payments import PaymentChoice
from app.domain.request_status import RequestStep
from app.domain.statistics import Grouping, StatisticsFilter
from app.errors import UseError
from app.services.objections import ObjectedLine
from app.services.office import Office
from app.services.payment_lists import PaymentLists
from app.services.people import Session, add_person, sign_in
from app.services.reimbursements import Reimbursements
from app.services.review import Review
from app.services.statistics import Statistics
from app.services.verification import verify_in_office
from app.store.office import OfficeStore
from tests.rules.circulars.orders import IBAN
from tests.services.colleagues import join
from tests.services.offices import PASSWORD, ticking_clock
from tests.services.refunds import OTHER_IBAN, PERSONS, TODAY, bring_refund, hear, refund_house
from tests.sheets.sheet_text import text_of

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


def paid(house, lists, number="R-1", *, amount=500_000, **over):
    """Bring a request of 600,000 of which a reviewer leaves `amount`, close it and pay its share of 70 percent."""
    claim = bring_refund(house, number, **over)
    review = Review(house.office, house.first)
    review.set_amount(review.open(claim), 1, amount, "فاکتور کمتر است")
    house.close(claim)
    lists.make(lists.preview(SALAMAT))
    return claim


def request(house, number):
    return Review(house.office, house.first).open(number).request


def test_a_higher_share_is_paid_by_its_difference_and_never_twice(house, lists):
    number = paid(house, lists)
    hear(house, number, 600_000, "فاکتور دوم دیده شد")

    assert lists.waiting() == SALAMAT
    shown = lists.preview(SALAMAT)
    (one,) = shown.payable
    assert (one.amount, one.payment.paid, one.due, one.version) == (70_000, 350_000, 420_000, 2)
    assert one.difference == "پس از اعتراض ۷۰٬۰۰۰ ریال بیشتر: پیش‌تر ۳۵۰٬۰۰۰ (فهرست ۱)، اکنون ۴۲۰٬۰۰۰"
    assert one.grounds == ("پاسخ اعتراض: فاکتور دوم دیده شد",)
    assert (shown.reclaimed, shown.held, shown.total) == ((), (), 70_000)

    kept = lists.make(shown)
    assert (kept.total, kept.total_reclaimed) == (70_000, 0)
    assert lists.preview(SALAMAT).listed == ()
    assert lists.waiting() is None
    with pytest.raises(UseError, match="تغییر کرده"):
        lists.make(shown)
    first = lists.all()[1]
    assert (first.objected, first.requests[0].followed_by, first.total) == (0, 2, 350_000)
    assert verify_in_office(house.office, lists.pdf(kept)).holds
    assert house.office.store.check() == []
    told, held = house.office.store.replay()
    assert told == held


def test_a_lower_share_is_reclaimed_in_a_second_part_and_lessens_nobodys_payment(house, lists):
    number = paid(house, lists)
    hear(house, number, 200_000, "فاکتور از کس دیگری است")
    house.close(other := bring_refund(house, "R-2", person=PERSONS[1], iban=OTHER_IBAN))

    shown = lists.preview(SALAMAT)
    assert [(one.claim_id, one.amount) for one in shown.payable] == [(other, 420_000)]
    (back,) = shown.reclaimed
    assert (back.claim_id, back.amount, back.payment.reclaims, back.payment.iban) == (number, 210_000, True, IBAN)
    assert back.grounds == ("پاسخ اعتراض: فاکتور از کس دیگری است",)
    assert (shown.total, shown.total_reclaimed) == (420_000, 210_000)

    kept = lists.make(shown)
    assert [(one.payment.claim_id, one.payment.amount) for one in kept.paid] == [(other, 420_000)]
    assert [(one.payment.claim_id, one.payment.amount) for one in kept.reclaimed] == [(number, 210_000)]
    text = text_of(lists.pdf(kept)).replace("\u200c", "")
    for words in ("چهارصد و بیست هزار ریال", "دویست و ده هزار ریال", "آنچه بازپس گرفته میشود", "کس دیگری"):
        assert words in text
    assert lists.preview(SALAMAT).listed == ()
    assert house.office.store.check() == []


def test_a_reclaim_names_the_clause_by_which_less_is_due(house, lists):
    house.close(number := bring_refund(house))
    lists.make(lists.preview(SALAMAT))
    hear(house, number, 0, "در روز خدمت پوشش نداشت", eligibility="not_covered")
    (back,) = lists.preview(SALAMAT).reclaimed
    answer, reason = back.grounds
    assert answer == "پاسخ اعتراض: در روز خدمت پوشش نداشت"
    assert reason.endswith(f"({house.office.rulebook['REI-12b'].clause})")


def test_a_reclaim_alone_makes_a_list(house, lists):
    number = paid(house, lists)
    hear(house, number, 0, "پرداخت شده بود")
    shown = lists.preview(SALAMAT)
    assert (shown.payable, shown.total_reclaimed) == ((), 350_000)
    kept = lists.make(shown)
    assert "صفر ریال" in text_of(lists.pdf(kept))
    told = request(house, number)
    assert told.step is RequestStep.REFUSED
    assert "۳۵۰٬۰۰۰ ریال در فهرست پرداخت ۲ برای بازپس گرفتن آمده است" in told.after_payment


def test_an_objection_that_leaves_the_share_needs_no_list(house, lists):
    number = paid(house, lists)
    hear(house, number, 500_000, "همان که بود")
    assert lists.waiting() is None
    assert lists.preview(SALAMAT).listed == lists.preview(SALAMAT).held == ()
    told = request(house, number)
    assert (told.step, told.since) == (RequestStep.SENT_FOR_PAYMENT, DAY)
    assert told.after_payment == "پس از آن به آن اعتراض شد و مبلغ همان ماند."


def test_while_the_next_version_is_under_way_nothing_more_is_paid(house, lists):
    number = paid(house, lists)
    house.hand_over(number)
    house.objections().record(number, [ObjectedLine(1, "کمتر از فاکتور است")], house.today)
    assert lists.waiting() is None
    house.objections(house.second).take_up(number)
    assert lists.waiting() is None


def test_what_was_lowered_and_raised_again_is_paid_by_its_latest_difference(house, lists):
    number, third = paid(house, lists), join(house.office, "reviewer")
    for amount, by in ((200_000, house.second), (600_000, third)):
        hear(house, number, amount, by=by)
        lists.make(lists.preview(SALAMAT))
    with house.office.read() as view:
        found = [one.payment for one in view.payments.of_claim(number)]
    assert [(one.version, one.paid, one.due, one.amount, one.reclaims) for one in found] == [
        (1, 0, 350_000, 350_000, False),
        (2, 350_000, 140_000, 210_000, True),
        (3, 140_000, 420_000, 280_000, False),
    ]
    assert house.office.store.check() == []


def test_versions_that_were_never_listed_are_paid_in_one_difference(house, lists):
    number, third = paid(house, lists), join(house.office, "reviewer")
    hear(house, number, 200_000)
    hear(house, number, 600_000, by=third)
    (one,) = lists.preview(SALAMAT).payable
    assert (one.version, one.payment.paid, one.due) == (3, 350_000, 420_000)


def test_the_insured_person_is_told_of_every_step(house, lists):
    number = paid(house, lists)
    house.hand_over(number)
    house.objections().record(number, [ObjectedLine(1, "کمتر از فاکتور است")], house.today)
    assert "۳۵۰٬۰۰۰ ریال در فهرست پرداخت ۱ است و پس از آن به آن اعتراض" in request(house, number).after_payment

    taken = house.objections(house.second).take_up(number)
    Review(house.office, house.second).set_amount(taken, 1, 600_000, "فاکتور دوم")
    house.close(number, house.second)
    told = request(house, number)
    assert told.step is RequestStep.DECIDED
    assert told.sentence == (
        "رسیدگی پایان یافته است؛ پس از اعتراض ۷۰٬۰۰۰ ریال بیشتر به حساب بیمه‌شده پرداخت می‌شود؛"
        " سهم بیمه‌گر اکنون ۴۲۰٬۰۰۰ ریال است. (۱۴۰۰/۰۳/۱۱)"
    )
    assert told.after_payment == "پیش‌تر ۳۵۰٬۰۰۰ ریال با فهرست پرداخت ۱ فرستاده شده است."

    lists.make(lists.preview(SALAMAT))
    told = request(house, number)
    assert (told.step, told.sent, told.after_payment) == (RequestStep.SENT_FOR_PAYMENT, 420_000, "")
    assert "پس از اعتراض ۷۰٬۰۰۰ ریال بیشتر برای واریز فرستاده شده است" in told.sentence


def test_the_insured_person_is_told_of_what_is_reclaimed(house, lists):
    number = paid(house, lists)
    hear(house, number, 200_000)
    told = request(house, number)
    assert told.step is RequestStep.DECIDED
    assert "پس از اعتراض سهم بیمه‌گر ۲۱۰٬۰۰۰ ریال کمتر شده است و این مبلغ بازپس گرفته می‌شود" in told.sentence
    lists.make(lists.preview(SALAMAT))
    told = request(house, number)
    assert told.step is RequestStep.SENT_FOR_PAYMENT
    assert "پس از اعتراض سهم بیمه‌گر ۲۱۰٬۰۰۰ ریال کمتر شده است" in told.sentence
    assert told.after_payment == "۲۱۰٬۰۰۰ ریال در فهرست پرداخت ۲ برای بازپس گرفتن آمده است."
    assert (told.name, told.sent, told.reclaimed) == ("در فهرست بازپس‌گیری", 140_000, 210_000)
    sheet = text_of(Reimbursements(house.office, house.first).sheet(number))
    for amount in ("۱۴۰٬۰۰۰", "۳۵۰٬۰۰۰", "۲۱۰٬۰۰۰"):
        assert amount in sheet


def test_lists_statuses_and_statistics_agree_to_the_rial(house, lists):
    changed = paid(house, lists)
    paid(house, lists, "R-2", person=PERSONS[1], iban=OTHER_IBAN)
    hear(house, changed, 600_000)
    lists.make(lists.preview(SALAMAT))
    kept = lists.all()
    sent = sum(one.total - one.total_reclaimed for one in kept)
    work = Reimbursements(house.office, house.first)
    rows = work.requests()
    assert sent == sum(row.status.sent for row in rows) == sum(row.status.amount for row in rows) == 770_000

    supervisor = join(house.office, "supervisor")
    wanted = StatisticsFilter(insurer=Insurer.SALAMAT)
    sums, _months = Statistics(house.office, supervisor).deductions(Grouping.MONTH, wanted)
    assert (sums.claims, sums.approved) == (2, sum(row.approved for row in rows))
    told = [*load_workbook(BytesIO(work.workbook(rows)))["وضعیت‌ها"].iter_rows(values_only=True)]
    assert [row[6:10] for row in told if row[0] in {"R-1", "R-2"}] == [
        (420_000, 420_000, None, "۱، ۳"),
        (350_000, 350_000, None, "۲"),
    ]
    latest, _second, first = ([*load_workbook(BytesIO(lists.workbook(one)))["پرداخت‌ها"].values] for one in kept)
    assert [row[4:7] for row in latest if row[0] == "R-1"] == [(70_000, 420_000, 350_000)]
    assert [row[4:7] for row in first if row[0] == "R-1"] == [(350_000, 350_000, 0)]
    assert "اختلاف آن در فهرست ۳ است" in next(row[7] for row in first if row[0] == "R-1")


def test_the_workbook_of_a_list_has_its_reclaims_apart(house, lists):
    hear(house, paid(house, lists), 200_000)
    kept = lists.make(lists.preview(SALAMAT))
    book = load_workbook(BytesIO(lists.workbook(kept)))
    assert [row[4:7] for row in book["بازپس‌گیری‌ها"].values if row[0] == "R-1"] == [(210_000, 140_000, 350_000)]
    assert [row for row in book["پرداخت‌ها"].values if row[0] == "R-1"] == []


def test_a_difference_goes_to_the_account_that_holds_now_and_says_so(house, lists):
    number = paid(house, lists)
    hear(house, number, 600_000, iban=OTHER_IBAN)
    (one,) = lists.preview(SALAMAT).payable
    assert (one.payment.iban, one.account_changed) == (OTHER_IBAN, "شماره شبا پس از فهرست پیشین تغییر کرده است.")
    lists.make(lists.preview(SALAMAT))
    assert [kept.requests[0].payment.iban for kept in lists.all()] == [OTHER_IBAN, IBAN]


def test_a_request_closed_in_one_period_and_objected_in_the_next_is_paid_in_each_its_part(tmp_path):
    later = TODAY.replace(month=7)
    house = refund_house(tmp_path / "office")
    lists = PaymentLists(house.office, house.accountant)
    number = paid(house, lists)
    house.hand_over(number)
    house.objections().record(number, [ObjectedLine(1, "کمتر از فاکتور است")], house.today)
    house.office.clock = ticking_clock(later)
    taken = house.objections(house.second).take_up(number)
    Review(house.office, house.second).set_amount(taken, 1, 600_000, "فاکتور دوم")
    house.close(number, house.second)
    assert lists.preview(SALAMAT).listed == ()
    (one,) = lists.preview(PaymentChoice(Insurer.SALAMAT, JalaliDate(1400, 4, 1), JalaliDate(1400, 4, 31))).payable
    assert one.amount == 70_000
    assert lists.waiting() == PaymentChoice(Insurer.SALAMAT, one.closed_on, house.today)
    house.office.close()


def test_nobody_pays_what_they_reviewed_themselves(house, lists):
    number = paid(house, lists)
    hear(house, number, 600_000)
    with house.office.change(None) as unit:
        unit.users.set_roles(house.second.user.id, frozenset({Role.REVIEWER, Role.ACCOUNTANT}))
        both = Session(unit.users.get(house.second.user.id), PASSWORD)
    own = PaymentLists(house.office, both)
    (held,) = own.preview(SALAMAT).held
    assert "کس دیگری باید" in held.why_held
    with pytest.raises(UseError, match="کس دیگری باید"):
        own.make(lists.preview(SALAMAT))
    assert len(lists.all()) == 1


def test_two_accountants_at_once_make_one_list(house, lists):
    house.close(bring_refund(house))
    add_person(house.office, None, name="two", full_name="دو", roles=frozenset({Role.ACCOUNTANT}), password=PASSWORD)
    elsewhere = Office(OfficeStore.open(house.office.store.folder), ticking_clock(TODAY))
    desks = lists, PaymentLists(elsewhere, sign_in(elsewhere, "two", PASSWORD))
    shown, said = [desk.preview(SALAMAT) for desk in desks], []
    start = threading.Barrier(2)

    def make(desk, preview):
        start.wait()
        try:
            said.append(desk.make(preview).made.id)
        except UseError as refused:
            said.append(str(refused))

    threads = [threading.Thread(target=make, args=pair) for pair in zip(desks, shown, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elsewhere.close()

    made, refused = sorted(map(str, said))
    assert made == "1"
    assert "تغییر کرده" in refused
    assert [kept.total for kept in lists.all()] == [420_000]
    assert len(list(house.office.store.sheets_folder.glob("payments-*.pdf"))) == 1
    assert house.office.store.check() == []
