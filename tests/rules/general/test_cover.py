"""Items 8, 14, 16, 18, 27 and 28 at their boundaries: whether a line is covered."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import asked, assess, general, said

BRAIN = {"code": "G109", "amount": 250000}
FILM = {"code": "G106", "amount": 100000}
PSA = {"code": "G301", "amount": 120000}


def row(**attributes):
    return [{"code": "X1", "fee": 1000, "attributes": attributes}]


def with_row(rule, attributes, *, base="imaging", line=None, **over):
    claim = {"lines": [{"code": "X1", "amount": 1000} | (line or {})]} | over.pop("claim", {})
    return assess(rule, base, services=row(**attributes), claim=claim, **over)


@pytest.mark.parametrize(
    ("born", "served", "effect"),
    [
        ("1395-01-31", "1395-02-31", []),
        ("1395-06-31", "1395-07-30", []),
        ("1395-06-31", "1395-08-01", [Effect.REJECT]),
        ("1395-11-30", "1395-12-30", []),
    ],
)
def test_a_month_after_birth(born, served, effect):
    claim = {
        "patient": {"birth_date": born},
        "service_date": served,
        "pathway": "reimbursement",
        "facts": {"mother_booklet": True},
        "lines": [BRAIN],
    }

    assert said(assess("GEN-08t", "imaging", claim=claim), "GEN-08t") == effect


def test_other_services_go_whenever_the_newborn_was_born():
    claim = {"patient": {"birth_date": None}, "facts": {"mother_booklet": True}, "lines": [FILM]}

    assert said(assess("GEN-08t", "imaging", claim=claim), "GEN-08t") == [Effect.REJECT]


def test_a_late_stay_goes_with_all_its_lines():
    lines = [{"section": "imaging", "code": code, "amount": 1000} for code in ("G108", "G109")]
    claim = {"patient": {"birth_date": "1395-02-04"}, "facts": {"mother_booklet": True}, "lines": lines}
    result = assess("GEN-08t", "inpatient", claim=claim)

    assert said(result, "GEN-08t") == [Effect.REJECT, Effect.REJECT]


@pytest.mark.parametrize("base", ["radiotherapy", "physiotherapy"])
def test_screening_does_not_concern_treatment(base):
    claim = {"facts": {"screening": True}, "lines": [{"code": "G106", "amount": 1}]}

    assert said(assess("GEN-14", base, claim=claim), "GEN-14") == []


@pytest.mark.parametrize(("ordered", "effect"), [(None, []), (False, [Effect.REJECT])])
def test_the_order_of_physiotherapy_is_not_asked_for_line_by_line(ordered, effect):
    line = {"code": "G701", "amount": 1, "facts": {"ordered_by_physician": ordered}}

    assert said(assess("GEN-16", "physiotherapy", claim={"lines": [line]}), "GEN-16") == effect


@pytest.mark.parametrize(
    ("conditions", "effect"), [([], [Effect.QUERY]), (["malignancy"], []), (["dialysis"], [Effect.QUERY])]
)
def test_a_malignancy_makes_the_sex_needless(conditions, effect):
    claim = {"patient": {"sex": None, "conditions": conditions}, "lines": [PSA]}

    assert said(assess("GEN-16c", "laboratory", claim=claim), "GEN-16c") == effect


def test_a_strict_service_needs_the_sex_in_a_malignancy_too():
    claim = {"patient": {"sex": None, "conditions": ["malignancy"]}, "lines": [{"code": "G302", "amount": 90000}]}

    assert asked(assess("GEN-16c", "laboratory", claim=claim), "GEN-16c") == {"sex"}


@pytest.mark.parametrize(
    ("attributes", "born", "rules"),
    [
        ({"age_from": 18}, "1377-03-07", set()),
        ({"age_from": 18}, "1377-03-08", {"GEN-16d", "GEN-16e"}),
        ({"age_below": 1}, "1394-03-08", set()),
        ({"age_below": 1}, "1394-03-07", {"GEN-16d", "GEN-16e"}),
        ({"age_from": 6, "age_below": 14}, "1389-03-07", set()),
        ({"age_from": 6, "age_below": 14}, "1381-03-07", {"GEN-16d", "GEN-16e"}),
    ],
)
def test_ages_at_their_birthdays(attributes, born, rules):
    result = with_row(
        "GEN-16d",
        attributes,
        claim={"patient": {"birth_date": born, "conditions": ["malignancy"]}, "lines": [{"code": "X1", "amount": 1}]},
    )

    assert general(result, 1) == rules


def test_sex_and_age_are_both_cited_and_told_once():
    patient = {"sex": "male", "birth_date": "1340-01-01"}
    result = with_row("GEN-16e", {"sex": "female", "age_below": 18}, claim={"patient": patient})

    assert general(result, 1) == {"GEN-16c", "GEN-16d", "GEN-16e"}
    assert said(result, "GEN-16e") == [Effect.REFER]


@pytest.mark.parametrize(
    ("level_one", "gp_officer", "effect"),
    [
        (True, None, []),
        (False, True, [Effect.REJECT]),
        (False, None, [Effect.QUERY]),
        (False, False, []),
        (None, True, [Effect.QUERY]),
        (None, None, [Effect.QUERY]),
        (None, False, []),
    ],
)
def test_level_one_of_a_health_centre(level_one, gp_officer, effect):
    attributes = {} if level_one is None else {"rural_level1": level_one}
    submission = {"provider": {"kind": "health_center"}, "facts": {"gp_officer": gp_officer}}

    assert said(with_row("GEN-18b", attributes, submission=submission), "GEN-18b") == effect


def test_other_centres_and_unknown_codes_have_no_level():
    elsewhere = with_row("GEN-18b", {"rural_level1": False}, submission={"facts": {"gp_officer": True}})
    submission = {"provider": {"kind": "health_center"}, "facts": {"gp_officer": True}}
    unknown = assess("GEN-18b", "laboratory", submission=submission, claim={"lines": [{"code": "899999", "amount": 1}]})

    assert (said(elsewhere, "GEN-18b"), said(unknown, "GEN-18b")) == ([], [])


@pytest.mark.parametrize("met", [False, None])
def test_a_conditional_star(met):
    line = {"code": "G115", "amount": 350000, "facts": {"cover_condition_met": met}}

    assert said(assess("GEN-27b", "imaging", claim={"lines": [line]}), "GEN-27b") == [
        Effect.QUERY if met is None else Effect.REJECT
    ]


def test_a_row_that_denies_the_lack_of_a_tariff_is_paid():
    assert general(with_row("GEN-27c", {"no_tariff": False}), 1) == set()


@pytest.mark.parametrize(
    ("named", "effect"), [(["X1"], []), ([], [Effect.REJECT]), (["ct"], [Effect.REJECT]), (None, [Effect.QUERY])]
)
def test_a_service_named_in_the_contract(named, effect):
    assert (
        said(with_row("GEN-28", {"needs_contract": True}, submission={"facts": {"contract_items": named}}), "GEN-28")
        == effect
    )


def test_a_reimbursement_has_no_contract_to_look_into():
    claim = {"pathway": "reimbursement"}

    assert said(with_row("GEN-28", {"needs_contract": True}, claim=claim), "GEN-28") == []


def test_a_line_that_cover_rejects_asks_nothing_more():
    claim = {
        "facts": {"screening": True},
        "lines": [{"code": "G101", "amount": 600000, "facts": {"report_attached": None}}, FILM],
    }
    result = assess("GEN-19", "imaging", claim=claim)

    assert result.queries == ()
    assert [line.mark for line in result.lines] == [Mark.ZERO, Mark.ZERO]


def test_the_reviewer_is_shown_the_diagnosis_beside_each_line():
    shown = assess("GEN-16b", "imaging", claim={"lines": [FILM, BRAIN]}).remarks

    assert [remark.line for remark in shown if remark.rule == "GEN-16b"] == [1, 2]
    assert all(remark.rule != "GEN-16b" for remark in assess("GEN-16b", "laboratory", claim={"lines": [PSA]}).remarks)
