"""What a visit of a stay costs: by its kind, by triage, by who came, and under observation. Test fees."""

import pytest

from tests.rules.claims import approved, asked, assess, cited, said
from tests.rules.inpatient_stay.hospital_stays import bill, observation, stay
from tests.rules.inpatient_stay.visiting import INTERNIST, physician, visit

EMERGENCY = physician("emergency_medicine", "11117")


def test_two_sums_share_the_first_and_the_last_day():
    lines = visit(150_000), visit(450_000, qty=3)
    result = stay("VIS-12", *lines, discharge_kind="ordered")

    assert approved(result) == [120_000, 110_000 + 2 * 100_000]
    assert cited(result, 1) == cited(result, 2) == {"VIS-12"}


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ({"discharge_kind": "ordered"}, 430_000),
        ({"discharge_kind": "self", "visited_before_leaving": True}, 430_000),
        ({"discharge_kind": "self"}, 430_000),
        ({"discharge_kind": "self", "visited_before_leaving": False}, 320_000),
    ],
)
def test_the_sum_holds_a_visit_of_discharge_only_where_it_is_owed(facts, left):
    result = stay("VIS-12", visit(600_000, qty=4), **facts)

    assert approved(result) == [left]


def test_a_sum_without_the_fee_of_a_kind_stands_as_claimed():
    claim = bill(visit(900_000, qty=2), discharge_kind="ordered")

    assert approved(assess("VIS-12", "inpatient", area="general", claim=claim)) == [900_000]


def test_the_steps_of_a_sum_name_its_days():
    result = stay("VIS-12", visit(600_000, qty=4), discharge_kind="ordered")
    steps = [step for finding in result.findings_of(1) for step in finding.steps]

    assert [step.value for step in steps] == [120_000, 110_000, 200_000, 600_000]
    assert steps[2].expression == "۲ × ۱۰۰٬۰۰۰"


def test_the_second_unit_of_a_first_day_line_is_one_of_a_later_day():
    result = stay("VIS-12a", visit(240_000, "first_day", qty=2))

    assert (approved(result), cited(result, 1)) == ([220_000], {"VIS-12a"})


def test_a_second_coded_visit_of_the_first_day_is_one_of_a_later_day():
    coded = visit(150_000, code="990062")
    result = stay("VIS-12a", visit(120_000, "first_day"), coded)

    assert approved(result) == [120_000, 100_000]
    assert cited(result, 2) == {"GEN-15e", "VIS-12a"}


def test_a_first_coded_visit_has_the_price_of_its_row():
    result = stay("VIS-12a", visit(150_000, code="990062"))

    assert (approved(result), cited(result, 1)) == ([130_000], {"GEN-15e"})


def test_the_clinic_asks_for_an_unknown_rank_only_above_the_lowest_fee():
    unranked = physician("anesthesiology", "20003", None)

    low = stay("VIS-05", visit(100_000, "anesthesia_clinic", unranked))
    assert (approved(low), asked(low, "VIS-05")) == ([100_000], set())
    high = stay("VIS-05", visit(200_000, "anesthesia_clinic", unranked))
    assert (approved(high), asked(high, "VIS-05")) == ([180_000], {"performer.qualification"})


def test_without_a_performer_the_attending_decides_the_price():
    result = stay("VIS-05", visit(200_000, "anesthesia_clinic", None))

    assert approved(result) == [150_000]


@pytest.mark.parametrize(("rank", "left"), [("gp", 100_000), ("intern", 100_000), ("resident", 150_000)])
def test_residents_under_observation_are_paid_like_specialists(rank, left):
    result = observation("NUR-01c", visit(300_000, None, physician("internal_medicine", rank=rank), resident_year=3))

    assert approved(result) == [0 if rank == "intern" else left]


@pytest.mark.parametrize("rank", ["subspecialist", "fellowship"])
def test_forensic_subspecialists_are_paid_like_specialists_in_the_emergency_ward_too(rank):
    forensic = physician("forensic_medicine", "20009", rank)
    result = observation("VIS-06", visit(170_000, "emergency_limited", forensic, code="990064"))

    assert (approved(result), cited(result, 1)) == ([150_000], {"VIS-06"})


