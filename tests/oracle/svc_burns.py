"""How much of the body is burnt: the rule of nines, which row fits, and how many units (article 10, alef, item 4)."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from tests.oracle.books import half_up
from tests.oracle.days import day_in, last_day
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, beside, keep, reduce
from tests.oracle.svc_terms import of_groups, under
from tests.oracle.table import rule

ADULT = {"lower_limb": 18, "trunk_back": 18, "trunk_front": 18, "upper_limb": 9, "head_neck": 9, "genital": 1}
CHILD = {"lower_limb": 14, "trunk_back": 18, "trunk_front": 18, "upper_limb": 9, "head_neck": 18, "genital": 0}
ADULT_ABOVE = 12
AREA_OF_A_PERCENT = 170


def tables(paper: Paper) -> list[bool]:
    """Whether the adults' table holds; both answers where the birth date is missing."""
    birth = paper.patient.get("birth_date")
    if birth is None:
        return [True, False]
    month = (int(birth[:4]) + ADULT_ABOVE, int(birth[5:7]))
    return [min(day_in(month, int(birth[8:])), last_day(month)) < paper.known_day]


def percent(paper: Paper, adult: bool) -> Fraction | None:
    """The burnt percent: what is written, with the burnt regions as its ceiling."""
    regions, written = paper.fact("burn_regions"), paper.fact("burn_percent")
    table = ADULT if adult else CHILD
    known = [] if written is None else [Fraction(str(written))]
    if regions is not None:
        known.append(Fraction(sum(table[part.removesuffix("_left").removesuffix("_right")] for part in set(regions))))
    return min(known, default=None)


def fitting(paper: Paper, entry: Entry, adult: bool) -> int | None:
    """The tariff of the row of the family that fits; None where the line's own row may stay."""
    share = percent(paper, adult)
    if share is None or share > entry.attributes["burn_from"]:
        return None
    for row in paper.books.rows_with("burn_family", entry.attributes["burn_family"], entry.day):
        values = row["attributes"]
        if values["burn_from"] < share <= values["burn_to"]:
            price = paper.price(row["code"], entry)
            return None if price is None else half_up(price * entry.units)
    return None


def lowest(paper: Paper, entry: Entry) -> int:
    rows = paper.books.rows_with("burn_family", entry.attributes["burn_family"], entry.day)
    return half_up(min(paper.price(row["code"], entry) or Fraction() for row in rows) * entry.units)


@rule(5, "SUR-SKN-04a")
def rule_of_nines(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "burn_care"):
        if "burn_from" not in entry.attributes:
            continue
        if percent(paper, True) is None:
            if entry.attributes["burn_from"] > 0:
                yield ask(entry.no, reduce(entry.no, lowest(paper, entry)))
            continue
        amount = entry.amount
        found = [fitting(paper, entry, adult) for adult in tables(paper)]
        left = [amount if price is None else min(amount, price) for price in found]
        if max(left) < amount:
            yield reduce(entry.no, max(left))
            other = fitting(paper, entry, not tables(paper)[0])
            if len(left) == 1 and (amount if other is None else min(amount, other)) != left[0]:
                yield beside(entry.no, "SUR-SKN-04c")
        if min(left) < max(left):
            yield from under("SUR-SKN-04c", [ask(entry.no, reduce(entry.no, min(left)))])


def payable_units(paper: Paper, entry: Entry, adult: bool) -> Fraction | None:
    """So many units by the surface, or by the burnt percent; None where nothing is known."""
    area = entry.fact("burn_area_cm2")
    share = Fraction(str(area)) / AREA_OF_A_PERCENT if adult and area is not None else percent(paper, adult)
    return None if share is None else Fraction(ceil(share / Fraction(str(entry.attributes["burn_unit_percent"]))))


@rule(4, "SUR-SKN-04b")
def burnt_units(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "burn_care"):
        if "burn_unit_percent" not in entry.attributes or entry.units == 1:
            continue
        found = [payable_units(paper, entry, adult) for adult in tables(paper)]
        known = [min(units, entry.units) for units in found if units is not None]
        best = entry.units if None in found else max(known)
        worst = min(known, default=Fraction(1))
        if best < entry.units:
            yield keep(entry.no, best)
            other = payable_units(paper, entry, not tables(paper)[0])
            if len(found) == 1 and other is not None and min(other, entry.units) != best:
                yield beside(entry.no, "SUR-SKN-04c")
        if len(found) == 2 and worst < best and known:
            yield from under("SUR-SKN-04c", [ask(entry.no, keep(entry.no, worst))])
        elif None in found:
            yield ask(entry.no, keep(entry.no, worst))


@rule(4, "SUR-SKN-04c")
def whose_table(paper: Paper) -> Iterator[Says]:
    """Cited by the two rules that read the tables."""
    yield from ()
