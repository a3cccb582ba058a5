"""What generated hospital bills are made of: beds, visits, consultations and nursing without codes, and lines beside them.

A code with a plus sign stands for a line without one: section, then its kind, days or title.
"""

import copy
from random import Random
from typing import Any

STAYS = ("inpatient", "inpatient", "inpatient", "temporary")
WARD = ("inpatient",)
OUT = ("physician_service", "inpatient", "inpatient", "temporary")
TITLES = {
    "shot": ("service", "تزریق عضلانی", 10_000),
    "burn_dressing": ("service", "پانسمان سوختگی وسیع", 90_000),
    "dressing": ("service", "پانسمان ساده", 15_000),
    "photo": ("service", "فتوتراپی نوزاد", 60_000),
    "exchange": ("service", "تزریق خون (تعویض خون)", 500_000),
    "syringe": ("supply", "سرنگ ۵ سی‌سی", 5_000),
    "oxygen": ("supply", "گاز اکسیژن", 40_000),
    "cap": ("supply", "کلاه یکبار مصرف", 6_000),
    "catheter": ("supply", "کاتتر ورید مرکزی", 120_000),
    "drug": ("drug", "سفازولین", 70_000),
    "assistant": ("assistant", "کمک جراح", 600_000),
    "theatre": ("operating_room", "اتاق عمل", 1_500_000),
}
BEDS = {
    "normal": 1_000_000,
    "double": 1_500_000,
    "single": 2_000_000,
    "vip": 3_000_000,
    "isolation": 2_000_000,
    "emergency": 1_000_000,
    "unlisted": 1_200_000,
    "monitored": 1_040_000,
    "burn": 1_800_000,
    "psychiatric": 900_000,
    "newborn_healthy": 400_000,
    "newborn_sick": 700_000,
    "post_ccu": 1_200_000,
    "ccu": 2_500_000,
    "icu": 5_000_000,
    "picu": 5_000_000,
    "ricu": 5_000_000,
    "nicu": 5_000_000,
    "bicu": 6_000_000,
    "companion": 300_000,
}
VISITS = {
    "": 110_000,
    "first_day": 120_000,
    "next_day": 100_000,
    "discharge": 110_000,
    "newborn_first": 130_000,
    "emergency_comprehensive": 300_000,
    "emergency_limited": 200_000,
    "critical_care": 600_000,
    "anesthesia_clinic": 150_000,
}
GRADES = ("excellent", "one", "one", "two", "three", "substandard")
THEMES = (
    (WARD, "+bed:normal 990001 990002 +drug 990050 990070 990040", "DOC"),
    (WARD, "990001 +assistant +theatre 990002 +drug +catheter", "DOC-04 DOC-05 DOC-08 DOC-11"),
    (WARD, "990070 990071 990050 990040 990041", "DOC-06 DOC-07 DOC-09 DOC-10"),
    (WARD, "G12 +drug 990070 990050 990040", "DOC-05a DOC-03e"),
    (OUT, "+bed:normal +nurse 990051", "HOS-05 HOS"),
    (STAYS, "+bed:normal +nurse 990080 990081 +bed:unlisted", "HOS SHR"),
    (STAYS, "+bed:normal +visit:next_day +consult 990051 +bed:single", "SHR-02 ADM"),
    (STAYS, "990001 990002 +visit:next_day +bed:normal +nurse", "ADM SHR"),
    (STAYS, "+bed:normal +bed:icu +bed:emergency +nurse", "BED"),
    (STAYS, "+bed:single +bed:vip +bed:unlisted +bed:double +bed:normal", "BED"),
    (STAYS, "+bed:icu +bed:bicu +bed:ccu +bed:nicu +nurse", "BED"),
    (STAYS, "+bed:post_ccu +bed:burn +bed:isolation 990072", "BED"),
    (STAYS, "+bed:normal +bed:icu +bed:isolation", "BED-08 BED-02"),
    (STAYS, "+bed:icu +bed:ccu +bed:nicu +nurse", "BED-04e BED-04d"),
    (STAYS, "+bed:normal +bed:companion +bed:newborn_healthy", "BED-13 BED-05"),
    (STAYS, "+bed:psychiatric +bed:psychiatric +nurse", "BED-11"),
    (STAYS, "+bed:isolation +bed:normal +nurse", "BED-09"),
    (STAYS, "+bed:burn +bed:normal", "BED-10"),
    (WARD, "+bed:psychiatric +bed:psychiatric +nurse", "BED-12"),
    (WARD, "+bed:newborn_healthy +bed:newborn_healthy 990003 990002 +bed:normal +nurse", "BED-14a BED-14b"),
    (WARD, "+bed:newborn_healthy 990004 +bed:normal +nurse", "BED-14a BED-14b NUR-01"),
    (WARD, "+bed:newborn_sick +bed:normal +bed:vip", "BED-14c"),
    (WARD, "+bed:nicu 990013 990011 990014 +photo +exchange +bed:newborn_sick", "BED-14d"),
    (STAYS, "+bed:icu +bed:picu +bed:bicu +nurse", "BED-15"),
    (WARD, "+bed:monitored 900770 +nurse 900770", "BED-17"),
    (STAYS, "+bed:normal +nurse +bed:icu +nurse", "NUR-01 NUR-04"),
    (STAYS, "+bed:monitored +nurse +bed:nicu +bed:ccu", "NUR-04 NUR-01"),
    (STAYS, "+bed:normal 990009 990010 990011 +shot +burn_dressing +dressing", "NUR-01a"),
    (STAYS, "+visit: 990062 +visit:newborn_first +visit:emergency_limited 990009", "NUR-01c VIS-06"),
    (STAYS, "+bed:normal 990020 +syringe +oxygen +cap 990001", "NUR-02 NUR-03"),
    (STAYS, "+bed:normal 990021 990022 990004 +syringe", "NUR-02 NUR-03"),
    (WARD, "+visit:next_day +visit: +visit:next_day 990061 +visit:first_day", "VIS-02 VIS-13"),
    (WARD, "990001 990002 +visit:next_day +visit:first_day +visit:", "VIS-03 VIS-04"),
    (WARD, "+visit:anesthesia_clinic +visit:anesthesia_clinic 990001 990002", "VIS-05"),
    (STAYS, "+visit:emergency_limited +visit: +visit:critical_care", "VIS-06"),
    (WARD, "+bed:psychiatric +visit:next_day +bed:psychiatric +visit:", "VIS-07"),
    (WARD, "+bed:icu +visit:next_day +visit:first_day +visit:next_day +bed:normal", "VIS-08 VIS-10 VIS-04"),
    (WARD, "+bed:icu +visit:next_day +visit:next_day +bed:nicu", "VIS-09"),
    (WARD, "990005 +visit:next_day +visit:first_day 990006 990007", "VIS-11a"),
    (WARD, "990007 +visit:next_day 990008", "VIS-11c"),
    (STAYS, "+visit:next_day +visit: +visit:emergency_limited", "VIS-11b"),
    (WARD, "+visit: +visit: +visit:first_day +visit:discharge", "VIS-12 VIS-12a"),
    (WARD, "+visit:newborn_first +visit:newborn_first 990067", "VIS-12b"),
    (WARD, "+visit:next_day +visit:discharge +visit:discharge +visit:first_day 990062", "VIS-12c VIS-12d VIS-12a"),
    (STAYS, "+visit:emergency_comprehensive 990065 +visit:emergency_limited 990064", "VIS-12e VIS-12f VIS-12h"),
    (STAYS, "+visit:emergency_limited 990064 +visit:critical_care 990066", "VIS-12f VIS-12g VIS-12i"),
    (WARD, "+visit:next_day +visit:discharge +visit:", "VIS-13"),
    (STAYS, "+consult +consult +consult +consult", "CNS"),
    (STAYS, "+consult +consult 990060 990063", "CNS-00 CNS-06 CNS-01"),
    (WARD, "+consult 990001 990002 +consult", "CNS-04"),
    (("physician_service",), "+consult 990051", "CNS-08e"),
    (STAYS, "800005 800005 990040 800010 990041", "HLB"),
    (STAYS, "900710 900710", "REC-01"),
    (STAYS, "900770 +bed:icu +bed:normal", "REC-02"),
    (STAYS, "900770 +bed:normal 900770", "REC-02"),
    (OUT, "900140 900140 900145", "DLZ-01 DLZ-02"),
    (OUT, "900150 900155 900150 900155", "DLZ-03"),
    (STAYS, "990030 990031 990001 990002 +bed:normal +nurse +visit:next_day", "LSC"),
    (STAYS, "+bed:normal 990051 +visit:next_day", "VAL"),
)
SEVERAL_CLAIMS = frozenset({"BED-12a", "DLZ-01b", "DLZ-03a", "DLZ-03b"})
SELDOM_CHANGED = frozenset({"bed_kind", "visit_kind"})
"""Facts without which a line would not be what its rule is about."""
FACTS: dict[str, tuple[Any, ...]] = {
    "documents": (["admission_order", "insurance_page", "bill"], ["insurance_page_no_photo", "bill"], []),
    "document_faults": ([], ["order_unsigned"], ["bill_not_itemised"], ["stamps_scanned"]),
    "accreditation_grade": GRADES,
    "ward_grade": GRADES,
    "ward": ("normal", "icu", "nicu", "operating_room", "delivery_room", "emergency"),
    "operating_room_kind": ("main", "outpatient"),
    "leave_days": (0, 1, 2),
    "discharge_ordered_on": ("1395-03-06", "1395-03-07", "1395-03-09"),
    "discharge_kind": ("ordered", "self", "death"),
    "bed_kind": tuple(BEDS),
    "ward_operating_since": ("1394-03-05", "1394-03-06", "1395-01-01"),
    "operating_since": ("1394-03-05", "1394-03-06", "1395-01-01"),
    "accreditation_to": ("1395-03-04", "1395-03-05", "1394-12-10", "1394-12-09"),
    "hours_in_bed": (5, 6, 6.5, 12),
    "psychiatric_course": ("acute", "chronic"),
    "delivery_kind": ("vaginal", "cesarean"),
    "newborn_count": (1, 2),
    "icu_beds": (4, 5, 8),
    "visit_kind": tuple(VISITS)[1:],
    "icu_role": ("attending", "resident_physician", "ward_officer"),
    "resident_year": (2, 3, 4),
    "triage_level": ("one", "two", "three", "four", "five"),
    "consult_kind": ("regular", "invited"),
    "renal_failure_course": ("acute", "chronic"),
}


