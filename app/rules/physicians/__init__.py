"""Area physicians: handbook 004, part two, all medical groups (الف) with table 1 (ids PHY-…)."""

from app.rules.physicians import conditions, places, prescriptions, quantities, repricing, sessions, visits

__all__ = ["conditions", "places", "prescriptions", "quantities", "repricing", "sessions", "visits"]
