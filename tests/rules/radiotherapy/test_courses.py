"""What is paid once in a course or for so many sessions, with the history and both kinds of treatment."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, cited, said, waiting
from tests.rules.radiotherapy.courses import course, done, past

START = "1395-02-20"
FIELD = done("705330", 10, rt_region="cervix")
HDR = done("705505", 3)


@pytest.mark.parametrize(
    ("date", "left"), [("1395-02-19", 50000), ("1395-02-20", 0), ("1395-03-01", 0), ("1395-03-02", 0)]
)
def test_a_service_of_the_course_is_one_from_its_start_on(date, left):
    result = course("RT-03a", done("901950"), history=(past(date, "901950"),), course_start=START)

    assert approved(result) == [left]


def test_an_unknown_start_is_asked_for_only_where_the_history_holds_the_service():
    asked_for = course("RT-05a", done("705305"), history=(past("1395-02-21", "705300"),))
    silent = course("RT-05a", done("705305"), history=(past("1395-02-21", "705330"),))

    assert waiting(asked_for, "RT-05a") == {1: ("course_start",)}
    assert said(silent, "RT-05a") == []


@pytest.mark.parametrize(("code", "rule"), [("705305", "RT-05a"), ("705360", "RT-09a"), ("705370", "RT-10")])
def test_a_quantity_above_one_is_paid_as_one_unit_of_the_claim_or_the_price(code, rule):
    dear, cheap = done(code, 3), done(code, 3)
    cheap = cheap | {"amount": dear["amount"] // 3 - 1000}

    assert approved(course(rule, dear)) == [dear["amount"] // 3]
    assert approved(course(rule, cheap)) == [dear["amount"] // 3 - 1000]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([done("705300"), done("705305"), HDR], [0, 150000, 3900000]),
        ([done("705300"), done("705305"), HDR, FIELD], [50000, 150000, 3900000, 400000]),
        ([done("705300", 2), done("705305"), HDR, FIELD], [50000, 150000, 3900000, 400000]),
    ],
)
def test_both_treatments_have_a_simulator_each(lines, left):
    assert approved(course("RT-20", *lines)) == left


@pytest.mark.parametrize(
    ("history", "lines", "left"),
    [
        ([past("1395-02-21", "901950")], [HDR], 50000),
        ([past("1395-02-21", "901950"), past("1395-02-21", "705505")], [HDR], 0),
        ([past("1395-02-21", "901950")], [HDR, FIELD], 50000),
        ([past("1395-02-21", "901950", 2)], [HDR, FIELD], 50000),
        ([past("1395-02-21", "901950", 2), past("1395-02-21", "705505")], [HDR, FIELD], 0),
    ],
)
def test_management_before_brachytherapy_is_used_up_by_a_brachytherapy_of_the_course(history, lines, left):
    result = course("RT-18", done("901950"), *lines, history=tuple(history), course_start=START)

    assert approved(result)[0] == left


def test_three_managements_before_both_treatments_are_cut_to_two():
    result = course("RT-18", done("901950", 3), HDR, FIELD)

    assert approved(result)[0] == 100000
    assert "RT-03a" not in cited(result, 1)


@pytest.mark.parametrize(
    ("sessions", "finished", "qty", "left", "rules"),
    [
        (24, True, 5, 5, set()),
        (24, False, 5, 4, {"RT-04b"}),
        (24, False, 6, 4, {"RT-04a", "RT-04b"}),
        (24, None, 4, 4, set()),
        (24, None, 6, 5, {"RT-04a", "RT-04b"}),
        (20, None, 5, 4, {"RT-04a"}),
        (4, False, 1, 0, {"RT-04b"}),
        (1, True, 1, 1, set()),
    ],
)
def test_sessions_left_over_count_at_the_end_only(sessions, finished, qty, left, rules):
    result = course("RT-04b", done("901955", qty), sessions=sessions, course_finished=finished)

    assert approved(result) == [left * 30000]
    assert {rule for rule in cited(result, 1) if rule.startswith("RT-")} == rules


def test_what_the_course_paid_may_leave_nothing_to_ask():
    history = (past("1395-02-21", "705380", 22), past("1395-02-22", "901955", 5))
    result = course("RT-04b", done("901955"), history=history, sessions=1, course_start=START)

    assert approved(result) == [0]
    assert said(result, "RT-04b") == []


def test_the_end_of_the_course_is_not_asked_for_below_the_price_of_whole_sets():
    claimed = {amount: done("901955", 6, {"amount": amount}) for amount in (150000, 150001)}
    asked_for = {amount: waiting(course("RT-04b", line, sessions=26), "RT-04b") for amount, line in claimed.items()}

    assert asked_for == {150000: {}, 150001: {1: ("course_finished",)}}


def test_sessions_of_an_unknown_course_are_asked_for():
    result = course("RT-04a", done("901955", 9), history=(past("1395-02-21", "705380", 22),), sessions=3)

    assert waiting(result, "RT-04a") == {1: ("course_start",)}
    assert approved(result) == [270000]


@pytest.mark.parametrize(
    ("brachytherapy", "earlier", "qty", "left", "rule"),
    [(1, 0, 1, 0, "RT-19c"), (1, 1, 1, 1, None), (2, 0, 1, 1, None), (5, 0, 2, 1, "RT-19a"), (6, 0, 2, 2, None)],
)
def test_brachytherapy_has_one_management_for_five_sessions_begun(brachytherapy, earlier, qty, left, rule):
    history = (past("1395-02-21", "705505", earlier),) if earlier else ()
    lines = done("901955", qty), done("705505", brachytherapy)
    result = course("RT-19a", *lines, history=history, course_start=START)

    assert approved(result)[0] == left * 30000
    assert {found for found in cited(result, 1) if found.startswith("RT-")} == ({rule} if rule else set())


@pytest.mark.parametrize(("qty", "left"), [(7, 6), (6, 6)])
def test_managements_of_both_treatments_are_added(qty, left):
    managed = done("705380", 25)
    result = course("RT-19a", done("901955", qty), done("705505", 2), managed, course_finished=True)

    assert approved(result)[0] == left * 30000


@pytest.mark.parametrize(("sessions", "left"), [(3, [3900000]), (4, [5200000]), (None, [5200000])])
def test_hdr_treatments_are_paid_by_the_session_where_it_is_told(sessions, left):
    assert approved(course("RT-22a", done("705505", 4), sessions=sessions)) == left


def test_hdr_treatments_are_cut_from_the_last_line():
    assert approved(course("RT-22a", done("705505", 2), done("705505", 2), sessions=3)) == [2600000, 1300000]


@pytest.mark.parametrize(("amount", "effects"), [(910000, []), (910001, [Effect.QUERY])])
def test_an_unknown_device_is_asked_for_above_its_lower_price_only(amount, effects):
    result = course("RT-22b", done("705505", brachy_device=None) | {"amount": amount})

    assert said(result, "RT-22b") == effects


def test_the_source_of_the_eye_needs_no_brachytherapy_in_a_stay():
    lines = done("602365", over={"section": "surgery"}), done("705370", over={"section": "radiotherapy"})

    assert "RT-21c" not in cited(course("RT-21c", *lines, base="inpatient"), 1)


@pytest.mark.parametrize(
    ("region", "left"), [("cervix", [1200000, 0]), ("vagina", [1200000, 1000000]), (None, [1200000, 1000000])]
)
def test_procedures_of_one_region_are_paid_by_the_session(region, left):
    result = course("RT-21a", done("705520", rt_region="cervix"), done("705510", rt_region=region), sessions=1)

    assert approved(result) == left
    assert waiting(result, "RT-21a") == ({} if region else {2: ("rt_region",)})


@pytest.mark.parametrize(("images", "left"), [(7, 120000), (5, 100000), (0, 0)])
def test_portal_films_are_paid_as_shown(images, left):
    assert approved(course("RT-12a", done("705395", 6, portal_images=images))) == [left]
