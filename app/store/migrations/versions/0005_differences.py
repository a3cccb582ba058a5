"""Payments of what an objection changed, and the insurer of each claim where statistics find it at once.

A claim may stand on several payment lists, once in each of its versions; what earlier lists paid of it is written
beside what is due, and a guard compares the two. The added columns stay empty in rows of the release before, so that
the digests in the trail still agree with them: such a row paid a claim for the first time. A claim's insurer follows
from its document, which the digest covers. Going back, a claim that stands on several lists finds no room, and the
office stays as it was.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

PAYMENTS = "payment_list_claims"
NOT_NEGATIVE = "    CONSTRAINT ck_payment_list_claims_not_negative CHECK (amount >= 0),\n"
ONCE = "    CONSTRAINT uq_payment_list_claims_claim_id UNIQUE (claim_id),\n"
CHANGES = {
    "claims": (("    fund TEXT,\n", "    fund TEXT,\n    insurer TEXT NOT NULL,\n"),),
    PAYMENTS: (
        (
            "    amount INTEGER NOT NULL,\n",
            "    amount INTEGER NOT NULL,\n    version INTEGER,\n    due INTEGER,\n    paid INTEGER,\n",
        ),
        (
            NOT_NEGATIVE + ONCE,
            "    CONSTRAINT ck_payment_list_claims_not_negative CHECK (amount >= 0 AND due >= 0 AND paid >= 0),\n"
            "    CONSTRAINT ck_payment_list_claims_told"
            " CHECK ((version IS NULL) = (due IS NULL) AND (due IS NULL) = (paid IS NULL)),\n"
            "    CONSTRAINT ck_payment_list_claims_version CHECK (version >= 1),\n"
            "    CONSTRAINT ck_payment_list_claims_difference CHECK (amount = abs(due - paid)),\n",
        ),
    ),
}
"""What changes in the words of each table: what stood there, and what stands there now."""

INSURER_OF_CLAIM = """(
SELECT coalesce(CASE WHEN json_valid(written.document) THEN json_extract(written.document, '$.insurer') END, of.insurer)
FROM submissions AS of LEFT JOIN claim_documents AS written ON written.claim_id = kept.id
WHERE of.id = kept.submission_id
)"""
WRITTEN = ("fund IS NOT OLD.fund OR ", "fund IS NOT OLD.fund OR NEW.insurer IS NOT OLD.insurer OR ")
"""What the guard of the claims compares: before, and now."""

INDEXES = (
    "CREATE UNIQUE INDEX uq_payment_list_claims_version ON payment_list_claims (claim_id, coalesce(version, 1))",
    "CREATE INDEX ix_claims_insurer_id ON claims (insurer, id)",
)
GUARD = """
CREATE TRIGGER payment_list_claims_follow BEFORE INSERT ON payment_list_claims
WHEN coalesce(NEW.paid, 0) <> coalesce((
    SELECT coalesce(due, amount) FROM payment_list_claims
    WHERE claim_id = NEW.claim_id ORDER BY list_id DESC LIMIT 1
), 0)
BEGIN SELECT RAISE(ABORT, 'payment_list_claims never pay twice'); END
""".strip()


def _make_anew(table: str, words: str, values: dict[str, str], guards: tuple[str, str] = ("", "")) -> None:
    """Make a table anew by its changed words, with its rows, its indexes and its guards.

    `values` says how columns that were not there are filled, `guards` what is replaced in the words of its guards.
    """
    connection = op.get_bind()
    of_table = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type <> 'table' AND sql IS NOT NULL ORDER BY rowid"
    others = connection.exec_driver_sql(of_table, (table,)).scalars().all()
    op.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {table}")
    op.execute(f"DROP TABLE {table}")
    connection.exec_driver_sql(words)
    names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    before = {row[1] for row in connection.exec_driver_sql("PRAGMA temp.table_info(kept)")}
    filled = {name: name if name in before else values[name] for name in names if name in before or name in values}
    connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(filled)}) SELECT {', '.join(filled.values())} FROM kept")
    op.execute("DROP TABLE kept")
    for statement in others:
        connection.exec_driver_sql(statement.replace(*guards))


def _words_of(table: str) -> str:
    found = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return str(found.scalar_one())


def upgrade() -> None:
    for table, changes in CHANGES.items():
        words = _words_of(table)
        for before, now in changes:
            words = words.replace(before, now)
        _make_anew(table, words, {"insurer": INSURER_OF_CLAIM}, WRITTEN)
    for statement in (*INDEXES, GUARD):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    op.execute("DROP TRIGGER payment_list_claims_follow")
    op.execute("DROP INDEX ix_claims_insurer_id")
    op.execute("DROP INDEX uq_payment_list_claims_version")
    for table, changes in CHANGES.items():
        words = _words_of(table)
        for before, now in reversed(changes):
            words = words.replace(now, before)
        _make_anew(table, words, {}, (WRITTEN[1], WRITTEN[0]))
