"""SQLite's faults as sentences: those of the machine are told, those of ours stay ordinary exceptions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.errors import DataError, MachineError

_PRIMARY_CODE = 0xFF
_BUSY = (
    "دفتر «{file}» هم‌اکنون در دست برنامه دیگری است و این کار انجام نشد. چند لحظه دیگر دوباره انجام دهید؛ "
    "اگر پیام ماند، پنجره‌های دیگر این دفتر را ببندید."
)
_FULL = (
    "دیسک دفتر «{file}» پر است یا درست کار نمی‌کند؛ این کار ثبت نشد و آنچه پیش‌تر ثبت شده دست‌نخورده است. "
    "روی دیسک جا باز کنید و کار را تکرار کنید."
)
_READ_ONLY = (
    "در پوشه دفتر «{file}» اجازه نوشتن نیست و این کار ثبت نشد. اجازه نوشتن در پوشه را برقرار کنید، "
    "سپس برنامه را دوباره باز کنید."
)
_UNREADABLE = "پرونده دفتر «{file}» باز نمی‌شود. نشانی پوشه، وصل بودن دیسک و اجازه خواندن آن را بررسی کنید."
_DAMAGED = (
    "پرونده دفتر «{file}» آسیب دیده است یا دفتر رسیدگی نیست. در آن چیزی ننویسید؛ "
    "از پوشه backups یا نسخه پشتیبان دیگری بازگردانی کنید."
)
_MACHINE_FAULTS = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _UNREADABLE,
}
_DATA_FAULTS = {sqlite3.SQLITE_CORRUPT: _DAMAGED, sqlite3.SQLITE_NOTADB: _DAMAGED}


@contextmanager
def reporting_store_faults(file: Path) -> Iterator[None]:
    """Turn a full disk, a lock, a read-only folder into MachineError and a damaged file into DataError."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as fault:
        origin = fault.orig if isinstance(fault, DBAPIError) else fault
        code = getattr(origin, "sqlite_errorcode", None)
        primary = code & _PRIMARY_CODE if isinstance(code, int) else None
        if primary in _MACHINE_FAULTS:
            raise MachineError(_MACHINE_FAULTS[primary].format(file=file)) from fault
        if primary in _DATA_FAULTS:
            raise DataError(_DATA_FAULTS[primary].format(file=file)) from fault
        raise
