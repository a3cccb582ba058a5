"""Item 1: the referral, patients irradiated before, and the papers of each service."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, cited, said, waiting
from tests.rules.radiotherapy.courses import RADIOTHERAPIST, course, done, past

NONE = {"initial_referral_attached": False}


def rules(result):
    return {rule for rule in cited(result) if rule.startswith("RT-")}


@pytest.mark.parametrize(
    ("prescriber", "expected"),
    [
        ({}, {"RT-01c"}),
        (RADIOTHERAPIST, {"RT-01a", "RT-01c"}),
        ({"qualification": "gp"}, {"RT-01a", "RT-01c"}),
        ({"qualification": "subspecialist"}, {"RT-01c"}),
    ],
)
def test_without_a_referral_the_claim_falls_and_the_prescriber_may_be_a_second_ground(prescriber, expected):
    result = course("RT-01a", done("901950"), over={"prescriber": prescriber}, **NONE)

    assert rules(result) == expected
    assert approved(result) == [0]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"prior_radiotherapy": True, "prior_records_attached": True}, set()),
        ({"prior_radiotherapy": True, "prior_records_attached": None}, {"RT-01d"}),
        ({"prior_radiotherapy": None}, {"RT-01d"}),
    ],
)
def test_a_patient_irradiated_before_may_come_directly_with_his_records(facts, expected):
    result = course("RT-01d", done("901950"), **NONE, **facts)

    assert rules(result) == expected
    assert approved(result) == [50000]


@pytest.mark.parametrize(
    ("date", "code", "start", "effects"),
    [
        ("1394-06-10", "705300", None, []),
        ("1394-06-10", "705555", "1395-02-01", []),
        ("1394-06-10", "705556", None, [Effect.REJECT]),
        ("1395-02-01", "705330", "1395-02-01", [Effect.REJECT]),
        ("1395-01-31", "705330", "1395-02-01", []),
    ],
)
def test_the_history_shows_an_earlier_course(date, code, start, effects):
    history = (past(date, code),)
    result = course("RT-01c", done("901950"), history=history, course_start=start, **NONE)

    assert said(result, "RT-01c") == effects


def test_an_unknown_referral_is_not_asked_of_who_may_come_directly():
    known = {"prior_radiotherapy": True, "prior_records_attached": True, "initial_referral_attached": None}

    assert rules(course("RT-01c", done("901950"), **known)) == set()
    assert rules(course("RT-01c", done("901950"), **known | {"prior_records_attached": False})) == {"RT-01c"}


@pytest.mark.parametrize("section", ["visit", "consultation"])
def test_visits_and_consultations_are_refused(section):
    result = course("RT-02a", {"section": section, "code": None, "amount": 150000})

    assert approved(result) == [0]


@pytest.mark.parametrize(("sheet", "effects"), [("missing", [Effect.REJECT]), ("signed", []), (None, [Effect.QUERY])])
def test_cobalt_fields_need_the_signed_sheet_too(sheet, effects):
    assert said(course("RT-01g", done("705430", rt_region="breast"), treatment_sheet=sheet), "RT-01g") == effects


@pytest.mark.parametrize(
    ("sector", "facts", "asks"),
    [
        ("public_other", {"supervisor_confirmed": None}, {1: ("supervisor_confirmed",)}),
        ("charity", {"shield_image": None}, {1: ("shield_image",)}),
        ("charity", {"supervisor_confirmed": None}, {}),
        ("public_university", {"shield_image": None}, {}),
    ],
)
def test_a_shield_is_proved_by_sector(sector, facts, asks):
    result = course("RT-09b", done("705360", **facts), office={"provider": {"sector": sector}})

    assert waiting(result, "RT-09b") == asks
