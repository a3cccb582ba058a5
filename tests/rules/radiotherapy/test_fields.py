"""Fields: energy, shape, devices of the accelerator, their number, and the centre's averages."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, asked, cited, said, waiting
from tests.rules.radiotherapy.courses import centre, claim_of, course, done, past

START = "1395-02-20"
DEVICES = {"modifiers": ["88"]}


def machine(mlc=None, portal=None, **facts):
    known = {"linac_mlc": mlc, "linac_portal": portal} | facts
    return {"facts": {name: value for name, value in known.items() if value is not None}}


def fields(qty, region="breast", **facts):
    return done("705330", qty, rt_region=region, **facts)


@pytest.mark.parametrize(
    ("code", "energy", "unit"),
    [
        ("705415", 8, 40000),
        ("705415", 8.1, 50000),
        ("705415", 15.1, 60000),
        ("705410", 18, 50000),
        ("705410", 0, 40000),
    ],
)
def test_a_field_has_the_group_of_its_own_energy_at_most(code, energy, unit):
    assert approved(course("RT-13b", done(code, 10, field_energy_mv=energy))) == [10 * unit]


def test_energy_and_shape_bring_a_field_down_one_after_the_other():
    result = course("RT-13d", done("705425", 10, field_energy_mv=10, field_shaping=False, head_angle_zero=True))

    taken = {finding.rule: finding.deducted for finding in result.findings if finding.deducted}
    assert taken == {"RT-13b": 150000, "RT-13d": 200000}
    assert approved(result) == [500000]


@pytest.mark.parametrize(
    ("shaped", "upright", "effects"),
    [(None, False, []), (None, True, [Effect.QUERY]), (None, None, [Effect.QUERY]), (False, True, [Effect.REDUCE])],
)
def test_a_cobalt_field_is_complex_by_shaping_or_a_tilted_head(shaped, upright, effects):
    known = {"field_shaping": shaped, "head_angle_zero": upright}
    facts = {name: value for name, value in known.items() if value is not None}

    assert said(course("RT-13d", done("705435", 10, **facts)), "RT-13d") == effects


def test_an_energy_that_could_not_lower_the_line_is_not_asked_for():
    assert asked(course("RT-13b", done("705410", 10) | {"amount": 400000}), "RT-13b") == set()


@pytest.mark.parametrize(
    ("mlc", "portal", "left", "asks"),
    [
        (True, None, 480000, {"linac_portal"}),
        (None, False, 440000, {"linac_mlc"}),
        (None, None, 480000, {"linac_mlc", "linac_portal"}),
        (False, True, 440000, set()),
    ],
)
def test_an_unknown_device_counts_as_there_and_is_asked_for(mlc, portal, left, asks):
    result = course("RT-13f", done("705330", 10, DEVICES) | {"amount": 480000}, office=machine(mlc, portal))

    assert approved(result) == [left]
    assert asked(result, "RT-13f") == asks


def test_devices_are_not_asked_for_below_the_price_without_them():
    assert asked(course("RT-13f", done("705330", 10, DEVICES)), "RT-13f") == set()


def test_a_question_about_the_field_counts_what_falls_off_it_anyway():
    cobalt = done("705435", 10, DEVICES, head_angle_zero=True) | {"amount": 110000}
    lacking = done("705420", 10, DEVICES, field_energy_mv=15, head_angle_zero=True) | {"amount": 600000}
    asked_for = [course("RT-13d", line, office=machine(True, False)) for line in (cobalt, lacking)]

    assert [waiting(result, "RT-13d") for result in asked_for] == [{1: ("field_shaping",)}] * 2


def test_devices_raise_the_field_that_it_was():
    line = done("705425", 10, DEVICES, field_energy_mv=0, field_shaping=True) | {"amount": 1100000}
    result = course("RT-13f", line, office=machine(mlc=True, portal=False))

    taken = {finding.rule: finding.deducted for finding in result.findings if finding.deducted}
    assert taken == {"GEN-15e": 80000, "RT-13c": 420000, "RT-13f": 50000}
    assert approved(result) == [550000]


@pytest.mark.parametrize(
    ("code", "unit"), [("705430", 10000), ("705435", 12000), ("705350", 400000), ("705505", 1300000)]
)
def test_the_surcharge_is_taken_off_everything_but_the_accelerators_fields(code, unit):
    line = done(code, over=DEVICES, field_shaping=True) | {"amount": unit * 2}
    result = course("RT-13g", line, office=machine(True, True))

    taken = {finding.rule: finding.deducted for finding in result.findings if finding.deducted}
    assert taken == {"GEN-15e": unit * 8 // 10, "RT-13g": unit * 2 // 10}


@pytest.mark.parametrize(
    ("mlc", "left", "asks"), [(True, 440000, set()), (None, 440000, set()), (False, 440000, set())]
)
def test_a_shield_of_the_course_takes_the_multileafs_part_whether_it_is_known_or_not(mlc, left, asks):
    history = (past("1395-02-22", "705360"),)
    line = done("705330", 10, DEVICES) | {"amount": 480000}
    result = course("RT-09c", line, history=history, course_start=START, office=machine(mlc, portal=True))

    assert approved(result) == [left]
    assert asked(result, "RT-13f") == asks


def test_the_course_of_a_shield_is_asked_for_where_the_multileafs_part_hangs_on_it():
    line = done("705330", 10, DEVICES) | {"amount": 480000}
    result = course("RT-09c", line, history=(past("1395-02-22", "705360"),), office=machine(True, True))

    assert waiting(result, "RT-09c") == {1: ("course_start",)}


@pytest.mark.parametrize(("mlc", "asks"), [(None, {2: ("linac_mlc",)}), (False, {})])
def test_a_shield_stands_beside_the_surcharge_while_a_multileaf_is_not_known(mlc, asks):
    result = course("RT-09c", done("705330", 10, DEVICES), done("705360"), office=machine(mlc, portal=True))

    assert approved(result)[1] == 90000
    assert waiting(result, "RT-09c") == asks


@pytest.mark.parametrize(("sheet", "left"), [(0, 0), (99, 3960000), (100, 4000000), (120, 4000000)])
def test_the_sheet_limits_the_fields(sheet, left):
    assert approved(course("RT-15a", fields(100, fields_in_sheet=sheet))) == [left]


@pytest.mark.parametrize(
    ("lines", "facts", "asks"),
    [
        ([fields(161, side="left")], {}, {1}),
        ([fields(100, side="left"), fields(100, side="right")], {}, set()),
        ([fields(100), fields(61, "axilla")], {}, {1, 2}),
        ([fields(320)], {"technique": "imrt"}, set()),
        ([fields(321)], {"technique": "stereotactic"}, {1}),
        ([fields(275, "prostate", phase=3)], {}, set()),
        ([fields(276, "prostate", phase=3)], {}, {1}),
        ([fields(275, "prostate", phase=2)], {}, {1}),
        ([fields(100), fields(61, fields_in_sheet=61)], {}, {1}),
        ([done("705330", 200)], {}, set()),
        ([done("705330", 100), done("705330", 101)], {}, {1, 2}),
        ([done("705330", 400)], {"technique": "imrt"}, set()),
    ],
)
def test_fields_above_the_table_ask_for_the_sheet_or_the_region(lines, facts, asks):
    assert set(waiting(course("RT-16a", *lines, **facts), "RT-16a")) == asks


@pytest.mark.parametrize(
    ("row", "start", "asks"),
    [
        (past("1395-02-22", "705330", 61, rt_region="breast"), START, {1: ("fields_in_sheet",)}),
        (past("1395-02-22", "705330", 60, rt_region="breast"), START, {}),
        (past("1395-02-22", "705330", 61, rt_region="liver"), START, {}),
        (past("1395-02-19", "705330", 61), START, {}),
        (past("1395-02-22", "705430", 61), None, {1: ("course_start",)}),
    ],
)
def test_fields_of_the_course_before_are_added(row, start, asks):
    result = course("RT-16a", fields(100), history=(row,), course_start=start)

    assert waiting(result, "RT-16a") == asks


def test_a_centres_average_leaves_out_other_regions_and_refused_fields():
    refused = claim_of(fields(10), treatment_sheet="unsigned")
    found = centre("RT-15b", claim_of(fields(161, fields_in_sheet=161)), claim_of(fields(5, "liver")), refused)

    assert said(found["C-1"], "RT-15b") == [Effect.REFER]
    assert said(found["C-2"], "RT-15b") == said(found["C-3"], "RT-15b") == []


def test_sides_are_treatments_of_their_own_in_the_average():
    both = claim_of(fields(161, side="left", fields_in_sheet=161), fields(100, side="right"))

    assert said(centre("RT-15b", both)["C-1"], "RT-15b") == []


def test_imrt_counts_half_in_the_average():
    imrt = claim_of(fields(300), technique="imrt")
    found = centre("RT-15b", claim_of(fields(161, fields_in_sheet=161)), imrt)

    assert said(found["C-1"], "RT-15b") == []


@pytest.mark.parametrize(
    ("others", "asks"), [([160, 10], {1}), ([10, 20], set()), ([160, 10, 20], set()), ([160], set())]
)
def test_a_centre_is_checked_where_most_of_three_or_more_treatments_have_the_maximum(others, asks):
    found = centre("RT-15c", claim_of(fields(160)), *(claim_of(fields(qty)) for qty in others))

    assert set(waiting(found["C-1"], "RT-15c")) == asks


def test_a_sheet_that_was_read_is_not_asked_for_again():
    claims = [claim_of(fields(160, fields_in_sheet=160)) for _ in range(3)]

    assert "RT-15c" not in cited(centre("RT-15c", *claims)["C-1"], 1)
