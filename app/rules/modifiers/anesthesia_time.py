"""Time of anesthesia and recovery in units (modifiers 39 and 42), and the times of surgery that both are read from."""

from dataclasses import dataclass

from app.domain.dates import Moment
from app.domain.facts import Answer
from app.rules.case import Case, CaseLine
from app.rules.modifiers.sessions import Session

START, END = "surgery_start", "surgery_end"


@dataclass(frozen=True, slots=True)
class Surgery:
    """When the surgery of a session began and ended, by the surgeon's note."""

    start: Moment
    end: Moment

    @property
    def minutes(self) -> int:
        """The minutes of surgery, without the quarters of an hour of anesthesia before and after it."""
        return self.end.minutes_since(self.start)


def surgery_times(session: Session, line: CaseLine) -> Surgery | None:
    """Return the times on an anesthesia line, else the earliest start and latest end of the session's surgery lines.

    None where one of them is unknown or the end lies before the start (MOD-41a).
    """
    start = _moment(line.fact(START)) or min(_moments(session, START), default=None)
    end = _moment(line.fact(END)) or max(_moments(session, END), default=None)
    if start is None or end is None or end < start:
        return None
    return Surgery(start, end)


def _moments(session: Session, fact: str) -> list[Moment]:
    return [moment for line in session.surgery if (moment := _moment(line.fact(fact))) is not None]


def _moment(answer: Answer) -> Moment | None:
    return answer if isinstance(answer, Moment) else None


def anesthesia_minutes(case: Case, surgery: Surgery) -> int:
    """Return the minutes from a quarter of an hour before to a quarter after the surgery (MOD-42d)."""
    return surgery.minutes + 2 * int(case.figure("anesthesia_margin_minutes"))


def time_units(case: Case, minutes: int) -> int:
    """Return the time units: quarters of an hour for four hours, tens of minutes after; five minutes left count."""
    first, quarter, ten, enough = (
        int(case.figure(name))
        for name in (
            "anesthesia_first_minutes",
            "anesthesia_first_unit_minutes",
            "anesthesia_later_unit_minutes",
            "anesthesia_remainder_minutes",
        )
    )
    early, late = min(minutes, first), max(0, minutes - first)
    return _units(early, quarter, enough) + _units(late, ten, enough)


def recovery_units(case: Case, surgery: Surgery) -> int:
    """Return the units of recovery: one an hour of surgery, half an hour counts, at most four (MOD-39a, b, h)."""
    hour, half, ceiling = (
        int(case.figure(name))
        for name in ("recovery_unit_minutes", "recovery_remainder_minutes", "recovery_ceiling_units")
    )
    return min(_units(surgery.minutes, hour, half), ceiling)


def _units(minutes: int, length: int, enough: int) -> int:
    whole, rest = divmod(minutes, length)
    return whole + (rest >= enough)
