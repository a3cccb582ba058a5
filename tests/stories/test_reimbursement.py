"""A reimbursement on real widgets: opened, its account typed in, signed, closed, and paid by a signed list."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.claim_document import claim_document, submission_document
from app.domain.office import ClaimState, Role
from app.domain.request_status import RequestStep
from app.services.people import add_person
from app.services.verification import verify_in_office
from app.ui.passes.technical_pass import TechnicalPass
from tests.rules.circulars.orders import IBAN, PAID, PRIVATE
from tests.rules.claims import made
from tests.services.closed_claims import ACCOUNTANT
from tests.services.offices import NAME, PASSWORD
from tests.services.paper_stays import bring_stay
from tests.services.refunds import bring_refund, refund_house
from tests.stories.conftest import WAIT_MS, type_text, window_over


@pytest.fixture
def house(tmp_path):
    house = refund_house(tmp_path / "office")
    yield house
    house.office.close()


@pytest.fixture
def window(qtbot, house):
    with window_over(qtbot, house.office) as main:
        yield main


@pytest.fixture
def request_file(tmp_path):
    """A file with one request of which neither the account nor its owner is known."""
    claim = {
        "id": "R-7",
        "pathway": "reimbursement",
        "patient": {"id": "0012345679", "name": "بیمار آزمایشی"},
        "prescription_date": "1400-02-05",
        "service_date": "1400-02-05",
        "facts": PAID | {"iban_owner": None},
        "lines": [{"code": "C212", "amount": 600_000}],
    }
    submission = {"id": "S-7", "month": "1400-02", "delivered_on": None, "provider": PRIVATE}
    file = made("REI-01", "physician_service", submission=submission, claim=claim)
    document = {
        "format": "rasidegi/claims",
        "version": 1,
        "submission": submission_document(file.submission),
        "claims": [claim_document(one) for one in file.claims],
    }
    path = tmp_path / "request.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def payments_page(window, qtbot):
    window.pages.action("payments").trigger()
    page = window.pages.page("payments")
    assert page.isVisible()
    qtbot.waitUntil(lambda: page.shown is not None or "نمانده" in page.said.text(), timeout=WAIT_MS)
    return page


def open_first(qtbot, desk, path):
    """Import a file and open its claim."""
    with qtbot.waitSignal(desk.importing.imported, timeout=WAIT_MS):
        desk.import_files([path])
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 1, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.go(1)
    header = desk.claim.header
    assert header.request_band.isVisible()
    assert "دریافت شده" in header.request_band.label.text()
    assert header.bill_band.isVisible()


def type_account(qtbot, desk):
    """Type an IBAN wrong, then as the slip has it, and say whose it is."""
    assert desk.claim.strip.question.name == "iban"
    press(Qt.Key.Key_F4)
    editor = desk.claim.strip.editor
    type_text(editor.field, "IR05 0170 0000 0012 3456 7890 21")
    press(Qt.Key.Key_Return)
    assert "رقم‌های کنترل" in editor.fault.text()
    editor.field.clear()
    type_text(editor.field, "۰۵۰۱۷۰۰۰۰۰۰۰۱۲۳۴۵۶۷۸۹۰۱۲")
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)
    assert desk.claim.open_claim.claim.patient.iban == IBAN
    assert desk.claim.strip.question.name == "iban_owner"
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_1)


def test_from_the_opened_request_to_the_signed_payment_list(house, window, desk_of, request_file, qtbot):
    desk = desk_of(NAME)
    open_first(qtbot, desk, request_file)
    type_account(qtbot, desk)
    assert "در دست رسیدگی" in desk.claim.header.request_band.label.text()
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    window.sign_out()

    desk = desk_of(ACCOUNTANT[0])
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(1)
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    assert desk.claim.open_claim.state is ClaimState.CLOSED
    assert desk.claim.open_claim.request.step is RequestStep.DECIDED

    page = payments_page(window, qtbot)
    assert [request.claim.id for request in page.shown.payable] == ["R-7"]
    assert "IR05 0170" in page.ready.item(0, 1).text()
    assert "۴۲۰٬۰۰۰" in page.sums.text()
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "امضا شد" in page.said.text(), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.shown is not None, timeout=WAIT_MS)
    assert not page.sign_action.isEnabled()
    assert page.kept.rowCount() == 1
    look_at_the_list(qtbot, house, page)

    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(1)
    assert "برای واریز به حساب بیمه‌شده فرستاده شده" in desk.claim.header.request_band.label.text()
    assert house.office.store.check() == []


def look_at_the_list(qtbot, house, page):
    """Write the signed list as a workbook, look at its sheet, and go back to the bill."""
    book = house.office.store.folder / "list.xlsx"
    page.write_workbook(book)
    qtbot.waitUntil(lambda: "نوشته شد" in page.said.text(), timeout=WAIT_MS)
    rows = load_workbook(BytesIO(book.read_bytes()))["پرداخت‌ها"].iter_rows(values_only=True)
    assert any("IR05 0170 0000 0012 3456 7890 12" in row for row in rows)
    page.list_action.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.kept.isVisible, timeout=WAIT_MS)
    press(Qt.Key.Key_Escape)
    (path,) = house.office.store.sheets_folder.glob("payments-*.pdf")
    assert verify_in_office(house.office, path.read_bytes()).holds


def test_an_imported_bill_says_of_its_seal_what_the_file_says_and_no_more(house, desk_of, request_file, qtbot):
    document = json.loads(request_file.read_text(encoding="utf-8"))
    document["claims"][0]["facts"] |= {"bill_source": "sepas", "bill_seal": "broken"}
    request_file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    desk = desk_of(NAME)
    with qtbot.waitSignal(desk.importing.imported, timeout=WAIT_MS):
        desk.import_files([request_file])
    assert desk.importing.seals.isVisible()
    assert "۱ شکسته" in desk.importing.seals.text()
    assert "برنامه آن را از نو نسنجیده است" in desk.importing.seals.text()
    assert not desk.importing.problems.isVisible()
    desk.importing.escape_action.trigger()
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(1)
    band = desk.claim.header.bill_band
    assert "مهر شکسته" in band.label.text()
    assert band.label.property("tone") == "red"


def test_the_page_says_what_is_held_and_opens_it(house, window, desk_of, qtbot):
    house.close(bring_refund(house, "R-1", eligibility="not_covered"))
    desk = desk_of(ACCOUNTANT[0])
    page = payments_page(window, qtbot)
    assert page.ready.item(0, page.ready.NOTE).text() == "چیزی برای پرداخت نمانده است"
    assert not page.sign_action.isEnabled()
    page.choice.first.setText("۱۴۰۰/۱۳/۰۱")
    page.choice.first.textEdited.emit("۱۴۰۰/۱۳/۰۱")
    assert page.said.property("tone") == "red"
    page.choice.first.show_day(house.today)
    qtbot.waitUntil(lambda: page.shown is not None, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        page.open_action.trigger()
    assert desk.claim.open_claim.request.step is RequestStep.REFUSED


def test_who_is_no_accountant_is_offered_no_payments(house, window, desk_of):
    add_person(
        house.office, None, name="nazer", full_name="ناظر نمونه", roles=frozenset({Role.SUPERVISOR}), password=PASSWORD
    )
    desk_of("nazer")
    assert not window.pages.action("payments").isVisible()


def test_the_requests_are_shown_with_their_statuses_and_told_to_one_person(house, window, desk_of, qtbot):
    house.close(bring_refund(house, "R-1"))
    bring_refund(house, "R-2", person="0499370899")
    desk = desk_of(NAME)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(2)
    window.pages.action("requests").trigger()
    page = window.pages.page("requests")
    qtbot.waitUntil(lambda: len(page.rows) == 2, timeout=WAIT_MS)
    assert page.chosen.claim.id == "R-2"
    assert [page.table.item(row, 2).text() for row in (0, 1)] == ["رسیدگی‌شده", "دریافت‌شده"]
    for name in ("requests.csv", "requests.xlsx"):
        path = house.office.store.folder / name
        page.write_to(path)
        qtbot.waitUntil(lambda name=name: name in page.said.text(), timeout=WAIT_MS)
        assert path.stat().st_size
    page.sheet_action.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.isVisible, timeout=WAIT_MS)


def test_centres_that_sent_bills_on_paper_are_named_on_a_list(house, window, desk_of, qtbot):
    bring_refund(house, "R-1")
    desk = desk_of(NAME)
    window.pages.action("requests").trigger()
    page = window.pages.page("requests")
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=WAIT_MS)
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: "هیچ مرکزی" in page.said.text(), timeout=WAIT_MS)
    bring_stay(house, "R-2")
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.isVisible, timeout=WAIT_MS)
    assert desk.claim.open_claim is None
