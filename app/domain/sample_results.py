"""What a supervisor found in a sample: how many claims were looked at and agreed with, whose, and by which rules.

Nothing is extrapolated: whether a sample speaks for the claims that nobody looked at is a question of law.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliMonth
from app.domain.money import Rial
from app.domain.office import ClaimState
from app.domain.office_records import SampledClaim


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A claim of a sample as it stands now, amounts in rials, with the supervisor's latest word on it.

    `reviewer` is the person who signed its latest sheet as its reviewer, `rules` are those that took something off.
    """

    sampled: SampledClaim
    external_id: str
    patient_id: str
    patient_name: str | None
    centre_id: str
    centre_name: str | None
    kind: ClaimKind
    month: JalaliMonth
    state: ClaimState
    version: int
    claimed: Rial
    approved: Rial | None
    deducted: Rial
    reviewer: int | None
    rules: tuple[str, ...] = ()
    trial_figures: bool = False

    @property
    def claim_id(self) -> int:
        """The claim's number in the office."""
        return self.sampled.claim_id


@dataclass(frozen=True, slots=True)
class SampleCount:
    """How many claims under one reviewer or one rule were looked at, and with how many the supervisor agreed."""

    key: str | int | None
    looked_at: int
    agreed: int

    @property
    def not_agreed(self) -> int:
        """With how many the supervisor did not agree."""
        return self.looked_at - self.agreed


@dataclass(frozen=True, slots=True)
class SampleProgress:
    """How far a sample has come: how many claims were drawn, looked at, and agreed with."""

    drawn: int = 0
    looked_at: int = 0
    agreed: int = 0

    @property
    def not_agreed(self) -> int:
        """With how many the supervisor did not agree."""
        return self.looked_at - self.agreed

    @property
    def waiting(self) -> int:
        """How many claims nobody has looked at yet."""
        return self.drawn - self.looked_at


@dataclass(frozen=True, slots=True)
class SampleResult:
    """The result of a sample; whoever or whatever the supervisor agreed with least stands first."""

    drawn: int
    whole: SampleCount
    disputed: tuple[SampleRow, ...]
    by_reviewer: tuple[SampleCount, ...]
    by_rule: tuple[SampleCount, ...]

    @property
    def waiting(self) -> int:
        """How many claims nobody has looked at yet."""
        return self.drawn - self.whole.looked_at

    @property
    def agreement(self) -> Fraction | None:
        """The part of the claims looked at with which the supervisor agreed, None before the first look."""
        return Fraction(self.whole.agreed, self.whole.looked_at) if self.whole.looked_at else None


def sample_result(rows: Sequence[SampleRow]) -> SampleResult:
    """Return the result of a sample from its claims."""
    judged = [row for row in rows if row.sampled.agreed is not None]
    return SampleResult(
        drawn=len(rows),
        whole=_count(None, judged),
        disputed=tuple(row for row in judged if not row.sampled.agreed),
        by_reviewer=_counts(judged, lambda row: (row.reviewer,)),
        by_rule=_counts(judged, lambda row: row.rules),
    )


def _counts(
    rows: Iterable[SampleRow], keys: Callable[[SampleRow], Sequence[str | int | None]]
) -> tuple[SampleCount, ...]:
    groups: dict[str | int | None, list[SampleRow]] = defaultdict(list)
    for row in rows:
        for key in keys(row):
            groups[key].append(row)
    counts = (_count(key, found) for key, found in groups.items())
    return tuple(sorted(counts, key=lambda count: (-count.not_agreed, -count.looked_at, str(count.key))))


def _count(key: str | int | None, rows: Sequence[SampleRow]) -> SampleCount:
    return SampleCount(key, len(rows), sum(1 for row in rows if row.sampled.agreed))
