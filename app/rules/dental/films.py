"""Item 3 with its notes: which films of a session are marked, repeated and within the limit; bitewing films."""

from collections.abc import Iterable
from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.persian import fold
from app.rules.case import Case, CaseLine
from app.rules.dental.terms import BITEWING, PERIAPICAL_ROW, SessionLine, sessions
from app.rules.outcomes import Ask, Keep, Outcomes, Reject
from app.rules.pricing import unit_price
from app.rules.registry import Phase, line_rule, on, rule, silent
from app.rules.tariffs import priced_as

FILM, SERIES, REGIONS = "dental_film", "dental_series", "film_regions"
FILMS = on(groups={FILM})


def regions_of(line: CaseLine) -> tuple[str, ...] | None:
    """Return the tooth and region of each marked film, comparable; None where nobody looked."""
    regions = line.fact(REGIONS)
    if regions is UNKNOWN or not isinstance(regions, tuple):
        return None
    return tuple(region for region in (fold(text).strip() for text in regions) if region)


def _marked(line: CaseLine) -> tuple[Fraction, tuple[str, ...]]:
    """Return how many of the claimed films count as marked, and their regions; unknown regions count as marked."""
    claimed, regions = Fraction(line.line.quantity), regions_of(line)
    if regions is None:
        return claimed, ()
    return min(claimed, Fraction(len(regions))), regions[: int(claimed)]


@line_rule("DEN-03a", Phase.COVER, FILMS)
def unmarked_films(_case: Case, line: CaseLine) -> Outcomes:
    """Keep the films whose tooth and region are written."""
    regions = regions_of(line)
    if regions is None:
        yield Ask(line, (REGIONS,))
    else:
        yield from _kept(line, Fraction(len(regions)), REGIONS)


def _kept(line: CaseLine, films: Fraction, *facts: str) -> Outcomes:
    if films <= 0:
        yield Reject(line, facts)
    elif films < line.quantity:
        yield Keep(line, facts, units=films)


def repeated_films(session: Iterable[SessionLine]) -> dict[CaseLine, Fraction]:
    """Return how many films of each line repeat an earlier one of the session: the same kind, the same region.

    Every periapical film beside a full series is a repetition, marked or not.
    """
    lines = [each.line for each in session]
    series = any(line.group == SERIES for line in lines)
    shown: set[tuple[bool, str]] = set()
    found: dict[CaseLine, Fraction] = {}
    for line in (line for line in lines if line.group == FILM):
        bitewing = line.attribute("film_kind") == BITEWING
        films, regions = _marked(line)
        if series and not bitewing:
            found[line] = films
            continue
        repeated = 0
        for region in regions:
            repeated += (bitewing, region) in shown
            shown.add((bitewing, region))
        found[line] = Fraction(repeated)
    return found


@rule("DEN-03d", Phase.EXCLUSION, on(groups={FILM, SERIES}))
def films_of_one_region(case: Case) -> Outcomes:
    """Refuse repeated films of a region in a session, and of two full series the one with fewer films."""
    for session in sessions(case):
        own = {each.line for each in session if each.case is case}
        for line, repeated in repeated_films(session).items():
            if line in own and repeated:
                yield from _kept(line, line.quantity - repeated, REGIONS)
        for line, series in _series_to_keep(session):
            if line in own:
                yield from _kept(line, series)


def _series_to_keep(session: list[SessionLine]) -> list[tuple[CaseLine, Fraction]]:
    """Return how many series of each line of a session stay: one of that with most films, the dearest, the first."""

    def worth(place: int) -> tuple[int, object, int]:
        case, line = series[place].case, series[place].line
        price = unit_price(case, line, line.service)
        return line.attribute("films") or 0, price.exact if price else 0, -place

    series = [each for each in session if each.line.group == SERIES]
    best = max(range(len(series)), key=worth, default=None)
    return [(each.line, Fraction(place == best)) for place, each in enumerate(series)]


@rule("DEN-03b", Phase.QUANTITY, FILMS)
def films_of_a_session(case: Case) -> Outcomes:
    """Keep the first three films of a session, after the unmarked and the repeated ones."""
    for session in sessions(case):
        repeated, left = repeated_films(session), Fraction(case.figure("films_of_session"))
        for each in session:
            if each.line.group != FILM:
                continue
            films = each.line.quantity if each.case is case else _marked(each.line)[0] - repeated[each.line]
            kept = min(left, films)
            left -= kept
            if each.case is case:
                yield from _kept(each.line, kept)


@line_rule("DEN-03c", Phase.PRICE, FILMS, ahead_of="GEN-15e")
def bitewing_price(case: Case, line: CaseLine) -> Outcomes:
    """Pay a bitewing film like a periapical one; dental_price holds its price so for GEN-15e."""
    if line.attribute("film_kind") == BITEWING:
        yield from priced_as(case, line, PERIAPICAL_ROW)


silent("no rule asks for the films themselves: they are not among the services whose report is needed", "DEN-03e")
