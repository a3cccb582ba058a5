"""The papers of a centre's month: in which form each request came, and whether its paper was delivered (PAR-11)."""

from dataclasses import dataclass, replace
from functools import cached_property

from app.domain.claim import ClaimKind, Patient, Submission
from app.domain.dates import JalaliDate
from app.domain.money import Rial
from app.domain.office import OPEN_STATES, ClaimState

FORM_FACT, DELIVERED_FACT = "prescription_form", "paper_delivered"
FORMS_ON_PAPER = frozenset({"booklet", "letterhead"})


@dataclass(frozen=True, slots=True)
class Paper:
    """One request of the month; `form` and `delivered` are None where nobody has said anything of them."""

    claim_id: int
    number: str
    kind: ClaimKind
    patient: Patient
    day: JalaliDate | None
    claimed: Rial
    state: ClaimState
    form: str | None
    delivered: bool | None

    @property
    def needed(self) -> bool:
        """Tell whether a paper has to come with the list; an electronic request has none."""
        return self.form in FORMS_ON_PAPER

    @property
    def may_be_ticked(self) -> bool:
        """Tell whether the delivery of its paper can still be said."""
        return self.needed and self.state in OPEN_STATES


@dataclass(frozen=True)
class PaperList:
    """The requests of a submission in the order of its file; `id` is the submission's number in the office."""

    id: int
    submission: Submission
    papers: tuple[Paper, ...]

    @cached_property
    def forms(self) -> dict[str | None, int]:
        """How many requests came in each form; None are those whose form nobody has read."""
        found: dict[str | None, int] = {}
        for paper in self.papers:
            found[paper.form] = found.get(paper.form, 0) + 1
        return found

    @cached_property
    def needed(self) -> tuple[Paper, ...]:
        """The requests that need their paper."""
        return tuple(paper for paper in self.papers if paper.needed)

    @cached_property
    def left(self) -> tuple[Paper, ...]:
        """The requests of whose paper nobody has said whether it came, and of which it can still be said."""
        return tuple(paper for paper in self.needed if paper.delivered is None and paper.may_be_ticked)

    def with_paper(self, said: Paper) -> "PaperList":
        """Return the list with what was said of one of its papers."""
        return replace(self, papers=tuple(said if one.claim_id == said.claim_id else one for one in self.papers))

    def count(self, *, delivered: bool) -> int:
        """Return how many papers came, or are missing."""
        return sum(paper.delivered is delivered for paper in self.needed)
