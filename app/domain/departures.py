"""Where people depart from the engine: line by line for the supervisor's eye, and as a whole for the thresholds."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.line_words import in_force
from app.domain.money import Rial
from app.domain.office import Decision, DecisionKind
from app.domain.settlement import SettledLine, Settlement, departures


@dataclass(frozen=True, slots=True)
class Ground:
    """One word by which a person departs: why, on the clauses of which rules, and whose it is."""

    decision: Decision
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Departure:
    """A line on which people depart from the engine; amounts in rials, `difference` above zero where it costs more."""

    line: int
    claimed: Rial
    engine: Rial
    approved: Rial
    grounds: tuple[Ground, ...]

    @property
    def difference(self) -> Rial:
        """What the departure costs beyond the engine's amount."""
        return self.approved - self.engine


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a departure waits for the supervisor even where it costs nothing more; None: never for its size.

    `rial` is held against the sum of all differences of a claim, whichever way they go, `percent` against that sum in
    percent of what was claimed. A departure is within a threshold that it just reaches.
    """

    rial: Rial | None = None
    percent: int | None = None

    def exceeded_by(self, settlement: Settlement) -> bool:
        """Tell whether a claim departs by more than they allow."""
        departed = sum(abs(line.approved - line.engine.approved) for line in settlement.lines)
        over_rial = self.rial is not None and departed > self.rial
        return over_rial or (self.percent is not None and departed * 100 > self.percent * settlement.totals.claimed)


def needs_supervisor(settlement: Settlement, thresholds: Thresholds) -> bool:
    """Tell whether a signed claim waits for a supervisor: it pays more than the engine anywhere, or departs by much."""
    return cost_beyond_engine(settlement) > 0 or thresholds.exceeded_by(settlement)


def cost_beyond_engine(settlement: Settlement) -> Rial:
    """Return what people let stand beyond the engine's amounts, in rials."""
    return sum(max(0, line.approved - line.engine.approved) for line in settlement.lines)


def departures_of(settlement: Settlement, decisions: tuple[Decision, ...]) -> tuple[Departure, ...]:
    """Return the departures of a claim with the words that made them, in the order of the bill."""
    return tuple(
        Departure(
            line.no, line.claimed, line.engine.approved, line.approved, tuple(_grounds(line, settlement, decisions))
        )
        for line in departures(settlement)
    )


def _grounds(line: SettledLine, settlement: Settlement, decisions: tuple[Decision, ...]) -> Iterator[Ground]:
    """Yield what was waived on the line or the whole claim, then the amount that was set, then the deductions."""
    result = settlement.result
    for word in decisions:
        concerns = word.kind is DecisionKind.WAIVE and word.line in {line.no, None} and not word.undone
        if concerns and word.rule and in_force(word, result):
            yield Ground(word, (word.rule,))
    base = line.base_decision
    if base is not None and base.kind is DecisionKind.SET_AMOUNT:
        found = (*result.findings_of(line.no), *result.findings_of(None))
        yield Ground(base, tuple(dict.fromkeys(finding.rule for finding in found if finding.deducted)))
    for added in line.added:
        yield Ground(added.decision, (added.finding.rule,))
