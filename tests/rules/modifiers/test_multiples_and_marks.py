"""Modifiers 90 and 95 with the patient's share, and the marks, parts and numbers of items 1 to 6."""

from typing import Any

import pytest

from app.domain.findings import Effect
from tests.rules.claims import Document, approved, cited, line, said, waiting
from tests.rules.modifiers.bills import anesthesia, bill, operation

FULL_TIME = {"full_time_geographic": True}


def in_town(factor: Any, sector: str = "public_university") -> Document:
    return {"facts": {"deprivation_factor": factor}, "provider": {"sector": sector}}


def image(amount: int, *modifiers: str, code: str = "709010", **facts: Any) -> Document:
    return line(code, amount, over={"section": "imaging", "modifiers": list(modifiers)}, **facts)


def mod(result, no: int) -> set[str]:
    return {rule for rule in cited(result, no) if rule.startswith("MOD-")}


# ---------------------------------------------------------------- 90 and 95


@pytest.mark.parametrize(
    ("factor", "amount", "rules"),
    [
        (3, 800_000, set()),
        (2, 800_000, set()),
        ("1.25", 500_000, {"MOD-95a"}),
        (1, 400_000, {"MOD-95a"}),
    ],
)
def test_the_town_s_factor_is_paid_up_to_twice(factor, amount, rules):
    factor = float(factor)
    result = bill("MOD-95a", operation("109030", 800_000, "95"), submission=in_town(factor))

    assert approved(result) == [amount]
    assert mod(result, 1) == rules
    assert result.totals.patient_share == 40_000


@pytest.mark.parametrize(
    ("factor", "claimed", "amount", "rules"),
    [
        (2, 1_200_000, 1_200_000, set()),
        (1.5, 1_600_000, 1_000_000, {"MOD-95c"}),
        (1, 1_600_000, 800_000, {"MOD-95a"}),
        (None, 1_600_000, 1_200_000, {"MOD-95a", "MOD-95c"}),
    ],
)
def test_both_together_are_added_up_under_a_ceiling(factor, claimed, amount, rules):
    result = bill("MOD-95c", operation("109030", claimed, "90", "95", **FULL_TIME), submission=in_town(factor))

    assert approved(result) == [amount]
    assert mod(result, 1) == rules
    assert result.totals.patient_share == 40_000


def test_where_90_falls_95_stays_alone():
    lines = operation("109030", 1_600_000, "90", "95", **FULL_TIME)
    result = bill("MOD-95c", lines, submission=in_town(1.5, "private"))

    assert approved(result) == [600_000]
    assert mod(result, 1) == {"MOD-90a", "MOD-95a"}


def test_the_patient_s_percent_rests_on_the_price_with_m_one_whatever_later_rules_lower():
    late = operation("109030", 800_000, "90", over={"no": 1}, **FULL_TIME) | {
        "facts": {"operation_times_confirmed": False, **FULL_TIME}
    }
    result = bill("MOD-44c", late)

    assert approved(result) == [720_000]
    assert result.totals.patient_share == 40_000


def test_a_claim_below_the_plain_price_is_shared_as_a_whole():
    result = bill("MOD-90b", operation("109030", 300_000, "90", **FULL_TIME))

    assert (result.totals.approved, result.totals.patient_share) == (300_000, 30_000)


def test_the_second_operation_s_plain_price_is_the_weighted_one():
    lines = [operation("109020", 600_000, incision="A"), operation("109030", 400_000, "90", incision="A", **FULL_TIME)]
    result = bill("MOD-90b", *lines)

    assert approved(result) == [600_000, 400_000]
    assert result.totals.patient_share == 60_000 + 20_000


def test_the_anesthesia_total_is_doubled_for_a_full_time_anesthetist():
    lines = [operation("109030", 400_000), anesthesia("109030", 400_000, "90", **FULL_TIME)]
    result = bill("MOD-90a", *lines)

    assert approved(result) == [400_000, 198_000]
    assert result.totals.patient_share == 40_000 + 9_900


@pytest.mark.parametrize(
    ("section", "modifiers", "amount"),
    [("imaging", ["90"], 42_000), ("imaging", ["26", "90"], 0), ("imaging", ["27", "90"], 42_000)],
)
def test_an_absent_physician_leaves_the_technical_part(section, modifiers, amount):
    service = line(
        "709010", 122_000, over={"section": section, "modifiers": modifiers}, performer_present=False, **FULL_TIME
    )
    result = bill("MOD-90d", service)

    assert approved(result) == [amount]


def test_an_absent_physician_who_is_not_full_time_is_no_case_of_90d():
    result = bill("MOD-90d", operation("109030", 400_000, full_time_geographic=False, performer_present=False))

    assert approved(result) == [400_000]


def test_a_fixed_fee_takes_no_modifier():
    fee = line("901995", 400_000, over={"section": "service", "modifiers": ["90", "95"]}, **FULL_TIME)

    assert approved(bill("MOD-90a", fee, submission=in_town(2))) == [200_000]


