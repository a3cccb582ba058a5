"""The sample's reimbursement requests: each raises what it says it raises, and nobody's account stands in them."""

import json

import pytest

from app.domain.findings import Effect
from app.domain.identity import iban_fault
from app.errors import MachineError
from app.files.claim_reader import read_claim_file
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.services.audit import Auditor, AuditRound
from app.services.sample.files import sample_reference
from app.services.sample.refunds import UNUSED_BANK, invented_iban, read_requests, write_request_files


def test_each_request_is_read_without_a_fault_and_raises_what_it_tells(tmp_path):
    dictionary = read_fact_dictionary()
    auditor = Auditor(sample_reference(), read_rulebook(), dictionary)
    paths = write_request_files(tmp_path)
    for path, told in zip(paths, read_requests()["requests"], strict=True):
        report = read_claim_file(path, dictionary, strict_identity=True)
        assert report.problems == ()
        result = AuditRound(auditor, report.submission, report.claims).result(0)
        asking = [finding.rule for finding in result.findings if finding.effect is Effect.QUERY]
        assert asking == told["rules"]
        assert "نمونه ساختگی" in report.submission.provider.name


@pytest.mark.parametrize("account", [1, 2, 987_654_321])
def test_an_invented_account_is_a_good_iban_of_no_bank(account):
    iban = invented_iban(account)
    assert iban_fault(iban) is None
    assert iban[4:7] == UNUSED_BANK


def test_each_request_is_of_another_person(tmp_path):
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in write_request_files(tmp_path)]
    people = {document["claims"][0]["patient"]["id"] for document in documents}
    assert len(people) == len({document["submission"]["id"] for document in documents}) == 4


def test_a_place_that_takes_no_file_is_told(tmp_path):
    with pytest.raises(MachineError, match="جای دیگری"):
        write_request_files(tmp_path / "missing")
