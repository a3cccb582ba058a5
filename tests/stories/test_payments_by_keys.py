"""Payments by keys alone: an account typed in every way, two requests of one person, what an objection changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.electronic_bill import Authenticity, authenticity_sentence
from app.domain.office import ClaimState
from app.services.payment_lists import PaymentLists
from app.services.review import Review
from tests.rules.circulars.orders import IBAN
from tests.services.closed_claims import ACCOUNTANT
from tests.services.offices import NAME, PASSWORD
from tests.services.refunds import OTHER_IBAN, bring_refund, hear, refund_house
from tests.stories.conftest import WAIT_MS, fill, type_text, window_over

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    yield house
    house.office.close()


@pytest.fixture
def window(qtbot, house):
    with window_over(qtbot, house.office) as main:
        yield main


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def sign_in(qtbot, window, name):
    """Sign in through the form."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = window.sign_in_page
    fill(page.name, name)
    fill(page.password, PASSWORD)
    page.password.setFocus()
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.desk.queue.list.hasFocus, timeout=WAIT_MS)
    return window.desk


def open_by_search(qtbot, desk, number):
    press(Qt.Key.Key_F, CTRL)
    type_text(QApplication.focusWidget(), number)
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 1, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)


def payments(qtbot, window):
    press(Qt.Key.Key_D, CTRL | SHIFT)
    page = window.pages.page("payments")
    qtbot.waitUntil(lambda: page.isVisible() and page.shown is not None, timeout=WAIT_MS)
    return page


@pytest.mark.parametrize(
    "typed",
    [
        "IR05 0170 0000 0012 3456 7890 12",
        "ir050170000000123456789012",
        "۰۵۰۱۷۰۰۰۰۰۰۰۱۲۳۴۵۶۷۸۹۰۱۲",
        "Ir۰۵-۰۱۷۰-۰۰۰۰-۰۰۱۲-۳۴۵۶-۷۸۹۰-۱۲",
        "  ٠٥٠١٧٠٠٠٠٠٠٠١٢٣٤٥٦٧٨٩٠١٢ ",
    ],
)
def test_an_account_is_taken_however_it_is_typed(house, window, qtbot, typed):
    bring_refund(house, "R-7", iban=None)
    desk = sign_in(qtbot, window, NAME)
    open_by_search(qtbot, desk, "R-7")
    press(Qt.Key.Key_F4)
    type_text(QApplication.focusWidget(), typed)
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)
    assert desk.claim.open_claim.claim.patient.iban == IBAN


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("IR05 0170 0000 0012 3456 7890 21", "رقم‌های کنترل"),
        ("ir05 0170 0000 0012 3456 7890 1", "اینجا ۲۳ رقم"),
        ("DE89 3704 0044 0532 0130 00", "IR و ۲۴ رقم"),
        ("حساب بانکی", "IR و ۲۴ رقم"),
    ],
)
def test_an_account_that_cannot_be_is_refused_where_it_is_typed(house, window, qtbot, typed, said):
    bring_refund(house, "R-7", iban=None)
    desk = sign_in(qtbot, window, NAME)
    open_by_search(qtbot, desk, "R-7")
    press(Qt.Key.Key_F4)
    type_text(QApplication.focusWidget(), typed)
    press(Qt.Key.Key_Return)
    assert said in desk.claim.strip.editor.fault.text()
    assert desk.claim.open_claim.claim.patient.iban is None


def test_from_the_account_to_the_list_by_keys_alone(house, window, qtbot):
    """The bill that the accountant comes back to says that it was paid, and the other one of the person too."""
    bring_refund(house, "R-7", iban=None)
    house.close(second := bring_refund(house, "R-8", amount=300_000))
    desk = sign_in(qtbot, window, NAME)
    open_by_search(qtbot, desk, "R-7")
    press(Qt.Key.Key_F4)
    type_text(QApplication.focusWidget(), IBAN)
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    press(Qt.Key.Key_Q, CTRL | SHIFT)

    desk = sign_in(qtbot, window, ACCOUNTANT[0])
    open_by_search(qtbot, desk, "R-7")
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    assert desk.claim.open_claim.state is ClaimState.CLOSED
    page = payments(qtbot, window)
    assert [(one.claim.id, one.amount) for one in page.shown.payable] == [("R-7", 420_000), ("R-8", 210_000)]
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "امضا شد" in page.said.text(), timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert "برای واریز به حساب بیمه‌شده فرستاده شده" in desk.claim.header.request_band.label.text()
    with house.office.read() as view:
        assert [one.payment.amount for one in view.payments.of_claim(second)] == [210_000]


