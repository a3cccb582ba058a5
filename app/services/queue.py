"""The queue as the desk shows it: a few named views with their counts, pages of rows, one row anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.findings import Verdict
from app.domain.office import OPEN_STATES, SETTLED_STATES, ClaimState
from app.domain.queue import QueueCount, QueueGroup, QueueQuery, QueueRow
from app.services.office import Office

PAGE = 100
AWAY_STATES = frozenset({ClaimState.RETURNED, ClaimState.REFERRED})


class QueueView(StrEnum):
    """What a reviewer looks for in the queue."""

    OPEN = "open"
    TO_ANSWER = "to_answer"
    TO_DEDUCT = "to_deduct"
    REJECTED = "rejected"
    CLEAN = "clean"
    AWAITING = "awaiting"
    DONE = "done"
    AWAY = "away"


VIEWS: Mapping[QueueView, QueueQuery] = {
    QueueView.OPEN: QueueQuery(states=OPEN_STATES),
    QueueView.TO_ANSWER: QueueQuery(states=OPEN_STATES, has_queries=True),
    QueueView.TO_DEDUCT: QueueQuery(states=OPEN_STATES, verdict=Verdict.ADJUSTED),
    QueueView.REJECTED: QueueQuery(states=OPEN_STATES, verdict=Verdict.REJECTED),
    QueueView.CLEAN: QueueQuery(states=OPEN_STATES, verdict=Verdict.APPROVED),
    QueueView.AWAITING: QueueQuery(states=frozenset({ClaimState.AWAITING_SUPERVISOR})),
    QueueView.DONE: QueueQuery(states=SETTLED_STATES),
    QueueView.AWAY: QueueQuery(states=AWAY_STATES),
}


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """A view of the queue narrowed by words and by a submission."""

    view: QueueView = QueueView.OPEN
    text: str = ""
    submission: int | None = None

    def query(self) -> QueueQuery:
        """Return the question to the store."""
        return replace(VIEWS[self.view], text=self.text, submission=self.submission)


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many claims each view holds, within the words and the submission of the filter; and the submissions."""

    views: Mapping[QueueView, int]
    submissions: tuple[QueueCount, ...]


def page(office: Office, wanted: QueueFilter, after: QueueRow | None = None) -> tuple[QueueRow, ...]:
    """Return the first rows of a filter, or those after a row; fewer than `PAGE` are the last."""
    with office.read() as view:
        return view.claims.page(wanted.query(), after, PAGE)


def counts(office: Office, wanted: QueueFilter) -> QueueCounts:
    """Return the counts beside the views."""
    with office.read() as view:
        return QueueCounts(
            views={name: view.claims.count(replace(wanted, view=name).query()) for name in QueueView},
            submissions=view.claims.counts_by(QueueGroup.SUBMISSION, QueueQuery()),
        )
