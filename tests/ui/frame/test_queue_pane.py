"""The queue: views with counts, pages on demand, search by keyboard, and claims that open once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from app.domain.office import ClaimState
from app.services.queue import PAGE, QueueFilter, QueueView, counts, page
from app.ui.queue.queue_model import ROW, QueueModel
from app.ui.queue.queue_pane import QueuePane
from tests.services.offices import add_claims, claim, line
from tests.ui.frame.conftest import press, shown, type_text


def served(qtbot, office) -> QueuePane:
    """Return a pane whose wishes the store answers at once."""
    pane = shown(qtbot, QueuePane(), (330, 640))

    def first(wanted):
        pane.show_first(wanted, page(office, wanted))
        pane.show_counts(counts(office, wanted))

    pane.filter_changed.connect(first)
    pane.more_wanted.connect(lambda wanted, after: pane.show_more(wanted, page(office, wanted, after)))
    pane.refresh()
    return pane


@pytest.fixture
def pane(signed_in, three_claims, qtbot):
    return served(qtbot, signed_in[0])


def numbers(pane):
    return [pane.rows.index(place).data() for place in range(pane.rows.rowCount())]


def chip_text(pane, view):
    return pane.chips.chip(view).text()


def test_the_model_keeps_qts_promises(signed_in, three_claims, qtmodeltester):
    model = QueueModel()
    qtmodeltester.check(model)
    model.show(page(signed_in[0], QueueFilter()))
    qtmodeltester.check(model)


def test_views_count_the_claims_and_narrow_the_list(pane):
    assert chip_text(pane, QueueView.OPEN) == "باز ۳"
    assert chip_text(pane, QueueView.TO_ANSWER) == "پرسش دارد ۱"
    assert chip_text(pane, QueueView.TO_DEDUCT) == "کسر دارد ۱"
    assert chip_text(pane, QueueView.DONE) == "امضاشده"
    assert numbers(pane) == ["95-001", "95-002", "95-003"]

    pane.chips.chip(QueueView.TO_DEDUCT).click()
    assert numbers(pane) == ["95-003"]


def test_down_and_up_open_the_next_and_previous_claim_from_anywhere(pane, three_claims, qtbot):
    opened = []
    pane.claim_chosen.connect(opened.append)
    pane.search.setFocus()
    for _step in range(2):
        qtbot.keyClick(pane.search, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.search, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)

    assert opened == [three_claims[0], three_claims[1], three_claims[0]]
    assert pane.neighbour(1).id == three_claims[1]
    assert pane.neighbour(-1) is None
    assert not pane.go(-1)


def test_typing_narrows_after_a_pause_and_arabic_letters_find_persian_ones(pane, qtbot):
    with qtbot.waitSignal(pane.filter_changed):
        type_text(pane.search, "بيمار 95-003")

    assert numbers(pane) == ["95-003"]
    assert pane.search.cap.isHidden()


def test_enter_in_the_search_field_goes_to_the_list(pane):
    type_text(pane.search, "95-002")
    press(pane.search, key=Qt.Key.Key_Return)

    assert numbers(pane) == ["95-002"]
    assert pane.list.hasFocus()


def test_a_search_without_hit_says_what_to_do(pane):
    type_text(pane.search, "کسی‌نیست")
    press(pane.search, key=Qt.Key.Key_Return)

    assert pane.state.isVisible()
    assert pane.state.heading.text() == "سندی یافت نشد"


def test_an_empty_queue_asks_for_a_file(signed_in, qtbot):
    pane = served(qtbot, signed_in[0])

    assert pane.state.heading.text() == "صف خالی است"
    assert "Ctrl+O" in pane.state.sentence.text()


def test_refreshing_opens_nothing_anew_and_keeps_the_current_claim(pane, three_claims, qtbot):
    pane.choose(three_claims[1])
    with qtbot.assertNotEmitted(pane.claim_chosen):
        pane.refresh()

    assert pane.current_id() == three_claims[1]


def test_a_claim_opened_from_elsewhere_becomes_current_without_being_opened_again(pane, three_claims, qtbot):
    with qtbot.assertNotEmitted(pane.claim_chosen):
        pane.point_at(three_claims[1])

    assert pane.neighbour(1).id == three_claims[2]


def test_an_answer_to_a_wish_of_before_is_not_shown(pane, signed_in):
    late = QueueFilter(text="95-001")
    pane.show_first(late, page(signed_in[0], late))

    assert numbers(pane) == ["95-001", "95-002", "95-003"]


def test_a_claim_is_shown_as_it_stands_now(pane, three_claims):
    row = pane.rows.index(0).data(ROW)
    pane.show_row(replace(row, state=ClaimState.TECHNICALLY_DONE))

    assert pane.rows.index(0).data(ROW).state is ClaimState.TECHNICALLY_DONE
    assert "پایان رسیدگی فنی" in pane.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_one_submission_can_be_looked_at_alone(pane, qtbot):
    assert pane.submissions.count() == 2
    with qtbot.waitSignal(pane.filter_changed) as changed:
        pane.submissions.setFocus()
        pane.submissions.setCurrentIndex(1)
        pane.submissions.activated.emit(1)

    assert changed.args[0].submission == pane.submissions.currentData()
    assert pane.submissions.currentText() == "\u2066S-1\u2069 — ۳ سند"


def test_pages_are_fetched_as_they_scroll_into_sight(signed_in, qtbot):
    office, session = signed_in
    add_claims(office, session, *(claim(f"95-{no:03}", line(1, "T-CHEST", 60_000)) for no in range(PAGE + 30)))
    pane = served(qtbot, office)
    assert pane.rows.rowCount() == PAGE

    pane.list.scrollToBottom()
    qtbot.waitUntil(lambda: pane.rows.rowCount() == PAGE + 30)
    assert not pane.rows.canFetchMore(QModelIndex())
    assert len(set(numbers(pane))) == PAGE + 30


def test_enter_in_the_search_field_opens_the_first_claim_found(pane, three_claims, qtbot):
    pane.search.setText("95-003")
    with qtbot.waitSignal(pane.claim_chosen) as chosen:
        press(pane.search, key=Qt.Key.Key_Return)

    assert chosen.args == [three_claims[2]]
    assert pane.list.selectionModel().isSelected(pane.rows.index(0))
    assert pane.list.hasFocus()


def test_enter_waits_for_what_the_words_bring_however_slowly_it_comes(signed_in, three_claims, qtbot):
    """The pause after the words is over, the list that they ask for still on its way: the old one opens nothing."""
    office = signed_in[0]
    pane = shown(qtbot, QueuePane(), (330, 640))
    pane.show_first(pane.filter, page(office, pane.filter))
    opened = []
    pane.claim_chosen.connect(opened.append)
    with qtbot.waitSignal(pane.filter_changed) as asked:
        type_text(pane.search, "95-003")
    press(pane.search, key=Qt.Key.Key_Return)
    assert opened == []

    pane.show_first(*asked.args, page(office, *asked.args))
    assert opened == [three_claims[2]]
    assert pane.list.hasFocus()
