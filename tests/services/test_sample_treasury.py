"""The receiver of the sample office: whoever tries it seals a file for it, and opens it with the key beside the files."""

import stat

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der

from app.errors import MachineError
from app.services.clock import system_clock
from app.services.exports import write_export
from app.services.receivers import known_receivers
from app.services.sample.treasury import CERTIFICATE_FILE, KEY_FILE, NAME, write_treasury
from app.services.sample_office import open_sample_office


def test_a_file_that_is_saved_for_the_treasury_is_opened_with_the_key_that_lies_there(tmp_path):
    office = open_sample_office(tmp_path / "office")
    (treasury,) = known_receivers(office)
    assert (treasury.name, treasury.certificate.subject, treasury.fault) == (NAME, NAME, "")
    assert "ساختگی" in NAME

    sealed = write_export(office, tmp_path / "list.pdf", b"%PDF test figures", treasury).read_bytes()
    files = office.store.folder / "sample-files"
    key = load_pem_private_key((files / KEY_FILE).read_bytes(), None)
    certificate = x509.load_pem_x509_certificate((files / CERTIFICATE_FILE).read_bytes())
    assert pkcs7_decrypt_der(sealed, certificate, key, []) == b"%PDF test figures"
    assert stat.S_IMODE((files / KEY_FILE).stat().st_mode) == 0o600
    assert office.store.check() == []
    office.close()


def test_a_place_that_takes_nothing_is_named(tmp_path):
    with pytest.raises(MachineError, match="نمی‌توان نوشت"):
        write_treasury(tmp_path / "nowhere", system_clock())
