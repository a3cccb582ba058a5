"""What claims under the circulars are made of: kinds, lines, the values of facts, and what a rule needs to bite."""

from typing import Any

from tests.oracle.aims import Aim

DAYS = {
    "ELG": ("1399-02-31", "1399-03-01", "1399-03-05", "1399-05-31", "1399-12-05"),
    "PAR": ("1399-11-30", "1399-12-01", "1399-12-05", "1399-12-05", "1400-02-05"),
    "REI": ("1399-10-30", "1399-11-01", "1399-12-30", "1400-01-01", "1400-02-05", "1400-07-23", "1400-07-24"),
    "TRV": ("1399-08-30", "1399-09-01", "1399-10-09", "1399-10-09", "1400-01-14", "1400-01-15"),
}
"""Service days around the day from which a circular holds, and around the days from which rates hold."""
CODES = {
    "visit": ("VISIT",),
    "physician_service": ("C211", "C212", "C302", "C304", "C301"),
    "dental": ("D1", "D3", "C304"),
    "laboratory": ("C101", "C102", "C103", "C304"),
    "imaging": ("C111", "C112", "C304"),
    "nuclear_medicine": ("T-NMBONE", "T-NMLIVER", "C302"),
    "radiotherapy": ("C131", "C131"),
    "physiotherapy": ("C121", "C121"),
    "inpatient": ("C201", "C202", "C305", "C301", "C304"),
    "temporary": ("C211", "C212", "C304", "C302"),
}
JOURNEYS = (
    "TR01 TR01 TR02",
    "TR01 TR01 TR01 TR02",
    "TR01 TR03 TR04",
    "TR01 TR03 TR03 TR04",
    "TR01 TR03 TR03 TR03 TR04",
    "TR01 TR02 C101 NAMELESS",
    "TR02 TR04",
)
FACTS: dict[str, tuple[Any, ...]] = {
    "eligibility": ("covered", "covered", "not_covered", "not_covered"),
    "no_cover_reason": ("study_certificate_missing", "identity_document_missing", "other"),
    "eligibility_inquiry": ("general", "special"),
    "eligibility_code": ("", "  ", "4021887", "4021887 خاص", "4021887-خاص", "4021887‌خاص", "4021887خاص", "خاص 4021887"),
    "base_overlap": ("none", "resolved", "unresolved"),
    "prescription_form": ("electronic", "booklet", "letterhead"),
    "prescriber_signature": ("original", "stamped", "none"),
    "identity_document": ("booklet", "national_card", "birth_certificate", "booklet_cover", "none"),
    "paid_by": ([], ["patient"], ["supplementary"], ["patient", "policyholder"]),
    "bill_source": ("sepas", "sepas", "paper"),
    "bill_seal": ("valid", "missing", "broken"),
    "iban_owner": ("insured", "other"),
    "insured_group": (
        "insured",
        "retired",
        "disabled_pensioner",
        "survivor",
        "self_employed",
        "per_capita_pensioner",
        "ceded_workshop",
    ),
    "sending_approval": ("none", "none", "trusted_physician", "medical_council", "pending"),
    "approved_vehicles": ([], ["hired_car"], ["train"], ["plane", "hired_car"]),
    "vehicle": ("bus", "shared_taxi", "hired_car", "train", "plane", "other"),
    "route_from": ("QAZVIN", "TEHRAN", "ZAHEDAN", "TABRIZ"),
    "route_to": ("TEHRAN", "QAZVIN", "MASHHAD"),
    "ticket_price": (0, 200_000, 600_000, 4_800_000),
    "companion_no": (1, 1, 2, 3),
    "companions_requested": (0, 1, 2, 3),
    "disability_companion": ("confirmed", "physician_only", "none"),
    "course_treatment": ("none", "chemotherapy", "radiotherapy", "iodine_therapy", "dialysis", "other"),
    "protocol_sessions": (1, 2, 3, 4, 5),
    "own_hospital_transfer": ("none", "complete", "complete", "service_only"),
    "transfer_form_signed": (
        ["physician", "supervisor", "destination"],
        ["physician", "destination"],
        ["supervisor", "destination"],
        ["physician", "supervisor"],
        [],
    ),
    "transfer_reason": ("need_icu", "patient_request", "financial", "other"),
}
NEAR = ("available_since", "eligibility_checked_on", "eligibility_valid_to", "booklet_valid_to")
"""Facts that are days around the service day."""
AT_BEST: dict[str, dict[str, Any]] = {
    "claim": {
        "eligibility": "covered",
        "eligibility_code": "4021887",
        "service_registered": True,
        "base_overlap": "none",
        "own_hospital_transfer": "none",
        "paid_by": ["patient"],
        "proof_complete": True,
        "iban_owner": "insured",
        "bill_source": "sepas",
        "bill_seal": "valid",
        "insured_group": "insured",
        "available_locally": False,
        "delay_dangerous": True,
        "service_covered": True,
        "out_of_province": True,
        "on_province_list": False,
        "sent_through_system": True,
        "destination_confirmed": True,
        "repeat_sending": False,
        "route_from": "QAZVIN",
        "route_to": "TEHRAN",
        "companions_requested": 2,
    },
    "line": {"invoice_attached": True, "paid_by_patient": True, "for_allowed_service": True},
}
NOT_COVERED: Aim = {
    "claim.facts.eligibility": ("not_covered",),
    "claim.facts.no_cover_reason": ("study_certificate_missing", "identity_document_missing", "other", None),
    "claim.patient.sex": ("male", "male", "female", None),
    "claim.facts.child_accepted": (True, False, None),
}
FOREIGNER: Aim = {
    "claim.patient.id_kind": ("booklet_serial", "booklet_serial", "fida", "national_code", None),
    "claim.patient.id": ("9912345678", "991234567", "99123456789", "991234567x"),
    "claim.facts.foreign_national": (True, False, None, None),
    "claim.facts.identity_document": ("booklet_cover", "booklet", "national_card", "none", None),
}
ILL: Aim = {
    "claim.patient.conditions": (["hemophilia"], ["thalassemia", "ms"], ["dialysis"], ["ms"], []),
    "claim.facts.eligibility_code": FACTS["eligibility_code"],
}
LETTERHEAD: Aim = {"claim.facts.prescription_form": ("letterhead", "letterhead", "letterhead", "booklet")}
FAR: Aim = {
    "claim.facts.out_of_province": (True, True, None),
    "claim.facts.on_province_list": (True, True, None),
    "claim.facts.sending_approval": (*FACTS["sending_approval"], None),
}
AGAIN: Aim = {"claim.facts.repeat_sending": (True, True, True, None)}
IN_TOWN: Aim = AGAIN | {
    "claim.facts.followup_recorded": (True,),
    "claim.facts.available_locally": (True, True, None),
    "claim.facts.surgery_followup": (True, True, True, False, None),
}
COURSE: Aim = AGAIN | {
    "claim.facts.course_treatment": ("chemotherapy", "chemotherapy", "dialysis", None),
    "claim.facts.protocol_approved": (True, True, True, None, False),
    "claim.facts.protocol_sessions": (1, 2, 3, 4, None),
}
BY_CAR: Aim = {
    "line.facts.vehicle": ("hired_car", "hired_car", "train", "plane", "bus", "other"),
    "line.facts.ticket_price": (0, 200_000, 600_000, 4_800_000, None),
    "claim.facts.approved_vehicles": (["hired_car", "plane", "train"], ["hired_car"], ["train"], [], None, None),
}
COMPANY: Aim = {
    "claim.facts.disability_companion": ("confirmed", "physician_only", "none", None),
    "claim.facts.companions_requested": (0, 1, 1, 2, None),
    "line.facts.companion_no": (1, 1, 2, 3, None),
}
HANDED_ON: Aim = {"claim.facts.own_hospital_transfer": ("complete", "complete", "service_only", None)}
ALL_SIGNED: Aim = {"claim.facts.transfer_form_signed": FACTS["transfer_form_signed"]}
AIMS: dict[str, Aim] = {
    "ELG-08": NOT_COVERED | {"claim.facts.eligibility_contested": (True, True, False)},
    "ELG-02": {"claim.facts.eligibility": ("not_covered", None)},
    "ELG-03a": {"claim.facts.eligibility": ("not_covered", None)},
    "ELG-09a": NOT_COVERED,
    "ELG-09b": NOT_COVERED,
    "ELG-05c": {"claim.facts.eligibility_checked_on": ("1399-03-02", "1399-12-06", "1399-06-01", None)},
    "PAR-09": {"claim.facts.service_registered": (False, False, True, None)},
    "REI-06b": {"claim.facts.eligibility": ("covered",), "line.code": ("C304", "C302"), "line.section": ("supply",)},
    "ELG-05a": {"claim.facts.eligibility_inquiry": ("special", "special", "general")},
    "PAR-02a": FOREIGNER | {"claim.patient.id_kind": (None, None, "fida")},
    "PAR-02b": FOREIGNER | {"claim.facts.foreign_national": (False, False, None)},
    "PAR-04a": ILL,
    "PAR-04b": ILL,
    "PAR-05a": FOREIGNER,
    "PAR-05b": FOREIGNER,
    "PAR-05c": FOREIGNER | {"claim.facts.foreign_national": (True,)},
    "PAR-06c": {"claim.facts.prescription_form": ("electronic",)},
    "PAR-10a": LETTERHEAD,
    "PAR-10b": LETTERHEAD,
    "PAR-10c": LETTERHEAD,
    "PAR-10d": LETTERHEAD,
    "PAR-10e": LETTERHEAD,
    "PAR-11b": {"claim.facts.paper_delivered": (False, False, None)},
    "REI-04a": {"submission.provider.contracted": (True, True, False)},
    "REI-05a": {"submission.provider.kind": ("specialty_clinic", "limited_surgery_center", "office")},
    "REI-05d": {"submission.provider.contracted": (True,)},
    "REI-06a": {"submission.provider.kind": ("office", "specialty_clinic", "hospital")},
    "REI-07": {"submission.provider.sector": ("public_university", "public_other", "charity")},
    "REI-12": {"submission.provider.sector": ("public_other", "private"), "claim.facts.bill_source": ("paper",)},
    "REI-13a": {"claim.patient.iban": (None, None, "IR050170000000123456789012")},
    "REI-15a": {"claim.facts.bill_seal": ("broken", "missing")},
    "REI-15b": {"claim.facts.bill_seal": ("missing", None, "valid")},
    "REI-18": {"claim.facts.misuse_found": (True, None)},
    "REI-20g": {"claim.discharged_at": (None,), "line.code": (None, "C211", "C301")},
    "TRV-04a": FAR,
    "TRV-04c": FAR | {"claim.facts.sending_approval": ("pending",)},
    "TRV-06a": BY_CAR,
    "TRV-06b": BY_CAR | {"line.amount": (6_000_000, 2_400_001)},
    "TRV-06c": BY_CAR | {"line.facts.vehicle": ("train", "plane")},
    "TRV-06e": BY_CAR
    | {"line.facts.vehicle": ("hired_car", "hired_car", "bus"), "claim.patient.birth_date": ("1390-01-01",)},
    "TRV-09": COMPANY,
    "TRV-09c": COMPANY,
    "TRV-10a": COMPANY | {"claim.facts.disability_companion": ("confirmed",)},
    "TRV-10c": COMPANY | {"claim.facts.disability_companion": ("confirmed",)},
    "TRV-12a": AGAIN | {"claim.facts.followup_recorded": (True, False, None)},
    "TRV-12b": IN_TOWN,
    "TRV-12c": IN_TOWN | {"claim.facts.surgery_followup": (True,)},
    "TRV-12d": COURSE,
    "TRV-12e": COURSE,
    "TRV-17a": HANDED_ON,
    "TRV-17b": HANDED_ON,
    "TRV-18": HANDED_ON | {"claim.facts.own_hospital_transfer": ("service_only",)},
    "TRV-20a": IN_TOWN,
    "TRV-20b": HANDED_ON | {"claim.facts.transfer_coordinated": (True, False, None)},
    "TRV-21a": HANDED_ON | ALL_SIGNED,
    "TRV-21b": HANDED_ON | ALL_SIGNED,
}