def test_what_an_objection_changed_stands_on_the_page_with_its_reason(house, window, qtbot):
    lists = PaymentLists(house.office, house.accountant)
    raised, lowered = bring_refund(house, "R-1"), bring_refund(house, "R-2", person="0499370899")
    review = Review(house.office, house.first)
    review.set_amount(review.open(raised), 1, 500_000, "فاکتور کمتر است")
    for number in (raised, lowered):
        house.close(number)
    lists.make(lists.preview(lists.waiting()))
    hear(house, raised, 600_000, "فاکتور دوم دیده شد", iban=OTHER_IBAN)
    hear(house, lowered, 0, "دو بار پرداخت شده بود")

    sign_in(qtbot, window, ACCOUNTANT[0])
    page = payments(qtbot, window)
    up, down = (page.ready.item(row, page.ready.NOTE).text().split("\n") for row in (0, 1))
    assert up[0] == "آماده پرداخت"
    assert up[2:] == ["پاسخ اعتراض: فاکتور دوم دیده شد", "شماره شبا پس از فهرست پیشین تغییر کرده است."]
    assert down[0] == "بازپس گرفته می‌شود"
    assert "۴۲۰٬۰۰۰ ریال کمتر" in down[1]
    assert "۱ درخواست بازپس‌گرفتنی، جمع ۴۲۰٬۰۰۰ ریال" in page.sums.text()
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "بازپس گرفته می‌شود" in page.said.text(), timeout=WAIT_MS)
    assert "۷۰٬۰۰۰ ریال امضا شد. ۴۲۰٬۰۰۰ ریال بازپس" in page.said.text()
    assert "۴۲۰٬۰۰۰ ریال بازپس‌گرفتنی" in page.kept.item(0, page.kept.NOTE).text()


def test_of_an_empty_period_no_list_is_made(house, window, qtbot):
    house.close(bring_refund(house))
    sign_in(qtbot, window, ACCOUNTANT[0])
    page = payments(qtbot, window)
    for field in (page.choice.first, page.choice.last):
        fill(field, "۱۴۰۰/۰۲/۰۱")
    qtbot.waitUntil(lambda: "بیرون از فهرست‌ها نیست" in page.sums.text(), timeout=WAIT_MS)
    assert not page.sign_action.isEnabled()
    assert page.ready.rowCount() == 0
    assert page.ready.horizontalHeader().isHidden()


def test_a_list_that_finds_no_place_is_no_list(house, window, qtbot):
    house.close(bring_refund(house))
    sign_in(qtbot, window, ACCOUNTANT[0])
    page = payments(qtbot, window)
    sheets = house.office.store.sheets_folder
    sheets.rename(sheets.with_name("away"))
    sheets.write_text("no folder", encoding="utf-8")
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.said.property("tone") == "red", timeout=WAIT_MS)
    assert "sheets" in page.said.text()
    assert page.sign_action.isEnabled()
    sheets.unlink()
    sheets.with_name("away").rename(sheets)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "امضا شد" in page.said.text(), timeout=WAIT_MS)
    assert page.kept.rowCount() == 1
    assert house.office.store.check() == []


@pytest.mark.parametrize(
    ("facts", "known"),
    [
        ({"bill_source": "sepas", "bill_seal": "valid"}, (Authenticity.SEALED, "green")),
        ({"bill_source": "sepas", "bill_seal": "missing"}, (Authenticity.UNSEALED, "amber")),
        ({"bill_source": "sepas", "bill_seal": "broken"}, (Authenticity.BROKEN, "red")),
        ({"bill_source": "paper"}, (Authenticity.ON_PAPER, "quiet")),
    ],
)
def test_the_bill_says_how_authentic_it_is(house, window, qtbot, facts, known):
    bring_refund(house, "R-7", **facts)
    desk = sign_in(qtbot, window, NAME)
    open_by_search(qtbot, desk, "R-7")
    band = desk.claim.header.bill_band
    assert (band.label.text(), band.label.property("tone")) == (authenticity_sentence(known[0]), known[1])
