"""Dentists, phase 5: the specialist's surplus, the auxiliary's half, bitewings and examinations by another row."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import Row, half_up
from tests.oracle.days import age
from tests.oracle.dental_terms import is_visit, performer, private, ranked
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, note, reduce
from tests.oracle.table import concerns, rule

SURPLUS, HALF = Fraction(3, 2), Fraction(1, 2)
SPECIALIST, AUXILIARY = "dental_specialist", "dental_auxiliary"


def read_as(paper: Paper, entry: Entry) -> Row | None:
    """The row as which a line is read: its own, else its sibling for the patient's age, if there is one."""
    birth = paper.patient.get("birth_date")
    if entry.row is None or birth is None or not {"age_from", "age_below"} & set(entry.attributes):
        return entry.row
    siblings = paper.books.rows_with("action", entry.attributes.get("action"), entry.day)
    years = age(birth, entry.day)
    for row in [entry.row, *siblings]:
        attributes = row["attributes"]
        fits = attributes.get("age_from", 0) <= years < attributes.get("age_below", 999)
        if fits and attributes.get("arch") == entry.attributes.get("arch"):
            return row
    return None


def priced_by(paper: Paper, entry: Entry) -> str | None:
    """The other row by which a line is priced: bitewings as films, the specialist's examination by others as a general one."""
    if entry.has("film_kind", "bitewing"):
        return "D3"
    examined = entry.group == "dental_exam" and entry.has("specialist_only")
    return "D1" if examined and ranked(paper, entry, SPECIALIST) is False else None


def base(paper: Paper, entry: Entry, units: Fraction | None = None) -> Fraction | None:
    """The general tariff of so many units, for want of a number of those left."""
    row = read_as(paper, entry)
    price = paper.price(priced_by(paper, entry) or (row["code"] if row else None), entry)
    return None if price is None else price * (entry.units if units is None else units)


def entitled(paper: Paper, entry: Entry) -> Truth:
    """Whether the performer is a specialist in whose own field the row is; None where that is not told."""
    fields = ((read_as(paper, entry) or {}).get("attributes") or {}).get("specialties", [])
    rank, field = ranked(paper, entry, SPECIALIST), performer(paper, entry).get("specialty")
    if rank is False or entry.has("specialist_only") or not fields:
        return False
    own = True if fields == ["any"] else None if field is None else field in fields
    return rank if own else own


def dental_lines(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.alive() if entry.section == "dental"]


def dental_line(paper: Paper, entry: Entry) -> bool:
    return paper.kind == entry.section == "dental" and concerns("DEN-16", paper)


def dental_price(paper: Paper, entry: Entry, units: Fraction) -> int | None:
    """The most that so many units of a line may be worth to the one who is known or likely to have done it."""
    price = base(paper, entry, units)
    if price is None:
        return None
    if ranked(paper, entry, AUXILIARY):
        return half_up(price * HALF)
    return half_up(price * (1 if entitled(paper, entry) is False else SURPLUS))


def without(entry: Entry, high: Fraction, low: Fraction) -> Says:
    """A cut of what a line bills between two prices; what it bills above them is another rule's."""
    part = min(entry.amount, half_up(high)) - half_up(low)
    return reduce(entry.no, entry.amount - max(part, 0))


@rule(5, "DEN-03c")
def bitewing(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(film_kind="bitewing"):
        if (price := base(paper, entry)) is not None:
            yield reduce(entry.no, half_up(price))


@rule(5, "DEN-04a")
def own_field(paper: Paper) -> Iterator[Says]:
    for entry in dental_lines(paper):
        price = base(paper, entry)
        if price is not None and entitled(paper, entry) and entry.amount > half_up(price):
            yield note(entry.no)


@rule(5, "DEN-04b")
def foreign_field(paper: Paper) -> Iterator[Says]:
    for entry in dental_lines(paper):
        price, right = base(paper, entry), entitled(paper, entry)
        if price is None or right or priced_by(paper, entry) or entry.has("specialist_only"):
            continue
        if right is None:
            yield ask(entry.no, reduce(entry.no, half_up(price)))
        elif ranked(paper, entry, SPECIALIST):
            yield without(entry, price * SURPLUS, price)


@rule(5, "DEN-04c")
def examination_of_specialists(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group="dental_exam", specialist_only=True):
        price, rank = paper.price("D1", entry), ranked(paper, entry, SPECIALIST)
        if price is not None and not rank:
            lower = reduce(entry.no, half_up(price * entry.units))
            yield ask(entry.no, lower) if rank is None else lower


@rule(5, "DEN-05a")
def half_for_auxiliaries(paper: Paper) -> Iterator[Says]:
    """Half of the general tariff, where an auxiliary is paid at all."""
    for entry in dental_lines(paper):
        price, rank = base(paper, entry), ranked(paper, entry, AUXILIARY)
        if price is None or is_visit(entry) or private(paper) or entry.fact("auxiliary_permitted") is False:
            continue
        if rank is None:
            yield ask(entry.no, reduce(entry.no, half_up(price * HALF)))
        elif rank:
            yield without(entry, price, price * HALF)
