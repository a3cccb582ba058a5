"""An inquiry on real widgets: typed in once from the keyboard, it turns the queries of a person's day into ticks."""

import json
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.findings import Mark, Verdict
from app.domain.inquiries import InquiryWay
from app.domain.persian import persian_digits
from app.ui.passes.technical_pass import TechnicalPass
from app.ui.why.decisions_page import InquiryBox
from tests.services.offices import claim, line, ticking_clock
from tests.sheets.sheet_text import text_of
from tests.stories.conftest import WAIT_MS, fill, press, type_text


@pytest.fixture
def window(window):
    """The window of an office that works under the order on eligibility."""
    window._office.clock = ticking_clock(datetime(2020, 10, 1, 8, tzinfo=UTC))
    return window


def chest(claim_id, patient="0012345679", day="1399-06-07"):
    """Return a claim of a chest picture that says nothing of its patient's cover."""
    made = claim(claim_id, line(1, "T-CHEST", 60_000), eligibility=None)
    made["patient"] = made["patient"] | {"id": patient}
    return made | {"prescription_date": day, "service_date": day}


@pytest.fixture
def three_claims(desk, qtbot, write_file):
    """Two claims of one person and day, and one of another person, of Social Security; the first is on the desk."""
    path = write_file(chest("C-1"), chest("C-2"), chest("C-3", patient="0499370899"))
    document = json.loads(path.read_text(encoding="utf-8"))
    document["submission"] |= {"insurer": "tamin", "month": "1399-06", "delivered_on": "1399-07-05"}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    with qtbot.waitSignal(desk.importing.imported, timeout=WAIT_MS):
        desk.import_files([path])
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 3, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.go(1)
    return desk


@pytest.fixture
def page(window, three_claims, qtbot):
    """The page of inquiries, with those who wait."""
    window.pages.action("inquiries").trigger()
    shown = window.pages.page("inquiries")
    qtbot.waitUntil(lambda: len(shown.waiting.rows) == 2, timeout=WAIT_MS)
    return shown


def type_inquiry(qtbot, page, code):
    """Type an inquiry that shows cover, from the answer on, with the keyboard alone."""
    form = page.form
    press(form.answer, Qt.Key.Key_Return)
    type_text(form.code, code)
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        for field in (form.code, form.kind, form.asked_on, form.way):
            press(field, Qt.Key.Key_Return)


def test_an_inquiry_turns_the_queries_of_a_persons_day_into_ticks(window, three_claims, page, qtbot):
    desk = three_claims
    assert [question.name for question in desk.claim.open_claim.questions] == ["eligibility"]
    assert desk.claim.open_claim.settlement.line(1).mark is Mark.QUERY
    first = page.waiting.current
    assert (first.patient_id, [one.number for one in first.claims]) == ("0012345679", ["C-1", "C-2"])
    assert page.form.number.text() == "۰۰۱۲۳۴۵۶۷۹"
    qtbot.waitUntil(page.form.answer.hasFocus, timeout=WAIT_MS)

    type_inquiry(qtbot, page, "4021887")
    assert [row.patient_id for row in page.waiting.rows] == ["0499370899"]
    assert page.form.number.text() == "۰۴۹۹۳۷۰۸۹۹"
    assert page.form.code.text() == ""

    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        page.close_action.trigger()
    served = desk.claim.open_claim
    assert served.claim.id == "C-1"
    assert served.questions == ()
    assert served.settlement.line(1).mark is Mark.TICK
    assert served.claim.facts["eligibility_code"] == "4021887"
    assert any("استعلام" in text for text in desk.claim.strip.chips.texts)
    desk.why.tabs.setCurrentWidget(desk.why.decisions)
    assert len(desk.why.decisions.findChildren(InquiryBox)) == 1
    qtbot.waitUntil(lambda: [desk.queue.rows.row(n).queries for n in range(3)] == [0, 0, 1], timeout=WAIT_MS)

    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.next_action.trigger()
    assert desk.claim.open_claim.claim.id == "C-2"
    assert desk.claim.open_claim.settlement.line(1).mark is Mark.TICK
    assert window._office.store.check() == []


def test_inquiries_follow_one_another_until_nobody_waits(desk, page, qtbot):
    type_inquiry(qtbot, page, "1")
    qtbot.waitUntil(page.form.answer.hasFocus, timeout=WAIT_MS)
    type_inquiry(qtbot, page, "2")
    qtbot.waitUntil(lambda: not page.waiting.rows, timeout=WAIT_MS)
    assert page.waiting.state.isVisible()
    page.list_action.trigger()
    qtbot.waitUntil(lambda: page.typed.table.rowCount() == 2, timeout=WAIT_MS)
    type_text(page.typed.field, "0499370899")
    qtbot.waitUntil(lambda: page.typed.table.rowCount() == 1, timeout=WAIT_MS)

    page.typed.table.activated.emit(page.typed.table.model().index(0, 0))
    assert (page.form.number.text(), page.form.code.text()) == ("۰۴۹۹۳۷۰۸۹۹", "۲")
    page.form.answer.setCurrentIndex(page.form.answer.findData(False))
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
    qtbot.waitUntil(lambda: desk.queue.rows.row(2).verdict is not Verdict.APPROVED, timeout=WAIT_MS)


