"""The tables of the office's own work: voided sheets and keys, objections, samples, inquiries, payment lists, desks."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text

from app.domain.inquiries import InquiryWay
from app.store.claim_tables import claims, lines, sheets, submissions, users
from app.store.columns import flag, hex_sha256, not_negative, number, one_of, reference, row_key, strict_table, words

voided_sheets = strict_table(
    "voided_sheets",
    reference(sheets, "sheet_id", primary=True),
    reference(users, "voided_by"),
    words("voided_at"),
    words("reason"),
    CheckConstraint("reason <> ''", name="reason"),
)
"""The signed sheets that hold no longer; a sheet itself never changes."""

revoked_keys = strict_table(
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

assignments = strict_table(
    "assignments",
    reference(submissions, "submission_id", primary=True),
    reference(users, "reviewer", optional=True),
)
"""Whose work a submission is; nobody's again where the reviewer is empty."""

handovers = strict_table(
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

objections = strict_table(
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

samples = strict_table(
    "samples",
    row_key(),
    words("method"),
    number("seed"),
    words("criteria"),
    reference(users, "drawn_by"),
    words("drawn_at"),
)

sample_claims = strict_table(
    "sample_claims",
    reference(samples, "sample_id", primary=True),
    reference(claims, "claim_id", primary=True),
    number("position"),
    words("why"),
    with_rowid=False,
)

sample_verdicts = strict_table(
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

inquiries = strict_table(
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

payment_lists = strict_table(
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

payment_list_claims = strict_table(
    "payment_list_claims",
    reference(payment_lists, "list_id", primary=True),
    reference(claims, "claim_id", primary=True),
    number("position"),
    words("iban"),
    number("amount"),
    number("version", optional=True),
    number("due", optional=True),
    number("paid", optional=True),
    not_negative("amount", "due", "paid"),
    CheckConstraint("(version IS NULL) = (due IS NULL) AND (due IS NULL) = (paid IS NULL)", name="told"),
    CheckConstraint("version >= 1", name="version"),
    CheckConstraint("amount = abs(due - paid)", name="difference"),
    Index("uq_payment_list_claims_version", "claim_id", text("coalesce(version, 1)"), unique=True),
    with_rowid=False,
)
"""What each list pays of a version of a claim, or reclaims where less is due than was paid before.

A release before differences were paid left version, due and paid empty: it paid a claim once, and nothing before.
"""

desks = strict_table(
    "desks",
    reference(claims, "claim_id", primary=True),
    reference(users, "user_id"),
    words("desk"),
    words("since"),
    words("seen_at"),
    Index(None, "desk"),
)
"""Which claim lies on whose desk just now: no record of the office, but a notice to its other desks."""
