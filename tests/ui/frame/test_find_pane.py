"""Finding: the keys stay in the field, the find under them is shown, Enter goes there."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.domain.queue import QueueRow
from app.domain.rulebook import RuleEntry
from app.ui.bill.clean_label import CleanLabel
from app.ui.find.find_pane import TYPING_PAUSE_MS, FindPane
from tests.ui.frame.conftest import press, shown, type_text


@pytest.fixture
def pane(signed_in, three_claims, worker, qtbot):
    made = shown(qtbot, FindPane(signed_in[0], worker))
    made.begin(signed_in[1])
    return made


def look_for(pane, qtbot, words):
    pane.field.clear()
    type_text(pane.field, words)
    qtbot.waitUntil(lambda: pane.found.count() > 0)


def shown_texts(widget):
    return "\n".join(label.text() for label in widget.findChildren(CleanLabel))


def test_the_field_has_the_keys_and_says_what_can_be_looked_for(pane):
    assert pane.field.hasFocus()
    assert pane.state.heading.text() == "چه می‌جویید؟"


def test_enter_opens_the_claim_that_was_found(pane, three_claims, qtbot):
    look_for(pane, qtbot, "95-002")
    assert isinstance(pane.found.current, QueueRow)
    with qtbot.waitSignal(pane.claim_wanted) as wanted:
        press(pane.field, key=Qt.Key.Key_Return)

    assert wanted.args == [three_claims[1]]


def test_enter_may_come_faster_than_the_search(pane, three_claims, qtbot):
    look_for(pane, qtbot, "95-001")
    pane.field.clear()
    type_text(pane.field, "95-003")
    with qtbot.waitSignal(pane.claim_wanted) as wanted:
        press(pane.field, key=Qt.Key.Key_Return)

    assert wanted.args == [three_claims[2]]


def test_a_rule_shows_its_clause_and_wording_in_place(pane, signed_in, qtbot):
    look_for(pane, qtbot, "gen-15e")
    entry = signed_in[0].rulebook["GEN-15e"]

    assert pane.found.current == entry
    assert entry.clause in shown_texts(pane.details.rule)
    assert entry.wording in shown_texts(pane.details.rule)
    with qtbot.waitSignal(pane.rule_wanted) as wanted:
        press(pane.field, key=Qt.Key.Key_Return)
    assert wanted.args == ["GEN-15e"]


def test_down_and_up_pass_over_the_headings(pane, qtbot):
    look_for(pane, qtbot, "سونوگرافی")
    kinds = []
    for _step in range(pane.found.count()):
        kinds.append(type(pane.found.current))
        press(pane.field, key=Qt.Key.Key_Down)
    last = pane.found.current
    assert RuleEntry in kinds
    assert None not in kinds

    press(pane.field, key=Qt.Key.Key_Up)
    assert pane.found.current is not last
    assert pane.field.hasFocus()


def test_a_service_shows_its_figures_and_its_pack(pane, signed_in, qtbot):
    look_for(pane, qtbot, "T-CHEST")
    service = pane.found.current

    assert service.code == "T-CHEST"
    assert service.title in shown_texts(pane.details)
    assert service.pack in shown_texts(pane.details)


def test_another_name_of_a_service_is_told(pane, qtbot):
    look_for(pane, qtbot, "KUB")

    assert "رادیوگرافی ساده شکم خوابیده" in pane.names.text()
    assert pane.names.isVisible()


def test_nothing_found_says_what_to_do(pane, qtbot):
    type_text(pane.field, "زرشک")
    qtbot.waitUntil(lambda: pane.state.heading.text() == "چیزی یافت نشد")

    assert pane.state.isVisible()


@pytest.fixture
def held_up(worker):
    """What the worker waits for before it answers anything that is asked of it now."""
    free = threading.Event()
    worker.start(lambda _report: free.wait(10))
    yield free
    free.set()


def until_all_is_told(worker, qtbot):
    told = []
    worker.start(lambda _report: None, done=told.append)
    qtbot.waitUntil(lambda: bool(told))


def test_an_answer_reaches_no_page_that_is_gone(signed_in, three_claims, worker, held_up, qtbot):
    pane = FindPane(signed_in[0], worker)
    pane.begin(signed_in[1])
    pane.show()
    type_text(pane.field, "95-001")
    press(pane.field, key=Qt.Key.Key_Return)
    pane.hide()
    pane.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    held_up.set()
    until_all_is_told(worker, qtbot)  # what a slot raises fails the test


def test_a_page_that_was_put_away_asks_for_nothing_more(pane, worker, qtbot):
    type_text(pane.field, "95-001")
    pane.hide()
    qtbot.wait(2 * TYPING_PAUSE_MS)
    until_all_is_told(worker, qtbot)
    assert pane.found.count() == 0

    pane.show()
    qtbot.waitUntil(lambda: pane.found.count() > 0)


def test_escape_goes_back(pane, qtbot):
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.field, Qt.Key.Key_Escape)
