"""What stands on a sheet, as values: whoever prints it gathers them, the sheet only draws."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.claim import Claim, Submission
from app.domain.dates import JalaliDate
from app.domain.findings import Finding, Pen
from app.domain.settlement import Settlement


@dataclass(frozen=True, slots=True)
class Signatory:
    """Whose signature a box waits for; without a name it is left to be filled in by hand."""

    pen: Pen
    full_name: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class AssessmentSheet:
    """One claim's assessment sheet (برگ رسیدگی).

    `digest` is the SHA-256, in hexadecimal, of the assessment that the sheet shows; `fact_labels` the Persian names of
    the facts that findings wait for; `version` counts the assessments of the claim from 1.
    """

    office_name: str
    submission: Submission
    claim: Claim
    settlement: Settlement
    digest: str
    printed_on: JalaliDate
    reviewer: Signatory = field(default_factory=lambda: Signatory(Pen.GREEN))
    accountant: Signatory = field(default_factory=lambda: Signatory(Pen.RED))
    fact_labels: Mapping[str, str] = field(default_factory=dict)
    version: int = 1

    @property
    def numbered_findings(self) -> tuple[tuple[int, Finding], ...]:
        """The engine's findings with the numbers under which the sheet prints them."""
        return tuple(enumerate(self.settlement.result.findings, start=1))

    def finding_numbers(self, line_no: int) -> tuple[int, ...]:
        """Return the numbers of the findings of a line."""
        return tuple(number for number, finding in self.numbered_findings if finding.line == line_no)

    @property
    def unofficial(self) -> tuple[str, ...]:
        """Names of the reference packs with trial figures that were used."""
        return self.settlement.result.unofficial
