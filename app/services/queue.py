"""The queue as the desk shows it: a few named views with their counts, pages of rows, one row anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.findings import Verdict
from app.domain.office import AWAY_STATES, OPEN_STATES, SETTLED_STATES, ClaimState, Role
from app.domain.queue import QueueCount, QueueGroup, QueueQuery, QueueRow, QueueSort
from app.services.office import Office
from app.services.workload import due_order

PAGE = 100
NOBODY = 0
"""No person's id: whoever asks so has no work of their own."""


class QueueView(StrEnum):
    """What a person looks for in the queue."""

    OPEN = "open"
    MINE = "mine"
    TO_ANSWER = "to_answer"
    TO_DEDUCT = "to_deduct"
    REJECTED = "rejected"
    CLEAN = "clean"
    AWAITING = "awaiting"
    DONE = "done"
    AWAY = "away"
    READY = "ready"
    IN_ACCOUNTING = "in_accounting"
    CLOSED = "closed"
    OBJECTED = "objected"
    EDITED = "edited"
    ALL = "all"


VIEWS: Mapping[QueueView, QueueQuery] = {
    QueueView.OPEN: QueueQuery(states=OPEN_STATES),
    QueueView.MINE: QueueQuery(states=OPEN_STATES, sort=QueueSort.DEADLINE),
    QueueView.TO_ANSWER: QueueQuery(states=OPEN_STATES, has_queries=True),
    QueueView.TO_DEDUCT: QueueQuery(states=OPEN_STATES, verdict=Verdict.ADJUSTED),
    QueueView.REJECTED: QueueQuery(states=OPEN_STATES, verdict=Verdict.REJECTED),
    QueueView.CLEAN: QueueQuery(states=OPEN_STATES, verdict=Verdict.APPROVED),
    QueueView.AWAITING: QueueQuery(
        states=frozenset({ClaimState.AWAITING_SUPERVISOR}), sort=QueueSort.DEPARTURE, ascending=False
    ),
    QueueView.DONE: QueueQuery(states=SETTLED_STATES),
    QueueView.AWAY: QueueQuery(states=AWAY_STATES),
    QueueView.READY: QueueQuery(states=frozenset({ClaimState.TECHNICALLY_DONE})),
    QueueView.IN_ACCOUNTING: QueueQuery(states=frozenset({ClaimState.IN_ACCOUNTING})),
    QueueView.CLOSED: QueueQuery(states=frozenset({ClaimState.CLOSED})),
    QueueView.OBJECTED: QueueQuery(states=frozenset({ClaimState.OBJECTED})),
    QueueView.EDITED: QueueQuery(edited_after_review=True),
    QueueView.ALL: QueueQuery(),
}
_EVERYBODY = frozenset({Role.REVIEWER, Role.SUPERVISOR, Role.ACCOUNTANT})
_REVIEWER, _ACCOUNTANT = frozenset({Role.REVIEWER}), frozenset({Role.ACCOUNTANT})
VIEW_ROLES: Mapping[QueueView, frozenset[Role]] = {
    QueueView.OPEN: _REVIEWER,
    QueueView.MINE: _REVIEWER,
    QueueView.TO_ANSWER: _REVIEWER,
    QueueView.TO_DEDUCT: _REVIEWER,
    QueueView.REJECTED: _REVIEWER,
    QueueView.CLEAN: _REVIEWER,
    QueueView.AWAITING: frozenset({Role.REVIEWER, Role.SUPERVISOR}),
    QueueView.DONE: _REVIEWER,
    QueueView.AWAY: _REVIEWER,
    QueueView.READY: _ACCOUNTANT,
    QueueView.IN_ACCOUNTING: _ACCOUNTANT,
    QueueView.CLOSED: _EVERYBODY,
    QueueView.OBJECTED: _EVERYBODY,
    QueueView.EDITED: frozenset({Role.SUPERVISOR}),
    QueueView.ALL: frozenset(),
}
"""Whose work each view shows, in the order of the views; a person's first view is where the day begins.

All claims are nobody's work; other pages show those of a submission so.
"""


def views_of(roles: frozenset[Role]) -> tuple[QueueView, ...]:
    """Return the views that concern somebody with these roles; none for who sees no claims."""
    return tuple(view for view in QueueView if VIEW_ROLES[view] & roles)


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """A view of the queue narrowed by words and by a submission."""

    view: QueueView = QueueView.OPEN
    text: str = ""
    submission: int | None = None

    def query(self, person: int = NOBODY) -> QueueQuery:
        """Return the question to the store; `person` is the one whose own work a view may show."""
        query = replace(VIEWS[self.view], text=self.text, submission=self.submission)
        return replace(query, assigned_to=person) if self.view is QueueView.MINE else query


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many claims each view holds, within the words and the submission of the filter; and the submissions."""

    views: Mapping[QueueView, int]
    submissions: tuple[QueueCount, ...]


def page(
    office: Office, wanted: QueueFilter, after: QueueRow | None = None, *, person: int = NOBODY
) -> tuple[QueueRow, ...]:
    """Return the first rows of a filter, or those after a row; fewer than `PAGE` are the last.

    Among open claims those that came back into review with a note come before the others.
    """
    query = wanted.query(person)
    with office.read() as view:
        if query.sort is QueueSort.DEADLINE:
            query = replace(query, due_order=due_order(office, view, person))
        if query.states != OPEN_STATES:
            return view.claims.page(query, after, PAGE)
        came_back = () if after else view.claims.page(replace(query, sent_back=True), None, PAGE)
        return (*came_back, *view.claims.page(replace(query, sent_back=False), after, PAGE))


def counts(
    office: Office, wanted: QueueFilter, views: Iterable[QueueView] = QueueView, *, person: int = NOBODY
) -> QueueCounts:
    """Return the counts beside these views."""
    with office.read() as view:
        return QueueCounts(
            views={name: view.claims.count(replace(wanted, view=name).query(person)) for name in views},
            submissions=view.claims.counts_by(QueueGroup.SUBMISSION, QueueQuery()),
        )
