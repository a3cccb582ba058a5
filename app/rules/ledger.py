"""The ledger of a claim under review: applies outcomes in order and writes the findings that explain every rial.

For every line, claimed − Σ(before − after) = amount at any moment; in phases 1 and 2 every ground that bites is cited
and the first takes the money, from phase 3 on only what lowers the amount is cited.
"""

from dataclasses import dataclass

from app.domain.coded_fields import CODED_FIELDS
from app.domain.facts import UNKNOWN, Answer, FactDictionary, FactScope
from app.domain.findings import Effect, Finding, Mark, Pen, Step
from app.domain.money import Rial, portion
from app.domain.persian import number, rials
from app.domain.rulebook import RuleEntry
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Keep, Note, Outcome, Reduce, Refer, Reject
from app.rules.pricing import written_quantity
from app.rules.registry import Phase
from app.rules.wording import message


@dataclass(frozen=True, slots=True)
class _Entry:
    """A finding as it was written, with the question it may hold open."""

    finding: Finding
    ask: Ask | None = None


class Ledger:
    """Applies outcomes to a case and keeps the findings."""

    def __init__(self, case: Case, dictionary: FactDictionary, *, asking: bool = True) -> None:
        self.case = case
        self._asking = asking
        self.rejected = False
        self._dictionary = dictionary
        self._entries: list[_Entry] = []

    def apply(self, entry: RuleEntry, phase: Phase, outcome: Outcome) -> None:
        """Apply one outcome of a rule."""
        match outcome:
            case Reject(line=None):
                self._reject_claim(entry, phase, outcome)
            case Reject(line=CaseLine() as line):
                self._reject_line(entry, phase, outcome, line)
            case Reduce(line=CaseLine() as line):
                self._reduce(entry, phase, outcome, line)
            case Keep(line=CaseLine() as line):
                self._keep(entry, phase, outcome, line)
            case Ask() if not self._asking:
                return
            case Ask():
                self.case.asked.setdefault(outcome.line.no if outcome.line else None, []).append(entry.id)
                self._write(entry, Effect.QUERY, outcome)
            case Refer():
                self._write(entry, Effect.REFER, outcome)
            case Note():
                self._write(entry, Effect.NOTE, outcome)
            case _:
                raise TypeError(f"{entry.id} yields {outcome!r}, which no line and no claim can bear")

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings; questions on which no amount hangs any more are left out."""
        kept = [e.finding for e in self._entries if e.ask is None or self._matters(e.ask)]
        return tuple(dict.fromkeys(kept))

    def mark(self, line: CaseLine) -> Mark:
        """Return the mark of a line: zero before query before circle before tick."""
        if line.zeroed_in is not None:
            return Mark.ZERO
        asked = (e.ask for e in self._entries if e.ask is not None and e.ask.marks_lines and self._matters(e.ask))
        if line.amount > 0 and any(ask.line is None or ask.line is line for ask in asked):
            return Mark.QUERY
        return Mark.CIRCLE if line.amount < line.claimed else Mark.TICK

    def _matters(self, ask: Ask) -> bool:
        if self.rejected:
            return False
        if ask.line is not None:
            return ask.line.amount > 0
        return ask.holding or any(line.amount > 0 for line in self.case.lines)

    def _reject_claim(self, entry: RuleEntry, phase: Phase, outcome: Reject) -> None:
        before = sum(line.amount for line in self.case.live_lines)
        for line in self.case.live_lines:
            line.amount, line.zeroed_in = 0, phase
        self.rejected = True
        self.case.lines_changed()
        self.case.grounds.setdefault(None, []).append(entry.id)
        self._write(entry, Effect.REJECT, outcome, amounts=(before, 0))

    def _reject_line(self, entry: RuleEntry, phase: Phase, outcome: Reject, line: CaseLine) -> None:
        cited = phase <= Phase.COVER or line.zeroed_in is None or outcome.beside
        before, line.amount = line.amount, 0
        line.zeroed_in = line.zeroed_in or phase
        self.case.lines_changed()
        self.case.grounds.setdefault(line.no, []).append(entry.id)
        if cited:
            self._write(entry, Effect.REJECT, outcome, amounts=(before, 0))

    def _reduce(self, entry: RuleEntry, phase: Phase, outcome: Reduce, line: CaseLine) -> None:
        before = line.amount
        explains = outcome.to < before or outcome.restates or not line.steps
        if phase is Phase.PRICE and outcome.steps and explains:
            line.steps = outcome.steps
        line.amount = min(before, max(0, outcome.to))
        if outcome.insurer_only:
            line.shared = outcome.to - outcome.insurer_only
        if line.amount < before:
            self._lowered(entry, phase, outcome, line, before)
        elif outcome.beside:
            self._write(entry, Effect.REDUCE, outcome, amounts=(before, before))

    def _keep(self, entry: RuleEntry, phase: Phase, outcome: Keep, line: CaseLine) -> None:
        if outcome.units >= line.quantity or line.zeroed_in is not None:
            return
        before, all_units = line.amount, line.quantity
        line.quantity = outcome.units
        self.case.lines_changed()
        if line.shared is not None:
            line.shared = portion(line.shared, outcome.units, all_units)
        kept, claimed = number(written_quantity(outcome.units)), number(written_quantity(all_units))
        if outcome.to is None:
            line.amount = portion(before, outcome.units, all_units)
            step = Step("تعداد قابل پرداخت", f"{rials(before)} × {kept} ÷ {claimed}", line.amount)
        else:
            line.amount = min(before, outcome.to)
            step = Step("تعداد قابل پرداخت", f"{kept} از {claimed}", line.amount)
        if line.amount < before or outcome.units == 0:
            self._lowered(entry, phase, outcome, line, before, step)

    def _lowered(
        self, entry: RuleEntry, phase: Phase, outcome: Outcome, line: CaseLine, before: Rial, *steps: Step
    ) -> None:
        self.case.lowered.setdefault(line.no, []).append((phase, entry.id))
        if line.amount == 0:
            line.zeroed_in = phase
            self.case.lines_changed()
            self.case.grounds.setdefault(line.no, []).append(entry.id)
        self._write(entry, Effect.REDUCE, outcome, amounts=(before, line.amount), steps=steps)

    def _is_told(self, outcome: Outcome) -> bool:
        """Tell whether the facts on which an outcome rests, at least one, are all recorded."""
        return bool(outcome.facts) and all(self._answer(name, outcome.line) is not UNKNOWN for name in outcome.facts)

    def _answer(self, name: str, line: CaseLine | None) -> Answer:
        """Return what is recorded under a name; coded fields are asked for only where they are left out."""
        if name in CODED_FIELDS:
            return UNKNOWN
        if line is not None and self._dictionary[name].scope is FactScope.LINE:
            return line.fact(name)
        return self.case.fact(name)

    def _write(
        self,
        entry: RuleEntry,
        effect: Effect,
        outcome: Outcome,
        *,
        amounts: tuple[Rial | None, Rial | None] = (None, None),
        steps: tuple[Step, ...] = (),
    ) -> None:
        ask = outcome if isinstance(outcome, Ask) else None
        finding = Finding(
            rule=entry.id,
            clause=entry.clause,
            effect=effect,
            message=message(entry, outcome, self._dictionary, told=self._is_told(outcome)),
            line=outcome.line.no if outcome.line else None,
            before=amounts[0],
            after=amounts[1],
            facts=outcome.facts,
            needs=ask.needs if ask else None,
            steps=outcome.steps + steps,
            pen=Pen.RED if isinstance(outcome, Note) and outcome.by_accountant else Pen.GREEN,
            reading=entry.unclear,
        )
        self._entries.append(_Entry(finding, ask))
