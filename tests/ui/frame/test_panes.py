"""The three panes of the desk share the window."""

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.panes import LEAST_SIDE, MOST_QUEUE, MOST_WHY, Panes
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
