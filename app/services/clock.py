"""The one place where the time of day comes from; everything below is handed its times."""

from collections.abc import Callable
from datetime import UTC, datetime

from app.domain.dates import JalaliDate

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the time of the machine, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a moment as the store keeps it: ISO, UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def day_of(moment: datetime) -> JalaliDate:
    """Return the Jalali day of a moment where the machine stands."""
    return JalaliDate.from_gregorian(moment.astimezone().date())
