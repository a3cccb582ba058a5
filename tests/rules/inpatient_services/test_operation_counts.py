"""Units of operations: three sessions of an organ, one removal an incision, one fluoroscopy, approved bed-days."""

import pytest

from app.domain.findings import Mark
from tests.rules.claims import approved, asked, cited, marks
from tests.rules.inpatient_services.stays import bill, operation, row

ESWL, PRP = 3_000_000, 800_000
BEFORE = ("1394-08-10", "1394-09-10", "1394-10-10", "1394-11-10")


def past(code, *sides, qty=None, date=None, **facts):
    """Return history rows, one for each side; None is a side that nobody noted."""
    return [
        {"code": code, "date": date or BEFORE[place], "facts": ({"side": side} if side else {}) | facts}
        | ({"qty": qty} if qty else {})
        for place, side in enumerate(sides)
    ]


def crush(history, *lines):
    return bill("SUR-URO-05", *lines, history=history)


def session(side=None, qty=1, date="1395-03-05", **facts):
    known = ({"side": side} if side else {}) | facts
    return row("service", "UR11", ESWL * qty, qty=qty, over={"date": date}, **known)


@pytest.mark.parametrize(
    ("sides", "side", "left"),
    [
        (("left", "left", "left"), "left", 0),
        (("left", "left"), "left", ESWL),
        (("left", "left", "left"), "right", ESWL),
        (("left", "left", None), "left", 0),
        (("left", "left", None), "right", ESWL),
        (("left", "left", "both"), "left", 0),
        (("left", "left", "left"), None, 0),
        ((None, None, None), "right", 0),
    ],
)
def test_a_fourth_lithotripsy_of_a_side_is_cut_and_one_of_no_side_counts_for_both(sides, side, left):
    result = crush(past("UR11", *sides), session(side, new_stone=False))

    assert approved(result) == [left]


def test_the_fourth_of_an_unread_stone_is_asked_for_the_third_is_not():
    fourth = crush(past("UR11", "left", "left", "left"), session("left"))
    third = crush(past("UR11", "left", "left"), session("left"))

    assert (marks(fourth), asked(fourth, "SUR-URO-05")) == ([Mark.QUERY], {"new_stone"})
    assert marks(third) == [Mark.TICK]


def test_a_new_stone_begins_anew_and_the_other_units_of_its_line_go_on():
    history = past("UR11", "left", "left", "left")

    assert approved(crush(history, session("left", new_stone=True))) == [ESWL]
    assert approved(crush(history, session("left", qty=3, new_stone=True))) == [3 * ESWL]
    assert approved(crush(history, session("left", qty=4, new_stone=True))) == [3 * ESWL]


def test_a_new_stone_in_the_history_begins_anew_too():
    history = past("UR11", "left", "left", "left") + past("UR11", "left", date="1394-12-10", new_stone=True)

    assert approved(crush(history, session("left", new_stone=False))) == [ESWL]


def test_sessions_are_numbered_by_day_and_line_the_history_among_them():
    lines = [session("left", date="1395-03-07", new_stone=False), session("left", new_stone=False)]

    assert approved(crush(past("UR11", "left", "left"), *lines)) == [0, ESWL]
    between = past("UR11", "left", "left") + past("UR11", "left", date="1395-03-06")
    assert approved(crush(between, *lines)) == [0, ESWL]


@pytest.mark.parametrize(("before", "kept"), [(0, 3), (1, 2), (2, 1), (3, 0)])
def test_a_line_of_several_sessions_keeps_those_up_to_the_third(before, kept):
    result = crush(past("UR11", *["right"] * before), session("right", qty=4, new_stone=False))

    assert approved(result) == [kept * ESWL]


def eye(side=None, qty=1, date="1395-03-05"):
    line = operation("602370", PRP * qty, date=date, qty=qty)
    return line | {"facts": line["facts"] | ({"side": side} if side else {})}


@pytest.mark.parametrize(
    ("sides", "side", "mark"),
    [
        (("right", "right", "right"), "right", Mark.ZERO),
        (("right", "right", "right"), "left", Mark.TICK),
        (("right", "right", "both"), "right", Mark.ZERO),
        (("right", "right", "right"), "both", Mark.TICK),
        (("both", "both", "both"), "both", Mark.ZERO),
        ((None, None, None), "right", Mark.TICK),
        ((None, None), None, Mark.TICK),
        ((None, "left", "right"), None, Mark.QUERY),
        (("both", "left"), None, Mark.TICK),
    ],
)
def test_each_eye_has_three_sessions_of_prp(sides, side, mark):
    result = bill("SUR-EYE-04", eye(side), history=past("602370", *sides))

    assert marks(result) == [mark]


