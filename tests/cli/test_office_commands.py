"""`rasidegi check`, `verify` and `sample`, over real offices and real sheets."""

import json
import shlex
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli.main import main
from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review
from app.services.sign_off import sign
from app.services.staff import Staff
from app.store.office import OfficeStore
from tests.services.offices import NAME, PASSWORD, add_claims, claim, line, make_office, ticking_clock


@pytest.fixture
def signed(tmp_path):
    """An office with one signed sheet: the office's folder and the sheet."""
    office, session = make_office(tmp_path / "office")
    (claim_id,) = add_claims(office, session, claim("C-1", line(1, "T-CHEST", 60_000)))
    path = sign(office, session, Review(office, session).open(claim_id))
    office.close()
    return tmp_path / "office", path


def test_a_sound_office_is_told_so(signed, capsys):
    folder, _sheet = signed
    assert main(["check", "--office", str(folder)]) == 0
    assert "سالم" in capsys.readouterr().out


def test_a_changed_byte_is_found(signed, capsys):
    folder, _sheet = signed
    with sqlite3.connect(folder / "office.db") as store:
        for (trigger,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            store.execute(f'DROP TRIGGER "{trigger}"')
        store.execute("UPDATE lines SET claimed = claimed + 1")
    store.close()
    assert main(["check", "--office", str(folder)]) == 1
    assert capsys.readouterr().err


def test_an_office_that_is_not_there_is_not_made(tmp_path, capsys):
    assert main(["check", "--office", str(tmp_path / "nowhere")]) == 3
    assert not (tmp_path / "nowhere").exists()
    assert "--office" in capsys.readouterr().err


def test_a_signed_sheet_is_verified_against_its_office(signed, capsys):
    folder, sheet = signed
    assert main(["verify", "--office", str(folder), str(sheet)]) == 0
    assert "مینا رستگار" in capsys.readouterr().out


def test_a_revoked_key_is_told_with_its_dates(signed, capsys):
    folder, sheet = signed
    office = Office(OfficeStore.open(folder), ticking_clock(datetime(2016, 7, 2, 8, tzinfo=UTC)))
    session = sign_in(office, NAME, PASSWORD)
    Staff(office, session).revoke_key(session.user.id, "کلید گم شده است")
    office.close()
    assert main(["verify", "--office", str(folder), str(sheet)]) == 0
    told = capsys.readouterr().out
    assert "«کلید گم شده است»" in told
    assert "۱۳۹۵/۰۴/۱۲" in told
    assert "برقرار است" in told


def test_a_changed_sheet_is_refused(signed, tmp_path, capsys):
    folder, sheet = signed
    forged = tmp_path / "forged.pdf"
    content = bytearray(sheet.read_bytes())
    content[len(content) // 2] ^= 1
    forged.write_bytes(content)
    assert main(["verify", "--office", str(folder), str(forged)]) == 1
    assert capsys.readouterr().out


def test_what_is_no_sheet_is_said_so(signed, tmp_path, capsys):
    folder, _sheet = signed
    assert main(["verify", "--office", str(folder), str(tmp_path / "nowhere.pdf")]) == 2
    plain = tmp_path / "plain.pdf"
    plain.write_text("no sheet", encoding="utf-8")
    assert main(["verify", "--office", str(folder), str(plain)]) == 1


def test_a_sample_is_written_and_named_as_synthetic(tmp_path):
    path = tmp_path / "sample.json"
    assert main(["sample", "--claims", "5", "--seed", "1", "--out", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["submission"]["id"].startswith("SYNTHETIC-")


@pytest.mark.parametrize("claims", ["0", "-3"])
def test_a_sample_without_claims_is_refused(tmp_path, claims, capsys):
    path = tmp_path / "sample.json"
    assert main(["sample", "--claims", claims, "--seed", "1", "--out", str(path)]) == 3
    assert "--claims" in capsys.readouterr().err
    assert not path.exists()


def test_the_sample_says_how_it_is_audited(tmp_path, capsys):
    main(["sample", "--claims", "5", "--seed", "1", "--out", str(tmp_path / "sample.json")])
    words = shlex.split(capsys.readouterr().out.partition("rasidegi ")[2])
    assert main(words) == 0
    assert len(json.loads(capsys.readouterr().out)["claims"]) == 5


def test_a_machine_without_a_screen_is_told_so(tmp_path):
    command = [sys.executable, "-m", "app.cli.main", "desk", "--office", str(tmp_path / "office")]
    root = Path(__file__).parents[2]
    without_screen = {"PYTHONPATH": str(root)}
    done = subprocess.run(
        command, cwd=root, env=without_screen, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 4
    assert "--screenshot" in done.stderr


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("rasidegi ")
