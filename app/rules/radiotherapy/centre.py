"""Item 2-12, notes 1 and 2: a centre's average fields of a region, and a centre that mostly bills the maximum."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.findings import Step
from app.domain.persian import number
from app.rules.case import Case
from app.rules.outcomes import Outcomes, Refer
from app.rules.pricing import written_quantity
from app.rules.radiotherapy.field_counts import FIELD_LINES, ask_for_sheet, doubling, is_maximal, treatments
from app.rules.radiotherapy.regions import REGION
from app.rules.registry import Phase, rule


@dataclass(frozen=True, slots=True)
class Report:
    """What one claim adds to the picture of its centre: its treatments, and whether one has the maximum.

    Fields of a technique that may need more of them count as those of a usual one.
    """

    fields: tuple[tuple[str, Fraction], ...]
    maximal: bool


def report(case: Case) -> Report:
    """Return the report of a claim."""
    found = treatments(case)
    fields = tuple((each.region.name, each.fields / doubling(case)) for each in found)
    return Report(fields, any(is_maximal(case, each) for each in found))


@dataclass(frozen=True, slots=True)
class Centre:
    """The reports of a centre's claims that have treatments, by claim, and the sums of their fields, by region."""

    reports: dict[str, Report]
    sums: dict[str, Fraction]
    counts: Counter[str]
    maximal: int

    def average(self, mine: Report, claim: str, region: str) -> Fraction:
        """Return the centre's average of a region, with the claim under review as it stands now."""
        before = self.reports.get(claim, NO_REPORT)
        total, count = self.sums.get(region, Fraction(0)), self.counts[region]
        for sign, each in ((-1, before), (1, mine)):
            fields = [number for name, number in each.fields if name == region]
            total, count = total + sign * sum(fields), count + sign * len(fields)
        return total / count

    def mostly_maximal(self, mine: Report, claim: str, least: int) -> bool:
        """Tell whether more than half of the treatments, and enough of them, are billed at the maximum."""
        before = self.reports.get(claim)
        all_claims = len(self.reports) + (before is None)
        maximal = self.maximal - bool(before and before.maximal) + mine.maximal
        return all_claims >= least and 2 * maximal > all_claims


NO_REPORT = Report((), maximal=False)


def centre_of(cases: tuple[Case, ...]) -> Centre:
    """Return the picture that a centre's claims give together."""
    reports = {case.claim.id: made for case in cases if (made := report(case)).fields}
    sums: dict[str, Fraction] = {}
    for made in reports.values():
        for region, fields in made.fields:
            sums[region] = sums.get(region, Fraction(0)) + fields
    counts = Counter(region for made in reports.values() for region, _fields in made.fields)
    return Centre(reports, sums, counts, sum(made.maximal for made in reports.values()))


def _centre(case: Case) -> Centre:
    return case.surroundings.peers(frozenset({ClaimKind.RADIOTHERAPY})).once(centre_of)


@rule("RT-15b", Phase.QUANTITY, FIELD_LINES, late=True)
def average_of_the_centre(case: Case) -> Outcomes:
    """Refer a claim above the table where the centre's average for the region is above it too; no amount changes."""
    mine = report(case)
    for region, fields in mine.fields:
        total = case.figure("field_table")[region]["total"]
        if fields <= total:
            continue
        average = _centre(case).average(mine, case.claim.id, region)
        if average > total:
            rounded = number(written_quantity(round(average, 1)))
            caption = "میانگین فیلدهای مرکز در این ناحیه"
            yield Refer(None, (REGION,), steps=(Step(caption, f"{rounded} در برابر {number(total)}"),))
            return


@rule("RT-15c", Phase.QUANTITY, FIELD_LINES, late=True)
def always_the_maximum(case: Case) -> Outcomes:
    """Ask for the sheets of what a centre billed at the table's maximum, where it does so in most treatments."""
    mine, least = report(case), case.figure("treatments_to_judge_centre")
    if mine.maximal and _centre(case).mostly_maximal(mine, case.claim.id, least):
        for treatment in treatments(case):
            if is_maximal(case, treatment):
                yield from ask_for_sheet(treatment.lines)
