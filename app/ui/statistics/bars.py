"""What a chart shows: bars with a name, a length, their figures in words, and what lies behind them."""

from dataclasses import dataclass
from enum import Enum, auto

from app.domain.statistics import Behind
from app.ui.text import without_bidi_marks


class Tone(Enum):
    """How a bar or a part of it is drawn; each is told from the others in grey too, by its pattern."""

    PLAIN = auto()
    SOLID = auto()
    MIDDLE = auto()
    HATCHED = auto()
    DOTTED = auto()
    EMPTY = auto()


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its length, how it is drawn, and what it says."""

    length: int
    tone: Tone
    said: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart.

    `name` and `detail` say what it is, `figure` its length in words, `note` what else there is to know, in one line.
    `length` may be of any unit; below zero nothing is drawn. `segments` part it where it is made of several things.
    `behind` are the documents to which it leads; of a document its number in the office.
    """

    name: str
    length: int
    figure: str
    detail: str = ""
    note: str = ""
    behind: Behind | int | None = None
    segments: tuple[Segment, ...] = ()

    @property
    def parts(self) -> tuple[Segment, ...]:
        """What is drawn, one part after another."""
        return self.segments or (Segment(max(self.length, 0), Tone.PLAIN),)

    @property
    def spoken(self) -> str:
        """All of it in one line, for reading aloud."""
        return "؛ ".join(self._said())

    @property
    def hint(self) -> str:
        """All of it, one thing a line."""
        return "\n".join(self._said())

    def _said(self) -> list[str]:
        parts = (segment.said for segment in self.segments if segment.length)
        texts = (self.name, self.detail, self.figure, self.note, *parts)
        return [without_bidi_marks(text) for text in texts if text]
