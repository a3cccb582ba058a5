"""Until when a centre may object: fifteen days from its performance report on, counted on the Jalali calendar.

The first part of the handbook (24-1-6) gives a centre fifteen days after it received the report of its performance. The
day on which the report is handed over does not count, the fifteenth day after it is still in time. Where a report was
handed over more than once, the days run from the latest time; a letter that came in between answers the earlier one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.dates import JalaliDate
from app.domain.persian import date_text

CLAUSE = "بخش اول، بند ۲۴-۱-۶"
DAYS_FIGURE = "objection_days"
"""The dated figure of the rule book that says how many days there are."""
OBJECTION_RULE = "GEN-24"
"""The rule of the catalogue that gives the centre these days; an answer to an objection is a word on it."""


@dataclass(frozen=True, slots=True)
class ObjectionPeriod:
    """The time in which objections are accepted: from the first handover to the last day after the latest one."""

    first_handed_on: JalaliDate
    handed_on: JalaliDate
    last_day: JalaliDate

    def days_left(self, day: JalaliDate) -> int:
        """Return how many days are left after a day; below zero when the time has passed."""
        return self.last_day.ordinal - day.ordinal


def objection_period(
    handed_on: Iterable[JalaliDate], days_allowed: Callable[[JalaliDate], int]
) -> ObjectionPeriod | None:
    """Return the period that handovers of a report opened, None where it was never handed over.

    Args:
        handed_on: the days on which the report was handed over, in any order.
        days_allowed: how many days the handbook in force on a day of handover gives.
    """
    days = sorted(handed_on)
    if not days:
        return None
    return ObjectionPeriod(days[0], days[-1], days[-1].plus_days(days_allowed(days[-1])))


def why_not_accepted(period: ObjectionPeriod | None, received_on: JalaliDate, today: JalaliDate) -> str | None:
    """Return why an objection is not accepted, as a Persian sentence with the dates; None where it is in time."""
    received = date_text(received_on)
    if received_on > today:
        return f"تاریخ دریافت اعتراض ({received}) هنوز نرسیده است؛ امروز {date_text(today)} است. تاریخ را اصلاح کنید."
    if period is None:
        return (
            "گزارش عملکردی که نتیجه این سند در آن باشد هنوز به مرکز تحویل نشده است و مهلت اعتراض آغاز نشده؛"
            " نخست گزارش را تحویل دهید و روز آن را ثبت کنید."
        )
    if received_on < period.first_handed_on:
        return (
            f"اعتراض در {received} دریافت شده، ولی گزارش عملکرد در {date_text(period.first_handed_on)} به مرکز تحویل"
            " شده است؛ تاریخ دریافت را اصلاح کنید."
        )
    if received_on > period.last_day:
        return (
            f"مهلت اعتراض گذشته است: گزارش عملکرد در {date_text(period.handed_on)} تحویل شده، آخرین روز اعتراض"
            f" {date_text(period.last_day)} بوده و اعتراض در {received} دریافت شده است ({CLAUSE})."
        )
    return None
