"""Section الف, items 11 and 12, and ب, item 16, at their boundaries: who may do it, where, for whose patients."""

import pytest

from app.domain.findings import Effect
from app.services.audit import AuditRound
from tests.rules.claims import asked, auditor, cited, made, said
from tests.rules.imaging.scans import approved, claimed, scan

HOSPITAL = {"provider": {"kind": "hospital"}}
OFFICE = {"facts": {"contract_items": ["bone_density"], "densitometry_licence": True}}
RADIOLOGIST = {"id": "20001", "qualification": "specialist", "specialty": "radiology"}
NEUROLOGIST = {"id": "11121", "qualification": "specialist", "specialty": "neurology"}
REJECT, QUERY = [Effect.REJECT], [Effect.QUERY]


def by(qualification, specialty, person="20001"):
    given = {"id": person, "qualification": qualification, "specialty": specialty}
    return {"performer": {key: value for key, value in given.items() if value is not None}}


@pytest.mark.parametrize(
    ("performer", "effect", "missing"),
    [
        (by("specialist", "interventional_radiology"), [], set()),
        (by("resident", "radiology"), REJECT, set()),
        (by("fellowship", "cardiology"), [], set()),
        (by("subspecialist", None), [], set()),
        (by("specialist", None), QUERY, {"performer.specialty"}),
        (by(None, "cardiology"), QUERY, {"performer.qualification"}),
        (by("gp", None), REJECT, set()),
        ({}, QUERY, {"performer.qualification", "performer.specialty"}),
    ],
)
def test_who_intervenes(performer, effect, missing):
    result = claimed("RAD-11b", scan("T-DRAIN", 2000000, over=performer), submission=HOSPITAL)

    assert said(result, "RAD-11b") == effect
    assert asked(result, "RAD-11b") == missing


@pytest.mark.parametrize("kind", ["imaging_center", "office", "specialty_clinic", "general_clinic"])
def test_interventions_outside_hospitals_go_even_from_a_radiologist(kind):
    line = scan("T-DRAIN", 2000000, over={"performer": RADIOLOGIST})

    assert said(claimed("RAD-11a", line, submission={"provider": {"kind": kind}}), "RAD-11a") == REJECT


def in_office(rule, performer, *lines, claim=None, submission=None):
    line = scan("700920", 300000, over={"section": "imaging"} | performer)
    over = {"prescriber": {"id": "20001"}} | (claim or {})
    return claimed(rule, line, *lines, base="physician_service", claim=over, submission=OFFICE | (submission or {}))


@pytest.mark.parametrize(
    ("performer", "effect"),
    [
        (by("fellowship", "obstetrics_gynecology"), []),
        (by("subspecialist", "internal_medicine"), []),
        (by("resident", "orthopedics"), REJECT),
        (by("specialist", "rheumatology"), REJECT),
        (by("fellowship", "rheumatology"), []),
        (by("subspecialist", "endocrinology"), REJECT),
        (by("specialist", None), QUERY),
    ],
)
def test_fields_of_office_densitometry(performer, effect):
    assert said(in_office("RAD-12c", performer), "RAD-12c") == effect


def test_office_densitometry_needs_both_council_numbers():
    line = by("specialist", "orthopedics")

    assert said(in_office("RAD-12d", line), "RAD-12d") == []
    assert said(in_office("RAD-12d", line, claim={"prescriber": {"id": "9"}}), "RAD-12d") == REJECT
    assert asked(in_office("RAD-12d", line, claim={"prescriber": {"id": None}}), "RAD-12d") == {"prescriber.id"}
    assert asked(in_office("RAD-12d", by("specialist", "orthopedics", None)), "RAD-12d") == {"performer.id"}


@pytest.mark.parametrize(
    ("form", "sheets", "missing"),
    [
        ("booklet", ["first", "second"], set()),
        ("booklet", None, {"sheets"}),
        ("electronic", None, set()),
        ("letterhead", None, set()),
        (None, ["second", "first"], set()),
        (None, None, {"prescription_form", "sheets"}),
    ],
)
def test_sheets_of_office_densitometry(form, sheets, missing):
    facts = {"prescription_form": form, "sheets": sheets}
    result = in_office("RAD-12f", by("specialist", "orthopedics"), claim={"facts": facts})

    assert asked(result, "RAD-12f") == missing


@pytest.mark.parametrize("kind", ["pharmacy", "laboratory", "general_clinic", "physiotherapy_center", "dental_office"])
def test_no_densitometry_from_other_centres(kind):
    result = claimed("RAD-12b", scan("700920", 300000), submission={"provider": {"kind": kind}})

    assert said(result, "RAD-12b") == REJECT


@pytest.mark.parametrize(("pathway", "effect"), [("contracted", REJECT), ("reimbursement", [])])
def test_a_centre_without_contract_is_refused_through_the_contract_only(pathway, effect):
    """Where a person has set GEN-08b aside, which else refuses the whole claim first."""
    over = {"claim": {"pathway": pathway}, "submission": {"provider": {"contracted": False}}}
    over["claim"]["lines"] = [scan("700920", 300000)]
    claim_file = made("RAD-12b", "imaging", **over)
    waivers = {claim_file.claims[0].id: frozenset({("GEN-08b", None)})}
    audit = AuditRound(auditor("imaging"), claim_file.submission, claim_file.claims, waivers=waivers)

    assert said(audit.result(0), "RAD-12b") == effect


