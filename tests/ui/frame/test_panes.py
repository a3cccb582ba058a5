"""The three panes of the desk share the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.services.pane_widths import PaneWidths, widths_of
from app.ui.desk_page import DeskPage
from app.ui.notices import NoticeLine
from app.ui.panes import LEAST_BILL, LEAST_SIDE, MOST_QUEUE, MOST_WHY, Panes
from tests.ui.frame.conftest import shown


@pytest.mark.parametrize(
    ("width", "queue", "why"), [(1100, LEAST_SIDE, LEAST_SIDE), (1366, 304, 325), (2560, MOST_QUEUE, MOST_WHY)]
)
def test_the_bill_takes_what_the_sides_leave(themed, qtbot, width, queue, why):
    panes = shown(qtbot, Panes(QWidget(), QWidget(), QWidget()), size=(600, 400))
    panes.resize(width, 400)

    assert [panes.sizes()[0], panes.sizes()[2]] == pytest.approx([queue, why], abs=2)


def test_a_border_that_a_person_moved_stays(themed, qtbot):
    panes = shown(qtbot, Panes(QWidget(), QWidget(), QWidget()), size=(1366, 400))
    panes.moveSplitter(panes.handle(1).x() - 60, 1)
    moved = panes.sizes()[0]
    panes.resize(1500, 400)

    assert panes.sizes()[0] == pytest.approx(moved, abs=2)


def test_widths_that_were_chosen_before_are_there_at_once_and_leave_the_bill_its_room(themed, qtbot):
    panes = Panes(QWidget(), QWidget(), QWidget())
    panes.choose(PaneWidths(500, 800, 600))
    shown(qtbot, panes, size=(1920, 400))
    assert [panes.sizes()[0], panes.sizes()[2]] == pytest.approx([500, 600], abs=2)

    panes.resize(1366, 400)
    queue, bill, why = panes.sizes()
    assert bill == pytest.approx(LEAST_BILL, abs=2)
    assert min(queue, why) >= LEAST_SIDE
    panes.resize(1000, 400)
    assert [panes.sizes()[0], panes.sizes()[2]] == pytest.approx([LEAST_SIDE, LEAST_SIDE], abs=2)
    panes.resize(1920, 400)
    assert [panes.sizes()[0], panes.sizes()[2]] == pytest.approx([500, 600], abs=2)


def test_a_double_click_on_a_border_brings_all_of_them_back(themed, qtbot):
    panes = shown(qtbot, Panes(QWidget(), QWidget(), QWidget()), size=(1366, 400))
    before = panes.sizes()
    panes.moveSplitter(panes.handle(1).x() - 60, 1)
    with qtbot.waitSignal(panes.widths_chosen) as chosen:
        QTest.mouseDClick(panes.handle(1), Qt.MouseButton.LeftButton)
    assert chosen.args == [None]
    assert panes.sizes() == before


def test_the_desk_keeps_the_widths_of_its_person(signed_in, worker, qtbot):
    office, session = signed_in

    def desk():
        made = shown(qtbot, DeskPage(office, session, worker, NoticeLine()), (1366, 720))
        qtbot.addWidget(made.notices)
        return made, made.findChild(Panes)

    first, panes = desk()
    everybodys = panes.sizes()
    panes.moveSplitter(panes.handle(2).x() + 40, 2)
    qtbot.waitUntil(lambda: widths_of(office, session.user.id) is not None)
    moved = panes.sizes()
    first.hide()

    again, panes = desk()
    assert panes.sizes() == pytest.approx(moved, abs=2)
    QTest.keyClick(again, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert panes.sizes() == everybodys
    qtbot.waitUntil(lambda: widths_of(office, session.user.id) is None)
