"""Single tests: cover, reports, exclusions inside a prescription, and prices by method."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, cited, marks, said, waiting
from tests.rules.laboratory.prescriptions import item, prescription, stay


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"requested_as_panel": True}, [Effect.REJECT]),
        ({"requested_as_panel": False, "title_complete": None}, []),
        ({"title_complete": False}, [Effect.QUERY]),
        ({"title_complete": None}, [Effect.QUERY]),
        ({}, []),
    ],
)
def test_what_tells_that_tests_were_asked_for_one_by_one(facts, says):
    assert said(prescription("LAB-04a", item("800005"), item("801415", **facts)), "LAB-04a") == says


def test_the_title_of_an_admission_is_not_looked_at():
    assert said(prescription("LAB-04a", item("800005", title_complete=None), item("801415")), "LAB-04a") == []


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"method_approved": True}, []),
        ({"method_approved": True, "method": "glucometer"}, [Effect.REJECT]),
        ({"method_approved": False, "method": "enzymatic"}, [Effect.REJECT]),
        ({}, [Effect.QUERY]),
    ],
)
def test_an_invalid_method(facts, says):
    assert said(prescription("LAB-04c", item("L-FBS", **facts)), "LAB-04c") == says


@pytest.mark.parametrize(
    ("provider", "facts", "says"),
    [
        ({"kind": "health_center"}, {}, [Effect.QUERY]),
        ({"sector": "public_university"}, {"level_one_service": False}, [Effect.REJECT]),
        ({"sector": "private"}, {"level_one_service": True}, []),
        ({"sector": "private"}, {}, [Effect.REJECT]),
    ],
)
def test_a_level_one_service_is_asked_for_where_such_are_given(provider, facts, says):
    smear = {"code": "L-LBC", "section": "pathology", "amount": 250000}
    result = prescription("LAB-04l", smear, facts=facts, submission={"provider": provider})

    assert said(result, "LAB-04l") == says


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("804600", "LAB-05b"),
        ("804641", None),
        ("804799", None),
        ("804855", "LAB-05a"),
        ("804856", None),
        ("804999", None),
        ("805000", "LAB-05c"),
        ("805108", "LAB-05c"),
        ("805109", None),
        ("806499", None),
        ("806576", None),
        ("807000", "LAB-05e"),
    ],
)
def test_ranges_of_reports_take_in_both_ends(code, rule):
    row = {"code": code, "amount": 1000, "facts": {"report_attached": False}}
    rules = {said_rule for said_rule in cited(prescription("LAB-13b", row), 1) if said_rule.startswith("LAB-05")}

    assert rules == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("facts", "says", "asked"),
    [
        ({"tg_mg_dl": 401}, [Effect.QUERY], ("tg_report_attached",)),
        ({"tg_mg_dl": 400}, [Effect.REJECT], None),
        ({"tg_report_attached": False}, [Effect.REJECT], None),
        ({}, [Effect.QUERY], ("tg_mg_dl", "tg_report_attached")),
    ],
)
def test_measured_lipids(facts, says, asked):
    lipid = {"code": "L-LDL", "amount": 35000, "facts": {"measured_with_kit": True}}
    result = prescription("LAB-06c", lipid, facts=facts)

    assert said(result, "LAB-06c") == says
    assert waiting(result, "LAB-06c").get(1) == asked


def test_the_prescription_of_a_ward_is_one_date():
    same = stay("LAB-04d", item("L-CBC", 1, "1395-03-06"), {"code": "L-MCV", "amount": 8000, "date": "1395-03-06"})
    other = stay("LAB-04d", item("L-CBC", 1, "1395-03-06"), {"code": "L-MCV", "amount": 8000, "date": "1395-03-07"})
    undated = stay("LAB-04d", item("L-CBC", 1, "1395-03-05"), {"code": "L-MCV", "amount": 8000})
    outpatient = prescription(
        "LAB-04d", item("L-CBC", 1, "1395-03-07"), {"code": "L-MCV", "amount": 8000, "date": "1395-03-08"}
    )

    assert [approved(result)[1] for result in (same, other, undated, outpatient)] == [0, 8000, 8000, 0]


def test_a_refused_count_holds_no_indices():
    result = prescription(
        "LAB-04d", item("L-CBC", requested_as_panel=True), {"code": "L-MCV", "amount": 8000}, item("801415")
    )

    assert approved(result) == [0, 8000, 50000]


@pytest.mark.parametrize(
    ("code", "claimed", "method", "left", "asked"),
    [
        ("L-CRP-QN", 100000, "quantitative", 90000, False),
        ("L-CRP-QN", 90000, "qualitative", 40000, False),
        ("L-CRP-SQ", 60000, None, 60000, True),
        ("L-CRP-SQ", 40000, None, 40000, False),
        ("L-CRP-SQ", 60000, "quantitative", 60000, False),
        ("L-RF-QN", 70000, "semi_quantitative", 70000, False),
    ],
)
def test_the_price_of_the_method_asked_for(code, claimed, method, left, asked):
    facts = {"requested_method": method} if method else {}
    result = prescription("LAB-04f", {"code": code, "amount": claimed, "facts": facts})

    assert approved(result) == [left]
    assert bool(waiting(result, "LAB-04f")) is asked


def test_the_price_of_a_method_is_that_of_all_units():
    twice = {"code": "L-CRP-QN", "qty": 2, "amount": 180000, "facts": {"requested_method": "not_stated"}}

    assert approved(prescription("LAB-04f", twice)) == [80000]


def test_the_note_on_both_methods_wins_over_a_method_that_was_not_stated():
    lines = [
        {"code": "L-CRP-QN", "amount": 90000, "facts": {"requested_method": "not_stated"}},
        {"code": "L-CRP-QL", "amount": 40000},
        {"code": "L-CRP-SQ", "amount": 60000},
    ]
    result = prescription("LAB-04f", *lines)

    assert marks(result) == [Mark.TICK, Mark.ZERO, Mark.QUERY]


def test_a_marker_without_a_price_of_immunohistochemistry_is_a_question():
    row = {"code": "T-IPT", "section": "pathology", "group": "immunophenotyping", "fee": 200000, "from": "1393-01-01"}
    before = {"prescription_date": "1393-12-01", "service_date": "1393-12-02"}
    line = {"code": "T-IPT", "section": "pathology", "amount": 200000}
    month = {"month": "1393-12", "delivered_on": "1394-01-10", "provider": {"contract_from": "1393-01-01"}}
    result = prescription("LAB-11l", line, claim=before, submission=month, services=[row])

    assert waiting(result, "LAB-11l") == {1: ()}
    assert approved(result) == [200000]


@pytest.mark.parametrize(("asked", "says"), [(0, [Effect.REJECT]), (1, [Effect.REDUCE]), (2, []), (3, [])])
def test_markers_asked_for(asked, says):
    row = {"code": "L-IHC", "section": "pathology", "qty": 2, "amount": 300000, "facts": {"markers_requested": asked}}

    assert said(prescription("LAB-11k", row), "LAB-11k") == says


@pytest.mark.parametrize(
    ("code", "facts", "says"),
    [
        ("L-PKU1", {"carrier_documents": True}, {}),
        ("L-PKU2", {"carrier_documents": True}, {"LAB-10a": [Effect.QUERY]}),
        ("L-PKU1", {}, {"LAB-10a": [Effect.QUERY]}),
        ("L-AR2", {"affected_child": True, "pregnancy_month": 0}, {}),
        ("L-PKU1", {"affected_child": True, "pregnancy_month": 5}, {"LAB-10a": [Effect.REJECT]}),
        ("L-AR1", {"affected_child": False}, {"LAB-10b": [Effect.QUERY]}),
        ("L-XL1", {"carrier_documents": False}, {"LAB-10c": [Effect.REJECT]}),
        ("L-XL2", {"carrier_documents": True, "married": True}, {"LAB-10c": [Effect.QUERY]}),
        (
            "L-XL2",
            {"carrier_documents": True, "married": True, "stage_one_positive": False},
            {"LAB-10c": [Effect.REJECT]},
        ),
        ("L-XL1", {"carrier_documents": True, "married": True}, {}),
    ],
)
def test_carriers_of_inherited_diseases(code, facts, says):
    unknown = {"carrier_documents": None, "married": None} | facts
    result = prescription("LAB-10c", {"code": code, "amount": 300000}, facts=unknown)

    assert {rule: said(result, rule) for rule in ("LAB-10a", "LAB-10b", "LAB-10c") if said(result, rule)} == says
