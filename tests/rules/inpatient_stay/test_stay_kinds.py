"""What counts as inpatient and which row of shares a hospital claim takes; kinds of hospitals. Test figures."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, cited, marks, said
from tests.rules.inpatient_stay.hospital_stays import (
    anesthesia,
    bed,
    item,
    nursing,
    observation,
    operation,
    stay,
)

SHORT, LONG = "1395-03-05T12:00", "1395-03-06T12:00"
CT = item("imaging", 800_000, "990050")


def share(result):
    """Return the patient's percent of what is approved."""
    return result.share_percent


@pytest.mark.parametrize(
    ("base", "until", "percent"),
    [
        ("inpatient", LONG, 10),
        ("inpatient", SHORT, 30),
        ("inpatient", None, 10),
        ("temporary", LONG, 10),
        ("temporary", SHORT, 30),
    ],
)
def test_the_share_goes_by_the_length_of_the_stay(base, until, percent):
    result = stay("SHR-05", CT, base=base, until=until)

    assert share(result) == percent


@pytest.mark.parametrize("base", ["inpatient", "temporary"])
@pytest.mark.parametrize(("room", "percent"), [("main", 10), ("outpatient", 30)])
def test_surgery_with_anesthesia_in_the_main_room_is_inpatient(base, room, percent):
    result = stay("ADM-03", operation(), anesthesia(), base=base, until=SHORT, operating_room_kind=room)

    assert share(result) == percent
    assert (Effect.NOTE in said(result, "ADM-03")) is (base == "temporary" and room == "main")
    assert (Effect.NOTE in said(result, "ADM-01")) is (base == "inpatient" and room == "outpatient")


def test_a_question_of_the_share_leaves_the_marks_of_lines_alone():
    result = observation("ADM-03", operation(), anesthesia())

    assert said(result, "ADM-03") == [Effect.QUERY]
    assert share(result) == 10
    assert Mark.QUERY not in {line.mark for line in result.lines if not result.findings_of(line.no)}


def test_the_operating_room_is_not_asked_where_no_share_hangs_on_it():
    long = stay("ADM-03", operation(), anesthesia(), until=LONG)
    day_case = observation("ADM-03", item("global", 10_000_000, "G12"), anesthesia())

    assert asked(long, "ADM-03") == set()
    assert asked(day_case, "ADM-03") == set()
    assert share(day_case) == 10


def test_an_operation_that_is_refused_makes_no_stay_surgical():
    missing = {"documents": ["admission_order", "insurance_page", "bill", "anesthesia_sheet"], "document_faults": []}
    result = stay("DOC-04a", operation(), anesthesia(), CT, until=SHORT, operating_room_kind="main", **missing)

    assert share(result) == 30


def test_a_global_day_case_of_another_centre_keeps_the_share_of_an_observation():
    clinic = {"provider": {"kind": "general_clinic"}}
    result = stay(
        "SHR-05", item("global", 10_000_000, "G12"), base="temporary", until=SHORT, office=clinic, anesthesia_given=None
    )

    assert share(result) == 30


def test_a_limited_surgery_centre_has_its_own_share_and_no_note():
    centre = {"provider": {"kind": "limited_surgery_center"}}
    for base in ("inpatient", "temporary"):
        result = stay("ADM-01", item("imaging", 300_000, "990051"), base=base, until=SHORT, office=centre)
        assert share(result) == 10
        assert "ADM-01" not in cited(result)


def test_special_patients_have_the_lowest_row_of_the_care_even_above_the_general_one():
    two = {"patient": {"conditions": ["malignancy", "hemophilia"]}}
    none = {"patient": {"conditions": ["malignancy"]}}

    assert share(stay("SHR-04a", CT, over=two)) == 0
    assert share(observation("SHR-04b", CT, over=none)) == 30


