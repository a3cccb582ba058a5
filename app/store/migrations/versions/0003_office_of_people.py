"""The office of several people: red pen, supervisor's words, voided sheets, revoked keys, objections, samples, desks.

Tables whose conditions change are made anew with their rows, guards and indexes; columns that are added stay empty in
old rows, so that the digests in the trail still agree with them. Going back forgets what only the new tables hold.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE result_parts (
    claim_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    line INTEGER,
    rule TEXT,
    amount INTEGER NOT NULL,
    taker TEXT NOT NULL,
    CONSTRAINT pk_result_parts PRIMARY KEY (claim_id, seq),
    CONSTRAINT ck_result_parts_taker CHECK (taker IN ('engine', 'person', 'waived')),
    CONSTRAINT fk_result_parts_claim_id FOREIGN KEY(claim_id) REFERENCES results (claim_id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX ix_result_parts_rule_claim_id ON result_parts (rule, claim_id);
CREATE TABLE voided_sheets (
    sheet_id INTEGER NOT NULL,
    voided_by INTEGER NOT NULL,
    voided_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_voided_sheets PRIMARY KEY (sheet_id),
    CONSTRAINT ck_voided_sheets_reason CHECK (reason <> ''),
    CONSTRAINT fk_voided_sheets_sheet_id FOREIGN KEY(sheet_id) REFERENCES sheets (id),
    CONSTRAINT fk_voided_sheets_voided_by FOREIGN KEY(voided_by) REFERENCES users (id)
) STRICT;
CREATE TABLE revoked_keys (
    id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    serial TEXT NOT NULL,
    revoked_at TEXT NOT NULL,
    revoked_by INTEGER,
    reason TEXT NOT NULL,
    CONSTRAINT pk_revoked_keys PRIMARY KEY (id),
    CONSTRAINT uq_revoked_keys_serial UNIQUE (serial),
    CONSTRAINT ck_revoked_keys_told CHECK (serial <> '' AND reason <> ''),
    CONSTRAINT fk_revoked_keys_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_revoked_keys_revoked_by FOREIGN KEY(revoked_by) REFERENCES users (id)
) STRICT;
CREATE TABLE assignments (
    submission_id INTEGER NOT NULL,
    reviewer INTEGER,
    CONSTRAINT pk_assignments PRIMARY KEY (submission_id),
    CONSTRAINT fk_assignments_submission_id FOREIGN KEY(submission_id) REFERENCES submissions (id),
    CONSTRAINT fk_assignments_reviewer FOREIGN KEY(reviewer) REFERENCES users (id)
) STRICT;
CREATE TABLE handovers (
    id INTEGER NOT NULL,
    submission_id INTEGER NOT NULL,
    handed_on TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    handed_by INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_handovers PRIMARY KEY (id),
    CONSTRAINT ck_handovers_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT fk_handovers_submission_id FOREIGN KEY(submission_id) REFERENCES submissions (id),
    CONSTRAINT fk_handovers_handed_by FOREIGN KEY(handed_by) REFERENCES users (id)
) STRICT;
CREATE INDEX ix_handovers_submission_id_id ON handovers (submission_id, id);
CREATE TABLE objections (
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    line INTEGER,
    received_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    wanted INTEGER,
    recorded_by INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_objections PRIMARY KEY (id),
    CONSTRAINT fk_objections_claim_id_line FOREIGN KEY(claim_id, line) REFERENCES lines (claim_id, no),
    CONSTRAINT ck_objections_reason CHECK (reason <> ''),
    CONSTRAINT ck_objections_not_negative CHECK (wanted >= 0),
    CONSTRAINT fk_objections_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id),
    CONSTRAINT fk_objections_recorded_by FOREIGN KEY(recorded_by) REFERENCES users (id)
) STRICT;
CREATE INDEX ix_objections_claim_id_id ON objections (claim_id, id);
CREATE TABLE samples (
    id INTEGER NOT NULL,
    method TEXT NOT NULL,
    seed INTEGER NOT NULL,
    criteria TEXT NOT NULL,
    drawn_by INTEGER NOT NULL,
    drawn_at TEXT NOT NULL,
    CONSTRAINT pk_samples PRIMARY KEY (id),
    CONSTRAINT fk_samples_drawn_by FOREIGN KEY(drawn_by) REFERENCES users (id)
) STRICT;
CREATE TABLE sample_claims (
    sample_id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    why TEXT NOT NULL,
    CONSTRAINT pk_sample_claims PRIMARY KEY (sample_id, claim_id),
    CONSTRAINT fk_sample_claims_sample_id FOREIGN KEY(sample_id) REFERENCES samples (id),
    CONSTRAINT fk_sample_claims_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE sample_verdicts (
    id INTEGER NOT NULL,
    sample_id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    agreed INTEGER NOT NULL,
    note TEXT,
    judged_by INTEGER NOT NULL,
    judged_at TEXT NOT NULL,
    CONSTRAINT pk_sample_verdicts PRIMARY KEY (id),
    CONSTRAINT ck_sample_verdicts_agreed_flag CHECK (agreed IN (0, 1)),
    CONSTRAINT fk_sample_verdicts_sample_id FOREIGN KEY(sample_id) REFERENCES samples (id),
    CONSTRAINT fk_sample_verdicts_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id),
    CONSTRAINT fk_sample_verdicts_judged_by FOREIGN KEY(judged_by) REFERENCES users (id)
) STRICT;
CREATE INDEX ix_sample_verdicts_sample_id_claim_id ON sample_verdicts (sample_id, claim_id);
CREATE TABLE desks (
    claim_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    desk TEXT NOT NULL,
    since TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    CONSTRAINT pk_desks PRIMARY KEY (claim_id),
    CONSTRAINT fk_desks_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id),
    CONSTRAINT fk_desks_user_id FOREIGN KEY(user_id) REFERENCES users (id)
) STRICT;
CREATE INDEX ix_desks_desk ON desks (desk);
"""

