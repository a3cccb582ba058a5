"""What the nursing percent of a bed covers and what it is: base, order of lines, places of use. Test fees."""

import pytest

from app.domain.findings import Mark
from tests.rules.claims import approved, asked, cited, marks
from tests.rules.inpatient_stay.hospital_stays import (
    PHYSICIAN,
    bed,
    icu,
    item,
    nursing,
    observation,
    operation,
    stay,
)


def test_several_nursing_lines_are_filled_in_order_of_number():
    result = stay("NUR-01", bed("normal", 3, 3_000_000), nursing(100_000), nursing(100_000), nursing(50_000))

    assert approved(result)[1:] == [100_000, 80_000, 0]


def test_the_percent_is_rounded_once_half_up():
    result = stay("NUR-01", bed("normal", 1, 8), bed("normal", 1, 17), nursing(9))

    assert approved(result)[2] == 2


def test_the_base_is_what_is_approved_of_the_beds():
    result = stay("NUR-01", bed("vip", 4, 12_000_000), nursing(720_000))

    assert approved(result) == [3_000_000, 180_000]


def test_a_monitored_bed_counts_as_an_ordinary_one():
    result = stay("NUR-01", bed("monitored", 3, 3_120_000, special_ward_needed=True), nursing(187_200))

    assert approved(result) == [3_120_000, 180_000]


@pytest.mark.parametrize(("delivery", "left"), [("vaginal", 204_000), ("cesarean", 180_000)])
def test_the_newborns_bed_counts_after_a_normal_delivery(delivery, left):
    result = stay(
        "NUR-05",
        bed("normal", 3, 3_000_000),
        bed("newborn_healthy", 1, 400_000),
        nursing(300_000),
        over={"patient": {"sex": "female"}},
        delivery_kind=delivery,
    )

    assert approved(result)[2] == left


def test_an_unknown_delivery_counts_the_newborns_bed():
    result = stay(
        "NUR-05",
        bed("normal", 3, 3_000_000),
        bed("newborn_healthy", 1, 400_000),
        nursing(300_000),
        over={"patient": {"sex": "female"}},
    )

    assert approved(result)[2] == 204_000


def test_the_lodging_part_is_of_the_fee_not_of_what_was_claimed():
    result = stay("NUR-04", icu(3, 12_000_000), nursing(720_000))

    assert approved(result) == [12_000_000, 630_000]


def test_a_coded_intensive_bed_counts_with_the_lodging_part_of_its_row():
    result = stay("NUR-04", bed(None, 3, 13_500_000, {"code": "990072"}), nursing(810_000))

    assert approved(result) == [13_500_000, 567_000]
    assert cited(result, 2) == {"NUR-04"}


def test_nursing_with_a_code_is_a_percent_of_the_beds_all_the_same():
    service = {"code": "990191", "section": "nursing", "fee": 1_000}
    result = stay("NUR-01", bed("normal", 3, 3_000_000), nursing(180_000) | {"code": "990191"}, services=(service,))

    assert approved(result)[1] == 180_000
    assert marks(result)[1] is Mark.TICK


def test_nursing_waits_for_its_bed_and_names_its_line():
    result = stay("NUR-01", bed("burn", 3, 5_400_000, in_burn_ward=None), nursing(324_000))

    assert marks(result) == [Mark.QUERY, Mark.QUERY]
    (query,) = (finding for finding in result.queries if finding.rule == "NUR-01")
    assert query.needs == "هزینه تخت در ردیف ۱ هنوز روشن نیست"


def test_the_steps_show_every_bed_and_the_percent():
    result = stay("NUR-01", bed("normal", 2, 2_000_000), bed("double", 1, 1_000_000), nursing(200_000))

    (finding,) = (finding for finding in result.findings if finding.rule == "NUR-01")
    assert [(step.caption, step.expression, step.value) for step in finding.steps[:3]] == [
        ("تخت ردیف ۱", "۲ روز", 2_000_000),
        ("تخت ردیف ۲", "۱ روز", 1_000_000),
        ("پرستاری", "۳٬۰۰۰٬۰۰۰ × ۶٪", 180_000),
    ]


def test_what_nurses_do_is_paid_where_no_bed_is():
    short = stay("NUR-01a", bed("normal", 1, 1_000_000), item("service", 10_000, "990009"), until="1395-03-05T13:00")

    assert approved(short) == [0, 10_000]


