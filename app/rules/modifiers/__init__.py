"""The modifiers of the relative value book (MOD): article 1 of its guide, codes 20 to 99."""

from app.rules.modifiers import (
    accident,
    anesthesia_rules,
    anesthetist,
    assistants,
    following_prices,
    marks,
    multiples,
    pain_management,
    parts,
    portable,
    several_operations,
    simultaneous,
    standby,
    surgery_additions,
    surgery_prices,
    treating_physician,
)

__all__ = [
    "accident",
    "anesthesia_rules",
    "anesthetist",
    "assistants",
    "following_prices",
    "marks",
    "multiples",
    "pain_management",
    "parts",
    "portable",
    "several_operations",
    "simultaneous",
    "standby",
    "surgery_additions",
    "surgery_prices",
    "treating_physician",
]
