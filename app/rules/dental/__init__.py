"""Area dental: handbook 004, part two, dentists (ب, items 1 to 15) and table 2 (ids DEN-…)."""

from app.rules.dental import films, limits, performers, prices, scaling, sessions, teeth

__all__ = ["films", "limits", "performers", "prices", "scaling", "sessions", "teeth"]
