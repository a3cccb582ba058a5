"""What stands on a claim when the engine's result and people's decisions are laid side by side.

The engine's result is never changed: a settled line carries both, the engine's mark and the person's. A decision that
was made on another result than today's is stale: it is shown and asked for again, neither applied nor dropped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from types import MappingProxyType

from app.domain.assessment import ClaimResult, LineResult, Totals
from app.domain.findings import Effect, Finding, Mark, Pen, Verdict
from app.domain.line_words import (
    AMOUNT_KINDS,
    LINE_KINDS,
    AddedDeduction,
    added_deductions,
    answers_an_objection,
    in_force,
    judges_a_remark,
    overtaken_deduction,
    standing_words,
)
from app.domain.money import Rial, percent_of
from app.domain.office import Decision, DecisionKind
from app.domain.rulebook import RuleEntry
from app.domain.settled_remarks import SettledRemark, settled_remarks

NO_RULES: Mapping[str, RuleEntry] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SettledLine:
    """One line as it stands: the engine's word, and the person's where one departs from it.

    `decision` is the person's latest word on the line that is in force; `stale` one that has to be said again.
    `added` are the deductions that people made by rules, in order; `base_decision` is the word below them that gives
    their first amount, with its author's initials, None where that is the engine's. `pen` is that of the latest word:
    red where an accountant corrected; `green` is the line as the technical pass left it then. `kept_units` are the
    units that `approved` pays.
    """

    no: int
    claimed: Rial
    engine: LineResult
    approved: Rial
    mark: Mark
    pen: Pen
    kept_units: Decimal
    decision: Decision | None = None
    author_initials: str | None = None
    stale: Decision | None = None
    added: tuple[AddedDeduction, ...] = ()
    base_decision: Decision | None = None
    base_initials: str | None = None
    green: "SettledLine | None" = None

    @property
    def base(self) -> Rial:
        """What stood before people's deductions by rules."""
        return self.added[0].finding.before or 0 if self.added else self.approved

    @property
    def overridden(self) -> bool:
        """Tell whether a person's amount stands in place of the engine's."""
        return self.approved != self.engine.approved

    @property
    def corrected(self) -> bool:
        """Tell whether an accountant's amount stands in place of the technical pass's."""
        return self.green is not None and self.approved != self.green.approved


@dataclass(frozen=True, slots=True)
class Settlement:
    """A claim as it stands; `open_queries` are the engine's questions that no fact and no decision has settled.

    `remarks` hold nothing up: a claim may be signed while nobody has judged them.
    """

    result: ClaimResult
    lines: tuple[SettledLine, ...]
    totals: Totals
    open_queries: tuple[Finding, ...]
    remarks: tuple[SettledRemark, ...] = ()
    revised: ClaimResult | None = None

    @property
    def without_waived(self) -> ClaimResult:
        """What the engine says without the findings that people waived; the result itself where they waived none."""
        return self.result if self.revised is None else self.revised

    @property
    def added(self) -> tuple[AddedDeduction, ...]:
        """The deductions that people made by rules, line by line."""
        return tuple(added for line in self.lines for added in line.added)

    @property
    def overridden(self) -> bool:
        """Tell whether any line departs from the engine."""
        return any(line.overridden for line in self.lines)

    @property
    def verdict(self) -> Verdict:
        """The claim's result as a whole, with people's decisions."""
        if self.open_queries:
            return Verdict.QUERY
        if self.result.verdict is Verdict.REJECTED and not self.totals.approved:
            return Verdict.REJECTED
        return Verdict.ADJUSTED if self.totals.deducted else Verdict.APPROVED

    @property
    def stale(self) -> bool:
        """Tell whether a decision must be made again."""
        return any(line.stale is not None for line in self.lines)

    def line(self, no: int) -> SettledLine:
        """Return one line by its number; raises KeyError."""
        for line in self.lines:
            if line.no == no:
                return line
        raise KeyError(no)


def waivers(result: ClaimResult, decisions: Iterable[Decision]) -> frozenset[tuple[str, int | None]]:
    """Return the (rule, line) pairs that people waived on today's result; the engine is run again without them."""
    return frozenset(
        (decision.rule, decision.line)
        for decision in decisions
        if decision.kind is DecisionKind.WAIVE and decision.rule and not decision.undone and in_force(decision, result)
    )


def settle(
    result: ClaimResult,
    revised: ClaimResult,
    decisions: Iterable[Decision],
    initials: Mapping[int, str],
    rulebook: Mapping[str, RuleEntry] = NO_RULES,
) -> Settlement:
    """Lay decisions over the engine's result.

    Args:
        result: what the engine says with all facts entered.
        revised: what it says when the waived findings are left out; the same result where nothing is waived.
        decisions: all decisions of the claim in the order in which they were made.
        initials: the initials of each author.
        rulebook: the rules by which people may deduct, with their clauses.
    """
    standing = [decision for decision in decisions if not decision.undone]
    of_lines = [d for d in standing if d.kind in LINE_KINDS and not _leaves_the_line(d, rulebook)]
    lines = tuple(_settled_line(result, revised.line(line.no), of_lines, initials, rulebook) for line in result.lines)
    decided = {line.no for line in lines if line.decision is not None and line.decision.kind in AMOUNT_KINDS}
    queries = tuple(q for q in revised.queries if q.line not in decided and not _upheld(q, result, standing))
    lines = tuple(_answered(line) if _is_answered(line, queries) else line for line in lines)
    added = [added for line in lines for added in line.added]
    remarks = settled_remarks(result, standing, added, initials)
    return Settlement(result, lines, _totals(revised, lines), queries, remarks, None if revised is result else revised)


