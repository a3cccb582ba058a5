"""Every entry of the radiotherapy part is known to the program, in the state that its logic asks for."""

import pytest

from app.domain.dates import JalaliDate
from app.domain.rulebook import Decides
from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase, Place
from tests.catalogue.expansion import rulebook
from tests.rules.radiotherapy.courses import course, done

RADIOTHERAPY = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "radiotherapy"}
SILENT = {"RT-05b", "RT-13a", "RT-14", "RT-16b", "RT-16c", "RT-19b", "RT-21d"} | {f"RT-23{part}" for part in "bcde"}


def test_what_a_person_decides_never_acts():
    persons = {rule_id for rule_id, entry in RADIOTHERAPY.items() if entry.decides is Decides.PERSON}

    assert persons == set(RADIOTHERAPY) & set(REGISTRY.remarks)
    assert REGISTRY.remarks["RT-16d"].place is Place.RULE_BOOK


def test_what_neither_acts_nor_is_a_remark_says_why():
    assert set(RADIOTHERAPY) - REGISTRY.acting - set(REGISTRY.remarks) == SILENT
    assert all(REGISTRY.silent[rule_id] for rule_id in SILENT)


def test_fields_are_brought_down_in_steps():
    order = [r.id for r in in_running_order(REGISTRY, rulebook()) if r.phase is Phase.PRICE]
    steps = ["GEN-15e", "RT-13b", "RT-13c", "RT-13d", "RT-13f", "RT-09c", "RT-13g", "RT-22b"]

    assert [rule_id for rule_id in order if rule_id in steps] == steps


def test_the_table_of_fields_adds_up():
    table = rulebook().figure("field_table", JalaliDate(1395, 3, 1))

    assert len(table) == 38
    for region, row in table.items():
        (fields, sessions), (more, further) = row["phase1"], row["phase2"]
        assert fields * sessions + more * further == row["total"], region


@pytest.mark.parametrize(("beside", "shown"), [([], [1]), ([done("705510")], [])])
def test_other_services_are_shown_insertion_codes_only_without_a_procedure(beside, shown):
    insertion = done("602365", over={"code": "709350", "section": "service"})
    result = course("RT-02b", insertion, *beside)

    assert [remark.line for remark in result.remarks if remark.rule == "RT-02b"] == shown
