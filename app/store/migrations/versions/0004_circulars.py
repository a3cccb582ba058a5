"""What the circulars ask of the office's memory: inquiries about cover, and payment lists of reimbursements."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE inquiries (
    id INTEGER NOT NULL,
    patient_id TEXT NOT NULL,
    day TEXT NOT NULL,
    way TEXT NOT NULL,
    answer TEXT NOT NULL,
    tracking_code TEXT,
    kind TEXT NOT NULL,
    valid_to TEXT,
    asked_on TEXT NOT NULL,
    recorded_by INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    CONSTRAINT pk_inquiries PRIMARY KEY (id),
    CONSTRAINT ck_inquiries_way CHECK (way IN ('sms', 'ussd', 'mobile_app', 'web_darman', 'web_medical', 'api', 'telephone')),
    CONSTRAINT ck_inquiries_answer CHECK (answer IN ('covered', 'not_covered')),
    CONSTRAINT ck_inquiries_kind CHECK (kind IN ('general', 'special')),
    CONSTRAINT fk_inquiries_recorded_by FOREIGN KEY(recorded_by) REFERENCES users (id)
) STRICT;
CREATE INDEX ix_inquiries_patient_id_day_id ON inquiries (patient_id, day, id);
CREATE TABLE payment_lists (
    id INTEGER NOT NULL,
    insurer TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    made_by INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT pk_payment_lists PRIMARY KEY (id),
    CONSTRAINT ck_payment_lists_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT fk_payment_lists_made_by FOREIGN KEY(made_by) REFERENCES users (id)
) STRICT;
CREATE TABLE payment_list_claims (
    list_id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    iban TEXT NOT NULL,
    amount INTEGER NOT NULL,
    CONSTRAINT pk_payment_list_claims PRIMARY KEY (list_id, claim_id),
    CONSTRAINT ck_payment_list_claims_not_negative CHECK (amount >= 0),
    CONSTRAINT uq_payment_list_claims_claim_id UNIQUE (claim_id),
    CONSTRAINT fk_payment_list_claims_list_id FOREIGN KEY(list_id) REFERENCES payment_lists (id),
    CONSTRAINT fk_payment_list_claims_claim_id FOREIGN KEY(claim_id) REFERENCES claims (id)
) WITHOUT ROWID, STRICT;
"""
APPEND_ONLY = ("inquiries", "payment_lists", "payment_list_claims")


def upgrade() -> None:
    for statement in filter(None, (part.strip() for part in TABLES.split(";\n"))):
        op.execute(statement)
    for table in APPEND_ONLY:
        for name, event, reason in (("kept", "DELETE", "are never deleted"), ("fixed", "UPDATE", "are append-only")):
            op.execute(
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} WHEN 1 "
                f"BEGIN SELECT RAISE(ABORT, '{table} {reason}'); END"
            )


def downgrade() -> None:
    for table in reversed(APPEND_ONLY):
        op.execute(f"DROP TRIGGER {table}_kept")  # dropping a table deletes its rows
        op.execute(f"DROP TABLE {table}")
