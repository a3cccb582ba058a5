"""What generated radiotherapy claims are made of: lines that meet each other, values of facts, and what a rule needs."""

from typing import Any

from tests.oracle.aims import GP, INTERNIST, RESIDENT, Aim

OUT = ("radiotherapy",)
BOTH = ("radiotherapy", "radiotherapy", "radiotherapy", "inpatient")
THEMES = (
    (OUT, "901950 705350 705330 901955 705380", "RT-01"),
    (BOTH, "901950 901955 901950 705330 705505", "RT-03 RT-18"),
    (BOTH, "901955 705380 901955 705320", "RT-04"),
    (BOTH, "705300 705305 705340 705330 705505", "RT-05a RT-20"),
    (OUT, "705305 709320 709330 709340 709310", "RT-05c RT-05d RT-02a"),
    (OUT, "VISIT 901950 705330", "RT-02a"),
    (BOTH, "705350 705315 705350 705330 705315", "RT-06"),
    (BOTH, "705400 705325 705350 705315 705400", "RT-06b"),
    (BOTH, "705320 705380 705375 705380", "RT-07"),
    (BOTH, "705400 705325 705400 705325", "RT-08"),
    (BOTH, "705355 705360 705330 705425", "RT-09"),
    (BOTH, "705370 705390 705370 705390 705330", "RT-10 RT-11"),
    (BOTH, "705395 705395 705330", "RT-12"),
    (BOTH, "705330 705410 705420 705425 705415 705405", "RT-13 RT-15a"),
    (BOTH, "705430 705435 705350 705330 705505", "RT-13g RT-13d"),
    (BOTH, "705330 705430 705420 705400", "RT-15 RT-16"),
    (OUT, "705330", "RT-15c"),
    (BOTH, "901955 705505 705510 705320 901955", "RT-19"),
    (BOTH, "705505 705510 705520 705545 705510", "RT-21a"),
    (BOTH, "705510 705505 705350 705400 705370 705320", "RT-21b"),
    (BOTH, "705545 602365 602365 709350", "RT-21c"),
    (BOTH, "705505 705505 705330", "RT-22"),
    (OUT, "T-RTMASK T-RTTAPE T-BRNEEDLE 709320 602365 705505", "RT-22 RT-05d"),
)
FACTS: dict[str, tuple[Any, ...]] = {
    "treatment_sheet": ("signed", "unsigned", "missing"),
    "sessions": (0, 1, 2, 4, 5, 6, 25, 28),
    "course_start": ("1395-02-20", "1395-03-01", "1394-06-10"),
    "technique": ("conventional", "conformal", "imrt", "stereotactic"),
    "rt_region": ("breast", "axilla", "liver", "larynx", "regional_nodes", "other"),
    "phase": (1, 2, 3, 4),
    "shield_kind": ("custom", "prefabricated_only"),
    "portal_images": (0, 1, 2, 5),
    "field_energy_mv": (0, 6, 8, 8.5, 15, 15.5, 16, 18),
    "fields_in_sheet": (0, 1, 80, 99, 100, 160),
    "brachy_device": ("hdr", "mdr"),
}
ONCOLOGIST = {"id": "33333", "qualification": "specialist", "specialty": "radiation_oncology"}


def often(good: Any, *others: Any) -> tuple[Any, ...]:
    return (good,) * 6 + others


def past(*codes: str, day: str = "1395-02-22", **row: Any) -> list[dict[str, Any]]:
    return [{"date": day, "code": code} | row for code in codes]


COURSE: Aim = {
    "claim.facts.initial_referral_attached": often(True, None),
    "claim.facts.pathology_or_metastasis_proof": often(True, None),
    "claim.facts.treatment_sheet": often("signed", None),
    "line.facts.management_notes_recorded": often(True, None),
    "line.facts.supervisor_confirmed": often(True, None),
    "line.facts.field_shaping": often(True, None),
    "line.facts.field_energy_mv": often(18),
    "line.facts.brachy_device": often("hdr"),
}
STARTS = ("1395-02-20", "1395-02-22", "1395-02-23", None)


