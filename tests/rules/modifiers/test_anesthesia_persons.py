"""Who gave the anesthesia: the surgeon himself, one anesthetist for several patients, a second line, a standby."""

import pytest

from app.domain.findings import Mark
from tests.rules.claims import approved, asked, assess, cited, marks, said, waiting
from tests.rules.modifiers.bills import AREA, anesthesia, bill, operation

SURGEON = {"id": "S1", "qualification": "specialist", "specialty": "general_surgery"}
ANESTHETIST = {"id": "A1", "qualification": "specialist", "specialty": "anesthesiology"}
REGIONAL = ("spinal", "epidural", "brachial_plexus", "lumbar_sacral_plexus", "cervical_plexus", "other_regional")
OTHERS = ("general", "standby", "iv_sedation", "local")


def by(person):
    return {"performer": person}


def with_method(method, line):
    """Return an anesthesia line of a method, of None nobody noted it."""
    known = {name: value for name, value in line["facts"].items() if name != "anesthesia_method"}
    return line | {"facts": known | ({"anesthesia_method": method} if method else {})}


@pytest.mark.parametrize(
    ("method", "rule"),
    [*((method, "MOD-45a") for method in (*REGIONAL, None)), *((method, "MOD-46e") for method in OTHERS)],
)
def test_the_surgeons_own_anesthesia_is_refused_under_the_clause_of_its_method(method, rule):
    own = with_method(method, anesthesia("109040", 90_000, over=by(SURGEON)))

    result = bill("MOD-45a", operation("109040", over=by(SURGEON)), own)

    assert approved(result)[1] == 0
    assert {"MOD-45a", "MOD-46e"} & cited(result, 2) == {rule}


@pytest.mark.parametrize("person", [ANESTHETIST, None])
def test_another_ones_anesthesia_or_one_by_nobody_named_is_left_alone(person):
    line = anesthesia("109040", 90_000, over=by(person) if person else None, anesthesia_method="spinal")

    assert marks(bill("MOD-45a", operation("109040", over=by(SURGEON)), line))[1] is Mark.TICK


def test_the_surgeon_of_another_session_may_give_an_anesthesia():
    lines = [
        operation("109040", over=by(SURGEON), anesthesia_session="morning"),
        operation("109030", 400_000, over=by({**SURGEON, "id": "S2"}), anesthesia_session="evening"),
        anesthesia("109030", 99_000, over=by(SURGEON), anesthesia_session="evening"),
    ]

    assert marks(bill("MOD-46e", *lines))[2] is Mark.TICK


@pytest.mark.parametrize(
    ("code", "method", "left", "mark"),
    [
        ("109040", "local", 0, Mark.ZERO),
        ("109040", "general", 90_000, Mark.TICK),
        ("109040", None, 90_000, Mark.QUERY),
        ("109210", "local", 0, Mark.ZERO),
    ],
)
def test_a_local_beside_the_surgeons_own_local_is_refused_a_printed_total_too(code, method, left, mark):
    line = with_method(method, anesthesia(code, 90_000 if code == "109040" else 72_000, over=by(ANESTHETIST)))
    surgery = operation(code, 300_000, "46", over=by(SURGEON), anesthesia_method="local")

    result = bill("MOD-46d", surgery, line)

    assert (approved(result)[1], marks(result)[1]) == (left, mark)
    assert ("MOD-46d" in cited(result, 1)) == (method == "general")


@pytest.mark.parametrize(("first", "second"), [("109040", "109030"), ("109030", "109040")])
def test_of_two_anesthesias_of_a_session_the_one_with_the_higher_base_stays(first, second):
    lines = [operation("109040"), operation("109030", 400_000), anesthesia(first, 90_000), anesthesia(second, 90_000)]

    result = bill("MOD-41e", *lines)

    assert [amount > 0 for amount in approved(result)[2:]] == [first == "109030", second == "109030"]


def test_of_equal_bases_the_first_stays_and_pain_management_beside_them():
    pain = anesthesia("109040", 90_000, "43", pain_route="pump")
    lines = [operation("109040"), pain, anesthesia("109040", 90_000), anesthesia("109040", 90_000)]

    assert [amount > 0 for amount in approved(bill("MOD-41e", *lines))[1:]] == [True, True, False]


