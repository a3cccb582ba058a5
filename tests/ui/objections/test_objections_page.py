"""The page of objections by its keys: a letter is recorded line by line, and an open one is taken up."""

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState
from app.services.objections import ObjectedLine
from app.services.review import Review
from app.ui.objections.objections_page import ObjectionsPage
from tests.ui.frame.conftest import press, shown, type_text

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
WAIT_MS = 10_000


@pytest.fixture
def open_page(house, worker, qtbot):
    def make(session, claim_id=None) -> ObjectionsPage:
        page = shown(qtbot, ObjectionsPage(house.office, worker))
        if claim_id is not None:
            page.show_claim(Review(house.office, session).open(claim_id))
        page.begin(session)
        heading = page.open.state.heading
        qtbot.waitUntil(lambda: bool(page.open.rows) or "خوانده" not in heading.text(), timeout=WAIT_MS)
        return page

    return make


def begin_letter(qtbot, page):
    page.letter_action.trigger()
    qtbot.waitUntil(lambda: page.form.terms is not None, timeout=WAIT_MS)
    return page.form


def write_down(form, reason: str, wanted: str = "") -> None:
    """Write down the row under the keys."""
    press(form.lines, " ", SPACE)
    form.entry.reasons.field.clear()
    type_text(form.entry.reasons.field, reason)
    press(form.entry.reasons.field, key=ENTER)
    type_text(form.entry.wanted, wanted)
    press(form.entry.wanted, key=ENTER)


def test_an_office_without_objections_says_what_to_do(open_page, house):
    page = open_page(house.first)

    assert page.open.state.isVisible()
    assert "Ctrl+N" in page.open.state.sentence.text()
    assert not page.take_action.isEnabled()


def test_a_letter_about_the_open_claim_is_recorded_by_keys(open_page, house, qtbot):
    number = house.reported()
    page = open_page(house.first, number)
    form = begin_letter(qtbot, page)
    assert form.received.hasFocus()
    assert "۱۵ روز مانده" in form.reported.text()
    assert not page.record_action.isEnabled()

    press(form.received, key=ENTER)
    assert form.lines.hasFocus()
    form.lines.step(1)
    write_down(form, "تعرفه روز خدمت بیش", "95000")
    assert form.lines.currentIndex().row() == 2
    write_down(form, "همه سند دوباره دیده شود")
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.record_action.trigger()
    qtbot.waitUntil(lambda: len(page.open.rows) == 1, timeout=WAIT_MS)

    claim = Review(house.office, house.second).open(number)
    assert claim.state is ClaimState.OBJECTED
    assert [(one.line, one.reason, one.wanted) for one in claim.objections] == [
        (2, "تعرفه روز خدمت بیش از این است", 95_000),
        (None, "همه سند دوباره دیده شود", None),
    ]
    assert page.open.isVisible()
    with qtbot.waitSignal(page.claim_wanted, timeout=WAIT_MS):  # the desk shows the claim as it has become
        page.close_action.trigger()


def test_a_key_that_is_pressed_twice_records_a_letter_once(open_page, house, qtbot):
    number = house.reported()
    page = open_page(house.first, number)
    form = begin_letter(qtbot, page)
    form.lines.step(1)
    write_down(form, "تعرفه روز خدمت بیش", "95000")
    page.record_action.trigger()
    page.record_action.trigger()
    qtbot.waitUntil(lambda: len(page.open.rows) == 1, timeout=WAIT_MS)

    with house.office.read() as view:
        assert len(view.objections.of_claim(number)) == 1
    assert page.said.property("tone") == "green"


def test_a_tick_is_taken_back_and_escape_leaves_step_by_step(open_page, house, qtbot):
    page = open_page(house.first, house.reported())
    form = begin_letter(qtbot, page)
    write_down(form, "گزارش پیوست بود")
    assert len(form.letter) == 1

    form.lines.step(-1)
    press(form.lines, " ", SPACE)
    assert form.letter == ()
    press(form.lines, key=ENTER)
    assert form.entry.isVisible()
    assert form.entry.reasons.field.text() == "گزارش پیوست بود"  # what was said last is offered again
    page.close_action.trigger()
    assert form.entry.isHidden()
    page.close_action.trigger()
    assert page.open.isVisible()
    with qtbot.waitSignal(page.closed, timeout=WAIT_MS):
        page.close_action.trigger()


def test_a_late_letter_is_told_with_its_dates_before_it_is_written(open_page, house, qtbot):
    number = house.bring()
    house.close(number)
    house.hand_over(number, house.today.plus_days(-20))
    page = open_page(house.first, number)
    form = begin_letter(qtbot, page)

    assert "مهلت اعتراض گذشته است" in form.fault.text()
    assert "۵ روز گذشته" in form.reported.text()
    write_down(form, "دیر رسیده")
    assert not page.record_action.isEnabled()
    form.received.show_day(house.today.plus_days(-5))
    assert form.fault.isHidden()
    assert page.record_action.isEnabled()


def test_a_claim_is_found_by_its_number(open_page, house, qtbot):
    number = house.reported()
    page = open_page(house.first)
    page.letter_action.trigger()
    choice = page.form.choice
    assert choice.hasFocus() or choice.field.hasFocus()

    type_text(choice.field, "C-1")
    press(choice.field, key=ENTER)  # faster than the search
    qtbot.waitUntil(lambda: page.form.terms is not None, timeout=WAIT_MS)

    assert page.form.terms.claim.id == number
    assert page.form.received.hasFocus()


def test_what_is_not_found_says_so(open_page, house, qtbot):
    page = open_page(house.first)
    page.letter_action.trigger()
    type_text(page.form.choice.field, "nothing")
    qtbot.waitUntil(page.form.choice.found.isVisible, timeout=WAIT_MS)

    assert "نیست" in page.form.choice.found.item(0).text()
    press(page.form.choice.field, key=ENTER)
    assert page.form.terms is None


def test_a_refusal_of_the_service_stays_on_the_page(open_page, house, qtbot):
    page = open_page(house.first, house.reported())
    form = begin_letter(qtbot, page)
    write_down(form, "بیش از درخواست", "999999")
    page.record_action.trigger()
    qtbot.waitUntil(lambda: bool(page.said.text()), timeout=WAIT_MS)

    assert "نگذرد" in page.said.text()
    assert form.isVisible()


def test_enter_takes_up_what_other_eyes_may_hear_and_refuses_the_first_reviewer(open_page, house, qtbot):
    number = house.reported()
    house.objections().record(number, [ObjectedLine(2, "تعرفه")], house.today)

    page = open_page(house.first)
    assert "رسیدگی با امید نوری" in page.open.table.item(0, 3).text()
    page.take_action.trigger()
    assert "کار خود شما" in page.said.text()

    page = open_page(house.second)
    with qtbot.waitSignal(page.claim_wanted, timeout=WAIT_MS) as wanted:
        page.take_action.trigger()
    assert wanted.args == [number]
    assert Review(house.office, house.second).open(number).version == 2
    page.begin(house.second)
    qtbot.waitUntil(lambda: "نسخه ۲" in page.open.table.item(0, 3).text(), timeout=WAIT_MS)
