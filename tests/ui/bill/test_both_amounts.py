"""Where a price hangs on what the bill does not say, the desk asks there and shows both amounts meanwhile."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.importing import import_claim_file
from app.services.people import make_first_administrator
from app.ui.bill.bill_model import Column
from app.ui.bill.bill_rows import LineRow, payable_text
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.desk_page import DeskPage
from app.ui.notices import NoticeLine
from app.ui.tasks import Worker
from app.ui.text import without_bidi_marks
from app.ui.theme import AMBER
from tests.ui.bill.conftest import pixels, press, shown, type_text
from tests.ui.hospital_bills import document, hospital_office, opened, operation, three_operations

WAIT_MS = 20_000


@pytest.fixture
def page(themed, qtbot, tmp_path):
    """Return the whole desk over an office of its own, with a stay of three operations open."""
    office, worker = hospital_office(tmp_path / "office"), Worker()
    session = make_first_administrator(office, name="mina", full_name="مینا رستگار", password="a long password")
    claims = document(*three_operations(), operation("109060", 100_000, incision="پا", title_complete=None))
    (tmp_path / "file.json").write_text(json.dumps(claims, default=str), encoding="utf-8")
    imported = import_claim_file(office, session, tmp_path / "file.json", lambda *_told: None)
    with office.read() as view:
        (row,) = view.claims.of_submission(imported.submission_id, office.dictionary)
    desk = DeskPage(office, session, worker, NoticeLine())
    qtbot.addWidget(desk)
    desk.resize(1366, 728)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow, timeout=WAIT_MS)
    desk.open_claim(row.id)
    qtbot.waitUntil(lambda: desk.claim.open_claim is not None, timeout=WAIT_MS)
    yield desk
    worker.finish()
    office.close()


def payable(page, no):
    bill = page.claim.bill.bill
    return bill.rows[bill.place_of(no)].payable


def beneath(page):
    """Return what is shown beneath each choice."""
    return {value: button.amounts for value, button in page.claim.strip.editor.choices().items()}


def told(page):
    return all(text.strip() for text in beneath(page).values())


def ask_for(page, line):
    """Turn to the question for the incision of a line."""
    for _ in page.claim.open_claim.questions:
        asked = page.claim.strip.question
        if (asked.name, asked.line) == ("incision", line):
            return
        page.claim.next_action.trigger()
    raise AssertionError(line)


def test_both_amounts_stand_on_the_line_and_one_key_decides_between_them(page, qtbot):
    ask_for(page, 2)
    qtbot.waitUntil(lambda: bool(payable(page, 2)) and told(page), timeout=WAIT_MS)
    assert beneath(page).keys() == {"پا", "شکاف ۱"}
    texts = beneath(page)
    assert all("ردیف" in text and "سند" in text for text in texts.values())
    amounts = payable(page, 2)
    assert len(amounts) > 1
    before = page.claim.open_claim
    press(page.claim.strip, "۱")
    qtbot.waitUntil(lambda: page.claim.open_claim is not before, timeout=WAIT_MS)

    settled = page.claim.open_claim.settlement
    assert page.claim.open_claim.line(2).facts["incision"] == "پا"
    assert settled.line(2).approved in amounts
    line, claim = without_bidi_marks(texts["پا"]).split(" · ")
    place = page.claim.bill.bill.place_of(2)
    assert line == f"ردیف {page.claim.bill.bill.index(place, Column.APPROVED).data()}"
    assert claim.endswith(payable_text((settled.totals.approved,) * 2).split(" ")[0])


def test_the_answer_may_be_a_name_that_nobody_has_given(page, qtbot):
    ask_for(page, 3)
    field = page.claim.strip.editor.field
    field.setFocus()
    type_text(field, "سينه")
    before = page.claim.open_claim
    press(field, key=Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.claim.open_claim is not before, timeout=WAIT_MS)

    assert page.claim.open_claim.line(3).facts["incision"] == "سینه"


def test_what_is_tried_is_for_the_claim_as_it_lies_there(page, qtbot):
    qtbot.waitUntil(lambda: bool(payable(page, 2)), timeout=WAIT_MS)
    ask_for(page, 1)
    before = page.claim.open_claim
    press(page.claim.strip, "2")
    qtbot.waitUntil(lambda: page.claim.open_claim is not before, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(payable(page, 3)) and told(page), timeout=WAIT_MS)
    undo = page.claim.open_claim
    page.claim.undo_action.trigger()
    qtbot.waitUntil(lambda: page.claim.open_claim is not undo, timeout=WAIT_MS)
    assert payable(page, 2) == ()
    qtbot.waitUntil(lambda: bool(payable(page, 2)), timeout=WAIT_MS)


def test_a_word_about_another_state_of_the_claim_is_not_shown(page, qtbot):
    qtbot.waitUntil(lambda: bool(payable(page, 2)), timeout=WAIT_MS)
    shown_claim, heard = page.claim.open_claim, []
    page.work.weighing.weighed.connect(lambda claim, weighed: heard.append((claim, weighed)))
    page.work.weighing.begin(shown_claim, page.claim.strip.question)
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    page.claim.undo_action.setEnabled(True)
    other = opened(document(*three_operations()), store_id=shown_claim.id)
    page.work.weighing.stop()
    page.claim.show_claim(other)
    page.claim.both_amounts.show(*heard[0])

    assert payable(page, 2) == ()


def test_the_amounts_have_their_room_before_they_are_known(page, qtbot):
    ask_for(page, 2)
    QApplication.processEvents()
    height, widths = page.claim.strip.height(), [page.claim.bill.columnWidth(column) for column in Column]
    qtbot.waitUntil(lambda: bool(payable(page, 2)) and told(page), timeout=WAIT_MS)
    QApplication.processEvents()

    assert page.claim.strip.height() == height
    assert [page.claim.bill.columnWidth(column) for column in Column] == widths


def test_both_amounts_are_drawn_in_amber_and_read_aloud(page, qtbot):
    qtbot.waitUntil(lambda: bool(payable(page, 2)), timeout=WAIT_MS)
    bill = page.claim.bill
    page.claim.select_line(3)
    index = bill.bill.index(bill.bill.place_of(2), Column.APPROVED)
    bill.scrollTo(index)
    QApplication.processEvents()
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert without_bidi_marks(payable_text(payable(page, 2))) in said
    assert pixels(bill.viewport().grab(bill.visualRect(index)).toImage(), AMBER)


def test_two_amounts_are_told_apart_and_more_are_a_range(themed):
    assert payable_text((400_000, 320_000)) == "۴۰۰٬۰۰۰ یا ۳۲۰٬۰۰۰"
    assert payable_text((400_000, 320_000, 100_000)) == "۱۰۰٬۰۰۰ تا ۴۰۰٬۰۰۰"


def test_a_claim_without_an_office_shows_its_questions_without_amounts(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), opened(document(*three_operations())))

    assert all(row.payable == () for row in desk.bill.bill.rows if isinstance(row, LineRow))
    assert desk.strip.editor.choices().keys() == {"شکاف ۱"}
