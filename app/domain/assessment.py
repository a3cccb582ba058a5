"""A claim's result as the engine gives it: lines with marks, findings, totals; bound by a digest."""

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.domain.findings import Effect, Finding, Mark, Pen, Step, Verdict
from app.domain.money import Rial


@dataclass(frozen=True, slots=True)
class LineResult:
    """One line: what was claimed, what stands, its mark, and the arithmetic of its price.

    `kept_units` are those of the claimed `units` that are paid; none of a line that is zero. The patient's later claims
    find them in the history.
    """

    no: int
    claimed: Rial
    approved: Rial
    mark: Mark
    pen: Pen = Pen.GREEN
    steps: tuple[Step, ...] = ()
    units: Decimal = Decimal(1)
    kept_units: Decimal = Decimal(1)

    @property
    def deducted(self) -> Rial:
        """Rials taken off the line."""
        return self.claimed - self.approved


@dataclass(frozen=True, slots=True)
class Totals:
    """A claim's sums in rials; claimed − deducted = approved = patient's share + insurer's share."""

    claimed: Rial
    approved: Rial
    deducted: Rial
    patient_share: Rial
    insurer_share: Rial


@dataclass(frozen=True, slots=True)
class Remark:
    """A clause that only a person can judge, shown where it concerns a claim (`line` None) or a line."""

    rule: str
    clause: str
    wording: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """What the engine says of one claim, before any person's decision.

    `share_percent` is the patient's percent, from which a person's amounts are shared too; `insurer_only` the rials of
    the approved sum that are outside the patient's percent; `unofficial` names the packs with trial figures used.
    """

    claim_id: str
    verdict: Verdict
    totals: Totals
    lines: tuple[LineResult, ...]
    findings: tuple[Finding, ...]
    share_percent: Fraction | None = None
    insurer_only: Rial = 0
    share_steps: tuple[Step, ...] = ()
    unofficial: tuple[str, ...] = ()
    rulebook: str = ""
    remarks: tuple[Remark, ...] = ()

    def line(self, no: int) -> LineResult:
        """Return one line by its number; raises KeyError."""
        for line in self.lines:
            if line.no == no:
                return line
        raise KeyError(no)

    def findings_of(self, no: int | None) -> tuple[Finding, ...]:
        """Return the findings of a line, or those of the whole claim for None."""
        return tuple(finding for finding in self.findings if finding.line == no)

    @property
    def queries(self) -> tuple[Finding, ...]:
        """The findings that wait for a fact or document."""
        return tuple(finding for finding in self.findings if finding.effect is Effect.QUERY)

    def digest(self) -> str:
        """Return the SHA-256 that binds decisions and sheets to exactly this result."""
        return _sha256(result_document(self))

    def digest_of(self, no: int | None) -> str:
        """Return the SHA-256 of what is said of one line, or at line 0 for None; decisions are bound to it.

        A decision stays in force while other lines change, and becomes stale when its own line does.
        """
        said = [finding_document(finding) for finding in self.findings_of(no)]
        return _sha256({"line": None if no is None else line_document(self.line(no)), "findings": said})


def _sha256(document: Any) -> str:
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def canonical_json(document: Any) -> str:
    """Return JSON with sorted keys and no spaces, equal for equal documents."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def finding_document(finding: Finding) -> dict[str, Any]:
    """Return a finding in the form of the audit-result contract."""
    document: dict[str, Any] = {
        "rule": finding.rule,
        "clause": finding.clause,
        "line": finding.line,
        "effect": finding.effect.value,
        "message": finding.message,
    }
    if finding.before is not None and finding.after is not None:
        document |= {"before": finding.before, "after": finding.after}
    if finding.facts:
        document["facts"] = list(finding.facts)
    if finding.needs:
        document["needs"] = finding.needs
    if finding.also:
        document["also"] = list(finding.also)
    return document


def line_document(line: LineResult) -> dict[str, Any]:
    """Return a line's result in the form of the audit-result contract."""
    return {
        "no": line.no,
        "claimed": line.claimed,
        "approved": line.approved,
        "mark": line.mark.value,
        "pen": line.pen.value,
    }


def result_document(result: ClaimResult) -> dict[str, Any]:
    """Return a claim's result in the form of the audit-result contract (rials are integers)."""
    totals = result.totals
    return {
        "id": result.claim_id,
        "verdict": result.verdict.value,
        "totals": {
            "claimed": totals.claimed,
            "approved": totals.approved,
            "deducted": totals.deducted,
            "patient_share": totals.patient_share,
            "insurer_share": totals.insurer_share,
        },
        "lines": [line_document(line) for line in result.lines],
        "findings": [finding_document(finding) for finding in result.findings],
    }
