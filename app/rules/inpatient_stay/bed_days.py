"""Article 6, items 2, 11 and 14: how many bed-days are paid (BED-02a, 02b, 11, 14a, 14b)."""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import number
from app.rules.case import Case, CaseLine, units
from app.rules.inpatient_stay.bed_fees import worth_of
from app.rules.inpatient_stay.stay import LEAVE, ORDERED_ON, bed_days, days_of_stay
from app.rules.inpatient_stay.terms import (
    CESAREAN,
    DELIVERY_KIND,
    GLOBAL,
    HOTEL,
    NEWBORN_HEALTHY,
    PSYCHIATRIC,
    VAGINAL,
    beds_of_kind,
    count,
    delivery,
    has_section,
    own_beds,
)
from app.rules.lines import at_most, keep_first
from app.rules.outcomes import Ask, Outcomes
from app.rules.pricing import written_quantity
from app.rules.registry import Phase, on, rule

BEDS = on(sections={HOTEL})
KEPT_FOR_MOTHER, CONFIRMED, NEWBORNS = "newborn_kept_for_mother", "expert_confirmed", "newborn_count"


def _cut_own_beds(case: Case, days: int, caption: str, *facts: str) -> Outcomes:
    """Keep so many days of the own beds: the cheapest bed loses first, of equals the one with the highest number."""
    beds = own_beds(case)
    claimed = units(beds)
    excess = claimed - days
    step = Step(caption, f"{_days(claimed)} در برابر {_days(Fraction(days))}")
    for bed in sorted(sorted(beds, key=lambda bed: -bed.no), key=lambda bed: worth_of(case, bed)):
        lost = min(excess, bed.quantity)
        if lost > 0:
            excess -= lost
            yield from at_most(bed, bed.quantity - lost, *facts, steps=(step,))


def _days(days: Fraction) -> str:
    return f"{number(written_quantity(days))} روز"


@rule("BED-02a", Phase.QUANTITY, BEDS)
def beyond_discharge(case: Case) -> Outcomes:
    """Cut the own beds to the whole days from admission to discharge."""
    days = days_of_stay(case)
    if days is not None:
        yield from _cut_own_beds(case, days.calendar, "روزهای خواسته و تفاضل ترخیص و پذیرش")


@rule("BED-02b", Phase.QUANTITY, BEDS)
def beyond_order(case: Case) -> Outcomes:
    """Cut the days between the order of discharge (own wish, death) and the settling of the bill."""
    days = days_of_stay(case)
    if days is not None and days.to_order < days.calendar:
        yield from _cut_own_beds(case, days.to_order, "روزها تا دستور ترخیص", ORDERED_ON)


@rule("BED-11", Phase.QUANTITY, BEDS)
def days_of_leave(case: Case) -> Outcomes:
    """Cut the days of leave; a psychiatric stay is asked about them, others record them when seen."""
    days = days_of_stay(case)
    if days is not None and days.due < days.to_order:
        yield from _cut_own_beds(case, days.due, "روزها پس از کسر مرخصی", LEAVE)
    if case.fact(LEAVE) is UNKNOWN and beds_of_kind(case, {PSYCHIATRIC}):
        yield from (Ask(bed, (LEAVE,)) for bed in own_beds(case))


def _newborn_beds(case: Case) -> list[CaseLine]:
    """Return the beds of healthy newborns; those of a global claim are article 22's."""
    return [] if has_section(case, {GLOBAL}) else beds_of_kind(case, {NEWBORN_HEALTHY})


def _newborns(case: Case) -> Fraction:
    return max(count(case.fact(NEWBORNS), 1), Fraction(1))


def _days_after(case: Case, kind: str) -> Fraction:
    """Return the newborns' days after a delivery of a kind, all newborns together."""
    named = "newborn_days_vaginal" if kind == VAGINAL else "newborn_days_cesarean"
    return _newborns(case) * int(case.figure(named))


def _limit(case: Case) -> Fraction:
    """Return the newborns' days of the delivery; an unknown one is taken as a caesarean."""
    kind = delivery(case)
    return _days_after(case, CESAREAN if kind is UNKNOWN else str(kind))


def _is_kept_and_confirmed(case: Case) -> bool:
    return case.fact(KEPT_FOR_MOTHER) is True and case.fact(CONFIRMED) is True


@rule("BED-14a", Phase.QUANTITY, BEDS)
def healthy_newborn(case: Case) -> Outcomes:
    """Keep one day of a healthy newborn after a normal delivery, two after a caesarean, for each newborn.

    Further days stand where the mother's illness may have kept the newborn (BED-14b). An unknown delivery is asked for
    where more is claimed than a normal one gives.
    """
    beds = _newborn_beds(case)
    if units(beds) > _limit(case) and case.fact(KEPT_FOR_MOTHER) is False:
        yield from keep_first(beds, _limit(case), KEPT_FOR_MOTHER)
    normal = _days_after(case, VAGINAL)
    least = _longest(case, normal) if _is_kept_and_confirmed(case) else normal
    if delivery(case) is UNKNOWN and least is not None and units(beds) > least:
        yield from (Ask(bed, (DELIVERY_KIND,)) for bed in _beyond(beds, least))


def _beyond(beds: list[CaseLine], limit: Fraction) -> list[CaseLine]:
    """Return the beds that a limit over all would cut, which takes from the highest number first."""
    found = []
    for bed in beds:
        limit -= bed.quantity
        if limit < 0:
            found.append(bed)
    return found


@rule("BED-14b", Phase.QUANTITY, BEDS)
def kept_for_the_mother(case: Case) -> Outcomes:
    """Keep a newborn as long as its mother only where her illness kept it and the supervising expert confirms it.

    What is not known of these is asked for where the mother stayed longer than the limit, unless the expert said no.
    """
    beds, limit = _newborn_beds(case), _limit(case)
    kept, confirmed = case.fact(KEPT_FOR_MOTHER), case.fact(CONFIRMED)
    if units(beds) <= limit or kept is False:
        return
    longest = limit if confirmed is False else _longest(case, limit)
    if not _is_kept_and_confirmed(case) and longest != limit:
        missing = (KEPT_FOR_MOTHER,) if kept is UNKNOWN else (CONFIRMED,)
        yield from (Ask(bed, missing) for bed in _beyond(beds, limit))
    if longest is not None:
        yield from keep_first(beds, longest, KEPT_FOR_MOTHER, CONFIRMED)


def _longest(case: Case, limit: Fraction) -> Fraction | None:
    """Return the newborns' days if they stayed as long as their mother, None where her days are not known."""
    owed = bed_days(case)
    return None if owed is None else max(limit, owed * _newborns(case))
