"""What leaves an office as a file: whole or not at all, its owner's alone, and for a receiver nowhere plain."""

import errno
import os
import stat
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import DataError, MachineError, UseError
from app.services.exports import export_path, kind_of, seal_file, write_export
from app.services.receivers import Receivers, known_receivers
from tests.services.offices import ticking_clock
from tests.services.receiver_keys import key_pair

CONTENT = "شماره بیمه‌شده آزمایشی 0012345679".encode() * 50


@pytest.fixture
def receiver(desk):
    Receivers(*desk).add("خزانه آزمایشی", key_pair().as_office_knows_it)
    return known_receivers(desk[0])[0]


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_without_a_receiver_a_file_is_as_it_is_and_its_owners_alone(desk, out):
    out.chmod(0o755)
    before = os.umask(0)
    try:
        path = write_export(desk[0], out / "list.pdf", CONTENT, None)
    finally:
        os.umask(before)

    assert path.read_bytes() == CONTENT
    assert mode(path) == 0o600
    assert list(out.iterdir()) == [path]


def test_a_file_that_others_could_read_is_closed_to_them_when_it_is_written_anew(desk, out):
    (out / "list.pdf").write_bytes(b"")
    (out / "list.pdf").chmod(0o644)

    assert mode(write_export(desk[0], out / "list.pdf", CONTENT, None)) == 0o600


def test_for_a_receiver_only_the_sealed_file_is_written(desk, receiver, out, monkeypatch):
    temporary = out.parent / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    path = write_export(desk[0], out / "list.pdf", CONTENT, receiver)

    assert path == out / "list.pdf.p7m"
    assert list(out.iterdir()) == [path]
    assert list(temporary.iterdir()) == []
    assert mode(path) == 0o600
    assert b"0012345679" not in path.read_bytes()
    assert key_pair().open(path.read_bytes()) == CONTENT


def test_the_name_says_once_that_a_file_is_sealed_and_what_lies_in_it(receiver):
    assert export_path(Path("a.csv"), None) == Path("a.csv")
    assert export_path(Path("a.csv.p7m"), None) == Path("a.csv")
    assert export_path(Path("a.csv"), receiver) == Path("a.csv.p7m")
    assert export_path(Path("a.csv.P7M"), receiver) == Path("a.csv.P7M")
    assert [kind_of(Path(name)) for name in ("a.csv", "a.CSV.p7m", "a.xlsx.p7m", "a")] == [".csv", ".csv", ".xlsx", ""]


def test_a_receiver_who_was_removed_meanwhile_gets_nothing(desk, receiver, out):
    Receivers(*desk).remove(receiver.certificate.fingerprint)

    with pytest.raises(UseError, match="دیگر از گیرندگان این دفتر نیست"):
        write_export(desk[0], out / "list.pdf", CONTENT, receiver)
    assert list(out.iterdir()) == []


def test_for_a_certificate_at_its_end_nothing_is_written(desk, receiver, out):
    desk[0].clock = ticking_clock(datetime(2035, 2, 1, tzinfo=UTC))

    with pytest.raises(UseError, match="پایان یافته"):
        write_export(desk[0], out / "list.pdf", CONTENT, receiver)
    assert list(out.iterdir()) == []


def test_a_folder_that_takes_nothing_is_named(desk, receiver, out):
    (out / "file").touch()
    for whom in (None, receiver):
        with pytest.raises(MachineError, match="نمی‌توان نوشت"):
            write_export(desk[0], out / "file" / "list.pdf", CONTENT, whom)
        with pytest.raises(MachineError, match="نمی‌توان نوشت"):
            write_export(desk[0], out / "nowhere" / "list.pdf", CONTENT, whom)
    assert list(out.iterdir()) == [out / "file"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_is_full_leaves_nothing_half_and_the_file_of_before(desk, receiver, out, step, monkeypatch):
    for whom in (None, receiver):
        before = write_export(desk[0], out / "list.pdf", b"before", whom)
        kept = before.read_bytes()

        def full(*_args):
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), full)
            with pytest.raises(MachineError, match="جای خالی دیسک"):
                write_export(desk[0], out / "list.pdf", CONTENT, whom)
        assert before.read_bytes() == kept
    assert sorted(path.name for path in out.iterdir()) == ["list.pdf", "list.pdf.p7m"]


def test_a_real_disk_without_room_takes_no_part_of_a_file(desk, receiver, out):
    """What may not grow beyond a few bytes is as good as full."""
    import resource
    import signal

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        with pytest.raises(MachineError):
            write_export(desk[0], out / "list.pdf", CONTENT, receiver)
        with pytest.raises(MachineError):
            write_export(desk[0], out / "list.pdf", CONTENT, None)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, heard)
    assert list(out.iterdir()) == []


def test_a_file_is_sealed_for_several_without_an_office_and_stays_itself(out):
    plain = out / "result.json"
    plain.write_bytes(CONTENT)
    pairs = key_pair(), key_pair("نظارت آزمایشی", 1)
    certificates = [pair.write(out, f"{number}.cer") for number, pair in enumerate(pairs)]

    path = seal_file(plain, certificates, None)
    assert path == out / "result.json.p7m"
    assert mode(path) == 0o600
    assert [pair.open(path.read_bytes()) for pair in pairs] == [CONTENT, CONTENT]
    assert plain.read_bytes() == CONTENT


def test_a_certificate_at_its_end_is_named_and_nothing_is_written(out):
    (out / "result.json").write_bytes(CONTENT)
    ended = key_pair(end=datetime(2016, 1, 1, tzinfo=UTC)).write(out, "ended.cer")

    with pytest.raises(DataError, match=r"«ended\.cer».*پایان یافته"):
        seal_file(out / "result.json", [ended], None)
    assert sorted(path.name for path in out.iterdir()) == ["ended.cer", "result.json"]
