"""What the list of the work in hand says of a submission: each deadline in words, never by its colour alone."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.domain.persian import date_text, month_text, persian_digits, rials
from app.services.presence import hour_of
from app.services.workload import AtWork, SubmissionInHand
from app.ui.bill.names import FUNDS, name_of
from app.ui.text import identifier

SOON_DAYS = 7
translate = QCoreApplication.translate


class Urgency(StrEnum):
    """How near the deadline of a submission is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    NONE = "none"


def urgency_of(row: SubmissionInHand) -> Urgency:
    """Return how near the deadline is; the last seven days are soon."""
    if row.days_left is None:
        return Urgency.NONE
    if row.overdue:
        return Urgency.OVERDUE
    return Urgency.SOON if row.days_left <= SOON_DAYS else Urgency.LATER


def deadline_text(row: SubmissionInHand) -> str:
    """Return the last day of the assessment and how far it is."""
    if row.deadlines is None or row.days_left is None:
        return translate("workload", "بی‌مهلت")
    text = translate("workload", "مهلت {day} — {left}")
    return text.format(day=date_text(row.deadlines.assessment), left=days_left_text(row.days_left))


def days_left_text(left: int) -> str:
    """Return how many days are left, or how many have gone by since."""
    if not left:
        return translate("workload", "امروز")
    gone, still = translate("workload", "{days} روز گذشته"), translate("workload", "{days} روز مانده")
    return (gone if left < 0 else still).format(days=persian_digits(abs(left)))


def centre_text(row: SubmissionInHand) -> str:
    """Return the centre's name, or its number where it has none."""
    return row.submission.provider.name or identifier(row.submission.provider.id)


def request_text(row: SubmissionInHand) -> str:
    """Return number, month and fund of a request."""
    parts = [identifier(row.submission.id), month_text(row.submission.month)]
    if row.submission.fund:
        parts.append(name_of(FUNDS, row.submission.fund))
    return " · ".join(parts)


def claimed_text(row: SubmissionInHand) -> str:
    """Return what the centre asks for."""
    return translate("workload", "{amount} ریال").format(amount=rials(row.claimed))


def states_text(row: SubmissionInHand) -> str:
    """Return how many claims have come how far; of those that lie elsewhere only where there are any."""
    parts = [
        (translate("workload", "باز {count}"), row.open),
        (translate("workload", "امضاشده {count}"), row.signed),
        (translate("workload", "بسته {count}"), row.closed),
    ]
    if row.away:
        parts.append((translate("workload", "برگشتی {count}"), row.away))
    return " · ".join(text.format(count=persian_digits(count)) for text, count in parts)


def age_text(row: SubmissionInHand) -> str:
    """Return how long the submission has been here, since when, and whether the centre was late with it."""
    text = translate("workload", "{days} روز از تحویل")
    if not row.delivery_is_known:
        text = translate("workload", "{days} روز از ورود (روز تحویل نوشته نشده)")
    elif row.delivered_late:
        text = translate("workload", "{days} روز از تحویل، پس از مهلت مرکز")
    return text.format(days=persian_digits(row.age))


def reviewer_text(row: SubmissionInHand) -> str:
    """Return whose work it is."""
    return row.reviewer.full_name if row.reviewer else translate("workload", "واگذار نشده")


def spoken(row: SubmissionInHand) -> str:
    """Return everything of a row as one text, for who listens instead of looking."""
    texts = centre_text, request_text, deadline_text, states_text, age_text, claimed_text, reviewer_text
    return "، ".join(text(row) for text in texts)


def at_work_text(one: AtWork) -> str:
    """Return who has which claim on the desk since when."""
    text = translate("workload", "{person}: سند {number}، از ساعت {hour}")
    return text.format(person=one.person.full_name, number=identifier(one.claim_number), hour=hour_of(one.since))
