"""What generated physiotherapy claims are made of: lines that meet each other, values of facts, and what a rule needs."""

from typing import Any

from tests.oracle.aims import GP, INTERN, INTERNIST, NEUROLOGIST, RESIDENT, Aim, Deal

OUT = ("physiotherapy",)
WARDS = ("inpatient", "temporary")
THEMES = (
    (OUT, "901645 901645 901645 901646", "PT-02a"),
    (OUT, "901645 901645 901645 901646 901660", "PT-01 PT-02b PT-03 PT-04 PT-09 PT-14b"),
    (OUT, "901645 901662 901645 901620", "PT-01 PT-02a PT-02b PT-03 PT-04 PT-07 PT-09 PT-10 PT-10b PT-11 PT-12"),
    (OUT, "901645 901645 901645 901645 901645 901646", "PT-05 PT-18"),
    (OUT, "901645 901645 901645 901645 901645 901645 901645", "PT-06"),
    (OUT, "901645 901645 901645 901646", "PT-18"),
    (OUT, "901645 901645 901645 901662", "PT-14a PT-14b PT-09"),
    (OUT, "901620 901645 901620", "PT-08 PT-11"),
    (OUT, "901645 901646 901646 PT-T1 PT-T2", "PT-15"),
    (OUT, "901645 901645 901646 901660 901646", "PT-15b PT-15d PT-16 PT-18"),
    (OUT, "901662 901645 901640 901662", "PT-17 PT-19b PT-03 PT-09"),
    (WARDS, "901645 901640 PT-T3 901620 901635", "PT-19a"),
    (WARDS, "901635 901636 901640 901640 901635", "PT-19c PT-19d PT-19e"),
)
FACTS: dict[str, tuple[Any, ...]] = {
    "body_region": ("neck", "right_upper_limb", "lumbar_spine", "left_lower_limb", "chest"),
    "heat_method": ("shortwave", "microwave", "continuous_ultrasound", "infrared", "none"),
    "sessions_prescribed": (0, 1, 2, 5, 10, 14, 15, 16, 20),
    "undocumented_sessions": (0, 1, 2, 20),
    "unsigned_sessions": (0, 1, 3, 20),
    "late_sessions": (0, 1, 2, 20),
    "first_session_on": ("1395-03-10", "1395-01-20", "1395-02-05"),
    "last_session_on": ("1395-03-31", "1395-03-10", "1395-03-12", "1395-04-01", "1395-02-31"),
    "ordered_quantity": (0, 1, 2, 4),
}
CEREBRAL = {"id": "11130", "qualification": "subspecialist", "specialty": "neurosurgery"}
PHYSIOTHERAPIST = {"id": "11131", "qualification": "physiotherapist"}
PEOPLE = (
    NEUROLOGIST,
    NEUROLOGIST,
    INTERNIST,
    {"id": "5", "qualification": "specialist"},
    {"id": "5", "specialty": "neurology"},
    {"id": "5", "specialty": "internal_medicine"},
    RESIDENT,
    CEREBRAL,
)
MOSTLY_FIT = (*(NEUROLOGIST,) * 6, INTERNIST, RESIDENT, PHYSIOTHERAPIST)
SPINE = ("neck", "neck", "right_upper_limb", "left_upper_limb", "lumbar_spine", "right_lower_limb", None)
ANY_REGION = (*SPINE, "chest", "thoracic_spine")
EVERY_REGION = (*ANY_REGION[1:], "pelvis", "head_face", "left_lower_limb", "neck")
TWICE = ("neck", "neck", "neck", "left_lower_limb", None)
SAME_DAYS = (None, None, "1395-03-10")
COURSE: Aim = {
    "claim.prescriber": MOSTLY_FIT,
    "claim.facts.sessions_prescribed": (10, 10, 15, 15, 20, 5),
    "claim.facts.last_session_on": ("1395-03-31", "1395-03-31", "1395-03-31", "1395-03-14", None),
    "claim.facts.plan_by_physician": (False, False, True, None),
    "submission.facts.hydro_standards_issued": (True, True, False),
    "submission.facts.hydro_equipment_approved": (True, True, False),
    "line.facts.heat_method": ("shortwave", "shortwave", "microwave", "infrared"),
    "line.facts.body_region": ("neck", "left_lower_limb", "left_lower_limb", "right_lower_limb"),
}
UNDATED: Aim = COURSE | {"line.qty": (1, 2, 5, 8, 15, 16, 7.5)}
MIXED: Aim = COURSE | {
    "line.qty": (1, 1, 1, 2, 5, 14),
    "line.date": ("1395-03-10", "1395-03-11", "1395-03-12", "1395-03-10", None),
}
ONE_DAY: Aim = COURSE | {"line.date": ("1395-03-10", "1395-03-10", "1395-03-11", None), "line.qty": (1, 1, 1, 1, 2)}
LONG: Aim = UNDATED | {
    "claim.prescription_date": ("1395-01-14", "1395-01-10"),
    "claim.service_date": ("1395-01-15", "1395-01-15", "1395-01-31", "1395-01-30"),
    "claim.facts.last_session_on": (*("1395-03-15", "1395-03-16", "1395-03-31", "1395-03-31") * 3, None),
    "claim.facts.late_sessions": (None, None, 0, 1, 2, 2, 20),
    "line.date": (*(None,) * 15, "1395-01-15", "1395-01-31", "1395-03-31", "1395-03-16"),
}
OFTEN = ("0012345679", "0012345679", "0012345679", "0012345680")
BESIDE: Aim = ONE_DAY | {
    "claim.patient.id": OFTEN,
    "claim.service_date": ("1395-03-10", "1395-03-09", "1395-03-11"),
    "claim.history": (
        None,
        None,
        [{"date": "1395-03-10", "code": "901645", "provider": "P-OTHER"}],
        [{"date": "1395-03-11", "code": "901640"}, {"date": "1395-03-12", "code": "901645"}],
    ),
    "line.facts.body_region": TWICE,
}
REGIONS: Aim = {"claim.prescriber": PEOPLE, "line.facts.body_region": ANY_REGION, "line.date": SAME_DAYS}
DISEASE: Aim = REGIONS | {
    "claim.prescriber": (*(NEUROLOGIST,) * 12, *PEOPLE),
    "claim.patient.conditions": (["ms"], ["cerebral_palsy", "malignancy"], ["guillain_barre"], ["malignancy"]),
    "claim.facts.condition_registered": (True, True, False, None),
    "claim.facts.radicular": (False, False, False, None),
    "line.facts.body_region": Deal(EVERY_REGION),
    "line.date": (None,),
    "claim.facts.last_session_on": ("1395-03-31",),
}
STAY: Aim = {
    "line.date": ("1395-03-06", "1395-03-06", "1395-03-07", None),
    "line.qty": (1, 2, 5),
    "line.facts.concurrent_session": (None, None, True, False),
    "line.facts.body_region": ("chest", "chest", "right_lower_limb", None),
}
AIMS: dict[str, Aim] = {
    "PT-01": COURSE
    | {
        "claim.prescription_date": ("1395-02-10", "1395-02-09", "1395-02-11", "1395-02-31", None),
        "line.date": (None, None, "1395-03-10", "1395-03-12"),
        "claim.facts.insurer_approved": (True, False, None),
    },
    "PT-02a": LONG,
    "PT-02b": MIXED | {"claim.facts.last_session_on": FACTS["last_session_on"], "line.date": (None, "1395-04-01")},
    "PT-03a": UNDATED | {"claim.facts.sessions_prescribed": (0, 0, None)},
    "PT-03b": MIXED | {"claim.facts.sessions_prescribed": (1, 2, 5, 14, 15, 16)},
    "PT-04": UNDATED
    | {
        "claim.facts.sessions_prescribed": (16, 20, 15, None),
        "claim.facts.last_session_on": ("1395-03-31",),
        "line.qty": (5, 15, 16, 16, 20),
    },
    "PT-05a": COURSE | REGIONS,
    "PT-05b": COURSE | REGIONS,
    "PT-06a": COURSE | DISEASE,
    "PT-06b": COURSE | DISEASE,
    "PT-07": COURSE | {"claim.diagnosis": (None, "", "  ", "دیسک کمر")},
    "PT-08": COURSE
    | {
        "line.qty": (1, 1, 2, 0.5),
        "claim.facts.plan_by_physician": (False, False, True, None),
        "claim.facts.plan_by_centre": (True, True, False, None),
    },
    "PT-09a": MIXED | {"claim.facts.undocumented_sessions": (None, 0, 1, 2, 20)},
    "PT-09b": COURSE | {"claim.facts.therapist_diagnosis": (False, False, None)},
    "PT-09c": MIXED
    | {"claim.facts.unsigned_sessions": (None, 0, 1, 2, 20), "claim.facts.undocumented_sessions": (0, 0, 1, None)},
    "PT-10": COURSE | {"claim.prescriber": (GP, INTERN, {"id": "5"}, None, NEUROLOGIST)},
    "PT-10b": COURSE | {"claim.prescriber": (RESIDENT, PHYSIOTHERAPIST, NEUROLOGIST)},
    "PT-11": COURSE,
    "PT-12": COURSE,
    "PT-14a": BESIDE,
    "PT-14b": MIXED | {"claim.facts.last_session_on": ("1395-03-09", "1395-03-10", "1395-03-12", "1395-03-14", None)},
    "PT-15a": ONE_DAY,
    "PT-15b": MIXED | {"line.facts.body_region": TWICE, "line.facts.heat_method": ("shortwave", "microwave")},
    "PT-15c": ONE_DAY | {"line.facts.heat_method": (*FACTS["heat_method"], None)},
    "PT-15d": ONE_DAY | {"line.facts.body_region": TWICE, "line.facts.heat_method": ("shortwave", "microwave")},
    "PT-16": MIXED
    | {
        "submission.facts.hydro_standards_issued": (True, False, None),
        "submission.facts.hydro_equipment_approved": (True, False, None),
    },
    "PT-17": MIXED,
    "PT-18": COURSE
    | {
        "line.facts.body_region": SPINE[1:4],
        "line.date": (*(None,) * 9, "1395-03-10"),
        "claim.facts.radicular": (True, True, None, False),
    },
    "PT-19b": COURSE,
    "PT-19c": STAY,
    "PT-19d": STAY
    | {"line.facts.concurrent_session": (False,), "line.facts.ordered_by_physician": (True, False, None)},
    "PT-19e": STAY | {"claim.prescriber": (GP, INTERN, RESIDENT, INTERNIST, {"id": "5"}, None)},
}
