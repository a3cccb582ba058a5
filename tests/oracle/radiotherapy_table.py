"""The handbook's table of maximal fields, and what radiotherapy says of fields beyond it."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.judge import up_to
from tests.oracle.paper import Entry, Paper
from tests.oracle.radiotherapy_course import FIELDS, Region, of, of_course, past, region, region_of, units_of
from tests.oracle.sayings import Says, ask, refer, stay_open
from tests.oracle.table import rule

FIGURES = """
skin 3x25 2x5; skull_tumors 2x25 3x8; pituitary 5x27 0x0; spinal_cord 4x20 2x7; eye 3x27 0x0; ear 3x30 0x0;
nasopharynx 3x25 4x10 *; oral_cavity 2x25 4x10; paranasal_sinuses 3x30 0x0; salivary_glands 2x25 3x10; pharynx 3x25 2x8;
larynx 3x25 3x8 *; thyroid 2x25 4x8; lung_lymphoma 2x25 3x5; mediastinum_trachea 2x25 4x5; esophagus 2x25 4x5;
heart_vessels 4x25 0x0; breast 6x25 2x5; stomach 3x25 4x5; pancreas 4x25 4x5; liver 3x20 0x0; colon_rectum 4x25 4x3;
anal 4x25 3x5; kidney_ureter 3x25 0x0; bladder 4x25 4x8; prostate 5x25 5x15 *; testis 4x20 4x10; penis 3x30 0x0;
cervix 4x25 4x5; endometrium 4x25 4x5; ovary_tube 2x18 4x7; vagina 4x25 4x5; urethra 2x25 2x5; vulva 2x25 2x5;
retroperitoneum 2x25 4x5; adrenal 2x25 4x5; abdominal_tumors 2x25 4x5; extremities 3x25 2x8 *
"""
"""Region, fields x sessions of the first and the second phase, a star where one more phase may be needed."""


def product(text: str) -> int:
    fields, sessions = text.split("x")
    return int(fields) * int(sessions)


ROWS = {row.split()[0]: row.split()[1:] for row in FIGURES.split(";")}
TOTALS = {name: product(row[0]) + product(row[1]) for name, row in ROWS.items()}
FURTHER = {name: product(row[1]) for name, row in ROWS.items() if "*" in row}
"""The fields of one more phase of the starred regions."""
PHASES = {name: 1 + (product(row[1]) > 0) + ("*" in row) for name, row in ROWS.items()}
LARGEST = max(TOTALS.values())
Treatments = dict[tuple[str, str | None], list[Entry]]


def doubled(paper: Paper) -> int:
    return 2 if paper.fact("technique") in {"imrt", "stereotactic"} else 1


def treatments(paper: Paper) -> Treatments:
    """The field lines of a claim by region of the table and side; a line without side goes with the first."""
    found: Treatments = {}
    for entry in of(paper, *FIELDS):
        place = region_of(paper, entry)
        if place and place.name in TOTALS:
            keys = [key for key in found if place.same(Region(*key, key[0]))]
            found.setdefault(keys[0] if keys else (place.name, place.side), []).append(entry)
    return found


def units(entries: list[Entry]) -> Fraction:
    return sum((entry.units for entry in entries), Fraction())


def claims(paper: Paper) -> list[Paper]:
    """The radiotherapy claims of the submission, as they stand when all is counted and priced."""
    found = [up_to("RT-15b", paper, index) for index in range(len(paper.file["claims"]))]
    return [other for other in found if other.kind == "radiotherapy"]


@rule(6, "RT-15b")
def average_of_the_centre(paper: Paper) -> Iterator[Says]:
    own = treatments(paper) if paper.kind == "radiotherapy" else {}
    found: dict[str, list[Fraction]] = {}
    for other in claims(paper) if own else []:
        for (name, _), entries in treatments(other).items():
            found.setdefault(name, []).append(units(entries) / doubled(other))
    for (name, _), entries in own.items():
        average = sum(found[name], Fraction()) / len(found[name])
        if average > TOTALS[name] and units(entries) / doubled(paper) > TOTALS[name]:
            yield refer()
            return


@rule(6, "RT-15c")
def mostly_the_maximum(paper: Paper) -> Iterator[Says]:
    def at_maximum(other: Paper) -> list[list[Entry]]:
        return [
            entries
            for (name, _), entries in treatments(other).items()
            if sum(entry.quantity for entry in entries) == TOTALS[name]
        ]

    own = treatments(paper) if paper.kind == "radiotherapy" else {}
    with_fields = [other for other in (claims(paper) if own else []) if treatments(other)]
    if len(with_fields) >= 3 and 2 * sum(bool(at_maximum(other)) for other in with_fields) > len(with_fields):
        yield from (stay_open(entry.no) for entries in at_maximum(paper) for entry in entries if unread(entry))


def unread(entry: Entry) -> bool:
    return entry.fact("fields_in_sheet") is None


def limit(paper: Paper, name: str) -> int:
    """The table's total, twice in IMRT and stereotaxy, with one more phase where it may be and was."""
    lines = [entry for entry in of(paper, *FIELDS, "rt_physics") if entry.fact("phase") == 3]
    third = any(place.name == name for entry in lines if (place := region_of(paper, entry)))
    return (TOTALS[name] + (FURTHER.get(name, 0) if third else 0)) * doubled(paper)


@rule(4, "RT-16a")
def above_the_table(paper: Paper) -> Iterator[Says]:
    earlier = of_course(paper, *FIELDS)
    rows = [row for row in past(paper) if row.group in FIELDS] if earlier is None else earlier
    for (name, side), entries in treatments(paper).items():
        place = Region(name, side, name)
        possible = [row for row in rows if (other := region(paper, row.facts)) is None or other.same(place)]
        if units(entries) + units_of(possible) > limit(paper, name):
            yield from (ask(entry.no) for entry in entries if unread(entry))
    nameless = [entry for entry in of(paper, *FIELDS) if unread(entry) and region_of(paper, entry) is None]
    if units(of(paper, *FIELDS)) > LARGEST * doubled(paper):
        yield from (ask(entry.no) for entry in nameless)
