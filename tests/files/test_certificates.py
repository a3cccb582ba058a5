"""Certificates of receivers: what is read, and every one that is refused with its remedy."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from hypothesis import given
from hypothesis import strategies as st

from app.errors import DataError
from app.files.certificates import certificate_of, expect_fit, read_certificate
from app.files.sealing import sealed
from tests.services.receiver_keys import END, START, issued, key_pair, rsa_key

NOW = datetime(2016, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_a_certificate_is_read_in_either_form(tmp_path, encoding):
    treasury = key_pair()
    found = read_certificate(treasury.write(tmp_path, encoding=encoding))

    assert found == treasury.as_office_knows_it
    assert (found.subject, found.valid_from, found.valid_until) == ("خزانه آزمایشی", START, END)
    assert found.read_aloud.replace(" ", "").lower() == found.fingerprint
    assert [len(group) for group in found.read_aloud.split(" ")] == [4] * 16
    expect_fit(found, NOW)


@pytest.mark.parametrize("usage", [None, frozenset({"key_encipherment", "digital_signature"})])
def test_a_key_that_may_encipher_keys_or_says_nothing_of_it_is_fit(usage):
    expect_fit(key_pair(usage=usage).as_office_knows_it, NOW)


@pytest.mark.parametrize("moment", [START, END])
def test_it_is_fit_to_its_first_and_last_second(moment):
    expect_fit(key_pair().as_office_knows_it, moment)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2014, 12, 31, 23, 59, 59, tzinfo=UTC), "۱۳۹۳/۱۰/۱۱ معتبر می‌شود"),
        (datetime(2035, 1, 1, 0, 0, 1, tzinfo=UTC), "۱۴۱۳/۱۰/۱۱ پایان یافته"),
    ],
)
def test_before_its_time_and_after_it_nothing_is_sealed_for_it(moment, words):
    with pytest.raises(DataError, match=words):
        expect_fit(key_pair().as_office_knows_it, moment)


def test_one_without_an_end_is_fit():
    endless = key_pair(end=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)).as_office_knows_it

    expect_fit(endless, NOW)
    assert endless.last_day.year > 8000


def test_a_key_that_is_too_short_is_refused():
    with pytest.raises(DataError, match="۱۰۲۴ بیت"):
        expect_fit(key_pair(bits=1024).as_office_knows_it, NOW)


def test_a_key_of_another_kind_is_refused():
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = issued(key.public_key(), key, "خزانه آزمایشی")

    with pytest.raises(DataError, match="RSA نیست"):
        expect_fit(certificate_of(certificate.public_bytes(Encoding.DER)), NOW)


def test_a_key_that_may_only_sign_is_refused():
    with pytest.raises(DataError, match="keyEncipherment"):
        expect_fit(key_pair(usage=frozenset({"digital_signature"})).as_office_knows_it, NOW)


def _with_key(password: bool) -> bytes:
    pair = key_pair()
    lock = BestAvailableEncryption(b"a password") if password else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"x", pair.key, pair.certificate, None, lock)


@pytest.mark.parametrize(
    "content",
    [
        key_pair().private_pem,
        key_pair().certificate.public_bytes(Encoding.PEM) + key_pair().private_pem,
        rsa_key().private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()),
        rsa_key().private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()),
        rsa_key().private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        rsa_key().private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()),
        rsa_key().private_bytes(Encoding.DER, PrivateFormat.PKCS8, BestAvailableEncryption(b"a password")),
        _with_key(password=False),
        _with_key(password=True),
    ],
    ids=["pem", "beside a certificate", "rsa", "openssh", "der", "rsa der", "locked der", "pkcs12", "locked pkcs12"],
)
def test_a_file_with_a_private_key_is_refused_as_such(tmp_path, content):
    path = tmp_path / "receiver.cer"
    path.write_bytes(content)

    with pytest.raises(DataError, match=r"«receiver\.cer».*کلید خصوصی"):
        read_certificate(path)


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_an_old_certificate_without_version_is_not_taken_for_a_private_key(tmp_path, encoding):
    """Its third one begins with the very bytes that tell the version of PKCS#12, one level deeper."""
    found = asn1_x509.Certificate.load(key_pair().certificate.public_bytes(Encoding.DER))
    told = found["tbs_certificate"]
    told["version"], told["serial_number"] = "v1", 3
    del told["extensions"]
    path = tmp_path / "old.cer"
    old = x509.load_der_x509_certificate(found.dump(force=True))
    path.write_bytes(old.public_bytes(encoding))

    assert (old.version, old.serial_number) == (x509.Version.v1, 3)
    expect_fit(read_certificate(path), NOW)


