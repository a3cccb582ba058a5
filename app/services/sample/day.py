"""A morning's work in the sample office, so that every role finds something to do; people and words are invented."""

from app.domain.office import ClaimState
from app.domain.queue import QueueQuery
from app.services.accounting import Accounting
from app.services.clock import day_of
from app.services.objections import ObjectedLine, Objections
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.review import Review
from app.services.sign_off import sign
from app.services.submission_sheets import hand_over
from app.services.workload import Workload

REPORTED = "limited_surgery"
"""The centre whose month is finished: reviewed, closed, reported, and objected to."""
IN_HAND = "imaging"
"""The centre whose month is being reviewed."""
OBJECTION = "مستندات این ردیف همراه پرونده بوده است (نمونه ساختگی)"
UPWARD = "کپی گزارش همراه سند است (نمونه ساختگی)"
RETURNED = "برگ دوم نسخه همراه سند نیست (نمونه ساختگی)"


def work_a_morning(office: Office, *, reviewer: Session, accountant: Session, supervisor: Session) -> None:
    """Let the sample's people finish one small month, begin a larger one, and leave something for the next person."""
    finished, begun = (_submission_of(office, kind) for kind in (REPORTED, IN_HAND))
    if finished is not None:
        _finish(office, finished, reviewer, accountant)
    if begun is not None:
        Workload(office, supervisor).assign(begun, reviewer.user.id)
        _begin(office, begun, reviewer)


def close_claims(office: Office, submission: int, *, reviewer: Session, accountant: Session) -> None:
    """Let two people sign each claim of a submission in which everything is in order."""
    review, accounting = Review(office, reviewer), Accounting(office, accountant)
    for number in _claims_of(office, submission):
        if _signed(office, review, reviewer, review.all_in_order(review.open(number))):
            accounting.sign(review.open(number))


def _submission_of(office: Office, kind: str) -> int | None:
    """Return the smallest submission whose number names a kind, None where there is none."""
    with office.read() as view:
        found = [one for one in view.submissions.list(office.dictionary) if kind in one.submission.id]
    return min(found, key=lambda one: one.claims).id if found else None


def _claims_of(office: Office, submission: int) -> tuple[int, ...]:
    with office.read() as view:
        return tuple(row.id for row in view.claims.page(QueueQuery(submission=submission)))


def _finish(office: Office, submission: int, reviewer: Session, accountant: Session) -> None:
    """Review, close and report a month, to which its centre objects."""
    review, numbers = Review(office, reviewer), _claims_of(office, submission)
    close_claims(office, submission, reviewer=reviewer, accountant=accountant)
    if all(review.open(number).state is ClaimState.CLOSED for number in numbers):
        today = day_of(office.clock())
        hand_over(office, reviewer, submission, today)
        Objections(office, reviewer).record(numbers[0], [ObjectedLine(1, OBJECTION)], today)


def _begin(office: Office, submission: int, reviewer: Session) -> None:
    """Sign two claims of a month, let one wait for the supervisor, and return one to its centre."""
    review = Review(office, reviewer)
    plain = overridden = returned = False
    for number in reversed(_claims_of(office, submission)):  # the first ones are left for whoever tries the desk
        now = review.open(number)
        if now.settlement.open_queries:
            if not returned:
                review.send_away(now, ClaimState.RETURNED, RETURNED)
                returned = True
        elif (cut := _cut_line(now)) is not None:
            if not overridden:
                raised = review.set_amount(now, cut, now.line(cut).amount, UPWARD)
                overridden = _signed(office, review, reviewer, raised)
        elif not plain:
            plain = _signed(office, review, reviewer, now)
        if plain and overridden and returned:
            return


def _cut_line(open_claim: OpenClaim) -> int | None:
    """Return a line from which something is taken and something left, None where there is none."""
    lines = open_claim.settlement.lines
    return next((line.no for line in lines if 0 < line.approved < line.claimed), None)


def _signed(office: Office, review: Review, reviewer: Session, now: OpenClaim) -> bool:
    """Sign a claim that may be signed, and tell whether it was."""
    if now.may_be_signed:
        sign(office, reviewer, review.open(now.id))
    return now.may_be_signed