def test_an_anesthesia_with_a_fixed_fee_stands_beside_one_by_units():
    fixed = [{"code": "109999", "section": "anesthesia", "fee": 50_000, "group": "labor_analgesia"}]
    lines = [operation("109040"), anesthesia("109040", 90_000), anesthesia("109999", 50_000, no=3)]

    result = assess("MOD-41e", "inpatient", area=AREA, services=fixed, claim={"lines": lines})

    assert approved(result)[1:] == [90_000, 50_000]


def standby(code="109180", amount=200_000, specialty="anesthesiology", section="anesthesia"):
    person = {"id": "P" + str(specialty), "qualification": "specialist"} | (
        {"specialty": specialty} if specialty else {}
    )
    return {
        "section": section,
        "code": code,
        "amount": amount,
        "modifiers": ["60"],
        "performer": person,
        "facts": {"operation_times_confirmed": True},
    }


TEAM = {"facts": {"standby_team_present": True}}


@pytest.mark.parametrize(
    ("sector", "left"),
    [("public_university", 200_000), ("public_other", 200_000), ("private", 100_000), ("charity", 100_000)],
)
def test_a_standby_has_a_quarter_of_the_value_in_public_half_of_that_elsewhere(sector, left):
    lines = [
        operation("109180", 800_000),
        standby(amount=300_000),
        standby(amount=300_000, specialty="cardiac_surgery", section="surgery"),
    ]

    result = bill("MOD-60a", *lines, submission={"provider": {"sector": sector}}, **TEAM)

    assert approved(result)[1:] == [left, left]


def test_a_second_standby_of_a_kind_is_refused_and_one_by_another_specialty():
    lines = [operation("109180", 800_000), standby(), standby(), standby(specialty="cardiology", section="surgery")]

    assert approved(bill("MOD-60a", *lines, **TEAM))[1:] == [200_000, 0, 0]


def test_a_standby_of_a_specialty_nobody_noted_is_asked_for_and_counts_as_the_one_that_is_paid():
    lines = [operation("109180", 800_000), standby(specialty=None), standby(specialty=None)]

    result = bill("MOD-60a", *lines, **TEAM)

    assert approved(result)[1:] == [200_000, 0]
    assert asked(result, "MOD-60a") == {"performer.specialty"}


def test_one_by_another_specialty_does_not_use_up_the_standby():
    lines = [operation("109180", 800_000), standby(specialty="cardiology"), standby()]

    assert approved(bill("MOD-60a", *lines, **TEAM))[1:] == [0, 200_000]


def test_an_ordinary_anesthesia_falls_beside_its_standby_and_stays_beside_a_refused_one():
    surgery, own = operation("109180", 800_000), anesthesia("109180", 100_000)

    assert approved(bill("MOD-60b", surgery, own, standby(), **TEAM))[1:] == [0, 200_000]
    assert approved(bill("MOD-60b", surgery, own, standby(specialty="cardiology"), **TEAM))[1:] == [100_000, 0]


def test_a_diagnostic_intervention_has_no_standby():
    result = bill("MOD-60c", operation("109181", 300_000), standby("109181", 75_000), **TEAM)

    assert approved(result)[1] == 0
    assert "MOD-60c" in cited(result, 2)


def pain(*, no=2, qty=1, amount=90_000, date="1395-03-05", route="pump"):
    keys = {"qty": qty, "date": date}
    return anesthesia("109040", amount, "43", no=no, over=keys, **({"pain_route": route} if route else {}))


def test_pain_management_is_paid_once_by_day_and_number_and_a_peripheral_one_does_not_use_it_up():
    later, earlier = pain(date="1395-03-07"), pain(date="1395-03-06")
    injection = pain(route="peripheral")

    result = bill("MOD-43b", operation("109040"), later, earlier, injection)

    assert approved(result)[1:] == [0, 90_000, 0]
    assert (cited(result, 2), cited(result, 4)) == ({"MOD-43b"}, {"MOD-43c"})


def test_of_two_units_of_pain_management_one_is_paid():
    assert approved(bill("MOD-43b", operation("109040"), pain(qty=2, amount=180_000)))[1] == 90_000


@pytest.mark.parametrize(
    ("route", "mark"),
    [
        ("pump", Mark.TICK),
        ("epidural_catheter", Mark.TICK),
        ("subarachnoid_catheter", Mark.TICK),
        ("peripheral", Mark.ZERO),
        (None, Mark.QUERY),
    ],
)
def test_pain_management_needs_a_pump_or_a_central_catheter(route, mark):
    assert marks(bill("MOD-43c", operation("109040"), pain(route=route)))[1] is mark


