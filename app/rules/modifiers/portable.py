"""Modifier 86: portable imaging at the bedside, and imaging at the patient's home."""

from collections.abc import Iterable

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN, Answer, any_true
from app.rules.case import Case, CaseLine
from app.rules.modifiers.falling import reporting_line, taking_out
from app.rules.modifiers.terms import IMAGING, PORTABLE
from app.rules.modifiers.verdicts import Verdict, by_conditions, judge
from app.rules.outcomes import Outcomes, Reject, demand
from app.rules.registry import Phase, line_rule, on

AT_BEDSIDE, AT_HOME = "portable_at_bedside", "at_home"
IMAGING_AT_HOME = "901995"


@judge(86, PORTABLE)
def portable(case: Case, line: CaseLine) -> Iterable[Verdict]:
    """Judge 86: a portable device at the bedside, or in an imaging claim the patient's home."""
    bedside = line.fact(AT_BEDSIDE)
    home: Answer = case.fact(AT_HOME) if case.claim.kind is ClaimKind.IMAGING else False
    answer = any_true(bedside, home)
    unknown = tuple(name for name, each in ((AT_BEDSIDE, bedside), (AT_HOME, home)) if each is UNKNOWN)
    facts = unknown if answer is UNKNOWN else (AT_BEDSIDE, AT_HOME)
    return by_conditions(case, line, PORTABLE, [("MOD-86a", answer, facts)])


taking_out("MOD-86a", reporting_line(PORTABLE))


@line_rule("MOD-86b", Phase.PRICE, on(codes={IMAGING_AT_HOME}))
def imaging_at_home(case: Case, _line: CaseLine) -> Outcomes:
    """Pay the fee of imaging at home only there, and only beside an image that is paid."""
    if any(other.section == IMAGING for other in case.live_lines):
        yield from demand(case.fact(AT_HOME), AT_HOME)
    else:
        yield Reject(facts=(AT_HOME,))
