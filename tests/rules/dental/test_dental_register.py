"""Every entry of the dental part is known to the program, in the state that its logic asks for."""

import pytest

from app.domain.findings import Effect
from app.rules.engine import in_running_order
from app.rules.registry import REGISTRY, Phase
from tests.catalogue.expansion import rulebook
from tests.rules.claims import said
from tests.rules.dental.chair import dentist, done

DENTAL = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "dental"}
ORDER = {
    Phase.ADMISSIBILITY: ["DEN-01", "DEN-09b"],
    Phase.COVER: ["DEN-07", "DEN-05b", "DEN-05c", "DEN-03a", "DEN-09a", "DEN-10a", "DEN-11a", "DEN-11b", "DEN-13d"],
    Phase.EXCLUSION: ["DEN-03d", "DEN-08", "DEN-12", "DEN-13b"],
    Phase.QUANTITY: ["DEN-02", "DEN-03b", "DEN-06a", "DEN-10b", "DEN-13a", "DEN-13b", "DEN-13c", "DEN-14", "DEN-15"],
    Phase.PRICE: ["DEN-03c", "DEN-04a", "DEN-04b", "DEN-04c", "DEN-05a", "GEN-15e"],
}


def test_what_neither_acts_nor_is_a_remark_says_why():
    silent = set(DENTAL) - REGISTRY.acting - set(REGISTRY.remarks)

    assert silent == {"DEN-03e", "DEN-16"}
    assert all(REGISTRY.silent[rule_id] for rule_id in silent)


@pytest.mark.parametrize("phase", ORDER)
def test_clauses_act_in_the_order_of_their_conventions(phase):
    wanted = {*DENTAL, "GEN-15e"} if phase is Phase.PRICE else set(DENTAL)
    order = [r.id for r in in_running_order(REGISTRY, rulebook()) if r.phase is phase and r.id in wanted]

    assert order == ORDER[phase]


@pytest.mark.parametrize(("born", "shown"), [("1380-03-05", [1]), ("1380-03-06", []), (None, [])])
def test_an_age_beyond_the_target_groups_is_shown_beside_sealant_fluoride_and_varnish(born, shown):
    result = dentist("DEN-16", done("D23"), done("D36"), claim={"patient": {"birth_date": born}})

    assert [remark.line for remark in result.remarks if remark.rule == "DEN-13e"] == shown


@pytest.mark.parametrize(("charged", "effects"), [(True, [Effect.REFER]), (False, []), (None, [])])
def test_materials_charged_to_the_patient_are_told_where_somebody_saw_it(charged, effects):
    result = dentist("DEN-09b", done("D36"), claim={"facts": {"materials_charged_to_patient": charged}})

    assert said(result, "DEN-09b") == effects
