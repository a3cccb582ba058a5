"""One question for claims, rules and services: whatever holds all the words, in any script and under any name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from app.domain.persian import fold
from app.domain.queue import QueueQuery, QueueRow
from app.domain.reference import Service
from app.domain.rulebook import RuleEntry
from app.rules.imaging.names import names_of_row
from app.services.clock import day_of
from app.services.office import Office

LIMIT = 8
NAMES_FIGURE = "imaging_service_names"

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Found:
    """The first finds of each kind; `names` are all names of the service that the words name (RAD-13)."""

    claims: tuple[QueueRow, ...] = ()
    rules: tuple[RuleEntry, ...] = ()
    services: tuple[Service, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.claims or self.rules or self.services or self.names)


class Finder:
    """Searches an office; rules and services are folded once."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, words: str) -> Found:
        """Return what holds all the words; nothing for no words."""
        wanted = fold(words)
        if not wanted:
            return Found()
        names = names_of_row(words, self._office.rulebook.figure(NAMES_FIGURE, day_of(self._office.clock())))
        with self._office.read() as view:
            claims = view.claims.page(QueueQuery(text=words), None, LIMIT)
        return Found(
            claims=claims,
            rules=_first(self._rules, {wanted}),
            services=_first(self._services, {wanted, *map(fold, names)}),
            names=names,
        )

    @cached_property
    def _rules(self) -> tuple[tuple[str, str, RuleEntry], ...]:
        entries = self._office.rulebook.values()
        return tuple((fold(e.id), fold(f"{e.id} {e.title} {e.clause} {e.wording}"), e) for e in entries)

    @cached_property
    def _services(self) -> tuple[tuple[str, str, Service], ...]:
        services = self._office.auditor.reference.search_services()
        return tuple((fold(s.code), fold(f"{s.code} {s.title}"), s) for s in services)


def _first(entries: Iterable[tuple[str, str, Entry]], names: Collection[str]) -> tuple[Entry, ...]:
    """Return the first entries that hold all words of one of the names; those with a name as their key come first."""
    found = [
        (key not in names, place, entry)
        for place, (key, text, entry) in enumerate(entries)
        if any(all(word in text for word in name.split()) for name in names)
    ]
    return tuple(entry for _other, _place, entry in sorted(found, key=lambda hit: hit[:2])[:LIMIT])
