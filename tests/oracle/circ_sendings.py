"""What counts as one journey of a patient: there and home again, in a claim, in the history and in the submission."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.oracle.circ_terms import service_day
from tests.oracle.judge import at_end
from tests.oracle.paper import Entry, Paper

ONE_WAY = Fraction(1)


@dataclass(frozen=True)
class Sending:
    """A journey that began on a day, with what is told of it: more than once where several rows name the day."""

    day: str
    told: tuple[dict[str, Any], ...]

    def is_told(self, fact: str, value: Any) -> bool:
        return any(facts.get(fact) == value for facts in self.told)


def beginnings(trips: dict[str, Fraction | None]) -> list[str]:
    """The days on which journeys begin: all but the ways home. A day without a number of trips is a whole journey."""
    found: list[str] = []
    open_way = False
    for day in sorted(trips):
        one_way = trips[day] == ONE_WAY
        if one_way and open_way:
            open_way = False
            continue
        found.append(day)
        open_way = one_way
    return found


def fare_days(entries: list[Entry]) -> dict[str, Fraction | None]:
    trips: dict[str, Fraction | None] = {}
    for entry in entries:
        if entry.section == "travel" and entry.group == "travel_fare":
            trips[entry.day] = (trips.get(entry.day) or Fraction()) + entry.quantity
    return trips


def sendings_of(paper: Paper) -> list[str]:
    """The first days of the journeys of a claim; a claim without fares is one."""
    return beginnings(fare_days(paper.entries)) or [service_day(paper)]


def is_fare(paper: Paper, row: dict[str, Any]) -> bool:
    code = row.get("code")
    service = paper.books.service(code, row["date"]) or paper.books.service(code, service_day(paper)) or {}
    return service.get("group") == "travel_fare" and row["date"] < service_day(paper)


def siblings(paper: Paper) -> Iterator[tuple[int, Paper]]:
    """The patient's other claims of the submission."""
    for number, claim in enumerate(paper.file["claims"]):
        if claim["patient"]["id"] == paper.patient["id"] and number != paper.index:
            yield number, Paper(paper.file, number, paper.books)


def past_rows(paper: Paper) -> Iterator[dict[str, Any]]:
    """The history of a claim, and what the earlier claims of the submission are paid for."""
    yield from paper.claim.get("history") or []
    for number, other in siblings(paper):
        if other.place < paper.place and any(entry.group == "travel_fare" for entry in other.entries):
            for entry in at_end(paper, number).alive():
                told = other.claim.get("facts", {}) | entry.document.get("facts", {})
                yield {"date": entry.day, "code": entry.code, "qty": entry.units, "facts": told}


def earlier_sendings(paper: Paper) -> list[Sending]:
    """The journeys of the past, and the days of the submission's earlier travel claims; one for each date.

    Of a claim whose fares are all of other days, which the past holds already, its own day is no further journey.
    """
    rows = [row for row in past_rows(paper) if is_fare(paper, row)]
    trips: dict[str, Fraction | None] = {}
    for row in rows:
        before = trips.get(row["date"], Fraction())
        whole = before is None or row.get("qty") is None
        trips[row["date"]] = None if whole else (before or Fraction()) + Fraction(str(row["qty"]))
    told = [(row["date"], row.get("facts") or {}) for row in rows]
    begun = set(beginnings(trips))
    for _, other in siblings(paper):
        own = fare_days(other.entries).keys()
        moved = other.day not in own and trips.keys() & own
        if other.kind == "travel" and other.day and other.day < service_day(paper) and not moved:
            begun.add(other.day)
            told.append((other.day, other.claim.get("facts", {})))
    return [Sending(day, tuple(facts for own, facts in told if own == day)) for day in sorted(begun)]
