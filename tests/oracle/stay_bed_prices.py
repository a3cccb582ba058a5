"""Article 6, what a bed-day costs: phase 5."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.judge import at_end
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, keep, reduce, refer
from tests.oracle.stay_frame import months_after
from tests.oracle.stay_terms import (
    EVERY_GRADE,
    ICU_AND_NICU,
    ICU_KINDS,
    MONITORING,
    ROOMS,
    SPECIAL_KINDS,
    WITHOUT_TARIFF,
    Stay,
    bed_kind,
    days_between,
    priced_by_kind,
)
from tests.oracle.table import rule

ACUTE_DAYS = 56
NEWBORN_DAYS = 28
ALMOST_ICU = Fraction(7, 10)
PSYCHIATRIC = "bed_day/psychiatric"


def priced(paper: Paper, *kinds: str) -> Iterator[tuple[Stay, Entry]]:
    """The beds that are priced by their kind."""
    stay = Stay(paper)
    for entry in stay.hotel():
        kind = bed_kind(entry)
        if kind and priced_by_kind(entry, paper) and (not kinds or kind in kinds):
            yield stay, entry


def first_price(stay: Stay, entry: Entry, grade: str | None) -> Fraction | None:
    """The price of a day by the line's own kind, at a grade."""
    return stay.fee(bed_kind(entry), grade)


def first_rule(stay: Stay, entry: Entry) -> str:
    """Which rule cites the first step of a bed's price."""
    kind = bed_kind(entry)
    if set(entry.document.get("modifiers") or []) & {"90", "95"} and kind in ICU_AND_NICU:
        return "BED-15c"
    by_kind = {"monitored": "BED-17a"} | dict.fromkeys(ROOMS, "BED-07") | dict.fromkeys(WITHOUT_TARIFF, "BED-06")
    return by_kind.get(kind, "BED-04d" if stay.grade(entry) == "substandard" else "BED-03")


def at_the_lowest(stay: Stay, entry: Entry) -> int:
    """What the line is worth by the worst answers to all that is not known of it."""
    known = stay.grade(entry)
    prices = [right_price(stay, entry, grade) for grade in ([known] if known else EVERY_GRADE)]
    return half_up(min(price for price in prices if price is not None))


def right_price(stay: Stay, entry: Entry, grade: str | None) -> Fraction | None:
    """The price of a line at a grade after all that the other rules may take."""
    own = first_price(stay, entry, grade)
    if own is None:
        return None
    amounts = [own * entry.units]
    amounts += [amount for cut in CUTS.values() for amount, _ in cut(stay, entry, grade)]
    return min(amounts)


@rule(5, "BED-03")
def by_kind_and_grade(paper: Paper) -> Iterator[Says]:
    for stay, entry in priced(paper):
        price = first_price(stay, entry, stay.grade(entry))
        if price is None:
            yield Says(entry.no, "query", rule="BED-03b")
            continue
        said = reduce(entry.no, half_up(price * entry.units))
        yield Says(said.line, "reduce", after=said.after, rule=first_rule(stay, entry))


def grade_unknown(rule_id: str, *, special: bool) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        for stay, entry in priced(paper):
            of_ward = bed_kind(entry) in SPECIAL_KINDS
            if of_ward == special and stay.grade(entry) is None and first_price(stay, entry, None) is not None:
                yield ask(entry.no, reduce(entry.no, at_the_lowest(stay, entry)))

    rule(5, rule_id)(found)


@rule(5, "BED-04d")
def substandard(paper: Paper) -> Iterator[Says]:
    for stay, entry in priced(paper):
        if stay.grade(entry) == "substandard":
            yield refer(entry.no)


Cut = Iterator[tuple[Fraction, bool | None]]
"""What a rule would leave of a bed, in rials, and whether it is sure, or only to be asked (None)."""
CUTS: dict[str, Callable[[Stay, Entry, str | None], Cut]] = {}


def cut(rule_id: str) -> Callable[[Callable[[Stay, Entry, str | None], Cut]], Any]:
    """A rule that changes the kind or the share of a bed's price."""

    def enter(function: Callable[[Stay, Entry, str | None], Cut]) -> Any:
        def found(paper: Paper) -> Iterator[Says]:
            for stay, entry in priced(paper):
                if first_price(stay, entry, stay.grade(entry)) is None:
                    continue
                for amount, sure in function(stay, entry, stay.grade(entry)):
                    said = reduce(entry.no, half_up(amount))
                    yield said if sure else ask(entry.no, reduce(entry.no, at_the_lowest(stay, entry)))

        CUTS[rule_id] = function
        rule(5, rule_id)(found)
        return function

    return enter


grade_unknown("BED-04b", special=False)
grade_unknown("BED-04e", special=True)


def none_false(*answers: Any) -> bool | None:
    return False if False in answers else None if None in answers else True


