"""The axis of a time line: it runs from the beginning of a line of writing, so in Persian from the right."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.domain.dates import Moment
from app.services.stay.times import plus_minutes

HOUR, DAY = 60, 24 * 60
MINUTES, HOURS, DAYS = (10, 15, 30), (1, 2, 3, 6, 12), (1, 2, 5, 10, 30, 90, 365)
STEPS = (*MINUTES, *(hours * HOUR for hours in HOURS), *(days * DAY for days in DAYS))


@dataclass(frozen=True, slots=True)
class Axis:
    """Maps moments from `start` on to pixels between `left` and `left + width`; `mirrored` runs from the right."""

    start: Moment
    minutes: int
    left: float
    width: float
    mirrored: bool

    def x(self, moment: Moment) -> float:
        """Return where a moment stands; one outside the axis at its nearer end."""
        share = min(max(moment.minutes_since(self.start) / max(self.minutes, 1), 0.0), 1.0)
        return self.left + self.width * (1 - share if self.mirrored else share)

    def room(self, start: Moment, end: Moment, top: float, height: float) -> QRectF:
        """Return the rectangle between two moments."""
        near, far = sorted((self.x(start), self.x(end)))
        return QRectF(near, top, max(far - near, 2.0), height)

    @property
    def in_days(self) -> bool:
        """Tell whether the axis runs over whole days."""
        return self.minutes % DAY == 0 and self.start.hour == self.start.minute == 0

    def ticks(self, least: float) -> Iterator[Moment]:
        """Yield the moments of the ticks, at least so many pixels apart: whole days, or on the clock parts of one."""
        per_minute = self.width / max(self.minutes, 1)
        steps = [step for step in STEPS if step >= DAY or not self.in_days]
        step = next((step for step in steps if step * per_minute >= least), STEPS[-1])
        into_day = self.start.hour * HOUR + self.start.minute
        first = -into_day % step if step < DAY else -into_day % DAY
        for after in range(first, self.minutes + 1, step):
            yield plus_minutes(self.start, after)
