"""Every entry of articles 11 to 14, 16, 17 and 22 to 25 stands in exactly one state."""

from app.rules.areas import AREAS
from app.rules.registry import REGISTRY
from tests.catalogue.expansion import rulebook

PARTS = ("AST", "ORM", "DRG", "HIM", "HPT", "CHM", "GLO", "ACC", "SCP")
STATES = (REGISTRY.acting, frozenset(REGISTRY.remarks), frozenset(REGISTRY.silent))


def test_every_entry_stands_in_one_state():
    ids = [rule_id for rule_id in rulebook() if rule_id.partition("-")[0] in PARTS]
    states = {rule_id: sum(rule_id in state for state in STATES) for rule_id in ids}

    assert "app.rules.inpatient_services" in {area.__name__ for area in AREAS}
    assert len(ids) == 68
    assert {rule_id for rule_id, number in states.items() if number != 1} == set()
