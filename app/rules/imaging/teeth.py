"""Section الف, items 3 and 4: one dental film for the neighbouring teeth that it shows."""

from collections.abc import Iterable
from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine, units
from app.rules.outcomes import Ask, Keep, Outcomes
from app.rules.registry import Phase, on, rule, silent

FILMS = on(attributes={"dental_film"})
ToothGroups = tuple[tuple[str, ...], ...]


@rule("RAD-03", Phase.QUANTITY, FILMS)
def periapical_films(case: Case) -> Outcomes:
    """Keep one periapical film for each group of neighbouring teeth of a jaw."""
    yield from _one_film_for_a_group(case, "periapical", case.figure("periapical_tooth_groups"))


@rule("RAD-04", Phase.QUANTITY, FILMS)
def bitewing_films(case: Case) -> Outcomes:
    """Keep one bitewing film for each group of posterior teeth of a side, both jaws together."""
    yield from _one_film_for_a_group(case, "bitewing", case.figure("bitewing_tooth_groups"))


silent("RAD-03 and RAD-04 look at a milk tooth as the permanent tooth of its place", "RAD-04b")


def _one_film_for_a_group(case: Case, kind: str, groups: ToothGroups) -> Outcomes:
    for request in case.requests():
        films = sorted((line for line in request if line.attribute("dental_film") == kind), key=lambda line: line.no)
        if units(films) > 1:
            yield from _films_of_request(case, films, groups)


def _films_of_request(case: Case, films: Iterable[CaseLine], groups: ToothGroups) -> Outcomes:
    """Keep on each line as many films as it brings groups that no earlier line has a film of.

    A group that a line names but has no film left for stays open for later lines.
    """
    shown: set[tuple[str, ...]] = set()
    for line in films:
        teeth = line.fact("teeth")
        if teeth is UNKNOWN or not isinstance(teeth, tuple) or not teeth:
            yield Ask(line, ("teeth",))
            continue
        new = [
            group for group in dict.fromkeys(_group_of(case, tooth, groups) for tooth in teeth) if group not in shown
        ]
        shown.update(new[: int(line.quantity)])
        if len(new) < line.quantity:
            yield Keep(line, ("teeth",), units=Fraction(len(new)))


def _group_of(case: Case, tooth: str, groups: ToothGroups) -> tuple[str, ...]:
    """Return the group of a tooth; one that stands in no group is a group by itself and is left to a person."""
    place = case.figure("milk_tooth_quadrants").get(tooth[:1], tooth[:1]) + tooth[1:]
    return next((group for group in groups if place in group), (place,))
