"""Item 7 and table 1: how often a service is paid on a day or in a session."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.money import round_half_up
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.past import past_of_group
from app.rules.physicians.scope import line_rule, rule
from app.rules.physicians.terms import dearest
from app.rules.pricing import price_of_line
from app.rules.registry import Phase, on
from app.rules.tariffs import kept_at_tariff

ECHO = "echo"
ECHOES = on(groups={ECHO})
HOURS = "recording_hours"
ONCE = 1


@rule("PHY-07", Phase.EXCLUSION, ECHOES)
def two_echocardiographies(case: Case) -> Outcomes:
    """Keep the dearest echocardiography of a day, none where one of that day was paid already."""
    paid_days = {row.day for row, _service in past_of_group(case, ECHO)}
    for session in case.requests():
        echoes = [line for line in session if line.group == ECHO]
        kept = dearest(case, echoes) if echoes and echoes[0].day not in paid_days else None
        yield from (Reject(line) for line in echoes if line is not kept)


@line_rule("PHY-07a", Phase.QUANTITY, ECHOES)
def one_echocardiography_of_a_line(case: Case, line: CaseLine) -> Outcomes:
    """Keep one echocardiography of a line."""
    yield from kept_at_tariff(case, line, case.figure("echocardiographies_a_day"))


@line_rule("PHY-23a", Phase.QUANTITY, on(attributes={"sole_code"}))
def sole_code_once(case: Case, line: CaseLine) -> Outcomes:
    """Keep one unit of a code that stands alone; more limbs have codes of their own."""
    if line.attribute("sole_code"):
        yield from kept_at_tariff(case, line, case.figure("sole_code_units"))


@rule("PHY-29", Phase.QUANTITY, on(attributes={"max_qty"}))
def once_a_session(case: Case) -> Outcomes:
    """Keep one unit over the lines of a session with a code that counts once, on the line with the lowest number."""
    for session in case.requests():
        by_code: dict[str | None, list[CaseLine]] = defaultdict(list)
        for line in sorted(session, key=lambda line: line.no):
            if line.attribute("max_qty") == ONCE:
                by_code[line.code].append(line)
        for first, *further in by_code.values():
            yield from kept_at_tariff(case, first, ONCE)
            for line in further:
                yield from kept_at_tariff(case, line, 0)


@line_rule("PHY-30", Phase.QUANTITY, on(attributes={"max_qty"}))
def both_sides(case: Case, line: CaseLine) -> Outcomes:
    """Keep as many units of a line as the row allows, such as one for each ear."""
    most = line.attribute("max_qty")
    if most is not None and most > ONCE:
        yield from kept_at_tariff(case, line, most)


@line_rule("PHY-31", Phase.QUANTITY, on(attributes={"per_hours"}))
def hours_of_recording(case: Case, line: CaseLine) -> Outcomes:
    """Keep one unit for each full span of hours recorded, one at the least; one unit asks for nothing."""
    span, least, hours = line.attribute("per_hours"), case.figure("least_recording_units"), line.fact(HOURS)
    if not span or line.quantity <= least:
        return
    if hours is UNKNOWN:
        if _worth_more_than(case, line, least):
            yield Ask(facts=(HOURS,))
    elif isinstance(hours, (int, Decimal)):
        yield from kept_at_tariff(case, line, max(least, Fraction(hours) // span), HOURS)


def _worth_more_than(case: Case, line: CaseLine, units: int) -> bool:
    price = price_of_line(case, line)
    return price is None or line.amount > round_half_up(price.exact * units / line.quantity)
