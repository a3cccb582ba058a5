"""The store of an office: opens its folder, and gives changes and snapshots of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from app.errors import UseError
from app.store.check import findings_of
from app.store.connection import connect_to, reading, writing
from app.store.faults import reporting_store_faults
from app.store.folder import OfficeFolder
from app.store.migration import bring_up_to_date
from app.store.replay import OfficeState, replay_and_hold
from app.store.transactions import OfficeChange, OfficeView


class OfficeStore:
    """One office folder, open. Any thread may read and change; other processes may do so at the same time."""

    def __init__(self, folder: OfficeFolder) -> None:
        self._folder = folder
        with reporting_store_faults(folder.database):
            bring_up_to_date(folder)
            self._engine = connect_to(folder.database)

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make an office in a folder; raises UseError where one is, MachineError where nothing can be written."""
        places = OfficeFolder(folder)
        if places.database.exists():
            raise UseError(f"در پوشه «{folder}» دفتری هست. آن را باز کنید یا پوشه دیگری برگزینید.")
        places.prepare()
        return cls(places)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an office, brought up to the program's schema; raises UseError where there is none."""
        places = OfficeFolder(folder)
        if not places.database.exists():
            raise UseError(f"در پوشه «{folder}» دفتری نیست. نشانی پوشه را بررسی کنید یا دفتر تازه‌ای بسازید.")
        places.prepare()
        return cls(places)

    @classmethod
    def open_or_create(cls, folder: Path) -> Self:
        """Open the office of a folder, or make one where there is none."""
        places = OfficeFolder(folder)
        places.prepare()
        return cls(places)

    @property
    def folder(self) -> Path:
        """The office's folder."""
        return self._folder.root

    @property
    def keys_folder(self) -> Path:
        """Where the signing keys lie; closed to others."""
        return self._folder.keys

    @property
    def sheets_folder(self) -> Path:
        """Where the signed sheets lie; closed to others."""
        return self._folder.sheets

    @contextmanager
    def change(self, *, actor: int | None, at: str) -> Iterator[OfficeChange]:
        """Change the office as one person (None: the program) at one ISO time in UTC.

        All is kept when the block ends, nothing when it raises. Raises MachineError where the disk is full, the folder
        read-only, or another program writes for longer than a person waits.
        """
        with reporting_store_faults(self._folder.database), writing(self._engine) as connection:
            yield OfficeChange(connection, self._folder, actor=actor, at=at)

    @contextmanager
    def read(self) -> Iterator[OfficeView]:
        """Read the office as it stands when the block begins."""
        with reporting_store_faults(self._folder.database), reading(self._engine) as connection:
            yield OfficeView(connection, self._folder)

    def check(self) -> list[str]:
        """Verify the whole office and return what is wrong, each with its place; empty when it is sound."""
        with reporting_store_faults(self._folder.database):
            return findings_of(self._engine, self._folder)

    def replay(self) -> tuple[OfficeState, OfficeState]:
        """Return what the audit trail replays to, and what the office holds."""
        with reporting_store_faults(self._folder.database), reading(self._engine) as connection:
            return replay_and_hold(connection)

    def close(self) -> None:
        """Close all connections; SQLite then folds its WAL into the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
