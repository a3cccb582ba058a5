"""What the rules on operations and their bills need before they can bite, and the values on both sides of boundaries."""

from typing import Any

from tests.oracle.makings import Document

Aim = dict[str, tuple[Any, ...]]
FACTS: dict[str, tuple[Any, ...]] = {
    "mass_kind": ("benign", "malignant"),
    "burn_regions": (
        ["head_neck"],
        ["lower_limb_left"],
        ["upper_limb_left", "genital"],
        ["trunk_front"],
        ["lower_limb_left", "lower_limb_right"],
        ["genital"],
    ),
    "burn_percent": (5, 9, 10, 10.5, 18, 30, 31, 60),
    "burn_area_cm2": (170, 171, 340, 1700, 1701),
    "scar_reason": ("cosmetic_only", "movement_limit", "skin_irritation"),
    "removed_implant": ("hip_prosthesis", "k_wire", "plate_screw"),
    "incision_count": (1, 2, 3),
    "ward": ("normal", "icu", "nicu", "ccu", "post_ccu", "operating_room", "operating_room", "delivery_room", "lung"),
    "bed_days_approved": (0, 1, 2, 3),
    "bmi": (39.9, 40, 45),
    "csf_leak_kind": ("rhinorrhea", "otorrhea", "none"),
    "injury_cause": ("none", "traffic", "machine", "work", "student", "sport", "assault", "poisoning", "other"),
    "assault_case": ("first_degree_family", "assailant_fugitive", "assailant_insane_no_guardian", "other"),
    "accident_first_discharge": ("1395-01-04", "1395-01-05", "1395-01-06", "1395-03-08", "1394-12-29"),
    "assistant_signed": (["operative_note", "or_sheet"], ["operative_note"], []),
    "resident_year": (2, 3, 4),
    "documented_qty": (0, 1, 2),
    "approved_unit_price": (100_000, 400_000, 1_000_000),
    "minutes": (19, 20, 29, 30, 45),
    "infusion_hours": (7.5, 8, 8.5, 24),
    "pump_action": ("new_infusion", "refill"),
    "full_time_roles": (["surgeon"], ["surgeon", "anesthesiologist"], [], ["newborn_physician", "surgeon"]),
    "accreditation_grade": ("excellent", "one", "one", "two", "three"),
    "technology": (["laparoscope"], [], ["microscope", "laser"]),
    "recovery_minutes": (29, 30, 45),
    "anesthesia_method": ("general", "spinal", "local", "iv_sedation"),
    "surgery_start": ("1395-03-05T09:00",),
    "surgery_end": ("1395-03-05T09:29", "1395-03-05T09:30", "1395-03-05T11:00", "1395-03-05T14:00"),
    "deprivation_factor": (1, 1.5, 2, 2.5),
    "bed_kind": ("normal", "normal", "icu", "ccu", "post_ccu"),
    "region": ("chest", "leg"),
}
SURGEON = {"id": "66001", "qualification": "specialist", "specialty": "general_surgery"}
CARDIOLOGIST = {"id": "66002", "qualification": "subspecialist", "specialty": "cardiology"}
ANESTHETIST = {"id": "66003", "qualification": "specialist", "specialty": "anesthesiology"}
RESIDENT = {"id": "66004", "qualification": "resident", "specialty": "general_surgery"}
MIDWIFE = {"id": "66005", "qualification": "midwife", "specialty": "midwifery"}
INTERNIST = {"id": "66006", "qualification": "specialist", "specialty": "internal_medicine"}
NURSE = {"id": "66007", "qualification": "other"}
DAYS = ("1395-03-05", "1395-03-05", "1395-03-05", "1395-03-06", "1395-03-07")
SIDED: Aim = {"line.facts.side": ("left", "left", "right", "both", None, None)}
PLACED: Aim = SIDED | {"line.facts.region": ("chest", "chest", "leg", None, None, None), "line.date": DAYS}
WHOLE: Aim = {"line.qty": (1, 1, 2, 3)}
NEW_OR_NOT: Aim = {"line.facts.complication_of_operation": (True, False, False, None)}


def past(*rows: tuple[str, str, str | None]) -> list[Document]:
    """Services of the history: day, code, side."""
    return [{"date": day, "code": code, "facts": {"side": side} if side else {}} for day, code, side in rows]


def sessions(code: str) -> tuple[list[Document], ...]:
    return tuple(
        past(*(("1394-08-10", code, side), ("1394-09-10", code, side), ("1394-10-10", code, other)))
        for side, other in (("left", "left"), ("left", "right"), ("right", "right"), (None, "left"), (None, None))
    )


