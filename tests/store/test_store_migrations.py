"""The schema goes up and down whole, offices of every release open, and a copy is made before."""

import gzip
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from office_samples import DICTIONARY, raw, without_guards
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import IntegrityError

from app.errors import DataError, MachineError
from app.store import OfficeStore
from app.store.connection import connect_to, writing
from app.store.folder import OfficeFolder
from app.store.migration import (
    SCRIPTS,
    alembic_config,
    bring_up_to_date,
    newest_revision,
    revision_of,
)
from app.store.schema import metadata

RELEASES = Path(__file__).with_name("releases")
REVISIONS = sorted(path.name[:4] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))
NEXT = """
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade():
    op.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
    {then}


def downgrade():
    op.execute("DROP TABLE later")
"""


def _schema(database: Path) -> dict[tuple[str, str], str]:
    """Return the DDL of a database without its spacing; search and Alembic's own table aside."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT LIKE 'claim_search%' AND name NOT LIKE 'alembic%'"
        ).fetchall()
    return {
        (kind, name): re.sub(r"\s+", " ", sql).strip().replace("( ", "(").replace(" )", ")") for kind, name, sql in rows
    }


def _rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with raw(folder) as connection:
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in metadata.tables}


@pytest.fixture
def newer_scripts(tmp_path: Path) -> Path:
    """The program's revisions and one of a program still to be written."""
    return _scripts_with_next(tmp_path, "pass")


def _scripts_with_next(tmp_path: Path, then: str) -> Path:
    scripts = shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_later.py").write_text(NEXT.format(head=newest_revision(), then=then))
    return scripts


@pytest.fixture
def migrating(tmp_path: Path) -> Iterator[Connection]:
    database = tmp_path / "office.db"
    database.touch()
    engine = connect_to(database, foreign_keys=False)
    with writing(engine) as connection:
        yield connection
    engine.dispose()


def test_the_revisions_lead_to_the_schema_that_the_program_works_with(store: OfficeStore, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'plain.db'}")
    metadata.create_all(engine)
    engine.dispose()
    migrated = _schema(store.folder / "office.db")
    plain = _schema(tmp_path / "plain.db")
    assert {key: sql for key, sql in migrated.items() if key[0] != "trigger"} == plain


def test_the_revisions_stand_in_one_line_by_their_numbers() -> None:
    config = alembic_config(None)
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [newest_revision()]
    assert [script.revision for script in scripts.walk_revisions()][::-1] == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_going_back_one_revision_and_forth_again_changes_no_schema(
    migrating: Connection, tmp_path: Path, revision: str
) -> None:
    def schema() -> list[tuple[str, str, str]]:
        found = migrating.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY name")
        return [tuple(row) for row in found]

    config = alembic_config(migrating)
    command.upgrade(config, revision)
    before = schema()
    command.downgrade(config, "-1")
    command.upgrade(config, revision)
    assert schema() == before


def test_the_first_revision_goes_back_to_nothing(migrating: Connection) -> None:
    config = alembic_config(migrating)
    command.upgrade(config, REVISIONS[0])
    command.downgrade(config, "base")
    tables = migrating.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert [name for name in tables if not name.startswith(("alembic", "sqlite_"))] == []


@pytest.mark.parametrize("release", sorted(RELEASES.glob("*.db.gz")), ids=lambda path: path.name)
def test_the_office_of_every_release_opens_sound_and_whole(release: Path, tmp_path: Path) -> None:
    (tmp_path / "office.db").write_bytes(gzip.decompress(release.read_bytes()))
    with OfficeStore.open(tmp_path) as store:
        with store.read() as view:
            (submission,) = view.submissions.list(DICTIONARY)
            claims = list(view.claims.of_submission(submission.id, DICTIONARY))
            decisions = view.decisions.of_claim(1)
            (attachment,) = view.attachments.of_claim(1)
            view.attachments.path_of(attachment).write_bytes(b"a scanned page")
        for name, content in (("C-1.pdf", b"sheet"), ("report.pdf", b"report"), ("payments.pdf", b"payments")):
            (store.sheets_folder / name).write_bytes(content)
        assert store.check() == []
    assert (submission.claims, submission.claimed) == (2, sum(row.claim.claimed for row in claims))
    assert [decision.undone for decision in decisions] == [False, True]


@pytest.mark.parametrize(
    ("state", "approved", "quantity", "kept", "counted"),
    [
        ("closed", 1_840_000, "3", ["3"], [3]),
        ("closed", 613_333, "1", ["1"], [1]),
        ("closed", 613_333, "3", [None], [3]),
        ("closed", 0, "3", ["0"], []),
        ("in_review", 1_840_000, "3", [], []),
    ],
    ids=["paid whole", "of one unit", "cut, nobody knows how", "not paid", "open again"],
)
def test_a_line_of_the_first_schema_counts_with_the_units_that_are_known(
    tmp_path: Path, state: str, approved: int, quantity: str, *, kept: list[str | None], counted: list[int]
) -> None:
    (tmp_path / "office.db").write_bytes(gzip.decompress((RELEASES / "0001.db.gz").read_bytes()))
    with raw(tmp_path) as connection:
        without_guards(connection)
        connection.execute("UPDATE claims SET state = ? WHERE id = 1", [state])
        connection.execute("UPDATE lines SET quantity = ? WHERE claim_id = 1", [quantity])
        connection.execute("UPDATE result_lines SET approved = ? WHERE claim_id = 1", [approved])
    with OfficeStore.open(tmp_path) as store, store.read() as view:
        history = view.claims.history_of("0012345679", DICTIONARY)
    with raw(tmp_path) as connection:
        units = [row[0] for row in connection.execute("SELECT units FROM sheet_lines")]
    assert units == kept
    assert [past.quantity for past in history] == counted


