"""Items 7 and 8 at their boundaries: the last day of a prescription and the month of a service."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import asked, assess, said

ECHO = {"code": "G402", "amount": 300000}
CARDIOLOGIST = {"id": "33333", "qualification": "specialist", "specialty": "cardiology"}
PHARMACY = {"provider": {"kind": "pharmacy"}}


def physician(rule, *, line=ECHO, submission=None, **claim):
    return assess(rule, "physician_service", submission=submission, claim={"lines": [line]} | claim)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("imaging", {"code": "G106", "amount": 100000}),
        ("nuclear_medicine", {"code": "G202", "amount": 300000}),
        ("physiotherapy", {"code": "G701", "amount": 100000}),
    ],
)
@pytest.mark.parametrize(("written", "effect"), [("1395-01-31", [Effect.REJECT]), ("1395-02-01", [])])
def test_a_paraclinic_prescription_holds_to_the_end_of_the_next_month(kind, line, written, effect):
    claim = {
        "prescription_date": written,
        "service_date": "1395-03-31",
        "facts": {"insurer_approved": False},
        "lines": [line],
    }

    assert said(assess("GEN-07", kind, claim=claim), "GEN-07") == effect


@pytest.mark.parametrize("missing", ["prescription_date", "service_date"])
def test_nothing_is_decided_where_a_date_is_missing(missing):
    claim = {
        "prescription_date": "1394-01-01",
        "service_date": "1395-03-07",
        missing: None,
        "lines": [{"code": "G304", "amount": 1}],
    }

    assert said(assess("GEN-07", "laboratory", claim=claim), "GEN-07") == []


def test_another_performer_makes_a_late_service_a_referred_one():
    result = physician(
        "GEN-07",
        line=ECHO | {"performer": CARDIOLOGIST},
        prescription_date="1395-01-31",
        facts={"insurer_approved": False},
    )

    assert said(result, "GEN-07") == [Effect.REJECT]


def test_a_service_of_the_prescriber_himself_has_no_limit():
    result = physician("GEN-07", line=ECHO | {"performer": {"id": "11111"}}, prescription_date="1394-01-31")

    assert said(result, "GEN-07") == []


def test_the_fact_goes_before_the_performers():
    facts = {"referred_by_other": False, "insurer_approved": False}
    result = physician("GEN-07", line=ECHO | {"performer": CARDIOLOGIST}, prescription_date="1395-01-31", facts=facts)

    assert said(result, "GEN-07") == []


def test_the_referral_is_asked_for_before_the_approval():
    assert asked(physician("GEN-07", prescription_date="1395-01-31"), "GEN-07") == {"referred_by_other"}


def test_an_approved_late_service_asks_nothing():
    result = physician("GEN-07", prescription_date="1395-01-31", facts={"insurer_approved": True})

    assert said(result, "GEN-07") == []


@pytest.mark.parametrize(("served", "effect"), [("1395-03-30", []), ("1395-03-31", [Effect.REJECT])])
def test_a_drug_prescription_of_any_kind_of_claim_holds_one_calendar_month(served, effect):
    claim = {
        "prescription_date": "1395-02-30",
        "service_date": served,
        "facts": {"sheets": ["first"], "insurer_approved": False},
        "lines": [{"amount": 100000}],
    }
    result = assess("GEN-07a", "visit", submission=PHARMACY, claim=claim)

    assert said(result, "GEN-07a") == effect
    assert said(result, "GEN-07") == []


def test_the_latest_line_date_tells_the_month():
    lines = [{"code": "G304", "amount": 1, "date": day} for day in ("1395-02-30", "1395-03-01")]

    assert said(assess("GEN-08f", "laboratory", claim={"service_date": "1395-02-30", "lines": lines}), "GEN-08f") == []


@pytest.mark.parametrize("rule", ["GEN-08f", "GEN-08g"])
@pytest.mark.parametrize("month", ["1395-02", "1395-04"])
def test_a_reimbursement_belongs_to_no_month(rule, month):
    claim = {"pathway": "reimbursement", "lines": [{"code": "G304", "amount": 1}]}

    assert said(assess(rule, "laboratory", submission={"month": month}, claim=claim), rule) == []


def test_a_stay_without_a_discharge_has_no_month():
    claim = {
        "admitted_at": "1395-01-05T08:00",
        "discharged_at": None,
        "lines": [{"section": "imaging", "code": "G108", "amount": 1}],
    }

    assert said(assess("GEN-08f", "inpatient", claim=claim), "GEN-08f") == []


@pytest.mark.parametrize("base", ["inpatient", "temporary"])
def test_a_bill_of_a_later_month_is_asked_about(base):
    claim = {"discharged_at": "1395-04-01T10:00", "lines": [{"section": "imaging", "code": "G108", "amount": 200000}]}
    result = assess("GEN-08g", base, claim=claim)

    assert said(result, "GEN-08g") == [Effect.QUERY]
    assert result.totals.approved == 200000


def test_the_months_of_physiotherapy_are_judged_elsewhere():
    claim = {"service_date": "1395-04-01", "lines": [{"code": "G701", "amount": 1}]}

    assert said(assess("GEN-08g", "physiotherapy", claim=claim), "GEN-08g") == []


def test_a_prescription_later_than_the_service_is_refused_in_every_pathway():
    claim = {
        "pathway": "reimbursement",
        "prescription_date": "1395-03-08",
        "service_date": "1395-03-07",
        "lines": [{"code": "G304", "amount": 1}],
    }

    assert said(assess("GEN-08g", "laboratory", claim=claim), "GEN-08g") == [Effect.REJECT]


def test_a_stay_may_be_ordered_after_the_admission():
    claim = {"prescription_date": "1395-03-06", "lines": [{"section": "imaging", "code": "G108", "amount": 1}]}

    assert said(assess("GEN-08g", "inpatient", claim=claim), "GEN-08g") == []
