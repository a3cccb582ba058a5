"""Every entry of the physiotherapy part is known to the program, in the state that its logic asks for."""

import re

from app.domain.facts import FactKind
from app.domain.rulebook import Decides
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.rules.areas import AREAS
from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase
from tests.catalogue.expansion import dictionary, rulebook
from tests.rules.physiotherapy.courses import INTERNIST, course, session

ENTRIES = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "physiotherapy"}

LATIN_WORD = re.compile("[a-z]{2}")


def test_every_entry_is_registered():
    assert AREAS
    assert len(ENTRIES) == 35
    assert set(ENTRIES) - REGISTRY.ids == set()


def test_readings_of_open_clauses_are_persian():
    readings = [entry.unclear for entry in ENTRIES.values() if entry.unclear]

    assert readings
    assert [reading for reading in readings if LATIN_WORD.search(reading)] == []


def test_every_coded_answer_that_a_rule_asks_for_has_a_persian_name():
    facts = {fact for entry in ENTRIES.values() for fact in entry.facts if dictionary()[fact].kind is FactKind.ENUM}
    names = read_yaml(resource("desk", "values.yaml"))

    assert facts
    assert [(fact, value) for fact in facts for value in dictionary()[fact].values if value not in names[fact]] == []


def test_what_a_person_decides_never_acts():
    persons = {rule_id for rule_id, entry in ENTRIES.items() if entry.decides is Decides.PERSON}

    assert persons == {"PT-05b", "PT-10b", "PT-13"}
    assert persons & REGISTRY.acting == set()


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