def paid(*codes: str, **row: Any) -> Aim:
    """A history of these codes, in the course, before it, or of a course of unknown start."""
    rows = [past(code, **row) for code in codes]
    return COURSE | {
        "claim.history": (None, None, None, *rows, past(*codes, day="1395-02-19", **row)),
        "claim.facts.course_start": STARTS,
    }


ORGANS = ("breast", "breast", "axilla", "supraclavicular", "prostate", "regional_nodes", None)
SIDES = ("left", "left", "right", None, None)
REGIONS: Aim = {"line.facts.rt_region": ORGANS, "line.facts.side": SIDES}
SESSIONS: Aim = {
    "claim.facts.sessions": (None, None, 1, 2, 4, 5, 6, 25, 28, 29),
    "claim.facts.course_finished": (True, False, None),
    "line.qty": (1, 2, 3, 5, 6, 15, 10),
}
ENERGY: Aim = COURSE | {
    "line.facts.field_energy_mv": (0, 6, 8, 8.5, 15, 15.5, 16, None),
    "line.facts.field_shaping": (True, False, False, None),
    "line.facts.head_angle_zero": (True, True, False, None),
    "line.modifiers": (None, None, ["88"]),
    "submission.facts.linac_mlc": (True, False, None),
    "submission.facts.linac_portal": (True, False, None),
    "line.qty": (1, 10, 40, 2.5),
    "line.amount": (5_000_000, 4_000_000, 2_000_000, 1_600_000, 480_000, 40_000),
}
MULTILEAF: Aim = paid("705360", "705355") | {
    "line.modifiers": (["88"], ["88"], None),
    "line.amount": (5_000_000, 1_000_000, 44_000, 48_000, 90_000),
    "submission.facts.linac_mlc": (True, True, False, None),
    "submission.facts.linac_portal": (True, False, None),
    "line.facts.shield_kind": often("custom", None),
    "line.facts.shield_image": often(True, None),
}
TABLE: Aim = COURSE | {
    "line.facts.rt_region": ("breast", "larynx", "larynx", "liver", "axilla", "other", None),
    "line.facts.side": (None, None, "left", "right"),
    "line.facts.phase": (None, 1, 2, 3, 4),
    "line.facts.fields_in_sheet": (None, None, None, 50, 160),
    "line.qty": (60, 99, 100, 123, 160, 161, 61, 24, 25),
    "claim.facts.technique": ("conventional", "conventional", "imrt", "stereotactic", None),
    "claim.facts.course_start": STARTS,
    "claim.history": (None, None, past("705330", qty=60), past("705430", qty=1)),
}
MAXIMAL: Aim = TABLE | {
    "line.facts.rt_region": ("liver", "liver", "liver", "breast"),
    "line.qty": (60, 60, 60, 160, 61),
    "claim.kind": ("radiotherapy",),
    "claim.facts.technique": often("conventional", "imrt"),
    "claim.history": (None,),
    "line.facts.side": (None,),
}
BRACHY: Aim = (
    COURSE
    | SESSIONS
    | {
        "line.facts.rt_region": ("cervix", "cervix", "vagina", None),
        "line.facts.brachy_device": ("hdr", "hdr", "mdr", None),
    }
)
AIMS: dict[str, Aim] = {
    "RT-01a": COURSE
    | {
        "claim.prescriber": (ONCOLOGIST, ONCOLOGIST, ONCOLOGIST, GP, RESIDENT, INTERNIST, {"id": "5"}),
        "claim.facts.initial_referral_attached": often(False, True, None),
        "claim.facts.prior_radiotherapy": often(False, True, None),
    },
    "RT-01d": COURSE
    | {
        "claim.facts.initial_referral_attached": (False, False, None),
        "claim.facts.prior_radiotherapy": (False, True, None),
        "claim.facts.prior_records_attached": (True, False, None),
        "claim.facts.course_start": STARTS,
        "claim.history": (None, past("705330"), past("901950"), past("705555", day="1394-06-10")),
    },
    "RT-03a": paid("901950") | {"line.qty": (1, 1, 2)},
    "RT-03b": COURSE | {"line.facts.management_notes_recorded": (True, False, None)},
    "RT-03c": COURSE
    | {
        "line.facts.supervisor_confirmed": (True, False, None),
        "submission.provider.sector": ("public_university", "public_other", "private", "charity"),
    },
    "RT-04a": paid("901955", "705380", qty=3) | SESSIONS,
    "RT-04b": paid("705380", qty=22) | SESSIONS,
    "RT-05a": paid("705300", "705340") | {"line.qty": (1, 1, 2)},
    "RT-05c": COURSE | {"submission.facts.ct_simulator_equipped": (True, False, None)},
    "RT-05d": COURSE
    | {
        "submission.facts.ct_simulator_equipped": often(True, None),
        "submission.facts.radiologist_officer": (True, False, None),
    },
    "RT-06a": paid("705315", facts={"rt_region": "breast", "side": "left"}) | REGIONS | {"line.qty": (1, 1, 1, 2)},
    "RT-06b": COURSE | REGIONS | {"line.facts.phase": (1, 1, 2)},
    "RT-07a": COURSE | SESSIONS,
    "RT-08a": paid("705400", facts={"rt_region": "breast", "phase": 1})
    | REGIONS
    | {"line.facts.phase": (1, 1, 2, None), "line.qty": (1, 1, 1, 2)},
    "RT-08b": COURSE
    | {
        "line.facts.phase": (1, 2, 3, 4, None),
        "line.facts.rt_region": ("liver", "larynx", "thyroid", "breast", "other", None),
    },
    "RT-09a": paid("705355") | {"line.facts.shield_kind": often("custom"), "line.facts.shield_image": often(True)},
    "RT-09b": COURSE
    | {
        "line.facts.supervisor_confirmed": (True, False, None),
        "line.facts.shield_image": (True, False, None),
        "submission.provider.sector": ("public_university", "public_other", "private", "charity"),
    },
    "RT-09c": MULTILEAF,
    "RT-10": paid("705370"),
    "RT-11a": paid("705390"),
    "RT-12a": COURSE | {"line.facts.portal_images": (0, 1, 2, 5, None), "line.qty": (1, 2, 3)},
    "RT-13b": ENERGY,
    "RT-13c": ENERGY,
    "RT-13d": ENERGY,
    "RT-13f": ENERGY | {"line.modifiers": (["88"],)},
    "RT-13g": ENERGY | {"line.modifiers": (["88"],)},
    "RT-15a": TABLE | {"line.facts.fields_in_sheet": (0, 50, 99, 100, 160)},
    "RT-15b": MAXIMAL | {"line.qty": (60, 61, 70, 160, 161)},
    "RT-15c": MAXIMAL
    | {
        "line.facts.fields_in_sheet": (None, None, 60),
        "line.qty": (60, 60, 60, 61),
        "claim.patient.id": ("0012345679", "0012345680", "0012345681"),
    },
    "RT-16a": TABLE,
    "RT-18": paid("901950", "705505") | {"line.qty": (1, 1, 2, 3)},
    "RT-19a": paid("901955", "705505", "705380") | BRACHY,
    "RT-20": paid("705300", "705340") | {"line.qty": (1, 1, 2)},
    "RT-21a": BRACHY | {"line.qty": (1, 2, 3, 4), "claim.facts.sessions": (None, None, 2, 3)},
    "RT-21b": BRACHY,
    "RT-21c": BRACHY | {"line.qty": (1, 1, 2)},
    "RT-22a": BRACHY,
    "RT-22b": BRACHY,
}
