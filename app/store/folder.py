"""An office's folder: what lies where, and that only its owner can read it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.errors import MachineError

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600


@dataclass(frozen=True, slots=True)
class OfficeFolder:
    """The places of an office below its root."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "office.db"

    @property
    def attachments(self) -> Path:
        """Scanned pages, each named by its SHA-256."""
        return self.root / "attachments"

    @property
    def keys(self) -> Path:
        """The signing keys of the office's people, encrypted with their passwords."""
        return self.root / "keys"

    @property
    def sheets(self) -> Path:
        """The signed sheets."""
        return self.root / "sheets"

    @property
    def backups(self) -> Path:
        """Copies of the database from before each migration."""
        return self.root / "backups"

    def prepare(self) -> None:
        """Make what is missing and close it to others; raises MachineError."""
        with reporting_file_faults(self.root):
            for folder in (self.root, self.attachments, self.keys, self.sheets, self.backups):
                folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
                folder.chmod(OWNER_ONLY_FOLDER)
            make_private_file(self.database)


def make_private_file(path: Path) -> None:
    """Make an empty file where there is none, and let only its owner read it; raises OSError.

    SQLite gives its -wal and -shm files the mode of the database. On Windows the folder's inherited rights hold.
    """
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWNER_ONLY_FILE))
    path.chmod(OWNER_ONLY_FILE)


def write_private_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, also where the disk is full half-way; raises OSError."""
    unfinished = path.with_name(path.name + ".part")
    make_private_file(unfinished)
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        forget_file(unfinished)
        raise
    _sync_folder(path.parent)


def forget_file(path: Path) -> None:
    """Remove a file that was written for nothing, without a word of its own: what went wrong before is told."""
    with suppress(OSError):  # where the folder is gone or closed to us, nothing could be written either
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder outlive a power cut, where the system lets folders be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def reporting_file_faults(path: Path) -> Iterator[None]:
    """Turn faults of the file system into a sentence that names the place."""
    try:
        yield
    except OSError as fault:
        raise MachineError(
            f"در پوشه «{path}» نمی‌توان نوشت ({fault.strerror}). جای خالی دیسک و اجازه نوشتن در این پوشه را بررسی کنید."
        ) from fault
