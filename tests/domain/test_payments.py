"""Payments of one request over its versions: what is paid and reclaimed adds up to what is due, whatever comes."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim import Claim, ClaimKind, Line, Patient
from app.domain.dates import JalaliDate
from app.domain.payments import ClosedRequest, PaidBefore, Payment

IBAN, OTHER_IBAN = "IR050170000000123456789012", "IR210120000000009876543210"
DAY = JalaliDate(1400, 3, 11)
SHARES = st.lists(st.integers(0, 10**12), min_size=1, max_size=6)


def closed(due: int, version: int, before: tuple[PaidBefore, ...], iban: str = IBAN) -> ClosedRequest:
    claim = Claim("R-1", ClaimKind.VISIT, Patient("0012345679", iban=iban), (Line(1, "visit", 10**13),))
    return ClosedRequest(1, claim, DAY, 10**13, due, due, version=version, before=before)


@given(SHARES)
def test_what_is_paid_less_what_is_reclaimed_is_what_is_due(shares: list[int]) -> None:
    before: tuple[PaidBefore, ...] = ()
    for version, due in enumerate(shares, start=1):
        payment = closed(due, version, before).payment
        assert payment.amount >= 0
        before += (PaidBefore(version, payment),)
    signs = [-1 if one.payment.reclaims else 1 for one in before]
    assert sum(sign * one.payment.amount for sign, one in zip(signs, before, strict=True)) == shares[-1]


def test_what_comes_back_names_the_account_to_which_it_was_paid_and_what_goes_out_the_one_that_holds() -> None:
    before = (PaidBefore(3, Payment(1, IBAN, 500)),)
    less, more = closed(200, 2, before, OTHER_IBAN), closed(900, 2, before, OTHER_IBAN)
    assert (less.payment.iban, less.amount, less.account_changed) == (IBAN, 300, "")
    assert (more.payment.iban, more.amount) == (OTHER_IBAN, 400)
    assert "تغییر کرده" in more.account_changed
    assert less.difference == "پس از اعتراض ۳۰۰ ریال کمتر: پیش‌تر ۵۰۰ (فهرست ۳)، اکنون ۲۰۰"


def test_a_first_payment_has_no_word_of_a_difference() -> None:
    first = closed(500, 1, ())
    assert (first.difference, first.account_changed, first.amount) == ("", "", 500)
