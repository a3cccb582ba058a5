"""What stands on a sheet, as values: whoever prints it gathers them, the sheet only draws."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.assessment import Totals
from app.domain.claim import Claim, Submission
from app.domain.dates import JalaliDate
from app.domain.findings import Effect, Finding, Mark, Pen
from app.domain.line_words import AddedDeduction
from app.domain.money import Rial
from app.domain.settlement import Settlement


@dataclass(frozen=True, slots=True)
class Signatory:
    """Whose signature a box waits for; without a name it is left to be filled in by hand."""

    pen: Pen
    full_name: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What an earlier assessment of the claim paid, in rials by line number, and its sums where they are known."""

    version: int
    approved: Mapping[int, Rial]
    totals: Totals | None = None


@dataclass(frozen=True, slots=True)
class AnsweredObjection:
    """What a centre objected to on a line (None: on the whole claim), the rials it wanted, and the answer to it.

    `answer` is None while nobody has answered, `answered_by` the initials of who did.
    """

    line: int | None
    received_on: JalaliDate
    reason: str
    wanted: Rial | None = None
    answer: str | None = None
    answered_by: str | None = None


@dataclass(frozen=True, slots=True)
class VoidSignature:
    """A signature under the sheet that holds no longer: whose it was, since when, and why."""

    full_name: str
    on: JalaliDate
    reason: str


@dataclass(frozen=True, slots=True)
class AssessmentSheet:
    """One claim's assessment sheet (برگ رسیدگی).

    `digest` is the SHA-256, in hexadecimal, of the assessment that the sheet shows; `fact_labels` the Persian names of
    the facts that findings wait for; `version` counts the assessments of the claim from 1, and beside a later one the
    amounts of an `earlier` one stand; `objections` are those that this one answers. `voided` are the signatures of
    before that hold no longer: the sheet has to be signed anew.
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
    earlier: EarlierVersion | None = None
    objections: tuple[AnsweredObjection, ...] = ()
    voided: tuple[VoidSignature, ...] = ()

    @property
    def numbered_findings(self) -> tuple[tuple[int, Finding], ...]:
        """The findings with their numbers on the sheet: those of the whole claim first, then line by line.

        What a person deducted by a rule comes after what the engine says of the line.
        """
        found = (*self.settlement.result.findings, *(added.finding for added in self.settlement.added))
        return tuple(enumerate(sorted(found, key=lambda finding: finding.line or 0), start=1))

    def persons_word(self, finding: Finding) -> AddedDeduction | None:
        """Return the word of the person whose finding it is, None where it is the engine's."""
        return next((added for added in self.settlement.added if added.finding is finding), None)

    def decisive_finding(self, line_no: int) -> Finding | None:
        """Return the finding that the mark of a line goes back to: its own first, else one on the whole claim."""
        asked = self.settlement.line(line_no).mark is Mark.QUERY
        wanted = {Effect.QUERY, Effect.REFER} if asked else {Effect.REJECT, Effect.REDUCE}
        found = [f for f in self.settlement.result.findings if f.effect in wanted and f.line in {line_no, None}]
        return min(found, key=lambda f: (f.line != line_no, not f.deducted), default=None)

    def finding_numbers(self, line_no: int) -> tuple[int, ...]:
        """Return the numbers of the findings of a line, and of the one on the whole claim that decides it."""
        stands = self.settlement.line(line_no).mark is Mark.TICK
        decisive = None if stands else self.decisive_finding(line_no)
        return tuple(no for no, found in self.numbered_findings if found.line == line_no or found is decisive)

    @property
    def unofficial(self) -> tuple[str, ...]:
        """Names of the reference packs with trial figures that were used."""
        return self.settlement.result.unofficial
