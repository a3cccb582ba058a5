"""Area radiotherapy: handbook 004, part two, imaging chapter, ج (ids RT-…)."""

from app.rules.radiotherapy import (
    centre,
    field_counts,
    fields,
    franchise,
    imaging,
    management,
    once,
    referral,
    regions,
    sessions,
)

__all__ = [
    "centre",
    "field_counts",
    "fields",
    "franchise",
    "imaging",
    "management",
    "once",
    "referral",
    "regions",
    "sessions",
]
