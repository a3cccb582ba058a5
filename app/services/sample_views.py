"""What the screens of samples are shown: choices, an outlook, samples with their claims, and claims that wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.dates import JalaliMonth
from app.domain.office import User
from app.domain.office_records import Sample
from app.domain.queue import QueueCount
from app.domain.sample_results import SampleProgress, SampleResult, SampleRow


@dataclass(frozen=True, slots=True)
class SampleChoices:
    """What a sample can be narrowed to, and the numbers of the claims of each."""

    months: tuple[JalaliMonth, ...]
    centres: tuple[QueueCount, ...]
    submissions: tuple[QueueCount, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """From how many claims a sample would be drawn; how many of them rest on an ambiguous rule or pay the limit."""

    candidates: int
    ambiguous: int
    at_limit: int = 0


@dataclass(frozen=True, slots=True)
class SampleView:
    """A drawn sample with its claims as they stand, its result so far, and the people whom it names."""

    sample: Sample
    rows: tuple[SampleRow, ...]
    result: SampleResult
    people: Mapping[int, User]

    @property
    def drawn_at(self) -> datetime:
        """When the sample was drawn."""
        return datetime.fromisoformat(self.sample.drawn_at)

    def name(self, person: int | None) -> str:
        """Return the name of a person, a dash where nobody is known."""
        found = None if person is None else self.people.get(person)
        return found.full_name if found is not None else "—"


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """A drawn sample as the list of samples shows it: who drew it, and how far it has come."""

    sample: Sample
    drawn_by: str
    progress: SampleProgress


@dataclass(frozen=True, slots=True)
class WaitingClaim:
    """A claim that waits for a look in a sample of `drawn` claims; `others` are those that wait beside it, in order."""

    sample_id: int
    claim_id: int
    why: str
    drawn: int
    others: tuple[int, ...]