def _leaves_the_line(decision: Decision, rulebook: Mapping[str, RuleEntry]) -> bool:
    """Tell whether a word says nothing of a line's amount: it judges a remark, or answers an objection."""
    return judges_a_remark(decision, rulebook) or answers_an_objection(decision)


def _is_answered(line: SettledLine, queries: tuple[Finding, ...]) -> bool:
    """Tell whether a line still bears a question that a person has settled."""
    return line.mark is Mark.QUERY and all(query.line not in {line.no, None} for query in queries)


def _answered(line: SettledLine) -> SettledLine:
    """Return a line with the mark of its amount in place of the question (article 20)."""
    return replace(line, mark=_mark(line.claimed, line.approved))


def _settled_line(
    result: ClaimResult,
    again: LineResult,
    decisions: list[Decision],
    initials: Mapping[int, str],
    rulebook: Mapping[str, RuleEntry],
) -> SettledLine:
    """Lay people's words over a line; `again` is what the engine says of it without what was waived."""
    line = result.line(again.no)
    said = [decision for decision in decisions if decision.line == line.no]
    if said and not in_force(said[-1], result):
        return SettledLine(
            line.no, line.claimed, line, line.approved, line.mark, line.pen, line.kept_units, stale=said[-1]
        )
    said = [word for word in said if in_force(word, result)]
    words = standing_words(said)
    first, latest = (words[0], words[-1]) if words else (None, None)
    base = None if first is None or first.kind is DecisionKind.ADD_DEDUCTION else first
    amount = again.approved
    if base is not None and base.kind is DecisionKind.SET_AMOUNT and base.amount is not None:
        amount = base.amount
    added = tuple(added_deductions(words, amount, rulebook, initials))
    approved = added[-1].finding.after or 0 if added else amount
    return SettledLine(
        no=line.no,
        claimed=line.claimed,
        engine=line,
        approved=approved,
        mark=again.mark if approved == again.approved else _mark(line.claimed, approved),
        pen=line.pen if latest is None else latest.pen,
        kept_units=_units(again, approved),
        decision=latest,
        author_initials=None if latest is None else initials.get(latest.author),
        stale=overtaken_deduction(said),
        added=added,
        base_decision=base,
        base_initials=None if base is None else initials.get(base.author),
        green=_in_green(result, again, said, initials, rulebook) if latest and latest.pen is Pen.RED else None,
    )


def _in_green(
    result: ClaimResult,
    again: LineResult,
    said: list[Decision],
    initials: Mapping[int, str],
    rulebook: Mapping[str, RuleEntry],
) -> SettledLine:
    """Return a line as it stood before an accountant corrected it."""
    return _settled_line(result, again, [word for word in said if word.pen is Pen.GREEN], initials, rulebook)


def _units(line: LineResult, amount: Rial) -> Decimal:
    """Return the units that a person's amount pays.

    A lower amount than the engine's says nothing of the units. A higher one pays whole further units, at the claimed
    price of one, as far as they were claimed.
    """
    if not amount:
        return Decimal(0)
    if amount <= line.approved:
        return line.kept_units
    paid = (line.units * amount / line.claimed).to_integral_value(ROUND_CEILING)
    return max(line.kept_units, min(paid, line.units))


def _mark(claimed: Rial, approved: Rial) -> Mark:
    """Return the mark that a person's amount bears (article 20)."""
    if approved == claimed:
        return Mark.TICK
    return Mark.CIRCLE if approved else Mark.ZERO


def _upheld(query: Finding, result: ClaimResult, decisions: list[Decision]) -> bool:
    """Tell whether a person has said that a query may stand as it is."""
    return any(
        d.kind in {DecisionKind.UPHOLD, DecisionKind.WAIVE}
        and (d.rule, d.line) == (query.rule, query.line)
        and in_force(d, result)
        for d in decisions
    )


def _totals(revised: ClaimResult, lines: tuple[SettledLine, ...]) -> Totals:
    """Return the sums; where people set amounts, the shares are found anew from the engine's percent."""
    if all(line.approved == revised.line(line.no).approved for line in lines):
        return revised.totals
    claimed, approved = sum(line.claimed for line in lines), sum(line.approved for line in lines)
    shared = max(0, approved - revised.insurer_only)
    patient = percent_of(revised.share_percent, shared) if revised.share_percent is not None else 0
    return Totals(claimed, approved, claimed - approved, patient, approved - patient)


def departures(settlement: Settlement) -> tuple[SettledLine, ...]:
    """Return the lines on which a person departs from the engine, for the supervisor and the sheet."""
    return tuple(line for line in settlement.lines if line.overridden or line.base != line.engine.approved)


def deductions(result: ClaimResult) -> tuple[Finding, ...]:
    """Return the findings that take money off, in the order in which the engine reached them."""
    return tuple(f for f in result.findings if f.effect in {Effect.REJECT, Effect.REDUCE} and f.deducted)
