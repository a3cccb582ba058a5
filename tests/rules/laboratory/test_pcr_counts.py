"""How often a quantitative PCR is payable: years of an illness, follow-ups after a transplant, twice in weak immunity."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, auditor, cited, made, marks, said, waiting
from tests.rules.laboratory.prescriptions import item, prescription

OK = {"insurer_approved": True}
REFUSED = OK | {"committee_approved": False}


def past(*dates, code="805079", **over):
    return [{"date": date, "code": code} | over for date in dates]


def hcv(history, qty=1, facts=None, **claim):
    lines = [item("805005"), item("805079", qty)]
    return prescription("LAB-07f", *lines, facts=REFUSED | (facts or {}), claim={"history": history} | claim)


@pytest.mark.parametrize(
    ("start", "earlier", "refused"),
    [
        ("1394-03-08", ["1394-06-01", "1394-09-01", "1394-12-01"], False),
        ("1394-03-08", ["1394-04-01", "1394-06-01", "1394-09-01", "1394-12-01"], True),
        ("1394-03-07", ["1394-04-01", "1394-06-01", "1394-09-01", "1394-12-01"], False),
        ("1394-03-07", ["1395-03-07"], True),
        ("1393-03-08", ["1394-03-07"], False),
        ("1393-03-08", ["1394-03-08"], True),
        ("1392-03-08", [], False),
        ("1392-03-07", [], True),
    ],
)
def test_years_of_hepatitis_c_run_from_the_start(start, earlier, refused):
    result = hcv(past(*earlier), facts={"followup_start_on": start})

    assert cited(result, 2) == ({"LAB-07f"} if refused else set())
    assert cited(result, 1) == cited(result, 2)


def test_units_beyond_the_limit_are_cut_by_portion_and_quantities_of_the_history_count():
    result = hcv(past("1394-09-01", qty=2), qty=3)

    assert said(result, "LAB-07f") == [Effect.REDUCE]
    assert approved(result)[1] == 600000


def test_without_a_known_start_the_years_run_from_the_first_such_pcr():
    assert cited(hcv(past("1394-03-08", "1394-04-01", "1394-05-01", "1394-06-01")), 2) == {"LAB-07f"}
    assert cited(hcv(past("1394-03-07", "1394-04-01", "1394-05-01", "1394-06-01")), 2) == set()


def test_other_agents_and_qualitative_pcrs_do_not_count():
    others = past("1394-06-01", "1394-07-01", code="805080") + past("1394-08-01", "1394-09-01", code="805090")

    assert cited(hcv(others), 2) == set()


def test_hepatitis_b_has_three_in_the_first_year():
    lines = [item("805000"), item("805080", 3)]

    assert approved(prescription("LAB-07g", *lines, facts=REFUSED)) == [150000, 550000]
    history = {"history": past("1394-06-01", "1394-07-01", "1394-08-01", code="805080")}
    assert cited(prescription("LAB-07g", item("805080"), facts=REFUSED, claim=history), 1) == {"LAB-07g"}


def cmv(history, purpose="follow_up", transplant="1394-06-01", conditions=("transplant",), claim=None):
    facts = OK | ({"transplant_on": transplant} if transplant else {})
    line = item("805081", **({"pcr_purpose": purpose} if purpose else {}))
    of_claim = {"patient": {"conditions": list(conditions)}, "history": history} | (claim or {})
    return prescription("LAB-07i", item("805000"), line, facts=facts, claim=of_claim)


FIVE = ("1394-08-01", "1394-09-01", "1394-10-01", "1394-11-01", "1394-12-01")


@pytest.mark.parametrize(
    ("transplant", "purpose", "says"),
    [
        ("1394-06-01", "follow_up", [Effect.REJECT]),
        ("1394-06-01", "diagnosis", []),
        ("1394-06-01", None, [Effect.QUERY]),
        ("1394-03-08", "follow_up", [Effect.REJECT]),
        ("1394-03-07", "follow_up", []),
        ("1395-03-08", "follow_up", []),
        (None, "follow_up", [Effect.QUERY]),
    ],
)
def test_the_sixth_follow_up_of_cmv(transplant, purpose, says):
    result = cmv(past(*FIVE, code="805081"), purpose, transplant)

    assert [effect for effect in said(result, "LAB-07i") if effect is not Effect.REDUCE][:1] == says


def test_without_the_day_of_the_transplant_twelve_months_are_looked_at():
    four = past("1394-03-07", *FIVE[1:], code="805081")
    five = past("1394-03-08", *FIVE[1:], code="805081")

    assert waiting(cmv(four, None, None), "LAB-07i") == {}
    assert waiting(cmv(five, None, None), "LAB-07i")[2] == ("transplant_on", "pcr_purpose")


def test_follow_ups_before_the_transplant_do_not_count():
    history = past("1394-05-31", *FIVE[1:], code="805081")

    assert said(cmv(history), "LAB-07i") == []


def weak(history, *lines, conditions=("immunodeficiency",)):
    of_claim = {"patient": {"conditions": list(conditions)}, "history": history}
    return prescription("LAB-07j", *lines, facts=OK, claim=of_claim)


def test_two_a_year_in_weak_immunity_whatever_the_agent():
    mixed = past("1394-06-01", code="805082") + past("1394-07-01", code="805086")

    assert cited(weak(mixed, item("805086")), 1) == {"LAB-07j"}
    assert cited(weak(mixed, item("805086"), conditions=("ms",)), 1) == set()
    assert approved(weak([], item("805086"), item("805082"), item("805081"))) == [450000, 450000, 0]


def test_cmv_of_a_transplant_patient_is_not_counted_among_the_two():
    both = ("malignancy", "bone_marrow_transplant")
    history = past("1394-06-01", "1394-07-01", code="805081")

    assert marks(weak(history, item("805082"), conditions=both)) == [Mark.TICK]
    assert cited(weak(history, item("805081"), conditions=("malignancy",)), 1) == {"LAB-07j"}


def test_an_earlier_prescription_of_the_submission_counts():
    later = {
        "id": "C-2",
        "patient": {"conditions": ["malignancy"]},
        "prescription_date": "1395-03-12",
        "service_date": "1395-03-13",
    }
    lines = [item("805082"), item("805086")]
    file = made(
        "LAB-07j",
        "laboratory",
        submission={"facts": {"pcr_contract": True}},
        claim={"patient": {"conditions": ["malignancy"]}, "facts": OK, "lines": lines},
        more_claims=[later | {"facts": OK, "lines": [item("805081")]}],
    )
    first, second = auditor("laboratory").audit(file)

    assert cited(first, 1) | cited(first, 2) == set()
    assert cited(second, 1) == {"LAB-07j"}


def test_the_committee_is_not_asked_about_units_that_the_test_does_not_have():
    within = hcv(past("1394-04-01", "1394-06-01", "1394-09-01"), qty=2, facts={"committee_approved": None})
    beyond = hcv(
        past("1394-04-01", "1394-06-01", "1394-09-01", "1394-12-01"), qty=2, facts={"committee_approved": None}
    )

    assert waiting(within, "LAB-07f") == {}
    assert set(waiting(beyond, "LAB-07f")) == {1, 2}


def test_extraction_does_not_wait_for_a_second_line_of_a_main_code_that_stands():
    lines = [item("805005"), item("805079"), item("805079")]
    history = past("1394-04-01", "1394-06-01", "1394-09-01")
    result = prescription("LAB-07f", *lines, facts=OK | {"committee_approved": None}, claim={"history": history})

    assert waiting(result, "LAB-07f") == {}
    assert approved(result)[:2] == [200000, 600000]
