"""The course of sessions: its start and end, its month, and the sessions that are cut."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, cited, marks, said, waiting
from tests.rules.physiotherapy.courses import course, session, unit

UNAPPROVED = {"insurer_approved": False}
LATE_START = {"prescription_date": "1395-02-05", "service_date": "1395-03-06"}


@pytest.mark.parametrize(
    ("lines", "facts", "refused"),
    [
        ([session(2)], {}, True),
        ([session(2)], {"first_session_on": "1395-03-05"}, False),
        ([session(2)], {"first_session_on": "1395-03-06"}, True),
        ([session(1, "1395-03-05"), session(2)], {"first_session_on": "1395-03-06"}, False),
        ([session(1, "1395-03-06")], {"first_session_on": "1395-03-05"}, True),
    ],
)
def test_the_start_is_the_earliest_dated_line_then_the_fact_then_the_service_date(lines, facts, refused):
    result = course("PT-01", *lines, facts=UNAPPROVED | facts, claim=LATE_START)

    assert ("PT-01" in cited(result)) is refused


def test_a_claim_without_any_physiotherapy_line_is_left_alone_by_the_rules_on_sessions():
    of_another_month = {"prescription_date": "1395-01-05", "service_date": "1395-02-30"}
    result = course("PT-02b", {"code": "UNKNOWN", "amount": 1000}, facts=UNAPPROVED, claim=of_another_month)

    assert not {rule for rule in cited(result) if rule.startswith("PT-")}


def test_a_prescription_without_diagnosis_of_a_gp_or_for_home_falls_whatever_stands_on_the_bill():
    by_gp = {"prescriber": {"id": "33001", "qualification": "gp"}, "diagnosis": None}
    result = course("PT-10", {"code": "UNKNOWN", "amount": 1000}, facts={"at_home": True}, claim=by_gp)

    assert {"PT-07", "PT-10", "PT-11"} <= cited(result)


@pytest.mark.parametrize(("day", "late"), [("1395-03-15", False), ("1395-03-16", True)])
def test_two_months_end_with_the_same_day_for_add_ons_too(day, late):
    lines = [session(1, "1395-01-15"), session(1, day), unit("901646", 1, day, "neck", heat_method="shortwave")]
    result = course("PT-02a", *lines, claim={"prescription_date": "1395-01-10", "service_date": "1395-01-15"})

    assert approved(result) == ([100000, 0, 0] if late else [100000, 100000, 30000])


def test_late_sessions_are_taken_off_each_region_and_its_add_ons():
    lines = [
        session(6, region="neck"),
        session(4, region="neck"),
        session(3, region="left_lower_limb"),
        unit("901646", 10, region="neck", heat_method="shortwave"),
    ]
    claim = {"prescription_date": "1395-01-20", "service_date": "1395-01-25"}
    result = course("PT-02a", *lines, facts={"last_session_on": "1395-03-26", "late_sessions": 5}, claim=claim)

    assert approved(result) == [500000, 0, 0, 150000]
    assert said(result, "PT-02a") == [Effect.REDUCE, Effect.REJECT, Effect.REJECT, Effect.REDUCE]


def test_late_sessions_known_without_a_last_day_are_used_and_an_unknown_end_is_asked_line_by_line():
    lines = [session(5, region="neck"), session(5, region="left_lower_limb")]

    used = course("PT-02a", *lines, facts={"last_session_on": None, "late_sessions": 1})
    asked = course("PT-02a", *lines, facts={"last_session_on": None})
    single = course("PT-02a", session(1), facts={"last_session_on": None})

    assert approved(used) == [400000, 400000]
    assert waiting(asked, "PT-02a") == {1: ("last_session_on",), 2: ("last_session_on",)}
    assert waiting(single, "PT-02a") == {}


@pytest.mark.parametrize(
    ("lines", "facts", "refused"),
    [
        ([session(1, "1395-02-31"), session(1, "1395-03-01")], {"last_session_on": None}, False),
        ([session(1, "1395-02-30"), session(1, "1395-02-31")], {"last_session_on": "1395-03-01"}, True),
        ([session(1, "1395-02-30"), session(2)], {"last_session_on": "1395-03-01"}, False),
        ([session(2)], {"last_session_on": "1395-04-01"}, True),
        ([session(2)], {"last_session_on": None}, False),
    ],
)
def test_the_month_is_that_of_the_last_session(lines, facts, refused):
    result = course("PT-02b", *lines, facts=facts, claim={"prescription_date": "1395-02-28"})

    assert ("PT-02b" in cited(result)) is refused
    assert "GEN-08f" not in cited(result)


def test_an_insured_persons_own_request_has_no_month_of_sending():
    own = {"pathway": "reimbursement"}

    assert "PT-02b" not in cited(course("PT-02b", session(2), facts={"last_session_on": "1395-02-31"}, claim=own))


def test_an_unknown_number_of_sessions_is_asked_only_where_there_is_more_than_one():
    many = course("PT-03a", session(2), unit("901646", 2, heat_method="shortwave"), facts={"sessions_prescribed": None})
    one = course("PT-03a", session(1), facts={"sessions_prescribed": None})

    assert waiting(many, "PT-03a") == {1: ("sessions_prescribed",)}
    assert waiting(one, "PT-03a") == {}


@pytest.mark.parametrize(
    ("written", "units", "rule", "left"),
    [(15, 16, "PT-03b", 15), (16, 17, "PT-04", 15), (14, 15, "PT-03b", 14), (15, 15, None, 15), (1, 2, "PT-03b", 1)],
)
def test_a_written_number_up_to_fifteen_binds_and_above_it_the_limit(written, units, rule, left):
    result = course("PT-04", session(units), facts={"sessions_prescribed": written})

    assert approved(result) == [left * 100000]
    assert cited(result, 1) == ({rule} if rule else set())


def test_sessions_are_numbered_by_date_and_undated_ones_after_them():
    dated = [session(1, f"1395-03-{day:02d}", "neck") for day in (14, 12, 10)]
    result = course("PT-03b", *dated, session(3, region="neck"), facts={"sessions_prescribed": 5})

    assert approved(result) == [100000, 100000, 100000, 200000]

    result = course("PT-03b", *dated, session(3, region="neck"), facts={"sessions_prescribed": 2})

    assert approved(result) == [0, 100000, 100000, 0]


def test_lines_of_one_region_follow_one_another():
    result = course("PT-04", session(10), session(10), facts={"sessions_prescribed": 20})

    assert approved(result) == [1000000, 500000]


def test_forms_and_signatures_come_before_the_limits():
    result = course("PT-09c", session(17), facts={"undocumented_sessions": 1, "unsigned_sessions": 1})

    assert approved(result) == [1000000]
    assert [finding.rule for finding in result.findings_of(1)] == ["PT-09a", "PT-09c", "PT-03b"]


def test_no_form_at_all_leaves_nothing():
    result = course(
        "PT-09a", session(3), unit("901646", 3, heat_method="shortwave"), facts={"undocumented_sessions": 4}
    )

    assert approved(result) == [0, 0]
    assert said(result, "PT-09a") == [Effect.REJECT, Effect.REJECT]


@pytest.mark.parametrize(("last", "left"), [("1395-03-12", 3), ("1395-03-13", 4), ("1395-03-14", 4)])
def test_undated_sessions_are_no_more_than_the_days(last, left):
    assert approved(course("PT-14b", session(4), facts={"last_session_on": last})) == [left * 100000]


def test_one_session_a_day_asks_nothing_of_dated_units():
    twice = course("PT-14a", session(2, "1395-03-10"), session(1, "1395-03-11"))

    assert approved(twice) == [100000, 100000]
    assert marks(twice) == [Mark.CIRCLE, Mark.TICK]


def test_only_sessions_of_the_history_take_a_day():
    history = [{"date": "1395-03-10", "code": "901620"}, {"date": "1395-03-11", "code": "901645"}]
    lines = [session(1, "1395-03-10"), session(1, "1395-03-11"), session(1, "1395-03-12")]

    assert approved(course("PT-14a", *lines, claim={"history": history})) == [100000, 0, 100000]


def test_a_missing_prescriber_is_asked_for_on_the_whole_claim():
    assert waiting(course("PT-10", session(2), claim={"prescriber": None}), "PT-10") == {
        None: ("prescriber.qualification",)
    }
    intern = {"id": "1", "qualification": "intern", "specialty": "general_practice"}
    assert "PT-10" in cited(course("PT-10", session(2), claim={"prescriber": intern}))
