"""Connections to an office's database, and the two kinds of transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text

BUSY_TIMEOUT_MS = 5_000
_PRAGMAS = (
    "PRAGMA recursive_triggers = ON",  # else REPLACE would delete rows behind the triggers' back
    "PRAGMA trusted_schema = OFF",
    # A commit must outlive a power cut, not only a killed process: FULL syncs the WAL at each commit (NORMAL does not).
    "PRAGMA synchronous = FULL",
)


def connect_to(database: Path, *, foreign_keys: bool = True) -> Engine:
    """Return the engine of an existing database; each thread borrows a connection of its own."""
    engine = create_engine(
        f"sqlite:///file:{_uri_path(database)}?mode=rw&uri=true", pool_size=4, max_overflow=-1, hide_parameters=True
    )
    event.listen(engine, "connect", partial(_prepare, foreign_keys=foreign_keys))
    event.listen(engine, "begin", _begin)
    return engine


def _uri_path(database: Path) -> str:
    return database.resolve().as_uri().removeprefix("file://")


def _prepare(connection: sqlite3.Connection, _record: Any, *, foreign_keys: bool) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute(f"PRAGMA foreign_keys = {foreign_keys:d}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give the one write transaction of the database: committed at the end, rolled back on an exception."""
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a snapshot that nobody's commit changes while it is open; rolled back at the end: reading never writes."""
    with engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM alembic_version"))  # the snapshot begins with the first read
        yield connection
