"""What stands on the sheets of a submission, as values: its claims with their deductions, and the sums of them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.domain.assessment import Totals, canonical_json
from app.domain.claim import ClaimKind, Patient, Submission
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.findings import Pen
from app.domain.money import Rial
from app.domain.office import SETTLED_STATES, ClaimState

AWAY_STATES = frozenset({ClaimState.RETURNED, ClaimState.REFERRED})
CLOSED_STATES = frozenset({ClaimState.CLOSED}) | AWAY_STATES
"""The states in which a claim has come to its end: only then is the report of its submission final."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a line's deduction in rials: the rule with its clause and its sentence, or a person's own word.

    `rule` None is an amount that a person set; `pen` is red where the accountant did. `initials` are that person's, and
    `word` is why they took it by a rule.
    """

    amount: Rial
    text: str
    rule: str | None = None
    clause: str = ""
    pen: Pen = Pen.GREEN
    initials: str | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class DeductedLine:
    """A line of which something was taken; its reasons add up to what was taken."""

    no: int
    section: str
    title: str
    code: str | None
    claimed: Rial
    approved: Rial
    reasons: tuple[Reason, ...]

    @property
    def deducted(self) -> Rial:
        """Rials taken off."""
        return self.claimed - self.approved


@dataclass(frozen=True, slots=True)
class Sum:
    """How many claims or lines, and their sums in rials; claimed − approved is deducted."""

    count: int = 0
    claimed: Rial = 0
    approved: Rial = 0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.count + other.count, self.claimed + other.claimed, self.approved + other.approved)

    @property
    def deducted(self) -> Rial:
        """Rials taken off."""
        return self.claimed - self.approved


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """One claim in the report of its submission; only a settled one has totals, sections (lines by heading) and lines.

    `signed` tells whether the sheet that counts now bears the reviewer's signature; `note` says why a claim went away.
    """

    id: str
    kind: ClaimKind
    patient: Patient
    day: JalaliDate | None
    state: ClaimState
    claimed: Rial
    version: int = 1
    totals: Totals | None = None
    sections: Mapping[str, Sum] = field(default_factory=dict)
    lines: tuple[DeductedLine, ...] = ()
    signed: bool = False
    note: str = ""

    @property
    def sum(self) -> Sum:
        """The claim as one of a sum; of one that is not settled nothing is approved yet."""
        return Sum(1, self.claimed, self.totals.approved if self.totals else 0)


@dataclass(frozen=True, slots=True)
class ReasonSum:
    """What one rule, or people without a rule (`rule` None), took in all; `lines` of how many lines."""

    rule: str | None
    clause: str
    text: str
    pen: Pen
    lines: int
    amount: Rial


@dataclass(frozen=True, slots=True)
class EarlierSubmission:
    """The settled claims of another submission of the same centre and fund, for comparison."""

    id: str
    month: JalaliMonth
    sum: Sum


@dataclass(frozen=True, slots=True)
class ReportSignatory:
    """Who signs the report by hand: the post, and the name where one person did all of that post's work."""

    post: str
    full_name: str | None = None


