"""Section پ at its boundaries: orders, scanners, three-dimensional CT, the spine and the simulator."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import asked, cited, said
from tests.rules.imaging.scans import approved, claimed, marks, scan, waiting

REJECT, QUERY = [Effect.REJECT], [Effect.QUERY]
EMERGENCY = {"emergency_or_trauma": True, "emergency_stamp": True}


def ordered(rule, prescriber, *lines, services=(), **facts):
    return claimed(rule, *lines, claim={"prescriber": prescriber, "facts": facts}, services=services)


BRAIN = scan("T-CTBRAIN", 500000)


@pytest.mark.parametrize(
    ("qualification", "facts", "effect"),
    [
        ("specialist", {}, []),
        ("fellowship", {}, []),
        ("dental_specialist", {}, []),
        ("gp", EMERGENCY, []),
        ("intern", EMERGENCY, []),
        ("intern", {}, []),
        ("gp", EMERGENCY | {"emergency_or_trauma": False}, REJECT),
        ("gp", {"emergency_or_trauma": False}, REJECT),
        ("midwife", EMERGENCY, REJECT),
        ("dentist", EMERGENCY, REJECT),
        ("other", EMERGENCY, REJECT),
        ("resident", EMERGENCY, []),
        ("resident", {"admission_stamp": False} | EMERGENCY, []),
        ("resident", {"admission_stamp": False, "emergency_stamp": False}, REJECT),
        ("resident", {"emergency_stamp": False}, QUERY),
        (None, EMERGENCY, QUERY),
    ],
)
def test_who_orders_ct(qualification, facts, effect):
    assert said(ordered("CT-02a", {"qualification": qualification}, BRAIN, **facts), "CT-02a") == effect


def test_the_emergency_of_a_resident_without_stamp_is_asked_under_the_exception():
    result = ordered("CT-02c", {"qualification": "resident"}, BRAIN, admission_stamp=False, emergency_stamp=True)

    assert waiting(result, "CT-02c") == {1: ("emergency_or_trauma",)}


@pytest.mark.parametrize(
    "lines",
    [
        [scan("T-CTBRAIN", 1000000, 2)],
        [BRAIN, scan("T-CTCHEST", 600000)],
        [scan("T-CTA", 1500000)],
        [scan("X-TWO", 800000)],
    ],
)
def test_the_exception_is_one_unit_of_one_region(lines):
    two = {"code": "X-TWO", "group": "ct", "fee": 800000, "attributes": {"contrast": False, "regions": 2}}
    result = ordered("CT-02a", {"qualification": "gp"}, *lines, services=[two], **EMERGENCY)

    assert set(approved(result)) == {0}
    assert all("CT-02a" in cited(result, line.no) for line in result.lines)


def test_cts_of_two_days_are_two_orders():
    later = scan("T-CTCHEST", 600000, over={"date": "1395-03-08"})

    assert said(ordered("CT-02a", {"qualification": "gp"}, BRAIN, later, **EMERGENCY), "CT-02a") == []


@pytest.mark.parametrize(("slices", "effect"), [(3, REJECT), (4, []), (64, []), (None, QUERY)])
@pytest.mark.parametrize("code", ["T-CTA", "T-IMPLANT", "T-TMJ", "T-VIRTUAL", "T-CTFACE-3D", "T-CTFACE-REC", "T-XENON"])
def test_multislice_services(code, slices, effect):
    result = claimed("CT-03", scan(code, 200000), submission={"facts": {"ct_slices": slices}})

    assert said(result, "CT-03") == effect


@pytest.mark.parametrize(
    ("prescriber", "facts", "effect"),
    [
        ({"qualification": "specialist", "specialty": "pediatrics"}, {}, []),
        ({"qualification": "subspecialist", "specialty": "internal_medicine"}, {}, []),
        ({"qualification": "specialist", "specialty": "pulmonology"}, {}, REJECT),
        ({"qualification": "fellowship", "specialty": "thoracic_surgery"}, {}, []),
        ({"qualification": "subspecialist", "specialty": "rheumatology"}, {}, REJECT),
        ({"qualification": "resident", "specialty": "pediatrics"}, {"admission_stamp": True}, []),
        ({"qualification": "resident", "specialty": "pediatrics"}, {"admission_stamp": False}, REJECT),
        ({"qualification": "resident", "specialty": "pediatrics"}, {}, QUERY),
        ({"qualification": "resident", "specialty": "dermatology"}, {}, REJECT),
        ({"qualification": "specialist", "specialty": None}, {}, QUERY),
    ],
)
def test_who_orders_hrct(prescriber, facts, effect):
    assert said(ordered("CT-04", prescriber, scan("T-HRCT", 800000), **facts), "CT-04") == effect


@pytest.mark.parametrize(
    ("sides", "left"), [(("left", "right"), 520000), (("left", "left"), 0), ((None, "left"), 0), (("both", "left"), 0)]
)
def test_three_dimensional_ct_by_side(sides, left):
    facts = {"facts": {"ct_slices": 16}}
    lines = scan("T-CTKNEE", 520000, side=sides[0]), scan("T-CTKNEE-3D", 980000, side=sides[1])

    assert approved(claimed("CT-05a", *lines, submission=facts)) == [left, 980000]


def test_three_dimensional_ct_leaves_special_kinds_of_its_region():
    lines = scan("T-HRCT", 800000), scan("T-CTCHEST-3D", 1100000), scan("T-CTCHEST-SP", 850000, spiral_ordered=True)
    prescriber = {"qualification": "subspecialist", "specialty": "pulmonology"}
    over = {"claim": {"prescriber": prescriber}, "submission": {"facts": {"ct_slices": 16}}}

    assert approved(claimed("CT-05a", *lines, **over)) == [800000, 1100000, 0]


@pytest.mark.parametrize(("trauma", "effect"), [(True, REJECT), (False, []), (None, QUERY)])
def test_bone_window_beside_a_ct(trauma, effect):
    window = scan("T-BONEWIN", 90000)
    over = {"facts": {"trauma_patient": trauma}}

    assert said(claimed("CT-06", BRAIN, window, claim=over), "CT-06") == effect
    assert said(claimed("CT-06", window, claim=over), "CT-06") == []


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([("T-CSPIRAL", 3, 1800000)], [600000]),
        ([("T-CSPIRAL", 1, 600000), ("T-CSPIRAL", 1, 600000)], [600000, 0]),
        ([("T-CSPIRAL", 1, 600000), ("T-LSPIRAL", 2, 1240000)], [600000, 620000]),
    ],
)
def test_spiral_spine_by_regions(lines, left):
    assert approved(claimed("CT-07", *(scan(code, amount, qty) for code, qty, amount in lines))) == left


def test_a_spiral_ct_is_asked_about_above_the_ordinary_price():
    assert said(claimed("CT-01b", scan("T-CTABD-SP", 700000)), "CT-01b") == []
    assert said(claimed("CT-01b", scan("T-CTABD-SP", 700001)), "CT-01b") == QUERY
    assert said(claimed("CT-01b", scan("702875", 1400000)), "CT-01b") == []


def simulated(amount, used=None, equipped=None, *, malignancy=True, base="imaging", code="T-CTBRAIN"):
    claim = {"patient": {"conditions": ["malignancy"] if malignancy else []}}
    line = scan(code, amount, ct_simulator=used, over={"section": "imaging"})
    return claimed("CT-08", line, base=base, claim=claim, submission={"facts": {"ct_simulator_equipped": equipped}})


@pytest.mark.parametrize(
    ("used", "equipped", "left", "rules"),
    [
        (True, True, 625000, {"GEN-15e"}),
        (True, False, 500000, {"CT-08"}),
        (False, True, 500000, {"GEN-15e"}),
        (False, None, 500000, {"GEN-15e"}),
        (None, False, 500000, {"GEN-15e"}),
        (None, True, 625000, {"GEN-15e", "CT-08"}),
        (True, None, 625000, {"GEN-15e", "CT-08"}),
        (None, None, 625000, {"GEN-15e", "CT-08"}),
    ],
)
def test_the_simulator_by_its_two_facts(used, equipped, left, rules):
    result = simulated(700000, used, equipped)

    assert (approved(result), cited(result, 1)) == ([left], rules)


def test_the_simulator_is_asked_about_only_above_the_plain_price():
    assert simulated(500000).queries == ()
    assert asked(simulated(500001), "CT-08") == {"ct_simulator", "ct_simulator_equipped"}
    assert marks(simulated(500001)) == [Mark.QUERY]
    assert cited(simulated(600000, malignancy=False), 1) == {"GEN-15e"}


def test_the_simulator_raises_the_price_of_another_code_too():
    assert approved(simulated(1600000, True, True, code="T-TRIPHASIC")) == [1500000]
    assert approved(simulated(1600000, True, False, code="T-TRIPHASIC")) == [1200000]


def test_the_simulator_concerns_no_claim_under_observation():
    assert approved(simulated(625000, True, True, base="inpatient")) == [625000]
    assert approved(simulated(625000, True, True, base="temporary")) == [500000]


ANESTHESIA = ("anesthesia_reason_noted", "anesthesia_sheet_stamped", "anesthesia_ordered_by_radiologist")
GIVEN_BY = {"performer": {"id": "30001", "qualification": "specialist", "specialty": "anesthesiology"}}


@pytest.mark.parametrize("beside", [BRAIN, scan("T-MRBRAIN", 1200000), scan("T-CTA", 1500000)])
@pytest.mark.parametrize("missing", ANESTHESIA)
def test_papers_of_anesthesia(beside, missing):
    def result(answer):
        facts = dict.fromkeys(ANESTHESIA, True) | {missing: answer}
        line = scan("T-ANES", 300000, over={"section": "anesthesia"} | GIVEN_BY, **facts)
        return claimed("CT-10a", beside, line, submission={"facts": {"ct_slices": 16}})

    assert said(result(True), "CT-10a") == []
    assert said(result(False), "CT-10a") == REJECT
    assert asked(result(None), "CT-10a") == {missing}


def test_anesthesia_without_ct_or_mri_is_not_looked_at():
    line = scan("T-ANES", 300000, over={"section": "anesthesia"})

    assert said(claimed("CT-10a", scan("T-CHEST", 60000), line), "CT-10a") == []
    assert said(claimed("CT-10b", scan("T-CHEST", 60000), line), "CT-10b") == []


@pytest.mark.parametrize(("specialty", "effect"), [("anesthesiology", []), ("general_surgery", REJECT), (None, QUERY)])
def test_who_gives_anesthesia(specialty, effect):
    performer = {key: value for key, value in {"id": "3", "specialty": specialty}.items() if value}
    line = scan("T-ANES", 300000, over={"section": "anesthesia", "performer": performer})

    assert said(claimed("CT-10b", BRAIN, line), "CT-10b") == effect
