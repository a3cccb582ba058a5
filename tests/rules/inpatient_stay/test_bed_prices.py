"""What a day in a bed costs: kind, grade, first year, and the rule that changes the kind or the share. Test fees."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, cited, marks, said, waiting
from tests.rules.inpatient_stay.hospital_stays import bed, icu, item, observation, stay

NIGHTS = 1_000_000
ICU = 5_000_000


def office(**facts: object) -> dict[str, object]:
    """Return a submission of a hospital of which this is known."""
    return {"facts": facts}


def test_the_steps_of_a_price_name_the_kind_the_grade_and_the_days():
    result = stay("BED-03", bed("normal", 3, 3_600_000), office=office(accreditation_grade="two"))

    (finding,) = (finding for finding in result.findings if finding.rule == "BED-03")
    shown = [(step.caption, step.expression, step.value) for step in finding.steps]
    assert shown[0] == ("تعرفه یک روز تخت عادی (اتاق سه‌تختی)، درجه دو", "", 800_000)
    assert shown[1] == ("برای همه تعداد", "۸۰۰٬۰۰۰ × ۳", 2_400_000)


def test_a_bed_that_is_claimed_below_its_price_shows_the_price_all_the_same():
    result = stay("BED-03", bed("normal", 3, 2_700_000))

    assert [step.value for step in result.line(1).steps] == [1_000_000, 3_000_000, 2_700_000]


@pytest.mark.parametrize(
    ("kind", "fee", "rule"),
    [
        ("normal", 600_000, "BED-04d"),
        ("psychiatric", 450_000, "BED-04d"),
        ("newborn_sick", 420_000, "BED-04d"),
    ],
)
def test_a_substandard_hospital_has_its_own_fee_or_that_of_grade_three(kind, fee, rule):
    claim = {"patient": {"birth_date": "1395-03-01"}} if kind == "newborn_sick" else {}
    result = stay(
        rule,
        bed(kind, 3, 9_000_000),
        office=office(accreditation_grade="substandard"),
        over=claim,
        custodial=False,
        leave_days=0,
    )

    assert approved(result) == [3 * fee]
    assert sorted(said(result, rule)) == [Effect.REDUCE, Effect.REFER]


def test_a_room_of_a_substandard_hospital_is_cut_as_a_room_and_referred():
    result = stay("BED-04d", bed("vip", 3, 9_000_000), office=office(accreditation_grade="substandard"))

    assert approved(result) == [1_800_000]
    assert said(result, "BED-07") == [Effect.REDUCE]
    assert said(result, "BED-04d") == [Effect.REFER]


def test_a_substandard_hospital_is_referred_though_nothing_is_lowered():
    result = stay("BED-04d", bed("normal", 3, 1_800_000), office=office(accreditation_grade="substandard"))

    assert approved(result) == [1_800_000]
    assert said(result, "BED-04d") == [Effect.REFER]


def test_a_substandard_ward_goes_by_its_own_grade():
    result = stay("BED-04d", icu(3, 3 * ICU, ward_grade="substandard"))

    assert approved(result) == [9_000_000]


@pytest.mark.parametrize(("amount", "mark"), [(1_800_000, Mark.TICK), (1_800_001, Mark.QUERY)])
def test_an_unknown_grade_is_asked_only_above_the_lowest_price(amount, mark):
    result = stay("BED-04b", bed("normal", 3, amount), office=office(accreditation_grade=None))

    assert (approved(result), marks(result)) == ([amount], [mark])


def test_an_unknown_grade_is_priced_as_grade_one():
    result = stay("BED-04b", bed("normal", 3, 4_000_000), office=office(accreditation_grade=None))

    assert approved(result) == [3_000_000]
    assert cited(result, 1) == {"BED-03", "BED-04b"}


def test_a_grade_matters_where_the_further_step_leaves_less():
    result = stay(
        "BED-04b",
        bed("isolation", 3, 2_400_000, isolation_indicated=False, ordered_by_physician=True),
        office=office(accreditation_grade=None),
    )

    assert asked(result, "BED-04b") == {"accreditation_grade"}


@pytest.mark.parametrize(("since", "left"), [("1394-03-06", 3 * ICU), ("1394-03-05", 3 * 3_000_000)])
def test_the_first_year_of_a_hospital_covers_its_special_wards(since, left):
    result = stay("BED-04h", icu(3, 3 * ICU, ward_grade="three"), office=office(operating_since=since))

    assert approved(result) == [left]


def test_a_hospital_that_opens_after_the_admission_is_not_in_its_first_year():
    result = stay(
        "BED-04h",
        bed("normal", 3, 3_000_000),
        office=office(operating_since="1395-03-06", accreditation_grade="three"),
    )

    assert approved(result) == [1_800_000]


def test_the_first_year_of_a_ward_says_nothing_of_ordinary_beds():
    result = stay(
        "BED-04i",
        bed("normal", 3, 3_000_000, ward_operating_since="1394-06-01"),
        office=office(accreditation_grade="three"),
    )

    assert approved(result) == [1_800_000]


@pytest.mark.parametrize(
    ("delivered", "rule"), [("1395-07-04", "BED-04c"), ("1395-07-05", "BED-04g"), (None, "BED-04c")]
)
def test_a_certificate_has_four_months_of_grace_until_the_delivery_of_the_documents(delivered, rule):
    submission = office(accreditation_to="1395-03-04") | {"delivered_on": delivered}
    result = stay(rule, bed("normal", 3, 3_000_000), office=submission)

    assert {"BED-04c", "BED-04g"} & cited(result) == {rule}


@pytest.mark.parametrize("kind", ["picu", "ricu"])
def test_other_intensive_wards_are_paid_like_the_icu(kind):
    result = stay("BED-15a", bed(kind, 3, 18_000_000, ward_grade="two", resident_physician_present=True))

    assert approved(result) == [12_000_000]


def test_an_icu_of_grade_two_without_a_resident_physician_loses_thirty_percent_of_its_own_fee():
    result = stay("BED-15a", icu(3, 18_000_000, ward_grade="two", resident_physician_present=False, icu_beds=5))

    assert approved(result) == [8_400_000]
    assert cited(result, 1) == {"BED-03", "BED-15a"}


def test_the_resident_physician_of_a_cheap_bed_is_not_asked_for():
    result = stay("BED-15a", bed("icu", 3, 10_500_000, ward_grade="one"))

    assert asked(result, "BED-15a") == set()


def test_what_decides_a_dear_bed_is_asked_together():
    result = stay("BED-15a", bed("icu", 3, 10_500_001, ward_grade="one"))

    assert waiting(result, "BED-15a") == {1: ("resident_physician_present", "icu_beds")}


@pytest.mark.parametrize(("born", "left"), [("1395-02-08", 2_100_000), ("1395-02-07", 3_000_000)])
def test_a_room_of_a_newborn_is_a_sick_newborns_bed_until_the_28th_day(born, left):
    result = stay("BED-14c", bed("vip", 3, 6_000_000), over={"patient": {"birth_date": born}})

    assert approved(result) == [left]
    assert cited(result, 1) >= {"BED-07"}


def test_an_older_child_in_a_newborns_bed_keeps_the_cheaper_fee():
    result = stay("BED-14c", bed("newborn_sick", 3, 3_000_000), over={"patient": {"birth_date": "1395-01-01"}})

    assert approved(result) == [2_100_000]
    assert cited(result, 1) == {"BED-03"}


def test_the_physicians_order_of_an_isolation_is_asked_for_too():
    result = stay("BED-09", bed("isolation", 3, 6_000_000, isolation_indicated=True, ordered_by_physician=None))

    assert asked(result, "BED-09") == {"ordered_by_physician"}


def test_one_false_condition_settles_an_isolation():
    result = stay("BED-09", bed("isolation", 3, 6_000_000, ordered_by_physician=False))

    assert approved(result) == [3_000_000]
    assert asked(result, "BED-09") == set()


def test_monitoring_takes_as_many_units_as_days_from_the_highest_number():
    result = stay(
        "BED-17a",
        bed("monitored", 2, 2_080_000, special_ward_needed=True),
        item("recording", 40_000, "900770", recording_hours=24),
        item("recording", 80_000, "900770", {"qty": 2}, recording_hours=48),
    )

    assert approved(result) == [2_080_000, 40_000, 0]


@pytest.mark.parametrize(("amount", "left"), [(2_000_000, 80_000), (2_000_001, 0)])
def test_a_monitored_bed_at_an_ordinary_fee_does_not_hold_the_monitoring(amount, left):
    result = stay(
        "BED-17a",
        bed("monitored", 2, amount, special_ward_needed=True),
        item("recording", 80_000, "900770", {"qty": 2}, recording_hours=48),
    )

    assert approved(result)[1] == left


def test_without_need_of_a_special_ward_the_monitoring_is_no_part_of_the_bed():
    result = stay(
        "BED-17a",
        bed("monitored", 2, 2_080_000, special_ward_needed=False),
        item("recording", 80_000, "900770", {"qty": 2}, recording_hours=48),
    )

    assert approved(result) == [2_000_000, 80_000]


def test_a_monitored_bed_under_observation_is_an_ordinary_one():
    result = observation("BED-16a", bed("monitored", 1, 1_040_000), until="1395-03-05T20:00", admission_file=True)

    assert approved(result) == [NIGHTS]
    assert "BED-03" in cited(result, 1)


def test_modifiers_raise_no_bed_and_only_intensive_ones_have_a_clause_of_their_own():
    normal = stay("BED-15c", bed("normal", 3, 3_900_000, {"modifiers": ["95"]}))
    special = stay("BED-15c", bed("nicu", 3, 19_500_000, {"modifiers": ["95"]}, ward_grade="one"))

    assert approved(normal) == [3_000_000]
    assert "BED-03" in cited(normal, 1)
    assert approved(special) == [15_000_000]
    assert "BED-15c" in cited(special, 1)


CODED = {"code": "990190", "title": "تخت آزمایشی", "section": "hotel", "attributes": {"bed": "normal"}}


def test_a_coded_bed_without_a_price_is_priced_by_its_kind_and_asked_nothing():
    result = stay("BED-03", bed(None, 3, 3_600_000, {"code": "990190"}), services=(CODED,))

    assert approved(result) == [3_000_000]
    assert marks(result) == [Mark.CIRCLE]
    assert cited(result, 1) == {"BED-03"}


def test_a_bed_under_a_code_of_the_hospitals_own_is_priced_by_its_kind_once_that_is_read():
    known = stay("BED-03", bed("normal", 3, 3_600_000, {"code": "10001"}))
    unread = stay("BED-03a", bed(None, 3, 3_600_000, {"code": "10001"}))

    assert (approved(known), marks(known)) == ([3_000_000], [Mark.CIRCLE])
    assert cited(unread, 1) == {"BED-03a", "GEN-25"}


def test_a_missing_fee_is_named_by_its_key():
    result = stay("BED-03b", bed("bicu", 1, 3_600_000, ward_grade="three", resident_physician_present=True))

    (query,) = (finding for finding in result.queries if finding.rule == "BED-03b")
    assert query.needs is not None
    assert "bed_day/bicu/grade3" in query.needs


def test_a_stay_over_a_change_of_tariff_is_priced_by_the_day_of_admission():
    result = stay(
        "HOS-04",
        bed("normal", 5, 5_500_000),
        item("imaging", 900_000, "990051", {"date": "1396-01-02"}),
        since="1395-12-28T08:00",
        until="1396-01-04T08:00",
        services=({"code": "990051", "fee": 900_000, "from": "1396-01-01"},),
        office={"month": "1396-01", "delivered_on": "1396-02-05"},
    )

    assert approved(result) == [5_000_000, 300_000]


def test_steps_of_chronic_days_show_both_parts():
    result = stay(
        "BED-12a",
        bed("psychiatric", 10, 9_000_000),
        until="1395-03-15T08:00",
        over={"history": [{"date": "1394-08-01", "code": "bed_day/psychiatric", "qty": 50}]},
        custodial=False,
        leave_days=0,
    )

    (finding,) = (finding for finding in result.findings if finding.rule == "BED-12a")
    assert [step.expression for step in finding.steps[:2]] == ["۶ روز × ۹۰۰٬۰۰۰", "۴ روز × ۵۴۰٬۰۰۰"]
