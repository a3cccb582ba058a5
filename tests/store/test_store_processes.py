"""What other processes, kills, full disks and locks can do to an office: nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_samples import AT, DICTIONARY, raw

from app.errors import MachineError
from app.store import OfficeStore, connection

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def _work(work: str, folder: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, HERE / "office_worker.py", work, folder, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )


def _reasons(store: OfficeStore) -> list[str]:
    """Return the reasons of the decisions that the workers made, in the order in which they arrived."""
    with store.read() as view:
        return [row.reason for row in view.decisions.of_claim(1) if row.amount is not None and "-" in row.reason]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(heard=st.integers(1, 60))
def test_a_killed_process_loses_at_most_the_decision_under_way(
    filled_template: Path, tmp_path_factory: pytest.TempPathFactory, heard: int
) -> None:
    folder = shutil.copytree(filled_template, tmp_path_factory.mktemp("killed") / "office")
    worker = _work("decide", folder, "killed", 100_000)
    told = [worker.stdout.readline().strip() for _ in range(heard)]
    worker.kill()
    rest, _ = worker.communicate()
    told += rest.split()
    with OfficeStore.open(folder) as store:
        assert store.check() == []
        kept = _reasons(store)
    assert kept[: len(told)] == told
    assert len(kept) - len(told) <= 1


def test_a_killed_import_leaves_nothing_and_may_be_repeated(filled_folder: Path) -> None:
    worker = _work("import_many", filled_folder, "S-2", 100_000)
    assert worker.stdout.readline().strip() == "500"
    assert worker.stdout.readline().strip() == "1000"
    worker.kill()
    worker.communicate()
    with OfficeStore.open(filled_folder) as store:
        assert store.check() == []
        with store.read() as view:
            assert [row.submission.id for row in view.submissions.list(DICTIONARY)] == ["S-1"]
    again = _work("import_many", filled_folder, "S-2", 600)
    assert again.communicate() == ("500\n600\ndone\n", "")
    with OfficeStore.open(filled_folder) as store:
        assert store.check() == []


def test_two_processes_decide_at_once_and_all_arrives(filled_folder: Path) -> None:
    workers = [_work("decide", filled_folder, author, 60) for author in ("first", "second")]
    told = [worker.communicate() for worker in workers]
    assert [stderr for _, stderr in told] == ["", ""]
    with OfficeStore.open(filled_folder) as store:
        kept = _reasons(store)
        assert store.check() == []
    for author in ("first", "second"):
        assert [reason for reason in kept if reason.startswith(author)] == [f"{author}-{n}" for n in range(60)]


def test_processes_that_start_at_once_make_one_office(tmp_path: Path) -> None:
    workers = [_work("open_or_create", tmp_path / "office") for _ in range(3)]
    assert [worker.communicate() for worker in workers] == [("", "")] * 3
    with OfficeStore.open(tmp_path / "office") as store:
        assert store.check() == []
        with store.read() as view:
            assert len(view.trail.latest()) == 3


@pytest.mark.parametrize("spare_bytes", [0, 40_000, 400_000])
def test_a_full_disk_stops_the_work_and_leaves_the_office_sound(filled_folder: Path, spare_bytes: int) -> None:
    worker = _work("decide_on_a_full_disk", filled_folder, spare_bytes)
    told, stderr = worker.communicate()
    assert worker.returncode == MachineError.exit_code, stderr
    assert stderr.startswith("MachineError: ")
    assert "پر است" in stderr
    with OfficeStore.open(filled_folder) as store:
        assert store.check() == []
        assert _reasons(store) == told.split()


def test_a_database_that_may_not_grow_is_told_as_a_full_disk(filled: OfficeStore) -> None:
    def import_everything() -> None:
        with filled.change(actor=1, at=AT) as unit:
            unit.settings._connection.exec_driver_sql("PRAGMA max_page_count = 1")
            unit.settings.set("large", "x" * 1_000_000)

    with pytest.raises(MachineError, match=r"office\.db.*پر است"):
        import_everything()
    assert filled.check() == []
    with filled.read() as view:
        assert view.settings.get("large") is None


def test_a_folder_that_may_not_be_written_is_told_as_such(filled_template: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = shutil.copytree(filled_template, Path(place) / "office")
        Path(place).chmod(0o755)
        folder.chmod(0o555)
        (folder / "office.db").chmod(0o444)
        worker = _work("decide_as_an_ordinary_person", folder, 1)
        _, stderr = worker.communicate()
        folder.chmod(0o755)
    assert worker.returncode == MachineError.exit_code, stderr
    assert "نمی‌توان نوشت" in stderr
    assert str(folder) in stderr


def test_a_right_to_write_that_is_lost_on_the_way_is_told_as_such(filled_folder: Path) -> None:
    def lose_the_right_and_write(store: OfficeStore) -> None:
        with store.change(actor=1, at=AT) as unit:
            unit.settings._connection.exec_driver_sql("PRAGMA query_only = ON")
            unit.settings.set("late", True)

    with OfficeStore.open(filled_folder) as store, pytest.raises(MachineError, match="اجازه نوشتن نیست"):
        lose_the_right_and_write(store)
    with OfficeStore.open(filled_folder) as store, store.read() as view:
        assert view.settings.get("late") is None


def test_an_office_that_another_program_holds_is_told_as_busy(
    filled_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_MS", 50)
    with OfficeStore.open(filled_folder) as store, raw(filled_folder) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MachineError, match="در دست برنامه دیگری"), store.change(actor=1, at=AT):
            pass
        with store.read() as view:
            assert view.users.list()
        other.execute("ROLLBACK")
        with store.change(actor=1, at=AT) as unit:
            unit.settings.set("free", True)


def test_a_fault_of_ours_stays_an_ordinary_exception(filled: OfficeStore) -> None:
    with pytest.raises(Exception, match="no such table") as fault, filled.change(actor=1, at=AT) as unit:
        unit.settings._connection.exec_driver_sql("SELECT * FROM nowhere")
    assert isinstance(fault.value.__cause__, sqlite3.OperationalError)
    assert not isinstance(fault.value, MachineError)
