"""The global sum of an operation: by the centre's grade, and what some modifiers add to it (article 22)."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.days import Day, age
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.stay_frame import minute, months_after
from tests.oracle.svc_terms import every, modifiers, opposite
from tests.oracle.table import concerns

GRADES = {
    "excellent": "grade1",
    "one_plus": "grade1",
    "one": "grade1",
    "two": "grade2",
    "three": "grade3",
    "substandard": "substandard",
}
EVERY_GRADE = ("grade1", "grade2", "grade3", "substandard")
HALF_HOUR = 30
MOST_RECOVERY_UNITS = 4
WITH_RECOVERY = frozenset(
    ["general", "spinal", "epidural", "brachial_plexus", "lumbar_sacral_plexus", "cervical_plexus"]
)
ADDED = frozenset({"39", "63", "85", "90", "95"})


@dataclass(frozen=True)
class Span:
    """The most and the least that something may come to while facts are missing."""

    most: Fraction
    least: Fraction

    @property
    def open(self) -> bool:
        return self.most != self.least


def limited(paper: Paper) -> bool:
    return bool(paper.provider["kind"] == "limited_surgery_center")


def grade_prices(paper: Paper, code: str | None, day: Day) -> list[tuple[str, int, int | None]]:
    """The grades that have a price: grade, sum, and the stay within it."""
    found = []
    for grade in EVERY_GRADE:
        fee = paper.books.newest("fees", day, key=f"global/{code}/{grade}")
        if fee:
            found.append((grade, int(fee["rial"]), fee.get("attributes", {}).get("hotel")))
    return found


def global_price(paper: Paper, code: str | None, day: Day) -> Span | None:
    """The global price of one operation; None without a row of the centre's grade."""
    prices = grade_prices(paper, code, day)
    if limited(paper):
        without = [Fraction(rial - (hotel or 0)) for _, rial, hotel in prices]
        return Span(without[0], without[0]) if without else None
    own = paper.office_fact("accreditation_grade")
    rials = [Fraction(rial) for grade, rial, _ in prices if own is None or grade == GRADES[own]]
    return Span(max(rials), min(rials)) if rials else None


def stay_unknown(paper: Paper, code: str | None, day: Day) -> bool:
    """Whether a limited surgery centre's sum has no share of the stay to take out."""
    prices = grade_prices(paper, code, day)
    return limited(paper) and bool(prices) and prices[0][2] is None


