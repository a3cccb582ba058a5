"""Article 17: chemotherapy, its pump, and what is not paid beside it."""

import pytest

from app.domain.findings import Mark
from tests.rules.claims import approved, asked, cited, marks
from tests.rules.inpatient_services.stays import bill, row

FIRST, SECOND, THIRD = "1395-03-05", "1395-03-06", "1395-03-07"


def infusion(date=FIRST, amount=300_000, qty=1, **facts):
    known = {"infusion_hours": 24, "physician_at_centre": True} | facts
    return row("chemotherapy", "901550", amount, qty, {"date": date}, **known)


def refill(date):
    return row("chemotherapy", "901565", 100_000, over={"date": date}, physician_at_centre=True)


def with_pump(rule, *lines, home=None, **claim):
    known = {} if home is None else {"discharged_with_pump": home}
    return bill(rule, *lines, facts=known, **claim)


@pytest.mark.parametrize(("hours", "left"), [(8, 125_000), (8.5, 300_000), (1, 125_000)])
def test_an_infusion_of_eight_hours_or_less_is_an_ordinary_one(hours, left):
    assert approved(with_pump("CHM-06a", infusion(infusion_hours=hours), home=False)) == [left]


def test_hours_are_asked_for_only_where_the_claim_is_above_the_ordinary_price():
    assert asked(with_pump("CHM-06a", infusion(infusion_hours=None)), "CHM-06a") == {"infusion_hours"}
    assert asked(with_pump("CHM-06a", infusion(amount=125_000, infusion_hours=None)), "CHM-06a") == set()


def test_the_hours_of_a_refill_are_not_asked_for():
    lines = [infusion(), infusion(SECOND, infusion_hours=None, pump_action="refill")]

    assert asked(with_pump("CHM-06a", *lines, home=True), "CHM-06a") == set()


def test_a_patient_who_went_home_with_the_pump_has_one_infusion():
    lines = [infusion(SECOND, qty=2, amount=600_000, pump_action="new_infusion"), infusion(FIRST)]
    result = with_pump("CHM-06b", *lines, home=True)

    assert approved(result) == [0, 300_000]
    assert "CHM-06b" in cited(result, 1)


def test_refills_are_not_counted_among_the_infusions():
    lines = [infusion(), infusion(SECOND, pump_action="refill"), infusion(THIRD, pump_action="refill")]
    result = with_pump("CHM-07", *lines, home=True)

    assert approved(result) == [300_000, 100_000, 100_000]
    assert cited(result, 2) == {"CHM-07"}


def test_a_second_infusion_of_the_first_day_is_no_refill():
    assert approved(with_pump("CHM-06b", infusion(), infusion(), home=True)) == [300_000, 0]


def test_where_nothing_is_known_both_are_asked_for_and_the_claim_stands():
    result = with_pump("CHM-07", infusion(), infusion(SECOND))

    assert approved(result) == [300_000, 300_000]
    assert asked(result, "CHM-07") == {"pump_action"}
    assert asked(result, "CHM-06b") == {"discharged_with_pump"}


def test_a_patient_who_stayed_has_every_infusion():
    result = with_pump("CHM-07", infusion(), infusion(SECOND), home=False)

    assert marks(result) == [Mark.TICK, Mark.TICK]


def test_an_infusion_of_the_history_makes_the_claims_first_a_later_one():
    past = [{"date": "1395-03-01", "code": "901550"}]
    result = with_pump("CHM-07", infusion(pump_action="refill"), home=True, history=past)

    assert approved(result) == [100_000]
    same_day = [{"date": FIRST, "code": "901550"}]
    assert approved(with_pump("CHM-07", infusion(pump_action="refill"), home=True, history=same_day)) == [300_000]


def test_a_refill_of_the_first_day_goes_and_one_without_an_infusion_stands():
    result = with_pump("CHM-07", infusion(), refill(FIRST), refill(SECOND), home=True)

    assert approved(result) == [300_000, 0, 100_000]
    assert approved(with_pump("CHM-07", refill(FIRST))) == [100_000]


@pytest.mark.parametrize(
    ("rank", "mark"),
    [("gp", Mark.TICK), ("resident", Mark.TICK), ("intern", Mark.ZERO), ("midwife", Mark.ZERO), (None, Mark.QUERY)],
)
def test_physicians_alone_treat_the_pleura(rank, mark):
    person = {"id": "1"} | ({"qualification": rank} if rank else {})
    line = row("chemotherapy", "901555", 400_000, over={"performer": person}, physician_at_centre=True)

    assert marks(bill("CHM-03", line)) == [mark]


def given(**over):
    return row("chemotherapy", "901540", 125_000, over=over, physician_at_centre=True)


@pytest.mark.parametrize(("kind", "left"), [("temporary", 0), ("inpatient", 200_000)])
def test_a_visit_of_a_day_case_goes(kind, left):
    assert approved(bill("CHM-01", given(), row("visit", "VS01", 200_000), base=kind))[1] == left


def test_a_visit_of_another_day_or_beside_a_refused_chemotherapy_stands():
    visit = row("visit", "VS01", 200_000)
    absent = row("chemotherapy", "901540", 125_000, physician_at_centre=False)

    assert "CHM-01" not in cited(bill("CHM-01", given(date=SECOND), visit, base="temporary"), 2)
    assert "CHM-01" not in cited(bill("CHM-01", absent, visit, base="temporary"), 2)


def desferal(*others, **facts):
    return bill("CHM-05", row("service", "CH05", 80_000), row("supply", "SP05", 400_000, **facts), *others)


def test_supplies_of_a_day_of_desferal_alone_go_unasked():
    assert approved(desferal())[1] == 0
    assert approved(desferal(row("drug", "DR12", 300_000)))[1:] == [0, 300_000]


@pytest.mark.parametrize(("used", "mark"), [(True, Mark.ZERO), (False, Mark.TICK), (None, Mark.QUERY)])
def test_beside_other_treatment_their_use_decides(used, mark):
    known = {} if used is None else {"used_for_desferal": used}

    assert marks(desferal(given(), **known))[1] is mark


@pytest.mark.parametrize(("meanwhile", "mark"), [(True, Mark.ZERO), (False, Mark.TICK), (None, Mark.QUERY)])
def test_special_infusions_during_chemotherapy_go(meanwhile, mark):
    known = {} if meanwhile is None else {"during_chemotherapy": meanwhile}

    assert marks(bill("CHM-08", given(), row("service", "CH07", 200_000, **known)))[1] is mark


def test_a_refused_chemotherapy_takes_no_infusion_with_it():
    absent = row("chemotherapy", "901540", 125_000, physician_at_centre=False)
    result = bill("CHM-08", absent, row("service", "CH07", 200_000, during_chemotherapy=True))

    assert approved(result)[1] == 200_000
