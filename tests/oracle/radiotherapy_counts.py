"""Radiotherapy, phases 3 and 4: what is paid once in a course, by region and phase, or by the number of sessions."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.paper import Paper
from tests.oracle.radiotherapy_course import (
    CONTOURS,
    FIELDS,
    HDR,
    LINAC,
    PHYSICS,
    PLANNING,
    PROCEDURE,
    SESSION_MANAGEMENT,
    SHIELD,
    SIMULATOR,
    Past,
    Region,
    at_most,
    brachytherapy,
    dearest_first,
    left,
    of,
    of_course,
    past,
    region,
    region_of,
    teletherapy,
    units_of,
)
from tests.oracle.radiotherapy_table import PHASES
from tests.oracle.radiotherapy_tariff import simulator_image, surcharged
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule

ONE = Fraction(1)


def once(paper: Paper, group: str, allowed: int = 1) -> Iterator[Says]:
    """The dearest line stays with one unit, unless the course has been paid for one."""
    lines, paid = dearest_first(paper, of(paper, group)), of_course(paper, group)
    free = Fraction(allowed) - (units_of(paid) if paid else 0)
    for entry in lines:
        if paid is None and free > 0:
            yield ask(entry.no)
        kept = min(entry.units, max(free, Fraction()))
        free -= kept
        yield left(paper, entry, kept)


@rule(3, "RT-05a")
def simulator(paper: Paper) -> Iterator[Says]:
    if not brachytherapy(paper):
        yield from once(paper, SIMULATOR)


@rule(3, "RT-20")
def simulator_of_brachytherapy(paper: Paper) -> Iterator[Says]:
    if brachytherapy(paper):
        yield from once(paper, SIMULATOR, 1 + teletherapy(paper))


@rule(3, "RT-05c")
def without_ct_simulator(paper: Paper) -> Iterator[Says]:
    equipped = paper.office_fact("ct_simulator_equipped")
    for entry in paper.alive():
        if simulator_image(paper, entry) and not equipped:
            yield ask(entry.no) if equipped is None else reject(entry.no)


@rule(3, "RT-06a")
def plannings(paper: Paper) -> Iterator[Says]:
    yield from (says for says in by_region(paper, PLANNING, phased=False) if says.rule != "RT-06b")


@rule(3, "RT-06b")
def nodes_with_their_organ(paper: Paper) -> Iterator[Says]:
    for group in (PLANNING, PHYSICS):
        yield from (says for says in by_region(paper, group, phased=group == PHYSICS) if says.rule == "RT-06b")


@rule(3, "RT-08a")
def calculations(paper: Paper) -> Iterator[Says]:
    yield from (says for says in by_region(paper, PHYSICS, phased=True) if says.rule != "RT-06b")


def by_region(paper: Paper, group: str, *, phased: bool) -> Iterator[Says]:
    """One line for a region, or for a phase of a region; the dearest stays, with one unit.

    What falls only because nodes belong to their organ is said by RT-06b.
    """
    lines, paid = dearest_first(paper, of(paper, group)), of_course(paper, group)
    before = [row for row in past(paper) if row.group == group] if paid is None else paid
    held = [
        (place, row.facts.get("phase") if phased else None) for row in paid or [] if (place := region(paper, row.facts))
    ]
    for entry in lines:
        place, phase = region_of(paper, entry), entry.fact("phase") if phased else None
        if place is None or (phased and phase is None):
            more = entry.units > 1 and not phase
            if more or len(lines) > 1 or before:
                yield ask(entry.no)
            if phase is not None:
                yield left(paper, entry, ONE)
            continue
        same = [other for other, number in held if other.same(place) and number == phase]
        if same:
            plain = any(other.same_as_given(place) for other in same)
            yield Says(entry.no, "reject", rule="" if plain else "RT-06b")
            continue
        if any(may_be(paper, row, place, phase) for row in before):
            yield ask(entry.no)
        held.append((place, phase))
        yield left(paper, entry, ONE)


def may_be(paper: Paper, row: Past, place: Region, phase: object) -> bool:
    """Whether something paid before may be of this region and phase."""
    other = region(paper, row.facts)
    return (other is None or other.same(place)) and (phase is None or row.facts.get("phase") in {None, phase})


@rule(3, "RT-07a")
def session_management(paper: Paper) -> Iterator[Says]:
    lines, sessions = dearest_first(paper, of(paper, SESSION_MANAGEMENT)), paper.fact("sessions")
    if sessions is not None:
        yield from at_most(paper, lines, Fraction(sessions))
    elif len(lines) > 1:
        yield from (ask(entry.no) for entry in lines)


@rule(3, "RT-09a")
def shield(paper: Paper) -> Iterator[Says]:
    yield from once(paper, SHIELD)


@rule(3, "RT-09c")
def shield_beside_multileaf(paper: Paper) -> Iterator[Says]:
    mlc = paper.office_fact("linac_mlc")
    if mlc is not False and any(surcharged(entry) for entry in of(paper, LINAC)):
        yield from (ask(entry.no) if mlc is None else reject(entry.no) for entry in of(paper, SHIELD))


@rule(3, "RT-10")
def tumour_contouring(paper: Paper) -> Iterator[Says]:
    yield from once(paper, CONTOURS[0])


@rule(3, "RT-11a")
def contouring_of_organs(paper: Paper) -> Iterator[Says]:
    yield from once(paper, CONTOURS[1])


@rule(3, "RT-21a")
def procedures(paper: Paper) -> Iterator[Says]:
    lines = dearest_first(paper, of(paper, PROCEDURE))
    told = None if teletherapy(paper) else paper.fact("sessions")
    counted = of(paper, HDR) or lines
    most = Fraction(told) if told is not None else max((entry.units for entry in counted), default=Fraction())
    free: dict[str | None, Fraction] = {}
    for entry in lines:
        place = entry.fact("rt_region")
        if place is None and len(lines) > 1:
            yield ask(entry.no)
            continue
        kept = min(entry.units, free.get(place, most))
        free[place] = free.get(place, most) - kept
        yield left(paper, entry, kept)


@rule(3, "RT-21b")
def inside_the_procedure(paper: Paper) -> Iterator[Says]:
    if of(paper, PROCEDURE) and not teletherapy(paper):
        yield from (reject(entry.no) for entry in of(paper, PLANNING, PHYSICS, *CONTOURS))


@rule(4, "RT-08b")
def phases(paper: Paper) -> Iterator[Says]:
    for entry in of(paper, PHYSICS):
        place, phase = region_of(paper, entry), entry.fact("phase")
        if place and phase is not None and phase > PHASES.get(place.name, 99):
            yield reject(entry.no)


@rule(4, "RT-12a")
def portal_films(paper: Paper) -> Iterator[Says]:
    for entry in of(paper, "rt_portal_film"):
        images = entry.fact("portal_images")
        yield ask(entry.no) if images is None else left(paper, entry, min(entry.units, Fraction(images)))


@rule(4, "RT-15a")
def fields_of_the_sheet(paper: Paper) -> Iterator[Says]:
    for entry in of(paper, *FIELDS):
        told = entry.fact("fields_in_sheet")
        if told is not None:
            yield left(paper, entry, min(entry.units, Fraction(told)))


@rule(4, "RT-21c")
def source_of_the_eye(paper: Paper) -> Iterator[Says]:
    eyes = sum((entry.units for entry in paper.alive("705545")), Fraction())
    if eyes or paper.kind == "radiotherapy":
        yield from at_most(paper, paper.alive("602365"), eyes)


@rule(4, "RT-22a")
def hdr_treatments(paper: Paper) -> Iterator[Says]:
    sessions = paper.fact("sessions")
    if sessions is not None and not teletherapy(paper):
        yield from at_most(paper, of(paper, HDR), Fraction(sessions))
