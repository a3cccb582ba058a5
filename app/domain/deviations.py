"""How far a claim lies from what is usual among its like: median and median absolute deviation, in whole numbers."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.claim import ClaimKind
from app.domain.money import Rial
from app.domain.persian import fold

MILLION = 1_000_000


class Usual(StrEnum):
    """Among which claims something is usual; all are of the same kind.

    CENTRE are those of the same centre, DIAGNOSIS those with the same diagnosis (of the kind alone where none is
    written), KIND all of them.
    """

    CENTRE = "centre"
    DIAGNOSIS = "diagnosis"
    KIND = "kind"


class Measure(StrEnum):
    """What is compared: the approved rials, or the millionths of the claimed sum that were deducted, rounded down."""

    APPROVED = "approved"
    SHARE = "share"


class Comparable(Protocol):
    """What is compared of a claim."""

    @property
    def id(self) -> int:
        """Its number in the office."""

    @property
    def centre(self) -> str:
        """The id of its centre."""

    @property
    def kind(self) -> ClaimKind:
        """Its kind."""

    @property
    def diagnosis(self) -> str | None:
        """Its diagnosis, None where none is written."""

    @property
    def claimed(self) -> Rial:
        """Its claimed rials."""

    @property
    def approved(self) -> Rial:
        """Its approved rials."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """How far a claim's value lies from the median of its peers.

    `value` and `usual` are rials, or millionths of the claimed sum; a median between two values is rounded down.
    `hundredths` is the distance in hundredths of the usual spread, rounded down: the median absolute deviation, or the
    mean one where more than half of the peers lie on the median. `by_diagnosis` says that the diagnosis was compared.
    """

    value: int
    usual: int
    hundredths: int
    peers: int
    by_diagnosis: bool = False


def deviations(
    claims: Collection[Comparable], peers: Iterable[Comparable], usual: Usual, measure: Measure, least_peers: int
) -> Mapping[int, Deviation]:
    """Return how far claims lie from their peers, by their ids; what does not lie off, or lacks peers, is left out."""
    key, value = _key_of(usual), _value_of(measure)
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for peer in peers:
        groups[key(peer)].append(value(peer))
    known = {name: _Spread.of(values) for name, values in groups.items() if len(values) >= least_peers}
    found = {}
    for claim in claims:
        name = key(claim)
        spread = known.get(name)
        hundredths = spread.hundredths(value(claim)) if spread is not None else 0
        if spread is not None and hundredths:
            by_diagnosis = usual is Usual.DIAGNOSIS and bool(claim.diagnosis)
            found[claim.id] = Deviation(value(claim), spread.median2 // 2, hundredths, spread.peers, by_diagnosis)
    return found


@dataclass(frozen=True, slots=True)
class _Spread:
    """Twice the median of some values, so that it is whole, and their usual distance from it as a whole quotient.

    The distance is `distance` / `over`, in halves as well; none where all values are equal.
    """

    median2: int
    distance: int
    over: int
    peers: int

    @classmethod
    def of(cls, values: list[int]) -> "_Spread":
        median2 = _twice_median(values)
        off = [abs(2 * value - median2) for value in values]
        twice = _twice_median(off)
        return cls(median2, twice, 2, len(values)) if twice else cls(median2, sum(off), len(off), len(values))

    def hundredths(self, value: int) -> int:
        """Return how far off a value lies, in hundredths of the usual distance; 0 where there is none."""
        return 100 * abs(2 * value - self.median2) * self.over // self.distance if self.distance else 0


def _twice_median(values: list[int]) -> int:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return 2 * ordered[middle] if len(ordered) % 2 else ordered[middle - 1] + ordered[middle]


def _key_of(usual: Usual) -> Callable[[Comparable], Hashable]:
    if usual is Usual.CENTRE:
        return lambda claim: (claim.kind, claim.centre)
    if usual is Usual.KIND:
        return lambda claim: claim.kind
    folded: dict[str, str] = {}

    def by_diagnosis(claim: Comparable) -> Hashable:
        written = claim.diagnosis or ""
        if written not in folded:
            folded[written] = fold(written)
        return claim.kind, folded[written]

    return by_diagnosis


def _value_of(measure: Measure) -> Callable[[Comparable], int]:
    if measure is Measure.APPROVED:
        return lambda claim: claim.approved
    return lambda claim: (claim.claimed - claim.approved) * MILLION // claim.claimed if claim.claimed else 0
