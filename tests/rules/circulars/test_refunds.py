"""Reimbursement requests at their boundaries: contract days, payers, dates of discharge, accounts, equipment."""

import pytest

from app.domain.findings import Effect
from tests.rules.circulars.orders import IBAN, refund
from tests.rules.claims import approved, cited, said

HEARING_AID = {"section": "prosthesis", "code": "C301", "amount": 8_000_000}
EQUIPMENT = {"section": "supply", "code": "C304", "amount": 1_000_000}
UNDER_CONTRACT = {"contracted": True, "contract_from": "1400-02-05", "contract_to": "1400-02-05"}


def rei(result):
    return {rule for rule in cited(result) if rule.startswith("REI")}


@pytest.mark.parametrize(
    ("provider", "left"),
    [
        (UNDER_CONTRACT, 0),
        (UNDER_CONTRACT | {"contract_from": "1400-02-06", "contract_to": "1400-12-01"}, 600_000),
        (UNDER_CONTRACT | {"contract_from": "1399-02-05", "contract_to": "1400-02-04"}, 600_000),
        ({"contracted": True, "contract_from": None, "contract_to": None}, 0),
        ({"contracted": False}, 600_000),
    ],
)
def test_a_contract_holds_on_its_first_and_last_day(provider, left):
    assert approved(refund("REI-04a", provider=provider)) == [left]


@pytest.mark.parametrize("insurer", ["tamin", "armed_forces", "supplementary"])
def test_the_instruction_binds_every_insurer(insurer):
    result = refund("REI-04b", insurer=insurer, facts={"paid_by": []})
    assert said(result, "REI-04b") == [Effect.REJECT]


def test_claims_of_the_contract_are_left_alone():
    result = refund("REI-04b", pathway="contracted", facts={"paid_by": []})
    assert rei(result) == set()


@pytest.mark.parametrize(
    ("payers", "rules"),
    [(["patient"], set()), (["patient", "supplementary"], {"REI-04c"}), (["policyholder"], {"REI-04c"})],
)
def test_another_payer_is_told_to_the_unit(payers, rules):
    result = refund("REI-04c", facts={"paid_by": payers})
    assert rei(result) == rules
    assert approved(result) == [600_000]


@pytest.mark.parametrize(
    ("patient", "owner", "rule"),
    [({"iban": None}, "insured", "REI-13a"), ({"iban": IBAN}, "other", "REI-13b"), ({"iban": IBAN}, "insured", None)],
)
def test_the_account_must_be_there_and_the_insured_persons(patient, owner, rule):
    result = refund("REI-13a", patient=patient, facts={"iban_owner": owner})
    assert rei(result) == ({rule} if rule else set())


def test_a_missing_account_is_asked_for_by_its_name():
    result = refund("REI-13a", patient={"iban": None})
    asked = [finding for finding in result.findings if finding.rule == "REI-13a"]
    assert [(finding.facts, finding.needs) for finding in asked] == [(("iban",), None)]


@pytest.mark.parametrize(
    ("discharged", "seal", "rules"),
    [
        ("1400-07-23T10:00", None, set()),
        ("1400-07-24T10:00", None, {"REI-15b"}),
        ("1400-07-24T10:00", "missing", {"REI-15b"}),
        ("1400-07-24T10:00", "valid", set()),
        ("1400-02-08T10:00", "broken", {"REI-15a"}),
    ],
)
def test_an_electronic_bill_is_sealed_once_the_six_months_are_over(discharged, seal, rules):
    facts = {} if seal is None else {"bill_seal": seal}
    over = {"admitted_at": "1400-02-05T08:00", "discharged_at": discharged}
    result = refund("REI-15b", "inpatient", facts=facts, **over)
    assert rei(result) & {"REI-15a", "REI-15b"} == rules


@pytest.mark.parametrize(
    ("discharged", "sector", "rules"),
    [
        ("1399-12-30T10:00", "private", set()),
        ("1400-01-01T10:00", "private", {"REI-12"}),
        ("1400-01-01T10:00", "public_university", set()),
    ],
)
def test_a_centre_whose_bill_came_on_paper_is_told_of_once_it_was_due(discharged, sector, rules):
    over = {"admitted_at": "1399-12-20T08:00", "discharged_at": discharged, "prescription_date": "1399-12-20"}
    result = refund("REI-12", "inpatient", facts={"bill_source": "paper"}, provider={"sector": sector}, **over)
    assert rei(result) & {"REI-12"} == rules


@pytest.mark.parametrize(
    ("line", "facts", "left"),
    [
        (EQUIPMENT, {"invoice_attached": False, "for_allowed_service": True}, 0),
        (EQUIPMENT, {"invoice_attached": True, "for_allowed_service": False}, 0),
        (EQUIPMENT, {"invoice_attached": True, "for_allowed_service": True}, 1_000_000),
        (HEARING_AID, {"invoice_attached": True, "for_allowed_service": False}, 8_000_000),
        (HEARING_AID, {"invoice_attached": False}, 0),
    ],
)
def test_equipment_needs_its_invoice_and_a_covered_service(line, facts, left):
    assert approved(refund("REI-05c", "physician_service", line | {"facts": facts})) == [left]


@pytest.mark.parametrize(
    ("kind", "sector", "rules"),
    [
        ("hospital", "private", set()),
        ("clinic", "charity", {"REI-06a"}),
        ("hospital", "public_university", {"REI-07"}),
    ],
)
def test_what_the_instruction_leaves_open_is_told_to_the_unit(kind, sector, rules):
    result = refund("REI-06a", provider={"kind": kind, "sector": sector})
    assert rei(result) == rules