@dataclass(frozen=True)
class SubmissionReport:
    """A submission with all its claims in the order of its file.

    `handed_on` is the day on which the centre was given the report, None before; from the next day it has
    `objection_days` to object. `earlier` are submissions of before, the latest first.
    """

    office_name: str
    submission: Submission
    claims: tuple[ReportedClaim, ...]
    printed_on: JalaliDate
    objection_days: int
    handed_on: JalaliDate | None = None
    earlier: tuple[EarlierSubmission, ...] = ()
    signatories: tuple[ReportSignatory, ...] = ()
    trial_figures: bool = False

    @cached_property
    def settled(self) -> tuple[ReportedClaim, ...]:
        """The claims of which a signed sheet says what is paid."""
        return tuple(claim for claim in self.claims if claim.state in SETTLED_STATES)

    @cached_property
    def away(self) -> tuple[ReportedClaim, ...]:
        """The claims that went back to the centre or to the supervision office; nothing of them is paid."""
        return tuple(claim for claim in self.claims if claim.state in AWAY_STATES)

    @cached_property
    def open(self) -> tuple[ReportedClaim, ...]:
        """The claims of which nobody knows yet what is paid."""
        return tuple(c for c in self.claims if c.state not in SETTLED_STATES and c.state not in AWAY_STATES)

    @cached_property
    def unfinished(self) -> tuple[ReportedClaim, ...]:
        """The claims that may still change: while there are any the report is a draft."""
        return tuple(claim for claim in self.claims if claim.state not in CLOSED_STATES)

    @cached_property
    def totals(self) -> Totals:
        """The sums of the settled claims."""
        found = [claim.totals for claim in self.settled if claim.totals is not None]
        return Totals(
            claimed=sum(totals.claimed for totals in found),
            approved=sum(totals.approved for totals in found),
            deducted=sum(totals.deducted for totals in found),
            patient_share=sum(totals.patient_share for totals in found),
            insurer_share=sum(totals.insurer_share for totals in found),
        )

    @cached_property
    def deducted_lines(self) -> tuple[tuple[ReportedClaim, DeductedLine], ...]:
        """Every line of which something was taken, with its claim."""
        return tuple((claim, line) for claim in self.settled for line in claim.lines)

    @cached_property
    def by_kind(self) -> Mapping[ClaimKind, Sum]:
        """The sums of the settled claims by their kinds, in the order in which the kinds appear."""
        return added_up((claim.kind, claim.sum) for claim in self.settled)

    @cached_property
    def by_section(self) -> Mapping[str, Sum]:
        """The sums of the settled claims' lines by heading, in the order in which the headings appear."""
        return added_up(part for claim in self.settled for part in claim.sections.items())

    @cached_property
    def by_reason(self) -> tuple[ReasonSum, ...]:
        """What was taken by each reason, the largest sum first; what people set themselves is told by their pens."""
        found: dict[tuple[str, Pen], ReasonSum] = {}
        for _claim, line in self.deducted_lines:
            for key, reasons in _by_key(line.reasons).items():
                first, amount = reasons[0], sum(reason.amount for reason in reasons)
                before = found.get(key)
                found[key] = ReasonSum(
                    first.rule,
                    first.clause,
                    first.text if first.rule else "",
                    first.pen,
                    1 + (before.lines if before else 0),
                    amount + (before.amount if before else 0),
                )
        return tuple(sorted(found.values(), key=lambda said: (-said.amount, said.rule or "")))

    @property
    def deadline(self) -> JalaliDate | None:
        """The last day on which the centre may object, None until the report was handed over."""
        return self.handed_on.plus_days(self.objection_days) if self.handed_on else None

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of every figure of the report; it is the same on each of its sheets."""
        return hashlib.sha256(canonical_json(self._document()).encode()).hexdigest()

    def _document(self) -> dict[str, Any]:
        submission = self.submission
        return {
            "submission": [submission.id, submission.provider.id, str(submission.month), submission.fund],
            "claims": [_claim_document(claim) for claim in self.claims],
        }


def added_up(parts: Iterable[tuple[Any, Sum]]) -> dict[Any, Sum]:
    """Return the sums of parts that share a key, in the order in which the keys appear."""
    sums: dict[Any, Sum] = {}
    for key, part in parts:
        sums[key] = sums.get(key, Sum()) + part
    return sums


def _by_key(reasons: tuple[Reason, ...]) -> dict[tuple[str, Pen], list[Reason]]:
    """Return the reasons of a line by what they are summed under."""
    found: dict[tuple[str, Pen], list[Reason]] = {}
    for reason in reasons:
        key = (reason.rule, Pen.GREEN) if reason.rule else ("", reason.pen)
        found.setdefault(key, []).append(reason)
    return found


def _claim_document(claim: ReportedClaim) -> list[Any]:
    totals = claim.totals
    shares = [] if totals is None else [totals.approved, totals.patient_share, totals.insurer_share]
    return [claim.id, claim.version, claim.state.value, claim.claimed, shares, list(_line_documents(claim))]


def _line_documents(claim: ReportedClaim) -> Iterator[list[Any]]:
    for line in claim.lines:
        yield [line.no, line.claimed, line.approved, [[reason.rule, reason.amount] for reason in line.reasons]]
