"""What is asked of a stay hangs on an amount: at the line that is left, and of nothing that another rule takes anyhow."""

import pytest

from tests.rules.claims import approved, asked, cited, waiting
from tests.rules.inpatient_stay.hospital_stays import (
    anesthesia,
    bed,
    bill,
    icu,
    item,
    nursing,
    observation,
    operation,
    stay,
    stays,
)
from tests.rules.inpatient_stay.visiting import CARDIOLOGIST, PSYCHIATRIST, physician, visit

LIMITED = {"provider": {"kind": "limited_surgery_center"}}


def test_the_kind_of_discharge_is_asked_at_the_last_visit_that_the_days_leave():
    visits = [visit(100_000, "next_day") for _ in range(3)]
    result = stay("VIS-13b", *visits, until="1395-03-06T10:00")

    assert approved(result) == [100_000, 100_000, 0]
    assert waiting(result, "VIS-13b") == {2: ("discharge_kind",)}


@pytest.mark.parametrize(("before", "facts"), [(5, {"renal_failure_course"}), (6, set())])
def test_the_course_of_kidney_failure_is_asked_while_an_acute_session_is_left(before, facts):
    session = item("dialysis", 170_000, "900140")
    earlier = bill(item("dialysis", 170_000 * before, "900140", {"qty": before}), renal_failure_course="acute")
    later = bill(session, since="1395-03-10T08:00", until="1395-03-12T10:00")

    assert asked(stays("DLZ-01c", earlier, later)["C-2"], "DLZ-01c") == facts


@pytest.mark.parametrize(("field", "asking"), [("anesthesiology", {1, 2}), ("cardiology", set())])
def test_a_bed_is_asked_for_the_officers_visit_only_while_that_may_be_paid(field, asking):
    officer = visit(100_000, "next_day", by=physician(field), icu_role="ward_officer")
    result = stay("VIS-09", icu(3, 15_000_000, resident_physician_present=False), officer)

    assert waiting(result, "VIS-09").keys() == asking


@pytest.mark.parametrize(
    ("file_opened", "lines", "facts"),
    [
        ({"admission_file": True}, (visit(150_000, "next_day"),), set()),
        ({"admission_file": False}, (visit(150_000, "next_day"),), {"operating_room_kind"}),
        ({"admission_file": False}, (bed("normal", 1, 1_000_000),), set()),
        ({"admission_file": None}, (visit(150_000, "next_day", by=CARDIOLOGIST),), {"operating_room_kind"}),
    ],
)
def test_in_a_long_observation_without_a_file_visits_hang_on_the_operating_room(file_opened, lines, facts):
    result = observation("ADM-03", operation(), anesthesia(), *lines, until="1395-03-06T12:00", **file_opened)

    assert asked(result, "ADM-03") == facts


def test_a_psychiatric_bed_that_is_not_paid_leaves_the_stay_that_of_a_psychiatric_patient():
    beds = bed("psychiatric", 1, 900_000, ward_approved=False)
    unwritten = visit(100_000, "next_day", by=PSYCHIATRIST, on="06", visit_recorded=False)
    result = stay("VIS-07b", beds, unwritten, psychiatric_course="chronic", custodial=False, leave_days=0)

    assert approved(result) == [0, 0]
    assert cited(result, 2) == {"VIS-07b"}


@pytest.mark.parametrize("kind", ["inpatient", "temporary"])
@pytest.mark.parametrize(
    ("until", "facts"),
    [("1395-03-05T12:00", {}), ("1395-03-06T12:00", {"admission_file": False}), (None, {})],
)
def test_articles_5_and_6_are_silent_of_the_stay_in_a_limited_surgery_centre(kind, until, facts):
    lines = bed("companion", 1, 300_000), bed("unlisted", 1, 1_000_000, ward_approved=None), nursing(180_000)
    result = stay("LSC-02", *lines, base=kind, office=LIMITED, until=until, **facts)

    assert approved(result) == [0, 0, 0]
    assert [cited(result, no) for no in (1, 2, 3)] == [{"LSC-02"}] * 3
    assert not {rule for rule in cited(result) if rule.startswith(("ADM", "BED"))}
