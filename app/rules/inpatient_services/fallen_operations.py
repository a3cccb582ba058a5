"""Operations that a clause of article 10 refuses, and what falls with them: assistant, operating room, anesthesia.

In phase 2 the anesthesia of the same code and day falls too; in phase 3 it stays with the main operation. Where another
line of the same code and day is still payable, what belongs to both stays.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import ANESTHESIA, COMPANION_SECTIONS, FOLLOWING_SECTIONS
from app.rules.outcomes import Outcomes, Reject
from app.rules.registry import LineRule, Phase, Wakes, rule


def operation_rule(
    rule_id: str, phase: Phase, wakes: Wakes, companions: frozenset[str] = COMPANION_SECTIONS
) -> Callable[[LineRule], LineRule]:
    """Register a function that looks at each woken line which is no follower of an operation; what follows it falls.

    A line of section assistant, anesthesia or operating room is never looked at: it goes the way of its operation.
    Where a person has set the rule aside at the operation, what follows it stands too.
    """

    def register(judge: LineRule) -> LineRule:
        def run(case: Case) -> Outcomes:
            refused: list[tuple[CaseLine, Reject]] = []
            for line in case.lines_in_play(phase):
                if line.section in FOLLOWING_SECTIONS or not wakes.by(line):
                    continue
                for outcome in judge(case, line):
                    yield replace(outcome, line=line)
                    if isinstance(outcome, Reject) and not case.is_waived(rule_id, line):
                        refused.append((line, outcome))
            gone = [line for line, _ in refused]
            for line, outcome in refused:
                falling = followers(case, line, phase, gone, companions)
                yield from (replace(outcome, line=other) for other in falling)

        rule(rule_id, phase, wakes)(run)
        return judge

    return register


def followers(
    case: Case,
    line: CaseLine,
    phase: Phase,
    gone: Collection[CaseLine],
    companions: frozenset[str] = COMPANION_SECTIONS,
) -> list[CaseLine]:
    """Return what falls with a refused line, none where another payable line of its code and day stands.

    An item without a code has nothing that follows it.
    """
    if line.code is None:
        return []
    alike = [other for other in case.lines_in_play(phase) if (other.code, other.day) == (line.code, line.day)]
    own = [other for other in alike if other.section not in FOLLOWING_SECTIONS]
    if any(other not in gone and other.zeroed_in is None for other in own):
        return []
    sections = companions | ({ANESTHESIA} if phase is Phase.COVER else frozenset())
    return [other for other in alike if other.section in sections]
