"""Article 22, items 1, 2, 10 and 11: the price of a global line and what its modifiers add."""

import pytest

from app.domain.findings import Effect, Mark
from app.domain.reference import Reference
from app.files.pack_reader import pack_from_document
from app.services.audit import Auditor
from tests.catalogue.expansion import dictionary, rulebook
from tests.rules.claims import approved, area_packs, asked, cited, made, marks, said
from tests.rules.inpatient_services.stays import AREA, bill, row

SURGEON, ANESTHESIA, ROOM = 500_000, 108_000, 140_000
"""The parts of GL01: 50, 12 and 20 units at the test K of 10,000, 9,000 and 7,000."""
LIMITED = {"provider": {"kind": "limited_surgery_center", "sector": "private"}}
UNIVERSITY = {"provider": {"sector": "public_university"}}
RECOVERED = {
    "surgery_start": "1395-03-05T09:00",
    "surgery_end": "1395-03-05T11:00",
    "recovery_minutes": 45,
    "recovery_times_recorded": True,
    "moved_to_special_care": False,
    "anesthesia_method": "general",
}


def graded(grade):
    return {"facts": {"accreditation_grade": grade}}


def line(amount, *modifiers, code="GL01", qty=1, **facts):
    return row("global", code, amount, qty, {"modifiers": list(modifiers)}, **facts)


@pytest.mark.parametrize(
    ("grade", "price"),
    [("excellent", 10_000_000), ("one_plus", 10_000_000), ("two", 9_600_000), ("three", 9_200_000)],
)
def test_the_sum_is_that_of_the_grade(grade, price):
    result = bill("GLO-01", line(10_000_001), submission=graded(grade))

    assert approved(result) == [price]
    assert cited(result, 1) == {"GEN-15e", "GLO-01"}


def test_a_grade_without_a_fee_is_asked_for_as_a_code_without_price():
    result = bill("GLO-01", line(10_000_000), submission=graded("substandard"))

    assert cited(result, 1) == {"GEN-25"}


@pytest.mark.parametrize(("amount", "asks"), [(9_200_000, set()), (9_200_001, {"accreditation_grade"})])
def test_an_unknown_grade_is_asked_for_above_the_lowest_sum(amount, asks):
    assert asked(bill("GLO-01", line(amount), submission=graded(None)), "GLO-01") == asks


def test_what_is_added_stands_above_every_grade():
    facts = {"full_time_roles": ["surgeon"]}
    result = bill("GLO-01", line(9_200_000 + SURGEON, "90", **facts), submission=graded(None))

    assert asked(result, "GLO-01") == set()


def test_a_limited_surgery_centre_whose_packs_lack_the_stay_is_asked_for_it():
    fee = {"key": "global/GL01/grade1", "rial": 9_000_000, "from": "1395-01-01"}
    others = [fee | {"key": f"global/GL01/grade{grade}", "rial": 8_000_000} for grade in (2, 3)]
    pack = pack_from_document({"name": "without stay", "issued_on": "1395-01-01", "fees": [fee, *others]})
    judge = Auditor(Reference([*area_packs(AREA), pack]), rulebook(), dictionary())
    file = made("GLO-02b", "inpatient", claim={"lines": [line(10_000_000)]}, submission=LIMITED)
    (result,) = judge.audit(file)

    assert approved(result) == [9_000_000]
    assert Effect.QUERY in said(result, "GLO-02b")


def test_a_limited_surgery_centre_is_never_asked_for_its_grade():
    result = bill("GLO-02b", line(8_000_001), submission=LIMITED | graded(None))

    assert approved(result) == [8_000_000]
    assert {"GEN-15e", "GLO-02b"} <= cited(result, 1)
    assert "GLO-01" not in cited(result, 1)


