"""Dentists, phases 1 and 2: split sessions, who did what, marked films, materials, which tooth, which age."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.dental_prices import read_as
from tests.oracle.dental_terms import is_visit, performer, private, years_after
from tests.oracle.general_lines import line_wanted
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, keep, note, refer, reject
from tests.oracle.table import rule
from tests.oracle.turns import in_turn

in_turn("DEN-07 DEN-05b DEN-05c DEN-03a DEN-09a DEN-10a DEN-11a DEN-11b DEN-13d")
SIX = frozenset({"dental_restoration", "dental_sealant"})


@rule(1, "DEN-01")
def several_sheets(paper: Paper) -> Iterator[Says]:
    days = {entry.day for entry in paper.entries}
    others = [Paper(paper.file, index, paper.books) for index in range(len(paper.file["claims"]))]
    if any(
        other.kind == "dental"
        and other.place < paper.place
        and other.patient.get("id") == paper.patient.get("id")
        and days & {entry.day for entry in other.entries}
        for other in others
    ):
        yield note()


@rule(1, "DEN-09b")
def charged_to_the_patient(paper: Paper) -> Iterator[Says]:
    if paper.fact("materials_charged_to_patient"):
        yield refer()


def by_auxiliary(paper: Paper, entry: Entry, *, doubtful: bool = False) -> Iterator[Says]:
    """Refuse what an auxiliary did, or ask where that is doubtful; ask too where nobody tells who did it."""
    rank = performer(paper, entry).get("qualification")
    if rank in {None, "dental_auxiliary"}:
        yield ask(entry.no) if doubtful or rank is None else reject(entry.no)


@rule(2, "DEN-07")
def visit_of_an_auxiliary(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if is_visit(entry):
            yield from by_auxiliary(paper, entry)


@rule(2, "DEN-05b")
def auxiliary_of_a_private_centre(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if not is_visit(entry) and private(paper):
            yield from by_auxiliary(paper, entry)


@rule(2, "DEN-05c")
def not_permitted(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        permitted = entry.fact("auxiliary_permitted")
        if not is_visit(entry) and not private(paper) and not permitted:
            yield from by_auxiliary(paper, entry, doubtful=permitted is None)


@rule(2, "DEN-03a")
def unmarked_films(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.group == "dental_film":
            regions = entry.fact("film_regions")
            if regions:
                yield keep(entry.no, Fraction(len(regions)))
            else:
                yield ask(entry.no) if regions is None else reject(entry.no)


@rule(2, "DEN-09a")
def materials(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section in {"supply", "drug", "prosthesis"}:
            yield reject(entry.no)


@rule(2, "DEN-10a")
def sealed_in_time(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.group == "dental_sealant":
            erupted = entry.fact("tooth_erupted_on")
            yield from line_wanted(None if erupted is None else entry.day <= years_after(erupted, 3), entry)


@rule(2, "DEN-11a")
def other_tooth_of_the_row(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.group in SIX and not entry.has("tooth", "6"):
            yield reject(entry.no)


@rule(2, "DEN-11b")
def other_tooth_of_the_sheet(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        tooth = entry.fact("tooth")
        if entry.group in SIX and tooth and tooth[-1] != "6":
            yield reject(entry.no)


@rule(2, "DEN-13d")
def age_group(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if {"age_from", "age_below"} & set(entry.attributes):
            row = read_as(paper, entry)
            if paper.patient.get("birth_date") is None:
                yield ask(entry.no)
            elif row is None:
                yield reject(entry.no)
            elif row is not entry.row:
                yield note(entry.no)
