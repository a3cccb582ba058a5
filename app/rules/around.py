"""What stands around a claim: its submission's other claims, as far as rules look at them, found when one asks."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate, Moment
from app.domain.facts import Answer

if TYPE_CHECKING:
    from app.rules.case import Case

View = TypeVar("View")


class Peers:
    """All claims of some kinds in a submission, of every patient, as the first four phases leave each judged by itself.

    What a rule makes of them is worked out once for the submission, however many of its claims ask for it.
    """

    def __init__(self, cases: tuple["Case", ...]) -> None:
        self._cases = cases
        self._views: dict[Callable[[tuple[Case, ...]], object], Any] = {}

    def once(self, view: Callable[[tuple["Case", ...]], View]) -> View:
        """Return what a function makes of the claims."""
        if view not in self._views:
            self._views[view] = view(self._cases)
        found: View = self._views[view]
        return found


PeerSearch = Callable[[frozenset[ClaimKind]], Peers]


def no_peers(_kinds: frozenset[ClaimKind]) -> Peers:
    """Return nothing: what is found around a claim that is judged by itself."""
    return Peers(())


@dataclass(frozen=True, slots=True)
class AnesthesiaRun:
    """One anesthesia of another claim: the times of its surgery, the patient's ASA class where it is known.

    An `earlier` one stands before the claim that asks, where both begin at the same minute: by the order of the file.
    """

    start: Moment
    end: Moment
    asa: Answer
    earlier: bool


AnesthesiaSearch = Callable[[str, str, JalaliDate], tuple[AnesthesiaRun, ...]]
"""Finds, for a claim by its id, what an anesthetist did for other patients around a day (modifier 44)."""


def no_anesthesias(_claim: str, _performer: str, _day: JalaliDate) -> tuple[AnesthesiaRun, ...]:
    """Return nothing: what is found around a claim that is judged by itself."""
    return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a claim's submission says beyond the claim itself; `peers` finds its claims of some kinds.

    `absent_residents` are those whom the centre's month shows absent from an operation, by their numbers (AST-02).
    """

    kinds: frozenset[ClaimKind]
    foreign_stamps: int = 0
    peers: PeerSearch = no_peers
    absent_residents: frozenset[str] = frozenset()
    anesthesias: AnesthesiaSearch = no_anesthesias


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another claim of the same patient in the submission, as the first three phases leave it when judged by itself.

    `earlier` claims stand before the one that asks: by service day, then by the order of the file.
    """

    case: "Case"
    earlier: bool


SiblingSearch = Callable[[Collection[ClaimKind]], tuple[Sibling, ...]]


def no_siblings(_kinds: Collection[ClaimKind]) -> tuple[Sibling, ...]:
    """Return nothing: what is found around a claim that is judged by itself."""
    return ()
