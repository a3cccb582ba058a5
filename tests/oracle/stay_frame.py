"""What the three parts on hospital bills share: minutes, months, ages, and the lines of one anesthesia."""

import jdatetime

from tests.oracle.days import Day, date_of, day_in, last_day, month_after, month_of
from tests.oracle.paper import Entry, Paper

OF_A_SESSION = frozenset({"surgery", "assistant", "anesthesia", "operating_room"})
PUBLIC = frozenset({"public_university", "public_other"})
Minute = int


def minute(moment: str) -> Minute:
    """A moment as a count of minutes."""
    date = date_of(moment[:10])
    hours, minutes = moment[11:16].split(":")
    return (int(jdatetime.date.toordinal(date)) * 24 + int(hours)) * 60 + int(minutes)


def months_after(day: Day, count: int) -> Day:
    """The same day so many months later, or that month's last day."""
    month = month_after(month_of(day), count)
    return min(day_in(month, int(day[8:])), last_day(month))


def same_session(first: Entry, second: Entry) -> bool:
    """Whether two lines are of one anesthesia: one day, and one value of the grouping fact or none."""
    return first.day == second.day and first.fact("anesthesia_session") == second.fact("anesthesia_session")


def session_of(paper: Paper, entry: Entry, *sections: str) -> list[Entry]:
    """The lines of an anesthesia that nothing has taken yet, of these sections."""
    return [
        other
        for other in paper.entries
        if other.section in (sections or OF_A_SESSION) and not other.gone and same_session(entry, other)
    ]
