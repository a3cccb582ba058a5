"""Items 9 to 13 and 16, note 3, at their boundaries: who may order what."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import asked, assess, general, said

CT = {"code": "G101", "amount": 600000}
MRI = {"code": "G103", "amount": 1200000}
FILM = {"code": "G106", "amount": 100000}
EMERGENCY = {"emergency_or_trauma": True, "emergency_stamp": True}
UNIVERSITY = {"provider": {"kind": "hospital", "sector": "public_university"}, "facts": {"teaching": True}}


def ordered_by(qualification, *lines, rule="GEN-13", base="imaging", specialty="neurology", facts=None, **over):
    prescriber = {"qualification": qualification, "specialty": specialty}
    claim = {"prescriber": prescriber, "facts": facts or {}, "lines": list(lines)} | over.pop("claim", {})
    return assess(rule, base, claim=claim, **over)


@pytest.mark.parametrize(
    ("qualification", "effect"),
    [
        ("gp", [Effect.REJECT]),
        ("specialist", []),
        ("subspecialist", []),
        ("fellowship", []),
        ("dentist", []),
        ("other", []),
        ("midwife", []),
    ],
)
def test_who_counts_as_a_general_practitioner(qualification, effect):
    assert said(ordered_by(qualification, MRI), "GEN-13") == effect


def test_a_resident_is_no_general_practitioner_in_a_laboratory():
    genetics = {"code": "G306", "amount": 3000000}
    result = ordered_by("resident", genetics, base="laboratory", facts={"admission_stamp": False})

    assert general(result, 1) == set()


def test_an_unknown_qualification_is_asked_for_on_high_cost_lines_only():
    result = ordered_by(None, MRI, FILM, facts={"admission_stamp": True}, submission=UNIVERSITY)

    assert asked(result, "GEN-13") == {"prescriber.qualification"}
    assert general(result, 2) == set()
    assert result.line(1).approved == 1200000


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        (EMERGENCY, set()),
        (EMERGENCY | {"emergency_stamp": False}, {"GEN-13"}),
        (EMERGENCY | {"emergency_or_trauma": False}, {"GEN-13"}),
        ({"emergency_or_trauma": False}, {"GEN-13"}),
        ({}, {"GEN-13a"}),
    ],
)
def test_the_emergency_ct_of_a_general_practitioner(facts, rules):
    result = ordered_by("gp", CT, facts=facts, specialty="general_practice")

    assert general(result, 1) == rules


def test_both_unknown_facts_of_an_emergency_are_asked_for():
    assert asked(ordered_by("gp", CT), "GEN-13a") == {"emergency_or_trauma", "emergency_stamp"}


@pytest.mark.parametrize(
    "lines",
    [
        [CT, CT],
        [CT, {"code": "G102", "amount": 900000}],
        [CT | {"qty": 2}],
        [{"code": "X2", "amount": 600000}],
        [{"code": "G102", "amount": 900000}],
    ],
)
def test_more_than_the_ct_of_one_region_is_no_exception(lines):
    two_regions = {"code": "X2", "group": "ct", "fee": 600000, "attributes": {"regions": 2, "contrast": False}}
    result = ordered_by("gp", *lines, facts=EMERGENCY, services=[two_regions])

    assert all("GEN-13" in general(result, line.no) for line in result.lines)


def test_a_ct_row_that_says_neither_contrast_nor_regions_is_plain():
    row = {"code": "X1", "group": "ct", "fee": 600000}

    assert general(ordered_by("gp", {"code": "X1", "amount": 1}, facts=EMERGENCY, services=[row]), 1) == set()


def test_other_high_cost_lines_beside_the_emergency_ct_still_go():
    result = ordered_by("gp", CT, MRI, FILM, facts=EMERGENCY)

    assert [line.mark for line in result.lines] == [Mark.TICK, Mark.ZERO, Mark.TICK]


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({}, {"GEN-11"}),
        (EMERGENCY, set()),
        (EMERGENCY | {"emergency_stamp": False}, {"GEN-11"}),
        ({"admission_stamp": False}, {"GEN-13a"}),
        ({"admission_stamp": True}, set()),
    ],
)
def test_a_residents_ct_asks_only_for_what_decides(facts, rules):
    assert general(ordered_by("resident", CT, facts={"emergency_or_trauma": None} | facts, rule="GEN-11"), 1) == rules


@pytest.mark.parametrize(
    ("broken", "effect"),
    [
        ({}, []),
        ({"admission_stamp": False}, [Effect.REJECT]),
        ({"issued_in_this_centre": False}, [Effect.REJECT]),
        ({"issued_in_this_centre": None}, [Effect.QUERY]),
    ],
)
def test_an_intern_in_a_teaching_university_centre(broken, effect):
    facts = {"admission_stamp": True, "issued_in_this_centre": True} | broken
    result = ordered_by("intern", FILM, rule="GEN-10", facts=facts, submission=UNIVERSITY)

    assert said(result, "GEN-10") == effect


@pytest.mark.parametrize(
    ("sector", "teaching", "effect"),
    [
        ("public_other", True, [Effect.REJECT]),
        ("public_university", False, [Effect.REJECT]),
        ("public_university", None, [Effect.QUERY]),
    ],
)
def test_an_intern_elsewhere(sector, teaching, effect):
    facts = {"admission_stamp": True, "issued_in_this_centre": True}
    submission = {"provider": {"sector": sector}, "facts": {"teaching": teaching}}
    result = ordered_by("intern", FILM, rule="GEN-10", facts=facts, submission=submission)

    assert said(result, "GEN-10") == effect


def test_one_broken_condition_asks_for_no_other():
    result = ordered_by("intern", FILM, rule="GEN-10", facts={"admission_stamp": False}, submission=UNIVERSITY)

    assert said(result, "GEN-10") == [Effect.REJECT]


def test_a_prescriber_without_a_qualification_may_be_an_intern():
    good = {"admission_stamp": True, "issued_in_this_centre": True}

    assert asked(ordered_by(None, FILM, rule="GEN-10"), "GEN-10") == {"prescriber.qualification"}
    assert said(ordered_by(None, FILM, rule="GEN-10", facts=good, submission=UNIVERSITY), "GEN-10") == []


@pytest.mark.parametrize("text", [None, "", "  "])
def test_a_blank_diagnosis_is_none(text):
    claim = {"diagnosis": text, "lines": [FILM]}

    assert said(assess("GEN-12", "imaging", claim=claim), "GEN-12") == [Effect.REJECT]


def test_a_refused_approval_heals_no_missing_diagnosis():
    result = ordered_by(
        "specialist", MRI, FILM, rule="GEN-12", facts={"insurer_approved": False}, claim={"diagnosis": None}
    )

    assert said(result, "GEN-12") == [Effect.REJECT]


@pytest.mark.parametrize(
    ("prescriber", "kind", "effect"),
    [
        ({"id": "11113"}, "imaging_center", [Effect.REJECT]),
        ({"id": "11113"}, "office", []),
        ({"id": None}, "imaging_center", [Effect.QUERY]),
        ({"id": "99999"}, "imaging_center", []),
    ],
)
def test_the_officers_own_order(prescriber, kind, effect):
    submission = {"provider": {"kind": kind}, "facts": {"technical_officer_id": "11113"}}
    result = assess("GEN-09", "imaging", submission=submission, claim={"prescriber": prescriber, "lines": [FILM]})

    assert said(result, "GEN-09") == effect


@pytest.mark.parametrize(
    ("specialty", "effect"), [("interventional_radiology", []), ("radiology", [Effect.REJECT]), (None, [Effect.QUERY])]
)
def test_the_officers_own_interventional_order(specialty, effect):
    performer = {"id": "70001", "qualification": "fellowship", "specialty": "interventional_radiology"}
    line = {"code": "G112", "amount": 1500000, "performer": performer}
    claim = {"prescriber": {"specialty": specialty}, "lines": [line]}
    submission = {"provider": {"kind": "hospital"}, "facts": {"technical_officer_id": "11113"}}
    result = assess("GEN-09", "imaging", submission=submission, claim=claim)

    assert said(result, "GEN-09") == effect


def test_an_unknown_officer_is_not_asked_for():
    assert said(assess("GEN-09", "imaging", claim={"prescriber": {"id": None}, "lines": [FILM]}), "GEN-09") == []


def test_a_specialty_is_judged_on_high_cost_rows_only():
    cheap = {"code": "X1", "fee": 1000, "attributes": {"ordering_specialties": ["cardiology"]}}
    result = ordered_by("specialist", {"code": "X1", "amount": 1000}, rule="GEN-16f", services=[cheap])

    assert general(result, 1) == set()


def test_a_general_practitioner_falls_under_his_own_rule_only():
    heart = {"code": "G201", "amount": 1000000}
    result = ordered_by("gp", heart, base="nuclear_medicine", rule="GEN-16f", specialty="general_practice")

    assert general(result, 1) == {"GEN-13"}


@pytest.mark.parametrize(
    ("patient", "relevant", "specialty", "effect", "waits_for"),
    [
        ({"birth_date": "1377-03-07", "sex": "male"}, None, "pediatrics", [Effect.QUERY], {"specialty_relevant"}),
        ({"birth_date": "1377-03-08", "sex": "male"}, None, "pediatrics", [], set()),
        ({"birth_date": "1377-03-07", "sex": "male"}, False, "pediatrics", [Effect.REJECT], set()),
        ({"birth_date": "1377-03-07", "sex": "male"}, True, "pediatrics", [], set()),
        ({"birth_date": None, "sex": "male"}, None, "pediatrics", [Effect.QUERY], {"birth_date"}),
        ({"birth_date": None, "sex": "male"}, False, "pediatrics", [Effect.QUERY], {"birth_date"}),
        ({"birth_date": None, "sex": "male"}, True, "pediatrics", [], set()),
        ({"birth_date": "1350-01-01", "sex": "female"}, False, "obstetrics_gynecology", [], set()),
        ({"birth_date": "1350-01-01", "sex": "male"}, False, "obstetrics_gynecology", [Effect.REJECT], set()),
        ({"birth_date": "1350-01-01", "sex": None}, None, "obstetrics_gynecology", [Effect.QUERY], {"sex"}),
        ({"birth_date": "1300-01-01", "sex": "male"}, False, "cardiology", [], set()),
    ],
)
def test_a_patient_outside_the_prescribers_specialty(patient, relevant, specialty, effect, waits_for):
    claim = {
        "patient": patient,
        "prescriber": {"specialty": specialty},
        "lines": [{"code": "G111", "amount": 2000000, "facts": {"specialty_relevant": relevant}}],
    }
    result = assess("GEN-16g", "imaging", claim=claim)

    assert said(result, "GEN-16g") == effect
    assert asked(result, "GEN-16g") == waits_for