@pytest.mark.parametrize(("kind", "left"), [("hospital", 90_000), ("limited_surgery_center", 0)])
def test_pain_management_is_the_hospitals_alone(kind, left):
    result = bill("MOD-43d", operation("109040"), pain(), submission={"provider": {"kind": kind}})

    assert approved(result)[1] == left


def visit(*, date="1395-03-05", specialty="anesthesiology", code=None, **facts):
    person = {"id": "A1", "qualification": "specialist", "specialty": specialty}
    return {"section": "visit", "amount": 60_000, "date": date, "performer": person, "facts": facts} | (
        {"code": code} if code else {}
    )


@pytest.mark.parametrize(
    ("date", "specialty", "falls"),
    [
        ("1395-03-05", "anesthesiology", False),
        ("1395-03-06", "anesthesiology", True),
        ("1395-03-08", "anesthesiology", True),
        ("1395-03-06", "internal_medicine", False),
    ],
)
def test_the_anesthetists_visits_from_the_day_of_the_anesthesia_on_are_in_its_base(date, specialty, falls):
    given = anesthesia("109040", 90_000, over={"date": "1395-03-06"})

    result = bill(
        "MOD-05a", operation("109040", over={"date": "1395-03-06"}), given, visit(date=date, specialty=specialty)
    )

    assert ("MOD-05a" in cited(result, 3)) == falls


def test_a_visit_of_the_anesthesia_clinic_is_paid_apart_by_its_fact_or_its_code():
    coded = [{"code": "109499", "section": "visit", "fee": 60_000, "attributes": {"visit_kind": "anesthesia_clinic"}}]
    lines = [operation("109040"), anesthesia("109040", 90_000)]
    by_fact, by_code = visit(visit_kind="anesthesia_clinic") | {"no": 3}, visit(code="109499") | {"no": 4}

    result = assess("MOD-05a", "inpatient", area=AREA, services=coded, claim={"lines": [*lines, by_fact, by_code]})

    assert said(result, "MOD-05a") == []


def test_a_scan_under_anesthesia_without_times_is_asked_for_them():
    scan = {"no": 1, "section": "imaging", "code": "709011", "amount": 50_000}
    lines = [scan, anesthesia("109095", 90_000)]
    unread = anesthesia("109095", 90_000)
    del unread["facts"]["surgery_end"]

    known = assess("MOD-31a", "imaging", area=AREA, claim={"lines": lines})
    unknown = assess("MOD-31a", "imaging", area=AREA, claim={"lines": [scan, unread]})

    assert approved(known)[1] == (3 + 6) * 9_000
    assert waiting(known, "MOD-31a") == {}
    assert waiting(unknown, "MOD-31a") == {2: ("surgery_end",)}
    assert approved(unknown)[1] == 90_000


@pytest.mark.parametrize(("date", "falls"), [("1395-03-05", True), ("1395-03-06", False)])
def test_the_giving_of_drugs_is_in_the_base_on_a_day_of_anesthesia(date, falls):
    giving = {"section": "service", "code": "109300", "amount": 30_000, "date": date, "facts": {}}

    result = bill("MOD-05b", operation("109040"), anesthesia("109040", 90_000), giving)

    assert ("MOD-05b" in cited(result, 3)) == falls
    assert (approved(result)[2] == 0) == falls


@pytest.mark.parametrize(
    ("clinic", "same", "mark"),
    [
        (True, True, Mark.TICK),
        (True, False, Mark.ZERO),
        (True, None, Mark.QUERY),
        (False, None, Mark.TICK),
        (None, None, Mark.TICK),
    ],
)
def test_the_anesthesia_clinic_is_paid_before_an_operation_in_the_same_hospital(clinic, same, mark):
    facts = {"preanesthesia_visit": clinic, "operation_same_hospital": same}
    line = {"no": 1, "section": "visit", "amount": 100_000}

    result = assess("MOD-05c", "visit", area=AREA, claim={"lines": [line], "facts": facts})

    assert ("MOD-05c" in cited(result) | cited(result, 1)) == (mark is not Mark.TICK)
    assert marks(result) == [mark]
