"""Physiotherapy, phases 1 and 2: the prescription, its months, who may write it, what is covered at all."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.general_lines import line_wanted
from tests.oracle.paper import Entry, Paper
from tests.oracle.physiotherapy_course import (
    DEEP_HEAT,
    HYDRO,
    LYMPH,
    MODALITY,
    PLAN,
    TREATMENTS,
    WARD,
    Course,
    months_after,
    outpatient,
)
from tests.oracle.sayings import Says, ask, refer, reject
from tests.oracle.table import rule

DEEP = frozenset({"continuous_ultrasound", "shortwave", "microwave"})


def told(rejects: bool | None) -> Iterator[Says]:
    """What must not be so: true rejects the claim, unknown asks."""
    if rejects is None:
        yield ask()
    elif rejects:
        yield reject()


@outpatient(1, "PT-01")
def late_start(course: Course) -> Iterator[Says]:
    written, start = course.paper.claim.get("prescription_date"), course.start
    if written and start and start > months_after(written, 1):
        approved = course.paper.fact("insurer_approved")
        yield from told(None if approved is None else not approved)


@outpatient(1, "PT-02b")
def sent_in_its_month(course: Course) -> Iterator[Says]:
    last = course.last or course.start
    if course.paper.contracted and last and last[:7] != course.paper.submission["month"]:
        yield reject()


@rule(1, "PT-07")
def diagnosis(paper: Paper) -> Iterator[Says]:
    yield from told(paper.undiagnosed)


@rule(1, "PT-10")
def general_practitioner(paper: Paper) -> Iterator[Says]:
    qualification = paper.prescriber.get("qualification")
    yield from told(None if qualification is None else qualification in {"gp", "intern"})


@rule(1, "PT-11")
def at_home(paper: Paper) -> Iterator[Says]:
    yield from told(paper.fact("at_home"))


@rule(1, "PT-12")
def for_looks(paper: Paper) -> Iterator[Says]:
    yield from told(paper.fact("cosmetic"))


@outpatient(2, "PT-09b")
def form_without_diagnosis(course: Course) -> Iterator[Says]:
    if course.paper.fact("therapist_diagnosis") is False and course.lines(TREATMENTS):
        yield refer()


def both(*answers: Any) -> bool | None:
    return False if False in answers else None if None in answers else True


def of_group(paper: Paper, group: str) -> list[Entry]:
    return [entry for entry in paper.entries if entry.group == group]


@rule(2, "PT-08")
def plan(paper: Paper) -> Iterator[Says]:
    by_physician, by_centre = paper.fact("plan_by_physician"), paper.fact("plan_by_centre")
    for entry in of_group(paper, PLAN):
        yield from line_wanted(both(None if by_physician is None else not by_physician, by_centre), entry)


@rule(2, "PT-15a")
def single_methods(paper: Paper) -> Iterator[Says]:
    yield from (reject(entry.no) for entry in of_group(paper, MODALITY))


@rule(2, "PT-15c")
def deep_heat(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, DEEP_HEAT):
        method = entry.fact("heat_method")
        yield from line_wanted(None if method is None else method in DEEP, entry)


@rule(2, "PT-16")
def hydrotherapy(paper: Paper) -> Iterator[Says]:
    ready = both(paper.office_fact("hydro_standards_issued"), paper.office_fact("hydro_equipment_approved"))
    for entry in of_group(paper, HYDRO):
        yield from line_wanted(ready, entry)


@rule(2, "PT-17")
def lymph_drainage(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, LYMPH):
        yield from line_wanted(entry.fact("lymphatic_drainage"), entry)


@rule(2, "PT-19a")
def outpatient_code_in_a_ward(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section == "physiotherapy" and (entry.group or "").startswith("pt_") and entry.group != WARD:
            yield reject(entry.no)


@rule(2, "PT-19b")
def ward_code_outside(paper: Paper) -> Iterator[Says]:
    yield from (reject(entry.no) for entry in of_group(paper, WARD))


@rule(2, "PT-19e")
def chest_in_intensive_care(paper: Paper) -> Iterator[Says]:
    qualification = paper.prescriber.get("qualification")
    for entry in of_group(paper, WARD):
        place = entry.fact("body_region")
        chest = None if place is None else place == "chest"
        junior = None if qualification is None else qualification in {"gp", "intern"}
        answer = both(chest, junior)
        if entry.code == "901635":
            yield from line_wanted(None if answer is None else not answer, entry)
