"""Whatever byte of the office's truth is changed behind the program's back, the verification finds it."""

from pathlib import Path

import pytest
from office_samples import AT, a_claim, a_submission, fill, import_claims, raw, sha256, without_guards
from sqlalchemy import Integer

from app.domain.office import ClaimState
from app.errors import DataError
from app.store import OfficeStore
from app.store.schema import metadata
from app.store.sealing import SEALED_TABLES

TRUTH = [
    "users",
    "packs",
    "submissions",
    "claims",
    "claim_documents",
    "lines",
    "decisions",
    "sheets",
    "sheet_lines",
    "attachments",
    "settings",
    "assignments",
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
COLUMNS = [(table, column.name) for table in TRUTH for column in metadata.tables[table].columns]


def _findings(folder: Path) -> list[str]:
    with OfficeStore.open(folder) as store:
        return store.check()


def _tamper(folder: Path, *statements: str) -> None:
    with raw(folder) as connection:
        without_guards(connection)
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement


def _key_of(table: str) -> str:
    return ", ".join(column.name for column in metadata.tables[table].primary_key.columns)


def _changed(table: str, column: str) -> str:
    """Return SQL for another value of a column, such as one figure or letter more."""
    if isinstance(metadata.tables[table].c[column].type, Integer):
        return f"coalesce({column}, 0) + 1000"
    return f"CASE WHEN {column} GLOB '*1*' THEN replace({column}, '1', '2') ELSE coalesce({column}, '') || ' ' END"


def test_a_sound_office_has_no_findings(filled: OfficeStore) -> None:
    assert filled.check() == []


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_changed_byte_is_found(filled_folder: Path, table: str, column: str) -> None:
    key = _key_of(table)
    one_row = f"({key}) = (SELECT {key} FROM {table} ORDER BY {key} DESC LIMIT 1)"
    _tamper(filled_folder, f"UPDATE {table} SET {column} = {_changed(table, column)} WHERE {one_row}")
    by_content = [finding for finding in _findings(filled_folder) if "پایگاه داده" not in finding]
    assert by_content, f"{table}.{column}"


@pytest.mark.parametrize("table", TRUTH)
def test_a_deleted_row_is_found(filled_folder: Path, table: str) -> None:
    key = _key_of(table)
    one_row = f"({key}) = (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1)"
    _tamper(filled_folder, f"DELETE FROM {table} WHERE {one_row}")
    assert _findings(filled_folder)


OTHER = sha256("other")
INTRUDERS = {
    "users": "id = 7, name = 'intruder'",
    "packs": f"id = 7, sha256 = '{OTHER}'",
    "submissions": f"id = 7, sha256 = '{OTHER}'",
    "claims": "id = 7, position = 7, external_id = 'C-7'",
    "claim_documents": "claim_id = 7",
    "lines": "no = 7",
    "decisions": "id = 7, undoes = NULL",
    "sheets": f"id = 7, sha256 = '{OTHER}'",
    "sheet_lines": "no = 7",
    "attachments": f"id = 7, sha256 = '{OTHER}'",
    "settings": "name = 'intruder'",
    "voided_sheets": "sheet_id = 7",
    "revoked_keys": "id = 7, serial = '77'",
    "assignments": "submission_id = 7",
    "handovers": "id = 7",
    "objections": "id = 7",
    "samples": "id = 7",
    "sample_claims": "sample_id = 7",
    "sample_verdicts": "id = 7",
    "inquiries": "id = 7",
    "payment_lists": "id = 7",
    "payment_list_claims": "list_id = 7, claim_id = 7",
    "trail": f"seq = 7000, hash = '{OTHER}'",
}


@pytest.mark.parametrize("table", TRUTH)
def test_a_row_put_in_from_outside_is_found(filled_folder: Path, table: str) -> None:
    _tamper(
        filled_folder,
        f"CREATE TEMP TABLE intruder AS SELECT * FROM {table} LIMIT 1",
        f"UPDATE intruder SET {INTRUDERS[table]}",
        f"INSERT INTO {table} SELECT * FROM intruder",
    )
    assert _findings(filled_folder)


def test_the_newest_trail_entry_cannot_be_cut_off_while_its_row_stays(filled_folder: Path) -> None:
    _tamper(filled_folder, "DELETE FROM trail WHERE seq = (SELECT max(seq) FROM trail)")
    (finding,) = _findings(filled_folder)
    assert finding.startswith("استعلام استحقاق ۱:")


def test_two_trail_entries_cannot_change_places(filled_folder: Path) -> None:
    _tamper(
        filled_folder,
        "UPDATE trail SET seq = 1000 WHERE seq = 3",
        "UPDATE trail SET seq = 3 WHERE seq = 4",
        "UPDATE trail SET seq = 4 WHERE seq = 1000",
    )
    assert sum("زنجیره رد رویدادها شکسته" in finding for finding in _findings(filled_folder)) == 3


def test_a_replaced_row_is_found(filled_folder: Path) -> None:
    """REPLACE deletes without firing triggers in programs that do not ask SQLite for it."""
    with raw(filled_folder) as connection:
        connection.execute("PRAGMA recursive_triggers = OFF")
        connection.execute("REPLACE INTO decisions SELECT * FROM decisions WHERE id = 2")
        assert _findings(filled_folder) == []
        row = connection.execute("SELECT * FROM decisions WHERE id = 2").fetchone()
        changed = [6 if value == 5 else value for value in row]
        connection.execute(f"REPLACE INTO decisions VALUES ({', '.join('?' * len(row))})", changed)
    (finding,) = _findings(filled_folder)
    assert finding.startswith("نظر ۲:")


def test_the_place_of_a_changed_amount_is_named_and_the_sums_that_differ(filled_folder: Path) -> None:
    _tamper(filled_folder, "UPDATE lines SET claimed = claimed - 40000 WHERE claim_id = 2 AND no = 2")
    assert _findings(filled_folder) == [
        "سند C-2 (شماره ۲ دفتر): سند یا ردیف‌های آن همان نیست که وارد شده بود؛ بیرون از برنامه تغییر کرده است.",
        ("سند C-2 (شماره ۲ دفتر): جمع‌ها برابر نیست؛ سند ۲٬۷۹۰٬۰۰۰، ردیف‌ها ۲٬۷۵۰٬۰۰۰، متن سند ۲٬۷۹۰٬۰۰۰ ریال."),
    ]


def test_sums_that_were_falsified_together_with_the_digest_are_found(filled_folder: Path) -> None:
    _tamper(filled_folder, f"UPDATE claims SET digest = '{sha256('forged')}' WHERE id = 1")
    places = [finding.split(":")[0] for finding in _findings(filled_folder)]
    assert places == ["سند C-1 (شماره ۱ دفتر)", "درخواست هزینه ۱"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE result_lines SET approved = approved + 1",
        "DELETE FROM result_lines",
        "UPDATE results SET approved = approved + 1, deducted = deducted - 1, insurer_share = insurer_share + 1",
        "UPDATE results SET claimed = claimed + 1, deducted = deducted + 1",
    ],
)
def test_a_list_that_shows_other_sums_than_the_claims_is_found(filled_folder: Path, statement: str) -> None:
    _tamper(filled_folder, statement)
    (finding,) = _findings(filled_folder)
    assert finding.startswith("سند C-1 (شماره ۱ دفتر): نتیجه")


