"""How many visits of a stay are paid: one a day, one of each special kind, as many as days. Test fees."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, asked, cited, said, waiting
from tests.rules.inpatient_stay.hospital_stays import anesthesia, icu, operation, stay
from tests.rules.inpatient_stay.visiting import CARDIOLOGIST, INTERNIST, PAEDIATRICIAN, physician, visit


def test_of_equal_visits_of_a_day_the_lower_number_stays():
    result = stay("VIS-02", visit(90_000, by=CARDIOLOGIST, on="06"), visit(100_000, on="06"))

    assert approved(result) == [90_000, 0]
    assert cited(result, 2) == {"VIS-02"}


def test_the_dearest_of_a_day_is_cut_to_one_unit_and_the_others_go():
    first, later = visit(100_000, "next_day", on="06"), visit(240_000, "first_day", on="06", qty=2)

    assert approved(stay("VIS-02", first, later)) == [0, 120_000]


def test_a_coded_visit_of_the_day_counts_by_its_row():
    coded = visit(130_000, by=CARDIOLOGIST, on="06", code="990062")

    assert approved(stay("VIS-02", visit(100_000, "next_day", on="06"), coded)) == [0, 130_000]


@pytest.mark.parametrize("kind", ["emergency_comprehensive", "anesthesia_clinic", "newborn_first", "critical_care"])
def test_other_kinds_do_not_use_up_the_visit_of_a_day(kind):
    result = stay("VIS-02", visit(100_000, "next_day", on="06"), visit(100_000, kind, on="06"), triage_level="one")

    assert approved(result) == [100_000, 100_000]


def test_the_day_of_discharge_is_not_counted_for_the_visit_of_a_day():
    result = stay("VIS-02", visit(100_000, "next_day", on="08"), visit(110_000, on="08"), discharge_kind="ordered")

    assert approved(result) == [100_000, 110_000]
    assert "VIS-02" not in cited(result, 2)


def test_in_an_observed_stay_nothing_counts_days():
    result = stay("VIS-02", visit(100_000, on="05"), visit(100_000, on="05"), until="1395-03-05T12:00")

    assert approved(result) == [100_000, 100_000]
    assert "VIS-13a" not in cited(result, 1) | cited(result, 2)


def test_a_short_surgical_stay_has_the_visit_of_the_day_of_discharge_alone():
    visits = visit(120_000, on="05"), visit(100_000, "next_day")
    result = stay("VIS-13a", operation(), anesthesia(), *visits, until="1395-03-05T12:00", discharge_kind="ordered")

    assert approved(result)[2:] == [120_000, 0]
    assert cited(result, 4) == {"VIS-13a"}


@pytest.mark.parametrize(("qty", "left", "rules"), [(1, 150_000, set()), (2, 300_000, {"VIS-05"})])
def test_a_second_visit_of_the_clinic_on_one_line_is_asked_about(qty, left, rules):
    result = stay("VIS-05", visit(150_000 * qty, "anesthesia_clinic", qty=qty))

    assert (approved(result), cited(result, 1)) == ([left], rules)


def test_the_newborns_are_asked_for_only_where_more_than_one_visit_is_billed():
    one, two = visit(130_000, "newborn_first", PAEDIATRICIAN), visit(130_000, "newborn_first", PAEDIATRICIAN)

    assert said(stay("VIS-12b", one), "VIS-12b") == []
    assert waiting(stay("VIS-12b", one, two), "VIS-12b") == {2: ("newborn_count",)}
    assert approved(stay("VIS-12b", one, two, two, newborn_count=2)) == [130_000, 130_000, 0]


def test_of_the_visits_of_discharge_the_first_number_stays():
    lines = visit(200_000, "next_day", qty=2), visit(220_000, "discharge", qty=2), visit(110_000, "discharge")
    result = stay("VIS-12d", *lines, discharge_kind="ordered")

    assert approved(result) == [200_000, 110_000, 0]
    assert cited(result, 2) == cited(result, 3) == {"VIS-12d"}


@pytest.mark.parametrize("visited", [None, False, True])
def test_the_visit_before_death_is_asked_for_where_a_unit_hangs_on_it(visited):
    facts = {"discharge_kind": "death"} | ({} if visited is None else {"visited_before_leaving": visited})
    four, three = (visit(100_000 * qty, "next_day", qty=qty) for qty in (4, 3))
    result = stay("VIS-13b", four, **facts)

    assert approved(result) == [300_000 if visited is False else 400_000]
    assert asked(result, "VIS-13b") == ({"visited_before_leaving"} if visited is None else set())
    assert said(stay("VIS-13b", three, **facts), "VIS-13b") == []


def test_a_visit_that_is_proved_needs_no_kind_of_discharge():
    result = stay("VIS-13b", visit(110_000, "discharge"), visited_before_leaving=True)

    assert cited(result, 1) == set()


def test_without_a_line_of_discharge_the_last_counted_visit_is_asked():
    result = stay("VIS-13b", visit(120_000, "first_day"), visit(300_000, "next_day", qty=3))

    assert waiting(result, "VIS-13b") == {2: ("discharge_kind",)}
    assert approved(result) == [120_000, 300_000]


def test_unknown_times_leave_the_days_alone():
    result = stay("VIS-13a", visit(900_000, "next_day", qty=9), until=None)

    assert approved(result) == [900_000]


def test_days_are_counted_to_the_order_of_discharge_and_its_visit_is_that_day():
    lines = visit(120_000, on="05"), visit(100_000, on="06"), visit(110_000, on="07"), visit(100_000, on="08")
    result = stay("VIS-13a", *lines, discharge_ordered_on="1395-03-07", discharge_kind="ordered")

    assert approved(result) == [120_000, 100_000, 110_000, 0]
    assert cited(result, 4) == {"VIS-13a"}


def test_units_beyond_go_from_the_highest_number():
    first, second = visit(300_000, "next_day", qty=3), visit(200_000, "next_day", CARDIOLOGIST, qty=2)
    result = stay("VIS-13a", first, second, discharge_kind="ordered")

    assert approved(result) == [300_000, 100_000]
    assert [step.expression for f in result.findings_of(2) for step in f.steps][:2] == ["۳", "۱"]


def test_visits_of_the_wards_officer_do_not_use_up_the_days():
    bed = icu(3, 15_000_000, resident_physician_present=False, icu_beds=6)
    officer = visit(300_000, "next_day", physician("anesthesiology", "20003"), qty=3, icu_role="ward_officer")
    attending = visit(400_000, "next_day", INTERNIST, qty=4)

    assert approved(stay("VIS-13a", bed, officer, attending, discharge_kind="ordered"))[1:] == [300_000, 400_000]


def test_a_comprehensive_visit_on_a_second_line_is_asked_about_there():
    first, second = (visit(300_000, "emergency_comprehensive") for _ in range(2))
    result = stay("VIS-12e", first, second)

    assert [f.effect for f in result.findings_of(2)] == [Effect.QUERY]
    assert cited(result, 1) == set()
