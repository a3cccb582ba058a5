"""What the tests of the passes share: the frame's office and worker, and a desk of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.office import Role
from app.services.people import add_person, sign_in
from app.ui.desk_page import DeskPage
from app.ui.notices import NoticeLine
from tests.services.offices import PASSWORD, add_claims, claim, line
from tests.ui.frame.conftest import new_office, shown, signed_in, themed, worker

__all__ = ["new_office", "shown", "signed_in", "themed", "worker"]

WAIT_MS = 20_000


@pytest.fixture
def claims(signed_in):
    """Three claims of two lines, line 1 cut by the engine to 80,000 rials; nothing is asked."""
    office, session = signed_in
    lines = line(1, "700245", 100_000), line(2, "T-CHEST", 60_000)
    return add_claims(office, session, *(claim(f"C-{n}", *lines) for n in (1, 2, 3)))


@pytest.fixture
def desk_of(signed_in, claims, worker, qtbot):
    """Return what makes the desk of a person, or of somebody with other roles, with the queue loaded."""
    office, session = signed_in

    def make(*roles: Role) -> DeskPage:
        person = session
        if roles:
            add_person(office, None, name="davar", full_name="داریوش نیک‌نام", roles=frozenset(roles), password=PASSWORD)
            person = sign_in(office, "davar", PASSWORD)
        desk = shown(qtbot, DeskPage(office, person, worker, NoticeLine()), (1366, 720))
        qtbot.addWidget(desk.notices)
        return desk

    return make


@pytest.fixture
def desk(desk_of, claims, qtbot):
    """The desk of the first administrator with the first claim on it."""
    made = desk_of()
    qtbot.waitUntil(lambda: made.queue.rows.rowCount() == len(claims), timeout=WAIT_MS)
    open_claim(made, qtbot, claims[0])
    return made


def open_claim(desk, qtbot, number):
    """Open a claim and put the keys on its bill."""
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == number):
        desk.open_claim(number)
    desk.claim.take_focus()


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keys are."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