@pytest.mark.parametrize(
    ("born", "added"),
    [
        ("1394-09-05", 0.50),
        ("1394-09-04", 0.25),
        ("1392-03-06", 0.25),
        ("1392-03-05", 0),
    ],
)
def test_63_adds_by_the_age_at_admission(born, added):
    result = bill("GLO-10a", line(11_000_000, "63"), patient={"birth_date": born})

    assert approved(result) == [10_000_000 + int(added * (SURGEON + ANESTHESIA + ROOM))]
    assert ("MOD-63b" in cited(result, 1)) is (added == 0)


def test_63_of_a_patient_without_a_birth_date_counts_as_an_infants_and_asks():
    result = bill("GLO-10a", line(11_000_000, "63"), patient={"birth_date": None})

    assert approved(result) == [10_000_000 + (SURGEON + ANESTHESIA + ROOM) // 2]
    assert "birth_date" in asked(result, "GLO-10a")


def test_a_modifier_that_no_rial_of_the_claim_hangs_on_is_not_asked_for():
    assert asked(bill("GLO-10a", line(10_000_000, "85")), "GLO-10a") == set()
    assert asked(bill("GLO-10a", line(10_000_001, "85")), "GLO-10a") == {"technology"}


def test_85_counts_once_and_only_for_a_device():
    result = bill("GLO-10a", line(11_000_000, "85", "85", technology=["microscope"]))

    assert approved(result) == [10_000_000 + (SURGEON + ROOM) // 5]
    assert "MOD-85a" in cited(bill("GLO-10a", line(11_000_000, "85", technology=[])), 1)


@pytest.mark.parametrize(
    ("minutes", "units"), [("T09:29", 0), ("T09:30", 1), ("T10:29", 1), ("T10:30", 2), ("T12:29", 3), ("T18:00", 4)]
)
def test_39_adds_an_anesthesia_unit_for_an_hour_of_surgery(minutes, units):
    facts = RECOVERED | {"surgery_end": f"1395-03-05{minutes}"}
    result = bill("GLO-10a", line(11_000_000, "39", **facts))

    assert approved(result) == [10_000_000 + units * 9_000]
    assert ("MOD-39h" in cited(result, 1)) is (units == 0)


@pytest.mark.parametrize(
    ("fact", "value", "rule"),
    [
        ("recovery_minutes", 29, "MOD-39c"),
        ("anesthesia_method", "local", "MOD-39d"),
        ("moved_to_special_care", True, "MOD-39e"),
        ("recovery_times_recorded", False, "MOD-39g"),
    ],
)
def test_39_falls_by_the_clauses_of_recovery(fact, value, rule):
    result = bill("GLO-10a", line(11_000_000, "39", **(RECOVERED | {fact: value})))

    assert approved(result) == [10_000_000]
    assert {"GLO-10a", rule} <= cited(result, 1)


def test_39_without_the_times_of_surgery_stands_at_the_ceiling_and_asks():
    facts = {name: value for name, value in RECOVERED.items() if not name.startswith("surgery_")}
    result = bill("GLO-10a", line(11_000_000, "39", **facts), submission={"facts": {"recovery_equipped": True}})

    assert approved(result) == [10_036_000]
    assert asked(result, "GLO-10a") == {"surgery_start", "surgery_end"}


@pytest.mark.parametrize(
    ("factor", "added"), [(1.0, 0), (1.5, 304_000), (2.0, 608_000), (2.5, 608_000), (None, 608_000)]
)
def test_95_adds_the_towns_factor_of_surgeon_and_anesthesia(factor, added):
    result = bill("GLO-10a", line(20_000_000, "95"), submission={"facts": {"deprivation_factor": factor}})

    assert approved(result) == [10_000_000 + added]
    assert result.totals.patient_share == 1_000_000
    assert ("deprivation_factor" in asked(result, "GLO-10a")) is (factor is None)


def test_95_adds_nothing_to_a_day_case():
    submission = {"facts": {"deprivation_factor": 2}}
    result = bill("GLO-10a", line(20_000_000, "95"), base="temporary", submission=submission)

    assert approved(result) == [10_000_000]


def test_90_and_95_stand_beside_each_other():
    submission = {"facts": {"deprivation_factor": 2}} | UNIVERSITY
    facts = {"full_time_roles": ["surgeon", "anesthesiologist"]}
    result = bill("GLO-11", line(20_000_000, "90", "95", **facts), submission=submission)

    assert approved(result) == [10_000_000 + 2 * (SURGEON + ANESTHESIA)]
    assert result.totals.patient_share == 1_000_000


@pytest.mark.parametrize(("roles", "added"), [([], 0), (["anesthesiologist"], ANESTHESIA), (["newborn_physician"], 0)])
def test_90_adds_the_second_k_of_those_who_are_full_time(roles, added):
    result = bill("GLO-11", line(20_000_000, "90", full_time_roles=roles), submission=UNIVERSITY)

    assert approved(result) == [10_000_000 + added]
    assert "GLO-11" in cited(result, 1)


def test_90_outside_the_universities_asks_nothing_and_adds_nothing():
    result = bill("GLO-11", line(20_000_000, "90"), submission={"provider": {"sector": "public_other"}})

    assert approved(result) == [10_000_000]
    assert asked(result, "GLO-11") == set()
    assert {"GLO-11", "MOD-90a"} <= cited(result, 1)


def test_additions_are_not_compounded_and_every_one_is_unfolded():
    facts = {"technology": ["laparoscope"]}
    result = bill("GLO-10a", line(20_000_000, "63", "85", **facts), patient={"birth_date": "1394-10-05"})

    assert approved(result) == [10_000_000 + (SURGEON + ANESTHESIA + ROOM) // 2 + (SURGEON + ROOM) // 5]
    unfolded = {step.caption.partition("،")[0]: step.expression for step in result.lines[0].steps}
    assert unfolded["افزوده کد ۶۳"] == "۵۰٪ × (۵۰ × ۱۰٬۰۰۰ + ۱۲ × ۹٬۰۰۰ + ۲۰ × ۷٬۰۰۰)"
    assert unfolded["افزوده کد ۸۵"] == "۲۰٪ × (۵۰ × ۱۰٬۰۰۰ + ۲۰ × ۷٬۰۰۰)"


def test_other_modifiers_add_nothing_and_are_no_multiple_of_the_sum():
    assert approved(bill("GLO-10a", line(20_000_000, "51", "80", "86"))) == [10_000_000]


def test_a_midwifes_birth_is_paid_by_its_code():
    midwife = {"performer": {"id": "33001", "qualification": "midwife"}}
    birth = row("global", "GL04", 8_000_000, over=midwife)
    result = bill("GLO-01", birth, row("drug", "DR04", 1_000_000), patient={"sex": "female"})

    assert approved(result) == [3_000_000, 1_000_000]
    assert marks(result) == [Mark.CIRCLE, Mark.TICK]


@pytest.mark.parametrize(("by", "named"), [("midwife", False), ("specialist", True)])
def test_a_limited_surgery_centre_loses_the_stay_of_a_sum_and_a_midwifes_birth_has_none(by, named):
    birth = row("global", "GL04", 8_000_000, over={"performer": {"id": "33001", "qualification": by}})
    centre = {"provider": {"kind": "limited_surgery_center"}}

    assert ("LSC-02" in cited(bill("SUR-OBS-04", birth, submission=centre), 1)) is named


def test_without_a_k_in_the_packs_nothing_is_added_and_the_packs_are_asked_for():
    file = made("GLO-10a", "inpatient", claim={"lines": [line(11_000_000, "85", technology=["laser"])]})
    _base, services = area_packs(AREA)
    (result,) = Auditor(Reference([services]), rulebook(), dictionary()).audit(file)

    assert approved(result) == [10_000_000]
    assert Effect.QUERY in said(result, "GLO-10a")
