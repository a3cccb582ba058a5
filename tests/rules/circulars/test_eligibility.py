"""The order on eligibility at its boundaries: first day, ages, sexes, days of the inquiry; other insurers untouched."""

import pytest

from app.domain.findings import Effect
from tests.rules.circulars.orders import request, visit
from tests.rules.claims import approved, asked, assess, cited, said

COVERED = {"eligibility": "covered", "eligibility_code": "4021887"}
BOY, GIRL = {"sex": "male", "birth_date": "1380-03-06"}, {"sex": "female", "birth_date": "1370-01-01"}
"""A son one day before his nineteenth birthday on the day of the visits, and a daughter of any age."""


@pytest.mark.parametrize(("day", "left"), [("1399-02-31", 150_000), ("1399-03-01", 0)])
def test_the_order_acts_from_its_first_day(day, left):
    assert approved(visit("ELG-02", day=day, patient=BOY, eligibility="not_covered")) == [left]


@pytest.mark.parametrize("insurer", ["salamat", "armed_forces", "supplementary"])
def test_other_insurers_claims_are_left_alone(insurer):
    claim = {"prescription_date": "1399-03-05", "service_date": "1399-03-05", "facts": {"eligibility": "not_covered"}}
    result = assess(
        "ELG-02", "visit", area="circulars", submission={"insurer": insurer, "month": "1399-03"}, claim=claim
    )
    assert not {rule for rule in cited(result) if rule.startswith(("ELG", "PAR", "TRV"))}


@pytest.mark.parametrize(
    ("patient", "reason", "rule", "effect"),
    [
        (BOY, None, "ELG-02", Effect.REJECT),
        (BOY, "study_certificate_missing", "ELG-02", Effect.REJECT),
        ({**BOY, "birth_date": "1380-03-05"}, None, "ELG-09a", Effect.QUERY),
        ({**BOY, "birth_date": "1380-03-05"}, "study_certificate_missing", "ELG-09b", Effect.QUERY),
        ({**BOY, "birth_date": "1380-03-05"}, "identity_document_missing", "ELG-02", Effect.REJECT),
        (GIRL, None, "ELG-09a", Effect.QUERY),
        (GIRL, "identity_document_missing", "ELG-09b", Effect.QUERY),
        (GIRL, "study_certificate_missing", "ELG-02", Effect.REJECT),
        (GIRL, "other", "ELG-02", Effect.REJECT),
        ({"sex": "male", "birth_date": None}, None, "ELG-09a", Effect.QUERY),
        ({"sex": None, "birth_date": "1390-01-01"}, None, "ELG-09a", Effect.QUERY),
    ],
)
def test_who_may_be_a_child_whose_paper_is_missing(patient, reason, rule, effect):
    facts = {} if reason is None else {"no_cover_reason": reason}
    result = visit("ELG-09a" if reason is None else "ELG-09b", patient=patient, eligibility="not_covered", **facts)
    found = [(finding.rule, finding.effect) for finding in result.findings if finding.rule.startswith("ELG")]
    assert found == [(rule, effect)]


@pytest.mark.parametrize(
    ("sex", "born", "reason", "accepted", "wanted"),
    [
        (None, "1370-01-01", "identity_document_missing", True, {"sex"}),
        (None, None, "study_certificate_missing", True, {"sex", "birth_date"}),
        ("male", None, "study_certificate_missing", True, {"birth_date"}),
        ("male", None, "study_certificate_missing", None, {"birth_date", "child_accepted"}),
        ("male", None, "study_certificate_missing", False, set()),
    ],
)
def test_what_tells_a_child_is_asked_for_only_where_it_still_matters(sex, born, reason, accepted, wanted):
    facts = {"no_cover_reason": reason} | ({} if accepted is None else {"child_accepted": accepted})
    result = visit("ELG-09b", patient={"sex": sex, "birth_date": born}, eligibility="not_covered", **facts)
    assert asked(result, "ELG-09b") == wanted
    assert approved(result) == [0 if accepted is False else 150_000]


