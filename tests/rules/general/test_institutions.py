"""Items 8, 17, 18, 20 and 23 at their boundaries: whose prescription it is, stamps and officer."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import asked, assess, auditor, general, made, said

TEST = {"code": "G304", "amount": 50000}


def laboratory(rule, *, submission=None, facts=None, **claim):
    return assess(rule, "laboratory", submission=submission, claim={"facts": facts or {}, "lines": [TEST]} | claim)


@pytest.mark.parametrize(
    ("submission", "claim", "effect"),
    [
        ("salamat", None, []),
        ("salamat", "salamat", []),
        ("salamat", "armed_forces", [Effect.REJECT]),
        ("tamin", "salamat", [Effect.REJECT]),
        ("tamin", "armed_forces", []),
        (None, "tamin", [Effect.REJECT]),
    ],
)
def test_another_insurer_than_the_requests(submission, claim, effect):
    assert said(laboratory("GEN-08d", submission={"insurer": submission}, insurer=claim), "GEN-08d") == effect


def test_the_document_of_another_insurer_goes_back():
    assert "GEN-08q" in {remark.rule for remark in laboratory("GEN-08d", insurer="tamin").remarks}
    assert "GEN-08q" not in {remark.rule for remark in laboratory("GEN-08d").remarks}


def test_three_foreign_stamps_are_all_referred():
    claims = [{"id": f"C-{no}", "facts": {"other_provider_stamp": True}, "lines": [TEST]} for no in (2, 3)]
    claim_file = made(
        "GEN-08r", "laboratory", claim={"facts": {"other_provider_stamp": True}, "lines": [TEST]}, more_claims=claims
    )

    assert [said(result, "GEN-08r") for result in auditor("general").audit(claim_file)] == [[Effect.REFER]] * 3


@pytest.mark.parametrize("kind", ["office", "dental_office"])
@pytest.mark.parametrize("rule", ["GEN-17a", "GEN-17b"])
def test_in_an_office_the_physician_is_the_institution(kind, rule):
    facts = {"provider_stamp": False, "officer_stamp": False}

    assert said(laboratory(rule, submission={"provider": {"kind": kind}}, facts=facts), rule) == []


@pytest.mark.parametrize("rule", ["GEN-17a", "GEN-17b", "GEN-18"])
def test_a_reimbursement_is_not_what_an_institution_sends(rule):
    facts = {"provider_stamp": False, "officer_stamp": False, "facility_stamp": False, "centre_name_in_stamp": False}
    result = laboratory(rule, submission={"provider": {"kind": "hospital"}}, facts=facts, pathway="reimbursement")

    assert said(result, rule) == []


@pytest.mark.parametrize(
    "kind", ["hospital", "general_clinic", "specialty_clinic", "limited_surgery_center", "health_center"]
)
@pytest.mark.parametrize(
    ("seal", "named", "effect", "waits_for"),
    [
        (True, None, [], set()),
        (None, True, [], set()),
        (False, False, [Effect.REJECT], set()),
        (None, False, [Effect.QUERY], {"facility_stamp"}),
        (None, None, [Effect.QUERY], {"facility_stamp", "centre_name_in_stamp"}),
    ],
)
def test_a_treatment_centres_seal(kind, seal, named, effect, waits_for):
    facts = {"facility_stamp": seal, "centre_name_in_stamp": named}
    result = laboratory("GEN-18", submission={"provider": {"kind": kind}}, facts=facts)

    assert said(result, "GEN-18") == effect
    assert asked(result, "GEN-18") == waits_for


def test_a_claim_of_another_fund_is_asked_about_and_keeps_its_price_cut():
    result = laboratory("GEN-20a", fund="rural", lines=[TEST | {"amount": 65000}])

    assert said(result, "GEN-20a") == [Effect.QUERY]
    assert (result.line(1).approved, result.line(1).mark) == (50000, "query")


def test_one_unknown_fund_is_no_other_fund():
    assert said(laboratory("GEN-20a", submission={"fund": None}, fund="iranian"), "GEN-20a") == []


def test_the_patients_own_fund_decides_on_the_rural_contract():
    facts = {"rural_contract": False}

    assert said(laboratory("GEN-20b", submission={"facts": facts}, fund="rural"), "GEN-20b") == [Effect.REJECT]
    assert said(laboratory("GEN-20b", submission={"facts": facts, "fund": "rural"}, fund="iranian"), "GEN-20b") == []


def test_mixed_kinds_of_reimbursements_are_nothing():
    other = {"id": "C-2", "kind": "imaging", "pathway": "reimbursement", "lines": [TEST]}
    claim_file = made("GEN-20c", "laboratory", claim={"pathway": "reimbursement", "lines": [TEST]}, more_claims=[other])

    assert [said(result, "GEN-20c") for result in auditor("general").audit(claim_file)] == [[], []]


def test_hospitals_are_reminded_of_full_time_physicians():
    result = laboratory("GEN-18a", submission={"provider": {"kind": "hospital"}})

    assert "GEN-18a" in {remark.rule for remark in result.remarks}
    assert "GEN-18a" not in {remark.rule for remark in laboratory("GEN-18a").remarks}


def test_the_absent_officers_claim_is_cited_beside_other_grounds():
    submission = {"facts": {"technical_officer_present": False}}
    result = laboratory("GEN-23", submission=submission, facts={"prescriber_stamp": False})

    assert general(result) == {"GEN-02a", "GEN-23", "GEN-23a"}
    assert [finding.deducted for finding in result.findings] == [50000, 0, 0]
