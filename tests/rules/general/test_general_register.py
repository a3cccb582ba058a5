"""Every entry of the general part is known to the program, in the state that its logic asks for."""

from app.domain.rulebook import Decides
from app.rules.registry import REGISTRY, Place
from tests.catalogue.expansion import rulebook

GENERAL = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "general"}


def test_what_acts_or_is_silent_says_so():
    decided = {rule_id for rule_id, entry in GENERAL.items() if entry.decides is not Decides.PERSON}

    assert decided & set(REGISTRY.remarks) == set()
    assert all(REGISTRY.silent[rule_id] for rule_id in decided - REGISTRY.acting)


def test_remarks_at_the_desk_are_few():
    shown = {
        rule_id
        for rule_id in GENERAL
        if rule_id in REGISTRY.remarks and REGISTRY.remarks[rule_id].place is not Place.RULE_BOOK
    }

    assert shown == {"GEN-08q", "GEN-16b", "GEN-18a", "GEN-18c", "GEN-21d"}
