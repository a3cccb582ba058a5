"""Items 20 to 24 at their boundaries: days of delivery and days to object."""

import pytest

from app.domain.dates import JalaliDate
from app.domain.findings import Effect
from tests.rules.claims import assess, general, said

LATENESS = {"GEN-21", "GEN-21a", "GEN-21b", "GEN-21c"}
TEST = {"code": "G304", "amount": 50000}


def delivered(month, day, *, kind="laboratory", combined=None, **claim):
    submission = {
        "month": month,
        "delivered_on": day,
        "provider": {"kind": kind},
        "facts": {"cumulative_delivery": combined},
    }
    served = f"{month}-05"
    claim = {"prescription_date": served, "service_date": served, "lines": [TEST]} | claim
    return assess("GEN-21", "laboratory", submission=submission, claim=claim)


@pytest.mark.parametrize(
    ("month", "kind", "combined", "last_day", "rule"),
    [
        ("1395-03", "laboratory", None, "1395-04-15", "GEN-21"),
        ("1395-03", "laboratory", False, "1395-04-15", "GEN-21"),
        ("1395-11", "laboratory", None, "1395-12-15", "GEN-21"),
        ("1395-03", "hospital", None, "1395-04-31", "GEN-21a"),
        ("1395-11", "hospital", None, "1395-12-30", "GEN-21a"),
        ("1395-03", "hospital", True, "1395-04-31", "GEN-21a"),
        ("1394-12", "laboratory", None, "1395-01-31", "GEN-21b"),
        ("1394-12", "hospital", False, "1395-01-31", "GEN-21b"),
        ("1395-03", "laboratory", True, "1395-06-15", "GEN-21c"),
        ("1395-10", "laboratory", True, "1396-01-31", "GEN-21c"),
        ("1394-12", "laboratory", True, "1395-03-15", "GEN-21c"),
    ],
)
def test_the_deadline_itself_is_in_time(month, kind, combined, last_day, rule):
    day_after = str(JalaliDate.parse(last_day).plus_days(1))

    assert general(delivered(month, last_day, kind=kind, combined=combined)) & LATENESS == set()
    late = delivered(month, day_after, kind=kind, combined=combined)
    assert general(late) & LATENESS == {rule}
    assert said(late, rule) == [Effect.NOTE]


def test_an_unknown_day_of_delivery_is_no_lateness():
    assert general(delivered("1395-03", None)) & {*LATENESS, "GEN-22d"} == set()


def test_a_reimbursement_has_no_deadline():
    assert general(delivered("1395-03", "1396-03-01", pathway="reimbursement")) & {*LATENESS, "GEN-22d"} == set()


@pytest.mark.parametrize(
    ("month", "last_day"), [("1395-03", "1395-06-31"), ("1395-09", "1395-12-30"), ("1394-11", "1395-02-31")]
)
def test_the_third_month_after_the_service_is_the_last(month, last_day):
    in_time, late = (delivered(month, str(JalaliDate.parse(last_day).plus_days(days))) for days in (0, 1))

    assert said(in_time, "GEN-22d") == []
    assert said(late, "GEN-22d") == [Effect.REJECT]
    assert said(late, "GEN-22") == [Effect.REFER]


def test_a_rejected_claim_still_tells_the_time_to_object():
    facts = {"report_received_on": "1395-12-20", "objection_on": "1396-01-06"}
    claim = {"facts": {"prescriber_stamp": False}, "lines": [TEST]}
    result = assess("GEN-24", "laboratory", submission={"facts": facts}, claim=claim)

    assert said(result, "GEN-24") == said(result, "GEN-24a") == [Effect.NOTE]
    assert result.findings_of(None)[-2].steps[0].expression == "۱۳۹۶/۰۱/۰۵"


def test_a_reimbursement_is_told_only_of_a_late_objection():
    facts = {"report_received_on": "1395-06-01", "objection_on": "1395-06-17"}
    result = assess(
        "GEN-24", "laboratory", submission={"facts": facts}, claim={"pathway": "reimbursement", "lines": [TEST]}
    )

    assert general(result) & {"GEN-24", "GEN-24a"} == {"GEN-24a"}


def test_a_combined_delivery_reminds_of_the_monthly_file():
    remarks = {remark.rule for remark in delivered("1395-03", "1395-05-01", combined=True).remarks}

    assert "GEN-21d" in remarks
    assert "GEN-21d" not in {remark.rule for remark in delivered("1395-03", "1395-04-01").remarks}
