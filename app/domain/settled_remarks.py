"""What became of the clauses that only a person can judge: seen and in order, a ground of a deduction, or not yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.assessment import ClaimResult, Remark
from app.domain.line_words import in_force
from app.domain.office import Decision, DecisionKind


@dataclass(frozen=True, slots=True)
class SettledRemark:
    """A remark with the latest word on it that is in force, None while nobody has judged it on today's result."""

    remark: Remark
    decision: Decision | None = None
    author_initials: str | None = None

    @property
    def seen(self) -> bool:
        """Tell whether somebody has judged it."""
        return self.decision is not None

    @property
    def deducted(self) -> bool:
        """Tell whether it became the ground of a deduction."""
        return self.decision is not None and self.decision.kind is DecisionKind.ADD_DEDUCTION


def settled_remarks(
    result: ClaimResult, decisions: Iterable[Decision], initials: Mapping[int, str]
) -> tuple[SettledRemark, ...]:
    """Return the remarks of a result, each with what a person said of it.

    A remark on the claim is judged as a whole, or by a deduction on any of its lines.
    """
    said = [word for word in decisions if not word.undone and word.rule and in_force(word, result)]
    return tuple(_settled(remark, said, initials) for remark in result.remarks)


def _settled(remark: Remark, said: list[Decision], initials: Mapping[int, str]) -> SettledRemark:
    word = next((word for word in reversed(said) if _judges(word, remark)), None)
    return SettledRemark(remark, word, None if word is None else initials.get(word.author))


def _judges(word: Decision, remark: Remark) -> bool:
    if word.rule != remark.rule:
        return False
    if word.kind is DecisionKind.ADD_DEDUCTION:
        return remark.line in {None, word.line}
    return word.kind is DecisionKind.UPHOLD and word.line == remark.line
