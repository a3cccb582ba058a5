"""The modifiers of the relative value book (MOD): article 1 of its guide, codes 20 to 99."""

from app.rules.modifiers import (
    accident,
    anesthesia_rules,
    anesthetist,
    pain_management,
    simultaneous,
    standby,
    treating_physician,
)

__all__ = [
    "accident",
    "anesthesia_rules",
    "anesthetist",
    "pain_management",
    "simultaneous",
    "standby",
    "treating_physician",
]
