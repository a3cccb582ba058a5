"""How many bed-days of a stay are paid: six hours, whole days, orders of discharge, leave, newborns. Test fees."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, cited, marks, said, waiting
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

NIGHTS = 1_000_000


@pytest.mark.parametrize(("until", "left"), [("1395-03-05T14:00", 0), ("1395-03-05T14:01", NIGHTS)])
def test_six_hours_are_no_day_and_a_minute_more_is_one(until, left):
    result = stay("BED-05", bed("normal", 1, NIGHTS), until=until)

    assert approved(result) == [left]
    assert ("BED-05" in cited(result, 1)) is (left == 0)


def test_a_stay_whose_discharge_was_ordered_on_its_first_day_keeps_the_day_of_a_long_stay():
    result = stay("BED-02b", bed("normal", 3, 3 * NIGHTS), discharge_ordered_on="1395-03-05")

    assert approved(result) == [NIGHTS]
    assert cited(result, 1) == {"BED-02b"}


def test_an_order_after_the_discharge_is_ignored():
    result = stay("BED-02b", bed("normal", 3, 3 * NIGHTS), discharge_ordered_on="1395-03-09")

    assert approved(result) == [3 * NIGHTS]


def test_days_go_by_discharge_then_by_the_order_then_by_leave():
    result = stay("BED-11", bed("normal", 5, 5 * NIGHTS), discharge_ordered_on="1395-03-07", leave_days=1)

    assert approved(result) == [NIGHTS]
    lowered = [(finding.rule, finding.before, finding.after) for finding in result.findings_of(1)]
    assert lowered == [
        ("BED-02a", 5 * NIGHTS, 3 * NIGHTS),
        ("BED-02b", 3 * NIGHTS, 2 * NIGHTS),
        ("BED-11", 2 * NIGHTS, NIGHTS),
    ]


def test_leave_longer_than_the_stay_leaves_nothing():
    result = stay("BED-11", bed("normal", 3, 3 * NIGHTS), leave_days=9)

    assert approved(result) == [0]
    assert cited(result, 1) == {"BED-11"}


def test_of_two_beds_of_one_fee_the_higher_number_loses_the_day():
    result = stay("BED-02a", bed("normal", 2, 2 * NIGHTS), bed("double", 2, 2 * NIGHTS))

    assert approved(result) == [2 * NIGHTS, NIGHTS]


def test_a_bed_loses_at_most_its_own_days_and_the_next_cheapest_the_rest():
    result = stay("BED-02a", icu(3, 15_000_000), bed("ccu", 1, 2_500_000, ward_grade="one"), bed("normal", 1, NIGHTS))

    assert approved(result) == [15_000_000, 0, 0]
    assert cited(result, 2) == cited(result, 3) == {"BED-02a"}


def test_a_bed_of_an_unread_kind_counts_as_an_own_bed_of_the_highest_fee():
    result = stay("BED-03a", bed(None, 3, 9_000_000), icu(1, 5_000_000))

    assert approved(result) == [9_000_000, 0]
    assert marks(result) == [Mark.QUERY, Mark.ZERO]


def test_newborns_and_companions_are_no_own_beds():
    result = stay(
        "BED-02a",
        item("service", 2_000_000, "990004"),
        bed("normal", 3, 3 * NIGHTS),
        bed("newborn_healthy", 1, 400_000),
        over={"patient": {"sex": "female"}},
    )

    assert approved(result)[1:] == [3 * NIGHTS, 400_000]


def test_an_unknown_discharge_keeps_the_days_and_names_the_field():
    result = stay("BED-02c", bed("normal", 9, 9 * NIGHTS), nursing(540_000), until=None)

    assert approved(result) == [9 * NIGHTS, 540_000]
    assert marks(result) == [Mark.QUERY, Mark.QUERY]
    (query,) = (finding for finding in result.queries if finding.rule == "BED-02c")
    assert query.needs == "تاریخ و ساعت ترخیص در صورت‌حساب نیست"


def test_leave_of_a_psychiatric_stay_is_asked_at_every_own_bed():
    result = stay("BED-11", bed("psychiatric", 2, 1_800_000), bed("normal", 1, NIGHTS), custodial=False)

    assert waiting(result, "BED-11") == {1: ("leave_days",), 2: ("leave_days",)}


DATED = {"date": "1395-03-06"}


def test_of_three_kinds_in_a_day_the_first_of_more_than_six_hours_stays():
    result = stay(
        "BED-08",
        icu(1, 5_000_000, DATED, hours_in_bed=6),
        bed("ccu", 1, 2_500_000, DATED, ward_grade="one", hours_in_bed=7),
        bed("normal", 1, NIGHTS, DATED),
    )

    assert approved(result) == [0, 2_500_000, 0]


def test_the_hours_of_a_cheaper_bed_are_asked_only_where_a_third_kind_stands_beside():
    ccu = bed("ccu", 1, 2_500_000, DATED, ward_grade="one")
    result = stay("BED-08", icu(1, 5_000_000, DATED, hours_in_bed=5), ccu, bed("normal", 1, NIGHTS, DATED))
    two = stay("BED-08", icu(1, 5_000_000, DATED, hours_in_bed=5), ccu)

    assert waiting(result, "BED-08") == {2: ("hours_in_bed",)}
    assert approved(result) == [0, 2_500_000, 0]
    assert asked(two, "BED-08") == set()
    assert approved(two) == [0, 2_500_000]


def test_without_any_bed_of_more_than_six_hours_the_cheapest_stays():
    result = stay("BED-08", icu(1, 5_000_000, DATED, hours_in_bed=3), bed("normal", 1, NIGHTS, DATED, hours_in_bed=5))

    assert approved(result) == [0, NIGHTS]


def test_two_lines_of_one_kind_on_a_day_are_a_matter_of_days():
    result = stay("BED-08", bed("normal", 2, 2 * NIGHTS, DATED), bed("normal", 2, 2 * NIGHTS, DATED))

    assert approved(result) == [2 * NIGHTS, NIGHTS]
    assert cited(result, 2) == {"BED-02a"}


def newborn(days: int, **facts: object):
    """Return a mother's stay of three days with a newborn's bed of so many days; nothing tells the delivery."""
    return stay(
        "BED-14a",
        bed("normal", 3, 3 * NIGHTS),
        bed("newborn_healthy", days, days * 400_000),
        over={"patient": {"sex": "female"}},
        **facts,
    )


def test_an_unknown_delivery_is_a_caesarean_until_it_is_known():
    result = newborn(3, newborn_kept_for_mother=False)

    assert approved(result)[1] == 800_000
    assert asked(result, "BED-14a") == {"delivery_kind"}


def test_what_the_mothers_illness_covers_asks_nothing():
    result = newborn(2, newborn_kept_for_mother=True, expert_confirmed=True)

    assert marks(result)[1] is Mark.TICK


def test_a_delivery_is_asked_for_where_the_mother_left_before_the_second_day():
    result = stay(
        "BED-14a",
        bed("newborn_healthy", 2, 800_000),
        until="1395-03-06T08:00",
        over={"patient": {"sex": "female"}},
        newborn_kept_for_mother=True,
        expert_confirmed=True,
    )

    assert asked(result, "BED-14a") == {"delivery_kind"}


def test_a_newborn_stays_no_longer_than_the_mother():
    result = newborn(4, newborn_kept_for_mother=True, expert_confirmed=True, delivery_kind="vaginal")

    assert approved(result)[1] == 1_200_000
    assert cited(result, 2) == {"BED-14b"}


def test_the_mothers_illness_is_not_asked_about_where_it_earns_no_day():
    refused = newborn(4, delivery_kind="vaginal", expert_confirmed=False)
    short = stay(
        "BED-14b",
        bed("newborn_healthy", 2, 800_000),
        until="1395-03-06T08:00",
        over={"patient": {"sex": "female"}},
        delivery_kind="vaginal",
    )

    assert (approved(refused)[1], asked(refused, "BED-14b")) == (400_000, set())
    assert (approved(short)[0], asked(short, "BED-14b")) == (400_000, set())


@pytest.mark.parametrize(("children", "left"), [(1, 400_000), (2, 800_000), (3, 1_200_000)])
def test_each_newborn_has_its_own_days(children, left):
    result = newborn(3, delivery_kind="vaginal", newborn_kept_for_mother=False, newborn_count=children)

    assert approved(result)[1] == left


def test_a_code_of_the_delivery_goes_before_the_fact_and_a_caesarean_before_a_normal_one():
    result = stay(
        "BED-14a",
        item("service", 2_000_000, "990004"),
        bed("newborn_healthy", 2, 800_000),
        over={"patient": {"sex": "female"}},
        delivery_kind="cesarean",
        newborn_kept_for_mother=False,
    )

    assert approved(result)[1] == 400_000


def test_surgery_does_not_earn_a_bed_nor_a_temporary_title_lose_one():
    short = stay("BED-05", operation(), anesthesia(), bed("normal", 1, NIGHTS), until="1395-03-05T13:00")
    long = observation("BED-16a", bed("normal", 1, NIGHTS), until="1395-03-06T08:00", admission_file=True)

    assert approved(short)[2] == 0
    assert approved(long) == [NIGHTS]
    assert said(long, "BED-16a") == [Effect.NOTE]


def test_a_year_of_psychiatry_begins_anew_at_its_anniversary_whatever_came_between():
    days = {"date": "1394-03-01", "code": "bed_day/psychiatric", "qty": 50}
    result = stay(
        "BED-12a",
        bed("psychiatric", 10, 9_000_000),
        until="1395-03-15T08:00",
        over={"history": [days, {"date": "1395-03-01", "code": "bed_day/psychiatric", "qty": 56}]},
        custodial=False,
        leave_days=0,
    )

    assert approved(result) == [10 * 540_000]


def test_several_psychiatric_beds_have_the_acute_days_in_order_of_number():
    result = stay(
        "BED-12a",
        bed("psychiatric", 4, 3_600_000),
        bed("psychiatric", 6, 5_400_000),
        until="1395-03-15T08:00",
        over={"history": [{"date": "1394-08-01", "code": "bed_day/psychiatric", "qty": 50}]},
        custodial=False,
        leave_days=0,
    )

    assert approved(result) == [3_600_000, 2 * 900_000 + 4 * 540_000]


def test_only_paid_days_of_an_earlier_claim_count():
    first = bill(
        bed("psychiatric", 60, 54_000_000),
        since="1395-01-10T08:00",
        until="1395-03-01T10:00",
        custodial=False,
        leave_days=0,
    )
    later = bill(
        bed("psychiatric", 10, 9_000_000),
        since="1395-03-10T08:00",
        until="1395-03-20T10:00",
        custodial=False,
        leave_days=0,
    )
    results = stays("BED-12a", first, later)

    assert approved(results["C-1"]) == [53 * 900_000]
    assert approved(results["C-2"]) == [3 * 900_000 + 7 * 540_000]