def test_a_pkcs12_of_indefinite_length_is_known_too(tmp_path):
    path = tmp_path / "windows.pfx"
    path.write_bytes(b"\x30\x80\x02\x01\x03\x30\x80" + bytes(40))

    with pytest.raises(DataError, match="کلید خصوصی"):
        read_certificate(path)


def refused(content: bytes) -> bool:
    """Tell whether what is no certificate, or none to seal for, is refused in a sentence; any bug comes through."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "receiver.cer"
        path.write_bytes(content)
        try:
            found = read_certificate(path)
            expect_fit(found, NOW)
        except DataError:
            return True
    assert found.first_day < found.last_day
    sealed(b"", [found])
    return False


@given(st.binary(max_size=200))
def test_whatever_bytes_a_file_holds_they_are_refused(content):
    assert refused(content)


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
@given(st.integers(0, 900), st.integers(0, 255))
def test_a_certificate_with_another_byte_somewhere_is_refused_or_fit_and_never_a_bug(place, byte):
    content = bytearray(key_pair().certificate.public_bytes(Encoding.DER))
    content[place % len(content)] = byte

    assert refused(bytes(content)) in {True, False}


def _with_version(number: int) -> bytes:
    return (
        key_pair()
        .certificate.public_bytes(Encoding.DER)
        .replace(b"\xa0\x03\x02\x01\x02", bytes((0xA0, 3, 2, 1, number)))
    )


def _with_even_modulus() -> bytes:
    modulus = key_pair().key.public_key().public_numbers().n
    size = modulus.bit_length() // 8
    return (
        key_pair()
        .certificate.public_bytes(Encoding.DER)
        .replace(modulus.to_bytes(size, "big"), (modulus - 1).to_bytes(size, "big"))
    )


@pytest.mark.parametrize("content", [_with_version(7), _with_even_modulus()], ids=["version", "modulus"])
def test_what_no_tool_could_seal_for_is_refused(content):
    assert refused(content)


def _exponent_of_one() -> bytes:
    """Return a certificate whose key hides nothing: what is enciphered with it is the content itself."""
    return key_pair().certificate.public_bytes(Encoding.DER).replace(b"\x02\x03\x01\x00\x01", b"\x02\x03\x00\x00\x01")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        "گواهی".encode("utf-16"),
        key_pair().certificate.public_bytes(Encoding.DER)[:-1],
        key_pair().certificate.public_bytes(Encoding.DER) + b"\n\n",
        b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        b"-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n",
        key_pair().certificate.public_bytes(Encoding.PEM) + b" " * 1_000_000,
        _exponent_of_one(),
    ],
    ids=["empty", "pdf", "text", "cut off", "further bytes", "torn pem", "pkcs7", "far too long", "exponent of one"],
)
def test_what_is_no_certificate_is_refused_with_what_to_bring(tmp_path, content):
    path = tmp_path / "receiver.cer"
    path.write_bytes(content)

    with pytest.raises(DataError, match=r"«receiver\.cer».*قالب PEM یا DER"):
        read_certificate(path)


def test_a_chain_is_refused_since_nobody_knows_whose_is_meant(tmp_path):
    path = tmp_path / "chain.pem"
    both = (key_pair(), key_pair("مرجع آزمایشی", 1))
    path.write_bytes(b"".join(pair.certificate.public_bytes(Encoding.PEM) for pair in both))

    with pytest.raises(DataError, match="چند گواهی"):
        read_certificate(path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DataError, match="خوانده نشد"):
        read_certificate(tmp_path / "nowhere.cer")
    with pytest.raises(DataError, match="خوانده نشد"):
        read_certificate(tmp_path)


def test_marks_that_turn_text_do_not_come_in_with_a_name():
    assert key_pair("خزانه\u202e آزمایشی", 1).as_office_knows_it.subject == "خزانه آزمایشی"
