"""What generated laboratory claims are made of: lines that meet each other, values of facts, and what a rule needs."""

from typing import Any

from tests.oracle.aims import GP, INTERNIST, RESIDENT, Aim

BOTH = ("laboratory", "laboratory", "inpatient", "temporary")
OUT = ("laboratory",)
STAY = ("inpatient", "temporary")
THEMES = (
    (STAY, "800005 800015 800005 L-CBC", "LAB-01a LAB-03"),
    (STAY, "800010 800010 800010 L-CBC", "LAB-01b LAB-12"),
    (STAY, "800005 800010 L-CBC 807025 L-IHC 805079", "LAB-13"),
    (OUT, "800005 800015 804600 807000 L-CBC", "LAB-02a LAB-02b LAB-02c LAB-03"),
    (OUT, "800005 807000 804600 807155 L-IHC", "LAB-02"),
    (OUT, "804600 804605 804815 807000 L-UA", "LAB-02"),
    (OUT, "804600 804640 804800 800005 L-UA", "LAB-02"),
    (OUT, "800010 L-CBC 800005", "LAB-02d"),
    (BOTH, "800015 800005 L-CBC L-UA", "LAB-03"),
    (OUT, "L-LFT L-SGOT L-SGPT L-ALP 800005", "LAB-04a LAB-02c"),
    (BOTH, "L-LDL L-VLDL L-IBIL L-CHOL 800430", "LAB-04b LAB-06c"),
    (BOTH, "L-FBS L-UA L-CBC 800410", "LAB-04c"),
    (BOTH, "L-CBC L-MCV L-MCHC L-MCV", "LAB-04d"),
    (BOTH, "L-FBS 800410 L-GCT L-2HPP L-OGTT", "LAB-04e LAB-06a"),
    (BOTH, "L-CRP-QN L-CRP-SQ L-CRP-QL L-RF-QN L-RF-QL", "LAB-04f LAB-04g"),
    (BOTH, "801590 802875 L-UA", "LAB-04h"),
    (BOTH, "800005 805055 805005 805090 805010", "LAB-04i LAB-07m LAB-11i"),
    (BOTH, "804600 805079 805005 800005", "LAB-04j LAB-07"),
    (BOTH, "804600 805057 805000 807000", "LAB-04j LAB-11d LAB-11e"),
    (BOTH, "801800 801805 801820", "LAB-04k"),
    (BOTH, "807025 L-LBC 807000 800005", "LAB-04l LAB-05e LAB-02b"),
    (BOTH, "804640 804800 804855 805000 805108 806500 806575 807155 807160", "LAB-05"),
    (BOTH, "805079 805005 800005", "LAB-07"),
    (BOTH, "805080 805000 805081 800005", "LAB-07 LAB-07l"),
    (BOTH, "805079 805090 805005 800005", "LAB-07h LAB-11i"),
    (BOTH, "805080 805091 805000 805010", "LAB-07h LAB-11i LAB-07n"),
    (BOTH, "805081 805000 805081 805086", "LAB-07i LAB-07j"),
    (BOTH, "805082 805005 805079 805082", "LAB-07j LAB-07k LAB-07f"),
    (BOTH, "805080 805000 805080 805086", "LAB-07g LAB-07l"),
    (BOTH, "805010 805000 805055 805091", "LAB-07n LAB-07o LAB-11f LAB-11g"),
    (BOTH, "805102 805005 805070 804600 805000", "LAB-11h LAB-07o"),
    (BOTH, "804605 804815 804820 804845 804835 804600", "LAB-08"),
    (BOTH, "804630 804825 804600 805000", "LAB-08a LAB-08g"),
    (BOTH, "804635 804850 804600 L-BMBX", "LAB-08a LAB-08b LAB-08c LAB-08h LAB-08i"),
    (BOTH, "805106 805000 805107 805108 800005", "LAB-08j LAB-09"),
    (BOTH, "805108 805106 805000", "LAB-09d"),
    (OUT, "L-PKU1 L-PKU2 L-AR1 L-AR2 800005", "LAB-10a LAB-10b"),
    (OUT, "L-XL1 L-XL2 800005", "LAB-10c"),
    (BOTH, "804840 804600 805000", "LAB-11a LAB-11b LAB-11c"),
    (BOTH, "L-IHC L-IPT 807000", "LAB-11k LAB-11l"),
    (BOTH, "L-CX26 L-CBC 800005", "LAB-11m LAB-02c"),
)
FACTS: dict[str, tuple[Any, ...]] = {
    "method": ("glucometer", "rapid_strip", "photometer"),
    "requested_method": ("quantitative", "semi_quantitative", "qualitative", "not_stated"),
    "sample": ("blood", "urine", "tissue", "marrow"),
    "genetic_test": ("rna_quantitative", "dna_genotype", "her2_molecular", "n_myc", "jak2", "pcr_qualitative", "other"),
    "primer_count": (0, 1, 2, 95, 96, 97),
    "probe_count": (0, 1, 2, 5),
    "markers_requested": (0, 1, 2, 5),
    "pcr_purpose": ("diagnosis", "follow_up"),
    "tg_mg_dl": (400, 401, 400.5, 150),
    "followup_start_on": ("1394-03-07", "1394-03-08", "1393-03-07", "1392-03-08", "1392-03-07", "1394-10-01"),
    "transplant_on": ("1394-03-07", "1394-03-08", "1395-03-07", "1394-10-01"),
    "karyotype_indication": ("syndrome", "recurrent_abortion", "mental_retardation", "none"),
    "hla_match": (3, 4, 5, 6),
    "hla_donor": ("adult", "cord_blood"),
    "pregnancy_month": (0, 4, 5),
    "her2_ihc": ("negative", "one_plus", "two_plus", "three_plus"),
    "repeat_draw_days": (0, 1, 2, 3),
}


