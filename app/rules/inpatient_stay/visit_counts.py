"""Article 8, how many visits: one a day, one of each of the special kinds, as many as days (items 2, 5 and 12)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.persian import number
from app.rules.case import Case, CaseLine, units
from app.rules.inpatient_stay.stay import bed_days, is_observed
from app.rules.inpatient_stay.visits import (
    ANESTHESIA_CLINIC,
    COMPREHENSIVE,
    DAILY,
    DISCHARGE,
    NEWBORN_FIRST,
    VISITS,
    fee_of_kind,
    is_of_ward_officer,
    limited_visits,
    live_visits,
    visit_kind,
    visits_of_kind,
)
from app.rules.lines import at_most, keep_first
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.pricing import unit_price
from app.rules.registry import Phase, rule

NEWBORNS = "newborn_count"
DISCHARGE_KIND, VISITED_BEFORE = "discharge_kind", "visited_before_leaving"
ORDERED_DISCHARGE = "ordered"
FURTHER_CLINIC_VISIT = "ویزیت کلینیک بیهوشی بیش از یک بار آمده است و ضرورت آن باید بررسی شود"
FURTHER_COMPREHENSIVE_VISIT = "ویزیت جامع اورژانس بیش از یک بار آمده است و ضرورت آن باید بررسی شود"


@rule("VIS-02", Phase.QUANTITY, VISITS)
def one_visit_a_day(case: Case) -> Outcomes:
    """Keep one of the dated visits of a day, the dearest by its tariff; the day of discharge has its own clause."""
    if is_observed(case):
        return
    by_day: dict[JalaliDate, list[CaseLine]] = {}
    for line in live_visits(case):
        if line.line.day is not None and visit_kind(case, line) in DAILY and not is_of_ward_officer(line):
            by_day.setdefault(line.line.day, []).append(line)
    for lines in by_day.values():
        kept, *others = sorted(lines, key=lambda line: (-_tariff(case, line), line.no))
        yield from at_most(kept, 1)
        yield from (Reject(line) for line in others)


def _tariff(case: Case, line: CaseLine) -> Fraction:
    """Return the price of one visit: of its row, else the fee of its kind."""
    price = unit_price(case, line, line.service)
    return price.exact if price else Fraction(fee_of_kind(case, visit_kind(case, line)) or 0)


def beyond(lines: Iterable[CaseLine], limit: Fraction | int) -> Iterator[CaseLine]:
    """Yield the lines that hold units beyond a limit, which is filled in the order given."""
    seen = Fraction(0)
    for line in lines:
        seen += line.quantity
        if seen > limit:
            yield line


@rule("VIS-05", Phase.QUANTITY, VISITS)
def further_clinic_visit(case: Case) -> Outcomes:
    """Ask about visits of the anesthesia clinic beyond the first; they are paid meanwhile."""
    visits = visits_of_kind(case, ANESTHESIA_CLINIC)
    for line in beyond(visits, case.figure("anesthesia_clinic_visits")):
        yield Ask(line, needs=FURTHER_CLINIC_VISIT)


@rule("VIS-12b", Phase.QUANTITY, VISITS)
def first_visit_of_each_newborn(case: Case) -> Outcomes:
    """Keep one first visit for each newborn; ask how many there are where more than one is billed."""
    visits, newborns = visits_of_kind(case, NEWBORN_FIRST), case.fact(NEWBORNS)
    if isinstance(newborns, int):
        yield from keep_first(visits, max(1, newborns), NEWBORNS)
    else:
        yield from (Ask(line, (NEWBORNS,)) for line in beyond(visits, 1))


@rule("VIS-12d", Phase.QUANTITY, VISITS)
def one_visit_on_discharge(case: Case) -> Outcomes:
    """Keep one visit of the day of discharge."""
    yield from keep_first(visits_of_kind(case, DISCHARGE), 1)


@rule("VIS-12e", Phase.QUANTITY, VISITS)
def further_comprehensive_visit(case: Case) -> Outcomes:
    """Ask about comprehensive emergency visits beyond the first, for the handbook prints no number."""
    for line in beyond(visits_of_kind(case, COMPREHENSIVE), 1):
        yield Ask(line, needs=FURTHER_COMPREHENSIVE_VISIT)


def discharge_visit(case: Case) -> Answer:
    """Tell whether the visit of the day of discharge is owed: after death or at own wish only if it is proved."""
    kind, visited = case.fact(DISCHARGE_KIND), case.fact(VISITED_BEFORE)
    if kind == ORDERED_DISCHARGE or visited is True:
        return True
    return UNKNOWN if UNKNOWN in (kind, visited) else False


def more_visits_than_days(case: Case) -> bool:
    """Tell whether more counted visits are left than the stay has days; not while its times are unknown."""
    days = bed_days(case)
    return days is not None and units(limited_visits(case)) > days


@rule("VIS-13b", Phase.QUANTITY, VISITS, ahead_of="VIS-13a")
def visit_before_leaving(case: Case) -> Outcomes:
    """Refuse the visit on discharge after death or leaving at own wish; ask only where a unit hangs on it."""
    if is_observed(case):
        return
    discharges = [line for line in limited_visits(case) if visit_kind(case, line) == DISCHARGE]
    if not discharges and not more_visits_than_days(case):
        return
    owed = discharge_visit(case)
    if owed is False:
        yield from (Reject(line, (DISCHARGE_KIND, VISITED_BEFORE)) for line in discharges)
    elif owed is UNKNOWN:
        missing = DISCHARGE_KIND if case.fact(DISCHARGE_KIND) is UNKNOWN else VISITED_BEFORE
        yield from (Ask(line, (missing,)) for line in discharges or _last_within(limited_visits(case), bed_days(case)))


def _last_within(visits: list[CaseLine], days: int | None) -> list[CaseLine]:
    """Return the last of the visits that VIS-13a leaves with that on discharge: it loses a unit to the answer."""
    left = Fraction((days or 0) + 1)
    kept: list[CaseLine] = []
    for line in visits:
        if left > 0:
            kept = [line]
        left -= line.quantity
    return kept


@rule("VIS-13a", Phase.QUANTITY, VISITS)
def as_many_visits_as_days(case: Case) -> Outcomes:
    """Keep as many visits as the stay has days, and that of the day of discharge where it is owed.

    What is beyond goes from the highest line number; a visit of the day of discharge goes last.
    """
    days = bed_days(case)
    if days is None or is_observed(case):
        return
    last = 0 if discharge_visit(case) is False else 1
    steps = (
        Step("روزهای بستری", number(days)),
        Step("ویزیت روز ترخیص", number(last)),
        Step("ویزیت قابل پرداخت", f"{number(days)} + {number(last)} = {number(days + last)}"),
    )
    in_order = sorted(limited_visits(case), key=lambda line: (visit_kind(case, line) != DISCHARGE, line.no))
    yield from (replace(outcome, steps=steps) for outcome in keep_first(in_order, days + last))
