"""`rasidegi seal`: a file for its receivers from the command line, and every exit code."""

import stat
from datetime import UTC, datetime

import pytest

from app.cli.main import main
from tests.services.receiver_keys import key_pair

CONTENT = "نتیجه آزمایشی".encode() * 100


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "result.json"
    path.write_bytes(CONTENT)
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_sealed_file_lies_beside_the_plain_one_which_is_told(plain, tmp_path, capsys):
    receiver = key_pair()
    assert main(["seal", str(plain), "--for", str(receiver.write(tmp_path))]) == 0

    sealed = tmp_path / "result.json.p7m"
    assert receiver.open(sealed.read_bytes()) == CONTENT
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600
    told = capsys.readouterr().out
    assert "-in result.json.p7m" in told
    assert "بی‌رمز سر جای خود مانده" in told
    assert plain.read_bytes() == CONTENT


def test_several_receivers_and_another_place(plain, tmp_path):
    first, second = key_pair(), key_pair("نظارت آزمایشی", 1)
    words = ["--for", str(first.write(tmp_path, "1.cer")), "--for", str(second.write(tmp_path, "2.cer"))]
    out = tmp_path / "for-them.p7m"
    assert main(["seal", str(plain), *words, "--out", str(out)]) == 0

    assert first.open(out.read_bytes()) == second.open(out.read_bytes()) == CONTENT
    assert names(tmp_path) == ["1.cer", "2.cer", "for-them.p7m", "result.json"]


@pytest.mark.parametrize(
    ("certificate", "words"),
    [
        (lambda folder: key_pair(bits=1024).write(folder), "۱۰۲۴ بیت"),
        (lambda folder: key_pair(end=datetime(2020, 1, 1, tzinfo=UTC)).write(folder), "پایان یافته"),
        (lambda folder: folder / "nowhere.cer", "خوانده نشد"),
        (lambda folder: folder / "result.json", "قالب PEM یا DER"),
    ],
)
def test_a_certificate_that_does_not_do_is_the_datas_fault(plain, tmp_path, capsys, certificate, words):
    assert main(["seal", str(plain), "--for", str(certificate(tmp_path))]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "result.json.p7m").exists()


def test_a_private_key_is_not_taken_for_a_certificate(plain, tmp_path, capsys):
    key = tmp_path / "key.pem"
    key.write_bytes(key_pair().private_pem)

    assert main(["seal", str(plain), "--for", str(key)]) == 2
    assert "کلید خصوصی" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_the_datas_fault(tmp_path, capsys):
    certificate = key_pair().write(tmp_path)
    assert main(["seal", str(tmp_path / "nowhere.json"), "--for", str(certificate)]) == 2
    assert "nowhere.json" in capsys.readouterr().err
    assert names(tmp_path) == ["receiver.cer"]


def test_the_plain_file_is_not_lost_to_the_sealed_one(plain, tmp_path, capsys):
    words = ["--for", str(key_pair().write(tmp_path)), "--out", str(plain)]
    assert main(["seal", str(plain), *words]) == 3
    assert "--out" in capsys.readouterr().err
    assert plain.read_bytes() == CONTENT


def test_a_folder_that_takes_nothing_is_the_machines_fault(plain, tmp_path, capsys):
    words = ["--for", str(key_pair().write(tmp_path)), "--out", str(tmp_path / "nowhere" / "x.p7m")]
    assert main(["seal", str(plain), *words]) == 4
    assert "نمی‌توان نوشت" in capsys.readouterr().err


def test_a_sealed_sheet_is_verified_only_once_it_was_opened(plain, tmp_path, capsys):
    main(["seal", str(plain), "--for", str(key_pair().write(tmp_path))])
    assert main(["verify", str(tmp_path / "result.json.p7m")]) == 2
    assert "رمز شده است" in capsys.readouterr().err


def test_a_sealed_file_does_not_take_the_place_of_a_folder(plain, tmp_path, capsys):
    (tmp_path / "folder").mkdir()
    words = ["--for", str(key_pair().write(tmp_path)), "--out", str(tmp_path / "folder")]
    assert main(["seal", str(plain), *words]) == 4
    assert names(tmp_path) == ["folder", "receiver.cer", "result.json"]


def test_without_a_receiver_nothing_is_sealed(plain, capsys):
    with pytest.raises(SystemExit) as left:
        main(["seal", str(plain)])
    assert left.value.code == 2
    assert "--for" in capsys.readouterr().err