def test_claims_and_payments_of_the_fourth_schema_get_what_the_fifth_asks_for(tmp_path: Path) -> None:
    (tmp_path / "office.db").write_bytes(gzip.decompress((RELEASES / "0004.db.gz").read_bytes()))
    with raw(tmp_path) as connection:
        without_guards(connection)
        tamin = "json_set(document, '$.insurer', 'tamin')"
        connection.execute(f"UPDATE claim_documents SET document = {tamin} WHERE claim_id = 2")
        before = connection.execute("SELECT list_id, claim_id, amount FROM payment_list_claims").fetchall()
    with OfficeStore.open(tmp_path) as store, store.read() as view:
        paid = [(one.list_id, one.payment) for claim_id in (1, 2) for one in view.payments.of_claim(claim_id)]
    with raw(tmp_path) as connection:
        insurers = connection.execute("SELECT insurer FROM claims ORDER BY id").fetchall()
    assert insurers == [("salamat",), ("tamin",)]
    assert [(number, one.claim_id, one.amount) for number, one in paid] == before
    assert {(one.version, one.paid) for _number, one in paid} == {(1, 0)}


def test_going_back_a_claim_on_several_lists_finds_no_room(filled_folder: Path) -> None:
    with raw(filled_folder) as connection:
        connection.execute(
            "INSERT INTO payment_lists SELECT 2, insurer, sha256, file_name, made_by, made_at FROM payment_lists"
        )
        connection.execute(
            "INSERT INTO payment_list_claims SELECT 2, 1, 1, iban, 4, 2, 9, 5 FROM payment_list_claims LIMIT 1"
        )
    before = _rows(filled_folder)
    engine = connect_to(filled_folder / "office.db", foreign_keys=False)
    with pytest.raises(IntegrityError, match=r"payment_list_claims\.claim_id"), writing(engine) as connection:
        command.downgrade(alembic_config(connection), "-1")
    engine.dispose()
    assert _rows(filled_folder) == before


def test_every_revision_has_the_stored_office_of_its_release() -> None:
    assert [path.name.split(".")[0] for path in sorted(RELEASES.glob("*.db.gz"))] == REVISIONS


def test_a_copy_is_made_before_a_migration_and_nothing_is_lost(filled_folder: Path, newer_scripts: Path) -> None:
    before = _rows(filled_folder)
    bring_up_to_date(OfficeFolder(filled_folder), newer_scripts)
    (copy,) = (filled_folder / "backups").iterdir()
    assert re.fullmatch(rf"office-{newest_revision()}-\d{{8}}T\d{{12}}Z\.db", copy.name)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert (revision_of(copy), revision_of(filled_folder / "office.db")) == (newest_revision(), "9999")
    assert _rows(filled_folder) == before
    restored = filled_folder.parent / "restored"
    restored.mkdir()
    copy.rename(restored / "office.db")
    assert _rows(restored) == before


def test_an_office_at_the_programs_schema_is_not_copied(filled_folder: Path) -> None:
    OfficeStore.open(filled_folder).close()
    assert list((filled_folder / "backups").iterdir()) == []


def test_an_office_of_a_newer_program_is_refused_and_left_alone(filled_folder: Path, newer_scripts: Path) -> None:
    bring_up_to_date(OfficeFolder(filled_folder), newer_scripts)
    before = _rows(filled_folder)
    with pytest.raises(DataError, match="نسخه تازه‌تری"):
        OfficeStore.open(filled_folder)
    assert _rows(filled_folder) == before
    assert revision_of(filled_folder / "office.db") == "9999"


@pytest.mark.parametrize(
    ("then", "refused"),
    [
        ("raise ArithmeticError", ArithmeticError),
        ("op.execute('DROP TRIGGER users_kept'); op.execute('DELETE FROM users')", MachineError),
    ],
    ids=["a fault half-way", "references left hanging"],
)
def test_a_migration_that_fails_leaves_the_office_as_it_was(
    filled_folder: Path, tmp_path: Path, then: str, refused: type[Exception]
) -> None:
    before, schema = _rows(filled_folder), _schema(filled_folder / "office.db")
    with pytest.raises(refused):
        bring_up_to_date(OfficeFolder(filled_folder), _scripts_with_next(tmp_path, then))
    assert _rows(filled_folder) == before
    assert _schema(filled_folder / "office.db") == schema
    with OfficeStore.open(filled_folder) as store:
        assert store.check() == []
