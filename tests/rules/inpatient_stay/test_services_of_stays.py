"""Laboratory, recordings, dialysis, written total and limited surgery centres of stays. Test fees."""

import pytest

from app.domain.findings import Effect, Mark, Pen
from tests.rules.claims import approved, asked, assess, cited, marks, said, waiting
from tests.rules.inpatient_stay.hospital_stays import bed, bill, item, nursing, stay, stays
from tests.rules.inpatient_stay.visiting import NEPHROLOGIST, physician

LIMITED = {"provider": {"id": "P-LSC", "kind": "limited_surgery_center", "sector": "private"}}
BLOOD = {"code": "990500", "section": "lab", "group": "lab_admission", "fee": 30_000,
         "attributes": {"admission_for": "blood"}}  # fmt: skip


def lab(code: str, amount: int, on: str | None = None, qty: int = 1):
    date = {} if on is None else {"date": f"1395-03-{on}"}
    return item("lab", amount, code, {"qty": qty} | date)


def test_the_undated_admission_of_the_laboratory_comes_first():
    result = stay("HLB-02", lab("800005", 30_000, "06"), lab("800005", 30_000), lab("990040", 100_000))

    assert approved(result) == [0, 30_000, 100_000]
    assert cited(result, 1) == {"HLB-02"}


def test_what_the_laboratory_part_took_is_cited_once_more_for_no_further_rial():
    lines = lab("990500", 90_000, "05", 3), lab("990500", 30_000, "06"), lab("990040", 100_000)
    result = stay("HLB-02", *lines, services=(BLOOD,))

    assert approved(result) == [30_000, 0, 100_000]
    for no, taken in ((1, (90_000, 30_000)), (2, (30_000, 0))):
        first, second = result.findings_of(no)
        assert (first.rule, second.rule) == ("LAB-01a", "HLB-02")
        assert (first.before, first.after) == taken
        assert second.before == second.after


def test_an_undated_admission_does_not_take_the_place_of_the_one_that_the_laboratory_part_kept():
    lines = lab("990500", 30_000, "05"), lab("990500", 30_000), lab("990040", 100_000)

    assert approved(stay("HLB-02", *lines, services=(BLOOD,))) == [30_000, 0, 100_000]


def test_a_drawing_of_the_first_day_is_cited_by_both_parts():
    result = stay("HLB-03", lab("800005", 30_000), lab("800010", 20_000, "05"), lab("990040", 100_000))

    assert [(f.rule, f.before, f.after) for f in result.findings_of(2)] == [
        ("LAB-01b", 20_000, 0),
        ("HLB-03", 0, 0),
    ]


def test_without_an_admission_article_15_says_nothing_of_a_drawing():
    result = stay("HLB-03", lab("800010", 20_000, "05"), lab("990040", 100_000))

    assert cited(result, 1) == {"LAB-01b"}


def ecg(amount: int = 9_100, **facts):
    return item("recording", amount, "900710", None, **({"twelve_lead": True} | facts))


@pytest.mark.parametrize(("amount", "facts"), [(2_100, set()), (2_101, {"interpreted_by_physician"})])
def test_the_reading_is_asked_for_above_the_technical_part(amount, facts):
    result = stay("REC-01c", ecg(amount, interpreted_by_physician=None, report_attached=None))

    assert asked(result, "REC-01c") == facts


def test_a_reading_that_is_denied_counts_more_than_a_report():
    result = stay("REC-01c", ecg(interpreted_by_physician=False, report_attached=True))

    assert approved(result) == [2_100]
    assert "REC-01c" in cited(result, 1)


def test_papers_of_an_ecg_are_a_hospitals_affair():
    office = {"provider": {"kind": "other"}}

    assert said(stay("REC-01b", ecg(twelve_lead=False), office=office), "REC-01b") == []


def monitoring(qty: int, hours: float | None, **facts):
    known = {} if hours is None else {"recording_hours": hours}
    return item("recording", 40_000 * qty, "900770", {"qty": qty}, **known, **facts)


@pytest.mark.parametrize(("hours", "units"), [(8, 1), (24, 1), (31.9, 1), (32, 2), (48, 2), (55.5, 2), (56, 3)])
def test_units_of_monitoring_follow_the_hours(hours, units):
    assert approved(stay("REC-02c", monitoring(4, hours), bed("normal", 3, 3_000_000)))[0] == 40_000 * units


@pytest.mark.parametrize(
    ("ward", "mark"), [("icu", Mark.ZERO), ("ccu", Mark.ZERO), ("emergency", Mark.TICK), ("post_ccu", Mark.TICK)]
)
def test_beside_other_beds_the_ward_decides(ward, mark):
    beds = bed("ccu", 2, 5_000_000, ward_grade="one"), bed("normal", 1, 1_000_000)

    assert marks(stay("REC-02b", *beds, monitoring(1, 24, ward=ward)))[2] is mark


def test_with_special_beds_alone_no_ward_is_asked_for():
    beds = bed("ccu", 3, 7_500_000, ward_grade="one"), bed("companion", 3, 900_000)

    assert approved(stay("REC-02b", *beds, monitoring(1, 24)))[2] == 0


