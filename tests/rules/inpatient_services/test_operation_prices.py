"""Operations priced as another one, halved or ranked: what each fact leaves, with modifiers, units and full-time work."""

import pytest

from app.domain.findings import Mark
from tests.rules.claims import approved, asked, assess, cited, marks, said
from tests.rules.inpatient_services.stays import AREA, SURGEON, bill, operation, row

NEXT = "1395-03-06"


def done(code, amount, *modifiers, **facts):
    line = operation(code, amount)
    return line | {"modifiers": list(modifiers), "facts": line["facts"] | facts}


@pytest.mark.parametrize(
    ("amount", "kind", "left", "mark"),
    [
        (3_000_000, "malignant", 3_000_000, Mark.TICK),
        (3_000_000, "benign", 1_200_000, Mark.CIRCLE),
        (3_000_000, None, 3_000_000, Mark.QUERY),
        (1_200_001, None, 1_200_001, Mark.QUERY),
        (1_200_000, None, 1_200_000, Mark.TICK),
    ],
)
def test_a_benign_mass_is_paid_by_its_own_code_and_asked_for_where_that_pays_less(amount, kind, left, mark):
    result = bill("SUR-SKN-01b", done("SK01", amount, **({"mass_kind": kind} if kind else {})))

    assert (approved(result), marks(result)) == ([left], [mark])


@pytest.mark.parametrize(("kind", "waits"), [("benign", True), (None, True), ("malignant", False)])
def test_a_malignant_row_without_a_benign_code_asks_for_it(kind, waits):
    row_without = [
        {"code": "X1", "section": "surgery", "group": "mass_excision", "fee": 10, "attributes": {"mass": "malignant"}}
    ]
    line = done("X1", 10, **({"mass_kind": kind} if kind else {})) | {"no": 1}

    result = assess("SUR-SKN-01b", "inpatient", area=AREA, services=row_without, claim={"lines": [line]})

    assert (marks(result) == [Mark.QUERY]) == waits


BY_VALUE = [
    {
        "code": "X1",
        "section": "surgery",
        "group": "mass_excision",
        "rvu": {"total": 60, "professional": 40, "technical": 20, "anesthesia_base": 5},
        "attributes": {"mass": "malignant", "benign_code": "X2"},
    },
    {
        "code": "X2",
        "section": "surgery",
        "group": "mass_excision",
        "rvu": {"total": 30, "professional": 20, "technical": 10, "anesthesia_base": 5},
        "attributes": {"mass": "benign"},
    },
]


def test_a_surgeon_is_paid_the_professional_part_of_another_code_with_his_own_modifiers():
    alone = done("X1", 400_000, mass_kind="benign") | {"no": 1}
    doubled = done("X1", 800_000, "90", mass_kind="benign", full_time_geographic=True) | {"no": 1}
    second = [
        done("AS01", 500_000, incision="a") | {"no": 1},
        done("X1", 400_000, mass_kind="benign", incision="a") | {"no": 2},
    ]

    def left(*lines):
        return assess("SUR-SKN-01b", "inpatient", area=AREA, services=BY_VALUE, claim={"lines": list(lines)})

    assert approved(left(alone)) == [200_000]
    assert approved(left(doubled)) == [400_000]
    assert left(doubled).insurer_only == 200_000
    assert approved(left(*second)) == [500_000, 100_000]


@pytest.mark.parametrize(
    ("removed", "pathology", "left", "mark"),
    [
        (True, True, 4_000_000, Mark.TICK),
        (False, None, 2_000_000, Mark.CIRCLE),
        (None, False, 2_000_000, Mark.CIRCLE),
        (True, None, 4_000_000, Mark.QUERY),
        (None, None, 4_000_000, Mark.QUERY),
    ],
)
def test_a_radical_tonsillectomy_must_show_in_the_note_and_the_pathology(removed, pathology, left, mark):
    known = {"retromolar_removed": removed, "pathology_result_attached": pathology}
    line = done("DG01", 4_000_000, **{name: value for name, value in known.items() if value is not None})

    result = bill("SUR-DIG-01a", line)

    assert (approved(result), marks(result)) == ([left], [mark])


@pytest.mark.parametrize(
    ("amount", "implant", "left", "mark"),
    [
        (1_500_000, "k_wire", 500_000, Mark.CIRCLE),
        (1_500_000, "hip_prosthesis", 1_500_000, Mark.TICK),
        (1_500_000, "nail", 1_500_000, Mark.TICK),
        (1_500_000, "generic", 1_500_000, Mark.TICK),
        (1_500_000, None, 1_500_000, Mark.QUERY),
        (500_000, None, 500_000, Mark.TICK),
    ],
)
def test_an_implant_with_a_code_of_its_own_is_removed_by_that(amount, implant, left, mark):
    result = bill("SUR-ORT-05", done("OR09", amount, **({"removed_implant": implant} if implant else {})))

    assert (approved(result), marks(result)) == ([left], [mark])