def test_the_steps_of_the_shares_name_the_row():
    day_case = observation("SHR-05", CT)
    special = stay("SHR-04a", CT, over={"patient": {"conditions": ["malignancy"]}})

    assert [step.caption for step in day_case.share_steps] == ["سهم بیمه‌شده، فرانشیز بستری موقت", "سهم سازمان"]
    assert special.share_steps[0].caption == "سهم بیمه‌شده، فرانشیز بستری، بیمار خاص"
    assert special.share_steps[0].expression == "۸۰۰٬۰۰۰ × ۵٪"


def test_an_outpatient_claim_knows_special_patients_too():
    result = stay(
        "SHR-04b",
        item("service", 450_000, "990081"),
        base="physician_service",
        over={"patient": {"conditions": ["hemophilia"]}, "service_date": "1395-03-06"},
    )

    assert share(result) == 0


def test_a_long_stay_without_a_file_has_no_bed_and_no_nursing_but_the_inpatient_share():
    result = stay("ADM-02", bed("normal", 3, 3_000_000), nursing(180_000), CT, admission_file=False)

    assert approved(result) == [0, 0, 800_000]
    assert cited(result, 1) == cited(result, 2) == {"BED-16b"}
    assert share(result) == 10


@pytest.mark.parametrize(("lines", "facts"), [((bed("normal", 3, 3_000_000),), {"operating_room_kind"}), ((), set())])
def test_without_a_file_the_operating_room_is_asked_where_a_bed_hangs_on_it(lines, facts):
    result = stay("ADM-03", operation(), anesthesia(), *lines, admission_file=False)

    assert asked(result, "ADM-03") == facts


def test_a_surgical_stay_without_a_file_keeps_its_bed():
    result = stay("ADM-02", operation(), anesthesia(), bed("normal", 3, 3_000_000), admission_file=False)

    assert approved(result)[2] == 3_000_000
    assert "ADM-02" not in cited(result)


def test_an_observation_with_surgery_and_without_a_file_loses_its_bed():
    result = observation(
        "BED-16b", operation(), anesthesia(), bed("normal", 1, 1_000_000), until=LONG, admission_file=False
    )

    assert approved(result)[2] == 0


def test_the_file_of_a_long_observation_is_asked_at_beds_and_nursing_alone():
    result = observation("BED-16a", bed("normal", 1, 1_000_000), nursing(60_000), CT, until=LONG)

    assert marks(result) == [Mark.QUERY, Mark.QUERY, Mark.TICK]
    assert Effect.NOTE in said(result, "BED-16a")


@pytest.mark.parametrize("kind", ["hospital", "limited_surgery_center", "general_clinic"])
def test_observation_outside_hospitals_is_referred(kind):
    result = stay("ADM-04b", CT, base="temporary", until=SHORT, office={"provider": {"kind": kind}})

    assert said(result, "ADM-04b") == ([Effect.REFER] if kind == "general_clinic" else [])


@pytest.mark.parametrize(("sector", "told"), [("private", True), ("charity", True), ("public_other", False)])
def test_what_a_private_centre_claims_above_the_tariff_is_told_once(sector, told):
    lines = (bed("normal", 3, 6_000_000), bed("vip", 1, 9_000_000), CT | {"amount": 900_000})
    result = stay("SHR-02a", *lines, until="1395-03-09T10:00", office={"provider": {"sector": sector}})

    assert said(result, "SHR-02a") == ([Effect.NOTE] if told else [])


def test_a_rule_of_days_is_no_difference_of_tariffs():
    result = stay("SHR-02a", bed("normal", 4, 4_000_000), office={"provider": {"sector": "private"}})

    assert approved(result) == [3_000_000]
    assert "SHR-02a" not in cited(result)


def test_a_ward_without_licence_is_told_once_for_all_its_beds():
    result = stay(
        "HOS-05a", bed("normal", 1, 1_000_000, ward_approved=False), bed("vip", 2, 2_000_000, ward_approved=False)
    )

    assert said(result, "HOS-05a") == [Effect.REFER]
    assert approved(result) == [0, 0]


def test_another_insurers_stay_is_left_to_its_own_rules():
    result = stay("BED-03", bed("normal", 3, 6_000_000), until=SHORT, office={"insurer": "tamin"})

    assert approved(result) == [6_000_000]
    assert share(result) == 10