def as_normal(stay: Stay, entry: Entry, grade: str | None, answer: bool | None) -> Cut:
    """An ordinary bed where the answer is no."""
    fee = stay.fee("normal", grade)
    if not answer and fee is not None:
        yield fee * entry.units, True if answer is False else None


@cut("BED-09")
def isolation(stay: Stay, entry: Entry, grade: str | None) -> Cut:
    if bed_kind(entry) == "isolation":
        facts = (entry.fact("isolation_indicated"), entry.fact("ordered_by_physician"))
        yield from as_normal(stay, entry, grade, none_false(*facts))


@cut("BED-10")
def burns(stay: Stay, entry: Entry, grade: str | None) -> Cut:
    if bed_kind(entry) == "burn":
        yield from as_normal(stay, entry, grade, entry.fact("in_burn_ward"))


def psychiatric_admissions(paper: Paper) -> list[tuple[str, Fraction]]:
    """Earlier psychiatric admissions of the patient and their days, of the history and of the submission."""
    found = [
        (row["date"], Fraction(str(row.get("qty", 1))))
        for row in paper.claim.get("history") or []
        if row["code"] == PSYCHIATRIC and row["date"] <= paper.known_day
    ]
    for index, claim in enumerate(paper.file["claims"]):
        other = Paper(paper.file, index, paper.books)
        same = claim["patient"].get("id") == paper.patient.get("id") is not None
        if same and other.kind == "inpatient" and other.place < paper.place:
            days = sum((entry.units for entry in Stay(at_end(paper, index)).beds("psychiatric")), Fraction())
            found += [(other.known_day, days)] if days else []
    return sorted(found)


def days_used(paper: Paper) -> Fraction:
    """The days of the psychiatric year that stand before this claim."""
    start, used = None, Fraction()
    for day, days in psychiatric_admissions(paper):
        if start is None or day >= months_after(start, 12):
            start, used = day, Fraction()
        used += days
    return used if start and paper.known_day < months_after(start, 12) else Fraction()


@cut("BED-12a")
def beyond_eight_weeks(stay: Stay, entry: Entry, grade: str | None) -> Cut:
    if bed_kind(entry) != "psychiatric" or stay.paper.kind != "inpatient":
        return
    own, third = stay.fee("psychiatric", grade), stay.fee("psychiatric", "grade3")
    before = sum((bed.units for bed in stay.beds("psychiatric") if bed.no < entry.no), days_used(stay.paper))
    acute = min(max(ACUTE_DAYS - before, Fraction()), entry.units)
    if grade != "substandard" and own is not None and third is not None:
        yield acute * own + (entry.units - acute) * third, True


@cut("BED-14c")
def sick_newborn(stay: Stay, entry: Entry, grade: str | None) -> Cut:
    other = {"newborn_sick": "normal"} | dict.fromkeys(ROOMS | {"normal"}, "newborn_sick")
    kind = bed_kind(entry)
    if kind not in other or stay.paper.kind != "inpatient":
        return
    birth, fee = stay.paper.patient.get("birth_date"), stay.fee(other[kind], grade)
    young = None if birth is None else days_between(birth, stay.paper.known_day) <= NEWBORN_DAYS
    if fee is not None and young is not (kind == "newborn_sick"):
        yield fee * entry.units, None if young is None else True


def unpaid_residency(entry: Entry) -> bool | None:
    """Whether the 30 percent of the resident physician goes; None where that is not known."""
    present, beds = entry.fact("resident_physician_present"), entry.fact("icu_beds")
    if present or (beds is not None and beds < 5):
        return False
    return None if None in (present, beds) else True


@cut("BED-15a")
def resident_physician(stay: Stay, entry: Entry, grade: str | None) -> Cut:
    fee, unpaid = stay.fee(bed_kind(entry), grade), unpaid_residency(entry)
    if bed_kind(entry) in ICU_KINDS and fee is not None and unpaid is not False:
        yield ALMOST_ICU * fee * entry.units, unpaid


def watched(entry: Entry) -> bool | None:
    return none_false(entry.fact("special_ward_needed"), entry.fact("ordered_by_physician"))


@cut("BED-17a")
def monitored(stay: Stay, entry: Entry, grade: str | None) -> Cut:
    if bed_kind(entry) == "monitored":
        yield from as_normal(stay, entry, grade, watched(entry))


@rule(3, "BED-17a")
def monitoring_inside(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    inside = Fraction()
    for entry in stay.beds("monitored"):
        normal = stay.fee("normal", stay.grade(entry))
        if watched(entry) is not False and normal is not None and entry.amount > normal * entry.units:
            inside += entry.units
    for entry in reversed(paper.alive(MONITORING)):
        taken = min(inside, entry.units)
        inside -= taken
        if taken:
            yield keep(entry.no, entry.units - taken)
