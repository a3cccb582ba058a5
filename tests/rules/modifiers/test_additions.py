"""Modifiers 46, 53, 63, 85 and 86 at their boundaries: when they hold, what they add, what is asked for."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, cited, line, said, waiting
from tests.rules.modifiers.bills import anesthesia, bill, operation

REPEAT = {
    "recurrence_after_followup": True,
    "previous_operation_discharge": "1394-10-01",
    "complication_of_operation": False,
}


def mod(result, no: int) -> set[str]:
    return {rule for rule in cited(result, no) if rule.startswith("MOD-")}


# ---------------------------------------------------------------- 46


def test_the_ceiling_of_46_is_for_each_operation():
    result = bill(
        "MOD-46b", operation("109010", 2_400_000, "46", over={"qty": 2}, incision="A", anesthesia_method="local")
    )

    # 100 + 15 in full, then 50 + 10 of the second in the incision
    assert approved(result) == [1_750_000]


def test_46_without_a_base_falls_whoever_gave_the_local_and_nothing_is_asked():
    result = bill("MOD-46a", operation("109090", 96_000, "46"))

    assert approved(result) == [80_000]
    assert said(result, "MOD-46a") == [Effect.REDUCE]


def test_46_is_not_asked_about_where_nothing_was_claimed_for_it():
    assert waiting(bill("MOD-46a", operation("109040", 250_000, "46")), "MOD-46a") == {}


# ---------------------------------------------------------------- 53


@pytest.mark.parametrize(
    ("discharged", "operated", "amount"),
    [
        ("1394-06-31", "1394-07-30", 400_000),
        ("1394-06-31", "1394-08-01", 520_000),
        ("1395-01-31", "1395-02-31", 400_000),
    ],
    ids=["clipped to the month's end", "a day after it", "the same day of the next month"],
)
def test_within_a_month_of_discharge_there_is_no_53(discharged, operated, amount):
    facts = REPEAT | {"previous_operation_discharge": discharged}
    result = bill(
        "MOD-53b",
        operation("109030", 520_000, "53", **facts),
        admitted_at=f"{operated}T08:00",
        discharged_at=f"{operated}T18:00",
        prescription_date=operated,
    )

    assert approved(result)[0] == amount


def test_the_latest_discharge_of_the_code_in_the_history_counts():
    history = [
        {"date": "1395-02-01", "code": "109030", "facts": {"previous_operation_discharge": "1395-02-10"}},
        {"date": "1394-02-01", "code": "109030", "facts": {"previous_operation_discharge": "1394-02-10"}},
        {"date": "1395-02-20", "code": "109040", "facts": {"previous_operation_discharge": "1395-02-25"}},
    ]
    facts = REPEAT | {"previous_operation_discharge": None}
    result = bill("MOD-53b", operation("109030", 520_000, "53", **facts), history=history)

    assert mod(result, 1) == {"MOD-53b"}
    older = bill("MOD-53b", operation("109030", 520_000, "53", **facts), history=history[1:])
    assert approved(older) == [520_000]


def test_a_53_that_falls_by_one_clause_is_not_asked_about_by_another():
    facts = REPEAT | {"recurrence_after_followup": False, "previous_operation_discharge": None}
    result = bill("MOD-53a", operation("109030", 520_000, "53", **facts))

    assert mod(result, 1) == {"MOD-53a"}
    assert approved(result) == [400_000]


def test_53_is_no_reason_to_ask_where_only_the_operation_was_claimed():
    result = bill("MOD-53a", operation("109030", 400_000, "53", complication_of_operation=False))

    assert mod(result, 1) == set()


def test_a_question_on_the_operation_stands_where_only_its_room_hangs_on_it():
    room = line("109030", 145_600, over={"section": "operating_room"}, in_operating_room=True)
    facts = REPEAT | {"recurrence_after_followup": None}
    result = bill("MOD-53a", operation("109030", 400_000, "53", **facts), room)

    assert waiting(result, "MOD-53a") == {1: ("recurrence_after_followup",)}
    assert approved(result) == [400_000, 145_600]


# ---------------------------------------------------------------- 63


@pytest.mark.parametrize(
    ("born", "amount", "rules"),
    [
        ("1394-09-05", 600_000, set()),
        ("1394-09-04", 500_000, {"GEN-15e"}),
        ("1392-03-06", 500_000, {"GEN-15e"}),
        ("1392-03-05", 400_000, {"GEN-15e", "MOD-63b"}),
    ],
)
def test_the_age_at_admission_decides_for_a_later_operation_too(born, amount, rules):
    patient = {"birth_date": born}
    result = bill("MOD-63b", operation("109030", 600_000, "63", over={"date": "1395-03-07"}), patient=patient)

    assert approved(result) == [amount]
    assert cited(result, 1) == rules


def test_a_code_that_names_children_falls_before_the_birth_date_is_asked_for():
    result = bill("MOD-63a", operation("109190", 600_000, "63"), patient={"birth_date": None})

    assert mod(result, 1) == {"MOD-63c"}
    assert approved(result) == [400_000]


def test_53_and_85_are_added_and_63_multiplies_whatever_order_they_stand_in():
    facts = REPEAT | {"technology": ["laser"]}
    result = bill(
        "MOD-07", operation("109030", 2_000_000, "85", "63", "53", **facts), patient={"birth_date": "1395-01-01"}
    )

    assert approved(result) == [400_000 * 150 * 150 // 10_000]


# ---------------------------------------------------------------- 85 and 86


def test_85_that_stands_twice_goes_out_as_a_whole_where_no_device_was_used():
    result = bill("MOD-85a", operation("109040", 350_000, "85", "85", technology=[]))

    assert mod(result, 1) == {"MOD-85a"}
    assert approved(result) == [250_000]


def test_85_raises_a_service_of_an_office_too():
    service = line("109060", 130_000, over={"section": "service", "modifiers": ["85"]}, technology=["laser"])

    assert approved(bill("MOD-85a", service, base="physician_service")) == [120_000]


@pytest.mark.parametrize(
    ("bedside", "home", "amount", "asked"),
    [
        (True, None, 90_000, set()),
        (None, True, 90_000, set()),
        (False, True, 90_000, set()),
        (False, False, 50_000, set()),
        (None, False, 90_000, {"portable_at_bedside"}),
        (False, None, 90_000, {"at_home"}),
    ],
)
def test_portable_imaging_is_at_the_bedside_or_at_home(bedside, home, amount, asked):
    image = line("709011", 90_000, over={"section": "imaging", "modifiers": ["86"]}, portable_at_bedside=bedside)
    result = bill("MOD-86a", image, base="imaging", facts={"at_home": home})

    assert approved(result) == [amount]
    assert {name for facts in waiting(result, "MOD-86a").values() for name in facts} == asked


def test_in_a_hospital_no_home_is_asked_about():
    image = line("709011", 90_000, over={"section": "imaging", "modifiers": ["86"]}, portable_at_bedside=False)

    assert approved(bill("MOD-86a", image, facts={"at_home": None})) == [50_000]


def test_imaging_at_home_needs_an_image_that_is_paid():
    fee = line("901995", 200_000, over={"section": "service"})

    assert approved(bill("MOD-86b", fee, base="imaging", facts={"at_home": True})) == [0]


def test_63_raises_the_anesthesia_by_its_own_total():
    lines = [operation("109030", 600_000, "63"), anesthesia("109030", 200_000, "63")]
    result = bill("MOD-63a", *lines, patient={"birth_date": "1395-01-01"})

    assert approved(result) == [600_000, 148_500]


def test_a_modifier_whose_clauses_do_not_concern_the_kind_of_claim_counts_for_nothing():
    service = line("109060", 150_000, over={"section": "surgery", "modifiers": ["53"]}, operation_times_confirmed=True)

    assert approved(bill("MOD-53a", service, base="physician_service")) == [100_000]
