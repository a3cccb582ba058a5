"""Regions of a session: how many are paid to whom, and which count as one."""

import pytest

from app.domain.findings import Mark
from tests.rules.claims import approved, cited, marks, waiting
from tests.rules.physiotherapy.courses import INTERNIST, NEUROLOGIST, course, session, unit

LIMBS = ("right_lower_limb", "left_lower_limb", "right_upper_limb", "left_upper_limb", "pelvis")
MS = {"prescriber": NEUROLOGIST, "patient": {"conditions": ["ms"]}}


def regions(count, date=None):
    return [session(1, date, region) for region in LIMBS[:count]]


@pytest.mark.parametrize("date", [None, "1395-03-10"])
def test_regions_beyond_the_limit_fall_with_their_add_ons(date):
    heats = [unit("901646", 1, date, region, heat_method="shortwave") for region in LIMBS[:3]]
    result = course("PT-05a", *regions(3, date), *heats)

    assert approved(result) == [100000, 100000, 0, 30000, 30000, 0]
    assert cited(result, 3) == cited(result, 6) == {"PT-05a"}


def test_a_second_line_of_a_region_is_no_second_region():
    result = course("PT-05a", session(3), session(2), session(5, region="pelvis"))

    assert marks(result) == [Mark.TICK] * 3


@pytest.mark.parametrize(("qualification", "left"), [("fellowship", 2), ("specialist", 2), ("resident", 1)])
def test_related_are_specialists_of_the_seven_fields(qualification, left):
    prescriber = NEUROLOGIST | {"qualification": qualification}
    result = course("PT-05a", *regions(2), claim={"prescriber": prescriber})

    assert sum(amount > 0 for amount in approved(result)) == left


def test_an_unknown_field_is_asked_for_on_the_region_that_it_decides():
    nameless = {"id": "1", "qualification": "specialist", "specialty": None}
    result = course("PT-05a", *regions(3), claim={"prescriber": nameless})
    one = course("PT-05a", *regions(1), claim={"prescriber": nameless})

    assert approved(result) == [100000, 100000, 0]
    assert waiting(result, "PT-05a") == {2: ("prescriber.specialty",)}
    assert waiting(one, "PT-05a") == {}


def test_the_later_of_two_lines_is_asked_about_whichever_names_no_region():
    first = course("PT-05a", session(1, "1395-03-10", None), session(1, "1395-03-10", "neck"))
    other_days = course("PT-05a", session(1, "1395-03-10", None), session(1, "1395-03-11", "neck"))

    assert marks(first) == [Mark.TICK, Mark.QUERY]
    assert marks(other_days) == [Mark.TICK, Mark.TICK]


@pytest.mark.parametrize(
    ("registered", "left", "rule"),
    [(True, 4, "PT-06a"), (False, 2, "PT-06b"), (None, 4, "PT-06a")],
)
def test_four_regions_in_the_named_diseases(registered, left, rule):
    facts = {} if registered is None else {"condition_registered": registered}
    result = course("PT-06b", *regions(5), facts=facts, claim=MS)

    assert sum(amount > 0 for amount in approved(result)) == left
    assert cited(result, 5) == {rule}
    asked = {3: ("condition_registered",), 4: ("condition_registered",)} if registered is None else {}
    assert waiting(result, "PT-06b") == asked


def test_the_named_diseases_give_an_unrelated_specialist_one_region():
    result = course("PT-06a", *regions(2), claim=MS | {"prescriber": INTERNIST})

    assert cited(result, 2) == {"PT-05a"}


def test_radicular_regions_are_one_and_their_add_ons_go_too():
    lines = [
        session(5, region="right_lower_limb"),
        session(5, region="lumbar_spine"),
        session(2, region="right_lower_limb"),
        unit("901646", 5, region="lumbar_spine", heat_method="shortwave"),
        unit("901646", 5, region="right_lower_limb", heat_method="shortwave"),
    ]
    result = course("PT-18", *lines, facts={"radicular": True})

    assert approved(result) == [500000, 0, 200000, 0, 150000]


@pytest.mark.parametrize(
    ("pair", "asked"),
    [
        (("neck", "left_upper_limb"), True),
        (("neck", "left_lower_limb"), False),
        (("lumbar_spine", "left_lower_limb"), True),
        (("lumbar_spine", "left_upper_limb"), False),
        (("left_upper_limb", "right_upper_limb"), False),
        (("thoracic_spine", "left_lower_limb"), False),
    ],
)
def test_only_a_spine_with_its_own_limbs_is_asked_about(pair, asked):
    lines = [session(2, region=region) for region in pair]
    result = course("PT-18", *lines, facts={"radicular": None})

    assert waiting(result, "PT-18") == ({2: ("radicular",)} if asked else {})


def test_spine_and_limb_of_different_days_are_two_sessions():
    lines = [session(1, "1395-03-10", "neck"), session(1, "1395-03-11", "left_upper_limb")]

    assert marks(course("PT-18", *lines, facts={"radicular": True})) == [Mark.TICK, Mark.TICK]
