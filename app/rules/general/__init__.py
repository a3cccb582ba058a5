"""Area general: handbook 004, definitions and part one, items ۱-۱-۶ to ۲۹-۱-۶ (ids GEN-…)."""

from app.rules.general import (
    approval,
    contract,
    cover,
    definitions,
    delivery,
    institution,
    ordering,
    prescription,
    prices,
    sheets,
    validity,
    written_sums,
)

__all__ = [
    "approval",
    "contract",
    "cover",
    "definitions",
    "delivery",
    "institution",
    "ordering",
    "prescription",
    "prices",
    "sheets",
    "validity",
    "written_sums",
]
