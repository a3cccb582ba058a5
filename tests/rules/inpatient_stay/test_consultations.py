"""Consultations of a stay: who asks and gives them, how many are paid in full, invited physicians. Test fees."""

import pytest

from tests.rules.claims import approved, asked, assess, cited, said, waiting
from tests.rules.inpatient_stay.hospital_stays import anesthesia, bill, item, operation, stay
from tests.rules.inpatient_stay.visiting import (
    CARDIOLOGIST,
    INVITED,
    NEUROLOGIST,
    consultation,
    physician,
)

LONG = "1395-03-30T10:00"
FIELDS = [CARDIOLOGIST, NEUROLOGIST, physician("infectious_diseases", "20013")]


def test_the_attending_physicians_field_is_asked_for():
    over = {"prescriber": {"id": "11116", "qualification": "specialist", "specialty": None}}
    result = stay("CNS-00", consultation(200_000), over=over)

    assert asked(result, "CNS-00") == {"prescriber.specialty"}


@pytest.mark.parametrize(
    ("rank", "left"), [("gp", 0), ("intern", 0), ("resident", 200_000), ("subspecialist", 200_000)]
)
def test_general_practitioners_and_interns_ask_for_none(rank, left):
    over = {"prescriber": {"qualification": rank}}

    assert approved(stay("CNS-01d", consultation(200_000), over=over)) == [left]


def test_the_sheet_without_a_date_is_refused_although_the_line_has_one():
    assert approved(stay("CNS-01c", consultation(200_000, consult_dated=False))) == [0]
    assert asked(stay("CNS-01c", consultation(200_000, on=None)), "CNS-01c") == {"consult_dated"}


def test_a_field_with_codes_of_its_own_and_a_code_of_no_pack_is_left_to_the_code():
    result = stay("CNS-06", consultation(90_000, physician("nutrition", "20015"), code="999999"))

    assert cited(result, 1) == {"GEN-25"}


@pytest.mark.parametrize("section", ["surgery", "global"])
def test_an_anesthetists_consultation_before_an_operation(section):
    code = {"surgery": "990001", "global": "G12"}[section]
    lines = [item(section, 3_000_000, code), consultation(200_000, physician("anesthesiology", "20003"))]

    assert approved(stay("CNS-04", *lines))[1] == (200_000 if section == "surgery" else 0)
    assert approved(stay("CNS-04", *lines, anesthesia()))[1] == 0


def test_further_units_are_worth_a_later_visit_whatever_was_claimed():
    """Three at their fee, one at that of a later day: not four at the fee of a consultation."""
    result = stay("CNS-03a", consultation(4 * 260_000, qty=4), until=LONG)

    assert approved(result) == [3 * 200_000 + 100_000]
    assert cited(result, 1) == {"CNS-02", "CNS-03a"}


def test_further_units_claimed_below_a_later_visit_stay_as_claimed():
    result = stay("CNS-03a", consultation(4 * 90_000, qty=4), until=LONG)

    assert (approved(result), cited(result, 1)) == ([360_000], set())


def test_a_line_that_crosses_both_limits_is_cited_for_its_field():
    lines = [consultation(600_000, field, qty=3) for field in FIELDS[:2]]
    result = stay("CNS-03b", *lines, consultation(800_000, FIELDS[2], on="07", qty=4), until=LONG)

    assert approved(result) == [600_000, 600_000, 400_000]
    assert cited(result, 3) == {"CNS-03b"}


def test_the_part_of_a_line_that_has_room_is_paid_in_full():
    first, second = consultation(600_000, FIELDS[0], qty=3), consultation(400_000, FIELDS[1], qty=2)
    result = stay("CNS-03b", first, second, consultation(600_000, FIELDS[2], on="07", qty=3), until=LONG)

    assert approved(result) == [600_000, 400_000, 200_000 + 2 * 100_000]


def test_coded_consultations_of_physicians_count_and_keep_the_price_of_their_row():
    row = {"code": "990400", "section": "consultation", "fee": 220_000}
    coded = consultation(4 * 300_000, qty=4, code="990400")
    result = stay("CNS-03a", coded, services=(row,), until=LONG)

    assert approved(result) == [3 * 220_000 + 100_000]
    assert cited(result, 1) == {"CNS-03a", "GEN-15e"}