def test_a_refused_densitometry_leaves_the_visit_alone():
    visit = {"section": "visit", "amount": 150000}
    performer = {"id": "20001", "qualification": "specialist"}

    stands = in_office("RAD-12g", {"performer": performer | {"specialty": "orthopedics"}}, visit)
    refused = in_office("RAD-12g", {"performer": performer | {"specialty": "neurology"}}, visit)

    assert cited(stands, 2) & {"RAD-12g", "PHY-08"}
    assert approved(stands)[1] == 0
    assert approved(refused) == [0, 150000]


def test_an_institution_with_an_unnamed_performer_is_asked_nothing():
    assert said(claimed("RAD-12h", scan("700920", 300000)), "RAD-12h") == []
    own = scan("700920", 300000, over={"performer": {"id": "11113"}})
    assert said(claimed("RAD-12h", own), "RAD-12h") == REJECT


def transcranial(rule, performer, prescriber=None, code="701865", **facts):
    line = scan(code, 600000, over={"performer": performer} if performer else {}, **facts)
    return claimed(rule, line, claim={"diagnosis": "TIA", "prescriber": prescriber or {}})


@pytest.mark.parametrize("code", ["701865", "701870", "T-TCCD"])
@pytest.mark.parametrize(
    ("performer", "effect"),
    [
        (RADIOLOGIST, []),
        (by("fellowship", "interventional_radiology")["performer"], []),
        (NEUROLOGIST, []),
        (by("resident", "neurology")["performer"], REJECT),
        (by("specialist", "neurosurgery")["performer"], REJECT),
        (None, QUERY),
    ],
)
def test_who_does_transcranial_doppler(code, performer, effect):
    assert said(transcranial("SON-16a", performer, code=code), "SON-16a") == effect


@pytest.mark.parametrize(
    ("prescriber", "effect"),
    [({"id": "11121"}, []), ({"id": "9"}, REJECT), ({"id": None}, QUERY)],
)
def test_a_neurologists_own_patients(prescriber, effect):
    assert said(transcranial("SON-16b", NEUROLOGIST, prescriber), "SON-16b") == effect


@pytest.mark.parametrize(
    ("prescriber", "facts", "effect"),
    [
        ({"specialty": "neurosurgery"}, {}, []),
        ({"specialty": "neurology"}, {"specialty_relevant": False}, []),
        ({"specialty": "cardiology"}, {"specialty_relevant": False}, REJECT),
        ({"specialty": "cardiology"}, {}, QUERY),
        ({"specialty": None}, {}, QUERY),
        ({"qualification": "gp"}, {"specialty_relevant": True}, REJECT),
        ({"qualification": "resident", "specialty": "neurology"}, {}, QUERY),
        ({"id": "20001", "specialty": "neurology"}, {}, REJECT),
    ],
)
def test_referral_to_a_radiologist(prescriber, facts, effect):
    assert said(transcranial("SON-16c", RADIOLOGIST, prescriber, **facts), "SON-16c") == effect


def test_a_neurologist_needs_no_referral_and_a_radiologist_no_conditions():
    assert said(transcranial("SON-16c", NEUROLOGIST), "SON-16c") == []
    assert said(transcranial("SON-16d", RADIOLOGIST, performer_qualified=False), "SON-16d") == []
    assert said(transcranial("SON-16d", NEUROLOGIST, performer_qualified=False), "SON-16d") == REJECT


@pytest.mark.parametrize(
    ("diagnosis", "approval", "effect"),
    [("TIA", None, []), (" ", False, REJECT), (None, False, REJECT), (None, None, QUERY), (None, True, [])],
)
def test_approval_heals_a_missing_diagnosis_whatever_the_date(diagnosis, approval, effect):
    """Before 1395 no other clause asks for the diagnosis (6-1-12)."""
    day = "1394-12-20"
    over = {"diagnosis": diagnosis, "facts": {"insurer_approved": approval}}
    over |= {"service_date": day, "prescription_date": day}
    submission = {"month": "1394-12", "delivered_on": "1395-01-10"}
    lines = [scan("701865", 600000, over={"performer": RADIOLOGIST}), scan("T-CTBRAIN", 500000)]

    for rule in ("SON-16f", "CT-02b"):
        assert said(claimed(rule, *lines, claim=over, submission=submission), rule) == effect


def test_reports_of_tcd_and_tccs_are_different_clauses():
    for code, rule in (("701865", "SON-16g"), ("701870", "SON-16l"), ("T-TCCD", "SON-16l")):
        result = transcranial(rule, RADIOLOGIST, code=code, report_attached=False)
        assert cited(result, 1) & {"SON-16g", "SON-16l"} == {rule}


def test_tcd_that_tccs_holds_takes_no_neck_doppler_with_it():
    lines = [scan(code, 350000, over={"performer": RADIOLOGIST}) for code in ("701740", "701865", "T-TCCD")]
    result = claimed("SON-16k", *lines, base="imaging")

    assert [cited(result, no) & {"SON-16k", "SON-16m", "SON-16o"} for no in (1, 2, 3)] == [
        {"SON-16m"},
        {"SON-16o"},
        set(),
    ]


def test_a_second_tcd_of_a_request_is_not_paid():
    lines = [scan("701865", 600000, over={"performer": RADIOLOGIST}) for _ in range(2)]

    assert approved(claimed("SON-16i", *lines)) == [600000, 0]
    lines[1] |= {"date": "1395-03-09"}
    assert approved(claimed("SON-16i", *lines)) == [600000, 600000]
