"""Every entry of the physicians' part is known to the program, in the state that its logic asks for."""

from app.domain.rulebook import Decides
from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase, Place
from tests.catalogue.expansion import rulebook
from tests.rules.physicians.office import office, service

PHYSICIANS = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "physicians"}


def test_what_a_person_decides_never_acts():
    persons = {rule_id for rule_id, entry in PHYSICIANS.items() if entry.decides is Decides.PERSON}

    assert persons == {rule_id for rule_id in REGISTRY.remarks if rule_id in PHYSICIANS}
    assert {REGISTRY.remarks[rule_id].place for rule_id in ("PHY-01", "PHY-04b")} == {Place.RULE_BOOK}


def test_what_neither_acts_nor_is_a_remark_says_why():
    silent = set(PHYSICIANS) - REGISTRY.acting - set(REGISTRY.remarks)

    assert silent == {"PHY-03a", "PHY-14a", "PHY-33", "PHY-39"}
    assert all(REGISTRY.silent[rule_id] for rule_id in silent)


def test_excluding_clauses_act_in_the_order_of_their_definition():
    order = [r.id for r in in_running_order(REGISTRY, rulebook()) if r.phase is Phase.EXCLUSION and r.id in PHYSICIANS]

    assert order == [
        f"PHY-{n}" for n in ["21", "23", "24", "27", "25", "36", "28", "06", "32", "34", "07", "13", "22", "08"]
    ]


def test_limits_inside_titles_are_shown_at_their_lines_only():
    result = office("GEN-15e", service("100100"), service("100020"))

    assert [(remark.rule, remark.line) for remark in result.remarks if remark.rule == "PHY-35"] == [("PHY-35", 1)]
