"""What became of the clauses that only a person can judge: seen and in order, a ground of a deduction, or not yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from app.domain.assessment import ClaimResult, Remark
from app.domain.line_words import AddedDeduction, in_force
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
    result: ClaimResult, decisions: Iterable[Decision], added: Iterable[AddedDeduction], initials: Mapping[int, str]
) -> tuple[SettledRemark, ...]:
    """Return the remarks of a result, each with what a person said of it.

    Args:
        result: what the engine says.
        decisions: what people decided and did not undo.
        added: the deductions that stand; one on any line judges a remark on the claim.
        initials: the initials of each author.
    """
    deducted = [deduction.decision for deduction in added]
    seen = [word for word in decisions if word.kind is DecisionKind.UPHOLD and in_force(word, result)]
    return tuple(_settled(remark, deducted, seen, initials) for remark in result.remarks)


def _settled(
    remark: Remark, deducted: list[Decision], seen: list[Decision], initials: Mapping[int, str]
) -> SettledRemark:
    by_deduction = (
        word for word in reversed(deducted) if word.rule == remark.rule and remark.line in {None, word.line}
    )
    by_sight = (word for word in reversed(seen) if (word.rule, word.line) == (remark.rule, remark.line))
    word = next(chain(by_deduction, by_sight), None)
    return SettledRemark(remark, word, None if word is None else initials.get(word.author))
