"""The departures of a claim over its bill, and what a supervisor does with them by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.office import ClaimState, Role
from app.services.queue import QueueView
from app.services.review import Review
from app.services.sign_off import sign
from app.ui.passes.supervision_pass import SupervisionPass
from tests.ui.passes.conftest import WAIT_MS, open_claim, press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def awaiting(signed_in, claims):
    """The claims, the first two of which depart and wait for a supervisor."""
    office, session = signed_in
    review = Review(office, session)
    for number in claims[:2]:
        shown = review.set_amount(review.open(number), 1, 95_000, "توافق")
        shown = review.add_deduction(shown, "GEN-16b", 2, 20_000, "تشخیص")
        sign(office, session, shown)
    return claims


@pytest.fixture
def desk(desk_of, awaiting, qtbot):
    made = desk_of(Role.SUPERVISOR)
    qtbot.waitUntil(lambda: made.queue.rows.rowCount() == 2, timeout=WAIT_MS)
    open_claim(made, qtbot, awaiting[0])
    return made


@pytest.fixture
def supervision(desk):
    return desk.pass_of(SupervisionPass)


def test_a_supervisors_day_begins_with_what_waits(desk):
    assert desk.queue.filter.view is QueueView.AWAITING
    assert desk.queue.chips.chip(QueueView.AWAITING).isChecked()


def test_each_departure_has_its_row_and_leads_to_its_line(desk, supervision):
    panel = supervision.departures
    rows = [[panel.table.item(row, column).text() for column in range(7)] for row in range(panel.table.rowCount())]
    assert [row[0] for row in rows] == ["۱", "۲"]
    assert [row[2:4] for row in rows] == [["۸۰٬۰۰۰", "۹۵٬۰۰۰"], ["۶۰٬۰۰۰", "۲۰٬۰۰۰"]]
    assert ["+۱۵٬۰۰۰" in rows[0][4], "۴۰٬۰۰۰" in rows[1][4]] == [True, True]
    assert "توافق" in rows[0][5]
    assert "GEN-16b" in rows[1][5]
    assert {row[6] for row in rows} == {"م.ر"}
    assert "۲ اختلاف" in panel.title.text()
    panel.table.setFocus()
    panel.table.setCurrentCell(1, 0)
    assert desk.claim.bill.selected_line() == 2
    press(Qt.Key.Key_Up)
    assert desk.claim.bill.selected_line() == 1


def test_nothing_is_endorsed_while_another_page_lies_over_the_departures(desk, supervision, awaiting):
    desk.show_page(QLabel())
    supervision.endorse_action.trigger()
    assert "F9" in desk.notices.text
    assert desk.bill_is_seen
    assert desk.claim.open_claim.state is ClaimState.AWAITING_SUPERVISOR


def test_escape_thinks_again_of_a_note(desk, supervision):
    press(Qt.Key.Key_R, CTRL)
    note = supervision.departures.note
    assert note.isVisible()
    press(Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert desk.claim.bill.hasFocus()
    assert desk.claim.open_claim.state is ClaimState.AWAITING_SUPERVISOR


def test_the_departures_of_one_claim_are_gone_with_it(desk, supervision, awaiting, qtbot):
    press(Qt.Key.Key_R, CTRL)
    open_claim(desk, qtbot, awaiting[2])
    assert not supervision.departures.isVisible()
    assert not any(act.isVisible() for act in supervision.actions)
    open_claim(desk, qtbot, awaiting[1])
    assert supervision.departures.isVisible()
    assert not supervision.departures.note.isVisible()


def test_nothing_of_it_is_seen_by_a_reviewer(desk_of, awaiting, qtbot):
    desk = desk_of()
    open_claim(desk, qtbot, awaiting[0])
    assert not desk.pass_of(SupervisionPass).departures.isVisible()
    assert desk.claim.open_claim.state is ClaimState.AWAITING_SUPERVISOR
