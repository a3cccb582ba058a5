"""Operations that a clause of article 10 refuses, and what falls with them: assistant, operating room, anesthesia.

In phase 2 the anesthesia of the same code and day falls too; in phase 3 it stays with the main operation. Where another
line of the same code and day is still payable, what belongs to both stays.
"""

from collections.abc import Callable
from dataclasses import replace

from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import ANESTHESIA, COMPANION_SECTIONS, FOLLOWING_SECTIONS
from app.rules.outcomes import Outcomes, Reject
from app.rules.registry import LineRule, Phase, Wakes, rule


def operation_rule(rule_id: str, phase: Phase, wakes: Wakes) -> Callable[[LineRule], LineRule]:
    """Register a function that looks at each woken line which is no follower of an operation; what follows it falls.

    A line of section assistant, anesthesia or operating room is never looked at: it goes the way of its operation.
    """

    def register(judge: LineRule) -> LineRule:
        def run(case: Case) -> Outcomes:
            refused: list[tuple[CaseLine, Reject]] = []
            for line in case.lines_in_play(phase):
                if line.section in FOLLOWING_SECTIONS or not wakes.by(line):
                    continue
                for outcome in judge(case, line):
                    yield replace(outcome, line=line)
                    if isinstance(outcome, Reject):
                        refused.append((line, outcome))
            for line, outcome in refused:
                gone = [other for other, _ in refused]
                yield from (replace(outcome, line=other) for other in followers(case, line, phase, gone))

        rule(rule_id, phase, wakes)(run)
        return judge

    return register


def followers(case: Case, line: CaseLine, phase: Phase, gone: list[CaseLine]) -> list[CaseLine]:
    """Return what falls with a refused line, none where another payable line of its code and day stands."""
    alike = [other for other in case.lines_in_play(phase) if (other.code, other.day) == (line.code, line.day)]
    if any(other not in gone and other.section not in FOLLOWING_SECTIONS for other in alike):
        return []
    sections = COMPANION_SECTIONS | ({ANESTHESIA} if phase is Phase.COVER else frozenset())
    return [other for other in alike if other.section in sections]
