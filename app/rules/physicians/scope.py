"""The scope of the physicians' rules: of the claims of physicians those of a pharmacy are not theirs.

Rules on single codes also hold in hospital stays where their entry in the rule book says so, whoever submits them.
"""

from collections.abc import Callable
from functools import wraps

from app.rules import registry
from app.rules.case import Case, CaseLine
from app.rules.general.terms import is_pharmacy
from app.rules.outcomes import Outcomes
from app.rules.physicians.terms import PHYSICIANS_KINDS
from app.rules.registry import ALWAYS, ClaimRule, LineRule, Phase, Wakes


def _in_scope(case: Case) -> bool:
    return not (is_pharmacy(case) and case.claim.kind in PHYSICIANS_KINDS)


def rule(
    rule_id: str, phase: Phase, wakes: Wakes = ALWAYS, *, ahead_of: str | None = None
) -> Callable[[ClaimRule], ClaimRule]:
    """Register a function that looks at a whole claim of the scope."""

    def register(function: ClaimRule) -> ClaimRule:
        @wraps(function)
        def within_scope(case: Case) -> Outcomes:
            if _in_scope(case):
                yield from function(case)

        return registry.rule(rule_id, phase, wakes, ahead_of=ahead_of)(within_scope)

    return register


def line_rule(
    rule_id: str, phase: Phase, wakes: Wakes = ALWAYS, *, ahead_of: str | None = None
) -> Callable[[LineRule], LineRule]:
    """Register a function that looks at each woken line of a claim of the scope."""

    def register(function: LineRule) -> LineRule:
        @wraps(function)
        def within_scope(case: Case, line: CaseLine) -> Outcomes:
            if _in_scope(case):
                yield from function(case, line)

        return registry.line_rule(rule_id, phase, wakes, ahead_of=ahead_of)(within_scope)

    return register
