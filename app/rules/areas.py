"""The areas whose rules the program knows; importing this module registers them all."""

from app.rules import (
    circulars,
    dental,
    general,
    imaging,
    inpatient_services,
    inpatient_stay,
    laboratory,
    modifiers,
    physicians,
    physiotherapy,
    radiotherapy,
)

AREAS = (
    general,
    imaging,
    laboratory,
    physicians,
    dental,
    physiotherapy,
    radiotherapy,
    modifiers,
    inpatient_stay,
    inpatient_services,
    circulars,
)
