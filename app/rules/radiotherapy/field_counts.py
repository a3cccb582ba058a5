"""Items 2-12 (notes) and the table of maximal fields: how many fields a treatment, and a centre, may have.

The table is for a centre's average. What is above it is referred, or checked against the treatment sheet; only the
sheet's own number cuts a line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes
from app.rules.radiotherapy.regions import PHASE, REGION, Region, formed, region_in, region_of
from app.rules.radiotherapy.terms import COURSE, FIELDS, PHYSICS, count, in_course, lines_of, past
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent
from app.rules.tariffs import kept_over_lines

SHEET, TECHNIQUE = "fields_in_sheet", "technique"
FIELD_LINES = on(groups=FIELDS)
FURTHER_PHASE = 3


@dataclass(frozen=True, slots=True)
class Treatment:
    """The field lines of one region in one claim: a treatment in the sense of the table."""

    region: Region
    lines: tuple[CaseLine, ...]

    @property
    def fields(self) -> Fraction:
        """The fields that are payable."""
        return sum((line.quantity for line in self.lines), Fraction(0))

    @property
    def billed(self) -> Fraction:
        """The fields that the centre asked for."""
        return sum((Fraction(line.line.quantity) for line in self.lines), Fraction(0))


def treatments(case: Case) -> list[Treatment]:
    """Return the treatments of a claim in regions of the table; left and right are two, nodes are with their organ."""
    by_region: dict[Region, list[CaseLine]] = {}
    regions = [(line, region_of(line)) for line in lines_of(case, *FIELDS)]
    known = [(line, formed(case, region)) for line, region in regions if region is not None]
    for line, region in known:
        by_region.setdefault(_with_side(region, (other for _, other in known)), []).append(line)
    return [Treatment(region, tuple(lines)) for region, lines in by_region.items() if row_of(case, region)]


def _with_side(region: Region, others: Iterable[Region]) -> Region:
    """Return a region without a side on the one side that other lines name for it, if they name one only."""
    sides = {other.side for other in others if other.name == region.name and other.side is not None}
    return Region(region.name, sides.pop()) if region.side is None and len(sides) == 1 else region


def row_of(case: Case, region: Region) -> dict[str, Any] | None:
    """Return the row of a region in the table of fields."""
    row: dict[str, Any] | None = case.figure("field_table").get(region.name)
    return row


def doubling(case: Case) -> int:
    """Return how many times the table's fields the technique may need; an unknown one is a usual one."""
    factor: int = case.figure("fields_doubled_by").get(case.fact(TECHNIQUE), 1)
    return factor


def limit(case: Case, treatment: Treatment) -> Fraction:
    """Return the most fields of a treatment: the table's total, a further phase of a starred region, the technique."""
    row = row_of(case, treatment.region)
    if row is None:
        raise ValueError(f"{treatment.region} does not stand in the table of fields")
    total = row["total"]
    if row["starred"] and _has_further_phase(case, treatment.region):
        fields, sessions = row["phase2"]
        total += fields * sessions
    return Fraction(total * doubling(case))


def _has_further_phase(case: Case, region: Region) -> bool:
    for line in lines_of(case, *FIELDS, PHYSICS):
        own = region_of(line)
        if count(line.fact(PHASE)) == FURTHER_PHASE and own is not None and formed(case, own).meets(region):
            return True
    return False


@line_rule("RT-15a", Phase.QUANTITY, FIELD_LINES)
def fields_of_the_sheet(case: Case, line: CaseLine) -> Outcomes:
    """Keep as many fields as the treatment sheet has, where its number was read."""
    fields = count(line.fact(SHEET))
    if fields is not None:
        yield from kept_over_lines(case, [line], fields, SHEET)


def is_maximal(case: Case, treatment: Treatment) -> bool:
    """Tell whether a treatment was billed at exactly the table's total."""
    row = row_of(case, treatment.region)
    return row is not None and treatment.billed == row["total"]


def ask_for_sheet(lines: Iterable[CaseLine]) -> Outcomes:
    """Ask how many fields the sheet has, on the lines of which nobody read it."""
    yield from (Ask(line, (SHEET,)) for line in lines if line.fact(SHEET) is UNKNOWN)


@rule("RT-16a", Phase.QUANTITY, FIELD_LINES, late=True)
def above_the_table(case: Case) -> Outcomes:
    """Ask for the sheet of a treatment above the table, with what the course had before in the region.

    Fields of an unknown region are asked about where they are above every region's total.
    """
    for treatment in treatments(case):
        most, now = limit(case, treatment), treatment.fields
        earlier = in_course(case, *FIELDS)
        if now + _fields_before(case, treatment.region, earlier or ()) > most:
            yield from ask_for_sheet(treatment.lines)
        elif earlier is None and now + _fields_before(case, treatment.region, past(case, *FIELDS)) > most:
            yield from (Ask(line, (COURSE,)) for line in treatment.lines if line.fact(SHEET) is UNKNOWN)
    yield from _fields_of_unknown_region(case)


def _fields_before(case: Case, region: Region, rows: Iterable[Any]) -> Fraction:
    """Return the fields of past services in a region; one that names none counts to every region."""
    total = Fraction(0)
    for row in rows:
        named = region_in(row.facts)
        if named is None or formed(case, named).meets(region):
            total += Fraction(row.quantity)
    return total


def _fields_of_unknown_region(case: Case) -> Outcomes:
    lines = lines_of(case, *FIELDS)
    largest = max(row["total"] for row in case.figure("field_table").values()) * doubling(case)
    if sum(line.quantity for line in lines) > largest:
        unknown = (line for line in lines if region_of(line) is None and line.fact(SHEET) is UNKNOWN)
        yield from (Ask(line, (REGION,)) for line in unknown)


remark("RT-16d", Place.RULE_BOOK)
silent("sets the limit of RT-16a and RT-15b (field_counts.limit)", "RT-16b", "RT-16c")
