"""The sample's hospital bills: each tells its story to whoever audits, imports or explains it."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import jsonschema_rs
import pytest

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, ClaimFile
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.findings import Effect, Mark
from app.domain.identity import CodeCheck, check_national_code
from app.domain.persian import rials
from app.errors import MachineError
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.resources import resource
from app.services.audit import Auditor
from app.services.explain import explain
from app.services.sample import write_bill_files
from app.services.sample.files import sample_reference
from app.services.sample.hospital import Bill, read_bills, read_centres
from app.services.sample.hospital_bills import DESCRIPTION_FILE, BillMaker, claim_id

DICTIONARY = read_fact_dictionary()
BILLS = read_bills()
CENTRES = {centre.name: centre for centre in read_centres()}
EACH_BILL = pytest.mark.parametrize("bill", BILLS, ids=[f"{bill.number:02d}" for bill in BILLS])
TAKING = {Effect.REJECT, Effect.REDUCE}
LINES_OF_A_LONG_BILL = 200


@cache
def auditor() -> Auditor:
    return Auditor(sample_reference(), read_rulebook(), DICTIONARY)


@cache
def file_of(centre: str) -> str:
    return json.dumps(BillMaker(sample_reference()).file(CENTRES[centre]))


def document_of(bill: Bill) -> dict:
    document = json.loads(file_of(bill.centre))
    claims = [claim for claim in document["claims"] if claim["id"] == claim_id(bill, CENTRES[bill.centre])]
    return document | {"claims": claims}


def audited(document: dict) -> tuple[Claim, ClaimResult]:
    claim = claim_from_document(document["claims"][0], DICTIONARY)
    submission = submission_from_document(document["submission"], DICTIONARY)
    return claim, auditor().audit(ClaimFile(submission, (claim,)))[0]


def answered(number: int, line: int | None, **facts: object) -> ClaimResult:
    """Return the result of a bill after the reviewer's answer on a line, or on the whole claim."""
    document = document_of(BILLS[number - 1])
    claim = document["claims"][0]
    (claim if line is None else claim["lines"][line - 1])["facts"].update(facts)
    return audited(document)[1]


def test_there_are_bills_of_the_kinds_that_reviewers_know():
    assert len(BILLS) >= 12
    assert {bill.centre for bill in BILLS} == set(CENTRES)
    assert len({bill.title for bill in BILLS}) == len(BILLS)


@EACH_BILL
def test_a_bill_has_the_form_of_the_contract_and_facts_of_the_dictionary(bill):
    document = document_of(bill)
    schema = json.loads(resource("contract", "claim-file.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.validator_for(schema).validate(document)
    assert document["submission"]["id"].startswith("SYNTHETIC-")
    assert "نمونه ساختگی" in document["submission"]["provider"]["name"]
    claim = document["claims"][0]
    assert {DICTIONARY[name].scope.value for name in claim["facts"]} == {"claim"}
    assert {DICTIONARY[name].scope.value for line in claim["lines"] for name in line["facts"]} <= {"line"}
    assert check_national_code(claim["patient"]["id"])[0] is CodeCheck.GOOD
    assert claim["patient"]["id"].startswith("999")


@EACH_BILL
def test_what_the_reviewer_should_find_is_found(bill):
    _, result = audited(document_of(bill))
    assert set(bill.finds) <= {finding.rule for finding in result.findings if finding.effect in TAKING}
    assert set(bill.asks) == {finding.rule for finding in result.findings if finding.effect is Effect.QUERY}
    assert result.totals.approved == bill.approved


@EACH_BILL
def test_parts_add_up_and_shares_are_what_is_approved(bill):
    claim, result = audited(document_of(bill))
    totals = result.totals
    assert sum(line.amount for line in claim.lines) == totals.claimed == claim.written.total
    assert sum(line.approved for line in result.lines) == totals.approved == totals.claimed - totals.deducted
    assert totals.patient_share + totals.insurer_share == totals.approved


@EACH_BILL
def test_the_arithmetic_of_a_bill_replays_from_claimed_to_approved(bill):
    claim, result = audited(document_of(bill))
    for line in result.lines:
        amount = line.claimed
        for finding in result.findings:
            if finding.line == line.no and finding.effect in TAKING:
                assert finding.before == amount
                amount = finding.after
        assert amount == line.approved or any(finding.line is None for finding in result.findings)
    text = explain(claim, result)
    assert all(rule in text for rule in (*bill.finds, *bill.asks))
    assert rials(bill.approved) in text


@EACH_BILL
def test_most_lines_of_a_bill_stand(bill):
    if bill.approved:
        _, result = audited(document_of(bill))
        assert (
            sum(line.approved == line.claimed for line in result.lines) > len(result.lines) / 2
            or "GLO-05a" in bill.finds
        )


def test_the_incision_of_the_third_operation_settles_its_weight_and_that_of_its_theatre():
    assert answered(2, 5, incision="خط وسط").totals.approved == 18_210_520 - (1_548_800 - 484_000) - (633_600 - 198_000)
    assert answered(2, 5, incision="ناف").totals.approved == 18_210_520


def test_a_caesarean_without_indication_loses_twenty_k():
    assert answered(3, None, cesarean_indicated=False).totals.approved == 13_800_000 - 20 * 88_000


def test_an_intensive_ward_without_a_resident_physician_loses_thirty_percent_of_its_beds():
    lost = Decimal("0.30") * 6 * 5_025_000
    assert answered(5, 1, resident_physician_present=False).totals.approved == BILLS[4].approved - lost


def test_an_infusion_during_chemotherapy_is_not_paid_apart():
    assert answered(9, 15, during_chemotherapy=True).totals.approved == BILLS[8].approved - 210_000


def test_the_second_k_of_a_full_time_surgeon_is_the_insurers_alone():
    totals = audited(document_of(BILLS[12]))[1].totals
    assert totals.patient_share == (BILLS[12].approved - 48 * 88_000) // 10


def test_an_accident_at_work_is_for_an_employer_who_is_liable():
    assert answered(13, None, employer_liable=True).totals.approved == 0
    assert answered(13, None, employer_liable=False).totals.approved == BILLS[12].approved


def test_an_itemised_bill_of_a_global_operation_is_paid_to_the_sum_its_recovery_and_what_stands_beside_it():
    of_the_sum, recovery, scan = 6_400_000, 1 * 90_000, 598_000
    assert audited(document_of(BILLS[19]))[1].totals.approved == of_the_sum + recovery + scan


def test_the_long_bill_has_two_hundred_lines():
    claim, result = audited(document_of(BILLS[17]))
    assert len(claim.lines) == LINES_OF_A_LONG_BILL
    assert {line.mark for line in result.lines} >= {Mark.TICK, Mark.CIRCLE, Mark.ZERO}


def test_the_text_beside_the_files_says_what_to_find(tmp_path: Path):
    write_bill_files(tmp_path)
    told = (tmp_path / DESCRIPTION_FILE).read_text(encoding="utf-8")
    assert all(bill.title in told and bill.says in told for bill in BILLS)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path):
    with pytest.raises(MachineError, match="missing"):
        write_bill_files(tmp_path / "missing")
