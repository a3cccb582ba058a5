"""The tables of people, packs, claims, what was said of them, their results and sheets, and the trail.

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
    Text,
    UniqueConstraint,
    column,
    table,
    text,
)

from app.domain.deduction_parts import Taker
from app.domain.findings import Pen, Verdict
from app.domain.office import ClaimState, DecisionKind, Role
from app.store.columns import (
    flag,
    hex_sha256,
    not_negative,
    number,
    one_of,
    part_of,
    reference,
    row_key,
    strict_table,
    words,
)

users = strict_table(
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

packs = strict_table(
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

submissions = strict_table(
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

claims = strict_table(
    "claims",
    row_key(),
    reference(submissions, "submission_id"),
    number("position"),
    words("external_id"),
    words("kind"),
    words("fund", optional=True),
    words("insurer"),
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
    Index(None, "insurer", "id"),
)
"""`fund` and `insurer` are the claim's own, or its submission's where it names none."""

claim_documents = strict_table(
    "claim_documents",
    reference(claims, "claim_id", primary=True),
    words("document"),
)

lines = strict_table(
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

decisions = strict_table(
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

results = strict_table(
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

result_lines = strict_table(
    "result_lines",
    part_of(results.c.claim_id),
    Column("no", Integer, primary_key=True, autoincrement=False),
    number("approved"),
    number("engine_approved", optional=True),
    not_negative("approved", "engine_approved"),
    with_rowid=False,
)

result_parts = strict_table(
    "result_parts",
    part_of(results.c.claim_id),
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

sheets = strict_table(
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

sheet_lines = strict_table(
    "sheet_lines",
    reference(sheets, "sheet_id", primary=True),
    Column("no", Integer, primary_key=True, autoincrement=False),
    number("approved"),
    words("units", optional=True),
    not_negative("approved"),
    with_rowid=False,
)
"""What each signed sheet pays, for the patient's history; `units` is empty where an older release did not keep them."""

attachments = strict_table(
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

settings = strict_table(
    "settings",
    Column("name", Text, primary_key=True),
    words("value"),
    with_rowid=False,
)

trail = strict_table(
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
