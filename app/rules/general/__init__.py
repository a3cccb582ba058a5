"""Area general: handbook 004, definitions and part one, items ۱-۱-۶ to ۲۹-۱-۶ (ids GEN-…)."""

from app.rules.general import prices

__all__ = ["prices"]
