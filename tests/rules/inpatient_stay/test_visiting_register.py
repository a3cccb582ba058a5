"""Every entry on visits, consultations, services and limited surgery is known, in the state that its logic asks for."""

from app.domain.rulebook import Decides
from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase, Place
from tests.catalogue.expansion import rulebook

PARTS = {"VIS", "CNS", "HLB", "REC", "DLZ", "VAL", "LSC"}
ENTRIES = {rule_id: entry for rule_id, entry in rulebook().items() if rule_id.partition("-")[0] in PARTS}
SILENT = {
    "VIS-01", "VIS-10b", "CNS-05", "DLZ-01a", "DLZ-02a", "VAL-01a", "VAL-01b", "VAL-01c", "VAL-02a", "VAL-03", "LSC-03",
}  # fmt: skip


def order_in(phase: Phase, *steps: str) -> list[str]:
    return [rule.id for rule in in_running_order(REGISTRY, rulebook()) if rule.phase is phase and rule.id in steps]


def test_every_entry_is_registered():
    assert len(ENTRIES) == 76
    assert set(ENTRIES) - REGISTRY.ids == set()


def test_what_a_person_decides_never_acts():
    persons = {rule_id for rule_id, entry in ENTRIES.items() if entry.decides is Decides.PERSON}

    assert persons == set(ENTRIES) & set(REGISTRY.remarks)
    places = {rule_id: REGISTRY.remarks[rule_id].place for rule_id in persons}
    assert places == {"VIS-00": Place.RULE_BOOK, "VIS-12j": Place.LINE, "DLZ-04": Place.CLAIM}


def test_what_neither_acts_nor_is_a_remark_says_why():
    assert set(ENTRIES) - REGISTRY.acting - set(REGISTRY.remarks) == SILENT
    assert all(REGISTRY.silent[rule_id] for rule_id in SILENT)


def test_visits_are_counted_one_a_day_first_and_by_days_last():
    steps = ["VIS-02", "VIS-07a", "VIS-09", "VIS-12b", "VIS-12d", "VIS-13b", "VIS-13a"]

    assert order_in(Phase.QUANTITY, *steps) == steps


def test_an_invited_physician_of_the_house_is_one_before_the_limits_count_him():
    steps = ["CNS-08a", "CNS-08c", "CNS-03a", "CNS-03b"]

    assert order_in(Phase.QUANTITY, *steps) == steps


def test_prices_come_down_from_the_tariff_by_the_clause_of_the_kind():
    steps = ["GEN-15e", "NUR-01c", "VIS-12g", "VIS-12h", "VIS-06"]
    assert order_in(Phase.PRICE, *steps) == steps

    consultations = ["GEN-15e", "CNS-02", "CNS-03a", "CNS-03b"]
    assert order_in(Phase.PRICE, *consultations) == consultations

    sessions = ["GEN-15e", "DLZ-01c", "DLZ-01b"]
    assert order_in(Phase.PRICE, *sessions) == sessions


def test_readings_of_open_clauses_are_persian():
    readings = [entry.unclear for entry in ENTRIES.values() if entry.unclear]

    assert readings
    assert [reading for reading in readings if "the" in reading.split()] == []
