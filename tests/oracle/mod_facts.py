"""Values of the facts of operations on both sides of each boundary, those of a line at its best, and people."""

from typing import Any

from tests.oracle.makings import Document

SURGEONS = (
    {"id": "S1", "qualification": "specialist", "specialty": "general_surgery"},
    {"id": "S1", "qualification": "specialist", "specialty": "general_surgery"},
    {"id": "S2", "qualification": "specialist", "specialty": "urology"},
    {"id": "S3", "qualification": "specialist", "specialty": "cardiac_surgery"},
    None,
)
ANAESTHETISTS = (
    {"id": "A1", "qualification": "specialist", "specialty": "anesthesiology"},
    {"id": "A1", "qualification": "specialist", "specialty": "anesthesiology"},
    {"id": "A2", "qualification": "specialist", "specialty": "anesthesiology"},
    {"id": "S1", "qualification": "specialist", "specialty": "general_surgery"},
    None,
)
ASSISTANTS = (
    {"id": "R1", "qualification": "resident", "specialty": "general_surgery"},
    {"id": "R1", "qualification": "resident", "specialty": "general_surgery"},
    {"id": "S4", "qualification": "specialist", "specialty": "general_surgery"},
    {"id": "S5", "qualification": "fellowship", "specialty": "urology"},
    {"id": "G1", "qualification": "gp", "specialty": "general_practice"},
    {"id": "R2", "specialty": "general_surgery"},
    None,
)
PEOPLE: dict[str, tuple[Any, ...]] = {"surgery": SURGEONS, "anesthesia": ANAESTHETISTS, "assistant": ASSISTANTS}
PEOPLE["visit"] = ANAESTHETISTS
FACTS: dict[str, tuple[Any, ...]] = {
    "incision": ("A", "A", "B", "C"),
    "anesthesia_method": (
        "general",
        "spinal",
        "epidural",
        "brachial_plexus",
        "other_regional",
        "standby",
        "iv_sedation",
        "local",
    ),
    "patient_position": ("supine", "prone", "lateral", "semi_sitting", "lithotomy", "other"),
    "anesthesia_risks": ([], ["controlled_diabetes"], ["controlled_diabetes", "hypothyroidism"]),
    "recovery_minutes": (0, 29, 30, 31),
    "asa_class": (1, 2, 3, 4),
    "pain_route": ("pump", "epidural_catheter", "subarachnoid_catheter", "peripheral"),
    "technology": ([], ["endoscope"], ["laparoscope", "c_arm"]),
    "resident_year": (1, 2, 3, 4),
    "deprivation_factor": (0.5, 1, 1.5, 1.75, 2, 2.5),
    "previous_operation_discharge": ("1395-02-04", "1395-02-05", "1395-02-06", "1394-10-30", "1395-01-10"),
    "accident_first_discharge": ("1395-01-04", "1395-01-05", "1395-01-06", "1395-03-05", "1395-03-06", "1395-03-04"),
    "surgery_start": ("1395-03-05T09:00", "1395-03-05T09:10"),
    "surgery_end": ("1395-03-05T10:00", "1395-03-05T12:29", "1395-03-05T12:30"),
    "visit_kind": ("next_day", "first_day", "anesthesia_clinic"),
    "icu_role": ("attending", "ward_officer", "resident_physician"),
}
AT_BEST: dict[str, Document] = {
    "surgery": {
        "technology": ["laparoscope"],
        "recurrence_after_followup": True,
        "previous_operation_discharge": "1395-01-10",
        "full_time_geographic": True,
        "anesthesia_method": "local",
        "independent_procedure": True,
    },
    "anesthesia": {
        "anesthesia_method": "general",
        "patient_position": "prone",
        "remote_from_field": False,
        "hypothermia": True,
        "extracorporeal_pump": True,
        "anesthesia_risks": ["controlled_diabetes"],
        "emergency_reason_stated": True,
        "controlled_hypotension": True,
        "recovery_minutes": 45,
        "asa_class": 1,
        "pain_route": "pump",
        "full_time_geographic": True,
    },
    "assistant": {"resident_year": 3, "full_time_geographic": True},
    "imaging": {"portable_at_bedside": True, "full_time_geographic": True},
    "visit": {"full_time_geographic": True},
    "service": {"full_time_geographic": True, "technology": ["endoscope"]},
}
BIRTHS = (
    "1394-09-05",
    "1394-09-04",
    "1394-09-06",
    "1392-03-05",
    "1392-03-06",
    "1325-03-05",
    "1325-03-06",
    "1350-05-05",
)