def dialysis(code: str, qty: int = 1, on: str | None = None, by=NEPHROLOGIST):
    price = {"900140": 170_000, "900145": 150_000, "900150": 1_500_000, "900155": 120_000}[code]
    date = {} if on is None else {"date": f"1395-{on}"}
    return item("dialysis", price * qty, code, {"qty": qty, "performer": by} | date)


def acute(*lines, **over):
    return stay("DLZ-01b", *lines, until="1395-03-25T10:00", renal_failure_course="acute", **over)


def test_sessions_are_counted_by_date_and_undated_ones_last():
    result = acute(dialysis("900140", 2), dialysis("900140", 3, "03-10"), dialysis("900140", 3, "03-06"))

    assert approved(result) == [300_000, 510_000, 510_000]


def test_sessions_of_an_earlier_claim_of_the_submission_count():
    first = bill(dialysis("900140", 5), renal_failure_course="acute")
    second = bill(
        dialysis("900140", 2), since="1395-03-10T08:00", until="1395-03-12T10:00", renal_failure_course="acute"
    )

    assert approved(stays("DLZ-01b", first, second)["C-2"]) == [170_000 + 150_000]


def test_a_dialysis_patient_is_chronic_whatever_the_file_says():
    over = {"patient": {"conditions": ["dialysis"]}}
    result = stay("DLZ-01c", dialysis("900140", 7), over=over, renal_failure_course="acute")

    assert approved(result) == [7 * 150_000]
    assert cited(result, 1) == {"DLZ-01c"}


def test_the_course_is_asked_for_above_the_chronic_price():
    low = dialysis("900140") | {"amount": 150_000}

    assert asked(stay("DLZ-01c", dialysis("900140")), "DLZ-01c") == {"renal_failure_course"}
    assert asked(stay("DLZ-01c", low), "DLZ-01c") == set()


def test_months_of_peritoneal_dialysis_are_jalali_months():
    result = stay("DLZ-03a", dialysis("900150", on="03-31"), dialysis("900150", on="04-01"), until="1395-04-02T10:00")

    assert said(result, "DLZ-03a") == []
    again = stay("DLZ-03a", dialysis("900150", on="03-30"), dialysis("900150", on="03-31"), until="1395-04-02T10:00")
    assert waiting(again, "DLZ-03a") == {2: ()}


def test_the_second_management_of_a_month_goes():
    result = stay("DLZ-03b", dialysis("900155", on="03-05"), dialysis("900155", on="03-06"))

    assert approved(result) == [120_000, 0]


def test_an_outpatients_management_is_judged_by_the_prescriber_where_nobody_else_is_named():
    line = dialysis("900155", by=None) | {"performer": None}
    of_outpatient = {"prescriber": physician("nephrology", "20006"), "lines": [{"no": 1} | line]}
    unnamed = {"prescriber": {"specialty": None}, "lines": [{"no": 1} | line]}

    paid = assess("DLZ-03c", "physician_service", area="inpatient_stay", claim=of_outpatient)
    assert said(paid, "DLZ-03c") == []
    asking = assess("DLZ-03c", "physician_service", area="inpatient_stay", claim=unnamed)
    assert asked(asking, "DLZ-03c") == {"prescriber.specialty"}


def test_supplies_beside_dialysis_remind_of_the_package():
    supplies = item("supply", 100_000, None, {"title": "شالدون"})

    assert "DLZ-04" in {remark.rule for remark in stay("DLZ-04", dialysis("900145"), supplies).remarks}
    assert "DLZ-04" not in {remark.rule for remark in stay("DLZ-04", supplies).remarks}


def test_a_wrong_total_is_the_accountants_note():
    result = stay("VAL-02b", bed("normal", 3, 3_000_000), over={"written": {"total": 2_999_999}})

    (note,) = [finding for finding in result.findings if finding.rule == "VAL-02b"]
    assert (note.effect, note.pen, note.line) == (Effect.NOTE, Pen.RED, None)
    assert note.steps[-1].value == 1
    assert approved(result) == [3_000_000]


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({}, {"LSC-01a"}),
        ({"insurer_approved": True}, set()),
        ({"insurer_approved": False}, {"LSC-01a"}),
    ],
)
def test_the_list_is_asked_for_unless_the_insurer_approved(facts, rules):
    surgery = item("surgery", 3_000_000, "990001")
    result = stay("LSC-01a", surgery, office=LIMITED, until="1395-03-05T12:00", **facts)

    assert {rule for rule in cited(result, 1) if rule.startswith("LSC")} == rules


def test_beds_of_a_limited_surgery_centre_are_refused_and_nothing_else_is_said_of_them():
    lines = bed("normal", 3, 3_000_000), nursing(180_000)
    result = stay("LSC-02", *lines, office=LIMITED)

    assert approved(result) == [0, 0]
    assert cited(result, 1) == cited(result, 2) == {"LSC-02"}


@pytest.mark.parametrize(("amount", "left", "rules"), [(10_000_000, 8_000_000, 3), (8_000_000, 8_000_000, 0)])
def test_the_stay_that_is_taken_out_of_a_global_sum_is_cited_here_too(amount, left, rules):
    claim = bill(item("global", amount, "GL01"), until="1395-03-05T16:00")
    result = assess("LSC-02", "inpatient", area="inpatient_services", claim=claim, submission=LIMITED)

    assert approved(result) == [left]
    assert len(cited(result, 1) & {"GEN-15e", "LSC-02", "GLO-02b"}) == rules