@pytest.mark.parametrize(
    ("rule", "facts", "holds"),
    [
        ("ELG-04a", {"eligibility_code": "  "}, True),
        ("ELG-04a", {"eligibility_code": "۱"}, False),
        ("ELG-05a", {"eligibility_inquiry": "special"}, True),
        ("ELG-05a", {"eligibility_inquiry": "general"}, False),
        ("ELG-05b", {"eligibility_valid_to": "1399-03-04"}, True),
        ("ELG-05b", {"eligibility_valid_to": "1399-03-05"}, False),
        ("ELG-05c", {"eligibility_checked_on": "1399-03-06"}, True),
        ("ELG-05c", {"eligibility_checked_on": "1399-03-05"}, False),
    ],
)
def test_what_an_inquiry_must_show_holds_the_payment(rule, facts, holds):
    result = visit(rule, **(COVERED | facts))
    assert said(result, rule) == ([Effect.QUERY] if holds else [])
    assert approved(result) == [150_000]


@pytest.mark.parametrize(
    ("code", "conditions", "rule"),
    [
        ("4021887خاص", ["dialysis"], None),
        ("4021887-خاص", ["dialysis"], None),
        ("4021887 خاص", [], "PAR-04b"),
        ("4021887Aخاص", ["dialysis"], None),
        ("4021887 (خاص)", ["dialysis"], None),
        ("4021887 خاص.", [], "PAR-04b"),
        ("4021887 اشخاص", ["dialysis"], "PAR-04a"),
        ("4021887 اشخاص", [], None),
        ("4021887", ["thalassemia"], "PAR-04a"),
        ("4021887", ["diabetes"], None),
    ],
)
def test_the_last_word_of_a_tracking_code_says_special_patient(code, conditions, rule):
    result = request("PAR-04a", patient={"conditions": conditions}, eligibility_code=code, prescription_form="booklet")
    assert {found for found in cited(result) if found.startswith("PAR-04")} == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("patient", "facts", "rules"),
    [
        ({"id_kind": "booklet_serial", "id": "1234567890"}, {"identity_document": "booklet_cover"}, set()),
        ({"id_kind": "booklet_serial", "id": "123456789"}, {"identity_document": "booklet"}, {"PAR-05b"}),
        ({"id_kind": "booklet_serial", "id": "1234567890"}, {"identity_document": "none"}, {"PAR-05a"}),
        ({"id_kind": "booklet_serial", "id": "1234567890"}, {"foreign_national": False}, {"PAR-02b"}),
        ({"id_kind": "fida", "id": "123456789012"}, {}, set()),
        ({}, {"foreign_national": True}, {"PAR-05c"}),
        ({}, {"identity_document": "none"}, {"PAR-02a"}),
    ],
)
def test_how_a_patient_is_identified(patient, facts, rules):
    result = request("PAR-05a", patient=patient, eligibility_code="1", prescription_form="booklet", **facts)
    wanted = ("PAR-02", "PAR-05")
    assert {found for found in cited(result) if found.startswith(wanted)} == rules


@pytest.mark.parametrize(("pathway", "effects"), [("contracted", [Effect.NOTE]), ("reimbursement", [])])
def test_a_contested_answer_is_a_matter_of_contracted_claims(pathway, effects):
    facts = {"eligibility": "not_covered", "no_cover_reason": "other", "eligibility_contested": True}
    claim = {"prescription_date": "1400-02-05", "service_date": "1400-02-05", "pathway": pathway, "facts": facts}
    submission = {"insurer": "tamin", "month": "1400-02", "delivered_on": None}
    claim["lines"] = [{"amount": 150_000}]
    result = assess("ELG-08", "visit", area="circulars", submission=submission, claim=claim)
    assert said(result, "ELG-08") == effects
