"""The oracle: what the rule catalogue alone says of a claim file, for the areas that it knows."""

from typing import Any

from tests.oracle import (
    amounts,
    dental_cover,
    dental_prices,
    dental_sessions,
    dental_years,
    general_claim,
    general_delivery,
    general_lines,
    general_paper,
    imaging_people,
    imaging_scans,
    lab_counts,
    lab_cover,
    lab_fees,
    lab_prices,
    lab_sets,
    mod_cover,
    mod_down,
    mod_refusals,
    mod_sessions,
    mri_pairs,
    pairs,
    physicians_lines,
    physicians_papers,
    physicians_visits,
    physiotherapy_papers,
    physiotherapy_sessions,
    prices,
    radiotherapy_counts,
    radiotherapy_management,
    radiotherapy_papers,
    radiotherapy_prices,
    radiotherapy_table,
    stay_bed_prices,
    stay_beds,
    stay_consultations,
    stay_documents,
    stay_nursing,
    stay_services,
    stay_shares,
    stay_six_percent,
    stay_visit_counts,
    stay_visit_prices,
    stay_visits,
)
from tests.oracle.books import Books
from tests.oracle.judge import Judgement, judge
from tests.oracle.paper import Shelf
from tests.oracle.table import TABLE

SUBJECTS = (
    general_paper,
    general_claim,
    general_delivery,
    general_lines,
    imaging_people,
    imaging_scans,
    pairs,
    mri_pairs,
    amounts,
    prices,
    physicians_papers,
    physicians_lines,
    physicians_visits,
    dental_cover,
    dental_sessions,
    dental_years,
    dental_prices,
    lab_cover,
    lab_sets,
    lab_counts,
    lab_fees,
    lab_prices,
    physiotherapy_papers,
    physiotherapy_sessions,
    radiotherapy_papers,
    radiotherapy_counts,
    radiotherapy_management,
    radiotherapy_table,
    radiotherapy_prices,
    mod_cover,
    mod_sessions,
    mod_refusals,
    mod_down,
    stay_documents,
    stay_beds,
    stay_bed_prices,
    stay_nursing,
    stay_six_percent,
    stay_visits,
    stay_visit_counts,
    stay_visit_prices,
    stay_consultations,
    stay_services,
    stay_shares,
)
"""The parts of the oracle; importing one enters its rules in the table."""


def opinions(file: dict[str, Any], books: Books) -> list[Judgement]:
    """The oracle's judgement of each claim of a file, in its order."""
    shelf: Shelf = {}
    return [judge(file, index, books, shelf) for index in range(len(file["claims"]))]


def acting_rules() -> set[str]:
    """Every rule that the oracle can cite: those of the table, and two that stand beside the refusals of others."""
    return {rule_id for _, rule_id, _ in TABLE} | {"GEN-22", "MRI-02c"}
