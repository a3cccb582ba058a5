"""Regions, their nodes, sides and phases: planning and physics calculations."""

import pytest

from tests.rules.claims import approved, cited, waiting
from tests.rules.radiotherapy.courses import course, done, past

START = "1395-02-20"


def planning(region=None, side=None, code="705350"):
    facts = {name: value for name, value in (("rt_region", region), ("side", side)) if value}
    return done(code, **facts)


def physics(region=None, phase=None, qty=1, code="705400"):
    facts = {name: value for name, value in (("rt_region", region), ("phase", phase)) if value}
    return done(code, qty, **facts)


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (("breast", "left"), ("breast", None), "RT-06a"),
        (("breast", "left"), ("breast", "both"), "RT-06a"),
        (("breast", "left"), ("breast", "right"), None),
        (("breast", "left"), ("axilla", None), "RT-06b"),
        (("breast", "left"), ("axilla", "right"), None),
        (("breast", None), ("supraclavicular", "right"), "RT-06b"),
        (("prostate", None), ("axilla", None), None),
        (("liver", None), ("regional_nodes", None), "RT-06b"),
        (("axilla", "left"), ("supraclavicular", "left"), None),
    ],
)
def test_one_planning_of_a_region_with_its_nodes(first, second, rule):
    result = course("RT-06a", planning(*first), planning(*second, code="705315"))

    assert approved(result) == [400000, 0 if rule else 300000]
    assert {found for found in cited(result, 2) if found.startswith("RT-")} == ({rule} if rule else set())


def test_both_kinds_of_nodes_belong_to_a_breast_that_only_its_fields_name():
    field = done("705330", 10, rt_region="breast", side="left")
    result = course("RT-06a", planning("axilla", "left"), planning("supraclavicular", "left", "705315"), field)

    assert approved(result) == [400000, 0, 400000]
    assert "RT-06b" in cited(result, 2)


def test_regional_nodes_of_two_organs_belong_to_neither():
    lines = planning("prostate"), planning("bladder"), planning("regional_nodes", code="705315")

    assert approved(course("RT-06a", *lines)) == [400000, 400000, 300000]


def test_nodes_fall_with_an_organ_that_was_planned_before():
    history = (past("1395-02-22", "705315", rt_region="breast", side="left"),)
    lines = planning("breast", "left"), planning("axilla", "left", "705315")
    result = course("RT-06a", *lines, history=history, course_start=START)

    assert approved(result) == [0, 0]
    assert ("RT-06a" in cited(result, 1), "RT-06b" in cited(result, 2)) == (True, True)


def test_the_start_of_the_course_is_asked_for_only_where_the_same_region_was_planned():
    asked_for = course("RT-06a", planning("liver"), history=(past("1395-02-22", "705315", rt_region="liver"),))
    silent = course("RT-06a", planning("liver"), history=(past("1395-02-22", "705315", rt_region="stomach"),))

    assert waiting(asked_for, "RT-06a") == {1: ("course_start",)}
    assert waiting(silent, "RT-06a") == {}


def test_a_planning_of_an_unknown_region_stands_whatever_its_quantity():
    result = course("RT-06a", done("705350", 2))

    assert approved(result) == [800000]
    assert waiting(result, "RT-06a") == {1: ("rt_region",)}


@pytest.mark.parametrize(
    ("line", "left", "asks"),
    [
        (physics("breast", 1, qty=2), 150000, {}),
        (physics(None, 1, qty=2), 150000, {}),
        (physics("breast", None, qty=2), 300000, {1: ("phase",)}),
        (physics(None, None), 150000, {}),
    ],
)
def test_a_physics_line_of_several_units_needs_its_phase(line, left, asks):
    result = course("RT-08a", line)

    assert approved(result) == [left]
    assert waiting(result, "RT-08a") == asks


def test_the_dearer_calculation_of_a_phase_stands_whatever_its_line():
    result = course("RT-08a", physics("liver", 1, code="705325"), physics("liver", 1))

    assert approved(result) == [0, 150000]


@pytest.mark.parametrize(
    ("region", "phase", "left"),
    [("liver", 1, 150000), ("liver", 2, 0), ("bladder", 2, 150000), ("larynx", 3, 150000), ("larynx", 4, 0),
     ("other", 9, 150000), ("axilla", 9, 150000), (None, 9, 150000)],
)  # fmt: skip
def test_phases_are_limited_by_the_table(region, phase, left):
    assert approved(course("RT-08b", physics(region, phase))) == [left]


def test_nodes_have_the_phases_of_their_organ():
    lines = physics("axilla", 3), done("705330", 10, rt_region="breast")

    assert approved(course("RT-08b", *lines))[0] == 0


@pytest.mark.parametrize(("sessions", "left"), [(30, [120000, 440000]), (25, [60000, 440000]), (20, [0, 440000])])
def test_session_managements_are_as_many_as_sessions_the_dearer_first(sessions, left):
    assert approved(course("RT-07a", done("705320", 10), done("705380", 20), sessions=sessions)) == left


def test_an_earlier_calculation_of_another_phase_is_no_doubt_though_its_region_is_unknown():
    of_phase = {phase: (past("1395-02-22", "705400", phase=phase),) for phase in (1, 2)}
    asks = {phase: course("RT-08a", physics("liver", 1), history=history) for phase, history in of_phase.items()}

    assert waiting(asks[1], "RT-08a") == {1: ("course_start",)}
    assert waiting(asks[2], "RT-08a") == {}


def test_what_was_planned_by_its_own_name_too_does_not_fall_by_its_nodes():
    history = (past("1395-02-22", "705315", rt_region="axilla"), past("1395-02-22", "705315", rt_region="breast"))
    result = course("RT-06a", planning("breast"), history=history, course_start=START)

    assert approved(result) == [0]
    assert {found for found in cited(result, 1) if found.startswith("RT-")} == {"RT-06a"}
