"""Area inpatient services: handbook 004, inpatient part, articles 10 to 14, 16, 17 and 22 to 25."""

from app.rules.inpatient_services import terms

__all__ = ["terms"]
