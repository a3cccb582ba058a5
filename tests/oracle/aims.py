"""What else a rule needs before it can bite: values laid over the claims that are aimed at it.

A path begins with submission, claim or line; one of its values is taken for each holder, `None` takes the key away.
"""

from typing import Any

from tests.oracle.physicians_aims import PHYSICIANS_AIMS

GP = {"id": "55555", "qualification": "gp", "specialty": "general_practice"}
INTERN = {"id": "55556", "qualification": "intern"}
RESIDENT = {"id": "55557", "qualification": "resident", "specialty": "internal_medicine"}
INTERNIST = {"id": "55558", "qualification": "specialist", "specialty": "internal_medicine"}
NEUROLOGIST = {"id": "55559", "qualification": "specialist", "specialty": "neurology"}
RADIOLOGIST = {"id": "55560", "qualification": "specialist", "specialty": "radiology"}
MIDWIFE = {"id": "55561", "qualification": "midwife", "specialty": "midwifery"}
PAEDIATRICIAN = {"id": "55562", "qualification": "specialist", "specialty": "pediatrics"}
CARDIOLOGIST = {"id": "55563", "qualification": "subspecialist", "specialty": "cardiology"}
ANAESTHETIST = {"id": "55564", "qualification": "specialist", "specialty": "anesthesiology"}

Aim = dict[str, tuple[Any, ...]]


class Deal(tuple[Any, ...]):
    """Values dealt out like cards, so that no two holders have the same."""

    __slots__ = ()


