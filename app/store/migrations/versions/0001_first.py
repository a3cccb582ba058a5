"""The first schema: people, packs, submissions, claims, decisions, results, sheets, trail; and what guards them.

What a centre claimed and what a person said is refused every change by triggers; they bind the program and whoever
opens the file with another, and `OfficeStore.check` finds what was changed behind their back.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE settings (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (name)
) WITHOUT ROWID, STRICT;
CREATE TABLE users (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL,
    initials TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    certificate TEXT,
    active INTEGER NOT NULL,
    failed_attempts INTEGER NOT NULL,
    locked_until TEXT,
    CONSTRAINT pk_users PRIMARY KEY (id),
    CONSTRAINT uq_users_name UNIQUE (name),
    CONSTRAINT ck_users_named CHECK (name <> '' AND full_name <> '' AND initials <> ''),
    CONSTRAINT ck_users_password CHECK (password_hash <> ''),
    CONSTRAINT ck_users_active_flag CHECK (active IN (0, 1)),
    CONSTRAINT ck_users_not_negative CHECK (failed_attempts >= 0)
) STRICT;
CREATE TABLE packs (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    official INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    document TEXT NOT NULL,
    installed_at TEXT NOT NULL,
    installed_by INTEGER,
    CONSTRAINT pk_packs PRIMARY KEY (id),
    CONSTRAINT uq_packs_sha256 UNIQUE (sha256),
    CONSTRAINT ck_packs_official_flag CHECK (official IN (0, 1)),
    CONSTRAINT ck_packs_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT fk_packs_installed_by FOREIGN KEY(installed_by) REFERENCES users (id)
) STRICT;
CREATE TABLE submissions (
    id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    external_id TEXT NOT NULL,
    centre_id TEXT NOT NULL,
    centre_name TEXT,
    centre_kind TEXT NOT NULL,
    month TEXT NOT NULL,
    fund TEXT,
    insurer TEXT NOT NULL,
    document TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by INTEGER,
    CONSTRAINT pk_submissions PRIMARY KEY (id),
    CONSTRAINT uq_submissions_sha256 UNIQUE (sha256),
    CONSTRAINT ck_submissions_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_submissions_month CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
    CONSTRAINT fk_submissions_imported_by FOREIGN KEY(imported_by) REFERENCES users (id)
) STRICT;
CREATE TABLE claims (
    id INTEGER NOT NULL,
    submission_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    external_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    fund TEXT,
    patient_id TEXT NOT NULL,
    patient_name TEXT,
    service_day TEXT,
    claimed INTEGER NOT NULL,
    digest TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_claims PRIMARY KEY (id),
    CONSTRAINT uq_claims_submission_id_position UNIQUE (submission_id, position),
    CONSTRAINT uq_claims_submission_id_external_id UNIQUE (submission_id, external_id),
    CONSTRAINT ck_claims_digest_hex CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_claims_not_negative CHECK (claimed >= 0),
    CONSTRAINT ck_claims_version CHECK (version >= 1),
    CONSTRAINT ck_claims_state CHECK (state IN ('received', 'in_review', 'awaiting_supervisor', 'technically_done', 'in_accounting', 'closed', 'returned', 'referred')),
    CONSTRAINT fk_claims_submission_id FOREIGN KEY(submission_id) REFERENCES submissions (id)
) STRICT;
CREATE INDEX ix_claims_claimed_id ON claims (claimed, id);
CREATE INDEX ix_claims_patient_id_service_day ON claims (patient_id, service_day);
CREATE INDEX ix_claims_service_day_id ON claims (coalesce(service_day, ''), id);
CREATE INDEX ix_claims_state_id ON claims (state, id);
CREATE TABLE attachments (
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    added_by INTEGER NOT NULL,
    CONSTRAINT pk_attachments PRIMARY KEY (id),
    CONSTRAINT uq_attachments_claim_id_sha256 UNIQUE (claim_id, sha256),
    CONSTRAINT ck_attachments_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_attachments_not_negative CHECK (size >= 0),
    CONSTRAINT fk_attachments_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id),
    CONSTRAINT fk_attachments_added_by FOREIGN KEY(added_by) REFERENCES users (id)
) STRICT;
CREATE TABLE claim_documents (
    claim_id INTEGER NOT NULL,
    document TEXT NOT NULL,
    CONSTRAINT pk_claim_documents PRIMARY KEY (claim_id),
    CONSTRAINT fk_claim_documents_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id)
) STRICT;
CREATE TABLE lines (
    claim_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    section TEXT NOT NULL,
    code TEXT,
    title TEXT,
    quantity TEXT NOT NULL,
    day TEXT,
    claimed INTEGER NOT NULL,
    CONSTRAINT pk_lines PRIMARY KEY (claim_id, no),
    CONSTRAINT ck_lines_not_negative CHECK (claimed >= 0),
    CONSTRAINT fk_lines_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE results (
    claim_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    verdict TEXT NOT NULL,
    claimed INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    deducted INTEGER NOT NULL,
    patient_share INTEGER NOT NULL,
    insurer_share INTEGER NOT NULL,
    queries INTEGER NOT NULL,
    trial_figures INTEGER NOT NULL,
    rulebook TEXT NOT NULL,
    CONSTRAINT pk_results PRIMARY KEY (claim_id),
    CONSTRAINT ck_results_digest_hex CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_results_verdict CHECK (verdict IN ('approved', 'adjusted', 'rejected', 'query')),
    CONSTRAINT ck_results_trial_figures_flag CHECK (trial_figures IN (0, 1)),
    CONSTRAINT ck_results_not_negative CHECK (approved >= 0 AND deducted >= 0 AND patient_share >= 0 AND insurer_share >= 0 AND queries >= 0),
    CONSTRAINT ck_results_deducted CHECK (claimed - deducted = approved),
    CONSTRAINT ck_results_shared CHECK (patient_share + insurer_share = approved),
    CONSTRAINT fk_results_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id)
) STRICT;
CREATE INDEX ix_results_verdict_claim_id ON results (verdict, claim_id);
CREATE TABLE sheets (
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    signed_by INTEGER NOT NULL,
    signed_at TEXT NOT NULL,
    CONSTRAINT pk_sheets PRIMARY KEY (id),
    CONSTRAINT uq_sheets_sha256 UNIQUE (sha256),
    CONSTRAINT ck_sheets_digest_hex CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_sheets_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT fk_sheets_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id),
    CONSTRAINT fk_sheets_signed_by FOREIGN KEY(signed_by) REFERENCES users (id)
) STRICT;
CREATE INDEX ix_sheets_claim_id_id ON sheets (claim_id, id);
CREATE TABLE trail (
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor INTEGER,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    claim_id INTEGER,
    payload TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_trail PRIMARY KEY (seq),
    CONSTRAINT ck_trail_seq CHECK (seq >= 1),
    CONSTRAINT ck_trail_at_utc CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*' AND (at GLOB '*Z' OR at GLOB '*+00:00')),
    CONSTRAINT ck_trail_previous_hex CHECK (length(previous) = 64 AND previous NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_trail_hash_hex CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT uq_trail_hash UNIQUE (hash),
    CONSTRAINT fk_trail_actor FOREIGN KEY(actor) REFERENCES users (id),
    CONSTRAINT fk_trail_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id)
) STRICT;
CREATE INDEX ix_trail_claim_id_seq ON trail (claim_id, seq);
CREATE INDEX ix_trail_subject_seq ON trail (subject, seq);
CREATE TABLE decisions (
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    author INTEGER NOT NULL,
    at TEXT NOT NULL,
    result_digest TEXT NOT NULL,
    line INTEGER,
    rule TEXT,
    fact TEXT,
    value TEXT,
    value_kind TEXT,
    amount INTEGER,
    reason TEXT,
    undoes INTEGER,
    CONSTRAINT pk_decisions PRIMARY KEY (id),
    CONSTRAINT ck_decisions_kind CHECK (kind IN ('enter_fact', 'uphold', 'waive', 'set_amount', 'add_deduction', 'return', 'refer', 'undo')),
    CONSTRAINT ck_decisions_value_kind CHECK (value_kind IN ('bool', 'integer', 'decimal', 'text', 'date', 'datetime', 'list')),
    CONSTRAINT ck_decisions_fact CHECK ((kind = 'enter_fact') = (fact IS NOT NULL) AND (fact IS NULL) = (value IS NULL) AND (value IS NULL) = (value_kind IS NULL)),
    CONSTRAINT ck_decisions_rule CHECK (kind NOT IN ('uphold', 'waive') OR rule IS NOT NULL),
    CONSTRAINT ck_decisions_amount CHECK (kind NOT IN ('set_amount', 'add_deduction') OR amount IS NOT NULL),
    CONSTRAINT ck_decisions_undo CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
    CONSTRAINT ck_decisions_undoes_earlier CHECK (undoes < id),
    CONSTRAINT fk_decisions_claim_id_line FOREIGN KEY(claim_id, line) REFERENCES lines (claim_id, no),
    CONSTRAINT ck_decisions_not_negative CHECK (amount >= 0),
    CONSTRAINT fk_decisions_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id),
    CONSTRAINT fk_decisions_author FOREIGN KEY(author) REFERENCES users (id),
    CONSTRAINT uq_decisions_undoes UNIQUE (undoes),
    CONSTRAINT fk_decisions_undoes FOREIGN KEY(undoes) REFERENCES decisions (id)
) STRICT;
CREATE INDEX ix_decisions_claim_id_id ON decisions (claim_id, id);
CREATE TABLE result_lines (
    claim_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    CONSTRAINT pk_result_lines PRIMARY KEY (claim_id, no),
    CONSTRAINT ck_result_lines_not_negative CHECK (approved >= 0),
    CONSTRAINT fk_result_lines_claim_id FOREIGN KEY(claim_id) REFERENCES results (claim_id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
"""

