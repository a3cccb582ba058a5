"""Dentists, phases 3 and 4 within a session: repeated films, visits beside treatment, teeth of a quadrant."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.dental_terms import is_visit, own, sessions, tooth_of
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, keep, reject
from tests.oracle.table import rule

BESIDE_A_VISIT = frozenset({"dental_exam", "dental_education", "dental_varnish", "dental_film", "dental_series"})
LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹يك", "0123456789یک")
Sayings = Iterator[tuple[Entry, Says]]


def of_a_session(phase: int, rule_id: str) -> Callable[[Callable[[list[Entry]], Sayings]], Any]:
    """A rule that looks at one session at a time, whatever sheets its lines stand on."""

    def enter(function: Callable[[list[Entry]], Sayings]) -> Any:
        def found(paper: Paper) -> Iterator[Says]:
            for lines in sessions(paper, rule_id):
                yield from own(paper, function(lines))

        return rule(phase, rule_id)(found)

    return enter


def films(entry: Entry) -> list[tuple[str, str]]:
    """The marked films of a line, by kind and region."""
    kind = str(entry.attributes.get("film_kind", "periapical"))
    regions = [str(region).strip().lower().translate(LATIN) for region in entry.fact("film_regions") or []]
    return [(kind, region) for region in regions[: int(entry.quantity)]]


@of_a_session(3, "DEN-03d")
def repeated_films(lines: list[Entry]) -> Sayings:
    series = [entry for entry in lines if entry.group == "dental_series"]
    widest = max(series, key=lambda entry: entry.attributes["films"], default=None)
    shown: set[tuple[str, str]] = set()
    for entry in lines:
        if entry in series:
            yield entry, keep(entry.no, Fraction(entry is widest))
        if entry.group != "dental_film":
            continue
        if series and not entry.has("film_kind", "bitewing"):
            yield entry, reject(entry.no)
        else:
            repeated = 0
            for film in films(entry):
                repeated += film in shown
                shown.add(film)
            yield entry, keep(entry.no, entry.units - repeated)


@of_a_session(3, "DEN-08")
def visit_beside_treatment(lines: list[Entry]) -> Sayings:
    if any(entry.section == "dental" and entry.group not in BESIDE_A_VISIT for entry in lines):
        yield from ((entry, reject(entry.no)) for entry in lines if is_visit(entry))


@of_a_session(3, "DEN-12")
def sealed_and_restored(lines: list[Entry]) -> Sayings:
    restored = {tooth_of(entry) for entry in lines if entry.group == "dental_restoration"}
    for entry in lines:
        if entry.group == "dental_sealant" and tooth_of(entry) in restored:
            yield entry, reject(entry.no)


@rule(4, "DEN-02")
def three_of_a_quadrant(paper: Paper) -> Iterator[Says]:
    def hindmost_first(entry: Entry) -> tuple[int, Fraction]:
        return -entry.attributes["position"], -(paper.price(entry.code, entry) or Fraction())

    for lines in sessions(paper, "DEN-02"):
        drawn = sorted((entry for entry in lines if entry.group == "dental_extraction"), key=hindmost_first)
        quadrants: dict[tuple[Any, Any], list[Entry]] = {}
        for entry in drawn:
            quadrants.setdefault((entry.attributes["arch"], entry.attributes["side"]), []).append(entry)
        beyond = [entry for teeth in quadrants.values() for entry in teeth[3:]]
        yield from own(paper, ((entry, reject(entry.no)) for entry in beyond))


@of_a_session(4, "DEN-03b")
def three_films(lines: list[Entry]) -> Sayings:
    left = Fraction(3)
    for entry in lines:
        if entry.group == "dental_film":
            kept = min(left, entry.units)
            left -= kept
            yield entry, keep(entry.no, kept)
