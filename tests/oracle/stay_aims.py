"""What a rule on hospital stays needs before it can bite, and the values on both sides of its boundaries."""

from typing import Any

from tests.oracle.stay_claims import GRADES
from tests.oracle.stay_paper_aims import ALL, PAPERS, PHOTO, WARDS
from tests.oracle.turns import kinds

Aim = dict[str, tuple[Any, ...]]


def often(good: Any, *others: Any) -> tuple[Any, ...]:
    return (good,) * 6 + others


def physician(no: int, qualification: str | None, specialty: str | None) -> dict[str, str]:
    found = {"id": f"2{no:04d}", "qualification": qualification, "specialty": specialty}
    return {key: value for key, value in found.items() if value is not None}


INTERNIST = physician(1, "specialist", "internal_medicine")
CARDIOLOGIST = physician(2, "specialist", "cardiology")
ANESTHETIST = physician(3, "specialist", "anesthesiology")
SURGEON = physician(4, "specialist", "general_surgery")
PSYCHIATRIST = physician(5, "specialist", "psychiatry")
NEPHROLOGIST = physician(6, "specialist", "nephrology")
INTENSIVIST = physician(7, "fellowship", "icu_fellowship")
EMERGENCY = physician(8, "specialist", "emergency_medicine")
FORENSIC = physician(9, "subspecialist", "forensic_medicine")
GP = physician(10, "gp", "general_practice")
RESIDENT = physician(11, "resident", "internal_medicine")
INTERN = physician(12, "intern", "internal_medicine")
NUTRITIONIST = physician(13, "other", "nutrition")
NEUROLOGIST = physician(14, "specialist", "neurology")
GASTROENTEROLOGIST = physician(15, "subspecialist", "gastroenterology")
UROLOGIST = physician(16, "specialist", "urology")
NAMELESS = {"qualification": "specialist", "specialty": "general_surgery"}
UNQUALIFIED = {"id": "20030", "specialty": "neurology"}

