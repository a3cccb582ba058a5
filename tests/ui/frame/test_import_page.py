"""Files come in with progress; a faulty one brings nothing and says why, place by place; a cancelled one leaves nothing."""

import json
import threading
from time import thread_time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.services.queue import QueueFilter, QueueView, counts
from app.ui.importing.import_page import ImportPage
from app.ui.importing.problem_list import SHOWN
from tests.services.offices import SUBMISSION, claim, line
from tests.ui.frame.conftest import press, shown


def write_file(folder, name, claims, **changes):
    path = folder / name
    document = {
        "format": "rasidegi/claims",
        "version": 1,
        "submission": SUBMISSION | {"id": name.partition(".")[0]},
        "claims": claims,
    }
    path.write_text(json.dumps(document | changes, ensure_ascii=False), encoding="utf-8")
    return path


def some_claims(count):
    return [claim(f"95-{number:04}", line(1, "T-CHEST", 60_000)) for number in range(count)]


@pytest.fixture
def importing(signed_in, worker, qtbot):
    return shown(qtbot, ImportPage(signed_in[0], worker))


def claims_in(office):
    return counts(office, QueueFilter()).views[QueueView.OPEN]


def test_a_good_file_comes_in_and_the_page_goes_by_itself(importing, signed_in, tmp_path, qtbot):
    office, session = signed_in
    stages = []
    with qtbot.waitSignals([importing.imported, importing.closed], timeout=20_000):
        importing.start(session, [write_file(tmp_path, "good.json", some_claims(40))])
        importing.task.progressed.connect(lambda told: stages.append(told[0].value))

    assert claims_in(office) == 40
    assert list(dict.fromkeys(stages)) == ["reading", "storing", "auditing"]


def test_several_files_come_in_one_after_another(importing, signed_in, tmp_path, qtbot):
    office, session = signed_in
    with qtbot.waitSignal(importing.closed, timeout=20_000):
        importing.start(session, [write_file(tmp_path, f"file-{no}.json", some_claims(5)) for no in range(3)])

    assert claims_in(office) == 15


def test_a_faulty_file_brings_nothing_and_every_fault_with_its_place(importing, signed_in, tmp_path, qtbot):
    office, session = signed_in
    claims = some_claims(10)
    claims[3]["lines"][0]["amount"] = -5
    del claims[6]["patient"]
    importing.start(session, [write_file(tmp_path, "faulty.json", claims)])
    qtbot.waitUntil(importing.problems.isVisible, timeout=20_000)

    table = importing.problems.table
    assert claims_in(office) == 0
    assert [table.item(row, 0).text().split("\u2069")[0].split("\u2066")[1] for row in range(table.rowCount())] == [
        "95-0003",
        "95-0006",
    ]
    assert all(table.item(row, column).text() for row in range(2) for column in range(3))
    assert "۸ سند این پرونده بی‌ایراد بود" in importing.problems.sentence.text()
    assert importing.close_button.hasFocus()


def test_the_faults_are_copied_clean_for_the_centre(importing, signed_in, tmp_path, qtbot):
    claims = some_claims(2)
    del claims[1]["patient"]
    importing.start(signed_in[1], [write_file(tmp_path, "faulty.json", claims)])
    qtbot.waitUntil(importing.problems.isVisible, timeout=20_000)
    importing.copy.click()

    copied = QGuiApplication.clipboard().text()
    assert "سند 95-0001" in copied
    assert "\u2066" not in copied


def test_of_very_many_faults_the_first_are_shown_and_the_rest_is_counted(importing, signed_in, tmp_path, qtbot):
    claims = some_claims(SHOWN + 20)
    for document in claims:
        del document["patient"]
    importing.start(signed_in[1], [write_file(tmp_path, "faulty.json", claims)])
    qtbot.waitUntil(importing.problems.isVisible, timeout=20_000)

    assert importing.problems.table.rowCount() == SHOWN
    assert "۲۰ مورد دیگر" in importing.problems.sentence.text()


def test_a_file_that_was_read_before_is_recognised_calmly(importing, signed_in, tmp_path, qtbot):
    office, session = signed_in
    path = write_file(tmp_path, "twice.json", some_claims(5))
    for _time in range(2):
        importing.start(session, [path])
        qtbot.waitUntil(lambda: importing.task is None, timeout=20_000)

    assert claims_in(office) == 5
    assert "پیش‌تر" in importing.problems.sentence.text()
    assert importing.problems.table.isHidden()
    with qtbot.waitSignal(importing.closed):
        press(importing.close_button, key=Qt.Key.Key_Escape)


def test_a_cancelled_import_leaves_nothing(importing, signed_in, worker, tmp_path, qtbot):
    office, session = signed_in
    gate = threading.Event()
    worker.start(lambda _report: gate.wait(10))
    importing.start(session, [write_file(tmp_path, "long.json", some_claims(300))])
    press(importing.cancel, key=Qt.Key.Key_Escape)
    with qtbot.waitSignal(importing.closed, timeout=20_000):
        gate.set()

    assert claims_in(office) == 0
    with office.read() as view:
        assert view.submissions.id_of_file("") is None
    assert not list(office.store.folder.rglob("*.tmp"))


def test_the_gui_thread_goes_on_while_two_thousand_claims_come_in(importing, signed_in, tmp_path, qtbot):
    """The interpreter's full collections may hold everything up for a moment; nothing else may."""
    path = write_file(tmp_path, "large.json", some_claims(2_000))
    gaps = watch_gaps(importing)
    with qtbot.waitSignal(importing.closed, timeout=120_000):
        importing.start(signed_in[1], [path])

    assert claims_in(signed_in[0]) == 2_000
    assert sorted(gaps)[int(len(gaps) * 0.99)] < 0.05
    assert max(gaps) < 1.0


def watch_gaps(parent):
    """Return a list that fills with the seconds of work that this thread did between two turns of its event loop."""
    gaps, last = [], [thread_time()]

    def turn():
        now = thread_time()
        gaps.append(now - last[0])
        last[0] = now

    QTimer(parent, interval=5, timeout=turn).start()
    return gaps
