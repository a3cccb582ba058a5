"""The journeys of a patient: what a travel claim's lines are, and which sendings came before it (TRV, definitions)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.domain.claim import ClaimKind, PastService
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer, Facts
from app.rules.case import Case, CaseLine
from app.rules.general.terms import day_of
from app.rules.past import service_of
from app.rules.registry import on

SECTION = "travel"
FARE, LODGING = "travel_fare", "travel_lodging"
COMPANION_FARE, COMPANION_LODGING = "companion_fare", "companion_lodging"
FARES = frozenset({FARE, COMPANION_FARE})
LODGINGS = frozenset({LODGING, COMPANION_LODGING})
COMPANIONS = frozenset({COMPANION_FARE, COMPANION_LODGING})
TRAVEL_GROUPS = FARES | LODGINGS


def is_travel_line(line: CaseLine) -> bool:
    """Tell whether a line is one of the four that a travel claim pays."""
    return line.section == SECTION and line.group in TRAVEL_GROUPS


ON_FARES = on(groups=FARES, where=is_travel_line)
ON_COMPANIONS = on(groups=COMPANIONS, where=is_travel_line)


@dataclass(frozen=True, slots=True)
class Sending:
    """One journey there and home again, by the day on which it begins, with what each row of that day tells of it."""

    day: JalaliDate
    told: tuple[Facts, ...]

    def is_told(self, fact: str, value: Answer) -> bool:
        """Tell whether a row of the day gives a fact this value, in whatever order the rows stand."""
        return any(facts.get(fact) == value for facts in self.told)


def first_days(trips: Mapping[JalaliDate, Fraction]) -> tuple[JalaliDate, ...]:
    """Return the days on which sendings begin.

    `trips` are the one-way trips of each day. A day with one trip in all that follows such a day is the way home,
    unless that day is itself one.
    """
    begun: list[JalaliDate] = []
    waits_for_return = False
    for day in sorted(trips):
        alone = trips[day] == 1
        if alone and waits_for_return:
            waits_for_return = False
        else:
            begun.append(day)
            waits_for_return = alone
    return tuple(begun)


def sendings_of_claim(case: Case) -> tuple[JalaliDate, ...]:
    """Return the days on which the sendings of the claim begin; a claim without a fare is one sending."""
    trips: dict[JalaliDate, Fraction] = {}
    for line in _fares(case):
        trips[line.day] = trips.get(line.day, Fraction(0)) + Fraction(line.line.quantity)
    return first_days(trips) or (case.day,)


def _fares(case: Case) -> Iterator[CaseLine]:
    return (line for line in case.lines if line.section == SECTION and line.group == FARE)


def place_of_line(case: Case, line: CaseLine) -> int:
    """Return which sending of the claim a line belongs to, from 1: the last that begins by its day, else the first."""
    begun = case.once(sendings_of_claim)
    return max(1, sum(day <= line.day for day in begun))


def earlier_sendings(case: Case) -> tuple[Sending, ...]:
    """Return the sendings before the claim: in its history and in the submission's travel claims of earlier days.

    A claim of the submission stands on its service day. What it is paid is in the history too: where none of its fares
    is of the service day, those rows are the journey, which counts once.
    """
    rows = [row for row in case.history if _is_fare(case, row) and row.day < case.day]
    told = [(row.day, row.facts) for row in rows]
    begun, held = set(_begun_in_history(rows)), {row.day for row in rows}
    for sibling in case.siblings({ClaimKind.TRAVEL}):
        day = sibling.case.service_day
        fares = {fare.day for fare in _fares(sibling.case)}
        on_other_days = day not in fares and not fares.isdisjoint(held)
        if day is not None and day < case.day and not on_other_days:
            begun.add(day)
            told.append((day, sibling.case.claim.facts))
    return tuple(Sending(day, tuple(facts for own, facts in told if own == day)) for day in sorted(begun))


def _is_fare(case: Case, row: PastService) -> bool:
    service = service_of(case, row)
    return service is not None and service.group == FARE


def _begun_in_history(rows: Iterable[PastService]) -> tuple[JalaliDate, ...]:
    """Return the days on which sendings of the history begin; a row without a quantity is a whole journey."""
    trips: dict[JalaliDate, Fraction] = {}
    for row in rows:
        count = Fraction(row.quantity) if row.quantity_given else Fraction(2)
        trips[row.day] = trips.get(row.day, Fraction(0)) + count
    return first_days(trips)


def is_repeated(case: Case) -> Answer:
    """Tell whether the patient was sent before; without a word of it, the history may leave it open."""
    told = case.fact("repeat_sending")
    if told is not UNKNOWN:
        return told
    return UNKNOWN if case.once(earlier_sendings) else False


def is_available(case: Case) -> Answer:
    """Tell whether the patient's own town has the service on the day of the journey; from a known day on it has."""
    since = day_of(case.fact("available_since"))
    if since is not None:
        return since <= case.day
    return case.fact("available_locally")


def is_course(case: Case) -> Answer:
    """Tell whether the patient is sent for a course of treatment under one protocol."""
    course = case.fact("course_treatment")
    return UNKNOWN if course is UNKNOWN else course != "none"


def in_course(case: Case) -> bool:
    """Tell whether the claim is a further session of a course (TRV-12d)."""
    return case.fact("repeat_sending") is True and is_course(case) is True
