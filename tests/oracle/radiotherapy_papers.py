"""Radiotherapy, phases 1 and 2: the referral with its papers, and the proof that a service needs."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.oracle.general_lines import line_wanted
from tests.oracle.paper import Entry, Paper
from tests.oracle.radiotherapy_course import (
    COBALT,
    CONTOURS,
    LINAC,
    MANAGEMENT_DURING,
    MANAGEMENT_PRE,
    PLANNING,
    SHIELD,
    past,
)
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule

CLINICAL = frozenset({"specialist", "subspecialist", "fellowship"})
PUBLIC = frozenset({"public_university", "public_other"})


def irradiated_before(paper: Paper) -> bool | None:
    """Whether the patient had radiotherapy before this course."""
    start = paper.fact("course_start")
    earlier = [row for row in past(paper) if row.code.isdigit() and 705300 <= int(row.code) <= 705555]
    if any(start is None or row.day < start for row in earlier):
        return True
    told = paper.fact("prior_radiotherapy")
    return None if told is None else bool(told)


def without_referral(paper: Paper) -> bool:
    """Whether the missing referral takes the claim: not where the patient may come directly, or may be such a one."""
    return paper.fact("initial_referral_attached") is False and irradiated_before(paper) is False


@rule(1, "RT-01a")
def ordered_by_the_radiotherapist(paper: Paper) -> Iterator[Says]:
    qualification = paper.prescriber.get("qualification")
    other = qualification is not None and qualification not in CLINICAL
    if without_referral(paper) and (other or paper.prescriber.get("specialty") == "radiation_oncology"):
        yield reject()


@rule(1, "RT-01c")
def referral_attached(paper: Paper) -> Iterator[Says]:
    direct = irradiated_before(paper) and paper.fact("prior_records_attached")
    if without_referral(paper):
        yield reject()
    elif paper.fact("initial_referral_attached") is None and not direct:
        yield ask()


@rule(1, "RT-01d")
def came_directly(paper: Paper) -> Iterator[Says]:
    before, records = irradiated_before(paper), paper.fact("prior_records_attached")
    if paper.fact("initial_referral_attached") is False and before is not False and not (before and records):
        yield reject() if before and records is False else ask()


@rule(1, "RT-01e")
def proof_of_the_disease(paper: Paper) -> Iterator[Says]:
    proof = paper.fact("pathology_or_metastasis_proof")
    if not proof:
        yield ask() if proof is None else reject()


def papers(rule_id: str, groups: tuple[str, ...], answer: Callable[[Paper, Entry], Any]) -> None:
    """What must be so of the lines of some groups."""

    @rule(2, rule_id)
    def found(paper: Paper) -> Iterator[Says]:
        for entry in paper.entries:
            if entry.group in groups:
                yield from line_wanted(answer(paper, entry), entry)


def is_value(value: Any, wanted: str) -> bool | None:
    return None if value is None else bool(value == wanted)


def public(paper: Paper) -> bool:
    return paper.provider["sector"] in PUBLIC


MANAGEMENT = (MANAGEMENT_PRE, MANAGEMENT_DURING)
papers("RT-01f", (PLANNING,), lambda paper, _: paper.fact("planning_sheet_attached"))
papers("RT-01g", (LINAC, COBALT), lambda paper, _: is_value(paper.fact("treatment_sheet"), "signed"))
papers("RT-03b", MANAGEMENT, lambda _, entry: entry.fact("management_notes_recorded"))
papers("RT-03c", MANAGEMENT, lambda paper, entry: entry.fact("supervisor_confirmed") if public(paper) else True)
papers(
    "RT-09b",
    (SHIELD,),
    lambda paper, entry: entry.fact("supervisor_confirmed" if public(paper) else "shield_image"),
)
papers("RT-09d", (SHIELD,), lambda _, entry: is_value(entry.fact("shield_kind"), "custom"))
papers("RT-11b", CONTOURS, lambda paper, _: paper.fact("dvh_attached"))


@rule(2, "RT-02a")
def visit_beside(paper: Paper) -> Iterator[Says]:
    yield from (reject(entry.no) for entry in paper.entries if entry.section in {"visit", "consultation"})
