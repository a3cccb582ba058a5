"""Area inpatient services: handbook 004, inpatient part, articles 10 to 14, 16, 17 and 22 to 25."""

from app.rules.inpatient_services import (
    accidents,
    assistants,
    chemotherapy,
    day_cases,
    drugs,
    global_cap,
    global_claims,
    global_prices,
    hospital_imaging,
    operating_room,
    order,
    pump,
    scope,
    ward_physiotherapy,
)

__all__ = [
    "accidents",
    "assistants",
    "chemotherapy",
    "day_cases",
    "drugs",
    "global_cap",
    "global_claims",
    "global_prices",
    "hospital_imaging",
    "operating_room",
    "order",
    "pump",
    "scope",
    "ward_physiotherapy",
]
