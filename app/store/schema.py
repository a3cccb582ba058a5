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

from app.domain.deduction_parts import Taker
from app.domain.findings import Pen, Verdict
from app.domain.inquiries import InquiryWay
from app.domain.office import ClaimState, DecisionKind, Role
from app.store.columns import flag, hex_sha256, not_negative, number, one_of, reference, row_key, words

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


users = _table(
    "users",
    row_key(),
    words("name"),
    words("full_name"),
    words("initials"),
    words("roles"),
    words("password_hash"),
    words("certificate", optional=True),
    number("active"),
    number("failed_attempts"),
    words("locked_until", optional=True),
    number("must_change_password", optional=True),
    UniqueConstraint("name"),
    CheckConstraint("name <> '' AND full_name <> '' AND initials <> ''", name="named"),
    CheckConstraint("password_hash <> ''", name="password"),
    flag("active"),
    flag("must_change_password"),
    not_negative("failed_attempts"),
)

packs = _table(
    "packs",
    row_key(),
    words("name"),
    words("issued_on"),
    number("official"),
    words("sha256"),
    words("document"),
    words("installed_at"),
    reference(users, "installed_by", optional=True),
    UniqueConstraint("sha256"),
    flag("official"),
    hex_sha256("sha256"),
)

submissions = _table(
    "submissions",
    row_key(),
    words("sha256"),
    words("file_name"),
    words("external_id"),
    words("centre_id"),
    words("centre_name", optional=True),
    words("centre_kind"),
    words("month"),
    words("fund", optional=True),
    words("insurer"),
    words("document"),
    words("imported_at"),
    reference(users, "imported_by", optional=True),
    UniqueConstraint("sha256"),
    hex_sha256("sha256"),
    CheckConstraint("month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'", name="month"),
)

claims = _table(
    "claims",
    row_key(),
    reference(submissions, "submission_id"),
    number("position"),
    words("external_id"),
    words("kind"),
    words("fund", optional=True),
    words("patient_id"),
    words("patient_name", optional=True),
    words("service_day", optional=True),
    number("claimed"),
    words("digest"),
    words("state"),
    number("version"),
    UniqueConstraint("submission_id", "position"),
    UniqueConstraint("submission_id", "external_id"),
    hex_sha256("digest"),
    not_negative("claimed"),
    CheckConstraint("version >= 1", name="version"),
    one_of("state", *ClaimState),
    Index(None, "patient_id", "service_day"),
    Index(None, "claimed", "id"),
    Index("ix_claims_service_day_id", text("coalesce(service_day, '')"), "id"),
    Index(None, "state", "id"),
)

claim_documents = _table(
    "claim_documents",
    reference(claims, "claim_id", primary=True),
    words("document"),
)

lines = _table(
    "lines",
    reference(claims, "claim_id", primary=True),
    Column("no", Integer, primary_key=True, autoincrement=False),
    words("section"),
    words("code", optional=True),
    words("title", optional=True),
    words("quantity"),
    words("day", optional=True),
    number("claimed"),
    not_negative("claimed"),
    with_rowid=False,
)

decisions = _table(
    "decisions",
    row_key(),
    reference(claims, "claim_id"),
    words("kind"),
    reference(users, "author"),
    words("at"),
    words("result_digest"),
    number("line", optional=True),
    words("rule", optional=True),
    words("fact", optional=True),
    words("value", optional=True),
    words("value_kind", optional=True),
    number("amount", optional=True),
    words("reason", optional=True),
    Column("undoes", Integer, ForeignKey("decisions.id"), unique=True),
    words("pen", optional=True),
    one_of("kind", *DecisionKind, "undo"),
    one_of("pen", *Pen),
    one_of("value_kind", "bool", "integer", "decimal", "text", "date", "datetime", "list"),
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
    not_negative("amount"),
    Index(None, "claim_id", "id"),
)

results = _table(
    "results",
    reference(claims, "claim_id", primary=True),
    words("digest"),
    words("verdict"),
    number("claimed"),
    number("approved"),
    number("deducted"),
    number("patient_share"),
    number("insurer_share"),
    number("queries"),
    number("trial_figures"),
    words("rulebook"),
    hex_sha256("digest"),
    one_of("verdict", *Verdict),
    flag("trial_figures"),
    not_negative("approved", "deducted", "patient_share", "insurer_share", "queries"),
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
    number("approved"),
    number("engine_approved", optional=True),
    not_negative("approved", "engine_approved"),
    with_rowid=False,
)

