"""What the physicians' rules need before they can bite, and the lines on which they do."""

from typing import Any

Aim = dict[str, tuple[Any, ...]]
INTERNIST = {"id": "11111", "qualification": "specialist", "specialty": "internal_medicine"}
CARDIOLOGIST = {"id": "55563", "qualification": "subspecialist", "specialty": "cardiology"}
GP = {"id": "55555", "qualification": "gp", "specialty": "general_practice"}
PEOPLE = (INTERNIST, INTERNIST, CARDIOLOGIST, GP)
PATIENT, OTHER_PATIENT = "0012345679", "0012345680"
OWN: Aim = {"claim.prescriber": PEOPLE, "claim.facts.referred_by_other": (None, None, True, False)}
SEVERAL: Aim = OWN | {
    "claim.patient.id": (PATIENT, PATIENT, PATIENT, OTHER_PATIENT),
    "claim.service_date": ("1395-03-05", "1395-03-05", "1395-03-06"),
    "line.performer": (None, None, None, *PEOPLE),
}
TESTED: Aim = OWN | {"line.performer": (None, None, CARDIOLOGIST, GP)}
WITH_VISITS: Aim = SEVERAL | {"claim.kind": ("visit", "physician_service", "physician_service")}
PARTS: Aim = {"line.facts.independent_procedure": (None, True, False)}
PAST = (
    [{"date": "1395-03-05", "code": "900780", "provider": "P-OTHER"}],
    [{"date": "1395-03-04", "code": "900785"}, {"date": "1395-03-05", "code": "900710"}],
)
OFFICE = ("physician_service", "physician_service", "physician_service", "inpatient", "temporary")
SERVICE = ("physician_service",)
PHYSICIANS_THEMES = (
    (("visit", "physician_service"), "VISIT VISIT", "PHY-11 PHY-12 PHY-13 PHY-13a PHY-15"),
    (SERVICE, "VISIT 100020 900375 900380 900785 900245", "PHY-02 PHY-08 PHY-13 PHY-14 PHY-22"),
    (("visit",), "VISIT 100020 900375", "PHY-08 PHY-13 PHY-22"),
    (SERVICE, "P901 P905 P903 900710 T-NOWHERE 900800", "PHY-03 PHY-04 PHY-14"),
    (SERVICE, "901285 900710", "PHY-26"),
    (OFFICE, "901533 901540 200065 100135 100015", "PHY-05 PHY-20"),
    (OFFICE, "100100 100085 100100 100095 100100", "PHY-06 PHY-20 PHY-29"),
    (SERVICE, "900785 900780 900785 900710", "PHY-07"),
    (OFFICE, "502090 502155 502160 502090", "PHY-21"),
    (SERVICE, "901260 901255 901290 901285 VISIT", "PHY-23"),
    (SERVICE, "900275 900270 900290 900245 G501", "PHY-24 PHY-25 PHY-29"),
    (SERVICE, "900275 901265 900270 T-SYRINGE 900255", "PHY-23 PHY-24"),
    (OFFICE, "401540 P903 401305 P904 VISIT", "PHY-25"),
    (OFFICE, "901010 901005 900985 400565 400515", "PHY-25 PHY-27"),
    (OFFICE, "501715 501725 100090 100215 100225", "PHY-25 PHY-27"),
    (SERVICE, "100166 100165 100166 100165", "PHY-29"),
    (SERVICE, "100166 100166 900710", "PHY-28"),
    (SERVICE, "100166 100165", "PHY-28"),
    (SERVICE, "602770 100090 300130 602770 100090", "PHY-29"),
    (SERVICE, "602770 602770", "PHY-30"),
    (SERVICE, "900771 900771", "PHY-31"),
    (SERVICE, "900990 900985 901005", "PHY-32"),
    (SERVICE, "100005 100035 P902 P906 100015", "PHY-34"),
    (OFFICE, "900760 P906 900760 P902", "PHY-36"),
)
PHYSICIANS_AIMS: dict[str, Aim] = {
    "PHY-02": SEVERAL,
    "PHY-03": {"submission.provider.kind": ("office", "general_clinic", "specialty_clinic", "hospital")},
    "PHY-04": TESTED,
    "PHY-04a": TESTED,
    "PHY-06": {"line.facts.lesion": ("corn", "corn", "other", None), "line.qty": (1, 1, 2, 3)},
    "PHY-07": SEVERAL | {"claim.history": (None, None, None, *PAST)},
    "PHY-07a": {"line.qty": (1, 2, 3, 1.5)},
    "PHY-08": WITH_VISITS,
    "PHY-13": WITH_VISITS,
    "PHY-13a": {"line.qty": (1, 2, 3, 1.5, 0.5), "line.performer": (None, *PEOPLE, {"id": "11111"})},
    "PHY-14": {"line.code": (None, "", "100020")},
    "PHY-22": WITH_VISITS,
    "PHY-23a": {"line.qty": (1, 2, 3)},
    "PHY-24": PARTS,
    "PHY-25": PARTS,
    "PHY-26": {"line.facts.ordered_by_physician": (True, False, None)},
    "PHY-29": {"line.qty": (1, 1, 2, 3, 0.5)},
    "PHY-30": {"line.qty": (1, 2, 3, 2.5), "line.amount": (36000, 36001, 90000)},
    "PHY-31": {
        "line.qty": (1, 2, 3),
        "line.amount": (50000, 2_000_000),
        "line.facts.recording_hours": (12, 24, 47.5, 48, 72, None),
    },
    "PHY-32": {"claim.patient.birth_date": ("1392-03-04", "1392-03-05", "1392-03-06", "1394-01-01", None)},
}
