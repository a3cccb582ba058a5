"""The payment list on paper: both parts with their sums in words, and room for whatever people wrote."""

import pytest

from app.domain.claim import Claim, ClaimKind, Insurer, Line, Patient
from app.domain.dates import JalaliDate
from app.domain.payments import ClosedRequest, PaidBefore, Payment, PaymentChoice
from app.domain.reasons import LONGEST_REASON
from app.sheets.payment_list import PaymentSheet, draw_payment_list
from tests.sheets.sheet_text import text_of

IBAN = "IR050170000000123456789012"
DAY = JalaliDate(1400, 3, 11)


def request(number: int, due: int, paid: int = 0, grounds: tuple[str, ...] = ()) -> ClosedRequest:
    patient = Patient("0012345679", name="بیمار آزمایشی", iban=IBAN)
    claim = Claim(f"R-{number}", ClaimKind.VISIT, patient, (Line(1, "visit", 10**9),))
    before = (PaidBefore(1, Payment(number, IBAN, paid)),) if paid else ()
    return ClosedRequest(number, claim, DAY, 10**9, due, due, version=1 + bool(paid), before=before, grounds=grounds)


def sheet(*requests: ClosedRequest) -> PaymentSheet:
    return PaymentSheet(
        office_name="دفتر آزمایشی",
        number=2,
        choice=PaymentChoice(Insurer.SALAMAT, DAY, DAY),
        requests=tuple(one for one in requests if not one.payment.reclaims),
        reclaimed=tuple(one for one in requests if one.payment.reclaims),
        printed_on=DAY,
        accountant="حسابدار آزمایشی",
    )


def words_of(pdf: bytes) -> str:
    return text_of(pdf).replace("\u200c", "")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (1, "یک ریال"),
        (1_001, "یک هزار و یک ریال"),
        (20_000_000, "بیست میلیون ریال"),
        (987_654_321, "نهصد و هشتاد و هفت میلیون و ششصد و پنجاه و چهار هزار و سیصد و بیست و یک ریال"),
    ],
)
def test_the_sum_stands_in_words_too(due, words):
    assert f"به حروف: {words}" in words_of(draw_payment_list(sheet(request(1, due))))


def test_each_part_has_its_own_sum_and_no_part_is_drawn_without_a_request():
    both = words_of(draw_payment_list(sheet(request(1, 500), request(2, 200, paid=900))))
    assert "به حروف: پانصد ریال" in both
    assert "به حروف: هفتصد ریال" in both
    assert "آنچه بازپس گرفته میشود" not in words_of(draw_payment_list(sheet(request(1, 500))))
    back = words_of(draw_payment_list(sheet(request(2, 200, paid=900))))
    assert "جمع بازپسگرفتنی" in back
    assert "جمع پرداخت" not in back


def test_the_longest_answers_to_every_objection_find_their_room():
    names = ("نخستین", "دومین", "سومین", "چهارمین", "پنجمین", "ششمین", "هفتمین", "هشتمین")
    grounds = tuple(f"{name} پاسخ" + " شرح" * ((LONGEST_REASON - 20) // 4) for name in names)
    pdf = draw_payment_list(sheet(request(1, 900, 200, grounds), request(2, 200, 900, grounds), request(3, 500)))
    text = words_of(pdf)
    assert [text.count(name) for name in names] == [2] * len(names)
