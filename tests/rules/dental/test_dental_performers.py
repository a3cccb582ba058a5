"""Who did it: auxiliaries, specialists in and outside their field, and what an unknown rank means."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, asked, cited, said
from tests.rules.dental.chair import AUXILIARY, CHILD, SURGEON, dentist, done

BY_AUXILIARY = {"performer": AUXILIARY}
UNKNOWN_RANK = {"prescriber": {"qualification": None, "specialty": None}}
NOT_PUBLIC = [
    {"provider": {"sector": "private"}}, {"provider": {"sector": "charity"}}, {"provider": {"contracted": False}},
]  # fmt: skip


@pytest.mark.parametrize("submission", NOT_PUBLIC)
def test_an_auxiliary_is_paid_in_contracted_public_centres_only(submission):
    result = dentist("DEN-05b", done("D23", over=BY_AUXILIARY), claim=CHILD, submission=submission)

    assert approved(result) == [0]
    assert "DEN-05c" not in cited(result, 1)


def test_an_auxiliary_of_another_public_centre_is_paid_half():
    line = done("D23", over=BY_AUXILIARY, auxiliary_permitted=True)
    result = dentist("DEN-05a", line, claim=CHILD, submission={"provider": {"sector": "public_other"}})

    assert approved(result) == [10000]


def test_an_examination_by_an_auxiliary_is_one_ground_only():
    result = dentist("DEN-07", done("D1", over=BY_AUXILIARY), submission={"provider": {"sector": "private"}})

    assert {rule for rule in cited(result, 1) if rule.startswith("DEN-")} == {"DEN-07"}


@pytest.mark.parametrize(("amount", "taken"), [(88000, 44000), (44001, 1), (44000, 0), (100000, 44000)])
def test_the_half_above_an_auxiliarys_share_is_taken_by_its_own_clause(amount, taken):
    line = done("D25", over=BY_AUXILIARY, auxiliary_permitted=True, tooth_erupted_on="1393-06-01")
    result = dentist("DEN-05a", line | {"amount": amount}, claim=CHILD)

    assert approved(result) == [min(amount, 44000)]
    assert sum(finding.deducted for finding in result.findings if finding.rule == "DEN-05a") == taken


@pytest.mark.parametrize(
    ("amount", "surplus", "overcharge"), [(110001, 1, 0), (165000, 55000, 0), (165001, 55000, 1), (110000, 0, 0)]
)
def test_a_surplus_outside_the_field_is_split_from_what_is_above_it(amount, surplus, overcharge):
    claim = {"prescriber": SURGEON | {"specialty": "periodontics"}}
    result = dentist("DEN-04b", done("D36") | {"amount": amount}, claim=claim)

    taken = {finding.rule: finding.deducted for finding in result.findings if finding.deducted}
    assert taken == {rule: rials for rule, rials in (("DEN-04b", surplus), ("GEN-15e", overcharge)) if rials}


def test_a_specialist_who_does_not_use_his_surplus_is_not_noted():
    assert said(dentist("DEN-04a", done("D36"), claim={"prescriber": SURGEON}), "DEN-04a") == []
    used = dentist("DEN-04a", done("D36") | {"amount": 110001}, claim={"prescriber": SURGEON})
    assert said(used, "DEN-04a") == [Effect.NOTE]


def test_a_specialist_of_any_field_has_no_surplus_on_his_own_examination():
    result = dentist("DEN-04a", done("D2") | {"amount": 225000}, claim={"prescriber": SURGEON})

    assert approved(result) == [150000]
    assert cited(result, 1) == {"GEN-15e"}


def test_an_unknown_rank_is_paid_as_a_specialist_meanwhile():
    result = dentist("DEN-04b", done("D36", auxiliary_permitted=True) | {"amount": 200000}, claim=UNKNOWN_RANK)

    assert approved(result) == [165000]
    assert asked(result, "DEN-04b") == {"prescriber.qualification"}
    assert asked(result, "DEN-05a") == {"prescriber.qualification"}


def test_a_rank_is_not_asked_for_where_the_claim_is_below_every_price():
    result = dentist("DEN-04b", done("D36", auxiliary_permitted=True) | {"amount": 50000}, claim=UNKNOWN_RANK)

    assert asked(result, "DEN-04b") | asked(result, "DEN-05a") == set()


def test_an_unknown_rank_is_not_asked_about_where_the_field_is_another():
    claim = {"prescriber": {"qualification": None, "specialty": "periodontics"}}
    result = dentist("DEN-04b", done("D36", auxiliary_permitted=True) | {"amount": 200000}, claim=claim)

    assert approved(result) == [110000]
    assert asked(result, "DEN-04b") == set()


@pytest.mark.parametrize("submission", NOT_PUBLIC[:2])
def test_the_half_is_not_asked_about_where_an_auxiliary_is_not_paid_at_all(submission):
    result = dentist("DEN-05b", done("D36"), claim=UNKNOWN_RANK, submission=submission)

    assert asked(result, "DEN-05b") == {"prescriber.qualification"}
    assert "DEN-05a" not in cited(result, 1)


@pytest.mark.parametrize(("permitted", "asking"), [(False, {"DEN-05c"}), (True, {"DEN-05a"})])
def test_of_an_unknown_rank_the_clause_asks_that_could_take_something(permitted, asking):
    result = dentist("DEN-05c", done("D36", auxiliary_permitted=permitted), claim=UNKNOWN_RANK)

    assert {rule for rule in ("DEN-05a", "DEN-05c") if asked(result, rule)} == asking


def test_the_specialists_examination_of_an_unknown_rank_is_asked_about():
    result = dentist("DEN-04c", done("D2"), claim=UNKNOWN_RANK)

    assert approved(result) == [150000]
    assert asked(result, "DEN-04c") == {"prescriber.qualification"}


@pytest.mark.parametrize("section", ["supply", "drug", "prosthesis"])
def test_materials_are_refused_coded_or_not(section):
    result = dentist("DEN-09a", done("D36"), {"section": section, "code": None, "title": "ماده", "amount": 1000})

    assert approved(result) == [110000, 0]
