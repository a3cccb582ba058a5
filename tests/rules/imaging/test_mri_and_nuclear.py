"""Sections ت and ث at their boundaries: MRI orders and regions, SPECT, isotopes, radioimmunoassay."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import asked, cited, said
from tests.rules.imaging.scans import approved, claimed, marks, scan, waiting

REJECT, QUERY = [Effect.REJECT], [Effect.QUERY]
APPROVED = {"insurer_approved": True}


def mri(rule, *lines, prescriber=None, **facts):
    person = {"qualification": "specialist", "specialty": "neurosurgery"} | (prescriber or {})
    return claimed(rule, *lines, claim={"prescriber": person, "facts": facts})


BRAIN, KNEE = scan("T-MRBRAIN", 1200000), scan("T-MRKNEE", 1150000)


@pytest.mark.parametrize(
    ("prescriber", "facts", "effect"),
    [
        ({"qualification": "gp"}, {}, REJECT),
        ({"qualification": "dentist"}, {}, REJECT),
        ({"qualification": "dental_specialist", "specialty": "oral_surgery"}, {}, []),
        ({"qualification": "resident"}, {"admission_stamp": False}, REJECT),
        ({"qualification": "resident"}, {"admission_stamp": True}, []),
        ({"qualification": "resident"}, {}, QUERY),
        ({"qualification": None}, {}, QUERY),
    ],
)
def test_rank_of_who_orders_mri(prescriber, facts, effect):
    assert said(mri("MRI-01a", BRAIN, prescriber=prescriber, **facts), "MRI-01a") == effect


@pytest.mark.parametrize(
    ("prescriber", "relevant", "effect"),
    [
        ({"specialty": "ent"}, False, []),
        ({"qualification": "subspecialist", "specialty": "nephrology"}, False, []),
        ({"specialty": "urology"}, False, REJECT),
        ({"specialty": "urology"}, None, QUERY),
        ({"specialty": "urology"}, True, []),
        ({"specialty": None}, None, QUERY),
        ({"qualification": "dental_specialist", "specialty": "oral_surgery"}, None, QUERY),
        ({"qualification": "resident", "specialty": "urology"}, False, REJECT),
        ({"qualification": "gp", "specialty": "general_practice"}, None, []),
    ],
)
def test_mri_of_the_own_field(prescriber, relevant, effect):
    line = scan("T-MRPELVIS", 1300000, specialty_relevant=relevant)

    assert said(mri("MRI-01b", line, prescriber=prescriber, admission_stamp=True), "MRI-01b") == effect


@pytest.mark.parametrize("special", ["T-MRORBIT", "T-MREAR", "T-MRPIT"])
@pytest.mark.parametrize(
    ("ordered", "reported", "left", "rules"),
    [
        (False, False, 0, {"MRI-02a"}),
        (True, True, 1200000, set()),
        (True, False, 0, {"MRI-02b", "MRI-02c"}),
        (None, None, 1200000, {"MRI-02a"}),
        (None, True, 1200000, {"MRI-02a"}),
        (None, False, 0, {"MRI-02b"}),
        (True, None, 1200000, {"MRI-02b"}),
    ],
)
def test_brain_beside_a_special_region(special, ordered, reported, left, rules):
    brain = scan("T-MRBRAIN", 1200000, separately_ordered=ordered, separately_reported=reported)
    result = mri("MRI-02b", brain, scan(special, 1000000), **APPROVED)

    assert (approved(result), cited(result, 1)) == ([left, 1000000], rules)
    assert cited(result, 2) == set()


def test_the_brain_meets_an_ear_whatever_sides_are_told():
    brain = scan("T-MRBRAIN", 1200000, side="left", separately_ordered=False)

    assert approved(mri("MRI-02a", brain, scan("T-MREAR", 1310000, side="right"), **APPROVED)) == [0, 1310000]


def test_two_special_regions_are_no_double_region():
    result = mri("MRI-02a", scan("T-MRORBIT", 1000000), scan("T-MREAR", 1000000), **APPROVED)

    assert result.findings == ()


@pytest.mark.parametrize(("sides", "left"), [(("left", "right"), 1100000), (("left", "left"), 0), ((None, None), 0)])
def test_ankle_and_foot_by_side(sides, left):
    ankle = scan("T-MRANKLE", 1100000, side=sides[0], separately_ordered=False)
    result = mri("MRI-02a", ankle, scan("T-MRFOOT", 1120000, side=sides[1]), **APPROVED)

    assert approved(result) == [left, 1120000]


@pytest.mark.parametrize(
    ("wrist", "hand", "left", "effect"),
    [
        ("left", "left", [1100000, 0], REJECT),
        ("left", "both", [1100000, 0], REJECT),
        ("left", "right", [1100000, 1000000], []),
        ("left", None, [1100000, 1000000], QUERY),
        (None, "left", [1100000, 1000000], QUERY),
    ],
)
def test_wrist_and_hand_by_side(wrist, hand, left, effect):
    result = mri("MRI-03", scan("T-MRWRIST", 1100000, side=wrist), scan("T-MRHAND", 1000000, side=hand), **APPROVED)

    assert approved(result) == left
    assert said(result, "MRI-03") == effect


def test_of_equal_fees_the_lower_number_stays():
    row = {"code": "X-HAND", "group": "mri", "fee": 1100000, "attributes": {"region": "hand"}}
    lines = scan("X-HAND", 900000, side="left"), scan("T-MRWRIST", 1100000, side="left")
    result = claimed(
        "MRI-03",
        *lines,
        services=[row],
        claim={"prescriber": {"specialty": "orthopedics"}, "facts": APPROVED},
    )

    assert approved(result) == [900000, 0]


@pytest.mark.parametrize(
    ("codes", "junction", "refused"),
    [
        (("T-MRC", "T-MRT"), "cervicothoracic", [1]),
        (("T-MRC", "T-MRT"), "thoracolumbar", []),
        (("T-MRT", "T-MRL"), "thoracolumbar", [2]),
        (("T-MRL", "T-MRS"), "lumbosacral", [2]),
        (("T-MRL", "T-MRS"), "none", []),
        (("T-MRC", "T-MRT", "T-MRL"), "thoracolumbar", [3]),
        (("T-MRC", "T-MRL"), "cervicothoracic", []),
    ],
)
def test_junctions_of_the_spine(codes, junction, refused):
    result = mri("MRI-04a", *(scan(code, 1000000) for code in codes), junction_request=junction, **APPROVED)

    assert [line.no for line in result.lines if line.approved == 0] == refused


def test_an_unknown_junction_is_asked_on_the_line_that_would_go():
    result = mri("MRI-04a", scan("T-MRC", 1000000), scan("T-MRT", 1000000), **APPROVED)

    assert waiting(result, "MRI-04a") == {1: ("junction_request",)}
    assert marks(result) == [Mark.QUERY, Mark.TICK]


def test_a_junction_row_is_one_region_whatever_its_quantity():
    result = mri("MRI-01c", scan("T-MRLS", 2460000, 2))

    assert (approved(result), cited(result, 1)) == ([1230000], {"MRI-04b"})


@pytest.mark.parametrize("row", [[scan("T-MRLS", 1230000), KNEE], [scan("T-MRKNEE", 2300000, 2)]])
def test_more_than_one_unit_needs_approval(row):
    assert set(said(mri("MRI-01c", *row, insurer_approved=False, emergency_or_trauma=False), "MRI-01c")) == {
        Effect.REJECT
    }


@pytest.mark.parametrize(
    ("facts", "effect"),
    [
        ({"insurer_approved": True, "emergency_or_trauma": False}, None),
        ({"emergency_or_trauma": True, "illness_described": True}, None),
        ({"insurer_approved": False, "emergency_or_trauma": True, "illness_described": False}, Effect.REJECT),
        ({"insurer_approved": False, "emergency_or_trauma": False}, Effect.REJECT),
        ({"emergency_or_trauma": False}, Effect.QUERY),
        ({"insurer_approved": False}, Effect.QUERY),
        ({"insurer_approved": False, "emergency_or_trauma": True}, Effect.QUERY),
        ({"emergency_or_trauma": True, "illness_described": False}, Effect.QUERY),
        ({}, Effect.QUERY),
    ],
)
def test_approval_of_several_regions(facts, effect):
    result = mri("MRI-01c", BRAIN, KNEE, **facts)

    assert said(result, "MRI-01c") == ([effect] * 2 if effect else [])
    assert asked(result, "MRI-01c") <= {"insurer_approved", "emergency_or_trauma", "illness_described"} - set(facts)


def test_regions_that_are_merged_or_of_another_day_need_no_approval():
    merged = mri("MRI-01c", scan("T-MRWRIST", 1100000, side="left"), scan("T-MRHAND", 1000000, side="left"))
    days = mri("MRI-01c", BRAIN, KNEE | {"date": "1395-03-08"})

    assert said(merged, "MRI-01c") == said(days, "MRI-01c") == []


def nuclear(rule, *lines, **facts):
    return claimed(rule, *lines, base="nuclear_medicine", claim={"facts": facts})


BONE, HEART, KIDNEY = scan("T-NMBONE", 700000), scan("T-NMHEART", 1500000), scan("T-NMRENAL", 600000)
UNJUDGED = scan("X-SCAN", 500000)
SCAN_WITHOUT_ATTRIBUTE = {"code": "X-SCAN", "section": "nuclear", "group": "nuclear_scan", "fee": 500000}


def addon(ordered=True, reported=True):
    return scan("T-SPECT", 300000, spect_ordered=ordered, spect_in_report=reported)


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([HEART, addon(ordered=False)], set()),
        ([HEART, addon(reported=False)], {"NUC-01b"}),
        ([BONE, addon(ordered=False)], {"NUC-01d"}),
        ([BONE, addon(reported=False)], {"NUC-01b"}),
        ([BONE, addon(ordered=False, reported=False)], {"NUC-01b", "NUC-01d"}),
        ([KIDNEY, addon()], {"NUC-01c"}),
        ([KIDNEY, addon(ordered=None, reported=None)], {"NUC-01c"}),
        ([scan("704725", 250000), addon()], {"NUC-01c"}),
        ([HEART, KIDNEY, addon()], {"NUC-01c"}),
        ([KIDNEY, HEART, addon()], set()),
        ([addon(), HEART, KIDNEY], set()),
        ([UNJUDGED, addon(ordered=False)], {"NUC-01d"}),
    ],
)
def test_spect_belongs_to_the_nearest_scan_before_it(lines, rules):
    result = claimed("NUC-01d", *lines, base="nuclear_medicine", services=[SCAN_WITHOUT_ATTRIBUTE])
    found = {finding.rule for finding in result.findings if finding.rule.startswith("NUC-01")}

    assert found == rules


@pytest.mark.parametrize(("amount", "effect"), [(250000, []), (250001, QUERY)])
def test_iodine_is_asked_about_above_the_price_of_technetium(amount, effect):
    assert said(nuclear("NUC-01f", scan("T-NMTHY131", amount)), "NUC-01f") == effect


def test_unsealed_material_is_nuclear_medicine():
    assert said(nuclear("NUC-02a", scan("T-IODINE", 2000000)), "NUC-02a") == []
    assert said(nuclear("NUC-02a", scan("T-SEALED", 3000000)), "NUC-02a") == REJECT


@pytest.mark.parametrize(("code", "effect"), [("801435", []), ("T-LABX", REJECT), ("X-UNKNOWN", [])])
def test_tests_of_a_nuclear_medicine_centre(code, effect):
    assert said(nuclear("NUC-03a", scan(code, 50000, over={"section": "lab"})), "NUC-03a") == effect
