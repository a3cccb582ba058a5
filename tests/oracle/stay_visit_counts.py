"""Article 8 of the inpatient part, how many visits are paid: phase 4, and what a psychiatrist must write (VIS-07)."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.days import month_after, month_of
from tests.oracle.general_lines import line_wanted
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, keep, reject, stay_open
from tests.oracle.stay_bed_prices import ACUTE_DAYS, days_used
from tests.oracle.stay_beds import down_to
from tests.oracle.stay_terms import Stay, bed_kind
from tests.oracle.stay_visits import counted, field_of, of_kind, officers, special_beds, visit_kind
from tests.oracle.table import rule


@rule(4, "VIS-09")
def officers_days(paper: Paper) -> Iterator[Says]:
    days = sum((bed.units for bed in special_beds(paper)), Fraction())
    yield from down_to(list(reversed(officers(paper))), days)


@rule(4, "VIS-02")
def one_a_day(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    if stay.observed():
        return

    def worth(entry: Entry) -> Fraction:
        return (
            paper.price(entry.code, entry) or stay.key_fee(f"visit/inpatient/{visit_kind(stay, entry)}") or Fraction()
        )

    lines = [
        entry
        for entry in of_kind(paper, "first_day", "next_day")
        if entry.document.get("date") and entry.fact("icu_role") != "ward_officer"
    ]
    for day in sorted({entry.day for entry in lines}):
        first, *further = sorted((e for e in lines if e.day == day), key=lambda entry: (-worth(entry), entry.no))
        yield keep(first.no, min(first.units, Fraction(1)))
        yield from (reject(entry.no) for entry in further)


def further_units(lines: list[Entry], first: Fraction | int = 1) -> list[tuple[Entry, Fraction]]:
    """Lines with units beyond the first ones of the claim, and what each keeps of them."""
    left, found = Fraction(first), []
    for entry in lines:
        kept = min(left, entry.units)
        left -= kept
        if kept < entry.units:
            found.append((entry, kept))
    return found


def asked_again(rule_id: str, kind: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        yield from (stay_open(entry.no) for entry, _ in further_units(of_kind(paper, kind)))

    rule(4, rule_id)(found)


asked_again("VIS-05", "anesthesia_clinic")
asked_again("VIS-12e", "emergency_comprehensive")


@rule(4, "VIS-12b")
def newborns_first(paper: Paper) -> Iterator[Says]:
    count = paper.fact("newborn_count")
    for entry, kept in further_units(of_kind(paper, "newborn_first"), 1 if count is None else max(count, 1)):
        yield ask(entry.no, keep(entry.no, kept)) if count is None else keep(entry.no, kept)


@rule(4, "VIS-12d")
def one_discharge(paper: Paper) -> Iterator[Says]:
    yield from (keep(entry.no, kept) for entry, kept in further_units(of_kind(paper, "discharge")))


def psychiatrists(paper: Paper, *fields: str | None) -> list[Entry]:
    """The visits by psychiatrists, or by people of these fields, in a chronic stay with a psychiatric bed."""
    if not any(entry.section == "hotel" and bed_kind(entry) == "psychiatric" for entry in paper.entries):
        return []
    chronic = paper.fact("psychiatric_course") == "chronic" or days_used(paper) >= ACUTE_DAYS
    return [entry for entry in counted(paper) if field_of(entry) in ("psychiatry", *fields)] if chronic else []


@rule(2, "VIS-07b")
def written_in_the_file(paper: Paper) -> Iterator[Says]:
    for entry in psychiatrists(paper, None):
        recorded = entry.fact("visit_recorded")
        yield from line_wanted(recorded if field_of(entry) else recorded or None, entry)


@rule(4, "VIS-07a")
def four_a_month(paper: Paper) -> Iterator[Says]:
    sure, possible = psychiatrists(paper), psychiatrists(paper, None)
    yield from over_the_limit(paper, sure)
    if list(over_the_limit(paper, sure)) != list(over_the_limit(paper, possible)):
        yield from (ask(entry.no) for entry in possible if field_of(entry) is None)


def over_the_limit(paper: Paper, lines: list[Entry]) -> Iterator[Says]:
    """Cut dated visits to four a month, undated ones to what is left of the months of the stay."""
    stay, used = Stay(paper), Fraction()
    dated = sorted((e for e in lines if e.document.get("date")), key=lambda entry: (entry.day, entry.no))
    for month in sorted({month_of(entry.day) for entry in dated}):
        own = [entry for entry in dated if month_of(entry.day) == month]
        used += min(units(own), Fraction(4))
        yield from (keep(entry.no, kept) for entry, kept in further_units(own, 4))
    undated = [entry for entry in lines if not entry.document.get("date")]
    if undated and stay.admitted and stay.discharged:
        month, months = month_of(stay.admitted[:10]), 1
        while month < month_of(stay.discharged[:10]):
            month, months = month_after(month), months + 1
        yield from down_to(list(reversed(undated)), max(4 * months - used, Fraction()))


def limited_visits(paper: Paper) -> list[Entry]:
    """The counted visits in the order in which they are cut: from the last line, those of discharge last."""
    stay = Stay(paper)
    if stay.observed() or stay.days() is None:
        return []
    lines = [entry for entry in counted(paper) if entry.fact("icu_role") != "ward_officer"]
    return sorted(lines, key=lambda entry: (visit_kind(stay, entry) == "discharge", -entry.no))


def at_discharge(paper: Paper) -> bool | None:
    """Whether the visit of the day of discharge is owed (VIS-13b); None where that is not known."""
    kind = paper.fact("discharge_kind")
    if kind == "ordered":
        return True
    seen: bool | None = paper.fact("visited_before_leaving")
    return seen if kind else True if seen else None


def units(lines: list[Entry]) -> Fraction:
    return sum((entry.units for entry in lines), Fraction())


@rule(4, "VIS-13b")
def visit_of_discharge(paper: Paper) -> Iterator[Says]:
    stay, lines = Stay(paper), limited_visits(paper)
    days, owed = stay.days(), at_discharge(paper)
    last = [entry for entry in lines if visit_kind(stay, entry) == "discharge"]
    if days is None or owed or not (last or units(lines) > days):
        return
    if owed is False:
        yield from (reject(entry.no) for entry in last)
    elif last:
        yield from (ask(entry.no) for entry in last)
    else:
        left = Fraction(days + 1)
        for entry in sorted(lines, key=lambda entry: entry.no):
            kept = min(left, entry.units)
            left -= kept
            if left == 0 or entry is lines[0]:
                yield ask(entry.no, keep(entry.no, max(kept - 1, Fraction())))
                return


@rule(4, "VIS-13a")
def as_many_as_days(paper: Paper) -> Iterator[Says]:
    lines, days = limited_visits(paper), Stay(paper).days()
    if days is not None:
        yield from down_to(lines, days + (at_discharge(paper) is not False))