def test_a_companions_bed_absorbs_nothing():
    result = stay("NUR-01a", bed("companion", 1, 300_000), item("service", 10_000, "990009"))

    assert approved(result) == [0, 10_000]


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("تزریق وریدی", 0),
        ("تزریقات (بخش)", 0),
        ("سرم‌تراپی", 0),
        ("تنقيه", 0),
        ("پانسمان سوختگی", 20_000),
        ("تزریق خون", 20_000),
        ("پانسمانی", 20_000),
    ],
)
def test_a_service_without_code_goes_by_its_title(title, left):
    result = stay("NUR-01a", bed("normal", 3, 3_000_000), item("service", 20_000, over={"title": title}))

    assert approved(result)[1] == left


def test_a_title_says_nothing_in_other_sections_nor_beside_a_code():
    result = stay(
        "NUR-01a",
        bed("normal", 3, 3_000_000),
        item("drug", 20_000, over={"title": "سرم تراپی"}),
        item("service", 350_000, "990019", {"title": "پانسمان"}),
    )

    assert approved(result)[1:] == [20_000, 350_000]


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("گاز استریل ۱۰×۱۰", "NUR-02"),
        ("گاز اکسیژن", None),
        ("چسب ضد حساسیت", "NUR-02"),
        ("چسب استخوان", None),
        ("پنبه‌هیدروفیل", "NUR-02"),
        ("باند گچی", None),
        ("لباس یک‌بارمصرف بیمار", "NUR-03a"),
    ],
)
def test_a_supply_without_code_goes_by_its_title(title, rule):
    result = stay("NUR-02", bed("normal", 3, 3_000_000), item("supply", 20_000, over={"title": title}))

    assert (rule in cited(result, 2)) if rule else not cited(result, 2) & {"NUR-02", "NUR-03a"}


@pytest.mark.parametrize(
    ("ward", "left"), [("operating_room", 50_000), ("delivery_room", 50_000), ("icu", 0), ("emergency", 0)]
)
def test_consumables_of_a_surgical_stay_go_by_their_place(ward, left):
    result = stay(
        "NUR-02", bed("normal", 3, 3_000_000), operation(), item("supply", 50_000, "990020", {"qty": 10}, ward=ward)
    )

    assert approved(result)[2] == left


def test_without_an_operation_the_place_of_a_consumable_is_not_asked():
    result = stay("NUR-02", bed("normal", 3, 3_000_000), item("supply", 50_000, "990020", {"qty": 10}))

    assert (approved(result)[1], asked(result, "NUR-02")) == (0, set())


def test_wear_is_refused_without_any_bed():
    result = observation("NUR-03a", item("supply", 12_000, "990022", {"qty": 2}))

    assert approved(result) == [0]


def nicu(qty: int = 3):
    """Return a NICU bed of grade one."""
    return bed("nicu", qty, qty * 5_000_000, ward_grade="one")


NEWBORN = {"patient": {"birth_date": "1395-03-01"}}


def test_every_own_bed_in_the_nicu_needs_no_place_of_service():
    result = stay("BED-14d", nicu(), item("service", 60_000, "990012", ward="normal"), over=NEWBORN)

    assert approved(result)[1] == 0


@pytest.mark.parametrize(
    "title", ["خون‌گیری", "NG Tube", "اکسیژن‌تراپی", "ساکشن ترشحات", "نمونه‌گیری ABG", "انفوزیون با پمپ"]
)
def test_a_service_of_the_nicu_without_code_goes_by_its_title(title):
    result = stay("BED-14d", nicu(), item("service", 60_000, over={"title": title}), over=NEWBORN)

    assert approved(result)[1] == 0
    assert cited(result, 2) == {"BED-14d"}


def test_a_visit_under_observation_is_that_of_an_outpatient_until_a_file_makes_it_a_stay():
    visit = item("visit", 200_000, over={"performer": PHYSICIAN, "date": "1395-03-05"})
    short = observation("NUR-01c", visit)
    filed = observation("NUR-01c", visit, until="1395-03-05T20:00", admission_file=True)

    assert approved(short) == [150_000]
    assert "NUR-01c" in cited(short, 1)
    assert approved(filed) == [120_000]
    assert "NUR-01c" not in cited(filed, 1)


@pytest.mark.parametrize(("base", "left"), [("inpatient", 84_000), ("temporary", 60_000)])
def test_the_newborns_bed_earns_nursing_in_inpatient_claims_alone(base, left):
    beds = bed("normal", 1, 1_000_000), bed("newborn_healthy", 1, 400_000)
    facts = {"delivery_kind": "vaginal", "admission_file": True}
    result = stay("NUR-05", *beds, nursing(84_000), base=base, until="1395-03-06T10:00", **facts)

    assert approved(result)[2] == left
