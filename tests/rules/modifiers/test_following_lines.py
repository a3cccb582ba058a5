"""Operating rooms and assistants: the final value they follow, the units they are matched with, and who may assist."""

from typing import Any

import pytest

from app.domain.findings import Effect
from tests.rules.claims import Document, approved, cited, line, marks, said, waiting
from tests.rules.modifiers.bills import bill, operation

RESIDENT = {"id": "R1", "qualification": "resident", "specialty": "general_surgery"}
SURGEON = {"performer": {"id": "S1", "qualification": "specialist", "specialty": "general_surgery"}}
SIGNED = {"assistant_signed": ["operative_note", "or_sheet"]}
NOT_TEACHING = {"facts": {"teaching": False}}


def room(code: str, amount: int = 2_000_000, over: Document | None = None, **facts: Any) -> Document:
    return line(code, amount, over={"section": "operating_room"} | (over or {}), **{"in_operating_room": True, **facts})


def assistant(
    code: str, amount: int = 2_000_000, *modifiers: str, person: Document | None = None, **facts: Any
) -> Document:
    keys = {"section": "assistant", "modifiers": ["80", *modifiers], "performer": person or RESIDENT}
    return line(code, amount, over=keys, **{"resident_year": 3, **SIGNED, **facts})


def mod(result, no: int) -> set[str]:
    return {rule for rule in cited(result, no) if rule.startswith("MOD-")}


def test_rooms_of_one_code_are_matched_with_its_operations_in_order():
    operations = [operation("109030", 400_000, incision="A"), operation("109030", 400_000, incision="A")]
    result = bill("MOD-27a", *operations, room("109030"), room("109030"))

    assert approved(result) == [400_000, 200_000, 112_000, 56_000]


def test_a_room_for_both_of_two_operations_has_the_values_of_both():
    result = bill(
        "MOD-27a", operation("109030", 800_000, over={"qty": 2}, incision="A"), room("109030", over={"qty": 2})
    )

    assert approved(result) == [600_000, 168_000]


def test_without_the_operation_the_printed_value_counts():
    assert approved(bill("MOD-27a", operation("109020", 600_000), room("109030"))) == [600_000, 112_000]


