"""Article 22, items 3 to 10: what leaves the global tariff, what the sum holds, and the cap of an itemised bill."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, cited, marks, said
from tests.rules.inpatient_services.stays import bill, item, operation, row

SUM = row("global", "GL01", 10_000_000)
DRUG = row("drug", "DR01", 50_000)
MOTHER = {"patient": {"sex": "female"}, "facts": {"cesarean_indicated": True}}


def bed(kind, days=1, amount=1_000_000, **facts):
    known = {"bed_kind": kind} if kind else {}
    return row("hotel", None, amount, days, **known, **facts)


def left(result):
    """Return the marks of a global line and of the drug beside it: what the drug shows is whether the claim is global."""
    return marks(result)[0], marks(result)[-1]


IN_SUM, ITEMISED = (Mark.TICK, Mark.ZERO), (Mark.QUERY, Mark.TICK)


def test_two_units_of_a_global_operation_are_two():
    result = bill("GLO-06a", row("global", "GL01", 20_000_000, 2), DRUG)

    assert left(result) == ITEMISED
    assert cited(result, 1) == {"GLO-06a"}


@pytest.mark.parametrize(("modifiers", "marks_expected"), [(["60"], IN_SUM), ([], ITEMISED)])
def test_a_standby_is_no_second_operation(modifiers, marks_expected):
    assert left(bill("GLO-06b", SUM, operation("OT10", 4_000_000, modifiers=modifiers), DRUG)) == marks_expected


@pytest.mark.parametrize("kind", ["icu", "picu", "ricu", "bicu", "nicu", "ccu"])
def test_special_care_leaves_the_tariff(kind):
    result = bill("GLO-06c", SUM, bed(kind), DRUG)

    assert left(result) == ITEMISED
    assert "GLO-06c" in cited(result, 1)


@pytest.mark.parametrize("kind", ["post_ccu", "isolation", None])
def test_other_beds_and_an_unread_one_are_inside_the_sum(kind):
    assert left(bill("GLO-06c", SUM, bed(kind), DRUG)) == IN_SUM


def test_a_repeat_leaves_the_tariff_but_for_a_caesarean():
    repeated = {"modifiers": ["53"]}
    assert left(bill("GLO-10b", SUM | repeated, DRUG)) == ITEMISED
    caesarean = row("global", "GL03", 15_000_000, over=repeated)
    assert left(bill("GLO-10b", caesarean, DRUG, **MOTHER)) == IN_SUM


def test_a_global_operation_that_is_itself_the_only_one_is_no_trouble_of_another():
    assert said(bill("GLO-07", SUM | {"facts": {"complication_of_operation": True}}), "GLO-07") == []


@pytest.mark.parametrize(("date", "effects"), [("1395-03-05", []), ("1395-03-06", [Effect.QUERY])])
def test_an_operation_of_a_later_day_is_asked_for_its_cause(date, effects):
    result = bill("GLO-07", SUM, operation("OT11", 3_500_000, date=date))

    assert said(result, "GLO-07") == effects


def test_an_operation_known_to_be_none_asks_nothing():
    later = operation("OT11", 3_500_000, date="1395-03-06", facts={"complication_of_operation": False})

    assert said(bill("GLO-07", SUM, later), "GLO-07") == []


@pytest.mark.parametrize(
    ("section", "code", "stays"),
    [
        ("imaging", "HI02", True),
        ("service", "900800", True),
        ("service", "OT03", True),
        ("nuclear", "HI05", True),
        ("imaging", "HI03", False),
        ("recording", "HI08", False),
        ("pathology", "LB02", False),
        ("physiotherapy", "901636", True),
    ],
)
def test_the_two_lists_of_the_sum(section, code, stays):
    facts = {"performer_present": True, "minutes": 60, "ward": "normal"}
    result = bill("GLO-05a", SUM, row(section, code, 10_000, **facts))

    assert (marks(result)[1] is not Mark.ZERO) is stays


def test_what_neither_list_names_is_shown_to_a_person():
    result = bill(
        "GLO-05a", SUM, row("physiotherapy", "901636", 150_000, minutes=30), row("imaging", "HI02", 1_200_000)
    )

    assert [(remark.rule, remark.line) for remark in result.remarks if remark.rule == "GLO-04b"] == [("GLO-04b", 2)]


def test_the_analgesia_of_a_birth_is_added_and_every_other_anesthesia_is_inside():
    birth = row("global", "GL04", 8_000_000)
    result = bill("GLO-05b", birth, row("anesthesia", "OB10", 1_000_000), row("anesthesia", "AN01", 900_000), **MOTHER)

    assert approved(result) == [8_000_000, 1_000_000, 0]


def test_a_mesh_by_its_title_is_judged_as_one():
    incisional = row("global", "GL05", 11_000_000)
    mesh = item("مش پرولن", 1_000_000, section="supply")

    assert approved(bill("GLO-03b", incisional, mesh))[1] == 1_000_000
    assert cited(bill("GLO-03b", SUM, mesh), 2) == {"GLO-03b"}


def itemised(*lines, rule="GLO-08", code="DG20", amount=8_000_000, submission=None, **over):
    claim = {name: over.pop(name) for name in ("patient", "facts") if name in over}
    return bill(rule, operation(code, amount, **over), *lines, submission=submission, **claim)


def drugs(millions):
    return row("drug", "DR04", millions * 1_000_000, millions)


def test_the_last_line_bears_the_excess_whatever_stands_outside_the_sum():
    result = itemised(row("lab", "LB01", 60_000), drugs(2), row("imaging", "HI02", 1_200_000))

    assert approved(result) == [8_000_000, 60_000, 1_940_000, 1_200_000]
    assert cited(result, 3) == {"GLO-08"}


def test_two_units_of_an_operation_are_two_and_stay_itemised():
    assert approved(bill("GLO-08", row("surgery", "DG20", 16_000_000, 2), drugs(9)))[1] == 9_000_000


@pytest.mark.parametrize(("recurrence", "left"), [(True, 9_000_000), (False, 2_000_000)])
def test_a_repeat_stays_itemised_where_it_holds(recurrence, left):
    facts = {"recurrence_after_followup": recurrence, "previous_operation_discharge": "1394-01-01"}
    repeated = row("surgery", "DG20", 8_000_000, over={"modifiers": ["53"]}, **facts)

    assert approved(bill("GLO-08", repeated, drugs(9)))[1] == left


def test_an_unknown_grade_asks_at_the_lines_that_it_would_change():
    result = itemised(drugs(1), row("lab", "LB01", 60_000), submission={"facts": {"accreditation_grade": None}})

    assert asked(result, "GLO-08") == set()
    result = itemised(drugs(3), row("lab", "LB01", 60_000), submission={"facts": {"accreditation_grade": None}})
    assert approved(result) == [8_000_000, 2_000_000, 0]
    assert {finding.line for finding in result.queries if finding.rule == "GLO-08"} == {2}


@pytest.mark.parametrize(
    ("sector", "kind", "capped"),
    [
        ("public_university", "hospital", True),
        ("public_other", "hospital", True),
        ("private", "hospital", False),
        ("charity", "hospital", False),
    ],
)
def test_births_are_global_in_public_hospitals(sector, kind, capped):
    submission = {"provider": {"sector": sector, "kind": kind}}
    result = itemised(drugs(10), code="OB02", amount=6_000_000, submission=submission, **MOTHER)

    assert (approved(result)[1] < 10_000_000) is capped


def test_other_operations_are_global_in_every_sector():
    assert approved(itemised(drugs(3), submission={"provider": {"sector": "private"}})) == [8_000_000, 2_000_000]


def test_without_indication_the_cap_of_a_caesarean_falls_and_an_unknown_one_asks():
    refused = {"patient": {"sex": "female"}, "facts": {"cesarean_indicated": False}}
    assert approved(itemised(drugs(9), code="OB02", amount=6_000_000, **refused))[1] == 8_800_000
    unread = {"patient": {"sex": "female"}, "facts": {"cesarean_indicated": None}}
    result = itemised(drugs(9), code="OB02", amount=6_000_000, **unread)
    assert marks(result)[1] is Mark.QUERY
    assert approved(result)[1] == 9_000_000


def test_the_second_k_of_the_operation_raises_the_cap():
    paid = operation("OB03", 800_000, modifiers=["90"]) | {
        "facts": {"full_time_geographic": True, "operation_times_confirmed": True}
    }
    result = bill("GLO-08", paid, drugs(15), **MOTHER)

    assert sum(approved(result)) == 15_000_000 + 400_000
    assert approved(result)[0] == 800_000


def test_a_day_case_of_a_hospital_bears_the_inpatient_share():
    hernia = row("global", "GL06", 7_000_000)
    for kind, share in (("hospital", 700_000), ("clinic", 2_100_000)):
        result = bill("GLO-09", hernia, base="temporary", submission={"provider": {"kind": kind}})
        assert result.totals.patient_share == share
        assert said(result, "GLO-09") == ([Effect.NOTE] if kind == "hospital" else [])
