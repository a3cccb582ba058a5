"""What people's words on one line come to: the word that gives its amount, and deductions by rules laid over that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from app.domain.assessment import ClaimResult
from app.domain.findings import Effect, Finding
from app.domain.money import Rial
from app.domain.objection_days import OBJECTION_RULE
from app.domain.office import Decision, DecisionKind
from app.domain.rulebook import Decides, RuleEntry

AMOUNT_KINDS = frozenset({DecisionKind.SET_AMOUNT, DecisionKind.ADD_DEDUCTION})
LINE_KINDS = AMOUNT_KINDS | {DecisionKind.WAIVE, DecisionKind.UPHOLD}


@dataclass(frozen=True, slots=True)
class AddedDeduction:
    """A deduction that a person made by a rule: as a finding with the rule's clause, and the word that made it."""

    finding: Finding
    decision: Decision
    author_initials: str | None = None


def in_force(decision: Decision, result: ClaimResult) -> bool:
    """Tell whether a decision was made on what the engine says today."""
    return decision.result_digest == result.digest_of(decision.line)


def judges_a_remark(decision: Decision, rulebook: Mapping[str, RuleEntry]) -> bool:
    """Tell whether a person says that what only a person can judge is in order; that leaves the amount as it is."""
    entry = rulebook.get(decision.rule or "")
    return decision.kind is DecisionKind.UPHOLD and entry is not None and entry.decides is Decides.PERSON


def answers_an_objection(decision: Decision) -> bool:
    """Tell whether a person answers a centre's objection and leaves the amount as it is."""
    return decision.kind is DecisionKind.UPHOLD and decision.rule == OBJECTION_RULE


def standing_words(said: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return which words on one line hold together, in the order in which they were said.

    The latest word counts. Deductions by rules are laid over one another and over what stands; to agree with a finding
    afterwards leaves them there.
    """
    standing: list[Decision] = []
    for word in said:
        if word.kind is DecisionKind.ADD_DEDUCTION:
            standing.append(word)
        elif word.kind is not DecisionKind.UPHOLD or not _only_deductions(standing):
            standing = [word]
    return tuple(standing)


def overtaken_deduction(said: Sequence[Decision]) -> Decision | None:
    """Return the deduction that a waiver said later has overtaken: the amount over which it was laid is another now."""
    waived = list(takewhile(lambda word: word.kind is DecisionKind.WAIVE, reversed(said)))
    before = standing_words(said[: len(said) - len(waived)]) if waived else ()
    return before[-1] if before and before[-1].kind is DecisionKind.ADD_DEDUCTION else None


def _only_deductions(words: list[Decision]) -> bool:
    return bool(words) and all(word.kind is DecisionKind.ADD_DEDUCTION for word in words)


def added_deductions(
    words: Iterable[Decision], amount: Rial, rulebook: Mapping[str, RuleEntry], initials: Mapping[int, str]
) -> Iterator[AddedDeduction]:
    """Yield the deductions among the words of a line, which take it down from an amount, each as a finding.

    None raises the amount: where less is left already than the person let stand, nothing is taken.
    """
    for word in words:
        if word.kind is DecisionKind.ADD_DEDUCTION and word.amount is not None:
            left = min(word.amount, amount)
            yield AddedDeduction(_finding(word, amount, left, rulebook), word, initials.get(word.author))
            amount = left


def _finding(word: Decision, before: Rial, after: Rial, rulebook: Mapping[str, RuleEntry]) -> Finding:
    rule = word.rule or ""
    entry = rulebook.get(rule)
    return Finding(
        rule=rule,
        clause=entry.clause if entry else "",
        effect=Effect.REDUCE if after else Effect.REJECT,
        message=entry.wording if entry else "",
        line=word.line,
        before=before,
        after=after,
        pen=word.pen,
    )
