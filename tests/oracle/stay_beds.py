"""Article 6 of the inpatient part, which days of which beds are covered: phases 1 to 4."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, keep, note, refer, reject, stay_open
from tests.oracle.stay_frame import months_after
from tests.oracle.stay_terms import WITHOUT_TARIFF, Stay, bed_kind
from tests.oracle.table import rule

NO_FEE_KNOWN = Fraction(10**12)
"""A bed whose kind was not read counts as the dearest."""


def all_beds(paper: Paper) -> list[Entry]:
    """Hotel lines of a hospital, as they are before phase 2 has taken any."""
    return [] if Stay(paper).limited else [entry for entry in paper.entries if entry.section == "hotel"]


def certificate(rule_id: str, *, late: bool) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        end, delivered = paper.office_fact("accreditation_to"), paper.submission.get("delivered_on")
        expired = all_beds(paper) and end and paper.known_day > end
        if expired and bool(delivered and delivered > months_after(end, 4)) == late:
            yield refer()

    rule(1, rule_id)(found)


certificate("BED-04c", late=False)
certificate("BED-04g", late=True)


@rule(1, "BED-12b")
def custodial(paper: Paper) -> Iterator[Says]:
    if any(bed_kind(entry) == "psychiatric" for entry in all_beds(paper)):
        answer = paper.fact("custodial")
        if answer is not False:
            yield ask() if answer is None else reject()


@rule(2, "BED-01b")
def approved_ward(paper: Paper) -> Iterator[Says]:
    for entry in all_beds(paper):
        approved = entry.fact("ward_approved")
        if approved is False:
            yield reject(entry.no)
        elif approved is None and bed_kind(entry) in WITHOUT_TARIFF:
            yield ask(entry.no)


@rule(2, "BED-02c")
def times_missing(paper: Paper) -> Iterator[Says]:
    if Stay(paper).long is None:
        yield from (stay_open(entry.no) for entry in all_beds(paper))


@rule(2, "BED-03a")
def kind_not_read(paper: Paper) -> Iterator[Says]:
    yield from (stay_open(entry.no) for entry in all_beds(paper) if bed_kind(entry) is None)


@rule(2, "BED-05")
def six_hours(paper: Paper) -> Iterator[Says]:
    if Stay(paper).long is False:
        yield from (reject(entry.no) for entry in all_beds(paper))


@rule(2, "BED-13")
def companion(paper: Paper) -> Iterator[Says]:
    yield from (reject(entry.no) for entry in all_beds(paper) if bed_kind(entry) == "companion")


def lodging(paper: Paper) -> list[Entry]:
    nursing = [entry for entry in paper.entries if entry.section == "nursing"]
    return [] if Stay(paper).limited else all_beds(paper) + nursing


@rule(1, "BED-16a")
def long_observation(paper: Paper) -> Iterator[Says]:
    if Stay(paper).long and not Stay(paper).limited:
        yield note()


@rule(2, "BED-16a")
def file_of_an_observation(paper: Paper) -> Iterator[Says]:
    if Stay(paper).long and paper.fact("admission_file") is None:
        yield from (ask(entry.no) for entry in lodging(paper))


@rule(2, "BED-16b")
def without_decision(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    if stay.long and paper.fact("admission_file") is False and (paper.kind == "temporary" or not stay.surgical()):
        yield from (reject(entry.no) for entry in lodging(paper))


@rule(3, "BED-08")
def two_beds_in_a_day(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    dated = [entry for entry in stay.own_beds() if entry.document.get("date") and bed_kind(entry)]
    for day in sorted({entry.day for entry in dated}):
        beds = [entry for entry in dated if entry.day == day]
        if len({bed_kind(entry) for entry in beds}) > 1:
            beds.sort(key=lambda entry: (-(stay.bed_fee(entry) or NO_FEE_KNOWN), entry.no))
            yield from one_of(beds)


def one_of(beds: list[Entry]) -> Iterator[Says]:
    """The first bed of more than six hours, else the cheapest; a question where the hours are not known."""
    kept = beds[-1]
    for entry in beds[:-1]:
        hours = entry.fact("hours_in_bed")
        if hours is None or Fraction(str(hours)) > 6:
            kept = entry
            if hours is None:
                yield ask(entry.no)
            break
    yield from (reject(entry.no) for entry in beds if entry is not kept)


def cheapest_first(stay: Stay) -> list[Entry]:
    """The own beds in the order in which they lose days."""
    return sorted(stay.own_beds(), key=lambda entry: (stay.bed_fee(entry) or NO_FEE_KNOWN, -entry.no))


def down_to(entries: list[Entry], units: Fraction | int) -> Iterator[Says]:
    """Take what exceeds so many units, from the first of the lines on."""
    excess = sum((entry.units for entry in entries), Fraction()) - units
    for entry in entries:
        if excess > 0:
            taken = min(excess, entry.units)
            excess -= taken
            yield keep(entry.no, entry.units - taken)


def days_of_stay(rule_id: str, *, ordered: bool, leave: bool) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        stay = Stay(paper)
        days = stay.days(ordered=ordered, leave=leave)
        if days is not None:
            yield from down_to(cheapest_first(stay), days)

    rule(4, rule_id)(found)


days_of_stay("BED-02a", ordered=False, leave=False)
days_of_stay("BED-02b", ordered=True, leave=False)
days_of_stay("BED-11", ordered=True, leave=True)


@rule(4, "BED-11")
def leave_not_known(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    if paper.fact("leave_days") is None and stay.beds("psychiatric") and stay.days() is not None:
        yield from (ask(entry.no, keep(entry.no, Fraction())) for entry in stay.own_beds())


class Newborns:
    """The healthy newborn's beds of a claim against their limit."""

    def __init__(self, paper: Paper) -> None:
        stay = Stay(paper)
        delivery, count = stay.delivery(), paper.fact("newborn_count") or 1
        self.lines = sorted(stay.beds("newborn_healthy"), key=lambda entry: -entry.no)
        self.days = sum((entry.units for entry in self.lines), Fraction())
        self.limit = count * (1 if delivery == "vaginal" else 2)
        self.least = count * (2 if delivery == "cesarean" else 1)
        self.kept = paper.fact("newborn_kept_for_mother")
        self.confirmed = paper.fact("expert_confirmed")
        days = stay.days()
        self.utmost = self.days if days is None else max(count * days, self.limit)

    def asked(self, units: int) -> Iterator[Says]:
        """Ask on the lines that would lose days."""
        yield from (ask(said.line, said) for said in down_to(self.lines, units))


@rule(4, "BED-14a")
def newborn_days(paper: Paper) -> Iterator[Says]:
    newborns = Newborns(paper)
    if newborns.days > newborns.limit and newborns.kept is False:
        yield from down_to(newborns.lines, newborns.limit)


@rule(4, "BED-14b")
def kept_for_the_mother(paper: Paper) -> Iterator[Says]:
    newborns = Newborns(paper)
    if newborns.days <= newborns.limit or newborns.kept is False:
        return
    if newborns.confirmed is False:
        yield from down_to(newborns.lines, newborns.limit)
        return
    yield from down_to(newborns.lines, newborns.utmost)
    if not (newborns.kept and newborns.confirmed):
        yield from Newborns(paper).asked(newborns.limit)


@rule(4, "BED-14b")
def delivery_not_known(paper: Paper) -> Iterator[Says]:
    """BED-14a's question comes last, of the days that are left."""
    newborns = Newborns(paper)
    if newborns.least < newborns.limit and not (newborns.kept and newborns.confirmed):
        for said in newborns.asked(newborns.least):
            yield Says(said.line, "query", worst=said.worst, rule="BED-14a")
