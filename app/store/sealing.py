"""Digests of stored rows: what the trail remembers of a row, so that a change from outside is found."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table

from app.domain.assessment import canonical_json
from app.store import schema

SEALED_TABLES: Mapping[str, Table] = {
    "user": schema.users,
    "pack": schema.packs,
    "submission": schema.submissions,
    "decision": schema.decisions,
    "sheet": schema.sheets,
    "attachment": schema.attachments,
    "setting": schema.settings,
    "voided": schema.voided_sheets,
    "revocation": schema.revoked_keys,
    "assignment": schema.assignments,
    "handover": schema.handovers,
    "objection": schema.objections,
    "sample": schema.samples,
    "verdict": schema.sample_verdicts,
    "inquiry": schema.inquiries,
    "payments": schema.payment_lists,
}
"""The tables of which each row agrees with its latest trail entry, by the word that begins its subject."""

PART_TABLES: Mapping[str, tuple[Table, str]] = {
    "sheet": (schema.sheet_lines, "sheet_id"),
    "sample": (schema.sample_claims, "sample_id"),
    "payments": (schema.payment_list_claims, "list_id"),
}
"""The tables whose rows are parts of a sealed row and told with it, by its word, with the column that names it."""

UNTOLD_COLUMNS = frozenset({"password_hash", "certificate", "document"})
"""The columns that the trail seals but does not repeat: secret, or long."""

UNSEALED_COLUMNS = frozenset({"state", "version", "digest", "insurer"})
"""The columns of a claim that its digest leaves out: the trail tells the first two, the third is the digest.

The insurer came with a later release and follows from the document; the check of the office compares them.
"""

Row = Mapping[Any, Any]


def sha256_of(document: Any) -> str:
    """Return the SHA-256 of a document's canonical JSON."""
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def row_digest(row: Row) -> str:
    """Return the digest of a row's filled columns; a column that a later version adds empty does not change it."""
    return sha256_of({name: value for name, value in row.items() if value is not None})


def rows_digest(rows: Iterable[Row]) -> str:
    """Return the digest of rows in their order."""
    return sha256_of([row_digest(row) for row in rows])


def claim_digest(claim: Row, document: str, lines: Iterable[Row]) -> str:
    """Return the digest of all that a centre wrote of a claim: its row, its document and its lines in order."""
    written = {name: value for name, value in claim.items() if name not in UNSEALED_COLUMNS}
    return sha256_of([row_digest(written), document, [row_digest(line) for line in lines]])


def key_column(table: Table) -> ColumnElement[Any]:
    """Return the one column of a table's primary key."""
    (key,) = table.primary_key.columns
    return key


def subject_of(word: str, key: object) -> str:
    """Return the name by which the trail calls a row, such as decision/7."""
    return f"{word}/{key}"
