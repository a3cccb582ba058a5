"""The queue: which claims a person looks for, in which order, and what a row of the list shows."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.findings import Verdict
from app.domain.money import Rial
from app.domain.office import ClaimState


class QueueSort(StrEnum):
    """What the queue may be sorted by."""

    IMPORT_ORDER = "import_order"
    CLAIMED = "claimed"
    DEDUCTED = "deducted"
    SERVICE_DAY = "service_day"
    DEPARTURE = "departure"
    DEADLINE = "deadline"


class QueueGroup(StrEnum):
    """What the queue may be counted by."""

    CENTRE = "centre"
    SUBMISSION = "submission"
    FUND = "fund"
    STATE = "state"
    KIND = "kind"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """A question to the queue; what is left open does not narrow.

    `text` is searched by the beginnings of its words in the patient's name and code, the claim's and submission's
    number and the centre; `centre` is a centre's id, `submission` a submission's id in the office. `sent_back` are the
    claims that came back into review with a note and have not been signed again; `assigned_to` is the reviewer whose
    work a submission is. `due_order` are submissions in the order in which they are due, for that order of the claims;
    those of other submissions come last. `edited_after_review` are the claims that changed after a
    signature: one that was voided, or a later version of what was signed.
    """

    text: str = ""
    states: frozenset[ClaimState] = frozenset()
    kind: ClaimKind | None = None
    centre: str | None = None
    submission: int | None = None
    fund: str | None = None
    verdict: Verdict | None = None
    has_queries: bool | None = None
    sent_back: bool | None = None
    edited_after_review: bool | None = None
    assigned_to: int | None = None
    due_order: tuple[int, ...] = ()
    sort: QueueSort = QueueSort.IMPORT_ORDER
    ascending: bool = True


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim of the list, amounts in rials; what no engine has looked at yet has no verdict and nothing deducted.

    `departure` is what people let stand beyond the engine's amounts; `corrected` is a claim that came back to be signed
    anew after an accountant's correction, `voided` the reason why the latest signature that was voided holds no longer,
    None where none was.
    """

    id: int
    submission_id: int
    external_id: str
    patient_id: str
    patient_name: str | None
    centre_id: str
    centre_name: str | None
    kind: ClaimKind
    fund: str | None
    month: JalaliMonth
    service_day: JalaliDate | None
    state: ClaimState
    version: int
    claimed: Rial
    verdict: Verdict | None
    approved: Rial | None
    deducted: Rial
    queries: int
    trial_figures: bool
    departure: Rial = 0
    sent_back: bool = False
    corrected: bool = False
    voided: str | None = None

    @property
    def edited_after_review(self) -> bool:
        """Tell whether the claim changed after it had been signed."""
        return self.voided is not None or self.version > 1


@dataclass(frozen=True, slots=True)
class QueueCount:
    """How many claims of the queue share a value; `key` None is no value, `title` the name where the key is an id."""

    key: str | None
    title: str | None
    claims: int
