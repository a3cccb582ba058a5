"""Section الف, items 1 to 10 at their boundaries: films of joints and teeth, contrast studies, ERCP."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.findings import Effect, Mark
from tests.rules.claims import asked, cited, said
from tests.rules.imaging.scans import approved, claimed, marks, scan, waiting

ELBOW, KNEE = 70000, 80000


@pytest.mark.parametrize(
    ("joint_side", "bone", "effect"),
    [
        ("both", {"side": "left", "bone_part": "proximal_end"}, [Effect.REJECT]),
        ("left", {"side": "both", "bone_part": "proximal_end"}, [Effect.REJECT]),
        ("left", {"bone_part": "proximal_end"}, [Effect.QUERY]),
        (None, {"side": "left", "bone_part": "proximal_end"}, [Effect.QUERY]),
        (None, {"bone_part": "distal_end"}, []),
        (None, {"bone_part": "whole"}, []),
        ("left", {"side": "right"}, []),
        (None, {}, [Effect.QUERY]),
    ],
)
def test_a_bone_end_goes_only_beside_its_own_joint_of_a_common_side(joint_side, bone, effect):
    result = claimed("RAD-01", scan("T-ELBOW", ELBOW, side=joint_side), scan("T-FOREARM", 75000, **bone))

    assert said(result, "RAD-01") == effect
    assert approved(result) == [ELBOW, 0 if Effect.REJECT in effect else 75000]


def test_what_is_missing_on_the_joint_is_named_not_asked_of_the_bone():
    result = claimed("RAD-01", scan("T-ELBOW", ELBOW), scan("T-FOREARM", 75000, side="left", bone_part="proximal_end"))

    (query,) = result.queries
    assert (query.line, query.facts) == (2, ())
    assert "ردیف ۱" in query.message


def test_a_joint_at_neither_end_asks_nothing():
    result = claimed("RAD-01", scan("T-KNEE", KNEE), scan("T-FOREARM", 75000))

    assert approved(result) == [KNEE, 75000]
    assert result.queries == ()


def test_a_joint_of_another_day_is_another_request():
    bone = scan("T-FOREARM", 75000, side="left", bone_part="proximal_end", over={"date": "1395-03-08"})
    result = claimed("RAD-01", scan("T-ELBOW", ELBOW, side="left"), bone)

    assert approved(result) == [ELBOW, 75000]


def test_each_end_looks_at_its_own_joint():
    lines = (
        scan("T-ELBOW", ELBOW, side="left"),
        scan("T-WRIST", 60000, side="left"),
        scan("T-FOREARM", 75000, side="left", bone_part="distal_end"),
    )

    assert approved(claimed("RAD-01", *lines)) == [ELBOW, 60000, 0]
    assert approved(claimed("RAD-01", lines[0], lines[2])) == [ELBOW, 75000]


@pytest.mark.parametrize(("sides", "left"), [(("left", "right"), 60000), (("left", "both"), 0), (("left", None), 0)])
def test_a_plain_film_of_the_other_side_stays_beside_a_contrast_study(sides, left):
    study = {"code": "X-ARTHRO", "group": "radiography_contrast", "fee": 300000}
    service = study | {"attributes": {"region": "wrist", "contrast": True, "includes_plain_of": ["wrist"]}}
    lines = (scan("T-WRIST", 60000, side=sides[0]), scan("X-ARTHRO", 300000, side=sides[1]))

    assert approved(claimed("RAD-06", *lines, services=[service])) == [left, 300000]


def test_a_ct_with_contrast_leaves_the_ct_without():
    result = claimed("RAD-06", scan("T-CTBRAIN", 500000), scan("T-CTBRAIN-C", 700000))

    assert said(result, "RAD-06") == []


def test_an_injection_of_another_day_is_not_the_contrast_studys():
    injection = scan("T-IVINJ", 30000, over={"section": "service", "date": "1395-03-08"})
    result = claimed("RAD-09a", scan("T-CTBRAIN-C", 700000), injection)

    assert said(result, "RAD-09a") == []


def test_a_refused_contrast_study_takes_no_injection_with_it():
    syringe = scan("T-SYRINGE", 60000, over={"section": "supply"})
    result = claimed(
        "RAD-09a", scan("T-CTBRAIN-C", 700000), syringe, claim={"prescriber": {"qualification": "dentist"}}
    )

    assert cited(result, 1) >= {"CT-02a"}
    assert said(result, "RAD-09a") == []


def test_hospital_supplies_of_a_day_without_contrast_are_not_asked_about():
    syringe = scan("T-SYRINGE", 60000, over={"section": "supply", "date": "1395-03-07"})
    ct = scan("T-CTBRAIN-C", 700000, over={"section": "imaging", "date": "1395-03-06"})
    result = claimed("RAD-09b", ct, syringe, base="inpatient")

    assert asked(result, "RAD-09b") == set()


def test_a_film_of_no_rials_stands_where_some_of_its_units_are_kept_and_goes_where_none_is():
    result = claimed("RAD-10", scan("700305", 0, 5), scan("700305", 0))

    assert marks(result) == [Mark.TICK, Mark.ZERO]
    assert [cited(result, no) for no in (1, 2)] == [set(), {"RAD-10"}]


def test_ercp_films_of_two_days_are_two_requests():
    later = scan("700305", 300000, 3, over={"date": "1395-03-08"})

    assert approved(claimed("RAD-10", scan("700305", 300000, 3), later)) == [300000, 300000]


def teeth(rule, *lines):
    return claimed(rule, *(scan("T-PA" if rule == "RAD-03" else "T-BW", 20000 * n, n, teeth=t) for n, t in lines))


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([(3, ["13", "11", "12"])], [40000]),
        ([(1, ["16"]), (1, ["46"])], [20000, 20000]),
        ([(1, ["11"]), (1, ["31"])], [20000, 20000]),
        ([(1, ["14"]), (1, ["24"])], [20000, 20000]),
        ([(1, ["18"]), (1, ["46"]), (1, ["17"])], [20000, 20000, 0]),
        ([(1, ["46", "45"]), (2, ["45", "46"])], [20000, 20000]),
        ([(1, ["85"]), (1, ["84"])], [20000, 0]),
        ([(1, ["72"]), (1, ["81"])], [20000, 0]),
        ([(1, ["63"]), (1, ["23"])], [20000, 0]),
        ([(1, ["55"]), (1, ["16"])], [20000, 20000]),
    ],
)
def test_periapical_films_by_groups(lines, left):
    assert approved(teeth("RAD-03", *lines)) == left


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([(1, ["18"]), (1, ["46"])], [20000, 0]),
        ([(1, ["14"]), (1, ["45"])], [20000, 0]),
        ([(1, ["54"]), (1, ["85"])], [20000, 0]),
        ([(1, ["26"]), (1, ["16"])], [20000, 20000]),
        ([(1, ["11"]), (1, ["21"])], [20000, 20000]),
        ([(1, ["11"]), (1, ["11"])], [20000, 0]),
    ],
)
def test_bitewings_by_groups_of_both_jaws(lines, left):
    assert approved(teeth("RAD-04", *lines)) == left


def test_periapical_and_bitewing_films_are_counted_apart():
    result = claimed("RAD-03", scan("T-PA", 20000, teeth=["16"]), scan("T-BW", 20000, teeth=["16"]))

    assert approved(result) == [20000, 20000]


@pytest.mark.parametrize("unknown", [None, []])
def test_a_line_without_teeth_is_asked_and_brings_no_group(unknown):
    result = claimed("RAD-03", scan("T-PA", 40000, 2, teeth=unknown), scan("T-PA", 20000, teeth=["11"]))

    assert waiting(result, "RAD-03") == {1: ("teeth",)}
    assert marks(result) == [Mark.QUERY, Mark.TICK]


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.lists(st.sampled_from(["11", "12", "13", "24", "25", "46"]), min_size=1)),
        min_size=1,
        max_size=3,
    )
)
def test_no_more_films_are_paid_than_groups_and_than_claimed(lines):
    result = teeth("RAD-03", *lines)
    groups = {{"12": "11", "25": "24"}.get(tooth, tooth) for _count, named in lines for tooth in named}

    paid = sum(approved(result)) // 20000
    assert paid <= len(groups)
    assert all(left <= 20000 * count for left, (count, _named) in zip(approved(result), lines, strict=True))
