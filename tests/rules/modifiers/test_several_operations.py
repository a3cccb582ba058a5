"""Modifier 51 at its boundaries: ranks, regions, feet, surgeons, sides, days, complications."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.claims import Document, approved, cited, line, waiting
from tests.rules.modifiers.bills import anesthesia, bill, operation

VALUES = {"109010": 100, "109020": 60, "109025": 75, "109030": 40, "109040": 25, "109050": 20, "109060": 10}
FOOT = ("109150", "109151", "109152")
LATER = {"date": "1395-03-07"}


def by(surgeon: str) -> Document:
    return {"performer": {"id": surgeon, "qualification": "specialist", "specialty": "general_surgery"}}


def in_full(code: str, over: Document | None = None, **facts: Any) -> Document:
    return operation(code, 2_000_000, over=over, **facts)


def test_a_line_of_five_units_is_five_operations_of_its_incision():
    result = bill("MOD-51a", in_full("109040", {"qty": 6}, incision="A"))

    assert approved(result) == [250_000 * 195 // 100]
    assert cited(result, 1) >= {"GEN-15e", "MOD-51a"}


def test_equal_operations_are_ranked_by_their_numbers():
    result = bill("MOD-51a", in_full("109040", incision="A"), in_full("109040", incision="A"))

    assert approved(result) == [250_000, 125_000]


@pytest.mark.parametrize(
    ("surgeons", "amounts"),
    [
        (("S1", "S2"), [600_000, 400_000]),
        (("S1", None), [600_000, 320_000]),
        ((None, None), [600_000, 320_000]),
    ],
    ids=["two surgeons", "one of them unnamed", "none named"],
)
def test_another_region_is_paid_in_full_only_to_another_named_surgeon(surgeons, amounts):
    people = [by(each) if each else None for each in surgeons]
    result = bill("MOD-51b", in_full("109020", people[0], incision="A"), in_full("109030", people[1], incision="B"))

    assert approved(result) == amounts


def test_a_second_surgeon_s_second_region_is_not_paid_in_full():
    lines = [
        in_full("109010", by("S1"), incision="A"),
        in_full("109025", by("S2"), incision="B"),
        in_full("109020", by("S2"), incision="C"),
        in_full("109030", by("S1"), incision="C"),
    ]

    assert approved(bill("MOD-51i", *lines)) == [1_000_000, 750_000, 480_000, 200_000]


def test_an_operation_on_the_foot_is_ranked_apart_from_the_rest():
    result = bill("MOD-51e", in_full("109010", incision="A"), in_full(FOOT[0], side="left"))

    assert approved(result) == [1_000_000, 400_000]
    assert waiting(result, "MOD-51j") == {}


def test_one_operation_elsewhere_and_one_on_the_foot_ask_for_nothing():
    result = bill("MOD-51j", in_full("109010"), in_full(FOOT[0]))

    assert waiting(result, "MOD-51j") == {}


@pytest.mark.parametrize(
    ("sides", "amounts"),
    [
        (("left", "left", "right"), [400_000, 150_000, 96_000]),
        (("left", "right", "right"), [400_000, 160_000, 90_000]),
        (("right", "left", "right"), [400_000, 160_000, 90_000]),
        (("left", None, None), [400_000, 160_000, 96_000]),
        (("both", "left", "right"), [400_000, 160_000, 90_000]),
    ],
)
def test_several_operations_on_both_feet(sides, amounts):
    lines = [in_full(code, side=side) for code, side in zip(FOOT, sides, strict=True)]

    assert approved(bill("MOD-51f", *lines)) == amounts


def test_an_operation_on_both_feet_has_a_unit_on_either():
    assert approved(bill("MOD-51f", in_full(FOOT[0], {"qty": 2}, side="both"))) == [400_000 + 320_000]


def test_two_surgeons_make_no_difference_on_the_feet():
    result = bill("MOD-51f", in_full(FOOT[0], by("S1"), side="left"), in_full(FOOT[1], by("S2"), side="right"))

    assert approved(result) == [400_000, 160_000]


@pytest.mark.parametrize("lines", [1, 2])
def test_a_code_for_one_or_both_sides_is_paid_once(lines):
    each = [in_full("109160", {"qty": 3 - lines}, incision=name) for name in "AB"[:lines]]
    result = bill("MOD-51d", *each)

    assert sum(approved(result)) == 300_000
    assert "MOD-51d" in cited(result, lines)


def test_what_is_paid_once_takes_no_second_rank():
    result = bill("MOD-51d", *(in_full(code, incision="A") for code in ("109160", "109160", "109040")))

    assert approved(result) == [300_000, 0, 125_000]


@pytest.mark.parametrize(("names", "amounts"), [((1, 2), [600_000, 400_000]), ((1, 1), [600_000, 200_000])])
def test_two_anesthesias_of_one_day_are_ranked_apart(names, amounts):
    lines = [
        in_full(code, incision="A", anesthesia_session=f"نوبت {name}")
        for code, name in zip(("109020", "109030"), names, strict=True)
    ]

    assert approved(bill("MOD-51g", *lines)) == amounts


def test_a_zeroed_operation_takes_no_rank():
    result = bill(
        "MOD-53c",
        operation("109020", 780_000, "53", incision="A", complication_of_operation=True),
        in_full("109030", incision="A"),
    )

    assert approved(result) == [0, 400_000]


@pytest.mark.parametrize(("day", "asked"), [("1395-03-05", set()), ("1395-03-06", {2})])
def test_an_operation_of_a_later_day_may_be_a_complication(day, asked):
    result = bill("MOD-51h", in_full("109020", incision="A"), in_full("109030", {"date": day}, incision="B"))

    assert set(waiting(result, "MOD-51h")) == asked


@pytest.mark.parametrize(("beside", "left"), [([], 0), ([in_full("109040", LATER, incision="A")], 90_000)])
def test_a_complication_takes_the_anesthesia_only_where_no_other_operation_is_left(beside, left):
    times = {"surgery_start": "1395-03-07T09:00", "surgery_end": "1395-03-07T10:00"}
    fallen = in_full("109030", LATER, incision="A", complication_of_operation=True)
    lines = [in_full("109020"), fallen, *beside, anesthesia("109040", 99_000, over=LATER, **times)]
    result = bill("MOD-51h", *lines)

    assert approved(result)[1] == 0
    assert approved(result)[-1] == left


@pytest.mark.parametrize(("amounts", "asked"), [((600_000, 200_000), set()), ((600_000, 200_001), {1, 2})])
def test_the_incision_is_not_asked_for_where_no_rank_could_lower_what_was_billed(amounts, asked):
    lines = [operation(code, amount) for code, amount in zip(("109020", "109030"), amounts, strict=True)]

    assert set(waiting(bill("MOD-51j", *lines), "MOD-51j")) == asked


def test_the_incision_is_asked_for_where_only_the_assistant_hangs_on_it():
    helper = {"performer": {"id": "R1", "qualification": "resident", "specialty": "general_surgery"}}
    assistant = line("109030", 64_000, over={"section": "assistant", **helper}, resident_year=3)
    result = bill("MOD-51j", operation("109020", 600_000), operation("109030", 200_000), assistant)

    assert set(waiting(result, "MOD-51j")) == {1, 2}


def test_a_person_may_set_the_rank_aside_and_the_rest_still_holds():
    lines = [
        in_full("109020", incision="A"),
        operation("109030", 960_000, "90", incision="A", full_time_geographic=False),
    ]
    result = bill("MOD-90c", *lines, waived=frozenset({("MOD-51a", 2)}))

    assert approved(result) == [600_000, 400_000]


OPERATIONS = st.lists(
    st.tuples(st.sampled_from(sorted(VALUES)), st.sampled_from("ABC"), st.sampled_from(["S1", "S2"])),
    min_size=1,
    max_size=7,
)


def weights_of_the_clause(operations: list[tuple[str, str, str]]) -> list[Fraction]:
    """Work the weights out by the words of the clause, one operation after the other."""
    ranked = sorted(range(len(operations)), key=lambda place: (-VALUES[operations[place][0]], place))
    weights = {}
    done_in: dict[str, int] = {}
    surgeons: set[str] = set()
    for place in ranked:
        _, region, surgeon = operations[place]
        earlier = done_in.get(region, 0)
        if earlier:
            percent = (50, 25, 10, 5)[min(earlier, 4) - 1]
        else:
            percent = 80 if surgeon in surgeons else 100
            surgeons.add(surgeon)
        done_in[region] = earlier + 1
        weights[place] = Fraction(percent, 100)
    return [weights[place] for place in range(len(operations))]


@given(OPERATIONS)
def test_weights_are_those_of_the_clause(operations):
    result = bill("MOD-51i", *(in_full(code, by(surgeon), incision=region) for code, region, surgeon in operations))
    weights = weights_of_the_clause(operations)

    assert approved(result) == [
        VALUES[code] * 10_000 * weight for (code, _, _), weight in zip(operations, weights, strict=True)
    ]