OF_ONE_OR_TWO: Aim = {"line.qty": (1, 1, 2)}
AIMS: dict[str, Aim] = {
    "HPT-02": {
        "line.facts.minutes": (19, 20, 29, 30, None),
        "line.facts.ward": ("normal",),
        "line.performer": (None,),
    },
    "SUR-CVS-10": {"line.facts.ward": ("icu", "nicu", "ccu", "emergency", None)},
    "SUR-DIG-02a": {"claim.facts.bed_days_approved": (0, 1, None)},
    "CHM-05": {"line.facts.used_for_desferal": (True, False, None), "line.date": ("1395-03-05", "1395-03-06")},
    "HIM-03a": {"line.facts.interpreted_by_physician": (False, False, None)},
}
AIMS |= dict.fromkeys(("SUR-ORT-07", "SUR-CVS-03a", "ORM-01", "ORM-02", "ORM-03", "AST-03"), OF_ONE_OR_TWO)
AIMS |= {
    "SUR-SKN-04b": {
        "line.qty": (1, 2, 5, 10, 12),
        "claim.patient.birth_date": ("1383-03-05", "1383-03-04", "1350-01-01", None),
    },
    "SUR-SKN-04a": {"claim.patient.birth_date": ("1383-03-05", "1383-03-04", "1350-01-01", None)},
    "SUR-SKN-04c": {"claim.patient.birth_date": ("1383-03-05", "1383-03-04", "1350-01-01", None)},
    "SUR-SKN-06": PLACED,
    "SUR-ORT-01a": PLACED,
    "SUR-ORT-02": PLACED,
    "SUR-ORT-06": WHOLE,
    "SUR-ORT-08a": PLACED,
    "SUR-ORT-09": {
        "claim.facts.breathing_impaired": (False, False, True, None),
        "claim.facts.scientific_council_approved": (False, False, True, None),
        "claim.patient.birth_date": ("1377-03-04", "1377-03-05", "1377-03-06", None),
    },
    "SUR-RES-01a": PLACED,
    "SUR-CVS-01": {"line.date": DAYS},
    "SUR-CVS-02": PLACED,
    "SUR-CVS-04": PLACED,
    "SUR-CVS-05": PLACED,
    "SUR-CVS-06b": {"line.performer": (CARDIOLOGIST, INTERNIST, None)},
    "SUR-CVS-07": WHOLE | {"line.date": DAYS},
    "SUR-CVS-09": {"line.performer": (CARDIOLOGIST, CARDIOLOGIST, INTERNIST, None)},
    "SUR-DIG-01b": {"claim.patient.birth_date": ("1380-03-04", "1380-03-05", "1380-03-06", None)},
    "SUR-DIG-02c": {
        "line.date": ("1395-03-05", "1395-03-06"),
        "line.facts.anesthesiologist_present": (False, True, None),
    },
    "SUR-URO-02": WHOLE,
    "SUR-SKN-07": {"line.modifiers": (["63"], [], ["63"]), "line.qty": (1,)},
    "SUR-URO-03": WHOLE | {"line.date": DAYS},
    "SUR-URO-05": SIDED
    | WHOLE
    | {"line.facts.new_stone": (True, False, False, None), "claim.history": sessions("UR11")},
    "SUR-URO-06": {"line.date": DAYS},
    "SUR-OBS-01": {
        "line.qty": (1,),
        "line.performer": (SURGEON, None),
        "line.facts.bed_kind": ("normal",),
        "claim.patient.sex": ("female",),
        "line.amount": (3_000_000, 6_000_000, 9_000_000),
    },
    "SUR-OBS-04": {
        "line.amount": (3_000_000, 8_000_000, 7_000_000),
        "claim.patient.sex": ("female",),
        "line.performer": (MIDWIFE, SURGEON, None),
    },
    "SUR-EYE-03": SIDED | WHOLE,
    "SUR-EYE-04": SIDED | WHOLE | {"claim.history": sessions("602370")},
    "SUR-OTH-05a": {
        "claim.history": tuple(
            past((day, "OT10", None)) for day in ("1395-02-04", "1395-02-05", "1395-03-04", "1395-03-05")
        )
    },
    "SUR-OTH-05b": NEW_OR_NOT | {"line.date": DAYS},
    "SUR-OTH-06": {
        "line.facts.anesthesiologist_present": (False, True, None),
        "line.performer": (ANESTHETIST, SURGEON, None),
    },
    "AST-01a": {"line.performer": (RESIDENT, SURGEON, None), "submission.facts.teaching": (True, True, None)},
    "AST-01b": {"line.performer": (RESIDENT, SURGEON, INTERNIST, None), "submission.facts.teaching": (False,)},
    "AST-02": {"line.performer": (RESIDENT, RESIDENT, SURGEON), "line.facts.assistant_absent": (True, False, None)},
    "AST-01": {
        "line.qty": (1, 1, 2),
        "line.date": DAYS,
        "line.performer": (RESIDENT,),
        "line.facts.resident_year": (3,),
    },
    "AST-04": {"line.performer": (RESIDENT,), "line.facts.resident_year": (3,)},
    "ORM-04": {"line.facts.ward": ("operating_room", "normal", None, None)},
    "ORM-06a": {"line.facts.ward": ("operating_room", "delivery_room", "normal", None, None)},
    "ORM-06b": {"line.facts.ward": ("operating_room",), "line.facts.charged_to_patient": (True, False, None)},
    "DRG-01b": {"line.qty": (1, 2, 3)},
    "DRG-05b": {"claim.facts.scientific_council_approved": (False, True), "claim.facts.bmi": (41,)},
    "HIM-02": {
        "claim.prescriber": (
            RESIDENT,
            INTERNIST,
            {"id": "1", "qualification": "gp"},
            {"id": "2", "qualification": "intern"},
            None,
        )
    },
    "CHM-01": {"line.date": DAYS},
    "CHM-03": {"line.performer": (SURGEON, NURSE, RESIDENT, None)},
    "CHM-05": {"line.date": DAYS},
    "CHM-06b": {
        "line.date": DAYS,
        "line.qty": (1, 1, 2),
        "line.facts.pump_action": ("new_infusion", "refill", None),
        "line.facts.infusion_hours": (24, 8, None),
    },
    "CHM-07": {
        "line.date": DAYS,
        "line.facts.pump_action": ("new_infusion", "refill", None),
        "line.facts.infusion_hours": (24,),
        "claim.history": ([], past(("1395-03-01", "901550", None))),
    },
    "CHM-08": {"line.date": DAYS},
    "GLO-01": {"line.qty": (1,), "line.amount": (9_500_000, 10_000_000, 12_000_000)},
    "GLO-02b": {
        "submission.provider.kind": ("limited_surgery_center",),
        "line.amount": (9_000_000, 10_000_000, 5_000_000),
    },
    "GLO-05b": {"line.facts.bed_kind": ("normal", "normal", "icu")},
    "GLO-06c": {"line.facts.bed_kind": ("normal", "icu", "ccu", "post_ccu", None)} | NEW_OR_NOT,
    "GLO-07": NEW_OR_NOT | {"line.date": DAYS},
    "GLO-08": {
        "line.amount": (3_000_000, 5_000_000, 8_000_000, 500_000),
        "submission.facts.accreditation_grade": ("one", "two", "three", None),
    },
    "GLO-10a": {
        "line.modifiers": (["39"], ["63"], ["85"], ["95"], ["63", "85"], ["51"]),
        "line.amount": (10_000_000, 12_000_000, 7_237_000),
        "line.qty": (1,),
        "claim.patient.birth_date": ("1394-09-04", "1394-09-05", "1394-09-06", "1392-03-05", "1392-03-06", None),
    },
    "GLO-10b": {"line.modifiers": (["53"], [], ["53", "63"])},
    "GLO-11": {
        "line.modifiers": (["90"], ["90", "95"], []),
        "line.amount": (10_000_000, 12_000_000, 10_500_000),
        "line.qty": (1,),
    },
    "ACC-01": {"claim.facts.injury_cause": (None, None, "other")},
    "ACC-03": {
        "claim.facts.injury_cause": ("traffic", "machine", None),
        "claim.facts.traffic_accident": (True, False, None),
    },
    "ACC-01a": {
        "claim.facts.machine_on_public_road": (True, True, None, False),
        "claim.facts.injury_cause": ("machine",),
    },
    "ACC-05": {"claim.facts.injury_cause": ("work",)},
    "ACC-04": {"claim.facts.injury_cause": ("student", "sport", "other")},
    "SUR-OTH-03": {"claim.facts.injury_cause": ("assault",)},
    "SCP-02": {
        "claim.admitted_at": ("1394-04-14T08:00", "1394-04-15T08:00"),
        "claim.discharged_at": ("1394-04-15T10:00", "1394-04-16T10:00", None),
    },
}
SEVERAL_CLAIMS = frozenset({"SUR-CVS-06b", "AST-02", "SUR-URO-05", "SUR-EYE-04"})
