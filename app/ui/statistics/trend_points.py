"""The months of a trend: which of them have anything to show, and where the others leave a gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.ui.statistics.bars import Bar


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A month: its bar, the part of the claimed sum that it is (None where nothing was claimed), and its two labels."""

    bar: Bar
    share: Fraction | None
    month: str
    year: str

    @property
    def empty(self) -> bool:
        """Tell whether there is no document of the month."""
        return self.share is None and not self.bar.length


def gaps(points: Sequence[TrendPoint]) -> list[range]:
    """Return the places of the months without a document, those in a row together."""
    found: list[range] = []
    for place, point in enumerate(points):
        if point.empty and found and found[-1].stop == place:
            found[-1] = range(found[-1].start, place + 1)
        elif point.empty:
            found.append(range(place, place + 1))
    return found
