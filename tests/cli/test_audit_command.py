"""`rasidegi audit`: one result a line in the order of the files, faults with their place on stderr, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest

from app.cli.main import main
from app.domain.persian import rials
from app.resources import resource
from app.services.shipped import shipped_packs
from tests.services.offices import PACKS, claim, claim_file, line

PACK_WORDS = [word for name in ("base", "imaging") for word in ("--pack", str(PACKS / f"{name}.pack.json"))]


@pytest.fixture
def write(tmp_path):
    def write_claims(name, *claims):
        path = tmp_path / name
        path.write_text(json.dumps(claim_file(*claims), ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write_claims


def audit(*words):
    return main(["audit", *PACK_WORDS, *words])


def test_each_file_is_one_line_of_the_contract_in_order(write, capsys):
    files = [write(f"{number}.json", claim(f"C-{number}", line(1, "700245", 100_000))) for number in (3, 1, 2)]
    assert audit(*files) == 0
    printed = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert [document["claims"][0]["id"] for document in printed] == ["C-3", "C-1", "C-2"]
    schema = json.loads(resource("contract", "audit-result.schema.json").read_text(encoding="utf-8"))
    for document in printed:
        jsonschema_rs.validator_for(schema).validate(document)
    assert printed[0]["reference_packs"] == ["test base", "test imaging"]


def test_a_faulty_file_has_no_line_and_the_others_have_theirs(write, capsys):
    bad = write("bad.json", claim("C-9", line(1, "700245", 100_000)) | {"service_date": "1395-00-01"})
    good = write("good.json", claim("C-1", line(1, "700245", 80_000)))
    assert audit(bad, good) == 2
    printed = capsys.readouterr()
    assert [json.loads(text)["claims"][0]["id"] for text in printed.out.splitlines()] == ["C-1"]
    assert "bad.json" in printed.err
    assert "C-9" in printed.err
    assert "service_date" in printed.err


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe{}", b"[]", b'{"format": "other"}', b"PK\x03\x04"])
def test_what_is_no_claim_file_is_said_so(tmp_path, capsys, content):
    path = tmp_path / "strange.json"
    path.write_bytes(content)
    assert audit(str(path)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "strange.json" in printed.err


def test_a_missing_file_and_a_folder_are_said_so(tmp_path, capsys):
    assert audit(str(tmp_path / "nowhere.json"), str(tmp_path)) == 2
    assert "nowhere.json" in capsys.readouterr().err


def test_a_faulty_pack_stops_everything(tmp_path, write, capsys):
    pack = tmp_path / "broken.pack.json"
    pack.write_text("{}", encoding="utf-8")
    assert main(["audit", "--pack", str(pack), write("a.json", claim("C-1", line(1, "700245", 1)))]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "broken.pack.json" in printed.err


def test_unknown_facts_may_pass(write, capsys):
    path = write("a.json", claim("C-1", line(1, "700245", 80_000), prescriber_stamp=None))
    assert audit(path) == 0
    assert json.loads(capsys.readouterr().out)["claims"][0]["verdict"] == "query"
    assert audit("--unknown", "pass", path) == 0
    assert json.loads(capsys.readouterr().out)["claims"][0]["verdict"] == "approved"


def test_the_arithmetic_of_one_claim_is_told_in_persian(write, capsys):
    path = write("a.json", claim("C-1", line(1, "700245", 100_000)))
    assert audit("--explain", "C-1", path) == 0
    told = capsys.readouterr().out
    for amount in (100_000, 80_000, 20_000, 24_000, 56_000):
        assert rials(amount) in told
    assert "GEN-15e" in told
    assert "بخش اول" in told


def test_a_claim_that_is_not_there_can_not_be_explained(write, capsys):
    assert audit("--explain", "C-2", write("a.json", claim("C-1", line(1, "700245", 100_000)))) == 2
    assert "C-2" in capsys.readouterr().err


def test_without_packs_those_of_the_program_are_used(write, capsys):
    assert main(["audit", write("a.json", claim("C-1", line(1, "701611", 100_000)))]) == 0
    assert len(json.loads(capsys.readouterr().out)["reference_packs"]) == len(shipped_packs())


def test_a_reader_that_stops_early_is_no_fault(write):
    files = [write(f"{number}.json", claim("C-1", line(1, "700245", 100_000))) for number in range(3)]
    command = [sys.executable, "-m", "app.cli.main", "audit", *PACK_WORDS, *files]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert told == ""
