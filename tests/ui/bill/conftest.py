"""What the tests of the open claim share: the real desk without a screen, and keys of both scripts."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.ui.bill.claim_desk import ClaimDesk
from app.ui.why.why_pane import WhyPane
from tests.ui.frame.conftest import press, themed, type_text
from tests.ui.open_claims import every_mark

__all__ = ["press", "themed", "type_text"]


@pytest.fixture
def desk(themed, qtbot):
    """Return the desk with the claim that bears every mark."""
    return shown(qtbot, ClaimDesk(), every_mark())


@pytest.fixture
def why(themed, qtbot):
    pane = WhyPane()
    qtbot.addWidget(pane)
    pane.resize(380, 700)
    pane.show()
    pane.activateWindow()
    return pane


def shown(qtbot, desk, open_claim, size=(900, 900)):
    """Show a claim on a desk that has the keys."""
    qtbot.addWidget(desk)
    desk.resize(*size)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.show_claim(open_claim)
    QApplication.processEvents()
    return desk


def pixels(image: QImage, colour, tolerance: int = 40) -> set[tuple[int, int]]:
    """Return where an image has nearly this colour."""
    wanted = (colour.red(), colour.green(), colour.blue())
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            point = image.pixelColor(x, y)
            if all(
                abs(a - b) <= tolerance for a, b in zip(wanted, (point.red(), point.green(), point.blue()), strict=True)
            ):
                found.add((x, y))
    return found