class Additions:
    """What the modifiers of a global line, or of the lines of an operation, add to the sum of a global row."""

    def __init__(self, paper: Paper, values: dict[str, object], day: Day, carriers: list[Entry]) -> None:
        self.paper, self.values, self.carriers = paper, values, carriers
        k = paper.books.k
        surgeon, anesthesia = self.units("surgeon_k"), self.units("anesthesia_k")
        room = self.units("technical_k") if "technical_k" in values else Fraction(2, 5) * surgeon
        self.ka, self.kp = k("anesthesia", day), k("professional", day)
        self.surgeon, self.anesthesia = surgeon * self.kp, anesthesia * self.ka
        self.room = room * k("technical", day)

    def units(self, name: str) -> Fraction:
        return Fraction(str(self.values.get(name, 0)))

    def bearer(self, number: str) -> Entry | None:
        return next((entry for entry in self.carriers if number in modifiers(entry)), None)

    def of(self, number: str) -> Span:
        """What one modifier adds."""
        entry = self.bearer(number)
        if entry is None:
            return Span(Fraction(), Fraction())
        return {
            "39": self.recovery,
            "63": self.children,
            "85": self.technology,
            "90": self.full_time,
            "95": self.deprived,
        }[number](entry)

    def held(self, amount: Fraction, answer: Truth) -> Span:
        return Span(amount if answer is not False else Fraction(), amount if answer else Fraction())

    def failing(self, number: str) -> list[str]:
        """The rules of modifiers by which an addition does not hold."""
        entry = self.bearer(number)
        if entry is None or self.of(number).most:
            return []
        if number == "39":
            return [rule_id for rule_id, holds in self.of_recovery(entry) if holds is False][:1]
        return {
            "63": ["MOD-63b"],
            "85": ["MOD-85a"],
            "90": [] if self.paper.provider["sector"] == "public_university" else ["MOD-90a"],
            "95": ["MOD-95b" if self.paper.kind != "inpatient" else "MOD-95a"],
        }[number]

    def of_recovery(self, entry: Entry) -> list[tuple[str, Truth]]:
        """What 39 needs, each by its rule."""
        minutes, method, lasted = entry.fact("recovery_minutes"), entry.fact("anesthesia_method"), duration(entry)
        return [
            ("MOD-39c", None if minutes is None else minutes >= HALF_HOUR),
            ("MOD-39d", None if method is None else method in WITH_RECOVERY),
            ("MOD-39e", opposite(entry.fact("moved_to_special_care"))),
            ("MOD-39f", self.paper.office_fact("recovery_equipped")),
            ("MOD-39g", entry.fact("recovery_times_recorded")),
            ("MOD-39h", None if lasted is None else lasted >= HALF_HOUR),
        ]

    def recovery(self, entry: Entry) -> Span:
        lasted = duration(entry)
        units = MOST_RECOVERY_UNITS if lasted is None else min((lasted + HALF_HOUR) // 60, MOST_RECOVERY_UNITS)
        return self.held(Fraction(units * self.ka), every(*(holds for _, holds in self.of_recovery(entry))))

    def children(self, entry: Entry) -> Span:
        birth = self.paper.patient.get("birth_date")
        whole = self.surgeon + self.anesthesia + self.room
        if birth is None:
            return Span(whole / 2, Fraction())
        if self.paper.known_day <= months_after(birth, 6):
            return self.held(whole / 2, True)
        return self.held(whole / 4, age(birth, self.paper.known_day) < 3)

    def technology(self, entry: Entry) -> Span:
        used = entry.fact("technology")
        return self.held((self.surgeon + self.room) / 5, None if used is None else bool(used))

    def deprived(self, entry: Entry) -> Span:
        factor = self.paper.office_fact("deprivation_factor")
        if self.paper.kind != "inpatient":
            return Span(Fraction(), Fraction())
        worth = min(Fraction(str(2 if factor is None else factor)), Fraction(2)) - 1
        return self.held(max(worth, Fraction()) * (self.surgeon + self.anesthesia), None if factor is None else True)

    def full_time(self, entry: Entry) -> Span:
        if self.paper.provider["sector"] != "public_university":
            return Span(Fraction(), Fraction())
        parts = {
            "surgeon": self.surgeon,
            "anesthesiologist": self.anesthesia,
            "newborn_physician": self.units("newborn_visit_k") * self.kp,
        }
        roles = entry.fact("full_time_roles")
        if roles is None:
            return Span(sum(parts.values(), Fraction()), Fraction())
        return self.held(sum((parts[role] for role in set(roles)), Fraction()), True)

    def total(self) -> Span:
        spans = [self.of(number) for number in sorted(ADDED)]
        return Span(sum((s.most for s in spans), Fraction()), sum((s.least for s in spans), Fraction()))


def duration(entry: Entry) -> int | None:
    """The minutes of surgery by the surgeon's note."""
    start, end = entry.fact("surgery_start"), entry.fact("surgery_end")
    return None if start is None or end is None or end < start else minute(end) - minute(start)


def additions(paper: Paper, entry: Entry) -> Additions:
    return Additions(paper, entry.attributes, entry.day, [entry])


def payable(paper: Paper, entry: Entry, units: Fraction | None = None) -> int | None:
    """The best tariff of a global line with what its modifiers add, for the units left or so many."""
    if of_a_midwife(entry):
        return None if concerns("SUR-OBS-04", paper) else price_of_birth(paper, entry)
    price = global_price(paper, entry.code, entry.day)
    if price is None:
        return None
    return half_up((price.most + additions(paper, entry).total().most) * (units or entry.units))


def price_of_birth(paper: Paper, entry: Entry) -> int | None:
    """A birth by its first code of the book."""
    codes = entry.attributes.get("book_codes") or [None]
    price = paper.price(codes[0], entry)
    return None if price is None else half_up(price * entry.units)


def unraised(paper: Paper, entry: Entry) -> int | None:
    """The sum without 90 and 95, whose additions the patient has no part of."""
    price = global_price(paper, entry.code, entry.day)
    if price is None or of_a_midwife(entry) or not modifiers(entry) & {"90", "95"}:
        return None
    whole = sum((additions(paper, entry).of(number).most for number in ("39", "63", "85")), price.most)
    return half_up(whole * entry.units)


def of_a_midwife(entry: Entry) -> bool:
    """A birth that is paid by its code and not by the sum (SUR-OBS-04)."""
    return entry.group == "delivery" and entry.performer.get("qualification") == "midwife"
