"""Every entry of the physiotherapy part is known to the program, in the state that its logic asks for."""

from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase
from tests.catalogue.expansion import rulebook
from tests.rules.physiotherapy.courses import INTERNIST, course, session

ENTRIES = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "physiotherapy"}


def test_papers_come_before_the_number_that_was_ordered_and_the_limit():
    rules = in_running_order(REGISTRY, rulebook())
    quantity = [rule.id for rule in rules if rule.phase is Phase.QUANTITY and rule.id in ENTRIES]

    order = ("14a", "14b", "05a", "06a", "06b", "09a", "09c", "03a", "03b", "04", "19d")
    assert quantity == [f"PT-{item}" for item in order]


def test_only_the_permission_of_note_three_is_silent():
    assert set(ENTRIES) & set(REGISTRY.silent) == {"PT-19f"}


def shown(**over):
    result = course("PT-04", session(), **over)
    return {remark.rule for remark in result.remarks if remark.rule in ENTRIES}


def test_the_desk_shows_unrelated_specialists_and_other_prescribers():
    assert shown() == set()
    assert shown(claim={"prescriber": INTERNIST}) == {"PT-05b"}
    assert shown(claim={"prescriber": INTERNIST | {"qualification": "resident"}}) == {"PT-10b"}