def test_fields_with_own_codes_and_invited_physicians_use_up_nothing():
    nutrition = consultation(90_000, physician("nutrition", "20015"), code="990060")
    invited = consultation(350_000, NEUROLOGIST, **INVITED)
    six = [consultation(600_000, field, on="07", qty=3) for field in FIELDS[::2]]
    result = stay("CNS-03b", nutrition, invited, *six, until=LONG)

    assert approved(result) == [90_000, 350_000, 600_000, 600_000]


def test_undated_consultations_come_last():
    lines = consultation(200_000, on=None, consult_dated=True), consultation(600_000, qty=3, on="20")
    result = stay("CNS-03a", *lines, until=LONG)

    assert approved(result) == [100_000, 600_000]


def test_without_the_fee_of_later_visits_the_further_units_are_asked_about():
    claim = bill(consultation(800_000, qty=4), until=LONG)
    result = assess("CNS-03a", "inpatient", area="general", claim=claim)

    assert approved(result) == [800_000]
    assert waiting(result, "CNS-03a") == {1: ()}


@pytest.mark.parametrize(
    ("facts", "left", "queries"),
    [
        ({}, 350_000, {"CNS-08a": {"specialty_in_hospital"}, "CNS-08c": {"works_in_hospital_clinic"}}),
        ({"specialty_in_hospital": True}, 200_000, {}),
        ({"works_in_hospital_clinic": True}, 200_000, {}),
        ({"specialty_in_hospital": False}, 350_000, {"CNS-08c": {"works_in_hospital_clinic"}}),
    ],
)
def test_what_decides_between_the_two_fees_is_asked_where_it_is_open(facts, left, queries):
    known = {"consult_kind": "invited", "at_bedside": True}
    unknown = {"specialty_in_hospital": None, "works_in_hospital_clinic": None}
    result = stay("CNS-08a", consultation(400_000, NEUROLOGIST, **(unknown | known | facts)))

    assert approved(result) == [left]
    assert {rule: asked(result, rule) for rule in ("CNS-08a", "CNS-08c") if asked(result, rule)} == queries


def test_nothing_is_asked_of_an_invited_physician_at_the_ordinary_fee():
    known = {"consult_kind": "invited", "at_bedside": True}
    result = stay("CNS-08a", consultation(200_000, NEUROLOGIST, specialty_in_hospital=None, **known))

    assert said(result, "CNS-08a") == []


def test_an_invited_physician_of_the_house_counts_among_the_three():
    of_the_house = INVITED | {"specialty_in_hospital": True}
    lines = [consultation(600_000, NEUROLOGIST, qty=3, on="05"), consultation(350_000, NEUROLOGIST, **of_the_house)]
    result = stay("CNS-08a", *lines, until=LONG)

    assert approved(result) == [600_000, 100_000]
    assert cited(result, 2) == {"CNS-08a", "CNS-03a"}


def test_whoever_invites_asks_and_the_question_stands_once():
    line = consultation(350_000, NEUROLOGIST, **INVITED, ordered_by_physician=None)
    result = stay("CNS-08b", line)

    assert cited(result, 1) == {"CNS-01a"}


@pytest.mark.parametrize("rank", ["resident", "intern"])
def test_no_resident_is_an_invited_physician(rank):
    line = consultation(350_000, physician("cardiology", "20011", rank), **INVITED, resident_year=4)
    result = stay("CNS-08f", line)

    assert approved(result) == [0]
    assert "CNS-08f" in cited(result, 1)


def test_a_surgeon_is_consulted_before_his_own_operation():
    surgeon = physician("vascular_surgery", "20040")
    done = operation() | {"performer": surgeon}

    assert approved(stay("CNS-05", done, consultation(200_000, surgeon)))[1] == 200_000


@pytest.mark.parametrize(("clause", "left"), [("CNS-08a", 350_000), ("CNS-08c", 200_000)])
def test_a_clause_that_is_set_aside_leaves_the_fee_of_invited_physicians(clause, left):
    known = INVITED | {"specialty_in_hospital": True}
    claim = bill(consultation(400_000, NEUROLOGIST, **known))
    result = assess("CNS-08a", "inpatient", area="inpatient_stay", claim=claim, waived=frozenset({(clause, 1)}))

    assert approved(result) == [left]


def test_a_limit_that_is_set_aside_leaves_every_unit_its_fee():
    claim = bill(consultation(5 * 260_000, qty=5), until=LONG)
    waived = frozenset({("CNS-03a", 1)})
    result = assess("CNS-03a", "inpatient", area="inpatient_stay", claim=claim, waived=waived)

    assert (approved(result), cited(result, 1)) == ([5 * 200_000], {"CNS-02"})