result_parts = _table(
    "result_parts",
    Column(
        "claim_id",
        Integer,
        ForeignKey(results.c.claim_id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    number("line", optional=True),
    words("rule", optional=True),
    number("amount"),
    words("taker"),
    one_of("taker", *Taker),
    Index(None, "rule", "claim_id"),
    with_rowid=False,
)
"""Who took what off a claim, for statistics and the sheets of a submission; a cache like the results themselves."""

sheets = _table(
    "sheets",
    row_key(),
    reference(claims, "claim_id"),
    number("version"),
    words("digest"),
    words("sha256"),
    words("file_name"),
    reference(users, "signed_by"),
    words("signed_at"),
    words("role", optional=True),
    UniqueConstraint("sha256"),
    hex_sha256("digest"),
    hex_sha256("sha256"),
    one_of("role", Role.REVIEWER, Role.ACCOUNTANT),
    Index(None, "claim_id", "id"),
)

sheet_lines = _table(
    "sheet_lines",
    reference(sheets, "sheet_id", primary=True),
    Column("no", Integer, primary_key=True, autoincrement=False),
    number("approved"),
    words("units", optional=True),
    not_negative("approved"),
    with_rowid=False,
)
"""What each signed sheet pays, for the patient's history; `units` is empty where an older release did not keep them."""

voided_sheets = _table(
    "voided_sheets",
    reference(sheets, "sheet_id", primary=True),
    reference(users, "voided_by"),
    words("voided_at"),
    words("reason"),
    CheckConstraint("reason <> ''", name="reason"),
)
"""The signed sheets that hold no longer; a sheet itself never changes."""

revoked_keys = _table(
    "revoked_keys",
    row_key(),
    reference(users, "user_id"),
    words("serial"),
    words("revoked_at"),
    reference(users, "revoked_by", optional=True),
    words("reason"),
    UniqueConstraint("serial"),
    CheckConstraint("serial <> '' AND reason <> ''", name="told"),
)
"""The certificates, by their serial numbers, of which a signature counts no longer from a time on."""

assignments = _table(
    "assignments",
    reference(submissions, "submission_id", primary=True),
    reference(users, "reviewer", optional=True),
)
"""Whose work a submission is; nobody's again where the reviewer is empty."""

handovers = _table(
    "handovers",
    row_key(),
    reference(submissions, "submission_id"),
    words("handed_on"),
    words("sha256"),
    words("file_name"),
    reference(users, "handed_by"),
    words("recorded_at"),
    hex_sha256("sha256"),
    Index(None, "submission_id", "id"),
)
"""The performance reports that a centre was given, each with the Jalali day from which the objection days run."""

objections = _table(
    "objections",
    row_key(),
    reference(claims, "claim_id"),
    number("version"),
    number("line", optional=True),
    words("received_on"),
    words("reason"),
    number("wanted", optional=True),
    reference(users, "recorded_by"),
    words("recorded_at"),
    ForeignKeyConstraint(["claim_id", "line"], [lines.c.claim_id, lines.c.no]),
    CheckConstraint("reason <> ''", name="reason"),
    not_negative("wanted"),
    Index(None, "claim_id", "id"),
)

samples = _table(
    "samples",
    row_key(),
    words("method"),
    number("seed"),
    words("criteria"),
    reference(users, "drawn_by"),
    words("drawn_at"),
)

sample_claims = _table(
    "sample_claims",
    reference(samples, "sample_id", primary=True),
    reference(claims, "claim_id", primary=True),
    number("position"),
    words("why"),
    with_rowid=False,
)

sample_verdicts = _table(
    "sample_verdicts",
    row_key(),
    reference(samples, "sample_id"),
    reference(claims, "claim_id"),
    number("agreed"),
    words("note", optional=True),
    reference(users, "judged_by"),
    words("judged_at"),
    flag("agreed"),
    Index(None, "sample_id", "claim_id"),
)

inquiries = _table(
    "inquiries",
    row_key(),
    words("patient_id"),
    words("day"),
    words("way"),
    words("answer"),
    words("tracking_code", optional=True),
    words("kind"),
    words("valid_to", optional=True),
    words("asked_on"),
    reference(users, "recorded_by"),
    words("recorded_at"),
    one_of("way", *InquiryWay),
    one_of("answer", "covered", "not_covered"),
    one_of("kind", "general", "special"),
    Index(None, "patient_id", "day", "id"),
)
"""What was asked about a person's cover on a day of service, once for every claim of that person and day."""

payment_lists = _table(
    "payment_lists",
    row_key(),
    words("insurer"),
    words("sha256"),
    words("file_name"),
    reference(users, "made_by"),
    words("made_at"),
    hex_sha256("sha256"),
)
"""The signed lists of reimbursements that are paid to insured persons."""

payment_list_claims = _table(
    "payment_list_claims",
    reference(payment_lists, "list_id", primary=True),
    reference(claims, "claim_id", primary=True),
    number("position"),
    words("iban"),
    number("amount"),
    not_negative("amount"),
    UniqueConstraint("claim_id"),
    with_rowid=False,
)

desks = _table(
    "desks",
    reference(claims, "claim_id", primary=True),
    reference(users, "user_id"),
    words("desk"),
    words("since"),
    words("seen_at"),
    Index(None, "desk"),
)
"""Which claim lies on whose desk just now: no record of the office, but a notice to its other desks."""

attachments = _table(
    "attachments",
    row_key(),
    reference(claims, "claim_id"),
    words("sha256"),
    words("file_name"),
    number("size"),
    words("added_at"),
    reference(users, "added_by"),
    UniqueConstraint("claim_id", "sha256"),
    hex_sha256("sha256"),
    not_negative("size"),
)

settings = _table(
    "settings",
    Column("name", Text, primary_key=True),
    words("value"),
    with_rowid=False,
)

trail = _table(
    "trail",
    Column("seq", Integer, primary_key=True, autoincrement=False),
    words("at"),
    reference(users, "actor", optional=True),
    words("action"),
    words("subject"),
    reference(claims, "claim_id", optional=True),
    words("payload"),
    words("previous"),
    words("hash"),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint(
        "at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*'"
        " AND (at GLOB '*Z' OR at GLOB '*+00:00')",
        name="at_utc",
    ),
    hex_sha256("previous"),
    hex_sha256("hash"),
    UniqueConstraint("hash"),
    Index(None, "claim_id", "seq"),
    Index(None, "subject", "seq"),
)

claim_search = table("claim_search", column("rowid", Integer), column("text", Text))
"""The full text index of claims (FTS5, contentless, rowid = claims.id); outside the metadata, which knows no FTS5."""
