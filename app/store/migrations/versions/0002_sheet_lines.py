"""What each signed sheet pays: rials and kept units by line, append-only, so that a history never changes afterwards.

Offices of the first schema kept rials alone, and those of the latest result alone. Its units are known where the line
was paid whole or was of one unit; elsewhere they stay empty, and the claimed quantity goes on counting.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SHEET_LINES = """
CREATE TABLE sheet_lines (
    sheet_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    units TEXT,
    CONSTRAINT pk_sheet_lines PRIMARY KEY (sheet_id, no),
    CONSTRAINT ck_sheet_lines_not_negative CHECK (approved >= 0),
    CONSTRAINT fk_sheet_lines_sheet_id FOREIGN KEY(sheet_id) REFERENCES sheets (id)
) WITHOUT ROWID, STRICT
"""
WHAT_IS_KNOWN = """
INSERT INTO sheet_lines (sheet_id, no, approved, units)
SELECT sheets.id, lines.no, result_lines.approved,
       CASE WHEN result_lines.approved = 0 THEN '0'
            WHEN result_lines.approved = lines.claimed OR lines.quantity = '1' THEN lines.quantity END
FROM sheets
JOIN claims ON claims.id = sheets.claim_id AND claims.state NOT IN ('received', 'in_review')
JOIN lines ON lines.claim_id = claims.id
JOIN result_lines ON result_lines.claim_id = lines.claim_id AND result_lines.no = lines.no
WHERE sheets.id = (SELECT max(latest.id) FROM sheets AS latest WHERE latest.claim_id = claims.id)
"""


def upgrade() -> None:
    op.execute(SHEET_LINES)
    op.execute(WHAT_IS_KNOWN)
    for name, event, reason in (
        ("kept", "DELETE", "sheet_lines are never deleted"),
        ("fixed", "UPDATE", "sheet_lines are append-only"),
    ):
        op.execute(
            f"CREATE TRIGGER sheet_lines_{name} BEFORE {event} ON sheet_lines WHEN 1 "
            f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
        )


def downgrade() -> None:
    op.execute("DROP TRIGGER sheet_lines_kept")  # dropping a table deletes its rows
    op.execute("DROP TABLE sheet_lines")
