"""The rule book as data: every rule of the catalogue with its clause and wording, and the dated figures rules use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate
from app.domain.findings import Effect


class Decides(StrEnum):
    """Who decides a rule: coded data, facts read off the paper, or only a person's judgement."""

    AUTO = "auto"
    PAPER = "paper"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One rule of the catalogue; `wording` is the Persian sentence that a centre reads.

    `unclear` is the note on an ambiguous source: the reading taken, and that another is possible.
    """

    id: str
    area: str
    clause: str
    source: str
    title: str
    wording: str
    kinds: frozenset[ClaimKind]
    decides: Decides
    effect: Effect
    facts: tuple[str, ...] = ()
    unclear: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A threshold, date or list of codes that a rule uses, with its source and its value from each date on."""

    name: str
    source: str
    values: tuple[tuple[JalaliDate, Any], ...]
    unit: str = ""

    def on(self, day: JalaliDate) -> Any:
        """Return the value in force on a day; before the first date, the first value."""
        found = self.values[0][1]
        for start, value in self.values:
            if start <= day:
                found = value
        return found


class Rulebook(Mapping[str, RuleEntry]):
    """All entries by id, in the order of the catalogue, and the dated figures by name."""

    def __init__(self, entries: Iterable[RuleEntry], figures: Iterable[DatedFigure], version: str) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._figures = {figure.name: figure for figure in figures}
        self.version = version

    def __getitem__(self, rule_id: str) -> RuleEntry:
        return self._entries[rule_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def figure(self, name: str, day: JalaliDate) -> Any:
        """Return a dated figure as it stands on a day; raises KeyError for a name that no data file holds."""
        return self._figures[name].on(day)

    @property
    def figures(self) -> Mapping[str, DatedFigure]:
        """The dated figures by name."""
        return self._figures
