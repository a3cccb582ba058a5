"""The tables of an office, as SQLAlchemy Core sees them; their DDL and triggers are written in migrations/versions.

STRICT tables know INTEGER and TEXT only: rials are integers, quantities exact decimal text, days Jalali ISO text, times
ISO text in UTC, documents canonical JSON. What lists and statistics scan stands apart from the long documents.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
    text,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *items: SchemaItem, with_rowid: bool = True) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


def _integer(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def _to(target: Table, name: str, *, optional: bool = False, primary: bool = False) -> Column[int]:
    key = ForeignKey(target.c.id)
    return Column(name, Integer, key, nullable=optional, primary_key=primary, autoincrement=False)


def _one_of(name: str, *words: str) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{name} IN ({listed})", name=name)


def _sha256(name: str) -> CheckConstraint:
    return CheckConstraint(f"length({name}) = 64 AND {name} NOT GLOB '*[^0-9a-f]*'", name=f"{name}_hex")


def _flag(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_flag")


def _not_negative(*names: str) -> CheckConstraint:
    return CheckConstraint(" AND ".join(f"{name} >= 0" for name in names), name="not_negative")


users = _table(
    "users",
    _key(),
    _text("name"),
    _text("full_name"),
    _text("initials"),
    _text("roles"),
    _text("password_hash"),
    _text("certificate", optional=True),
    _integer("active"),
    _integer("failed_attempts"),
    _text("locked_until", optional=True),
    UniqueConstraint("name"),
    CheckConstraint("name <> '' AND full_name <> '' AND initials <> ''", name="named"),
    CheckConstraint("password_hash <> ''", name="password"),
    _flag("active"),
    _not_negative("failed_attempts"),
)

packs = _table(
    "packs",
    _key(),
    _text("name"),
    _text("issued_on"),
    _integer("official"),
    _text("sha256"),
    _text("document"),
    _text("installed_at"),
    _to(users, "installed_by", optional=True),
    UniqueConstraint("sha256"),
    _flag("official"),
    _sha256("sha256"),
)

submissions = _table(
    "submissions",
    _key(),
    _text("sha256"),
    _text("file_name"),
    _text("external_id"),
    _text("centre_id"),
    _text("centre_name", optional=True),
    _text("centre_kind"),
    _text("month"),
    _text("fund", optional=True),
    _text("insurer"),
    _text("document"),
    _text("imported_at"),
    _to(users, "imported_by", optional=True),
    UniqueConstraint("sha256"),
    _sha256("sha256"),
    CheckConstraint("month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'", name="month"),
)

claims = _table(
    "claims",
    _key(),
    _to(submissions, "submission_id"),
    _integer("position"),
    _text("external_id"),
    _text("kind"),
    _text("fund", optional=True),
    _text("patient_id"),
    _text("patient_name", optional=True),
    _text("service_day", optional=True),
    _integer("claimed"),
    _text("digest"),
    _text("state"),
    _integer("version"),
    UniqueConstraint("submission_id", "position"),
    UniqueConstraint("submission_id", "external_id"),
    _sha256("digest"),
    _not_negative("claimed"),
    CheckConstraint("version >= 1", name="version"),
    _one_of(
        "state",
        "received",
        "in_review",
        "awaiting_supervisor",
        "technically_done",
        "in_accounting",
        "closed",
        "returned",
        "referred",
    ),
    Index(None, "patient_id", "service_day"),
    Index(None, "claimed", "id"),
    Index("ix_claims_service_day_id", text("coalesce(service_day, '')"), "id"),
    Index(None, "state", "id"),
)

claim_documents = _table(
    "claim_documents",
    _to(claims, "claim_id", primary=True),
    _text("document"),
)

lines = _table(
    "lines",
    _to(claims, "claim_id", primary=True),
    Column("no", Integer, primary_key=True, autoincrement=False),
    _text("section"),
    _text("code", optional=True),
    _text("title", optional=True),
    _text("quantity"),
    _text("day", optional=True),
    _integer("claimed"),
    _not_negative("claimed"),
    with_rowid=False,
)

decisions = _table(
    "decisions",
    _key(),
    _to(claims, "claim_id"),
    _text("kind"),
    _to(users, "author"),
    _text("at"),
    _text("result_digest"),
    _integer("line", optional=True),
    _text("rule", optional=True),
    _text("fact", optional=True),
    _text("value", optional=True),
    _text("value_kind", optional=True),
    _integer("amount", optional=True),
    _text("reason", optional=True),
    Column("undoes", Integer, ForeignKey("decisions.id"), unique=True),
    _one_of("kind", "enter_fact", "uphold", "waive", "set_amount", "add_deduction", "return", "refer", "undo"),
    _one_of("value_kind", "bool", "integer", "decimal", "text", "date", "datetime", "list"),
    CheckConstraint(
        "(kind = 'enter_fact') = (fact IS NOT NULL)"
        " AND (fact IS NULL) = (value IS NULL) AND (value IS NULL) = (value_kind IS NULL)",
        name="fact",
    ),
    CheckConstraint("kind NOT IN ('uphold', 'waive') OR rule IS NOT NULL", name="rule"),
    CheckConstraint("kind NOT IN ('set_amount', 'add_deduction') OR amount IS NOT NULL", name="amount"),
    CheckConstraint("(kind = 'undo') = (undoes IS NOT NULL)", name="undo"),
    CheckConstraint("undoes < id", name="undoes_earlier"),
    ForeignKeyConstraint(["claim_id", "line"], [lines.c.claim_id, lines.c.no]),
    _not_negative("amount"),
    Index(None, "claim_id", "id"),
)

results = _table(
    "results",
    _to(claims, "claim_id", primary=True),
    _text("digest"),
    _text("verdict"),
    _integer("claimed"),
    _integer("approved"),
    _integer("deducted"),
    _integer("patient_share"),
    _integer("insurer_share"),
    _integer("queries"),
    _integer("trial_figures"),
    _text("rulebook"),
    _sha256("digest"),
    _one_of("verdict", "approved", "adjusted", "rejected", "query"),
    _flag("trial_figures"),
    _not_negative("approved", "deducted", "patient_share", "insurer_share", "queries"),
    CheckConstraint("claimed - deducted = approved", name="deducted"),
    CheckConstraint("patient_share + insurer_share = approved", name="shared"),
    Index(None, "verdict", "claim_id"),
)

result_lines = _table(
    "result_lines",
    Column(
        "claim_id",
        Integer,
        ForeignKey(results.c.claim_id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("no", Integer, primary_key=True, autoincrement=False),
    _integer("approved"),
    _not_negative("approved"),
    with_rowid=False,
)

sheets = _table(
    "sheets",
    _key(),
    _to(claims, "claim_id"),
    _integer("version"),
    _text("digest"),
    _text("sha256"),
    _text("file_name"),
    _to(users, "signed_by"),
    _text("signed_at"),
    UniqueConstraint("sha256"),
    _sha256("digest"),
    _sha256("sha256"),
    Index(None, "claim_id", "id"),
)

attachments = _table(
    "attachments",
    _key(),
    _to(claims, "claim_id"),
    _text("sha256"),
    _text("file_name"),
    _integer("size"),
    _text("added_at"),
    _to(users, "added_by"),
    UniqueConstraint("claim_id", "sha256"),
    _sha256("sha256"),
    _not_negative("size"),
)

settings = _table(
    "settings",
    Column("name", Text, primary_key=True),
    _text("value"),
    with_rowid=False,
)

trail = _table(
    "trail",
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _to(users, "actor", optional=True),
    _text("action"),
    _text("subject"),
    _to(claims, "claim_id", optional=True),
    _text("payload"),
    _text("previous"),
    _text("hash"),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint(
        "at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*'"
        " AND (at GLOB '*Z' OR at GLOB '*+00:00')",
        name="at_utc",
    ),
    _sha256("previous"),
    _sha256("hash"),
    UniqueConstraint("hash"),
    Index(None, "claim_id", "seq"),
    Index(None, "subject", "seq"),
)

claim_search = table("claim_search", column("rowid", Integer), column("text", Text))
"""The full text index of claims (FTS5, contentless, rowid = claims.id); outside the metadata, which knows no FTS5."""
