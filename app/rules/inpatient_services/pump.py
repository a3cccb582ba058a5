"""Article 17, items 6 and 7: the long infusion of chemotherapy (901550), taken home with a pump or refilled (CHM)."""

from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.chemotherapy import LONG_INFUSION
from app.rules.inpatient_stay.terms import count
from app.rules.lines import keep_first
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.pricing import price_of_line_as
from app.rules.registry import Phase, line_rule, on, rule
from app.rules.tariffs import priced_as, worth_more

SHORT_INFUSION, REFILLING = "901540", "901565"
HOURS, HOME_WITH_PUMP, ACTION = "infusion_hours", "discharged_with_pump", "pump_action"
REFILL = "refill"
INFUSIONS = on(codes={LONG_INFUSION})


def _infusions(case: Case) -> list[CaseLine]:
    """Return the lines of the long infusion by day and number."""
    lines = (line for line in case.live_lines if line.code == LONG_INFUSION)
    return sorted(lines, key=lambda line: (line.day, line.no))


def _first_day(case: Case) -> JalaliDate | None:
    """Return the day of the claim's first long infusion."""
    return case.while_unchanged(_earliest)


def _earliest(case: Case) -> JalaliDate | None:
    days = [line.day for line in case.live_lines if line.code == LONG_INFUSION]
    return min(days, default=None)


def _is_later(case: Case, line: CaseLine) -> bool:
    """Tell whether an infusion stands on an earlier day, in the claim or in the patient's history."""
    first = _first_day(case)
    return (first is not None and first < line.day) or any(
        past.code == LONG_INFUSION and past.day < line.day for past in case.history
    )


@line_rule("CHM-06a", Phase.PRICE, INFUSIONS)
def infusion_of_few_hours(case: Case, line: CaseLine) -> Outcomes:
    """Pay an infusion of eight hours or less as 901540; a refill is not asked for its hours."""
    hours = line.fact(HOURS)
    if hours is UNKNOWN:
        short = price_of_line_as(case, line, SHORT_INFUSION)
        if line.fact(ACTION) != REFILL and worth_more(case, line, short):
            yield Ask(facts=(HOURS,))
    elif count(hours, 0) <= case.figure("long_chemotherapy_hours"):
        yield from priced_as(case, line, SHORT_INFUSION, HOURS)


@rule("CHM-06b", Phase.QUANTITY, INFUSIONS)
def infusions_with_pump(case: Case) -> Outcomes:
    """Keep one infusion of a patient who went home with the pump; refills are not counted among them.

    What was done on a later day, where nobody noted it, is taken as a refill (the best that can come out, CHM-07).
    """
    home, limit = case.fact(HOME_WITH_PUMP), case.figure("infusions_with_pump")
    infusions = [line for line in _infusions(case) if line.fact(ACTION) != REFILL]
    if home is True:
        counted = [line for line in infusions if not _may_be_refill(case, line)]
        yield from keep_first(counted, limit, HOME_WITH_PUMP)
    elif home is UNKNOWN:
        yield from _asked_beyond(infusions, Fraction(limit))


def _may_be_refill(case: Case, line: CaseLine) -> bool:
    return line.fact(ACTION) is UNKNOWN and _is_later(case, line)


def _asked_beyond(lines: list[CaseLine], limit: Fraction) -> Outcomes:
    for line in lines:
        if line.quantity > limit:
            yield Ask(line, (HOME_WITH_PUMP,))
        limit = max(limit - line.quantity, Fraction(0))


@line_rule("CHM-07", Phase.EXCLUSION, on(codes={REFILLING}))
def refill_on_first_day(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a refill on the day of the first infusion: it is for the days after."""
    if line.day == _first_day(case):
        yield Reject()


@line_rule("CHM-07", Phase.PRICE, INFUSIONS)
def refill_of_pump(case: Case, line: CaseLine) -> Outcomes:
    """Pay the refill of a pump on a later day as 901565.

    What was done then is asked for where the patient went home with the pump, and paid as a refill meanwhile, for
    nothing better can come out; where that is unknown too, the line keeps its own price.
    """
    action, home = line.fact(ACTION), case.fact(HOME_WITH_PUMP)
    if not _is_later(case, line):
        return
    if action == REFILL:
        yield from priced_as(case, line, REFILLING, ACTION)
    elif action is UNKNOWN and home is not False:
        yield Ask(facts=(ACTION,))
        if home is True:
            yield from priced_as(case, line, REFILLING, ACTION)
