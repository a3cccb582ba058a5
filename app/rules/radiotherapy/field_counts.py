"""Items 2-12 (notes) and the table of maximal fields: how many fields a treatment, and a centre, may have.

The table is for a centre's average. What is above it is referred, or checked against the treatment sheet; only the
sheet's own number cuts a line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Refer
from app.rules.pricing import written_quantity
from app.rules.radiotherapy.regions import PHASE, REGION, Region, formed, region_in, region_of
from app.rules.radiotherapy.terms import COURSE, FIELDS, PHYSICS, count, in_course, latest, lines_of, past
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
    return [Treatment(region, tuple(lines)) for region, lines in by_region.items() if _row(case, region)]


def _with_side(region: Region, others: Iterable[Region]) -> Region:
    """Return a region without a side on the one side that other lines name for it, if they name one only."""
    sides = {other.side for other in others if other.name == region.name and other.side is not None}
    return Region(region.name, sides.pop()) if region.side is None and len(sides) == 1 else region


def _row(case: Case, region: Region) -> dict[str, Any] | None:
    row: dict[str, Any] | None = case.figure("field_table").get(region.name)
    return row


def _doubling(case: Case) -> int:
    """Return how many times the table's fields the technique may need; an unknown one is a usual one."""
    factor: int = case.figure("fields_doubled_by").get(case.fact(TECHNIQUE), 1)
    return factor


def limit(case: Case, treatment: Treatment) -> Fraction:
    """Return the most fields of a treatment: the table's total, a further phase of a starred region, the technique."""
    row = _row(case, treatment.region)
    if row is None:
        raise ValueError(f"{treatment.region} does not stand in the table of fields")
    total = row["total"]
    if row["starred"] and _has_further_phase(case, treatment.region):
        fields, sessions = row["phase2"]
        total += fields * sessions
    return Fraction(total * _doubling(case))


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


def centre(case: Case) -> Iterator[tuple[Case, Treatment]]:
    """Yield the treatments of the submission's radiotherapy claims; the claim under review as it stands now."""
    peers = case.surroundings.peers(ClaimKind.RADIOTHERAPY)
    for each in (case, *(peer for peer in peers if peer.claim.id != case.claim.id)):
        yield from ((each, treatment) for treatment in treatments(each))


@rule("RT-15b", Phase.QUANTITY, FIELD_LINES, late=True)
def average_of_the_centre(case: Case) -> Outcomes:
    """Refer a claim above the table where the centre's average for the region is above it too; no amount changes."""
    for mine in treatments(case):
        row = _row(case, mine.region)
        if row is None or mine.fields / _doubling(case) <= row["total"]:
            continue
        fields = [t.fields / _doubling(each) for each, t in centre(case) if t.region.name == mine.region.name]
        average = sum(fields, Fraction(0)) / len(fields)
        if average > row["total"]:
            rounded = number(written_quantity(round(average, 1)))
            yield Refer(
                None,
                (REGION,),
                steps=(Step("میانگین فیلدهای مرکز در این ناحیه", f"{rounded} در برابر {number(row['total'])}"),),
            )
            return


@rule("RT-15c", Phase.QUANTITY, FIELD_LINES, late=True)
def always_the_maximum(case: Case) -> Outcomes:
    """Ask for the sheets of what a centre billed at the table's maximum, where it does so in most treatments."""
    maximal = [treatment for treatment in treatments(case) if _is_maximal(case, treatment)]
    if not maximal:
        return
    by_claim: dict[str, bool] = {}
    for each, treatment in centre(case):
        by_claim[each.claim.id] = by_claim.get(each.claim.id, False) or _is_maximal(each, treatment)
    if len(by_claim) >= case.figure("treatments_to_judge_centre") and 2 * sum(by_claim.values()) > len(by_claim):
        for treatment in maximal:
            yield from _ask_for_sheet(treatment.lines)


def _is_maximal(case: Case, treatment: Treatment) -> bool:
    row = _row(case, treatment.region)
    return row is not None and treatment.billed == row["total"]


def _ask_for_sheet(lines: Iterable[CaseLine]) -> Outcomes:
    yield from (Ask(line, (SHEET,)) for line in lines if line.fact(SHEET) is UNKNOWN)


@rule("RT-16a", Phase.QUANTITY, FIELD_LINES, late=True)
def above_the_table(case: Case) -> Outcomes:
    """Ask for the sheet of a treatment above the table, with what the course had before in the region.

    Fields of an unknown region are asked about where they are above every region's total.
    """
    for treatment in treatments(case):
        most, now = limit(case, treatment), treatment.fields
        line = latest(treatment.lines)
        earlier = in_course(case, line, *FIELDS)
        if now + _fields_before(case, treatment.region, earlier or ()) > most:
            yield from _ask_for_sheet(treatment.lines)
        elif earlier is None and now + _fields_before(case, treatment.region, past(case, line, FIELDS)) > most:
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
    largest = max(row["total"] for row in case.figure("field_table").values()) * _doubling(case)
    if sum(line.quantity for line in lines) > largest:
        unknown = (line for line in lines if region_of(line) is None and line.fact(SHEET) is UNKNOWN)
        yield from (Ask(line, (REGION,)) for line in unknown)


remark("RT-16d", Place.RULE_BOOK)
silent("sets the limit of RT-16a and RT-15b (field_counts.limit)", "RT-16b", "RT-16c")
