"""Every entry on stays, papers, beds and nursing is known to the program, in the state that its logic asks for."""

from app.domain.rulebook import Decides
from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase, Place
from tests.catalogue.expansion import rulebook

PARTS = {"HOS", "SHR", "DOC", "ADM", "BED", "NUR"}
ENTRIES = {
    rule_id: entry
    for rule_id, entry in rulebook().items()
    if entry.area == "inpatient_stay" and rule_id.partition("-")[0] in PARTS
}
SILENT = {
    "HOS-01", "HOS-03", "HOS-04", "SHR-01a", "SHR-01b", "SHR-04a", "SHR-04b", "SHR-05", "DOC-14", "ADM-04a", "ADM-05",
    "BED-01", "BED-04a", "BED-04f", "BED-04h", "BED-04i", "BED-14e", "BED-15b", "BED-17b", "NUR-01b", "NUR-02b",
    "NUR-03", "NUR-05",
}  # fmt: skip


def test_every_entry_is_registered():
    assert len(ENTRIES) == 117
    assert set(ENTRIES) - REGISTRY.ids == set()


def test_what_a_person_decides_never_acts():
    persons = {rule_id for rule_id, entry in ENTRIES.items() if entry.decides is Decides.PERSON}

    assert persons == set(ENTRIES) & set(REGISTRY.remarks)
    assert {REGISTRY.remarks[rule_id].place for rule_id in ("HOS-02", "BED-04j")} == {Place.CLAIM}
    assert REGISTRY.remarks["SHR-03b"].place is Place.LINE


def test_what_neither_acts_nor_is_a_remark_says_why():
    assert set(ENTRIES) - REGISTRY.acting - set(REGISTRY.remarks) == SILENT
    assert all(REGISTRY.silent[rule_id] for rule_id in SILENT)


def test_a_bed_is_brought_down_in_steps_and_its_nursing_after_it():
    order = [r.id for r in in_running_order(REGISTRY, rulebook()) if r.phase is Phase.PRICE]
    steps = ["GEN-15e", "BED-03", "BED-09", "BED-10", "BED-12a", "BED-14c", "BED-15a", "NUR-01", "NUR-04", "SHR-02a"]

    assert [rule_id for rule_id in order if rule_id in steps] == steps


def test_days_are_cut_in_the_order_of_their_reasons():
    order = [r.id for r in in_running_order(REGISTRY, rulebook()) if r.phase is Phase.QUANTITY]
    steps = ["BED-02a", "BED-02b", "BED-11", "BED-14a", "BED-14b"]

    assert [rule_id for rule_id in order if rule_id in steps] == steps


def test_readings_of_open_clauses_are_persian():
    readings = [entry.unclear for entry in ENTRIES.values() if entry.unclear]

    assert readings
    assert [reading for reading in readings if "the" in reading.split()] == []
