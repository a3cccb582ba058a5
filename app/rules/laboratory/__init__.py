"""Area laboratory: handbook 004, part two, sections ۱ to ۱۱, and the note of inpatient article ۱۵ (ids LAB-…)."""

from app.rules.laboratory import (
    admission_codes,
    admissions,
    carriers,
    cover,
    exclusions,
    hla,
    karyotypes,
    methods,
    pcr,
    pcr_counts,
    sets,
    stays,
    tissue,
)
from app.rules.registry import Phase, in_sequence

__all__ = [
    "admission_codes",
    "admissions",
    "carriers",
    "cover",
    "exclusions",
    "hla",
    "karyotypes",
    "methods",
    "pcr",
    "pcr_counts",
    "sets",
    "stays",
    "tissue",
]

COMPOSITIONS = tuple(composition.rule for composition in sets.COMPOSITIONS)

in_sequence(
    Phase.EXCLUSION,
    *("LAB-04d", "LAB-04e", "LAB-04g", "LAB-04h", "LAB-07h", "LAB-11i", "LAB-08f", "LAB-09b"),
    *("LAB-11b", *COMPOSITIONS, "LAB-07o"),
)
in_sequence(
    Phase.QUANTITY,
    *("LAB-07f", "LAB-07g", "LAB-07i", "LAB-07j", "LAB-09a", "LAB-09d", "LAB-11b", "LAB-11k"),
    *(*COMPOSITIONS, "LAB-03", "LAB-01a", "LAB-01b", "LAB-12", "LAB-04j", "LAB-02b", "LAB-02a"),
)
