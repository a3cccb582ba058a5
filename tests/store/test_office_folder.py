"""The office's folder: closed to others, made whole, changed whole or not at all."""

import stat
import threading
from pathlib import Path

import pytest
from office_samples import AT, DICTIONARY, a_claim, add_person, fill, import_claims, raw

from app.domain.office import ClaimState
from app.errors import DataError, UseError
from app.store import OfficeStore


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_owner_can_read_an_office(store: OfficeStore) -> None:
    fill(store)
    entries = [store.folder, *store.folder.rglob("*")]
    assert {_mode(path) for path in entries if path.is_dir()} == {0o700}
    assert {_mode(path) for path in entries if path.is_file()} == {0o600}
    assert {"office.db", "office.db-wal", "attachments", "keys", "sheets", "backups"} <= {p.name for p in entries}
    assert store.keys_folder.is_dir()
    assert store.sheets_folder.is_dir()


def test_a_folder_that_others_could_read_is_closed_when_the_office_is_opened(filled_folder: Path) -> None:
    filled_folder.chmod(0o755)
    (filled_folder / "office.db").chmod(0o644)
    OfficeStore.open(filled_folder).close()
    assert (_mode(filled_folder), _mode(filled_folder / "office.db")) == (0o700, 0o600)


def test_an_office_is_made_once_and_opened_where_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "دفتر نمونه ۵۰٪ #1?"
    with pytest.raises(UseError, match="دفتری نیست"):
        OfficeStore.open(folder)
    OfficeStore.open_or_create(folder).close()
    with pytest.raises(UseError, match="دفتری هست"):
        OfficeStore.create(folder)
    with OfficeStore.open_or_create(folder) as store:
        assert store.check() == []


def test_a_creation_that_was_cut_off_is_finished_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "office.db").touch()
    with OfficeStore.open(tmp_path) as store:
        assert store.check() == []
        assert not list((tmp_path / "backups").iterdir())


@pytest.mark.parametrize(
    "at", ["2026-11-22", "2026-11-22T08:30:00", "2026-11-22T08:30:00+03:30", "۱۴۰۵-۰۹-۰۱T08:30:00Z"]
)
def test_a_change_needs_a_time_in_utc(store: OfficeStore, at: str) -> None:
    with pytest.raises(Exception, match="ck_trail_at_utc"), store.change(actor=None, at=at) as unit:
        unit.settings.set("objection_days", 15)


def test_a_foreign_or_damaged_file_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "office.db").write_bytes(b"these bytes are no database, whatever the name says" * 100)
    with pytest.raises(DataError, match="آسیب دیده"):
        OfficeStore.open(tmp_path)
    (tmp_path / "office.db").unlink()
    with raw(tmp_path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(DataError, match=r"office\.db.*دفتر رسیدگی نیست"):
        OfficeStore.open(tmp_path)


def test_a_change_that_fails_leaves_nothing(store: OfficeStore) -> None:
    def two_then_nothing() -> object:
        yield a_claim("C-1")
        yield a_claim("C-2")
        raise InterruptedError

    with pytest.raises(InterruptedError):
        import_claims(store, two_then_nothing())
    with store.read() as view:
        assert view.submissions.list(DICTIONARY) == ()
        assert view.trail.last() is None
    assert store.check() == []


def test_a_snapshot_is_not_moved_by_later_commits(store: OfficeStore) -> None:
    import_claims(store, [a_claim()])
    with store.read() as view:
        with store.change(actor=None, at=AT) as unit:
            unit.claims.set_state(1, ClaimState.IN_REVIEW)
            assert unit.claims.get(1, DICTIONARY).state is ClaimState.IN_REVIEW
        assert view.claims.get(1, DICTIONARY).state is ClaimState.RECEIVED
    with store.read() as view:
        assert view.claims.get(1, DICTIONARY).state is ClaimState.IN_REVIEW


def test_threads_change_and_read_side_by_side(store: OfficeStore) -> None:
    faults: list[BaseException] = []

    def add_ten(thread: int) -> None:
        try:
            for number in range(10):
                add_person(store, f"person-{thread}-{number}")
                with store.read() as view:
                    assert view.trail.last() is not None
        except BaseException as fault:  # noqa: BLE001 (told below, in the main thread)
            faults.append(fault)

    threads = [threading.Thread(target=add_ten, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with store.read() as view:
        assert len(view.users.list()) == 40
    assert store.check() == []