def test_several_units_are_weighed_against_as_many_of_the_specific_code():
    cheap = done("OR09", 1_000_000, incision_count=2) | {"qty": 2}
    dear = done("OR09", 1_000_001, incision_count=2) | {"qty": 2}

    assert asked(bill("SUR-ORT-05", cheap), "SUR-ORT-05") == set()
    assert asked(bill("SUR-ORT-05", dear), "SUR-ORT-05") == {"removed_implant"}


@pytest.mark.parametrize(
    ("rule", "code", "section", "price"),
    [
        ("SUR-EYE-02", "EY04", "surgery", 8_000_000),
        ("SUR-EYE-03", "EY05", "service", 2_000_000),
        ("SUR-EYE-04", "EY06", "surgery", 800_000),
        ("SUR-EYE-05", "EY07", "surgery", 600_000),
        ("SUR-EYE-06", "EY08", "surgery", 1_500_000),
    ],
)
def test_eye_services_of_any_method_are_paid_by_one_code(rule, code, section, price):
    def paid(amount):
        return bill(rule, row(section, code, amount, operation_times_confirmed=True, side="left"))

    assert approved(paid(price + 1)) == [price]
    assert said(paid(price), rule) == []


def angiography(code, amount, qty=1, date="1395-03-05", **facts):
    return row("service", code, amount, qty=qty, over={"date": date, "performer": SURGEON}, **facts)


@pytest.mark.parametrize(
    ("coronary", "left"),
    [
        ([], 270_000),
        ([angiography("CV11", 355_000)], 135_000),
        ([angiography("CV11", 355_000, date=NEXT)], 270_000),
        ([angiography("CV11", 355_000, region="heart")], 270_000),
    ],
)
def test_a_peripheral_angiography_is_half_beside_a_coronary_one(coronary, left):
    result = bill("SUR-CVS-06a", angiography("CV12", 270_000, region="leg"), *coronary)

    assert approved(result)[0] == left


def test_half_is_of_the_price_whatever_was_claimed():
    coronary = angiography("CV11", 355_000)

    assert approved(bill("SUR-CVS-06a", angiography("CV12", 100_000), coronary))[0] == 100_000
    assert approved(bill("SUR-CVS-06a", angiography("CV12", 540_000, qty=2), coronary))[0] == 270_000


def study(code, amount, *, section="surgery", qty=1, date="1395-03-05", modifiers=(), **facts):
    keys = {"date": date, "modifiers": list(modifiers), "performer": SURGEON}
    return row(section, code, amount, qty=qty, over=keys, operation_times_confirmed=True, **facts)


@pytest.mark.parametrize("sections", [("surgery", "surgery", "surgery"), ("service", "surgery", "service")])
def test_studies_of_a_day_are_ranked_by_value_whatever_their_sections(sections):
    codes = (("UR05", 60_000), ("UR03", 100_000), ("UR04", 80_000))
    lines = [study(code, amount, section=section) for (code, amount), section in zip(codes, sections, strict=True)]

    result = bill("SUR-URO-03", *lines)

    assert approved(result) == [15_000, 100_000, 40_000]
    assert [("SUR-URO-03" in cited(result, no)) for no in (1, 2, 3)] == [True, False, True]
    assert asked(result, "MOD-51j") == set()


def test_no_incision_is_asked_for_where_studies_stand_beside_one_operation():
    result = bill("SUR-URO-03", study("UR03", 100_000), study("UR04", 80_000), done("AS03", 400_000))

    assert approved(result) == [80_000, 40_000, 400_000]
    assert asked(result, "MOD-51j") == set()


def test_units_of_a_study_are_ranked_singly_and_other_days_apart():
    several = bill("SUR-URO-03", study("UR03", 300_000, qty=3), study("UR04", 80_000))
    apart = bill("SUR-URO-03", study("UR03", 100_000), study("UR04", 80_000, date=NEXT))

    assert approved(several) == [175_000, 8_000]
    assert approved(apart) == [100_000, 80_000]


