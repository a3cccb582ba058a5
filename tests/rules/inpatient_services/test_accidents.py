"""Article 23 and 25: traffic, machines, work, school and sport, and the day of approval."""

import pytest

from app.domain.findings import Effect, Verdict
from tests.rules.claims import approved, asked, assess, cited, said
from tests.rules.inpatient_services.stays import AREA, bill, row

INJURY = row("surgery", "AC01", 6_000_000, operation_times_confirmed=True)
ILLNESS = row("surgery", "OT10", 4_000_000, operation_times_confirmed=True)


def injured(rule, line=INJURY, admitted="1395-03-05", discharged="1395-03-08", **facts):
    moments = {"admitted_at": f"{admitted}T08:00", "discharged_at": f"{discharged}T10:00"}
    return bill(rule, line, facts=facts, **moments)


@pytest.mark.parametrize(
    ("first", "left"),
    [("1395-01-04", 4_000_000), ("1395-01-05", 0), ("1395-03-05", 0), ("1395-03-08", 0)],
)
def test_two_months_from_the_first_discharge_are_the_ministrys(first, left):
    result = injured("ACC-03", ILLNESS, injury_cause="traffic", accident_first_discharge=first)

    assert approved(result) == [left]


@pytest.mark.parametrize(("day", "left"), [("1395-07-30", 0), ("1395-08-01", 4_000_000)])
def test_the_two_months_end_with_the_month_that_has_no_such_day(day, left):
    facts = {"injury_cause": "traffic", "accident_first_discharge": "1395-05-31"}

    assert approved(injured("ACC-03", ILLNESS, day, day, **facts)) == [left]


def test_an_accident_is_known_by_either_fact():
    for known in ({"traffic_accident": True}, {"injury_cause": "traffic"}):
        assert asked(injured("ACC-03", ILLNESS, **known), "ACC-03") == {"accident_first_discharge"}


def test_the_cause_is_asked_for_where_a_service_is_for_an_injury():
    assert asked(injured("ACC-01"), "ACC-01") == {"injury_cause"}
    assert asked(injured("ACC-01", ILLNESS), "ACC-01") == set()
    known = {"traffic_accident": True, "accident_first_discharge": "1394-01-01"}
    assert asked(injured("ACC-01", **known), "ACC-01") == set()


def test_a_machine_on_the_road_is_traffic_and_both_clauses_are_cited():
    facts = {"injury_cause": "machine", "machine_on_public_road": True}
    result = injured("ACC-01a", accident_first_discharge="1395-03-08", **facts)

    assert result.verdict is Verdict.REJECTED
    assert cited(result) >= {"ACC-01a", "ACC-03"}


def test_where_a_machine_was_is_asked_for_only_within_the_two_months():
    assert asked(injured("ACC-01a", injury_cause="machine"), "ACC-01a") == {"machine_on_public_road"}
    over = injured("ACC-01a", injury_cause="machine", accident_first_discharge="1394-12-01")
    assert asked(over, "ACC-01a") == set()


def test_an_unknown_discharge_is_asked_for_and_no_machine_is_cited():
    facts = {"injury_cause": "machine", "machine_on_public_road": True}
    result = injured("ACC-01a", **facts)

    assert cited(result) == {"ACC-03"}
    assert said(result, "ACC-03") == [Effect.QUERY]


@pytest.mark.parametrize("cause", ["student", "sport"])
def test_the_accident_insurance_is_named_for_pupils_and_athletes(cause):
    assert said(injured("ACC-04", injury_cause=cause), "ACC-04") == [Effect.NOTE]


@pytest.mark.parametrize(("liable", "effects"), [(True, [Effect.REJECT]), (False, []), (None, [Effect.QUERY])])
def test_an_accident_at_work_is_the_employers_where_he_is_liable(liable, effects):
    known = {} if liable is None else {"employer_liable": liable}

    assert said(injured("ACC-05", injury_cause="work", **known), "ACC-05") == effects


def test_an_outpatient_film_has_its_own_day():
    facts = {"injury_cause": "traffic", "accident_first_discharge": "1395-01-07"}
    film = {"lines": [row("imaging", "HI03", 100_000)], "facts": facts}

    assert approved(assess("ACC-03", "imaging", area=AREA, claim=film)) == [0]
    film["facts"] = facts | {"accident_first_discharge": "1395-01-06"}
    assert approved(assess("ACC-03", "imaging", area=AREA, claim=film)) == [100_000]


@pytest.mark.parametrize(("discharged", "effects"), [("1394-04-15", [Effect.NOTE]), ("1394-04-16", [])])
def test_a_stay_before_the_approval_is_noted(discharged, effects):
    result = injured("SCP-02", ILLNESS, "1394-04-10", discharged)

    assert said(result, "SCP-02") == effects


@pytest.mark.parametrize(
    ("day", "is_asked"), [("1395-02-04", False), ("1395-02-05", True), ("1395-03-04", True), ("1395-03-05", False)]
)
def test_a_stay_is_asked_about_for_a_month_after_the_day_of_an_operation(day, is_asked):
    result = bill("SUR-OTH-05a", ILLNESS, history=[{"date": day, "code": "OT10"}])

    assert bool(asked(result, "SUR-OTH-05a")) is is_asked


def test_beside_a_refused_global_operation_too_its_troubles_are_those_of_article_22():
    sums = [row("global", code, 9_000_000, complication_of_operation=True) for code in ("GL07", "GL01")]
    result = bill("GLO-07", *sums)

    assert [cited(result, no) for no in (1, 2)] == [{"GLO-07"}, {"GLO-07"}]