CONTRACT_DAYS = ("1395-03-04", "1395-03-05", "1395-03-06", "1395-03-07", "1395-03-08", "1395-03-10")
SINGLE: Aim = {"line.qty": (1,)}
ORDERED_BY_GP: Aim = {"claim.prescriber": (GP, INTERN, RESIDENT), "claim.facts.admission_stamp": (True, False, None)}
NO_DIAGNOSIS: Aim = {"claim.diagnosis": (None, "", "  "), "claim.facts.insurer_approved": (True, False, None)}
URGENT: Aim = {
    "claim.facts.emergency_or_trauma": (True, True, False, None),
    "claim.facts.emergency_stamp": (True, True, False, None),
}
SIDED: Aim = {"line.facts.side": ("left", "left", "right", "both", None)}
RURAL: Aim = {"submission.fund": ("rural",), "claim.facts.referral_required": (True,)}
DEAR: Aim = {"line.amount": (5_000_000,)}
TRANSCRANIAL: Aim = {
    "line.performer": (NEUROLOGIST, RADIOLOGIST, INTERNIST, None),
    "claim.prescriber": (
        NEUROLOGIST,
        INTERNIST,
        RADIOLOGIST,
        GP,
        {"qualification": "specialist", "specialty": "neurology"},
    ),
    "line.facts.specialty_relevant": (True, False, None),
    "line.facts.performer_qualified": (True, False, None),
}
AIMS: dict[str, Aim] = PHYSICIANS_AIMS | {
    "GEN-02c": {"claim.facts.defects": (["text_crossed_out"], ["correction_fluid", "date_altered"], None)},
    "GEN-02d": {"claim.facts.defects": (["date_altered"],)},
    "GEN-02h": {"claim.facts.defects": (["price_altered"],)},
    "GEN-04": {"claim.facts.defects": (["torn_header"],)},
    "GEN-05": {"claim.facts.date_written": (False, False, None)},
    "GEN-07": {"claim.prescription_date": ("1395-01-31", "1395-01-15", "1394-12-29")},
    "GEN-07a": {"claim.prescription_date": ("1395-02-04", "1395-02-05", "1395-01-31")},
    "GEN-08a": {"submission.provider.contract_from": CONTRACT_DAYS},
    "GEN-08b": {"submission.provider.contracted": (False,)},
    "GEN-08f": {"submission.month": ("1395-03", "1395-04", "1395-05")},
    "GEN-08h": {"claim.facts.sheets": (["copy"], ["first", "copy"], ["second", "copy"])},
    "GEN-08i": {"claim.facts.sheets": (["carbon"], ["first", "carbon"], ["second", "carbon"])},
    "GEN-08k": {"claim.facts.sheets": (["third"], ["first", "third"])},
    "GEN-08l": {"claim.facts.sheets": (["blank"], ["second", "blank"])},
    "GEN-08p": {"claim.facts.referral_required": (True, None)},
    "GEN-08r": {"claim.facts.other_provider_stamp": (True,)},
    "GEN-08t": {
        "claim.facts.mother_booklet": (True,),
        "claim.patient.birth_date": ("1395-02-06", "1395-02-07", "1395-02-08", None),
    },
    "GEN-09": {"submission.facts.technical_officer_id": ("55558",), "claim.prescriber": (INTERNIST, RADIOLOGIST)},
    "GEN-10": {"claim.prescriber": (INTERN,), "submission.provider.sector": ("public_university", "private")},
    "GEN-11": {"claim.prescriber": (RESIDENT,), "claim.facts.admission_stamp": (True, False, None)} | URGENT | SINGLE,
    "GEN-12": NO_DIAGNOSIS,
    "GEN-13": ORDERED_BY_GP,
    "GEN-13a": ORDERED_BY_GP | URGENT | SINGLE,
    "GEN-15f": {"line.facts.price_written": (False, True)},
    "GEN-16g": {
        "claim.prescriber": (PAEDIATRICIAN,),
        "line.facts.specialty_relevant": (True, False, None),
        "claim.patient.birth_date": ("1377-03-06", "1377-03-07", "1377-03-08", None),
    },
    "GEN-08n": {"claim.facts.sheets": (["first"], [], ["second"])},
    "GEN-08o": {
        "claim.facts.sheets": (["first"], [], ["second"]),
        "claim.facts.referred_by_other": (True, False, None),
    },
    "GEN-18": {
        "claim.facts.facility_stamp": (False, None, True),
        "claim.facts.centre_name_in_stamp": (False, None, True),
    },
    "GEN-18b": {"submission.facts.gp_officer": (True, False, None)},
    "GEN-20a": {"claim.fund": ("rural", "iranian")},
    "GEN-20b": RURAL,
    "GEN-21": {"submission.delivered_on": ("1395-04-15", "1395-04-16")},
    "GEN-21a": {"submission.delivered_on": ("1395-04-31", "1395-05-01"), "submission.provider.kind": ("hospital",)},
    "GEN-21b": {"submission.month": ("1394-12",), "submission.delivered_on": ("1395-01-31", "1395-02-01")},
    "GEN-21c": {
        "submission.facts.cumulative_delivery": (True,),
        "submission.delivered_on": ("1395-06-15", "1395-06-16"),
    },
    "GEN-22d": {"submission.delivered_on": ("1395-06-31", "1395-07-01")},
    "GEN-22f": {"submission.provider.contract_to": CONTRACT_DAYS},
    "GEN-24a": {
        "submission.facts.report_received_on": ("1395-05-01",),
        "submission.facts.objection_on": ("1395-05-16", "1395-05-17"),
    },
    "GEN-29": {"claim.facts.needs_insurer_approval": (True, None)},
    "GEN-29d": RURAL | {"claim.facts.referral_observed": (False,), "claim.facts.insurer_approved": (True, False, None)},
    "RAD-01": SIDED | {"line.facts.bone_part": ("proximal_end", "distal_end", "whole", None)},
    "RAD-02": DEAR,
    "RAD-05": DEAR,
    "RAD-06": SIDED,
    "RAD-08": DEAR,
    "RAD-10": {"line.qty": (2, 3, 5)},
    "RAD-11b": {"line.performer": (RADIOLOGIST, CARDIOLOGIST, INTERNIST, GP, None)},
    "RAD-12c": {"line.performer": (INTERNIST, CARDIOLOGIST, None)},
    "RAD-12d": {"line.performer": (INTERNIST, None), "claim.prescriber": (INTERNIST, GP)},
    "RAD-12h": {"line.performer": (INTERNIST, None), "claim.prescriber": (INTERNIST, RADIOLOGIST)},
    "RAD-12e": {"submission.facts.densitometry_licence": (True, False, None)},
    "SON-01a": {"line.facts.pelvic_extent": ("limited", "complete", None)},
    "SON-01c": {"line.facts.complete_pelvis_ordered": (True, False, None)},
    "SON-02a": DEAR,
    "SON-10a": {
        "claim.facts.mother_booklet": (True,),
        "claim.patient.birth_date": ("1395-02-06", "1395-02-07", "1395-02-08", None),
    },
    "SON-11a": {"line.facts.organs_ordered": (["liver"], ["spleen", "kidneys"], [], None)},
    "SON-12": DEAR,
    "SON-16a": TRANSCRANIAL,
    "SON-16b": TRANSCRANIAL,
    "SON-16c": TRANSCRANIAL,
    "SON-16d": TRANSCRANIAL,
    "SON-16f": TRANSCRANIAL | NO_DIAGNOSIS,
    "SON-16j": TRANSCRANIAL | {"submission.facts.tcd_equipment": (True, False, None)},
    "SON-16n": DEAR,
    "SON-17": {"claim.prescriber": (MIDWIFE,)},
    "CT-01b": {"line.facts.spiral_ordered": (True, False, None)},
    "CT-02a": ORDERED_BY_GP | URGENT | SINGLE,
    "CT-02b": NO_DIAGNOSIS,
    "CT-02c": ORDERED_BY_GP | URGENT | SINGLE,
    "CT-05a": SIDED,
    "CT-05b": SIDED,
    "CT-06": {"claim.facts.trauma_patient": (True, None)},
    "CT-09": DEAR,
    "CT-10b": {"line.performer": (ANAESTHETIST, GP, None)},
    "CT-11a": DEAR,
    "MRI-01a": {
        "claim.prescriber": (GP, RESIDENT, NEUROLOGIST, INTERNIST, MIDWIFE),
        "claim.facts.admission_stamp": (True, False, None),
    },
    "MRI-02a": SIDED,
    "MRI-02b": {"line.facts.separately_ordered": (True,), "line.facts.separately_reported": (True, False, None)},
    "MRI-03": SIDED,
    "MRI-04a": {"claim.facts.junction_request": ("cervicothoracic", "thoracolumbar", "lumbosacral", None)},
    "MRI-05a": DEAR,
    "NUC-01d": {"line.facts.spect_ordered": (True, False, None)},
    "NUC-01e": DEAR,
    "NUC-01f": DEAR,
}