def test_a_document_that_is_no_json_any_more_is_found(filled_folder: Path) -> None:
    _tamper(filled_folder, "UPDATE claim_documents SET document = '{' WHERE claim_id = 1")
    _tamper(filled_folder, "UPDATE trail SET payload = '[]' WHERE seq = 2")
    places = {finding.split(":")[0] for finding in _findings(filled_folder)}
    assert {"سند C-1 (شماره ۱ دفتر)", "رد رویدادها، ردیف ۲"} <= places


def test_changed_and_missing_attachments_are_found(filled: OfficeStore) -> None:
    with filled.read() as view:
        (attachment,) = view.attachments.of_claim(1)
        path = view.attachments.path_of(attachment)
    path.write_bytes(b"another page")
    assert filled.check() == ["پیوست ۱ (scan.png): محتوای پرونده آن عوض شده است."]
    path.unlink()
    (finding,) = filled.check()
    assert str(path) in finding


@pytest.mark.parametrize(
    ("name", "place"),
    [("C-1.pdf", "برگ رسیدگی ۱"), ("report.pdf", "تحویل گزارش ۱"), ("payments.pdf", "فهرست پرداخت ۱")],
)
def test_changed_and_missing_sheets_are_found(filled: OfficeStore, name: str, place: str) -> None:
    path = filled.sheets_folder / name
    path.write_bytes(b"another sheet")
    assert filled.check() == [f"{place} ({name}): محتوای پرونده آن عوض شده است."]
    path.unlink()
    (finding,) = filled.check()
    assert str(path) in finding


def test_a_damaged_file_is_told_as_such(tmp_path: Path) -> None:
    with OfficeStore.create(tmp_path) as store:
        fill(store)
        import_claims(store, [a_claim(f"D-{number}") for number in range(400)], a_submission("S-2"))
    content = bytearray((tmp_path / "office.db").read_bytes())
    for page in range(len(content) // 4096 * 2 // 3, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    (tmp_path / "office.db").write_bytes(content)
    with OfficeStore.open(tmp_path) as store:
        findings = store.check()
    assert any("آسیب دیده" in finding or "خوانده نمی‌شود" in finding for finding in findings)


def test_a_move_of_a_claim_keeps_the_office_sound_and_a_forged_one_does_not(filled_folder: Path) -> None:
    with OfficeStore.open(filled_folder) as store, store.change(actor=1, at=AT) as unit:
        unit.claims.set_state(2, ClaimState.CLOSED)
    assert _findings(filled_folder) == []
    _tamper(filled_folder, "UPDATE claims SET state = 'received' WHERE id = 2")
    (finding,) = _findings(filled_folder)
    assert "وضعیت یا نسخه" in finding


def test_a_file_that_ends_too_soon_is_refused(filled_folder: Path) -> None:
    database = filled_folder / "office.db"
    database.write_bytes(database.read_bytes()[:5000])
    with pytest.raises(DataError, match="آسیب دیده"):
        OfficeStore.open(filled_folder)


def test_the_trail_replays_to_exactly_what_the_office_holds(filled: OfficeStore) -> None:
    told, held = filled.replay()
    assert told == held
    assert {subject.split("/")[0] for subject in held.rows} == set(SEALED_TABLES)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("decisions", "reason"),
        ("sheets", "version"),
        ("objections", "wanted"),
        ("assignments", "reviewer"),
        ("sample_claims", "position"),
        ("settings", "value"),
        ("claims", "version"),
    ],
)
def test_a_replay_shows_what_was_changed_from_outside(filled_folder: Path, table: str, column: str) -> None:
    _tamper(filled_folder, f"UPDATE {table} SET {column} = {_changed(table, column)}")
    with OfficeStore.open(filled_folder) as store:
        told, held = store.replay()
    assert told != held