def often(good: Any, *others: Any) -> tuple[Any, ...]:
    return (good,) * 8 + others


def past(code: str, *days: str) -> list[dict[str, Any]]:
    return [{"date": day, "code": code} for day in days]


LOADED = ("1394-03-07", "1394-03-08", "1394-09-01", "1394-12-01", "1395-02-01")
COVERED: Aim = {
    "submission.facts.pcr_contract": often(True, False, None),
    "claim.facts.insurer_approved": often(True, False, None),
    "claim.facts.package_indication": often(True, False, None),
    "claim.facts.karyotype_indication": often("syndrome", "none", None),
    "claim.facts.her2_ihc": often("two_plus", "three_plus", None),
}
KNOWN: Aim = COVERED | {"claim.patient.conditions": ([], ["hcv"], ["malignancy", "hbv"])}


def of_test(*names: str) -> Aim:
    return COVERED | {"line.facts.genetic_test": (*names, *names, *names, None)}


def loads(code: str) -> Aim:
    histories = [past(code, *LOADED[start:]) for start in range(6)] + [past(code, *LOADED, *LOADED)]
    return COVERED | {"claim.history": (*histories, [{"date": "1394-10-10", "code": code, "qty": 3}])}


WARDS: Aim = {"line.date": ("1395-03-05", "1395-03-06", "1395-03-07", None, None)}
AIMS: dict[str, Aim] = {
    "LAB-01a": WARDS,
    "LAB-01b": WARDS,
    "LAB-12": WARDS,
    "LAB-03": {
        "claim.patient.birth_date": ("1390-03-05", "1390-03-06", "1390-03-07", "1390-03-08", "1392-01-01", None)
    },
    "LAB-04i": of_test("hcv_genotype"),
    "LAB-04j": of_test("her2_molecular", "hcv_resistance", "jak2") | {"line.facts.sample": ("tissue", "blood", None)},
    "LAB-04l": {"submission.provider.sector": ("private", "public_university")},
    "LAB-06c": {"line.facts.measured_with_kit": often(True, False, None)},
    "LAB-07c": COVERED | {"claim.prescriber": (GP, INTERNIST, RESIDENT, {"id": "5"}, None)},
    "LAB-07f": loads("805079"),
    "LAB-07g": loads("805080"),
    "LAB-07h": KNOWN | {"line.facts.genetic_test": ("pcr_qualitative", "pcr_qualitative", "other", None)},
    "LAB-07i": loads("805081")
    | {
        "claim.history": (past("805081", *LOADED, *LOADED), past("805081", *LOADED[1:], "1394-10-01")),
        "claim.patient.conditions": (["kidney_transplant"], ["transplant"], ["bone_marrow_transplant", "malignancy"]),
        "line.facts.pcr_purpose": ("follow_up", "follow_up", "follow_up", "diagnosis", None),
        "claim.facts.transplant_on": ("1394-03-08", "1394-03-08", "1394-03-07", None),
    },
    "LAB-07j": loads("805082") | {"claim.patient.conditions": (["malignancy"], ["immunodeficiency"], [])},
    "LAB-07k": of_test("rna_quantitative"),
    "LAB-07l": of_test("dna_quantitative"),
    "LAB-07m": of_test("rna_genotype", "hcv_genotype"),
    "LAB-07n": of_test("dna_genotype"),
    "LAB-08a": KNOWN,
    "LAB-08c": COVERED
    | {
        "claim.facts.karyotype_indication": ("recurrent_abortion", "recurrent_abortion", "mental_retardation"),
        "claim.patient.sex": ("female", "male", None),
    },
    "LAB-08d": COVERED,
    "LAB-08e": COVERED,
    "LAB-08f": COVERED,
    "LAB-08g": of_test("karyotype_amniotic"),
    "LAB-08h": of_test("karyotype_marrow"),
    "LAB-08i": of_test("karyotype_marrow"),
    "LAB-08j": of_test("marrow_transplant_hla"),
    "LAB-09a": {"line.qty": (1, 50, 95, 96, 97, 120)},
    "LAB-09b": {"line.qty": (1, 1, 24, 40), "claim.facts.hla_match": often(6, 3, None)},
    "LAB-09d": {"line.qty": (12, 24, 25, 30), "claim.facts.hla_match": often(6, 3, None)},
    "LAB-10b": {
        "claim.facts.affected_child": (False, False, True),
        "claim.facts.carrier_documents": (True, False, None),
        "claim.facts.stage_one_positive": (True, False, None),
    },
    "LAB-11a": KNOWN | {"claim.facts.her2_ihc": ("negative", "one_plus", "two_plus", "three_plus", None)},
    "LAB-11b": COVERED | {"line.qty": (1, 2, 3)},
    "LAB-11c": COVERED,
    "LAB-11d": of_test("her2_molecular"),
    "LAB-11e": of_test("n_myc"),
    "LAB-11f": of_test("jak2"),
    "LAB-11g": of_test("hbv_resistance"),
    "LAB-11h": of_test("hcv_resistance"),
    "LAB-11i": COVERED | {"line.facts.genetic_test": ("hcv_genotype", "rna_genotype", "pcr_qualitative", None, None)},
}
