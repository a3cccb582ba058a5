"""The database itself refuses what would falsify it, whatever program opens the file."""

import sqlite3
from pathlib import Path

import pytest
from office_samples import raw

from app.store.schema import metadata

APPEND_ONLY = [
    "packs",
    "submissions",
    "claim_documents",
    "lines",
    "decisions",
    "sheets",
    "sheet_lines",
    "attachments",
    "voided_sheets",
    "revoked_keys",
    "handovers",
    "objections",
    "samples",
    "sample_claims",
    "sample_verdicts",
    "inquiries",
    "payment_lists",
    "payment_list_claims",
    "trail",
]
NEVER_DELETED = [*APPEND_ONLY, "users", "claims", "settings", "assignments"]


def _columns(table: str) -> list[str]:
    return [column.name for column in metadata.tables[table].columns]


@pytest.mark.parametrize("table", NEVER_DELETED)
def test_rows_are_never_deleted(filled_folder: Path, table: str) -> None:
    with raw(filled_folder) as connection, pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        connection.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in APPEND_ONLY for column in _columns(table)])
def test_what_is_written_once_never_changes(filled_folder: Path, table: str, column: str) -> None:
    with raw(filled_folder) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("column", [name for name in _columns("claims") if name not in {"state", "version"}])
def test_of_a_claim_only_state_and_version_move(filled_folder: Path, column: str) -> None:
    with raw(filled_folder) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            connection.execute(f"UPDATE claims SET {column} = 7")
        connection.execute("UPDATE claims SET state = 'closed', version = version + 1")
        with pytest.raises(sqlite3.IntegrityError, match="only go up"):
            connection.execute("UPDATE claims SET version = 1")


def test_a_hidden_name_of_the_key_is_no_way_around(filled_folder: Path) -> None:
    with raw(filled_folder) as connection, pytest.raises(sqlite3.IntegrityError, match="never changes"):
        connection.execute("UPDATE claims SET rowid = rowid + 10")


def test_the_trail_has_no_gaps(filled_folder: Path) -> None:
    link = "'2026', NULL, 'decided', 'decision/1', NULL, '{}', printf('%064d', 0), printf('%064d', 1)"
    with raw(filled_folder) as connection, pytest.raises(sqlite3.IntegrityError, match="no gaps"):
        connection.execute(f"INSERT INTO trail VALUES (999, {link})")


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("UPDATE users SET active = 'yes'", "cannot store TEXT value in INTEGER column"),
        ("UPDATE users SET active = 2", "CHECK constraint failed: ck_users_active_flag"),
        ("UPDATE users SET failed_attempts = -1", "ck_users_not_negative"),
        ("UPDATE users SET initials = ''", "ck_users_named"),
        ("UPDATE users SET name = NULL", "NOT NULL"),
        ("UPDATE claims SET state = 'forgotten'", "ck_claims_state"),
        ("UPDATE claims SET version = 1.5", "cannot store REAL value"),
        ("UPDATE results SET approved = approved + 1", "ck_results"),
        ("UPDATE results SET insurer_share = insurer_share + 1", "ck_results_shared"),
        ("UPDATE results SET verdict = 'maybe'", "ck_results_verdict"),
        ("UPDATE results SET trial_figures = 3", "ck_results_trial_figures_flag"),
        ("UPDATE result_lines SET approved = -1", "ck_result_lines_not_negative"),
        ("INSERT INTO result_lines VALUES (99, 1, 0, 0)", "FOREIGN KEY"),
        ("INSERT INTO claim_documents VALUES (99, '{}')", "FOREIGN KEY"),
        ("INSERT INTO lines VALUES (99, 1, 'imaging', NULL, NULL, '1', NULL, 5)", "FOREIGN KEY"),
        ("INSERT INTO lines VALUES (1, 7, 'imaging', NULL, NULL, '1', NULL, -5)", "ck_lines_not_negative"),
        ("INSERT INTO lines VALUES (1, 7, 'imaging', NULL, NULL, '1', NULL, 'five')", "cannot store TEXT"),
    ],
)
def test_strict_types_checks_and_references_refuse(filled_folder: Path, statement: str, refused: str) -> None:
    with raw(filled_folder) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match=refused):
            connection.execute(statement)


_DECISION = {
    "claim_id": 1,
    "kind": "waive",
    "author": 1,
    "at": "2026-11-22T08:30:00Z",
    "result_digest": "b",
    "rule": "GEN-15e",
}


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"kind": "shrug"}, "ck_decisions_kind"),
        ({"rule": None}, "ck_decisions_rule"),
        ({"kind": "set_amount", "line": 1}, "ck_decisions_amount"),
        ({"kind": "set_amount", "line": 1, "amount": -1}, "ck_decisions_not_negative"),
        ({"kind": "enter_fact"}, "ck_decisions_fact"),
        ({"kind": "enter_fact", "fact": "side"}, "ck_decisions_fact"),
        ({"fact": "side", "value": "1", "value_kind": "integer"}, "ck_decisions_fact"),
        ({"kind": "enter_fact", "fact": "side", "value": "1", "value_kind": "float"}, "ck_decisions_value_kind"),
        ({"kind": "undo"}, "ck_decisions_undo"),
        ({"undoes": 1}, "ck_decisions_undo"),
        ({"kind": "undo", "undoes": 2}, "UNIQUE"),
        ({"kind": "undo", "undoes": 77}, "ck_decisions_undoes_earlier"),
        ({"claim_id": 99}, "FOREIGN KEY"),
        ({"line": 9}, "FOREIGN KEY"),
        ({"author": 9}, "FOREIGN KEY"),
        ({"author": None}, "NOT NULL"),
    ],
)
def test_a_decision_that_says_nothing_whole_is_refused(
    filled_folder: Path, changes: dict[str, object], refused: str
) -> None:
    decision = _DECISION | changes
    with raw(filled_folder) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match=refused):
            connection.execute(
                f"INSERT INTO decisions ({', '.join(decision)}) VALUES ({', '.join('?' * len(decision))})",
                tuple(decision.values()),
            )