def uncoded(dice: Random, defaults: dict[str, Any], name: str, no: int) -> dict[str, Any]:
    """A line without a code: a bed of some days, visits, consultations, nursing, or a title."""
    what, _, kind = name.removeprefix("+").partition(":")
    found: dict[str, Any] = copy.deepcopy(defaults) | {"no": no}
    facts = found["facts"]
    units = dice.choice((1, 1, 1, 2, 3, 4))
    if what == "bed":
        section, price, units = "hotel", BEDS[kind], dice.choice((1, 1, 2, 3, 3, 4, 5))
        facts |= {"bed_kind": kind, "ward_grade": dice.choice(GRADES)}
    elif what == "visit":
        section, price = "visit", VISITS[kind]
        facts |= {"visit_kind": kind} if kind else {}
    elif what == "consult":
        section, price = "consultation", 200_000
    elif what == "nurse":
        section, price, units = "nursing", 180_000, 1
    else:
        section, found["title"], price = TITLES[what]
    shares = (1.0, 1.5, 2.0, 0.7, 0.71, 0.8, 0.6, 0.3)
    share = dice.choices(shares, (40, 20, 8, 8, 4, 6, 8, 6))[0]
    found |= {"section": section, "qty": units, "amount": int(price * units * share) + dice.choice((0, 0, 0, 1, -1))}
    return found
