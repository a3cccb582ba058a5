"""Article 10: how many units are paid, of what is done once, for each incision, approved day, stone or eye."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine, units
from app.rules.inpatient_services.operation_prices import GENERIC
from app.rules.inpatient_services.terms import (
    FOLLOWING_SECTIONS,
    HOTEL,
    is_operation,
    of_group,
)
from app.rules.lines import keep_first, keep_units
from app.rules.outcomes import Ask, Outcomes
from app.rules.registry import Phase, on, rule

INCISIONS, APPROVED_DAYS = "incision_count", "bed_days_approved"


@rule("SUR-CVS-07", Phase.QUANTITY, on(groups={"cardiac_fluoroscopy"}))
def fluoroscopy_of_the_heart(case: Case) -> Outcomes:
    """Keep one fluoroscopy of the heart in a stay, whatever needed it."""
    lines = [line for line in case.live_lines if of_group("cardiac_fluoroscopy")(line)]
    yield from keep_first(sorted(lines, key=lambda line: (line.day, line.no)), 1)


@rule("SUR-ORT-06", Phase.QUANTITY, on(groups={"implant_removal"}))
def removals_through_one_incision(case: Case) -> Outcomes:
    """Keep one removal of screws and plates for an incision; one unit in all asks nothing."""
    generic = [line for line in case.live_lines if _is_generic_removal(line)]
    for code, day in dict.fromkeys((line.code, line.day) for line in generic):
        lines = sorted((o for o in generic if (o.code, o.day) == (code, day)), key=lambda line: line.no)
        incisions = lines[0].fact(INCISIONS)
        if incisions is UNKNOWN:
            yield from (Ask(line, (INCISIONS,)) for line in _beyond_first(lines))
        elif isinstance(incisions, int) and units(lines) > 1:
            yield from keep_first(lines, incisions, INCISIONS)


def _is_generic_removal(line: CaseLine) -> bool:
    return line.section not in FOLLOWING_SECTIONS and line.attribute("implant_removal") == GENERIC


def _beyond_first(lines: list[CaseLine]) -> list[CaseLine]:
    """Return the lines that hold a unit beyond the first of all."""
    return [line for place, line in enumerate(lines) if place or line.quantity > 1]


@rule("SUR-DIG-02a", Phase.QUANTITY, on(groups={"ercp"}))
def days_of_an_ercp(case: Case) -> Outcomes:
    """Keep the bed-days that the insurer's expert approved for a stay of an ERCP and no other operation."""
    ercp = of_group("ercp")
    if not any(ercp(line) for line in case.live_lines):
        return
    if any(is_operation(line) and not ercp(line) for line in case.live_lines):
        return
    beds = sorted((line for line in case.live_lines if line.section == HOTEL), key=lambda line: line.no)
    approved = case.fact(APPROVED_DAYS)
    if approved is UNKNOWN:
        yield from (Ask(line, (APPROVED_DAYS,)) for line in beds)
    elif isinstance(approved, int):
        yield from keep_first(beds, approved, APPROVED_DAYS)


@rule("SUR-EYE-03", Phase.QUANTITY, on(groups={"cornea_preparation"}))
def preparations_of_a_cornea(case: Case) -> Outcomes:
    """Keep one unit of getting, preparing, keeping and delivering the cornea, for each side of a day."""
    lines = [line for line in case.live_lines if of_group("cornea_preparation")(line)]
    for day, side in dict.fromkeys((line.day, line.fact("side")) for line in lines):
        yield from keep_units((o for o in lines if (o.day, o.fact("side")) == (day, side)), 1)
