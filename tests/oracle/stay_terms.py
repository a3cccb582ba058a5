"""What the inpatient part means by a stay: its minutes and days, beds, grades and fees, and which lines are of it."""

from fractions import Fraction
from typing import Any

from tests.oracle.days import Day, date_of
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.stay_frame import months_after
from tests.oracle.turns import in_turn

in_turn(
    "LSC-01a LSC-01b LSC-02 BED-01b BED-02c BED-03a BED-05 BED-13 BED-16a BED-16b VIS-07b VIS-11b CNS-00 CNS-01a CNS-01b "
    "CNS-01c CNS-01d CNS-06 CNS-07 CNS-08b CNS-08d CNS-08e CNS-08f HLB-01a HLB-01b REC-01a REC-01b REC-02a DLZ-03c"
)
in_turn("VIS-13b VIS-13a")
in_turn("DLZ-01c DLZ-01b")

SIX_HOURS = 360
ICU_KINDS = frozenset({"icu", "picu", "ricu", "bicu"})
ICU_AND_NICU = ICU_KINDS | {"nicu"}
SPECIAL_KINDS = ICU_AND_NICU | {"ccu"}
NOT_OWN = frozenset({"newborn_healthy", "companion"})
ROOMS = frozenset({"double", "single", "vip"})
WITHOUT_TARIFF = frozenset({"emergency", "unlisted"})
FEE_KEYS = {"isolation": "single"} | dict.fromkeys(("icu", "picu", "ricu", "nicu"), "icu")
FEE_KEYS |= dict.fromkeys(("double", "single", "vip", "emergency", "unlisted", "monitored"), "normal")
GRADES = {"excellent": "grade1", "one_plus": "grade1", "one": "grade1", "two": "grade2", "three": "grade3"}
GRADES |= {"substandard": "substandard"}
EVERY_GRADE = ("grade1", "grade2", "grade3", "substandard")
MONITORING = "900770"


def days_between(start: Day, end: Day) -> int:
    return int((date_of(end) - date_of(start)).days)


def minute(moment: str) -> int:
    """The minute of its day."""
    return int(moment[11:13]) * 60 + int(moment[14:16])


class Stay:
    """A hospital claim, with the terms of the inpatient part."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.admitted: str | None = paper.claim.get("admitted_at")
        self.discharged: str | None = paper.claim.get("discharged_at")
        self.limited = paper.provider["kind"] == "limited_surgery_center"
        self.private = paper.provider["sector"] in {"private", "charity"}

    @property
    def long(self) -> Truth:
        """More than six hours; None where a time is missing."""
        if not self.admitted or not self.discharged:
            return None
        days = days_between(self.admitted[:10], self.discharged[:10])
        return days * 1440 + minute(self.discharged) - minute(self.admitted) > SIX_HOURS

    @property
    def last_day(self) -> Day | None:
        """The day of discharge that counts: of the order, where it came before the patient left (BED-02b)."""
        ordered = self.paper.fact("discharge_ordered_on")
        left = self.discharged and self.discharged[:10]
        return min(ordered, left) if ordered and left else left

    def days(self, *, ordered: bool = True, leave: bool = True) -> int | None:
        """D, if wanted without the order's date and without leave; None where a time is missing."""
        if self.long is None:
            return None
        if not self.long:
            return 0
        last = str(self.last_day if ordered else self.discharged)[:10]
        off = (self.paper.fact("leave_days") or 0) if leave else 0
        return max(max(days_between(str(self.admitted)[:10], last), 1) - off, 0)

    def operated(self) -> bool:
        """An operation with anesthesia, wherever it took place."""
        sections = {entry.section for entry in self.paper.alive()}
        return "anesthesia" in sections and bool(sections & {"surgery", "global"})

    def surgical(self) -> bool:
        return self.operated() and self.paper.fact("operating_room_kind") != "outpatient"

    def observed(self) -> bool:
        """Settled as observation: outpatient visits, no bed."""
        if self.surgical() or self.limited:
            return False
        file = self.paper.fact("admission_file")
        if self.paper.kind == "temporary":
            return not (self.long and file)
        return self.long is False or bool(self.long and file is False)

    def hotel(self) -> list[Entry]:
        """The bed lines that are left; the rules of beds are silent in centres of limited surgery."""
        return [] if self.limited else [entry for entry in self.paper.alive() if entry.section == "hotel"]

    def own_beds(self) -> list[Entry]:
        return [entry for entry in self.hotel() if bed_kind(entry) not in NOT_OWN]

    def beds(self, *kinds: str) -> list[Entry]:
        return [entry for entry in self.hotel() if bed_kind(entry) in kinds]

    def new(self, since: Any) -> bool:
        """Whether the stay begins in the first year from this day on."""
        day = self.paper.known_day
        return bool(since and since <= day < months_after(since, 12))

    def grade(self, entry: Entry) -> str | None:
        """Whose grade counts, and which column of the table it is; None where it is not known."""
        if self.new(self.paper.office_fact("operating_since")):
            return "grade1"
        if bed_kind(entry) not in SPECIAL_KINDS:
            return GRADES.get(self.paper.office_fact("accreditation_grade"))
        if self.new(entry.fact("ward_operating_since")):
            return "grade1"
        return GRADES.get(entry.fact("ward_grade"))

    def fee(self, kind: str, grade: str | None) -> Fraction | None:
        """The fee of a day in a bed of this kind; an unknown grade is the first."""
        key, grade = FEE_KEYS.get(kind, kind), grade or "grade1"
        more = (self.paper.books.unit_price(MONITORING, self.paper.known_day) or 0) if kind == "monitored" else 0
        for found in (grade, "grade3") if grade == "substandard" else (grade,):
            row = self.paper.books.newest("fees", self.paper.known_day, key=f"bed_day/{key}/{found}")
            if row:
                return Fraction(row["rial"]) + more
        return None

    def bed_fee(self, entry: Entry) -> Fraction | None:
        """The fee of a line's bed: that of its own row, else of its kind and grade."""
        if entry.row and self.paper.price(entry.code, entry) is not None:
            return self.paper.price(entry.code, entry)
        kind = bed_kind(entry)
        return None if kind is None else self.fee(kind, self.grade(entry))

    def key_fee(self, key: str) -> Fraction | None:
        row = self.paper.books.newest("fees", self.paper.known_day, key=key)
        return Fraction(row["rial"]) if row else None

    def delivery(self) -> str | None:
        """How the child was born: by the codes of the claim, else by what was told."""
        kinds = {entry.attributes["delivery"] for entry in self.paper.alive() if "delivery" in entry.attributes}
        told = self.paper.fact("delivery_kind")
        return "cesarean" if "cesarean" in kinds else "vaginal" if kinds else told

    def has_room_lines(self) -> bool:
        """Whether something may have been used in an operating room."""
        return bool({entry.section for entry in self.paper.entries} & {"surgery", "anesthesia", "operating_room"})


def bed_kind(entry: Entry) -> Any:
    return entry.attributes.get("bed") or entry.fact("bed_kind")


def priced_by_kind(entry: Entry, paper: Paper) -> bool:
    """A bed that has no fee of its own row."""
    return entry.section == "hotel" and (entry.row is None or paper.price(entry.code, entry) is None)