def test_comprehensive_visits_keep_their_fee_whoever_comes():
    result = observation("VIS-06", visit(300_000, "emergency_comprehensive", physician("forensic_medicine")))

    assert cited(result, 1) == set()


@pytest.mark.parametrize("triage", ["one", "two", "three", "four"])
def test_a_limited_visit_without_a_code_has_its_fee_up_to_triage_four(triage):
    result = observation("VIS-12f", visit(260_000, "emergency_limited", EMERGENCY), triage_level=triage)

    assert (approved(result), cited(result, 1)) == ([200_000], {"VIS-12f"})


def test_of_triage_five_it_is_one_of_outpatients():
    result = observation("VIS-12g", visit(260_000, "emergency_limited", EMERGENCY), triage_level="five")

    assert (approved(result), cited(result, 1)) == ([150_000], {"VIS-12g"})


@pytest.mark.parametrize(("amount", "facts"), [(150_000, set()), (150_001, {"triage_level"})])
def test_the_triage_is_asked_for_above_the_lower_price(amount, facts):
    result = observation("VIS-12f", visit(amount, "emergency_limited", EMERGENCY))

    assert asked(result, "VIS-12f") == facts


def test_an_unnamed_visitor_counts_as_the_wards_own():
    result = observation("VIS-12h", visit(200_000, "emergency_limited", None), triage_level="three")

    assert approved(result) == [200_000]


def test_another_field_needs_no_triage():
    result = observation("VIS-12h", visit(260_000, "emergency_limited", INTERNIST))

    assert approved(result) == [150_000]
    assert cited(result, 1) == {"VIS-12h"}


@pytest.mark.parametrize(
    ("triage", "left", "rule"),
    [("one", 600_000, "VIS-12i"), ("two", 600_000, "VIS-12i"), ("three", 200_000, "VIS-12i"),
     ("four", 200_000, "VIS-12i"), ("five", 150_000, "VIS-12g")],
)  # fmt: skip
def test_critical_care_without_a_code_goes_by_triage(triage, left, rule):
    result = observation("VIS-12i", visit(700_000, "critical_care", EMERGENCY), triage_level=triage)

    assert (approved(result), cited(result, 1)) == ([left], {rule})


def test_unknown_triage_pays_critical_care_meanwhile():
    result = observation("VIS-12i", visit(700_000, "critical_care", EMERGENCY))

    assert (approved(result), asked(result, "VIS-12i")) == ([600_000], {"triage_level"})


def test_observation_that_became_a_stay_has_the_fees_of_the_ward():
    """No clause of article 8 prices it: its fee is the tariff, which GEN-15e keeps."""
    lines = visit(150_000, on="05"), visit(150_000, on="06")
    result = observation("VIS-12c", *lines, until="1395-03-06T10:00", admission_file=True)

    assert approved(result) == [120_000, 110_000]
    assert cited(result, 1) == cited(result, 2) == {"GEN-15e"}


def test_another_insurer_has_the_same_fees_without_the_handbooks_clauses():
    result = stay("VIS-12c", visit(150_000, "next_day"), office={"insurer": "tamin"})

    assert (approved(result), cited(result, 1)) == ([100_000], {"GEN-15e"})


def test_a_visit_of_the_day_of_discharge_is_told_by_its_date():
    result = stay("VIS-12d", visit(150_000, on="08"), discharge_kind="ordered")

    assert (approved(result), cited(result, 1)) == ([110_000], {"VIS-12d"})
    assert said(result, "VIS-12c") == []


@pytest.mark.parametrize("code", [None, "990310"])
def test_a_visit_of_the_clinic_under_observation_is_one_of_outpatients_too(code):
    of_kind = {"attributes": {"visit_kind": "anesthesia_clinic"}}
    row = {"code": "990310", "section": "visit", "fee": 300_000} | of_kind
    line = visit(300_000, "anesthesia_clinic", physician("anesthesiology", "20003", "gp"), code=code)
    result = observation("NUR-01c", line, services=(row,))

    assert (approved(result), cited(result, 1)) == ([100_000], {"NUR-01c"})
