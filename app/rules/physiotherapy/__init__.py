"""Area physiotherapy: handbook 004, part two, physiotherapy, items ۱ to ۱۹ (ids PT-…)."""

from app.rules.physiotherapy import limits, prescription, regions, services, together, wards

__all__ = ["limits", "prescription", "regions", "services", "together", "wards"]