def test_a_study_with_a_fixed_fee_takes_no_part():
    fixed = [{"code": "X5", "section": "service", "group": "urodynamic", "fee": 90_000}]
    lines = [study("X5", 90_000, section="service"), study("UR03", 100_000), study("UR04", 80_000)]
    numbered = [line | {"no": no} for no, line in enumerate(lines, start=1)]

    result = assess("SUR-URO-03", "inpatient", area=AREA, services=fixed, claim={"lines": numbered})

    assert approved(result) == [90_000, 100_000, 40_000]


def test_the_rank_of_a_study_weighs_the_price_that_its_modifiers_left():
    small = study("UR04", 100_000, modifiers=("63",))

    assert approved(bill("SUR-URO-03", study("UR03", 100_000), small))[1] == 40_000


def test_each_repair_and_a_pacemaker_are_cited_where_modifier_51_took_from_them():
    tendons = bill("SUR-ORT-07", done("OR12", 600_000, incision="a") | {"qty": 3})
    pacemaker = bill("SUR-CVS-03a", done("CV04", 1_500_000, incision="a"), done("CV03", 400_000, incision="a"))

    assert approved(tendons) == [350_000]
    assert "SUR-ORT-07" in cited(tendons, 1)
    assert approved(pacemaker) == [1_500_000, 200_000]
    assert "SUR-CVS-03a" in cited(pacemaker, 2)
    assert said(bill("SUR-ORT-07", done("OR12", 200_000)), "SUR-ORT-07") == []


@pytest.mark.parametrize(("code", "noted"), [("SK40", True), ("SK41", False)])
def test_burn_codes_that_name_infants_leave_63_open(code, noted):
    line = done(code, 300_000, "63")

    result = bill("SUR-SKN-07", line, patient={"birth_date": "1395-01-01"})

    assert (said(result, "SUR-SKN-07") != []) == noted
    assert approved(result) == [300_000 if noted else 200_000]


@pytest.mark.parametrize(
    ("grade", "left", "waits"),
    [("excellent", 6_000_000, False), ("two", 5_800_000, False), ("three", 5_600_000, False), (None, 6_000_000, True)],
)
def test_a_septorhinoplasty_has_the_global_sum_of_a_septoplasty_for_the_grade(grade, left, waits):
    agreed = {"insurer_approved": True}

    result = bill(
        "SUR-RES-01b", operation("RS03", 10_000_000), facts=agreed, submission={"facts": {"accreditation_grade": grade}}
    )

    assert approved(result) == [left]
    assert ("accreditation_grade" in asked(result, "SUR-RES-01b")) == waits


MOTHER = {"sex": "female"}
PRIVATE = {"provider": {"sector": "private"}}


def caesarean(line, *others, indicated=False, submission=None):
    facts = {"cesarean_indicated": indicated}
    return bill("SUR-OBS-05", line, *others, patient=MOTHER, facts=facts, submission=submission)


@pytest.mark.parametrize(
    ("amount", "indicated", "left", "mark"),
    [
        (15_000_000, False, 14_800_000, Mark.CIRCLE),
        (14_800_000, False, 14_800_000, Mark.TICK),
        (14_800_001, None, 14_800_001, Mark.QUERY),
        (14_800_000, None, 14_800_000, Mark.TICK),
        (15_000_000, True, 15_000_000, Mark.TICK),
    ],
)
def test_a_global_caesarean_without_indication_loses_twenty_k(amount, indicated, left, mark):
    result = caesarean(row("global", "GL03", amount), indicated=indicated)

    assert (approved(result), marks(result)) == ([left], [mark])


@pytest.mark.parametrize(
    ("amount", "indicated", "left", "mark"),
    [
        (400_000, False, 200_000, Mark.CIRCLE),
        (200_000, False, 200_000, Mark.TICK),
        (200_001, None, 200_001, Mark.QUERY),
        (200_000, None, 200_000, Mark.TICK),
    ],
)
def test_in_a_private_hospital_half_of_the_surgeons_part_goes(amount, indicated, left, mark):
    result = caesarean(operation("OB03", amount), indicated=indicated, submission=PRIVATE)

    assert (approved(result), marks(result)) == ([left], [mark])


def test_half_is_of_what_modifier_51_left():
    lines = [done("OB03", 400_000, incision="a"), done("AS01", 500_000, incision="a")]

    assert approved(caesarean(*lines, submission=PRIVATE)) == [100_000, 500_000]


def test_half_of_a_full_time_surgeons_fee_stays_outside_the_patients_percent():
    line = done("OB03", 800_000, "90", full_time_geographic=True)
    second = done("AS01", 400_000, incision="b")

    result = caesarean(line | {"facts": line["facts"] | {"incision": "a"}}, second)

    assert approved(result)[0] == 320_000
    assert result.insurer_only == 160_000