def test_the_third_value_has_the_weight_of_51_and_the_20_percent_of_85_but_not_53_and_63():
    facts = {
        "recurrence_after_followup": True,
        "previous_operation_discharge": "1394-10-01",
        "complication_of_operation": False,
        "technology": ["laser"],
    }
    second = operation("109140", 2_000_000, "53", "63", "85", incision="A", **facts)
    result = bill(
        "MOD-27b",
        operation("109010", 1_000_000, incision="A"),
        second,
        room("109140"),
        patient={"birth_date": "1395-01-01"},
    )

    assert approved(result) == [1_000_000, 200_000 * 50 * 150 * 150 // 10**6, 70_000 * 50 * 120 // 10**4]


def test_the_room_unfolds_the_factors_of_its_operation():
    lines = [
        operation("109020", 600_000, incision="A"),
        operation("109030", 240_000, "85", incision="A", technology=["rf"]),
    ]
    result = bill("MOD-27a", *lines, room("109030", 60_000))

    assert approved(result) == [600_000, 240_000, 60_000]
    assert [(step.expression, step.value) for step in result.lines[2].steps] == [
        ("۴۰ × ۵۰٪", None),
        ("۲۰ × (۱ + ۲۰٪ (کد ۸۵))", None),
        ("۲۴ واحد", None),
        ("۲۴ × ۴۰٪ × ۷٬۰۰۰", 67_200),
        ("", 60_000),
    ]


def test_the_third_value_unfolds_what_51_and_85_make_of_it():
    lines = [
        operation("109020", 600_000, incision="A"),
        operation("109140", 240_000, "85", incision="A", technology=["rf"]),
    ]
    steps = bill("MOD-27b", *lines, room("109140", 42_000)).lines[2].steps

    assert [step.expression for step in steps[:2]] == ["۱۰ × ۵۰٪ × (۱ + ۲۰٪ (کد ۸۵))", "۶ × ۷٬۰۰۰"]


def test_the_room_follows_a_modifier_that_fell():
    result = bill("MOD-85a", operation("109040", 300_000, "85", technology=[]), room("109040", 84_000))

    assert approved(result) == [250_000, 70_000]
    assert mod(result, 2) == {"MOD-27a"}


def test_the_room_of_a_code_outside_the_operating_room_falls_in_the_second_phase():
    result = bill("MOD-27c", operation("109060", 100_000), room("109060", in_operating_room=False))

    assert mod(result, 2) == {"MOD-27c"}
    assert said(result, "MOD-27c") == [Effect.REJECT]


def test_a_second_assistant_of_one_operation_is_not_paid():
    result = bill("MOD-80a", operation("109030", 400_000), assistant("109030", 80_000), assistant("109030", 80_000))

    assert approved(result) == [400_000, 80_000, 0]
    assert mod(result, 3) == {"MOD-80a"}


def test_an_assistant_who_may_not_assist_takes_nobody_s_place():
    first = assistant("109030", 80_000, resident_year=1)
    result = bill("MOD-80a", operation("109030", 400_000), first, assistant("109030", 80_000))

    assert approved(result) == [400_000, 0, 80_000]


@pytest.mark.parametrize(
    ("modifiers", "person", "sector", "amount"),
    [
        (
            ("90",),
            {"id": "B1", "qualification": "specialist", "specialty": "general_surgery"},
            "public_university",
            160_000,
        ),
        (("90",), {"id": "B1", "qualification": "specialist", "specialty": "general_surgery"}, "public_other", 80_000),
        (("90",), RESIDENT, "public_university", 80_000),
        (("95",), {"id": "B1", "qualification": "specialist", "specialty": "general_surgery"}, "private", 120_000),
    ],
    ids=["a full-time specialist", "of another public centre", "a resident", "a deprived town"],
)
def test_the_assistant_has_the_90_and_95_of_the_own_line_alone(modifiers, person, sector, amount):
    facts = {"teaching": person is RESIDENT, "deprivation_factor": 1.5}
    helper = assistant("109030", 2_000_000, *modifiers, person=person, full_time_geographic=True)
    surgeon = operation("109030", 400_000, over=SURGEON)
    result = bill("MOD-90a", surgeon, helper, submission={"provider": {"sector": sector}, "facts": facts})

    assert approved(result) == [400_000, amount]


@pytest.mark.parametrize(
    ("person", "facts", "asked"),
    [
        ({"id": "R1"}, {}, {"performer.qualification"}),
        (RESIDENT, {"resident_year": None}, {"resident_year"}),
        ({"id": "R1"}, {"resident_year": None}, {"performer.qualification", "resident_year"}),
    ],
)
def test_a_teaching_centre_is_asked_who_assisted(person, facts, asked):
    result = bill("MOD-80b", operation("109030", 400_000), assistant("109030", 80_000, person=person, **facts))

    assert set(waiting(result, "MOD-80b")[2]) == asked
    assert approved(result) == [400_000, 80_000]


@pytest.mark.parametrize(
    ("person", "facts", "amount"),
    [
        (RESIDENT, {}, 80_000),
        (RESIDENT, {"resident_year": 2}, 0),
        ({"id": "B1", "qualification": "specialist", "specialty": "general_surgery"}, {}, 80_000),
        (
            {"id": "B1", "qualification": "specialist", "specialty": "urology"},
            {"assistant_specialty_related": False},
            0,
        ),
        ({"id": "B1", "qualification": "gp", "specialty": "general_practice"}, {}, 0),
    ],
)
def test_whether_the_centre_teaches_is_asked_only_where_that_decides(person, facts, amount):
    lines = [operation("109030", 400_000, over=SURGEON), assistant("109030", 80_000, person=person, **facts)]
    result = bill("MOD-80b", *lines, submission={"facts": {"teaching": None}})

    assert approved(result)[1] == amount
    assert (2 in waiting(result, "MOD-80b")) == bool(amount)


@pytest.mark.parametrize(
    ("specialty", "related", "amount", "asks"),
    [
        ("general_surgery", False, 80_000, False),
        ("urology", True, 80_000, False),
        ("urology", None, 80_000, True),
        ("urology", False, 0, False),
        (None, None, 80_000, True),
    ],
)
def test_another_centre_s_assistant_is_of_the_surgeon_s_field_or_a_related_one(specialty, related, amount, asks):
    person = {"id": "B1", "qualification": "fellowship", "specialty": specialty}
    helper = assistant("109030", 80_000, person=person, assistant_specialty_related=related)
    result = bill("MOD-80c", operation("109030", 400_000, over=SURGEON), helper, submission=NOT_TEACHING)

    assert approved(result)[1] == amount
    assert bool(waiting(result, "MOD-80c")) == asks


def test_the_assistant_s_place_goes_with_an_add_on_that_falls():
    lines = [operation("109100", 120_000), room("109100", 33_600), assistant("109100", 24_000)]
    result = bill("MOD-01a", *lines)

    assert approved(result) == [0, 0, 0]
    assert all("MOD-01a" in cited(result, no) for no in (1, 2, 3))


def test_an_independent_procedure_takes_its_room_along():
    part = operation("109130", 100_000, incision="A", independent_procedure=False)
    result = bill("MOD-20a", operation("109030", 400_000, incision="A"), part, room("109130", 28_000))

    assert approved(result) == [400_000, 0, 0]
    assert "MOD-20a" in cited(result, 3)
    assert str(marks(result)[2]) == "zero"
