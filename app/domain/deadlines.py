"""When the documents of a month are due: from the centre, and from the office that judges them.

A centre delivers the documents of a month by the 15th of the next one, a hospital by its end, and everybody those of
Esfand by the end of Farvardin (item 21-1-6). With the documents of a later month the centre receives the performance
report of the month three before it (item 24-1-6): by the last day of that delivery the assessment has to be done.
Documents that came late count as delivered with those of the first month for which they would have been in time.
"""

from dataclasses import dataclass

from app.domain.claim import Submission
from app.domain.dates import ESFAND, JalaliDate, JalaliMonth
from app.domain.rulebook import Rulebook

HOSPITAL = "hospital"
OUTPATIENT_DAY_FIGURE, REPORT_FIGURE = "outpatient_delivery_day", "report_after_months"


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last days of a submission: `delivery` binds the centre, `assessment` the office."""

    delivery: JalaliDate
    assessment: JalaliDate


def delivery_deadline(month: JalaliMonth, *, hospital: bool, outpatient_day: int) -> JalaliDate:
    """Return the last day on which the documents of a month are delivered in time.

    `outpatient_day` is the day of the next month by which outpatient documents are due.
    """
    following = month.plus(1)
    if hospital or month.month == ESFAND:
        return following.last_day
    return JalaliDate(following.year, following.month, outpatient_day)


def deadlines(submission: Submission, delivered_on: JalaliDate, rulebook: Rulebook) -> Deadlines | None:
    """Return the deadlines of a submission; None where no contract sets any, as with a reimbursement.

    Args:
        submission: what the centre asks for.
        delivered_on: the day on which the documents came, or that of their import where nobody wrote it.
        rulebook: gives the figures in force on the first day of the month.
    """
    if not submission.provider.contracted:
        return None
    first_day, hospital = submission.month.first_day, submission.provider.kind == HOSPITAL
    outpatient_day: int = rulebook.figure(OUTPATIENT_DAY_FIGURE, first_day)
    months_until_report: int = rulebook.figure(REPORT_FIGURE, first_day)

    def due(month: JalaliMonth) -> JalaliDate:
        return delivery_deadline(month, hospital=hospital, outpatient_day=outpatient_day)

    delivered_with = max(submission.month, delivered_on.jalali_month.plus(-2))
    while due(delivered_with) < delivered_on:
        delivered_with = delivered_with.plus(1)
    return Deadlines(due(submission.month), due(delivered_with.plus(months_until_report)))
