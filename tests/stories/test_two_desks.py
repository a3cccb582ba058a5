"""Two programs on one office: what lies on one desk is read at the other, until it is put away or the desk is gone."""

import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.services.presence import STALE_AFTER
from app.services.review import Review
from app.ui.bill.key_cap import KeyHint
from app.ui.passes.batch_pass import BatchPass
from app.ui.passes.elsewhere_pass import ElsewherePass
from app.ui.passes.technical_pass import TechnicalPass
from app.ui.workload import presence_at_desk
from tests.services.offices import NAME, PASSWORD, claim, line
from tests.stories.conftest import WAIT_MS, asking_claim, import_and_open, press

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Look at the other desk often, so that nobody waits for the test."""
    monkeypatch.setattr(presence_at_desk, "WATCH_MS", 100)
    monkeypatch.setattr(presence_at_desk, "BEAT_MS", 300)
    monkeypatch.setattr(presence_at_desk, "SETTLE_MS", 50)


@pytest.fixture
def time(window):
    """The time of this desk, which can be moved on."""
    return Time(window._office)


class Time:
    def __init__(self, office) -> None:
        self.by = timedelta()
        office.clock = lambda: datetime.now(UTC) + self.by


class OtherDesk:
    """A program of its own at the same office; it does what it is told and says what became of it."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("other_desk.py"), folder, NAME, PASSWORD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        )

    def does(self, *words: object) -> str:
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def dies(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def other_desk(window):
    other = OtherDesk(window._office.store.folder)
    try:
        yield other
    finally:
        other.dies()
        for pipe in (other.process.stdin, other.process.stdout):
            pipe.close()


def at_work(office) -> list[int]:
    with office.read() as view:
        return [there.claim_id for there in view.desks.at_work("")]


def keys_seen(desk) -> list[str]:
    return [hint.accessibleName() for hint in desk.keys.findChildren(KeyHint) if hint.isVisible()]


def shown(desk):
    return desk.claim.open_claim


def number_shown(desk) -> str | None:
    return shown(desk) and shown(desk).claim.id


def is_shown(desk, claim_id) -> bool:
    return shown(desk) is not None and shown(desk).id == claim_id


def test_a_claim_at_one_desk_is_read_at_the_other_and_comes_free_by_itself(qtbot, window, desk, time, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim("C-1"), claim("C-2", line(1, "T-CHEST", 60_000))))
    first, elsewhere = shown(desk).id, desk.pass_of(ElsewherePass)
    qtbot.waitUntil(lambda: at_work(window._office) == [first], timeout=WAIT_MS)
    with other_desk(window) as other:
        assert other.does("take", first).startswith("refused این سند روی میز مینا رستگار باز است (از ساعت ")
        assert other.does("set", first, 1, 50_000).startswith("refused این سند روی میز مینا رستگار باز است")
        desk.queue.next_action.trigger()
        qtbot.waitUntil(lambda: number_shown(desk) == "C-2", timeout=WAIT_MS)
        qtbot.waitUntil(lambda: first not in at_work(window._office), timeout=WAIT_MS)
        assert other.does("take", first) == "taken"

        desk.queue.previous_action.trigger()
        qtbot.waitUntil(lambda: is_shown(desk, first) and elsewhere.panel.isVisible(), timeout=WAIT_MS)
        assert "روی میز مینا رستگار باز است" in elsewhere.sentence.text()
        assert not shown(desk).editable
        assert not desk.claim.edit_action.isEnabled()
        assert not desk.pass_of(TechnicalPass).sign_action.isVisible()
        assert elsewhere.again_action.text() in keys_seen(desk)
        assert not desk.claim.header.locked_band.isVisible()

        assert other.does("set", first, 3, 50_000) == "done"
        elsewhere.again_action.trigger()
        qtbot.waitUntil(lambda: shown(desk).settlement.line(3).approved == 50_000, timeout=WAIT_MS)
        assert elsewhere.panel.isVisible()

        assert other.does("leave") == "left"
        qtbot.waitUntil(lambda: shown(desk).editable, timeout=WAIT_MS)
        assert not elsewhere.panel.isVisible()
        assert desk.claim.edit_action.isEnabled()
        qtbot.waitUntil(lambda: at_work(window._office) == [first], timeout=WAIT_MS)
        assert other.does("take", first).startswith("refused")


def test_a_batch_leaves_out_what_was_opened_at_the_other_desk_under_its_preview(qtbot, window, desk, time, write_file):
    import_and_open(qtbot, desk, write_file(*(claim(f"C-{n}", line(1, "700245", 100_000)) for n in range(3))))
    batch, last = desk.pass_of(BatchPass), desk.queue.rows.row(2).id
    qtbot.waitUntil(lambda: at_work(window._office) == [shown(desk).id], timeout=WAIT_MS)
    finding = desk.why.findings.current
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        desk.why.finding_waived.emit(finding.rule, finding.line, "توافق")
    with other_desk(window) as other:
        assert other.does("leave") == "left"
        batch.same_action.trigger()
        qtbot.waitUntil(lambda: batch.page.plan is not None, timeout=WAIT_MS)
        assert [one.number for one in batch.page.plan.claims] == ["C-1", "C-2"]
        assert other.does("take", last) == "taken"
        with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
            qtbot.keyClick(batch.page.table, Qt.Key.Key_Return)

        assert "C-2" in batch.page.left_out.text()
        assert "روی میز دیگری باز است" in batch.page.left_out.text()
    review = Review(desk.office, desk.session)
    assert [len(review.open(number).decisions) for number in (last - 2, last - 1, last)] == [1, 1, 0]


