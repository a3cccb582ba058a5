"""Genetic tests: what a line belongs to, what makes up a fee, and what falls or waits with the main code."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, cited, marks, said, waiting
from tests.rules.laboratory.prescriptions import item, prescription, stay

OK = {"insurer_approved": True}
KARYOTYPE = OK | {"karyotype_indication": "syndrome"}
GENOTYPE = {"genetic_test": "rna_genotype"}
JAK2 = {"genetic_test": "jak2"}


def test_a_code_in_the_sets_of_two_tests_of_the_claim_belongs_to_neither():
    lines = [item("805000"), item("805010", **JAK2), item("805080")]
    result = prescription("LAB-07o", *lines, facts=OK)

    assert waiting(result, "LAB-07o") == {1: ("genetic_test",)}


def test_the_fact_wins_over_the_pack_row():
    result = prescription("LAB-07o", item("805080", genetic_test="other"), facts={"insurer_approved": False})

    assert approved(result) == [550000]


def test_each_member_is_paid_once_for_every_main_code():
    lines = [item("805005", 2), item("805005", 2), item("805079"), item("805082"), item("805082")]
    result = prescription("LAB-07k", *lines, facts=OK)

    assert approved(result) == [400000, 0, 600000, 450000, 0]


def test_members_without_any_main_code_are_paid_once():
    assert approved(prescription("LAB-11f", item("805000", 2, **JAK2))) == [150000]


def test_of_the_qualitative_pcrs_of_a_genotype_the_dearest_stays():
    lines = [item("805090", **GENOTYPE), item("805104", **GENOTYPE), item("805055", **GENOTYPE)]
    result = prescription("LAB-07m", *lines)

    assert approved(result) == [0, 310000, 170000]
    assert said(result, "LAB-07m") == [Effect.REJECT]


def test_members_fall_under_the_rules_that_refused_their_main_code():
    lines = [item("805000", **JAK2), item("805010", report_attached=False, **JAK2), item("L-CBC")]
    result = prescription("LAB-11f", *lines)

    assert approved(result) == [0, 0, 40000]
    assert cited(result, 1) == cited(result, 2) == {"GEN-19", "LAB-05c"}


def test_members_of_two_main_codes_stand_while_one_of_them_does():
    lines = [item("805005", 2), item("805079", report_attached=False), item("805082")]
    result = prescription("LAB-07k", *lines, facts=OK)

    assert approved(result) == [200000, 0, 450000]
    assert cited(result, 1) == {"LAB-07k"}


def test_members_wait_with_a_main_code_in_question_only_where_they_would_be_cut():
    one = prescription("LAB-05c", item("805000"), item("805010", report_attached=None, **JAK2))
    spare = [item("805005"), item("805079", report_attached=None), item("805082")]
    two = prescription("LAB-05c", *spare, facts=OK)

    assert marks(one) == [Mark.QUERY, Mark.QUERY]
    assert [finding.needs is not None for finding in one.findings_of(1)] == [True]
    assert marks(two) == [Mark.TICK, Mark.QUERY, Mark.TICK]


def test_members_do_not_wait_for_a_main_code_that_another_line_holds():
    lines = [item("805000", 2, **JAK2), item("805010", report_attached=None, **JAK2), item("805010", **JAK2)]
    result = prescription("LAB-05c", *lines)

    assert marks(result) == [Mark.CIRCLE, Mark.QUERY, Mark.ZERO]


def test_what_is_asked_of_the_whole_test_is_asked_once_on_each_line():
    result = prescription("LAB-07a", item("805005"), item("805079"))

    assert [(finding.rule, finding.line) for finding in result.queries] == [("LAB-07a", 1), ("LAB-07a", 2)]


def test_a_main_code_that_a_person_set_aside_keeps_its_members():
    lines = [item("805000", **JAK2), item("805010", report_attached=False, **JAK2)]
    result = prescription("LAB-11f", *lines, waived=frozenset({("GEN-19", 2), ("LAB-05c", 2)}))

    assert approved(result) == [150000, 180000]


def test_codes_counted_apart_are_not_cut_to_one():
    lines = [item("805000"), item("805106", 96, primer_count=96), item("805108", 24)]
    result = prescription("LAB-08j", *lines, facts={"hla_match": 6})

    assert marks(result) == [Mark.TICK] * 3


def test_fish_outside_its_list_falls_and_probes_are_counted_in_any_test():
    lines = [item("804840", 2, probe_count=1), item("805000", genetic_test="her2_fish")]
    facts = {"her2_ihc": "two_plus", "breast_tumor_tissue": True}
    result = prescription("LAB-11b", *lines, facts=facts)

    assert approved(result) == [350000, 0]
    assert approved(prescription("LAB-11b", item("804840", 2, probe_count=1, genetic_test="other"))) == [350000]


@pytest.mark.parametrize(
    ("counted", "qty", "left", "says"),
    [
        (97, 97, 96, [Effect.REDUCE]),
        (None, 100, 96, [Effect.QUERY, Effect.REDUCE]),
        (None, 1, 1, []),
        (0, 5, 0, [Effect.REJECT]),
    ],
)
def test_primers_of_the_first_stage(counted, qty, left, says):
    facts = {} if counted is None else {"primer_count": counted}
    result = prescription("LAB-09a", item("805106", qty, **facts))

    assert approved(result) == [left * 20000]
    assert said(result, "LAB-09a") == says


def test_primers_of_the_second_stage_over_all_lines():
    result = prescription("LAB-09d", item("805108", 20), item("805108", 5), facts={"hla_match": 6})

    assert approved(result) == [500000, 100000]


def test_the_dearer_code_of_the_second_stage_counts_at_most_24_primers():
    result = prescription("LAB-09b", item("805108", 40), item("805107"), facts={"hla_match": 6})

    assert approved(result) == [0, 900000]


@pytest.mark.parametrize(
    ("facts", "asked", "refused"),
    [
        ({"hla_match": 5}, ("hla_donor", "cord_match_accepted"), False),
        ({"hla_match": 5, "hla_donor": "cord_blood"}, ("cord_match_accepted",), False),
        ({"hla_match": 4, "hla_donor": "cord_blood", "cord_match_accepted": False}, None, True),
        ({"hla_match": 5, "cord_match_accepted": False}, None, True),
        ({"hla_match": 6}, None, False),
        ({"hla_match": 3}, None, True),
    ],
)
def test_the_match_of_the_first_stage(facts, asked, refused):
    result = prescription("LAB-09c", item("805107"), facts=facts)

    assert waiting(result, "LAB-09c").get(1) == asked
    assert (approved(result) == [0]) is refused


def test_of_both_extended_counts_the_dearer_stays_in_place_of_the_routine_one():
    lines = [item("804815"), item("804845"), item("804820"), item("804605")]
    reported = prescription("LAB-08f", *lines, facts=KARYOTYPE | {"extended_count_reported": True})
    not_reported = prescription("LAB-08f", *lines, facts=KARYOTYPE | {"extended_count_reported": False})

    assert approved(reported) == [0, 0, 500000, 200000]
    assert approved(not_reported) == [400000, 0, 0, 200000]


def test_an_unreported_count_alone_is_asked_for_where_it_is_dearer():
    dear = prescription("LAB-08f", item("804845"), facts=KARYOTYPE)
    cheap = prescription("LAB-08f", {"code": "804845", "amount": 400000}, facts=KARYOTYPE)

    assert waiting(dear, "LAB-08f") == {1: ("extended_count_reported",)}
    assert waiting(cheap, "LAB-08f") == {}


@pytest.mark.parametrize(
    ("sex", "indication", "asked"),
    [
        (None, "recurrent_abortion", {"sex"}),
        (None, "mental_retardation", set()),
        ("male", "mental_retardation", set()),
        ("female", "recurrent_abortion", set()),
        ("male", "ambiguous_genitalia", set()),
    ],
)
def test_the_sex_matters_for_repeated_abortion_alone(sex, indication, asked):
    facts = OK | {"karyotype_indication": indication, "karyotype_conditions_met": True}
    result = prescription("LAB-08c", item("804815"), facts=facts, claim={"patient": {"sex": sex}})

    assert {fact for facts in waiting(result, "LAB-08c").values() for fact in facts} == asked
    assert approved(result) == [400000]


def test_an_unnamed_qualitative_pcr_may_be_part_of_a_genotype_and_is_not_refused():
    result = prescription("LAB-07h", item("805079"), item("805090"), facts=OK | {"known_infection": True})

    assert marks(result) == [Mark.TICK, Mark.QUERY]
    assert waiting(result, "LAB-07o") == {2: ("genetic_test",)}


def test_a_quantitative_pcr_of_the_history_tells_that_the_disease_is_known():
    lines = [item("805079"), item("805090", genetic_test="pcr_qualitative")]
    known = {"history": [{"date": "1394-05-01", "code": "805079"}]}
    other = {"history": [{"date": "1394-05-01", "code": "805080"}]}

    assert approved(prescription("LAB-07h", *lines, facts=OK, claim=known)) == [600000, 0]
    assert marks(prescription("LAB-07h", *lines, facts=OK, claim=other)) == [Mark.QUERY, Mark.QUERY]


def test_the_genotype_of_one_virus_leaves_the_pcr_of_another_and_cuts_their_extraction():
    lines = [
        item("805104", **GENOTYPE),
        item("805055", **GENOTYPE),
        item("805005", 2, genetic_test="rna_quantitative"),
        item("805079"),
        item("805082"),
    ]
    of_other_rna = prescription("LAB-11i", *lines, facts=OK)

    assert approved(of_other_rna) == [310000, 170000, 200000, 600000, 0]

    of_hcv = prescription("LAB-11i", item("805090", **GENOTYPE), *lines[1:], facts=OK)

    assert approved(of_hcv) == [300000, 170000, 200000, 0, 450000]
    assert cited(of_hcv, 4) == {"LAB-11i"}


def test_the_qualitative_pcr_of_a_genotyped_virus_goes_with_its_extraction():
    lines = [
        item("805005", genetic_test="pcr_qualitative"),
        item("805091", genetic_test="pcr_qualitative"),
        item("805000", genetic_test="dna_genotype"),
        item("805055", genetic_test="dna_genotype"),
    ]

    assert approved(prescription("LAB-11i", *lines)) == [0, 0, 150000, 170000]


def test_a_test_of_a_stay_without_order_takes_its_members_along():
    lines = [item("805000", **JAK2), item("805010", ordered_by_physician=False, **JAK2)]
    result = stay("LAB-13a", *lines)

    assert approved(result) == [0, 0]
    assert {rule for rule in cited(result, 1) if rule.startswith("LAB-")} == {"LAB-13a"}
