"""The kinds of column and condition that the tables of an office are made of, and the tables' common frame."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

from app.domain.reasons import too_long
from app.errors import UseError

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def strict_table(name: str, *items: SchemaItem, with_rowid: bool = True) -> Table:
    """Return a table that refuses values of other types than its columns'."""
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def row_key() -> Column[int]:
    """Return the key that SQLite counts up."""
    return Column("id", Integer, primary_key=True)


def words(name: str, *, optional: bool = False) -> Column[str]:
    """Return a column of text."""
    return Column(name, Text, nullable=optional)


def number(name: str, *, optional: bool = False) -> Column[int]:
    """Return a column of whole numbers, such as rials."""
    return Column(name, Integer, nullable=optional)


def reference(target: Table, name: str, *, optional: bool = False, primary: bool = False) -> Column[int]:
    """Return a column that names a row of another table."""
    key = ForeignKey(target.c.id)
    return Column(name, Integer, key, nullable=optional, primary_key=primary, autoincrement=False)


def part_of(whole: Column[int]) -> Column[int]:
    """Return the column by which a row is a part of a cached one, and goes with it."""
    key = ForeignKey(whole, ondelete="CASCADE")
    return Column(whole.name, Integer, key, primary_key=True, autoincrement=False)


def one_of(name: str, *allowed: str) -> CheckConstraint:
    """Allow a column only these words."""
    listed = ", ".join(f"'{word}'" for word in allowed)
    return CheckConstraint(f"{name} IN ({listed})", name=name)


def hex_sha256(name: str) -> CheckConstraint:
    """Allow a column only a SHA-256 in hexadecimal."""
    return CheckConstraint(f"length({name}) = 64 AND {name} NOT GLOB '*[^0-9a-f]*'", name=f"{name}_hex")


def flag(name: str) -> CheckConstraint:
    """Allow a column only 0 and 1."""
    return CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_flag")


def not_negative(*names: str) -> CheckConstraint:
    """Allow columns no number below zero."""
    return CheckConstraint(" AND ".join(f"{name} >= 0" for name in names), name="not_negative")


def expect_short(words: str | None) -> None:
    """Raise UseError for a reason or note that finds no room on a sheet."""
    reason = too_long(words)
    if reason is not None:
        raise UseError(reason)
