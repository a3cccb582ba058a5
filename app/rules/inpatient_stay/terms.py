"""The terms of area inpatient_stay: sections of a hospital bill, kinds of bed, the delivery (articles 5 to 9).

What a stay is (minutes, days, surgical, observed) stands in `stay`, grades and fees of beds in `bed_fees`.
"""

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine

HOTEL, NURSING, VISIT, CONSULTATION = "hotel", "nursing", "visit", "consultation"
SURGERY, ASSISTANT, ANESTHESIA, OPERATING_ROOM = "surgery", "assistant", "anesthesia", "operating_room"
GLOBAL, SERVICE, SUPPLY, DRUG, PROSTHESIS = "global", "service", "supply", "drug", "prosthesis"
OPERATIONS = frozenset({SURGERY, GLOBAL})
OPERATING_ROOM_SECTIONS = frozenset({SURGERY, ANESTHESIA, OPERATING_ROOM})
LIMITED_SURGERY_CENTRE = "limited_surgery_center"

BED_KIND, WARD, DELIVERY_KIND = "bed_kind", "ward", "delivery_kind"
NICU, CCU, PSYCHIATRIC, BURN, MONITORED = "nicu", "ccu", "psychiatric", "burn", "monitored"
NORMAL, ISOLATION, EMERGENCY, UNLISTED = "normal", "isolation", "emergency", "unlisted"
NEWBORN_HEALTHY, NEWBORN_SICK, COMPANION = "newborn_healthy", "newborn_sick", "companion"
ROOMS = frozenset({"double", "single", "vip"})
ICU_KINDS = frozenset({"icu", "picu", "ricu", "bicu"})
ICU_AND_NICU = ICU_KINDS | {NICU}
SPECIAL_KINDS = ICU_AND_NICU | {CCU}
NOT_OWN = frozenset({NEWBORN_HEALTHY, COMPANION})
PLACES_OF_OPERATION = frozenset({"operating_room", "delivery_room"})
VAGINAL, CESAREAN = "vaginal", "cesarean"


def has_section(case: Case, sections: Collection[str]) -> bool:
    """Tell whether a line of these sections stands that is not zero."""
    return not case.while_unchanged(_live_sections).isdisjoint(sections)


def _live_sections(case: Case) -> frozenset[str]:
    return frozenset(line.section for line in case.live_lines)


def is_global(case: Case) -> bool:
    """Tell whether the claim, as it was submitted, holds an operation at an all-in price (article 22)."""
    return GLOBAL in case.once(_sections)


def _sections(case: Case) -> frozenset[str]:
    return frozenset(line.section for line in case.lines)


def is_limited_surgery(case: Case) -> bool:
    """Tell whether the claim is of a limited surgery centre (article 21)."""
    return case.submission.provider.kind == LIMITED_SURGERY_CENTRE


def bed_kind(line: CaseLine) -> Answer:
    """Return the kind of a bed line: the attribute of its pack row, else the fact; unknown where nobody read it."""
    return line.attribute("bed") or line.fact(BED_KIND)


def is_own_bed(line: CaseLine) -> bool:
    """Tell whether a line is the patient's own bed; one of an unread kind counts as such (BED-03a)."""
    return line.section == HOTEL and bed_kind(line) not in NOT_OWN


def own_beds(case: Case) -> list[CaseLine]:
    """Return the patient's own bed lines that are not zero, by number."""
    return list(case.while_unchanged(_own_beds))


def _own_beds(case: Case) -> tuple[CaseLine, ...]:
    return tuple(sorted((line for line in case.live_lines if is_own_bed(line)), key=lambda line: line.no))


def beds_of_kind(case: Case, kinds: Collection[str]) -> list[CaseLine]:
    """Return the bed lines of some kinds that are not zero, by number."""
    found = (line for line in case.live_lines if line.section == HOTEL and bed_kind(line) in kinds)
    return sorted(found, key=lambda line: line.no)


def delivery(case: Case) -> Answer:
    """Return the kind of delivery: by the codes that are not zero, a caesarean first; else the fact (BED-14a)."""
    coded = {line.attribute("delivery") for line in case.live_lines}
    for kind in (CESAREAN, VAGINAL):
        if kind in coded:
            return kind
    return case.fact(DELIVERY_KIND)


def count(answer: Answer, otherwise: int) -> Fraction:
    """Return the number that a fact holds, another one where it is unknown."""
    return Fraction(answer) if isinstance(answer, (int, Decimal)) else Fraction(otherwise)


def has_operating_room(case: Case) -> bool:
    """Tell whether the claim, as submitted, shows an operating room at work."""
    return not case.once(_sections).isdisjoint(OPERATING_ROOM_SECTIONS)


def used_at_operation(line: CaseLine) -> Answer:
    """Tell whether an item was used in the operating or delivery room; unknown where its ward is."""
    ward = line.fact(WARD)
    return UNKNOWN if ward is UNKNOWN else ward in PLACES_OF_OPERATION
