"""Visits of surgeons, anesthetists, intensive wards and psychiatrists, and stays for one procedure. Test fees."""

import pytest

from tests.rules.claims import approved, asked, cited, said, waiting
from tests.rules.inpatient_stay.hospital_stays import (
    ANESTHETIST,
    SURGEON,
    anesthesia,
    bed,
    icu,
    item,
    operation,
    stay,
)
from tests.rules.inpatient_stay.visiting import CARDIOLOGIST, INTERNIST, PSYCHIATRIST, physician, visit

CHRONIC = {"psychiatric_course": "chronic", "custodial": False, "leave_days": 0}
MONTH = {"since": "1395-03-01T08:00", "until": "1395-03-29T10:00"}


@pytest.mark.parametrize(
    ("visitor", "rules"),
    [
        (physician("general_surgery", None), {"VIS-03"}),
        (physician("urology", None), set()),
        (physician("internal_medicine", None), set()),
        (physician(None, None), {"VIS-03"}),
        (physician(None, "20099"), set()),
    ],
)
def test_a_visitor_without_a_number_may_be_the_surgeon_of_his_own_field_alone(visitor, rules):
    result = stay("VIS-03", operation(), visit(100_000, "next_day", visitor))

    assert cited(result, 2) == rules
    assert approved(result)[1] == 100_000


def test_a_surgeon_without_a_number_is_asked_for_by_his_line():
    unnumbered = item("surgery", 3_000_000, "990001", {"performer": physician("general_surgery", None)})
    result = stay("VIS-03", unnumbered, visit(100_000, "next_day", SURGEON))

    (query,) = [finding for finding in result.queries if finding.rule == "VIS-03"]
    assert (query.line, query.facts) == (2, ())
    assert "ردیف ۱" in query.message


def test_one_of_two_surgeons_is_enough():
    other = item("surgery", 3_000_000, "990001", {"performer": physician("orthopedics", "20030")})
    result = stay("VIS-03", other, operation(), visit(100_000, "next_day", SURGEON))

    assert approved(result)[2] == 0


def test_the_surgeons_emergency_visit_is_not_counted():
    result = stay("VIS-03", operation(), visit(300_000, "emergency_comprehensive", SURGEON))

    assert said(result, "VIS-03") == []


def test_after_the_anesthesia_the_book_and_article_8_are_both_cited():
    lines = (line | {"date": "1395-03-06"} for line in (operation(), anesthesia()))
    result = stay("VIS-04", *lines, visit(100_000, "next_day", ANESTHETIST, on="07"))

    assert cited(result, 3) == {"MOD-05a", "VIS-04"}
    assert [(f.rule, f.before, f.after) for f in result.findings_of(3)] == [
        ("MOD-05a", 100_000, 0),
        ("VIS-04", 0, 0),
    ]


def test_an_unknown_field_is_asked_for_beside_anesthesia():
    visitor = physician(None, "20099")

    assert asked(stay("VIS-04", anesthesia(), visit(100_000, "next_day", visitor)), "VIS-04") == {"performer.specialty"}
    assert said(stay("VIS-04", operation(), visit(100_000, "next_day", visitor)), "VIS-04") == []


def test_in_an_intensive_ward_an_anesthetist_who_is_the_attending_is_paid():
    ward = icu(3, 15_000_000)
    result = stay("VIS-04", ward, anesthesia(), visit(100_000, "next_day", ANESTHETIST, icu_role="attending"))

    assert approved(result)[2] == 100_000
    assert said(result, "VIS-04") == []


@pytest.mark.parametrize("field", ["anesthesiology", "icu_fellowship"])
def test_the_part_of_an_intensivist_is_asked_for_in_icu_and_nicu_alone(field):
    by = physician(field, "20003")

    for kind in ("icu", "nicu", "ricu"):
        result = stay("VIS-08", icu(3, 15_000_000, bed_kind=kind), visit(100_000, "next_day", by))
        assert waiting(result, "VIS-08") == {2: ("icu_role",)}
    ccu = bed("ccu", 3, 7_500_000, ward_grade="one")
    assert said(stay("VIS-08", ccu, visit(100_000, "next_day", by)), "VIS-08") == []


def officer(qty: int = 3, field: str | None = "anesthesiology"):
    return visit(100_000 * qty, "next_day", physician(field, "20003"), qty=qty, icu_role="ward_officer")


@pytest.mark.parametrize(
    ("billed", "grade", "left"),
    [
        (10_500_000, "one", 300_000),
        (10_500_001, "one", 0),
        (8_400_000, "two", 300_000),
        (8_400_001, "two", 0),
    ],
)
def test_four_beds_count_only_where_they_were_billed_at_70_percent_of_their_grade(billed, grade, left):
    ward = icu(3, billed, ward_grade=grade, resident_physician_present=False, icu_beds=4)

    assert approved(stay("VIS-09", ward, officer()))[1] == left


def test_five_beds_are_enough_at_any_amount():
    ward = icu(3, 15_000_000, resident_physician_present=False, icu_beds=5)

    assert approved(stay("VIS-09", ward, officer()))[1] == 300_000


