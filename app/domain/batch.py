"""Words said at one stroke: agreement with all that is left of a bill, and one word on the same finding elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.claim import Claim, Line
from app.domain.findings import Effect, Finding
from app.domain.line_words import AMOUNT_KINDS, in_force
from app.domain.money import Rial
from app.domain.office import Decision, DecisionKind
from app.domain.settlement import SettledLine, Settlement

REST_ACCEPTED = "پذیرش باقی صورت‌حساب"
"""The reason of the agreements that one key gave; they are undone together."""
SAID_OF_AMOUNTS = frozenset({Effect.REJECT, Effect.REDUCE, Effect.REFER})
ANSWERABLE = SAID_OF_AMOUNTS | {Effect.QUERY}
BATCH_KINDS = frozenset({DecisionKind.UPHOLD, DecisionKind.WAIVE, DecisionKind.SET_AMOUNT})


@dataclass(frozen=True, slots=True)
class Word:
    """What is to be said of a claim (`line` None) or a line, as `Decision` has it."""

    kind: DecisionKind
    line: int | None
    rule: str | None = None
    amount: Rial | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """A line (None: the claim) that a batch leaves alone, and why, in Persian."""

    line: int | None
    why: str


@dataclass(frozen=True, slots=True)
class SameWord:
    """A word on a finding, to be said of the same finding elsewhere; `of_line` is the line on which it was said."""

    decision: Decision
    rule: str
    of_line: Line | None = None


def rest_words(settlement: Settlement, decisions: Iterable[Decision]) -> tuple[Word, ...]:
    """Return agreement with everything that rules take off lines and claim and of which nobody has said anything yet.

    A question stays a question, and a word that has to be said again is its author's to say.
    """
    said = tuple(decisions)
    return tuple(
        Word(DecisionKind.UPHOLD, finding.line, finding.rule, reason=REST_ACCEPTED)
        for finding in settlement.result.findings
        if finding.effect in SAID_OF_AMOUNTS
        and not _has_word(settlement, said, finding)
        and (finding.line is None or _is_untouched(settlement.line(finding.line)))
    )


def same_words(
    claim: Claim, settlement: Settlement, decisions: Iterable[Decision], same: SameWord
) -> tuple[tuple[Word, ...], tuple[Left, ...]]:
    """Return what one word comes to on a claim's findings of the same rule, and the lines on which it can't be said.

    A finding that has a person's word already keeps it without a mention; a line on which a person's amount stands, or
    a word that has to be said again, is named.
    """
    said, words, left = tuple(decisions), list[Word](), list[Left]()
    for finding in settlement.result.findings:
        if finding.rule != same.rule or finding.effect not in ANSWERABLE or _has_word(settlement, said, finding):
            continue
        word = _same_on(claim, settlement, finding, same)
        if isinstance(word, Left):
            left.append(word)
        elif word is not None:
            words.append(word)
    return tuple(words), tuple(left)


def _same_on(claim: Claim, settlement: Settlement, finding: Finding, same: SameWord) -> Word | Left | None:
    decision, settled = same.decision, None if finding.line is None else settlement.line(finding.line)
    if settled is not None and settled.stale is not None:
        return Left(finding.line, "نظری دارد که باید دوباره داده شود")
    if settled is not None and settled.decision is not None and settled.decision.kind in AMOUNT_KINDS:
        if settled.decision.id == decision.id:
            return None
        return Left(finding.line, "مبلغی با نظر دیگری دارد")
    if decision.kind is not DecisionKind.SET_AMOUNT:
        reason = decision.reason if decision.kind is DecisionKind.WAIVE else None
        return Word(decision.kind, finding.line, finding.rule, reason=reason)
    if settled is None or same.of_line is None:
        return Left(finding.line, "یافته درباره کل سند است و مبلغ ردیف ندارد")
    line = next(line for line in claim.lines if line.no == finding.line)
    amount = _amount_on(line, same.of_line, decision.amount or 0)
    if amount is None:
        return Left(finding.line, "کد، تعداد یا مبلغ درخواستی آن ردیف را ندارد")
    if amount == settled.approved:
        return None
    return Word(DecisionKind.SET_AMOUNT, finding.line, amount=amount, reason=decision.reason)


def _amount_on(line: Line, of_line: Line, amount: Rial) -> Rial | None:
    """Return what an amount set on one line is on another: nothing, all that is claimed, or on an equal line the same.

    None where the lines differ too much for an amount in between to say anything.
    """
    if not amount:
        return 0
    if amount == of_line.amount:
        return line.amount
    alike = (line.code, line.quantity, line.amount) == (of_line.code, of_line.quantity, of_line.amount)
    return amount if alike and line.code else None


def _is_untouched(line: SettledLine) -> bool:
    return line.decision is None and line.stale is None


def _has_word(settlement: Settlement, decisions: tuple[Decision, ...], finding: Finding) -> bool:
    """Tell whether somebody agreed with a finding or set it aside, on what the engine says today."""
    return any(
        word.kind in {DecisionKind.UPHOLD, DecisionKind.WAIVE}
        and not word.undone
        and (word.rule, word.line) == (finding.rule, finding.line)
        and in_force(word, settlement.result)
        for word in decisions
    )
