"""Article 14 and 16: imaging, exercise test, ECG and physiotherapy of a stay."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, asked, cited, said
from tests.rules.inpatient_services.stays import bill, row


@pytest.mark.parametrize(
    ("rank", "effects"),
    [("gp", [Effect.REJECT]), ("intern", [Effect.REJECT]), ("resident", []), (None, [Effect.QUERY])],
)
def test_an_mri_is_for_specialists_and_residents_to_ask_for(rank, effects):
    prescriber = {"id": "11200", "qualification": rank, "specialty": "neurology"}
    result = bill("HIM-02", row("imaging", "HI02", 1_200_000), prescriber=prescriber)

    assert said(result, "HIM-02") == effects


@pytest.mark.parametrize(("section", "code", "amount"), [("imaging", "HI04", 200_000), ("nuclear", "HI05", 800_000)])
def test_images_and_scans_need_an_order(section, code, amount):
    assert approved(bill("HIM-01a", row(section, code, amount, ordered_by_physician=False))) == [0]


def test_a_report_is_asked_for_only_where_the_image_is_dear():
    assert asked(bill("HIM-01c", row("nuclear", "HI05", 800_000, report_attached=None)), "HIM-01c") == {
        "report_attached"
    }
    assert asked(bill("HIM-01c", row("imaging", "HI04", 200_000, report_attached=None)), "HIM-01c") == set()


def test_a_fixed_fee_is_left_alone_without_interpretation():
    assert approved(bill("HIM-03a", row("imaging", "HI01", 900_000, interpreted_by_physician=False))) == [900_000]


def test_what_is_claimed_below_the_technical_part_stands_without_interpretation():
    result = bill("HIM-03a", row("imaging", "HI06", 105_000, interpreted_by_physician=False))

    assert approved(result) == [105_000]
    assert cited(result, 1) == set()


@pytest.mark.parametrize(
    ("present", "report", "left", "asks"),
    [
        (True, True, 51_300, set()),
        (False, True, 13_300, set()),
        (True, False, 13_300, set()),
        (None, False, 13_300, set()),
        (None, True, 51_300, {"performer_present"}),
        (None, None, 51_300, {"performer_present", "report_attached"}),
    ],
)
def test_an_exercise_test_needs_the_physician_and_his_report(present, report, left, asks):
    facts = {"performer_present": present, "report_attached": report}
    result = bill("HIM-03b", row("service", "900800", 51_300, **facts))

    assert approved(result) == [left]
    assert asked(result, "HIM-03b") == asks


def test_an_exercise_test_below_its_technical_part_asks_nothing():
    assert asked(bill("HIM-03b", row("service", "900800", 13_300, performer_present=None)), "HIM-03b") == set()


@pytest.mark.parametrize("ward", ["icu", "nicu", "picu", "bicu", "ccu", "post_ccu", "lung", "thorax"])
def test_chest_physiotherapy_has_other_codes_in_special_wards(ward):
    assert approved(bill("HPT-01", row("physiotherapy", "901640", 120_000, ward=ward))) == [0]


@pytest.mark.parametrize(("minutes", "left"), [(19, 0), (20, 150_000), (45, 150_000)])
def test_a_session_lasts_as_long_as_its_code_says(minutes, left):
    assert approved(bill("HPT-02", row("physiotherapy", "901636", 150_000, minutes=minutes))) == [left]


def test_a_code_without_a_length_asks_nothing():
    assert asked(bill("HPT-02", row("physiotherapy", "901640", 120_000, ward="normal")), "HPT-02") == set()
