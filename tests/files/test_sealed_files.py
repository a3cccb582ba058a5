"""Files sealed for their receivers: opened by their keys alone, with this library and with any CMS tool."""

import shutil
import subprocess

import pytest
from asn1crypto import cms
from hypothesis import given
from hypothesis import strategies as st

from app.files.sealing import sealed
from tests.services.receiver_keys import key_pair

CONTENT = "برگ آزمایشی\r\n\n\x00".encode() * 1000


@given(st.binary(max_size=2000))
def test_what_was_sealed_is_opened_to_the_same_bytes(content):
    treasury = key_pair()

    assert treasury.open(sealed(content, [treasury.as_office_knows_it])) == content


def test_each_of_several_receivers_opens_it_and_nobody_else_does():
    first, second, other = (key_pair(name, number) for number, name in enumerate(("اول", "دوم", "سوم")))
    closed = sealed(CONTENT, [first.as_office_knows_it, second.as_office_knows_it])

    assert first.open(closed) == second.open(closed) == CONTENT
    with pytest.raises(ValueError):
        other.open(closed)


def test_it_is_an_envelope_of_aes_256_in_der():
    envelope = cms.ContentInfo.load(sealed(CONTENT, [key_pair().as_office_knows_it]), strict=True)

    assert envelope["content_type"].native == "enveloped_data"
    inside = envelope["content"]["encrypted_content_info"]
    assert inside["content_type"].native == "data"
    assert inside["content_encryption_algorithm"]["algorithm"].native == "aes256_cbc"


def test_nothing_of_the_content_shows_and_no_two_envelopes_are_alike():
    certificates = [key_pair().as_office_knows_it]
    first, second = sealed(CONTENT, certificates), sealed(CONTENT, certificates)

    assert "برگ".encode() not in first
    assert first != second


def test_another_cms_tool_opens_it_too(tmp_path):
    """OpenSSL is asked on every machine that has it; that the envelope is plain CMS is tried on all above."""
    treasury, tool = key_pair(), shutil.which("openssl")
    (tmp_path / "x.pdf.p7m").write_bytes(sealed(CONTENT, [treasury.as_office_knows_it]))
    (tmp_path / "key.pem").write_bytes(treasury.private_pem)
    (tmp_path / "x.pdf").write_bytes(treasury.open((tmp_path / "x.pdf.p7m").read_bytes()))
    if tool is not None:
        words = "cms -decrypt -inform DER -in x.pdf.p7m -inkey key.pem -out x.pdf"
        subprocess.run([tool, *words.split()], cwd=tmp_path, check=True, capture_output=True)

    assert (tmp_path / "x.pdf").read_bytes() == CONTENT