def test_a_desk_that_crashed_frees_its_claim_once_it_is_stale(qtbot, window, desk, time, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim("C-1"), claim("C-2", line(1, "T-CHEST", 60_000))))
    first, elsewhere = shown(desk).id, desk.pass_of(ElsewherePass)
    desk.queue.next_action.trigger()
    qtbot.waitUntil(lambda: first not in at_work(window._office) and at_work(window._office) != [], timeout=WAIT_MS)
    with other_desk(window) as other:
        assert other.does("take", first) == "taken"
        desk.queue.previous_action.trigger()
        qtbot.waitUntil(lambda: is_shown(desk, first) and elsewhere.panel.isVisible(), timeout=WAIT_MS)
        other.dies()
    time.by = STALE_AFTER - timedelta(seconds=20)
    desk.presence._watch()
    qtbot.wait(300)
    assert elsewhere.panel.isVisible()

    time.by = STALE_AFTER + timedelta(seconds=1)
    qtbot.waitUntil(lambda: shown(desk).editable, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: at_work(window._office) == [first], timeout=WAIT_MS)
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        desk.claim.amount_decided.emit(3, 40_000, "توافق")
    assert shown(desk).settlement.line(3).approved == 40_000


def test_a_desk_that_slept_too_long_finds_its_claim_at_the_other(qtbot, window, desk, time, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim("C-1")))
    first, elsewhere = shown(desk).id, desk.pass_of(ElsewherePass)
    qtbot.waitUntil(lambda: at_work(window._office) == [first], timeout=WAIT_MS)
    desk.presence._beating.stop()
    with other_desk(window) as other:
        assert other.does("clock", 130) == "130"
        assert other.does("take", first) == "taken"
        with qtbot.waitSignal(desk.work.failed, timeout=WAIT_MS) as refused:
            desk.claim.amount_decided.emit(3, 40_000, "توافق")
        assert "روی میز مینا رستگار باز است" in str(refused.args[0])
        qtbot.waitUntil(elsewhere.panel.isVisible, timeout=WAIT_MS)
        assert shown(desk).settlement.line(3).approved == 60_000


def test_locking_and_leaving_free_the_claim(qtbot, window, desk, time, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim("C-1")))
    first = shown(desk).id
    qtbot.waitUntil(lambda: at_work(window._office) == [first], timeout=WAIT_MS)
    with other_desk(window) as other:
        window.lock_action.trigger()
        qtbot.waitUntil(lambda: at_work(window._office) == [], timeout=WAIT_MS)
        assert other.does("set", first, 3, 50_000) == "done"
        window.lock_page.password.setText(PASSWORD)
        press(window.lock_page.password, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: shown(desk).settlement.line(3).approved == 50_000, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: at_work(window._office) == [first], timeout=WAIT_MS)

        window.sign_out_action.trigger()
        qtbot.waitUntil(lambda: at_work(window._office) == [], timeout=WAIT_MS)
        assert other.does("take", first) == "taken"


def test_a_lock_takes_nothing_from_what_is_being_written(qtbot, window, desk, time, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim("C-1")))
    qtbot.waitUntil(lambda: at_work(window._office) == [shown(desk).id], timeout=WAIT_MS)
    desk.claim.select_line(3)
    desk.claim.edit_action.trigger()
    assert desk.claim.editor.is_open
    before = shown(desk)
    window.lock_action.trigger()
    qtbot.waitUntil(lambda: at_work(window._office) == [], timeout=WAIT_MS)
    window.lock_page.password.setText(PASSWORD)
    press(window.lock_page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at_work(window._office) == [before.id], timeout=WAIT_MS)
    assert shown(desk) is before
    assert desk.claim.editor.is_open


def test_closing_the_window_frees_the_claim(qtbot, window, desk, time, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim("C-1")))
    qtbot.waitUntil(lambda: at_work(window._office) == [shown(desk).id], timeout=WAIT_MS)
    window.close()
    assert at_work(window._office) == []


def test_whoever_runs_through_the_queue_takes_nothing_on_the_way(qtbot, desk, time, write_file, monkeypatch):
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in range(12)]
    taken = []
    desk.presence._settling.setInterval(8_000)
    take = desk.work.this_desk.take
    monkeypatch.setattr(desk.work.this_desk, "take", lambda number: taken.append(number) or take(number))
    import_and_open(qtbot, desk, write_file(*claims))
    for number in range(1, 12):
        desk.queue.next_action.trigger()
        qtbot.waitUntil(lambda number=number: number_shown(desk) == f"C-{number}", timeout=WAIT_MS)
    assert taken == []
    qtbot.waitUntil(lambda: at_work(desk.office) == [shown(desk).id], timeout=WAIT_MS)
    assert set(taken) == {shown(desk).id}  # asked for again where the claim is shown anew meanwhile


def test_a_claim_that_was_closed_lies_on_nobodys_desk(qtbot, window, desk, write_file):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "T-CHEST", 60_000))))
    qtbot.waitUntil(lambda: at_work(window._office) == [shown(desk).id], timeout=WAIT_MS)
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    qtbot.waitUntil(lambda: at_work(window._office) == [], timeout=WAIT_MS)
