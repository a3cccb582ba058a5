"""What the tests of the frame share: an office with test figures, workers that end, keys of both scripts."""

import os
import shutil
from datetime import UTC, datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.services.office import Office
from app.store.office import OfficeStore
from app.ui.tasks import Worker
from app.ui.theme import apply_theme
from tests.services.offices import add_claims, claim, line, make_office, ticking_clock

LATER = datetime(2016, 7, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def themed(qapp):
    apply_theme(qapp)
    return qapp


@pytest.fixture
def worker(themed):
    """Return a worker, and wait for it at the end."""
    made = Worker()
    yield made
    made.finish()


@pytest.fixture(scope="session")
def new_office(tmp_path_factory):
    """Return the folder of an office with test figures, made once for all tests, and its first administrator."""
    folder = tmp_path_factory.mktemp("new") / "office"
    office, session = make_office(folder)
    office.close()
    return folder, session


@pytest.fixture
def signed_in(new_office, tmp_path):
    """Return an office of the test's own, and its first administrator, signed in."""
    folder, session = new_office
    office = Office(OfficeStore.open(shutil.copytree(folder, tmp_path / "office")), ticking_clock(LATER))
    yield office, session
    office.close()


@pytest.fixture
def three_claims(signed_in):
    """Return the ids of a clean claim, one with a question and one with a deduction."""
    office, session = signed_in
    return add_claims(
        office,
        session,
        claim("95-001", line(1, "T-CHEST", 60_000)),
        claim("95-002", line(1, "T-CHEST", 60_000), prescriber_stamp=None),
        claim("95-003", line(1, "T-CHEST", 95_000)),
    )


def shown(qtbot, widget: QWidget, size=(760, 640)) -> QWidget:
    """Show a widget in a window that has the keys."""
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def press(widget: QWidget, text: str = "", key: Qt.Key = Qt.Key.Key_unknown) -> None:
    """Press a key that types a text of any script, as the system sends it."""
    code = key if key != Qt.Key.Key_unknown or not text else ord(text[0].upper())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))


def type_text(widget: QWidget, text: str) -> None:
    for character in text:
        press(widget, character)
