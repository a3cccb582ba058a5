"""The sums of a claim recomputed for the accountant, beside those that the centre wrote on the paper (item 15).

What the centre wrote is held against its own lines; what stands after the review is told beside it. Only the first is a
fault of the centre's arithmetic: between its lines and what stands lie deductions, each of which has its clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import Claim
from app.domain.money import Rial, percent_of
from app.domain.settlement import Settlement


class SumOf(StrEnum):
    """What a sum is of: a heading of the bill, all lines, the patient's share, or what the insurer pays."""

    HEADING = "heading"
    TOTAL = "total"
    PATIENT = "patient"
    INSURER = "insurer"


@dataclass(frozen=True, slots=True)
class RecomputedSum:
    """One sum in rials: `written` by the centre, `claimed` as its lines give it, `stands` after the review.

    `written` is None where the centre wrote none, `claimed` where its lines alone do not give it. `section` is that of
    a heading.
    """

    of: SumOf
    written: Rial | None
    claimed: Rial | None
    stands: Rial
    section: str | None = None

    @property
    def difference(self) -> Rial | None:
        """What the centre wrote too much, below zero too little; None where there is nothing to compare."""
        return None if self.written is None or self.claimed is None else self.written - self.claimed

    @property
    def differs(self) -> bool:
        """Tell whether the centre wrote another sum than its lines give."""
        return bool(self.difference)


def recomputed_sums(claim: Claim, settlement: Settlement) -> tuple[RecomputedSum, ...]:
    """Return the headings where there are several, then the total and both shares."""
    return (*_headings(claim, settlement), *_three_sums(claim, settlement))


def sums_agree(claim: Claim) -> bool:
    """Tell whether the sums that the centre wrote fit its lines and one another; one that is missing is no fault."""
    written = claim.written
    if written is None or written.total is None:
        return True
    if None in {written.patient_share, written.insurer_share}:
        return written.total == claim.claimed
    shares = (written.patient_share or 0) + (written.insurer_share or 0)
    return written.total == claim.claimed == shares


def _headings(claim: Claim, settlement: Settlement) -> Sequence[RecomputedSum]:
    sections = dict.fromkeys(line.section for line in claim.lines)
    if len(sections) == 1:
        return ()
    settled = {line.no: line for line in settlement.lines}
    of_section = {name: [settled[line.no] for line in claim.lines if line.section == name] for name in sections}
    return [
        RecomputedSum(
            SumOf.HEADING,
            written=None,
            claimed=sum(line.claimed for line in lines),
            stands=sum(line.approved for line in lines),
            section=name,
        )
        for name, lines in of_section.items()
    ]


def _three_sums(claim: Claim, settlement: Settlement) -> Sequence[RecomputedSum]:
    totals, written = settlement.totals, claim.written
    patient = _patient_share_of_claimed(settlement)
    return (
        RecomputedSum(SumOf.TOTAL, written.total if written else None, totals.claimed, totals.approved),
        RecomputedSum(SumOf.PATIENT, written.patient_share if written else None, patient, totals.patient_share),
        RecomputedSum(
            SumOf.INSURER,
            written.insurer_share if written else None,
            None if patient is None else totals.claimed - patient,
            totals.insurer_share,
        ),
    )


def _patient_share_of_claimed(settlement: Settlement) -> Rial | None:
    """Return the patient's share of what the lines ask for; unknown where a part of them is outside the percent."""
    revised = settlement.without_waived
    if revised.share_percent is None or revised.insurer_only:
        return None
    return percent_of(revised.share_percent, settlement.totals.claimed)
