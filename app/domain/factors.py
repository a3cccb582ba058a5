"""The factors of an amount: the steps that built its price, and those of each finding that changed it."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.assessment import LineResult
from app.domain.findings import Finding, Step


@dataclass(frozen=True, slots=True)
class Factors:
    """Steps that belong together: those of a `finding`, or for None those of the price that stands unchanged."""

    steps: tuple[Step, ...]
    finding: Finding | None = None


def factors_of(line: LineResult, findings: Iterable[Finding]) -> tuple[Factors, ...]:
    """Return the arithmetic of a line with its findings, in the order in which it was done.

    Steps that price and finding would both tell stand once, with the finding.
    """
    told = tuple(Factors(finding.steps, finding) for finding in findings if finding.steps)
    if line.steps and all(part.steps != line.steps for part in told):
        return (Factors(line.steps), *told)
    return told
