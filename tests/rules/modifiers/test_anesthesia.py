"""Anesthesia at its boundaries: units of time and recovery, bases, modifiers 32 to 39, several lines, and K."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import JalaliDate, Moment
from app.rules.case import Case
from app.rules.modifiers.anesthesia_time import Surgery, anesthesia_minutes, recovery_units, time_units
from tests.catalogue.expansion import dictionary, rulebook
from tests.rules.claims import approved, assess, auditor, cited, made, waiting
from tests.rules.modifiers.bills import anesthesia, operation

START = Moment(JalaliDate(1395, 3, 5), 9, 0)


@pytest.fixture(scope="module")
def case() -> Case:
    file = made("MOD-41a", "inpatient")
    return Case(
        file.submission,
        file.claims[0],
        reference=auditor("modifiers").reference,
        rulebook=rulebook(),
        dictionary=dictionary(),
    )


def after(minutes: int) -> Moment:
    return Moment(JalaliDate(1395, 3, 5 + (9 * 60 + minutes) // 1440), (9 + minutes // 60) % 24, minutes % 60)


@pytest.mark.parametrize(
    ("minutes", "units"),
    [
        (30, 2),
        (34, 2),
        (35, 3),
        (48, 3),
        (64, 4),
        (65, 5),
        (239, 16),
        (240, 16),
        (244, 16),
        (245, 17),
        (254, 17),
        (255, 18),
    ],
)
def test_time_counts_quarters_for_four_hours_and_tens_of_minutes_after(case, minutes, units):
    assert time_units(case, minutes) == units


@pytest.mark.parametrize(
    ("minutes", "units"), [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (149, 2), (150, 3), (210, 4), (600, 4)]
)
def test_recovery_counts_hours_of_surgery_from_half_an_hour_on_to_four(case, minutes, units):
    assert recovery_units(case, Surgery(START, after(minutes))) == units


@given(minutes=st.integers(0, 900))
def test_a_longer_surgery_never_counts_fewer_units(case, minutes):
    shorter, longer = (anesthesia_minutes(case, Surgery(START, after(length))) for length in (minutes, minutes + 1))

    assert longer == shorter + 1
    assert 0 <= time_units(case, longer) - time_units(case, shorter) <= 1


def units_paid(*modifiers: str, claimed: int = 400, over=None, **facts) -> int:
    """Return the units that are paid of one hour under the 25-unit operation, base 4."""
    result = assess(
        "MOD-41a",
        "inpatient",
        area="modifiers",
        claim={"lines": [operation("109040"), anesthesia("109040", claimed * 9_000, *modifiers, **facts)]}
        | (over or {}),
        submission={"facts": {"recovery_equipped": True}},
    )
    return approved(result)[1] // 9_000


GOOD = {
    "patient_position": "prone",
    "remote_from_field": False,
    "hypothermia": True,
    "extracorporeal_pump": True,
    "anesthesia_risks": ["other"],
    "controlled_hypotension": True,
    "modifier_reasons_stated": True,
    "recovery_minutes": 30,
    "recovery_times_recorded": True,
    "moved_to_special_care": False,
}


def test_every_modifier_that_holds_counts_in_full():
    old = {"patient": {"birth_date": "1325-03-05"}}

    assert units_paid("32", "33", "34", "35", "37", "38", "39", over=old, **GOOD) == 4 + 6 + 1 + 5 + 10 + 2 + 2 + 3 + 1


@pytest.mark.parametrize(("birthday", "units"), [("1325-03-05", 12), ("1325-03-06", 10)])
def test_the_seventieth_birthday_itself_counts(birthday, units):
    assert units_paid("37", over={"patient": {"birth_date": birthday}}) == units


@pytest.mark.parametrize(("minutes", "units"), [(29, 10), (30, 11)])
def test_half_an_hour_in_recovery_is_enough(minutes, units):
    assert units_paid("39", **GOOD | {"recovery_minutes": minutes}) == units


def test_several_modifiers_that_fall_leave_the_price_without_all_of_them():
    bad = GOOD | {"hypothermia": False, "controlled_hypotension": False, "recovery_minutes": 5}

    assert units_paid("32", "33", "38", "39", **bad) == 11


def test_what_a_person_sets_aside_stays_in_the_price_beside_what_falls():
    bad = GOOD | {"hypothermia": False, "controlled_hypotension": False}
    claim = {"lines": [operation("109040"), anesthesia("109040", 900_000, "33", "38", **bad)]}

    result = assess("MOD-33", "inpatient", area="modifiers", claim=claim, waived=frozenset({("MOD-33", 2)}))

    assert approved(result)[1] == (4 + 6 + 5) * 9_000
    assert {"MOD-38"} <= cited(result, 2)


def test_unwritten_reasons_spare_a_single_modifier_beside_recovery_and_age():
    unwritten = GOOD | {"modifier_reasons_stated": False}
    old = {"patient": {"birth_date": "1320-01-01"}}

    assert units_paid("33", "39", **unwritten) == 16
    assert units_paid("33", "37", over=old, **unwritten) == 12


def test_an_end_before_the_start_is_asked_for_like_an_unread_time():
    lines = [operation("109040"), anesthesia("109040", 90_000, surgery_end="1395-03-05T08:59")]

    result = assess("MOD-41a", "inpatient", area="modifiers", claim={"lines": lines})

    assert waiting(result, "MOD-41a") == {2: ("surgery_start", "surgery_end")}
    assert approved(result)[1] == 90_000


def test_each_line_of_a_stay_says_its_part_and_the_parts_add_up():
    lines = [
        operation("109040"),
        anesthesia("109040", 900_000, "32", "33", **GOOD | {"hypothermia": False, "patient_position": "supine"}),
    ]
    result = assess("MOD-32", "inpatient", area="modifiers", claim={"lines": lines})

    steps = [(f.before, f.after) for f in result.findings_of(2) if f.before is not None]
    assert all(earlier[1] == later[0] for earlier, later in pairwise(steps))
    assert steps[0][0] == 900_000
    assert steps[-1][1] == approved(result)[1] == 90_000
