"""Every entry of the laboratory part is known to the program, in the state that its logic asks for."""

from app.rules.engine import in_running_order
from app.rules.laboratory.sets import COMPOSITIONS
from app.rules.registry import REGISTRY, Phase
from tests.catalogue.expansion import dictionary, rulebook
from tests.rules.laboratory.prescriptions import item, prescription

ENTRIES = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "laboratory"}


def running(phase):
    rules = in_running_order(REGISTRY, rulebook())
    return [rule.id for rule in rules if rule.phase is phase and rule.id in ENTRIES]


def test_counts_come_before_sets_and_these_before_admissions():
    quantity, exclusion = running(Phase.QUANTITY), running(Phase.EXCLUSION)

    assert quantity[:8] == ["LAB-07f", "LAB-07g", "LAB-07i", "LAB-07j", "LAB-09a", "LAB-09d", "LAB-11b", "LAB-11k"]
    assert quantity[-8:] == [f"LAB-{item}" for item in ("03", "01a", "01b", "12", "04j", "02b", "02a", "02c")]
    assert exclusion[:8] == [f"LAB-{item}" for item in ("04d", "04e", "04g", "04h", "07h", "11i", "08f", "09b")]


def test_only_the_repeated_duty_is_silent():
    assert set(ENTRIES) & set(REGISTRY.silent) == {"LAB-11j"}


def test_every_test_that_the_fact_may_name_has_its_codes_or_none_in_the_handbook():
    sets = rulebook().figures["genetic_tests"].values[0][1]
    composed = {test for composition in COMPOSITIONS for test in composition.tests} | {"her2_fish"}

    assert composed == set(sets)
    assert set(dictionary()["genetic_test"].values) - set(sets) == {"pcr_qualitative", "other"}


def shown(*lines, **over):
    result = prescription("LAB-06b", *lines, **over)
    return {(remark.rule, remark.line) for remark in result.remarks if remark.rule in ENTRIES}


def test_the_desk_shows_what_only_a_person_judges():
    assert shown(item("801415")) == set()
    assert shown({"code": "803160", "amount": 60000}) == {("LAB-06b", 1)}
    assert shown(item("805000"), item("805081")) == {("LAB-07b", None)}
    assert shown(item("805000"), item("805080")) == {("LAB-07b", None), ("LAB-07e", None)}
    assert shown(item("801415"), claim={"patient": {"conditions": ["malignancy"]}}) == {("LAB-11n", None)}
