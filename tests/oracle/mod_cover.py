"""Modifiers, phases 1 and 2: traffic accidents, add-ons, starred services, what an anesthesia contains."""

from collections.abc import Iterator

from tests.oracle.books import half_up
from tests.oracle.general_lines import line_wanted
from tests.oracle.mod_terms import (
    OF_AN_OPERATION,
    add_on,
    bears,
    by_value,
    followers,
    marked,
    operations,
    rvu,
    standby,
    three_values,
    with_followers,
)
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, reduce, reject
from tests.oracle.stay_frame import months_after, same_session
from tests.oracle.table import concerns, rule, turns

BESIDE_OPERATIONS = frozenset({"surgery", "service", "global"})
BESIDE_SERVICES = BESIDE_OPERATIONS | {"imaging", "nuclear", "recording", "radiotherapy"}
ICU_AND_NICU = frozenset({"icu", "picu", "ricu", "bicu", "nicu"})


@rule(1, "MOD-99a")
def after_an_accident(paper: Paper) -> Iterator[Says]:
    accident = paper.fact("traffic_accident") is True
    discharge = paper.fact("accident_first_discharge")
    if not accident and not any(bears(entry, "99") for entry in paper.entries):
        return
    if discharge is None:
        yield ask()
    elif discharge <= paper.known_day <= months_after(discharge, 2):
        yield reject()


@rule(1, "MOD-99b")
def stay_of_the_accident(paper: Paper) -> Iterator[Says]:
    discharge = paper.fact("accident_first_discharge")
    if paper.fact("traffic_accident") is True and discharge is not None and paper.known_day < discharge:
        yield reject()


def refused_elsewhere(paper: Paper) -> set[int]:
    """The lines that other rules of phase 2 refuse."""
    return {
        says.line
        for _, phase, rule_id, function in turns(paper.kind, paper.insurer)
        if phase == 2 and rule_id != "MOD-01a"
        for says in function(paper)
        if says.effect == "reject" and concerns(says.rule or rule_id, paper)
    }


@rule(2, "MOD-01a")
def add_on_alone(paper: Paper) -> Iterator[Says]:
    additions = [entry for entry in paper.entries if add_on(entry) and entry.section in {"surgery", "service"}]
    refused = refused_elsewhere(paper) if additions else set()
    mains = [entry for entry in paper.entries if not add_on(entry) and not entry.gone and entry.no not in refused]
    for entry in additions:
        parents = entry.attributes.get("parents")
        if not any(beside(entry, other) and (parents is None or other.code in parents) for other in mains):
            yield reject(entry.no)
            for other in followers(paper, entry, "operating_room", "assistant"):
                yield reject(other.no)


def beside(addition: Entry, main: Entry) -> bool:
    if addition.section == "surgery":
        return main.section in BESIDE_OPERATIONS and same_session(addition, main)
    return main.section in BESIDE_SERVICES and addition.day == main.day


@rule(2, "MOD-01c")
def anesthesia_of_an_add_on(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section == "anesthesia" and add_on(entry) and operations(paper, entry):
            yield reject(entry.no)


@rule(2, "MOD-01f")
def starred(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if marked(entry, "*") and "star_cover" not in entry.attributes:
            yield from with_followers(paper, entry, False)


@rule(2, "MOD-01g")
def starred_with_a_condition(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if marked(entry, "*") and entry.has("star_cover", "conditional"):
            yield from with_followers(paper, entry, entry.fact("cover_condition_met"))


@rule(2, "MOD-01h")
def starred_if_cosmetic(paper: Paper) -> Iterator[Says]:
    cosmetic = paper.told("cosmetic")
    for entry in paper.entries:
        if entry.has("cosmetic_star"):
            yield from with_followers(paper, entry, None if cosmetic is None else not cosmetic)


@rule(2, "MOD-05a")
def visit_of_the_anesthetist(paper: Paper) -> Iterator[Says]:
    days = [entry.day for entry in paper.entries if entry.section == "anesthesia"]
    intensive = any(entry.section == "hotel" and entry.fact("bed_kind") in ICU_AND_NICU for entry in paper.entries)
    for entry in paper.entries:
        visit = entry.section == "visit" and entry.performer.get("specialty") == "anesthesiology"
        of_the_ward = intensive and entry.fact("icu_role") in {"attending", "ward_officer", None}
        if not visit or entry.fact("visit_kind") == "anesthesia_clinic" or of_the_ward:
            continue
        if any(day <= entry.day for day in days):
            yield reject(entry.no)


@rule(2, "MOD-05b")
def inside_the_anesthesia(paper: Paper) -> Iterator[Says]:
    days = {entry.day for entry in paper.entries if entry.section == "anesthesia"}
    for entry in paper.entries:
        if entry.has("included_in_anesthesia") and entry.day in days:
            yield reject(entry.no)


@rule(2, "MOD-05c")
def visit_before_the_operation(paper: Paper) -> Iterator[Says]:
    if paper.fact("preanesthesia_visit") is True:
        for entry in paper.entries:
            if entry.section == "visit":
                yield from line_wanted(paper.told("operation_same_hospital"), entry)


@rule(2, "MOD-53c")
def repeated_for_a_complication(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section == "surgery" and by_value(entry) and bears(entry, "53") and not standby(entry):
            if entry.has("redo_in_title") or entry.has("caesarean"):
                continue
            answer = entry.fact("complication_of_operation")
            yield from line_wanted(None if answer is None else not answer, entry)


@rule(2, "MOD-60c")
def standby_for_a_diagnosis(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if standby(entry) and not entry.has("interventional", "therapeutic"):
            yield reject(entry.no)


@rule(2, "MOD-90d")
def only_stamped(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        full_time = bears(entry, "90") or entry.fact("full_time_geographic") is True
        technical_only = entry.section == "operating_room" or bears(entry, "27")
        if entry.fact("performer_present") is not False or not full_time or technical_only:
            continue
        if three_values(entry) and entry.section not in OF_AN_OPERATION | {"surgery"} and not bears(entry, "26"):
            technical = paper.books.k("technical", entry.day) * entry.units
            yield reduce(entry.no, half_up(technical * rvu(entry, "technical")))
        else:
            yield reject(entry.no)
