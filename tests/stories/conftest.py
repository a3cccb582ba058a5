"""A desk as a reviewer meets it: the real window over a real office in a temporary folder."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.services.office import Office
from app.ui.application import make_application
from app.ui.desk_page import DeskPage
from app.ui.main_window import MainWindow
from tests.services.offices import FULL_NAME, NAME, PASSWORD, claim, claim_file, empty_office, line

WAIT_MS = 20_000


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Return the application with the look of the desk."""
    return make_application()


@contextmanager
def window_over(qtbot, office: Office) -> Iterator[MainWindow]:
    """Show the window over an office, where it asks who is there, and close it at the end."""
    main = MainWindow(office)
    qtbot.addWidget(main)
    main.resize(1366, 768)
    main.show()
    main.begin()
    yield main
    main.close()


@pytest.fixture
def window(qtbot, tmp_path) -> Iterator[MainWindow]:
    """The window over a new office in which nobody has been added yet."""
    office = empty_office(tmp_path / "office")
    with window_over(qtbot, office) as main:
        yield main
    office.close()


@pytest.fixture
def desk_of(window, qtbot) -> Callable[[str], DeskPage]:
    """Return what signs somebody in at the window and returns their desk."""

    def sign_in(name: str) -> DeskPage:
        with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
            window.sign_in_as(name, PASSWORD)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window.desk

    return sign_in


@pytest.fixture
def desk(window, qtbot):
    """The desk of the first administrator, signed in through the form."""
    page = window.sign_in_page
    for field, text in (
        (page.full_name, FULL_NAME),
        (page.first_name, NAME),
        (page.first_password, PASSWORD),
        (page.repeated, PASSWORD),
    ):
        field.setText(text)
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        press(page.repeated, Qt.Key.Key_Return)
    return window.desk


@pytest.fixture
def write_file(tmp_path) -> Callable[..., Path]:
    """Return a function that writes a claim file with these claims."""

    def write(*claims: dict[str, Any], name: str = "claims.json", **facts: Any) -> Path:
        path, document = tmp_path / name, claim_file(*claims)
        given = document["submission"]["facts"] | facts
        document["submission"]["facts"] = {fact: value for fact, value in given.items() if value is not None}
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return path

    return write


def asking_claim(claim_id: str = "C-1") -> dict[str, Any]:
    """Return a claim of three lines that asks for the stamp and for the report of line 2, and cuts line 1."""
    lines = line(1, "700245", 100_000), line(2, "701740", 300_000, report_attached=None), line(3, "T-CHEST", 60_000)
    return claim(claim_id, *lines, prescriber_stamp=None)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and release a key on a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers))


def type_text(widget: QWidget, text: str) -> None:
    """Type a text, Persian letters too, one key after another."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, ord(character), Qt.KeyboardModifier.NoModifier, character))


def fill(field: QLineEdit, text: str) -> None:
    """Replace what stands in a field, as a person types it."""
    field.clear()
    type_text(field, text)


def import_and_open(qtbot, desk, path: Path) -> None:
    """Import a claim file and open the first claim of the queue."""
    with qtbot.waitSignal(desk.importing.imported, timeout=WAIT_MS):
        desk.import_files([path])
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() > 0, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.go(1)
