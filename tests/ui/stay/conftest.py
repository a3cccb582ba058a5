"""What the tests of the stay share: a real desk over an office with one hospital bill; test figures."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.services.office import Office
from app.services.people import make_first_administrator
from app.services.results import audit_submission
from app.services.stay.papers import FAULTS_OF
from app.store.office import OfficeStore
from app.ui.desk_page import DeskPage
from app.ui.notices import NoticeLine
from app.ui.tasks import Worker
from app.ui.theme import apply_theme
from tests.catalogue.expansion import FOLDER
from tests.services.offices import FULL_NAME, NAME, PASSWORD, ticking_clock
from tests.services.stays import PACKS

TRIALS = len(FAULTS_OF) + sum(map(len, FAULTS_OF.values()))
WAIT_MS = 30_000


@pytest.fixture(scope="session")
def themed(qapp):
    apply_theme(qapp)
    return qapp


@pytest.fixture
def desk_over(themed, qtbot, tmp_path):
    """Return a function that opens the desk on the first claim of a file."""
    opened = []

    def open_desk(file, size=(1366, 720)):
        office = Office(OfficeStore.open_or_create(tmp_path / "office"), ticking_clock())
        for name in PACKS:
            office.install_pack(FOLDER / f"{name}.pack.json", actor=None)
        session = make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
        with office.change(session.user.id) as unit:
            number = unit.submissions.add(file.submission, file.claims, sha256="ab" * 32, file_name="test.json")
        audit_submission(office, number)
        with office.read() as view:
            claim_id = next(iter(view.claims.of_submission(number, office.dictionary))).id
        worker = Worker()
        desk = DeskPage(office, session, worker, NoticeLine())
        qtbot.addWidget(desk)
        opened.append((desk, worker, office))
        desk.resize(*size)
        desk.show()
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        desk.open_claim(claim_id)
        qtbot.waitUntil(lambda: desk.claim.open_claim is not None, timeout=WAIT_MS)
        return desk

    yield open_desk
    for desk, worker, office in opened:
        desk.close()
        worker.finish()
        office.close()


@pytest.fixture
def stay_over(desk_over, qtbot):
    """Return a function that opens the stay of the first claim of a file, with every cost worked out."""

    def open_stay(file, size=(1366, 720)):
        desk = desk_over(file, size)
        desk.claim.sheet.turn_action.trigger()
        stay = desk.claim.sheet.stay
        qtbot.waitUntil(lambda: stay.times is not None, timeout=WAIT_MS)
        if not stay.papers.isHidden():
            qtbot.waitUntil(lambda: stay.papers.costs_known >= TRIALS, timeout=WAIT_MS)
        QApplication.processEvents()
        return desk

    return open_stay


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_unknown, text: str = "") -> None:
    """Press a key that may type a text of any script."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