STAY: Aim = {
    "claim.discharged_at": (
        "1395-03-05T14:00",
        "1395-03-05T14:01",
        "1395-03-05T22:00",
        "1395-03-06T07:00",
        "1395-03-07T10:00",
        "1395-03-08T10:00",
        "1395-03-08T10:00",
        "1395-03-08T10:00",
        "1395-03-10T23:00",
    ),
    "claim.facts.admission_file": often(True, False, None),
    "claim.facts.discharge_kind": often("ordered", "self", "death", None),
    "claim.facts.visited_before_leaving": (True, False, None),
    "submission.facts.accreditation_grade": (*GRADES, None),
    "submission.provider.sector": ("public_university", "public_university", "private", "charity", "public_other"),
    "line.performer": (INTERNIST, INTERNIST, CARDIOLOGIST, SURGEON, NEUROLOGIST, ANESTHETIST),
}
WEEK: Aim = STAY | {
    "claim.discharged_at": ("1395-03-08T10:00", "1395-03-08T10:00", "1395-03-07T10:00", "1395-03-06T10:00"),
}
SHORT: Aim = STAY | {
    "claim.discharged_at": ("1395-03-05T12:00", "1395-03-05T14:00", "1395-03-05T14:01", "1395-03-06T09:00"),
}
DAYS = ("1395-03-05", "1395-03-06", "1395-03-06", "1395-03-07", "1395-03-08", None)
DATED: Aim = WEEK | {"line.date": DAYS}
LETTERHEAD: Aim = {
    "claim.facts.prescription_form": often("letterhead", "booklet"),
    "claim.facts.emergency_or_trauma": (True, True, False, None),
    "claim.facts.booklet_at_discharge": (True, False, None),
}
BIRTHDAYS = ("1393-03-05", "1393-03-06", "1388-03-05", "1388-03-06", "1395-02-08", "1395-02-07", "1395-02-09", None)
SPECIAL: Aim = {
    "line.facts.resident_physician_present": (True, False, False, None),
    "line.facts.icu_beds": (4, 5, 8, None),
    "line.facts.icu_role": ("attending", "resident_physician", "ward_officer", None),
    "line.performer": (ANESTHETIST, ANESTHETIST, INTENSIVIST, INTERNIST, SURGEON),
}
PAST_BEDS = tuple(
    [{"date": date, "code": "bed_day/psychiatric", "qty": days}]
    for date in ("1394-03-05", "1394-03-06", "1394-11-01", "1394-03-04")
    for days in (54, 55, 56, 30)
)
NEWBORNS: Aim = WEEK | {
    "claim.facts.delivery_kind": ("vaginal", "cesarean", None),
    "claim.facts.newborn_kept_for_mother": (True, False, None),
    "claim.facts.expert_confirmed": (True, False, None),
    "claim.facts.newborn_count": (None, None, 1, 2),
}
EMERGENCIES: Aim = SHORT | {
    "line.performer": (EMERGENCY, GP, FORENSIC, CARDIOLOGIST, GASTROENTEROLOGIST, RESIDENT, UNQUALIFIED, None),
    "claim.facts.triage_level": ("one", "two", "three", "four", "five", "five", None),
}
CONSULTED: Aim = STAY | {
    "line.performer": (CARDIOLOGIST, CARDIOLOGIST, NEUROLOGIST, INTERNIST, UROLOGIST),
    "line.date": (None, None, "1395-03-06", "1395-03-07"),
}
INVITED: Aim = CONSULTED | {
    "line.facts.consult_kind": often("invited", "regular"),
    "line.facts.specialty_in_hospital": (True, False, False, None),
    "line.facts.works_in_hospital_clinic": (True, False, False, None),
}
DIALYSED = tuple([{"date": "1395-03-01", "code": code, "qty": qty}] for code in ("900140",) for qty in (4, 5, 6, 7))
MONTHLY = tuple([{"date": day, "code": code}] for code in ("900150", "900155") for day in ("1395-03-01", "1395-02-31"))
FAMILIES: dict[str, Aim] = {
    "DOC-": {"claim.facts.documents": (ALL, ALL, PHOTO, None)},
    "DOC-01d": LETTERHEAD,
    "DOC-01e": LETTERHEAD,
    "DOC-02b": {
        "claim.facts.documents": (PHOTO,),
        "claim.patient.birth_date": BIRTHDAYS,
        "claim.fund": (None, "rural"),
    },
    "DOC-05a": {"line.facts.anesthesia_given": (True, False, None)},
    "DOC-08": WARDS,
    "DOC-10c": {"line.facts.report_requested": (True, None), "line.facts.report_attached": (True, False, None)},
    "DOC-11": WARDS,
    "HOS-05a": {"line.facts.ward_approved": (True, False, None)},
    "SHR-": STAY | {"claim.patient.conditions": ([], ["hemophilia"], ["malignancy", "thalassemia"], ["ms"])},
    "ADM-": SHORT | {"claim.facts.operating_room_kind": ("main", "outpatient", None)},
    "ADM-04b": {"submission.provider.kind": ("specialty_clinic", "hospital", "limited_surgery_center")},
    "BED-": STAY,
    "BED-01b": {"line.facts.ward_approved": (True, False, None)},
    "BED-02b": WEEK | {"claim.facts.discharge_ordered_on": ("1395-03-06", "1395-03-07", "1395-03-08", "1395-03-09")},
    "BED-02c": {"claim.discharged_at": (None, None, "1395-03-08T10:00")},
    "BED-03a": {"line.facts.bed_kind": (None, None, "normal")},
    "BED-04c": {"submission.facts.accreditation_to": ("1395-03-04", "1395-03-05", "1394-12-10", "1394-12-09")},
    "BED-04g": {"submission.facts.accreditation_to": ("1394-12-10", "1394-12-09", "1394-12-11", "1394-10-30")},
    "BED-04e": {"line.facts.ward_grade": (*GRADES, None, None)},
    "BED-08": WEEK | {"line.date": ("1395-03-06",), "line.qty": (1,), "line.facts.hours_in_bed": (5, 6, 6.5, 12, None)},
    "BED-09": WEEK | {"line.facts.isolation_indicated": (True, False, None)},
    "BED-10": WEEK | {"line.facts.in_burn_ward": (True, False, None)},
    "BED-11": WEEK | {"claim.facts.leave_days": (1, 2, 3, None)},
    "BED-12": WEEK | {"claim.history": (None, *PAST_BEDS), "claim.facts.custodial": often(False, True, None)},
    "BED-14a": NEWBORNS,
    "BED-14b": NEWBORNS,
    "BED-14c": WEEK | {"claim.patient.birth_date": BIRTHDAYS},
    "BED-14d": WEEK | {"line.facts.ward": ("nicu", "normal", None)},
    "BED-15": WEEK | SPECIAL,
    "BED-15c": {"line.modifiers": (["90"], ["95"], None)},
    "BED-16": STAY | {"claim.facts.admission_file": (True, False, None)},
    "BED-17": WEEK | {"line.facts.special_ward_needed": often(True, False, None)},
    "NUR-": WEEK,
    "NUR-01": SPECIAL,
    "NUR-01c": EMERGENCIES,
    "NUR-02": WARDS,
    "VIS-": DATED,
    "VIS-03": {"line.performer": (SURGEON, SURGEON, UROLOGIST, NAMELESS, INTERNIST, {"id": "20004"}, None)},
    "VIS-04": SPECIAL,
    "VIS-05": {"line.performer": (ANESTHETIST, RESIDENT, FORENSIC, GP, {"id": "20003"})},
    "VIS-06": EMERGENCIES
    | {"line.performer": (FORENSIC, FORENSIC, EMERGENCY), "claim.facts.triage_level": ("five", "one")},
    "VIS-07": {
        "line.performer": often(PSYCHIATRIST, INTERNIST),
        "line.facts.visit_recorded": often(True, False, None),
        "claim.facts.psychiatric_course": often("chronic", "acute", None),
        "claim.history": (None, None, *PAST_BEDS),
        "claim.facts.custodial": often(False),
        "claim.discharged_at": ("1395-03-31T10:00", "1395-04-02T10:00", "1395-03-10T10:00"),
        "line.qty": (2, 4, 5, 6),
        "line.date": (None, None, None, "1395-03-06", "1395-03-07", "1395-03-30"),
    },
    "VIS-08": SPECIAL,
    "VIS-09": SPECIAL | {"line.facts.icu_role": often("ward_officer", "attending", None)},
    "VIS-10": SPECIAL | {"line.performer": (INTERNIST, ANESTHETIST)},
    "VIS-11a": {"claim.facts.admitted_only_for_procedure": (True, True, False, None)},
    "VIS-11b": {"line.performer": (RESIDENT, INTERN, INTERNIST), "line.facts.resident_year": (2, 3, None)},
    "VIS-11c": {"claim.facts.admitted_only_for_procedure": (True, True, False, None)},
    "VIS-12": {"line.date": (None, None, *DAYS)},
    "VIS-12b": {"claim.facts.newborn_count": (1, 2, 3, None)},
    "VIS-12e": EMERGENCIES,
    "VIS-12f": EMERGENCIES,
    "VIS-12g": EMERGENCIES,
    "VIS-12h": EMERGENCIES,
    "VIS-12i": EMERGENCIES,
    "CNS-": CONSULTED,
    "CNS-00": {"line.performer": (SURGEON, CARDIOLOGIST, {"id": "20002", "qualification": "specialist"}, None)},
    "CNS-01c": {"line.facts.consult_dated": (True, False, None)},
    "CNS-01d": {"claim.prescriber": (GP, INTERN, SURGEON)},
    "CNS-04": {"line.performer": (ANESTHETIST, ANESTHETIST, CARDIOLOGIST)},
    "CNS-06": {"line.performer": (NUTRITIONIST, NUTRITIONIST, CARDIOLOGIST)},
    "CNS-07": {"line.performer": (RESIDENT, INTERN, CARDIOLOGIST), "line.facts.resident_year": (2, 3, None)},
    "CNS-08": INVITED,
    "CNS-08d": {"line.facts.at_bedside": (True, False, None)},
    "CNS-08f": {"line.performer": (RESIDENT, INTERN, CARDIOLOGIST)},
    "HLB-": DATED,
    "REC-": WEEK,
    "REC-01c": {
        "line.facts.interpreted_by_physician": (True, False, None),
        "line.facts.report_attached": (True, False, None),
    },
    "REC-02c": {"line.qty": (1, 2, 3)},
    "REC-02": {
        "line.facts.recording_hours": (7.5, 8, 24, 31.5, 32, 48, None),
        "line.facts.ward": ("icu", "normal", None),
    },
    "DLZ-01": {
        "claim.history": (None, *DIALYSED),
        "claim.facts.renal_failure_course": often("acute", "chronic", None),
        "claim.patient.conditions": (["dialysis"], [], [], []),
        "line.date": DAYS,
    },
    "DLZ-03": {"claim.history": (None, *MONTHLY), "line.performer": often(NEPHROLOGIST, INTERNIST, None)},
    "LSC-": STAY
    | {
        "submission.provider.kind": often("limited_surgery_center", "hospital"),
        "claim.facts.insurer_approved": (True, False, None),
        "line.facts.limited_surgery_listed": (True, False, None),
    },
    "VAL-": {"claim.written": ({"total": 1_000_000}, {"total": 3_000_000}, None)},
}


def aim_of(rule_id: str) -> Aim:
    """What is laid over the claims of a rule: of its article, of its item, and its own."""
    found: Aim = {}
    for prefix in sorted((name for name in FAMILIES if rule_id.startswith(name)), key=len):
        found |= FAMILIES[prefix]
    return found | PAPERS.get(rule_id, {})


AIMS: dict[str, Aim] = {rule_id: aim_of(rule_id) for rule_id in kinds() if aim_of(rule_id)}