APPEND_ONLY = (
    "voided_sheets",
    "revoked_keys",
    "handovers",
    "objections",
    "samples",
    "sample_claims",
    "sample_verdicts",
)
NEVER_DELETED = (*APPEND_ONLY, "assignments")

CHANGES = {
    "users": (
        (
            "locked_until TEXT,",
            "locked_until TEXT,\n    must_change_password INTEGER,",
        ),
        (
            "CHECK (active IN (0, 1)),",
            "CHECK (active IN (0, 1)),\n"
            "    CONSTRAINT ck_users_must_change_password_flag CHECK (must_change_password IN (0, 1)),",
        ),
    ),
    "claims": (("'closed', 'returned'", "'closed', 'objected', 'returned'"),),
    "decisions": (
        ("undoes INTEGER,", "undoes INTEGER,\n    pen TEXT,"),
        (
            "'refer', 'undo')),",
            "'refer', 'endorse', 'send_back', 'undo')),\n"
            "    CONSTRAINT ck_decisions_pen CHECK (pen IN ('green', 'red')),",
        ),
    ),
    "sheets": (
        ("signed_at TEXT NOT NULL,", "signed_at TEXT NOT NULL,\n    role TEXT,"),
        (
            "CONSTRAINT fk_sheets_claim_id",
            "CONSTRAINT ck_sheets_role CHECK (role IN ('reviewer', 'accountant')),\n    CONSTRAINT fk_sheets_claim_id",
        ),
    ),
    "result_lines": (
        ("approved INTEGER NOT NULL,", "approved INTEGER NOT NULL,\n    engine_approved INTEGER,"),
        ("CHECK (approved >= 0)", "CHECK (approved >= 0 AND engine_approved >= 0)"),
    ),
}
"""What changes in the words of each older table: what stood there, and what stands there now."""

WHAT_THE_OLDER_PROGRAM_KNOWS = (
    "UPDATE claims SET state = 'closed' WHERE state = 'objected'",
    "DELETE FROM decisions WHERE kind IN ('endorse', 'send_back')",
)


def _make_anew(table: str, words: str) -> None:
    """Make a table anew by its changed words, with the columns that both have, its indexes and its guards."""
    connection = op.get_bind()
    of_table = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type <> 'table' AND sql IS NOT NULL ORDER BY rowid"
    others = connection.exec_driver_sql(of_table, (table,)).scalars().all()
    op.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {table}")
    op.execute(f"DROP TABLE {table}")
    op.execute(words)
    names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    before = {row[1] for row in connection.exec_driver_sql("PRAGMA temp.table_info(kept)")}
    both = ", ".join(name for name in names if name in before)
    op.execute(f"INSERT INTO {table} ({both}) SELECT {both} FROM kept")
    op.execute("DROP TABLE kept")
    for statement in others:
        op.execute(statement)


def _words_of(table: str) -> str:
    found = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return str(found.scalar_one())


def upgrade() -> None:
    for table, changes in CHANGES.items():
        words = _words_of(table)
        for before, now in changes:
            words = words.replace(before, now)
        _make_anew(table, words)
    for statement in filter(None, (part.strip() for part in TABLES.split(";\n"))):
        op.execute(statement)
    for tables, name, event, reason in (
        (NEVER_DELETED, "kept", "DELETE", "are never deleted"),
        (APPEND_ONLY, "fixed", "UPDATE", "are append-only"),
    ):
        for table in tables:
            op.execute(
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} WHEN 1 "
                f"BEGIN SELECT RAISE(ABORT, '{table} {reason}'); END"
            )


def downgrade() -> None:
    made = [line.split()[2] for line in TABLES.splitlines() if line.startswith("CREATE TABLE")]
    for table in NEVER_DELETED:
        op.execute(f"DROP TRIGGER {table}_kept")  # dropping a table deletes its rows
    for table in reversed(made):
        op.execute(f"DROP TABLE {table}")
    guards = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'decisions_kept'").scalar_one()
    op.execute("DROP TRIGGER decisions_kept")
    for statement in WHAT_THE_OLDER_PROGRAM_KNOWS:
        op.execute(statement)
    op.execute(guards)
    for table, changes in CHANGES.items():
        words = _words_of(table)
        for before, now in reversed(changes):
            words = words.replace(now, before)
        _make_anew(table, words)