def test_every_bed_must_have_lost_the_part():
    wards = [
        icu(1, 5_000_000, resident_physician_present=False, icu_beds=6),
        icu(2, 10_000_000, resident_physician_present=True),
    ]

    assert approved(stay("VIS-09", *wards, officer()))[2] == 0


def test_what_is_unknown_of_a_bed_is_asked_at_the_bed():
    ward = bed("nicu", 3, 10_500_000, ward_grade="one")
    result = stay("VIS-09", ward, officer(), over={"patient": {"birth_date": "1395-03-01"}})

    assert waiting(result, "VIS-09") == {2: (), 1: ("resident_physician_present",)}


def test_an_officer_of_another_field_is_refused_before_anything_is_asked():
    ward = icu(3, 15_000_000, resident_physician_present=None, icu_beds=6)
    result = stay("VIS-09", ward, officer(field="cardiology"))

    assert approved(result)[1] == 0
    assert waiting(result, "VIS-09").get(2) is None


def test_without_an_intensive_bed_no_officer_is_paid():
    assert approved(stay("VIS-09", bed("normal", 3, 3_000_000), officer()))[1] == 0


def test_an_attending_without_a_number_may_be_the_resident_physician():
    resident = visit(100_000, "next_day", ANESTHETIST, icu_role="resident_physician")
    attending = visit(100_000, "next_day", physician("pulmonology", None), icu_role="attending")
    result = stay("VIS-10a", icu(3, 15_000_000), resident, attending)

    assert waiting(result, "VIS-10a") == {3: ("performer.id",)}


def test_with_an_operation_a_stay_is_not_for_the_angiography():
    angiography = item("service", 2_000_000, "990005", {"performer": CARDIOLOGIST})
    facts = {"admitted_only_for_procedure": True}

    alone = stay("VIS-11a", angiography, visit(100_000, "next_day"), **facts)
    operated = stay("VIS-11a", angiography, operation(), visit(100_000, "next_day"), **facts)
    assert (approved(alone)[1], approved(operated)[2]) == (0, 100_000)


def test_beside_angiography_the_endoscopy_is_not_cited():
    lines = item("service", 2_000_000, "990005"), item("service", 600_000, "990007")
    result = stay("VIS-11c", *lines, visit(100_000, "next_day"), admitted_only_for_procedure=True)

    assert cited(result, 3) == {"VIS-11a"}


def test_a_day_procedure_is_known_by_its_attribute():
    row = {"code": "990300", "section": "service", "fee": 500_000, "attributes": {"day_procedure": True}}
    lines = item("service", 500_000, "990300"), visit(100_000, "next_day")
    result = stay("VIS-11c", *lines, services=(row,), admitted_only_for_procedure=True)

    assert approved(result) == [500_000, 0]


@pytest.mark.parametrize(
    ("year", "sector", "left"),
    [(2, "public_university", 0), (3, "public_university", 100_000), (4, "public_other", 0), (4, "private", 0)],
)
def test_residents_are_paid_from_the_third_year_in_university_hospitals(year, sector, left):
    by = physician("internal_medicine", "20011", "resident")
    result = stay(
        "VIS-11b", visit(100_000, "next_day", by, resident_year=year), office={"provider": {"sector": sector}}
    )

    assert approved(result) == [left]


def psychiatric(*visits, days: int = 28, price: int = 900_000, **over):
    return stay("VIS-07a", bed("psychiatric", days, days * price), *visits, **(MONTH | CHRONIC | over))


def seen(on: str | None = None, qty: int = 1, by=PSYCHIATRIST):
    return visit(100_000 * qty, "next_day", by, on=on, qty=qty, visit_recorded=True)


def test_undated_visits_have_what_the_dated_ones_leave_of_the_months():
    assert approved(psychiatric(seen("02"), seen("05"), seen(qty=4)))[1:] == [100_000, 100_000, 200_000]


def test_each_month_that_the_stay_touches_has_its_four():
    result = psychiatric(seen(qty=9), days=31, until="1395-04-01T10:00")

    assert approved(result)[1:] == [800_000]


def test_other_fields_are_not_limited_and_unknown_ones_are_asked_for():
    four = [seen(day) for day in ("02", "05", "09", "16")]

    assert approved(psychiatric(*four, seen("20", by=INTERNIST)))[5] == 100_000
    assert waiting(psychiatric(*four, seen("20", by=physician(None, "20099"))), "VIS-07a") == {
        6: ("performer.specialty",)
    }


@pytest.mark.parametrize(("used", "left"), [(55, 100_000), (56, 0)])
def test_a_stay_is_chronic_once_no_acute_day_is_left(used, left):
    history = [{"date": "1394-10-01", "code": "bed_day/psychiatric", "qty": used}]
    visits = [seen(day) for day in ("02", "05", "09", "16", "23")]
    lines = bed("psychiatric", 28, 28 * 540_000), *visits
    facts = {"custodial": False, "leave_days": 0}
    result = stay("VIS-07a", *lines, over={"history": history}, **MONTH, **facts)

    assert approved(result)[5] == left
