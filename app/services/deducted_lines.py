"""The lines of a claim of which something was taken, each with its reasons as the centre reads them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.claim import Claim
from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.findings import Pen
from app.domain.money import Rial
from app.domain.office import Decision, DecisionKind, ResultSummary
from app.domain.rulebook import Rulebook
from app.sheets.content_submission import DeductedLine, Reason

_OWN_AMOUNT = "مبلغ تعیین‌شده"


@dataclass(frozen=True, slots=True)
class Words:
    """What explains people's deductions on one claim: their standing decisions, initials, and the rule book."""

    decisions: Sequence[Decision]
    initials: Mapping[int, str]
    rulebook: Rulebook

    def latest(self, kind: DecisionKind, line: int | None, rule: str | None = None) -> Decision | None:
        """Return the latest word of a kind on a line that stands, for a rule where one is named."""
        return next(
            (d for d in reversed(self.decisions) if (d.kind, d.line, d.rule) == (kind, line, rule) and not d.undone),
            None,
        )


def deducted_lines(
    claim: Claim, summary: ResultSummary, words: Words, titles: Mapping[int, str]
) -> Iterator[DeductedLine]:
    """Yield the lines of which something was taken; what was taken of the whole claim is shared out over its lines."""
    standing = [part for part in summary.parts if part.taker is not Taker.WAIVED and part.amount]
    whole = _WholeClaim(part for part in standing if part.line is None)
    for line in claim.lines:
        approved = summary.approved_lines[line.no]
        parts = [part for part in standing if part.line == line.no]
        parts += whole.taken(line.amount - approved - sum(part.amount for part in parts))
        if parts:
            reasons = tuple(_reason(part, line.no, words) for part in parts)
            yield DeductedLine(line.no, line.section, titles[line.no], line.code, line.amount, approved, reasons)


class _WholeClaim:
    """What was taken of a claim as a whole, shared out over its lines so that both sums stay what they are."""

    def __init__(self, parts: Iterable[DeductionPart]) -> None:
        self._left = list(parts)

    def taken(self, amount: Rial) -> Iterator[DeductionPart]:
        """Yield what of the parts makes up so much of a line's deduction; the last part takes what others leave."""
        while amount and len(self._left) > 1 and self._left[0].amount <= amount:
            part = self._left.pop(0)
            amount -= part.amount
            yield part
        if amount:
            part = self._left[0] if self._left else DeductionPart(None, None, 0, Taker.PERSON)
            self._left[:1] = [replace(part, amount=part.amount - amount)]
            yield replace(part, amount=amount)


def _reason(part: DeductionPart, line: int, words: Words) -> Reason:
    """Return a part as the centre reads it: the rule's sentence and clause, and the word of a person who took it."""
    kind = DecisionKind.ADD_DEDUCTION if part.rule else DecisionKind.SET_AMOUNT
    decision = words.latest(kind, line, part.rule) if part.taker is Taker.PERSON else None
    said = (decision.reason or "") if decision else ""
    initials = words.initials.get(decision.author) if decision else None
    pen = decision.pen if decision else Pen.GREEN
    if part.rule is None:
        return Reason(part.amount, said or _OWN_AMOUNT, pen=pen, initials=initials)
    entry = words.rulebook.get(part.rule)
    text, clause = (entry.wording, entry.clause) if entry else ("", "")
    return Reason(part.amount, text, part.rule, clause, pen, initials, said)
