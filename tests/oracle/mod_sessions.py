"""Modifiers, phase 3: parts of a main operation, one anesthesia and who gave it, anesthesias at the same time."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.mod_terms import (
    OF_AN_OPERATION,
    bears,
    by_value,
    followers,
    is_operation,
    operation_times,
    operations,
    ordinary_anesthesia,
    rvu,
    standby,
    three_values,
    with_46,
)
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, beside, keep, reject
from tests.oracle.stay_frame import Minute, same_session, session_of
from tests.oracle.table import rule

GENERAL = frozenset({"general", "standby", "iv_sedation", "local"})
QUARTER = 15


@rule(3, "MOD-20a")
def part_of_the_main_operation(paper: Paper) -> Iterator[Says]:
    parts = {says.line for says, _, _ in paper.said if says.rule == "PHY-25" and says.effect == "reject"}
    for entry in paper.entries:
        mains = [other for other in operations(paper, entry) if not other.has("separate_procedure")]
        concerned = entry.section == "surgery" and by_value(entry) and entry.has("separate_procedure") and mains
        if not concerned or (entry.gone and entry.no not in parts):
            continue
        answer = entry.fact("independent_procedure")
        if answer is None:
            yield ask(entry.no)
        elif answer is False:
            yield beside(entry.no, effect="reject") if entry.gone else reject(entry.no)
            for other in followers(paper, entry, "operating_room", "assistant"):
                yield reject(other.no)


def component(entry: Entry) -> bool:
    return bears(entry, "26") or bears(entry, "27")


def paid_as_total(entry: Entry) -> bool:
    return three_values(entry) and entry.section not in {"surgery", *OF_AN_OPERATION} and not component(entry)


@rule(3, "MOD-25b")
def part_beside_the_total(paper: Paper) -> Iterator[Says]:
    totals = {(entry.code, entry.day) for entry in paper.alive() if paid_as_total(entry)}
    for entry in paper.alive():
        if component(entry) and entry.section != "operating_room" and (entry.code, entry.day) in totals:
            yield reject(entry.no)


@rule(3, "MOD-41e")
def one_anesthesia(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        lines = [
            other for other in session_of(paper, entry, "anesthesia") if by_value(other) and ordinary_anesthesia(other)
        ]
        if entry in lines and entry is not min(lines, key=lambda line: (-rvu(line, "anesthesia_base"), line.no)):
            yield reject(entry.no)


def pain_lines(paper: Paper) -> list[Entry]:
    lines = [entry for entry in paper.alive() if entry.section == "anesthesia" and bears(entry, "43")]
    return sorted(lines, key=lambda entry: (entry.day, entry.no))


@rule(3, "MOD-43b")
def pain_management_once(paper: Paper) -> Iterator[Says]:
    payable = [entry for entry in pain_lines(paper) if entry.fact("pain_route") != "peripheral"]
    for entry in payable[1:]:
        yield reject(entry.no)
    for entry in payable[:1]:
        yield keep(entry.no, Fraction(1))


def anesthesias(paper: Paper) -> Iterator[tuple[Entry, Minute, Minute]]:
    """The anesthesia lines whose times are known, with their first and last minute."""
    for entry in paper.alive():
        if ordinary_anesthesia(entry) and entry.performer.get("id"):
            start, end = operation_times(paper, entry)
            if start is not None and end is not None:
                yield entry, start - QUARTER, end + QUARTER


def running_beside(paper: Paper) -> Iterator[tuple[Entry, list[Entry]]]:
    """Each anesthesia line with those of other patients, paid or not, that the same person gives at its beginning."""
    others = [
        (index, line, start, end)
        for index in range(len(paper.file["claims"]))
        if index != paper.index
        for line, start, end in anesthesias(Paper(paper.file, index, paper.books))
    ]
    for entry, begin, _ in anesthesias(paper):
        yield (
            entry,
            [
                line
                for index, line, start, end in others
                if line.performer["id"] == entry.performer["id"]
                and (start < begin or (start == begin and index < paper.index))
                and end > begin
            ],
        )


@rule(3, "MOD-44a")
def third_patient(paper: Paper) -> Iterator[Says]:
    for entry, running in running_beside(paper):
        if len(running) >= 2:
            yield reject(entry.no)


def grave(entry: Entry) -> Truth:
    asa = entry.fact("asa_class")
    return None if asa is None else int(asa) >= 3


@rule(3, "MOD-44b")
def second_patient_beside_a_grave_one(paper: Paper) -> Iterator[Says]:
    for entry, running in running_beside(paper):
        if len(running) == 1:
            known = {grave(entry), grave(running[0])}
            if True in known:
                yield reject(entry.no)
            elif None in known:
                yield ask(entry.no)


def given_by_the_surgeon(paper: Paper) -> Iterator[Entry]:
    for entry in paper.alive():
        giver = entry.performer.get("id")
        surgeons = {other.performer.get("id") for other in session_of(paper, entry, "surgery") if not standby(other)}
        if entry.section == "anesthesia" and giver is not None and giver in surgeons:
            yield entry


@rule(3, "MOD-45a")
def regional_by_the_surgeon(paper: Paper) -> Iterator[Says]:
    for entry in given_by_the_surgeon(paper):
        if entry.fact("anesthesia_method") not in GENERAL:
            yield reject(entry.no)


@rule(3, "MOD-46d")
def local_and_an_anesthesia_fee(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        if ordinary_anesthesia(entry) and with_46(paper, entry):
            method = entry.fact("anesthesia_method")
            if method is None:
                yield ask(entry.no)
            elif method == "local":
                yield reject(entry.no)


@rule(3, "MOD-46e")
def general_by_the_surgeon(paper: Paper) -> Iterator[Says]:
    for entry in given_by_the_surgeon(paper):
        if entry.fact("anesthesia_method") in GENERAL:
            yield reject(entry.no)


@rule(2, "MOD-51h")
def complication_of_the_first(paper: Paper) -> Iterator[Says]:
    """In phase 2 as in article 10, which says the same."""
    surgery = [line for line in paper.entries if line.section == "surgery" and by_value(line) and not standby(line)]
    later = [line for line in surgery if any(is_operation(other) and other.day < line.day for other in surgery)]
    fallen = []
    for entry in later:
        answer = entry.fact("complication_of_operation")
        if answer is None:
            yield ask(entry.no)
        elif answer is True:
            fallen.append(entry)
            yield reject(entry.no)
    for other in paper.entries:
        struck = any(same_session(other, entry) for entry in fallen)
        if other.section in OF_AN_OPERATION and struck and set(operations(paper, other)) <= set(fallen):
            yield reject(other.no)
