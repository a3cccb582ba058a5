"""Modifier 43: pain management after an operation, ten units all in, once in a stay, by pump or central catheter."""

from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.lines import at_most
from app.rules.modifiers.terms import ANESTHESIA, PAIN, reporting
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, Place, line_rule, on, remark, rule

PAIN_LINES = on(sections={ANESTHESIA}, where=reporting(PAIN))
ROUTE = "pain_route"
HOSPITAL = "hospital"


def _is_peripheral(case: Case, line: CaseLine) -> bool:
    route = line.fact(ROUTE)
    return route is not UNKNOWN and route not in case.figure("pain_management_routes")


@rule("MOD-43b", Phase.EXCLUSION, PAIN_LINES)
def once_in_a_stay(case: Case) -> Outcomes:
    """Pay one unit of the first line that is payable; a line that MOD-43c refuses does not use it up."""
    lines = [line for line in case.live_lines if PAIN_LINES.by(line) and not _is_peripheral(case, line)]
    left = Fraction(1)
    for line in sorted(lines, key=lambda line: (line.day, line.no)):
        yield from at_most(line, left)
        left = Fraction(0)


@line_rule("MOD-43c", Phase.PRICE, PAIN_LINES)
def by_pump_or_central_catheter(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an injection into the periphery; the route is asked for where nobody read it."""
    if _is_peripheral(case, line):
        yield Reject(facts=(ROUTE,))
    elif line.fact(ROUTE) is UNKNOWN:
        yield Ask(facts=(ROUTE,))


@line_rule("MOD-43d", Phase.PRICE, PAIN_LINES)
def only_in_hospital(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse pain management in a claim that is no hospital stay."""
    if case.claim.kind is not ClaimKind.INPATIENT or case.submission.provider.kind != HOSPITAL:
        yield Reject()


remark("MOD-43e", Place.LINE, PAIN_LINES)