def test_a_line_of_four_sessions_of_one_eye_keeps_three():
    result = bill("SUR-EYE-04", eye("left", qty=4))

    assert approved(result) == [3 * PRP]
    assert "SUR-EYE-04" in cited(result, 1)


def removal(qty=1, code="OR09", **facts):
    line = operation(code, 1_500_000 * qty, qty=qty)
    return line | {"facts": line["facts"] | {"removed_implant": "screw"} | facts}


@pytest.mark.parametrize(
    ("quantities", "incisions", "kept"),
    [
        ((3,), 1, (1,)),
        ((3,), 2, (2,)),
        ((3,), 4, (3,)),
        ((1, 1, 1), 2, (1, 1, 0)),
        ((2, 2), 3, (2, 1)),
        ((1,), 1, (1,)),
    ],
)
def test_removals_are_paid_once_for_an_incision_in_the_order_of_the_lines(quantities, incisions, kept):
    lines = [removal(qty, incision_count=incisions) for qty in quantities]

    assert approved(bill("SUR-ORT-06", *lines)) == [units * 1_500_000 for units in kept]


def test_unread_incisions_are_asked_for_where_a_unit_stands_beyond_the_first():
    assert marks(bill("SUR-ORT-06", removal())) == [Mark.TICK]
    assert marks(bill("SUR-ORT-06", removal(), removal())) == [Mark.TICK, Mark.QUERY]
    assert marks(bill("SUR-ORT-06", removal(2), removal())) == [Mark.QUERY, Mark.QUERY]


def test_removals_of_another_day_or_by_a_specific_code_are_counted_apart():
    later = removal(incision_count=1) | {"date": "1395-03-06"}
    specific = removal(2, code="OR10", incision_count=1)

    assert approved(bill("SUR-ORT-06", removal(incision_count=1), later, specific)) == [1_500_000, 1_500_000, 3_000_000]


def test_one_fluoroscopy_of_the_heart_is_paid_in_a_stay_by_day_and_number():
    later = row("service", "CV13", 150_000, over={"date": "1395-03-07"})
    first = row("service", "CV13", 300_000, qty=2)

    assert approved(bill("SUR-CVS-07", later, first)) == [0, 150_000]


def cornea(side=None, qty=1, code="602055", date="1395-03-05"):
    return row("service", code, 2_000_000 * qty, qty=qty, over={"date": date}, **({"side": side} if side else {}))


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([cornea(), cornea()], [2_000_000, 0]),
        ([cornea("left"), cornea("right")], [2_000_000, 2_000_000]),
        ([cornea("left"), cornea("left")], [2_000_000, 0]),
        ([cornea(qty=3)], [2_000_000]),
        ([cornea(), cornea(date="1395-03-06")], [2_000_000, 2_000_000]),
    ],
)
def test_a_cornea_is_got_prepared_and_delivered_once_for_a_day_and_side(lines, left):
    assert approved(bill("SUR-EYE-03", *lines)) == left


def ercp(days, *others, **facts):
    beds = row("hotel", None, 1_000_000 * days, qty=days, bed_kind="normal", ward_grade="grade1")
    return bill("SUR-DIG-02a", operation("DG03", 5_000_000), beds, *others, facts=facts)


@pytest.mark.parametrize(("approved_days", "kept"), [(0, 0), (1, 1), (2, 2), (3, 3), (5, 3)])
def test_bed_days_of_an_ercp_are_those_that_the_expert_approved(approved_days, kept):
    assert approved(ercp(3, bed_days_approved=approved_days))[1] == kept * 1_000_000


def test_unread_days_of_an_ercp_are_asked_for_beside_another_operation_never():
    assert asked(ercp(3, bed_days_approved=None), "SUR-DIG-02a") == {"bed_days_approved"}
    assert asked(ercp(3, operation("DG22", 4_500_000), bed_days_approved=None), "SUR-DIG-02a") == set()
