"""The schema of an office, brought up to the program's: copied first, migrated whole or not at all.

Revisions are numbered 0001, 0002, ... in migrations/versions, so that a newer office is told from a foreign file.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from app.errors import DataError, MachineError
from app.store.connection import connect_to, writing
from app.store.folder import OfficeFolder, make_private_file, reporting_file_faults

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).with_name("migrations")
EMPTY = "0000"
"""The revision of a database in which nothing has been made yet."""


def newest_revision(scripts: Path = SCRIPTS) -> str:
    """Return the revision that the program works with."""
    return max(path.name.split("_")[0] for path in (scripts / "versions").glob("[0-9]*.py"))


def revision_of(database: Path) -> str:
    """Return the revision of an office's database; raises DataError for a file that is none."""
    with closing(sqlite3.connect(database)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return EMPTY
        if "alembic_version" not in tables:
            raise DataError(f"پرونده «{database}» دفتر رسیدگی نیست. پوشه درست را برگزینید.")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else EMPTY


def bring_up_to_date(folder: OfficeFolder, scripts: Path = SCRIPTS) -> None:
    """Migrate an office to the newest schema; raises DataError for one made by a newer program."""
    found, newest = revision_of(folder.database), newest_revision(scripts)
    if found > newest:
        raise DataError(
            f"دفتر «{folder.root}» با نسخه تازه‌تری از برنامه ساخته شده است و این نسخه آن را باز نمی‌کند تا آسیبی نبیند. "
            "برنامه را به‌روز کنید."
        )
    if found == newest:
        return
    if found != EMPTY:
        copy_database(folder, found)
    _upgrade(folder.database, scripts)


def copy_database(folder: OfficeFolder, revision: str) -> Path:
    """Copy the database into the backups, with its revision and the time (UTC) in the name; raises MachineError."""
    copy = folder.backups / f"office-{revision}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.db"
    with reporting_file_faults(folder.backups):
        make_private_file(copy)
    with closing(sqlite3.connect(folder.database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def _upgrade(database: Path, scripts: Path) -> None:
    from alembic import command  # slow to import, and needed only here

    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")  # stays in the file
    engine = connect_to(database, foreign_keys=False)  # a rebuilt table is dropped while others refer to it
    try:
        with writing(engine) as connection:
            command.upgrade(alembic_config(connection, scripts), "head")
            _expect_whole_references(connection, database)
    finally:
        engine.dispose()


def alembic_config(connection: Connection, scripts: Path = SCRIPTS) -> "Config":
    """Return what Alembic's commands need to work on a connection."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _expect_whole_references(connection: Connection, database: Path) -> None:
    if connection.execute(text("PRAGMA foreign_key_check")).first():
        raise MachineError(
            f"ارتقای دفتر «{database}» انجام نشد و دفتر همان است که بود. نسخه پیشین برنامه را به کار ببرید و خبر دهید."
        )