def test_what_was_typed_in_is_printed_from_the_page(page, qtbot):
    assert not page.print_action.isEnabled()
    type_inquiry(qtbot, page, "1111")
    type_inquiry(qtbot, page, "2222")
    page.list_action.trigger()
    qtbot.waitUntil(lambda: page.typed.table.rowCount() == 2, timeout=WAIT_MS)
    type_text(page.typed.field, "2222")
    qtbot.waitUntil(lambda: page.typed.table.rowCount() == 1, timeout=WAIT_MS)

    assert any("Ctrl+P" in button.text() and button.isEnabled() for button in page.findChildren(QPushButton))
    qtbot.keyClick(page.typed.field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.preview.isVisible() and page.preview.pages.count == 1, timeout=WAIT_MS)
    text = text_of(page.preview._pdf)
    assert persian_digits("0499370899") in text
    assert persian_digits("0012345679") not in text
    assert "۱ سند از آنها پاسخ گرفته است" in text

    page.preview.close_action.trigger()
    assert page.typed.isVisible()
    qtbot.waitUntil(page.typed.field.hasFocus, timeout=WAIT_MS)
    page.close_action.trigger()
    assert not page.print_action.isEnabled()


def test_an_inquiry_about_somebody_else_and_what_is_wrong_with_it(window, page, qtbot):
    page.other_action.trigger()
    page.record_action.trigger()
    assert page.said.property("tone") == "red"
    form = page.form
    type_text(form.number, "123456789")
    form.day.setText("۱۳۹۹/۰۶/۰۷")
    form.day.textEdited.emit(form.day.text())
    form.id_kind.setCurrentIndex(form.id_kind.findData("fida"))
    form.way.setCurrentIndex(form.way.findData(InquiryWay.TELEPHONE))
    page.record_action.trigger()
    qtbot.waitUntil(lambda: "دوازده" in page.said.text(), timeout=WAIT_MS)
    type_text(form.number, "012")
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
    with window._office.read() as view:
        assert [(one.patient_id, one.way) for one in view.inquiries.latest()] == [
            ("123456789012", InquiryWay.TELEPHONE)
        ]


def test_a_second_enter_records_nothing_twice(window, page, qtbot):
    press(page.form.answer, Qt.Key.Key_Return)
    type_text(page.form.code, "4021887")
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        for _ in range(3):
            press(page.form.way, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.code.text() == "", timeout=WAIT_MS)
    qtbot.wait(200)
    with window._office.read() as view:
        assert len(view.inquiries.latest()) == 1
    type_inquiry(qtbot, page, "2")
    with window._office.read() as view:
        assert len(view.inquiries.latest()) == 2


def test_what_a_refused_inquiry_says_can_be_mended_and_recorded(window, page, qtbot):
    page.other_action.trigger()
    form = page.form
    fill(form.number, "0012345678")
    form.day.setText("۱۳۹۹/۰۶/۰۷")
    form.day.textEdited.emit(form.day.text())
    page.record_action.trigger()
    qtbot.waitUntil(lambda: "رقم کنترل" in page.said.text(), timeout=WAIT_MS)
    form.number.setText("001-234567-9\n")
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
    assert persian_digits("0012345679") in page.said.text()


def test_the_page_tells_of_claims_that_say_otherwise_and_of_what_the_inquiry_replaced(page, desk, qtbot):
    type_inquiry(qtbot, page, "4021887")
    assert "جای" not in page.said.text()
    page.list_action.trigger()
    qtbot.waitUntil(lambda: page.typed.table.rowCount() == 1, timeout=WAIT_MS)
    page.typed.table.activated.emit(page.typed.table.model().index(0, 0))
    page.form.answer.setCurrentIndex(page.form.answer.findData(False))
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
    assert "«دارای استحقاق»" in page.said.text()


def test_a_code_of_a_special_patient_reads_from_right_to_left_and_is_told(window, page, desk, qtbot):
    form = page.form
    type_text(form.code, "4021887 خاص")
    assert form.code.text() == "۴۰۲۱۸۸۷ خاص"
    assert form.code.layoutDirection() == Qt.LayoutDirection.RightToLeft
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
    assert "بیمار خاص" in page.said.text()
    assert "C-1" in page.said.text()
    with window._office.read() as view:
        assert view.inquiries.latest()[0].tracking_code == "4021887 خاص"
    assert form.code.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_an_inquiry_about_a_foreigner_is_corrected_under_the_kind_of_its_number(window, page, qtbot):
    page.other_action.trigger()
    form = page.form
    form.id_kind.setCurrentIndex(form.id_kind.findData("fida"))
    fill(form.number, "123456789012")
    form.day.setText("۱۳۹۹/۰۶/۰۷")
    form.day.textEdited.emit(form.day.text())
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
    page.list_action.trigger()
    qtbot.waitUntil(lambda: page.typed.table.rowCount() == 1, timeout=WAIT_MS)
    page.typed.table.activated.emit(page.typed.table.model().index(0, 0))
    assert form.id_kind.currentData() == "fida"
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