SEARCH = """
CREATE VIRTUAL TABLE claim_search
USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
"""

APPEND_ONLY = (
    "packs",
    "submissions",
    "claim_documents",
    "lines",
    "decisions",
    "sheets",
    "attachments",
    "trail",
)
NEVER_DELETED = (*APPEND_ONLY, "users", "claims", "settings")
WRITTEN_BY_THE_CENTRE = (
    "id",
    "submission_id",
    "position",
    "external_id",
    "kind",
    "fund",
    "patient_id",
    "patient_name",
    "service_day",
    "claimed",
    "digest",
)


def _refuse(name: str, event: str, table: str, reason: str, condition: str = "1") -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
    )


def _triggers() -> list[str]:
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in WRITTEN_BY_THE_CENTRE)
    return [
        *(_refuse(f"{table}_kept", "DELETE", table, f"{table} are never deleted") for table in NEVER_DELETED),
        *(_refuse(f"{table}_fixed", "UPDATE", table, f"{table} are append-only") for table in APPEND_ONLY),
        _refuse("claims_fixed", "UPDATE", "claims", "what a centre claimed never changes", changed),
        _refuse("claims_forward", "UPDATE", "claims", "versions only go up", "NEW.version < OLD.version"),
        _refuse(
            "trail_in_order",
            "INSERT",
            "trail",
            "the trail has no gaps",
            "NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM trail)",
        ),
    ]


def _statements(script: str) -> list[str]:
    return [statement for part in script.split(";\n") if (statement := part.strip())]


def upgrade() -> None:
    for statement in [*_statements(TABLES), *_statements(SEARCH), *_triggers()]:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE claim_search")
    tables = [line.split()[2] for line in TABLES.splitlines() if line.startswith("CREATE TABLE")]
    for table in NEVER_DELETED:
        op.execute(f"DROP TRIGGER {table}_kept")  # dropping a table deletes its rows
    for table in reversed(tables):
        op.execute(f"DROP TABLE {table}")
