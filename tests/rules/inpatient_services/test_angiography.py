"""How many peripheral angiographies of a physician carry both parts: the share of the month, its order, its people."""

import pytest

from tests.rules.claims import approved, cited
from tests.rules.inpatient_services.stays import bills, row

HEART, LEG = 355_000, 135_000
TECHNICAL = 35_000
DAY = "1395-03-05"


def person(no):
    return {"performer": {"id": no, "qualification": "specialist", "specialty": "cardiology"}} if no else {}


def stay(name, *codes, by="70007", kind="inpatient", date=DAY, services=("CV11", "CV12")):
    """Return a patient's claim: a coronary angiography, and a peripheral one where the codes name it."""
    amounts = {"CV11": HEART, "CV12": LEG}
    lines = [row("service", code, amounts[code], over={"date": date} | person(by)) for code in codes or services]
    patient = {"id": f"00000000{name[-2:]}", "birth_date": "1345-01-01", "sex": "male"}
    return {"id": name, "kind": kind, "patient": patient, "admitted_at": f"{date}T08:00", "lines": lines}


def legs(results):
    """Return, by claim, what is left of the peripheral angiographies."""
    return {name: left[1] for name, result in results.items() if len(left := approved(result)) > 1}


def month(*claims):
    return legs(bills("SUR-CVS-06b", *claims))


def with_both(count, **over):
    return [stay(f"C-{10 + no}", **over) for no in range(count)]


def heart_alone(count, **over):
    return [stay(f"H-{30 + no}", "CV11", **over) for no in range(count)]


@pytest.mark.parametrize(("hearts", "kept"), [(2, 1), (3, 1), (6, 1), (7, 2), (9, 2), (10, 3)])
def test_thirty_percent_are_rounded_down_and_one_is_always_allowed(hearts, kept):
    claims = [*with_both(2), *heart_alone(hearts - 2)]

    assert sum(left == LEG for left in month(*claims).values()) == min(kept, 2)


def test_those_beyond_the_share_keep_half_of_the_technical_part():
    results = bills("SUR-CVS-06b", *with_both(2))

    assert legs(results) == {"C-10": LEG, "C-11": TECHNICAL}
    assert "SUR-CVS-06b" in cited(results["C-11"], 2)


def test_the_earlier_day_goes_first_then_the_order_of_the_file():
    late, early = stay("C-10", date="1395-03-07"), stay("C-11")

    assert month(late, early) == {"C-10": TECHNICAL, "C-11": LEG}
    assert month(stay("C-12"), stay("C-13")) == {"C-12": LEG, "C-13": TECHNICAL}


def test_stays_and_observation_are_one_month():
    two = [stay("C-10"), stay("C-11", kind="temporary")]
    observed = stay("H-99", "CV11", kind="temporary")

    assert month(*two) == {"C-10": LEG, "C-11": TECHNICAL}
    assert month(*two, *heart_alone(4)) == {"C-10": LEG, "C-11": TECHNICAL}
    assert month(*two, *heart_alone(4), observed) == {"C-10": LEG, "C-11": LEG}


def test_each_physician_has_a_share_and_those_that_nobody_named_have_one_together():
    assert month(stay("C-10"), stay("C-11", by="70008")) == {"C-10": LEG, "C-11": LEG}
    assert month(stay("C-10", by=None), stay("C-11", by=None)) == {"C-10": LEG, "C-11": TECHNICAL}


def test_a_peripheral_angiography_alone_takes_no_part():
    alone = stay("C-10", "CV12")

    results = bills("SUR-CVS-06b", alone, stay("C-11"))

    assert legs(results) == {"C-11": LEG}