@pytest.mark.parametrize(("kind", "amount"), [("inpatient", 120_000), ("temporary", 60_000)])
def test_95_is_paid_in_a_stay_alone(kind, amount):
    visit = line("109410", 200_000, over={"section": "visit", "modifiers": ["95"]})
    facts = {"visit_kind": "first_day"}
    result = bill("MOD-95b", visit | {"facts": facts}, base=kind, submission=in_town(2))

    assert approved(result) == [amount]


# ---------------------------------------------------------------- 25, 26, 27 and numbers out of place


def test_both_parts_on_one_line_are_the_whole():
    assert approved(bill("MOD-25a", image(100_000, "26", "27"))) == [82_000]


def test_the_parts_of_another_day_stay():
    part = image(40_000, "26") | {"date": "1395-03-06"}

    assert approved(bill("MOD-25b", image(82_000), part)) == [82_000, 40_000]


def test_the_technical_part_has_no_second_k():
    assert approved(bill("MOD-27b", image(84_000, "27", "90", **FULL_TIME))) == [42_000]


def test_one_printed_value_is_the_professional_part_with_26():
    result = bill("MOD-26a", image(60_000, "26", code="709011"))

    assert approved(result) == [50_000]
    assert "MOD-26a" in cited(result, 1)


@pytest.mark.parametrize(
    ("section", "modifier", "noted"),
    [
        ("surgery", "20", False),
        ("surgery", "26", True),
        ("surgery", "99", False),
        ("surgery", "44", True),
        ("anesthesia", "42", False),
        ("anesthesia", "85", True),
        ("assistant", "80", False),
        ("assistant", "63", True),
        ("operating_room", "27", False),
        ("operating_room", "90", True),
        ("imaging", "86", False),
        ("imaging", "95", True),
        ("service", "95", False),
        ("service", "86", True),
        ("service", "88", True),
        ("radiotherapy", "88", False),
    ],
)
def test_a_number_belongs_to_its_lines(section, modifier, noted):
    other = line("109030", 10_000, over={"section": section, "modifiers": [modifier]})
    result = bill("MOD-06b", operation("109030", 400_000), other)

    assert (said(result, "MOD-06b") == [Effect.NOTE]) == noted


# ---------------------------------------------------------------- marks


@pytest.mark.parametrize(
    ("facts", "amounts", "asked"),
    [
        ({"cover_condition_met": True}, [200_000, 0], set()),
        ({"cover_condition_met": None}, [200_000, 0], {1}),
        ({"cover_condition_met": False}, [0, 0], set()),
    ],
)
def test_what_follows_a_starred_operation_is_not_asked_about(facts, amounts, asked):
    room = line("109121", 56_000, over={"section": "operating_room"}, in_operating_room=True)
    result = bill("MOD-01g", operation("109121", 200_000, **facts), room)
    expected = [amounts[0], 56_000 if amounts[0] else 0]

    assert approved(result) == expected
    assert set(waiting(result, "MOD-01g")) | set(waiting(result, "GEN-27b")) == asked


def test_what_follows_is_judged_by_itself_where_the_operation_is_missing():
    room = line("109121", 56_000, over={"section": "operating_room"}, in_operating_room=True)
    result = bill("MOD-01g", operation("109030", 400_000), room)

    assert set(waiting(result, "MOD-01g")) == {2}


def test_an_operation_for_beauty_takes_its_room_along_and_asks_once():
    room = line("109122", 56_000, over={"section": "operating_room"}, in_operating_room=True)
    lines = [operation("109122", 200_000), room]

    assert approved(bill("MOD-01h", *lines, facts={"cosmetic": True})) == [0, 0]
    assert set(waiting(bill("MOD-01h", *lines, facts={"cosmetic": None}), "MOD-01h")) == {1}


def test_an_add_on_loses_its_place_with_its_main_operation():
    main = operation("109120", 200_000)
    result = bill("MOD-01a", main, operation("109100", 120_000))

    assert approved(result) == [0, 0]
    assert "MOD-01a" in cited(result, 2)


@pytest.mark.parametrize(("names", "amount"), [(("1", "1"), 120_000), (("1", "2"), 0)])
def test_an_add_on_belongs_to_its_own_session(names, amount):
    lines = [
        operation(code, claimed, anesthesia_session=name)
        for code, claimed, name in zip(("109030", "109100"), (400_000, 120_000), names, strict=True)
    ]

    assert approved(bill("MOD-01a", *lines)) == [400_000, amount]


@pytest.mark.parametrize(("sector", "noted"), [("private", True), ("charity", True), ("public_other", False)])
def test_the_rise_of_a_private_centre_is_explained(sector, noted):
    result = bill("MOD-01d", operation("109110", 600_000), submission={"provider": {"sector": sector}})

    assert approved(result) == [200_000]
    assert bool(said(result, "MOD-01d")) == noted
