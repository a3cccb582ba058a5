"""Assaults, stays and operations for a complication: which are refused, and when it is asked."""

import pytest

from app.domain.claim import ClaimKind
from app.domain.findings import Verdict
from tests.rules.claims import approved, asked, cited, said
from tests.rules.inpatient_services.stays import SURGEON, bill, item, operation, row

CASE, COURT = "assault_case", "judicial_confirmation"


@pytest.mark.parametrize(
    ("case", "court", "left", "unread"),
    [
        ("first_degree_family", None, 1, set()),
        ("assailant_insane_no_guardian", None, 1, set()),
        ("assailant_fugitive", True, 1, set()),
        ("assailant_fugitive", False, 0, set()),
        ("assailant_fugitive", None, 1, {COURT}),
        ("other", True, 0, set()),
        (None, None, 1, {CASE}),
    ],
)
def test_an_assault_is_covered_in_three_cases(case, court, left, unread):
    result = bill("SUR-OTH-03", item("دارو"), facts={"injury_cause": "assault", CASE: case, COURT: court})

    assert approved(result) == [100_000 * left]
    assert asked(result, "SUR-OTH-03") == unread


FOR_IT = "admission_for_complication"


def stay(*history, answer=None, admitted="1395-03-05T08:00"):
    rows = [{"date": date, "code": code} for date, code in history]
    return bill("SUR-OTH-05a", item("دارو"), history=rows, admitted_at=admitted, facts={FOR_IT: answer})


@pytest.mark.parametrize(
    ("date", "code", "is_asked"),
    [
        ("1395-02-05", "DG22", True),
        ("1395-02-04", "DG22", False),
        ("1395-03-04", "GL01", True),
        ("1395-03-04", "HI03", False),
        ("1395-03-04", "unknown", False),
    ],
)
def test_a_stay_within_a_month_of_an_operation_is_asked_about(date, code, is_asked):
    assert (asked(stay((date, code)), "SUR-OTH-05a") == {FOR_IT}) == is_asked


def test_the_last_day_of_a_shorter_month_counts_as_a_month_after_the_31st():
    assert asked(stay(("1395-06-31", "DG22"), admitted="1395-07-30T08:00"), "SUR-OTH-05a") == {FOR_IT}


def test_a_stay_that_is_known_falls_or_stands_whatever_the_history_holds():
    assert stay(answer=True).verdict is Verdict.REJECTED
    assert said(stay(("1395-03-04", "DG22"), answer=False), "SUR-OTH-05a") == []


NEXT = "1395-03-06"
COMPLICATION = "complication_of_operation"


def again(date=NEXT, code="OT11", **facts):
    return row(
        "surgery", code, 3_500_000, over={"date": date, "performer": SURGEON}, operation_times_confirmed=True, **facts
    )


@pytest.mark.parametrize(("date", "is_asked"), [(NEXT, True), ("1395-03-05", False)])
def test_an_operation_of_a_later_day_is_asked_about(date, is_asked):
    result = bill("SUR-OTH-05b", operation("DG22", 4_500_000), again(date))

    assert (asked(result, "SUR-OTH-05b") == {COMPLICATION}) == is_asked
    assert [finding.line for finding in result.queries if finding.rule == "SUR-OTH-05b"] == ([2] if is_asked else [])


def test_a_complication_falls_with_its_room_and_anesthesia_whatever_its_section():
    lines = [
        operation("DG22", 4_500_000),
        again(**{COMPLICATION: True}),
        row("operating_room", "OT11", 100_000, over={"date": NEXT}, in_operating_room=True),
        row("anesthesia", "OT11", 100_000, over={"date": NEXT}),
        row("anesthesia", "AN01", 900_000),
        item("دارو", **{COMPLICATION: True}),
    ]

    result = bill("SUR-OTH-05b", *lines)

    assert approved(result) == [4_500_000, 0, 0, 0, 900_000, 0]
    assert all("SUR-OTH-05b" in cited(result, no) for no in (2, 3, 4, 6))


def test_an_item_of_a_complication_takes_no_other_item_without_a_code_along():
    lines = [item("دارو", **{COMPLICATION: True}), row("operating_room", None, 50_000), row("anesthesia", None, 50_000)]

    assert approved(bill("SUR-OTH-05b", *lines)) == [0, 50_000, 50_000]


def test_in_a_global_claim_the_global_clause_is_cited_alone():
    result = bill("SUR-OTH-05b", row("global", "GL01", 10_000_000), again(**{COMPLICATION: True}))

    assert said(result, "SUR-OTH-05b") == []
    assert "GLO-07" in cited(result, 2)


def test_an_observation_is_judged_like_a_stay():
    result = bill("SUR-OTH-05b", again("1395-03-05", **{COMPLICATION: True}), base=ClaimKind.TEMPORARY.value)

    assert approved(result) == [0]
