"""Work in hand: the submissions that are not closed yet, when each is due, whose work it is, and who is at what now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.claim import Submission
from app.domain.dates import JalaliDate
from app.domain.deadlines import Deadlines, deadlines
from app.domain.money import Rial
from app.domain.office import AWAY_STATES, OPEN_STATES, ClaimState, ImportedSubmission, Role, User
from app.domain.rights import Action
from app.errors import UseError
from app.services.clock import day_of
from app.services.office import Office
from app.services.people import Session
from app.services.presence import heard_since
from app.services.rights import expect_right
from app.store.transactions import OfficeChange, OfficeView

UNDER_REVIEW = OPEN_STATES | {ClaimState.OBJECTED}
NO_DAY = JalaliDate(9000, 1, 1)
"""After every deadline: what has none comes last."""


@dataclass(frozen=True, slots=True)
class SubmissionInHand:
    """One submission with what is left to do on it; `claimed` in rials, the counts in claims.

    `came_on` is the day of delivery, or that of the import where the centre's file names none (`delivery_is_known`);
    `age` counts the days since. `reviewer` None has nobody's name on it.
    """

    id: int
    submission: Submission
    claimed: Rial
    open: int
    signed: int
    away: int
    closed: int
    came_on: JalaliDate
    delivery_is_known: bool
    deadlines: Deadlines | None
    age: int
    days_left: int | None
    reviewer: User | None = None

    @property
    def delivered_late(self) -> bool:
        """Tell whether the centre delivered after its own deadline."""
        return self.delivery_is_known and self.deadlines is not None and self.came_on > self.deadlines.delivery

    @property
    def overdue(self) -> bool:
        """Tell whether its assessment is due since yesterday or longer."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, slots=True)
class AtWork:
    """A claim that lies on somebody's desk now, `since` an ISO time in UTC."""

    person: User
    claim_id: int
    claim_number: str
    submission_id: int
    since: str


class Workload:
    """Work in hand as one signed-in person sees it and, being a supervisor, shares it out."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def in_hand(self) -> tuple[SubmissionInHand, ...]:
        """Return the submissions with claims that are not closed, those that are due first before the others."""
        today = day_of(self._office.clock())
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            states, reviewers = view.claims.states_by_submission(), view.assignments.all()
            people = {user.id: user for user in view.users.list()}
            imported = view.submissions.list(self._office.dictionary)
        rows = [
            _in_hand(self._office, one, states[one.id], people.get(reviewers.get(one.id, 0)), today)
            for one in imported
            if set(states.get(one.id, ())) - {ClaimState.CLOSED}
        ]
        return tuple(sorted(rows, key=lambda row: (_due(row.deadlines), row.id)))

    def reviewers(self) -> tuple[User, ...]:
        """Return the people to whom a submission may be given."""
        with self._office.read() as view:
            return tuple(user for user in view.users.list() if user.active and Role.REVIEWER in user.roles)

    def assign(self, submission_id: int, reviewer: int | None) -> None:
        """Give a submission to a reviewer in place of the one before, or to nobody; raises UseError."""
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.ASSIGN, now=unit)
            if reviewer is not None:
                person = unit.users.get(reviewer)
                if not person.active or Role.REVIEWER not in person.roles:
                    raise UseError(f"{person.full_name} کارشناس رسیدگی این دفتر نیست. کس دیگری را برگزینید.")
            if unit.assignments.all().get(submission_id) != reviewer:
                unit.assignments.assign(submission_id, reviewer)

    def at_work(self) -> tuple[AtWork, ...]:
        """Return who has which claim on the desk now, whoever began first before the others."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            people = {user.id: user for user in view.users.list()}
            found = [
                AtWork(
                    people[there.user_id],
                    there.claim_id,
                    view.claims.get(there.claim_id, self._office.dictionary).claim.id,
                    view.claims.standing(there.claim_id).submission_id,
                    there.since,
                )
                for there in view.desks.at_work(heard_since(self._office))
            ]
        return tuple(sorted(found, key=lambda one: (one.since, one.claim_id)))


def due_order(office: Office, view: OfficeView | OfficeChange, reviewer: int) -> tuple[int, ...]:
    """Return the submissions of a reviewer in the order in which they are due."""
    due: dict[int, JalaliDate] = {}
    for number, person in view.assignments.all().items():
        if person == reviewer:
            imported = view.submissions.get(number, office.dictionary)
            due[number] = _due(deadlines(imported.submission, _came_on(imported), office.rulebook))
    return tuple(sorted(due, key=lambda number: (due[number], number)))


def _due(found: Deadlines | None) -> JalaliDate:
    return NO_DAY if found is None else found.assessment


def _came_on(imported: ImportedSubmission) -> JalaliDate:
    """Return the day of delivery, or that of the import where nobody wrote it down."""
    return imported.submission.delivered_on or day_of(datetime.fromisoformat(imported.imported_at))


def _in_hand(
    office: Office,
    imported: ImportedSubmission,
    states: Mapping[ClaimState, int],
    reviewer: User | None,
    today: JalaliDate,
) -> SubmissionInHand:
    came_on = _came_on(imported)
    due = deadlines(imported.submission, came_on, office.rulebook)
    under_review = sum(count for state, count in states.items() if state in UNDER_REVIEW)
    away = sum(count for state, count in states.items() if state in AWAY_STATES)
    closed = states.get(ClaimState.CLOSED, 0)
    return SubmissionInHand(
        id=imported.id,
        submission=imported.submission,
        claimed=imported.claimed,
        open=under_review,
        signed=imported.claims - under_review - away - closed,
        away=away,
        closed=closed,
        came_on=came_on,
        delivery_is_known=imported.submission.delivered_on is not None,
        deadlines=due,
        age=today.ordinal - came_on.ordinal,
        days_left=None if due is None else due.assessment.ordinal - today.ordinal,
        reviewer=reviewer,
    )
