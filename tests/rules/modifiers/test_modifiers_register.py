"""Every entry on modifiers is known to the program, in the state that its logic asks for, and acts in its order."""

from app.domain.rulebook import Decides
from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase
from tests.catalogue.expansion import rulebook
from tests.rules.modifiers.bills import AREA

MODIFIERS = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == AREA}
CITED_FOR_THE_EXCESS = {"MOD-26a", "MOD-27a", "MOD-41b", "MOD-41d", "MOD-43a"}
COMPUTING = {
    *("MOD-01b", "MOD-02", "MOD-04a", "MOD-06a", "MOD-07", "MOD-25a", "MOD-39a", "MOD-39b", "MOD-40a"),
    *("MOD-42a", "MOD-42b", "MOD-42c", "MOD-42d", "MOD-42e", "MOD-46c", "MOD-51c", "MOD-51g", "MOD-51i"),
    *("MOD-80d", "MOD-90b", "MOD-95d"),
}


def test_every_entry_is_registered():
    assert set(MODIFIERS) <= REGISTRY.ids


def test_what_a_person_decides_is_a_remark():
    persons = {rule_id for rule_id, entry in MODIFIERS.items() if entry.decides is Decides.PERSON}

    assert persons == set(MODIFIERS) & set(REGISTRY.remarks)


def test_only_rules_that_compute_or_are_cited_for_an_excess_are_silent():
    assert set(MODIFIERS) & set(REGISTRY.silent) == COMPUTING | CITED_FOR_THE_EXCESS


def test_operations_are_brought_down_in_steps():
    order = [rule.id for rule in in_running_order(REGISTRY, rulebook()) if rule.phase is Phase.PRICE]
    steps = [
        *("MOD-01d", "GEN-15e", "MOD-51d", "MOD-51a", "MOD-51b", "MOD-51e", "MOD-51f", "MOD-51j"),
        *("MOD-46a", "MOD-46b", "MOD-46d", "MOD-53a", "MOD-63a", "MOD-80a", "MOD-85a", "MOD-85d", "MOD-90a"),
        *("MOD-95a", "MOD-95b", "MOD-95c", "MOD-44c"),
    ]

    assert [rule_id for rule_id in order if rule_id in steps] == steps
