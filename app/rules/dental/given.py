"""What a patient was given before a line, as the limits of items 6, 10 and 13 to 15 count it.

Rows of the history (the file's, the office's, of earlier claims of the submission), lines that stand earlier in the
claim, and lines of an earlier day in claims that stand later.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import date_text, number
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.dental.terms import DENTAL, arches
from app.rules.outcomes import Keep, Outcomes, Reject
from app.rules.past import past_of_group

Alike = Callable[[Service, Service], bool]


@dataclass(frozen=True, slots=True)
class Given:
    """A service that was given: `units` of it, in the arches of the fact `arch` where that is known.

    `later_claim` stands on lines of a claim that stands later: they count only from the next day on.
    """

    day: JalaliDate
    service: Service
    units: Fraction
    arches: frozenset[str] | None = None
    line: CaseLine | None = None
    later_claim: bool = False

    def before(self, line: CaseLine) -> bool:
        """Tell whether it was given before a line: on an earlier day, or earlier in the session."""
        return self.day < line.day or (self.day == line.day and not self.later_claim)

    def within(self, years: int, line: CaseLine) -> bool:
        """Tell whether it lies less than so many rolling Jalali years before a line."""
        return self.before(line) and line.day < self.day.plus_years(years)

    @property
    def text(self) -> str:
        """How a person finds it: the line of the claim, or the day."""
        return f"ردیف {number(self.line.no)}" if self.line else date_text(self.day)


def given_before(case: Case, group: str) -> Iterator[Given]:
    """Yield what was given of a group outside the claim."""
    for row, service in past_of_group(case, group):
        named = arches(row.facts.get("arch", UNKNOWN))
        units = Fraction(row.quantity)
        yield Given(row.day, service, min(units, Fraction(len(named))) if named else units, named)
    for sibling in case.siblings(DENTAL):
        for line in () if sibling.earlier else sibling.case.live_lines:
            if line.group == group and line.service is not None:
                yield Given(line.day, line.service, line.quantity, arches(line.fact("arch")), later_claim=True)


def lines_by_day(case: Case, group: str) -> list[CaseLine]:
    """Return the live lines of a group in the order in which they were given."""
    return sorted((line for line in case.live_lines if line.group == group), key=lambda line: (line.day, line.no))


def keep_or_reject(line: CaseLine, units: Fraction, given: Iterable[Given], *facts: str) -> Outcomes:
    """Keep some units of a line, reject it where none is left; the steps show what was given before."""
    steps = tuple(Step("پیش‌تر داده شده", f"{past.service.title}، {past.text}") for past in given)
    if units <= 0:
        yield Reject(line, facts, steps=steps)
    elif units < line.quantity:
        yield Keep(line, facts, units=units, steps=steps)


def limited(case: Case, group: str, alike: Alike, limit: int, years: int | None = None) -> Outcomes:
    """Keep of each line what earlier services that are alike leave of a limit, in some years or in a lifetime.

    A once-in-a-lifetime service counts whenever it was given.
    """
    given = list(given_before(case, group))
    for line in lines_by_day(case, group):
        if line.service is None:
            continue
        near = [past for past in given if (_ever(past, line) if years is None else past.within(years, line))]
        same = [past for past in near if alike(past.service, line.service)]
        kept = min(line.quantity, max(Fraction(0), limit - units_of(same)))
        yield from keep_or_reject(line, kept, same)
        given.append(Given(line.day, line.service, kept, line=line))


def units_of(given: Iterable[Given]) -> Fraction:
    """Return how many units were given together."""
    return sum((past.units for past in given), Fraction(0))


def _ever(past: Given, line: CaseLine) -> bool:
    return past.before(line) or not past.later_claim
