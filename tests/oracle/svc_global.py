"""Article 22: which claims are global, what takes them out, what the sum holds, and its price."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, beside, note, reduce, reject, stay_open
from tests.oracle.svc_global_sum import (
    ADDED,
    additions,
    global_price,
    limited,
    of_a_midwife,
    payable,
    price_of_birth,
    stay_unknown,
    unraised,
)
from tests.oracle.svc_prices import cut_by
from tests.oracle.svc_terms import (
    in_special_bed,
    listed,
    modifiers,
    of_groups,
    of_sections,
    operations,
)
from tests.oracle.table import concerns, rule

MESH = (("مش|مش هرنی|مش پرولن|mesh|prolene mesh", ""),)
BESIDE_THE_SUM = frozenset(
    [
        "mri",
        "ct",
        "ct_angiography",
        "angiography",
        "coronary_angiography",
        "peripheral_angiography",
        "exercise_test",
        "echo",
        "endoscopy",
        "colonoscopy",
        "ercp",
    ]
)
HELD = frozenset({"consultation", "pathology", "lab", "drug", "supply"})
BIRTHS = frozenset({"delivery", "cesarean"})
WITHOUT_INDICATION = 20


def sums(paper: Paper) -> list[Entry]:
    return of_sections(paper, "global")


def book_codes(entry: Entry) -> list[str]:
    return list(entry.attributes.get("book_codes", []))


def foreign_operations(paper: Paper, entry: Entry) -> list[Entry]:
    return [other for other in operations(paper) if other.code not in book_codes(entry)]


def several_sums(paper: Paper) -> bool:
    own = [entry for entry in sums(paper) if entry.fact("complication_of_operation") is not True]
    return len(own) > 1 or any(entry.units > 1 for entry in own)


def in_special_care(paper: Paper) -> bool:
    return any(in_special_bed(entry) for entry in paper.alive())


def repeated(entry: Entry) -> bool:
    return "53" in modifiers(entry) and not entry.has("caesarean")


@rule(3, "GLO-06a")
def two_global_operations(paper: Paper) -> Iterator[Says]:
    for entry in sums(paper) if several_sums(paper) else []:
        yield stay_open(entry.no)


@rule(3, "GLO-06b")
def operation_beside_the_sum(paper: Paper) -> Iterator[Says]:
    if len(sums(paper)) == 1:
        (entry,) = sums(paper)
        if foreign_operations(paper, entry):
            yield stay_open(entry.no)


@rule(3, "GLO-06c")
def stay_in_special_care(paper: Paper) -> Iterator[Says]:
    for entry in sums(paper) if in_special_care(paper) else []:
        yield stay_open(entry.no)


@rule(3, "GLO-10b")
def repeated_operation(paper: Paper) -> Iterator[Says]:
    for entry in sums(paper):
        if repeated(entry):
            yield stay_open(entry.no)


def global_line(paper: Paper) -> Entry | None:
    """The one line of a global claim."""
    found = sums(paper)
    if len(found) != 1 or several_sums(paper) or of_a_midwife(found[0]):
        return None
    left = foreign_operations(paper, found[0]) or repeated(found[0])
    special = in_special_care(paper) and concerns("GLO-06c", paper)
    return None if left or special else found[0]


@rule(3, "SUR-OBS-06")
def stress_test_of_a_birth(paper: Paper) -> Iterator[Says]:
    entry = global_line(paper)
    if entry and entry.group in BIRTHS:
        for test in of_groups(paper, "nst"):
            yield reject(test.no)


def is_mesh(entry: Entry) -> bool:
    return entry.section in {"prosthesis", "supply"} and listed(entry, "mesh", MESH)


@rule(3, "GLO-03b")
def mesh(paper: Paper) -> Iterator[Says]:
    entry = global_line(paper)
    if entry and not entry.has("mesh_allowed"):
        for other in paper.alive():
            if is_mesh(other):
                yield reject(other.no)


def held_by_list(entry: Entry) -> bool:
    """What article 22, item 5 counts into the sum."""
    if entry.section == "imaging":
        return entry.group not in BESIDE_THE_SUM
    if entry.section == "recording":
        return entry.group == "ecg"
    return entry.section in HELD and not is_mesh(entry)


def part_of_the_sum(entry: Entry, codes: list[str]) -> bool:
    """Surgeon, assistant, anesthesia, room, bed, nursing and visits of the operation itself."""
    if entry.section == "anesthesia":
        return entry.group != "labor_analgesia"
    if entry.section in {"surgery", "assistant", "operating_room"}:
        return entry.code in codes
    return entry.section in {"hotel", "nursing", "visit"}


@rule(3, "GLO-05a")
def held_by_the_sum(paper: Paper) -> Iterator[Says]:
    for other in paper.alive() if global_line(paper) else []:
        if held_by_list(other):
            yield reject(other.no)


@rule(3, "GLO-05b")
def parts_of_the_sum(paper: Paper) -> Iterator[Says]:
    entry = global_line(paper)
    for other in paper.alive() if entry else []:
        if entry and part_of_the_sum(other, book_codes(entry)):
            yield reject(other.no)


@rule(5, "GLO-01")
def global_tariff(paper: Paper) -> Iterator[Says]:
    for entry in sums(paper):
        without = unraised(paper, entry)
        paper.shared |= {} if without is None else {entry.no: without}
        price = global_price(paper, entry.code, entry.day)
        if price is None or of_a_midwife(entry):
            continue
        if cut_by(paper, entry, "GEN-15e") and not limited(paper):
            yield beside(entry.no)
        if price.open:
            added = additions(paper, entry).total().most
            yield ask(entry.no, reduce(entry.no, half_up((price.least + added) * entry.units)))


@rule(5, "GLO-02b")
def sum_without_the_stay(paper: Paper) -> Iterator[Says]:
    for entry in sums(paper) if limited(paper) else []:
        if stay_unknown(paper, entry.code, entry.day):
            yield stay_open(entry.no)
        elif cut_by(paper, entry, "GEN-15e"):
            yield beside(entry.no)
            yield beside(entry.no, "LSC-02", "reject")


def of_modifiers(paper: Paper, numbers: set[str]) -> Iterator[Says]:
    """Where a cut line bears these modifiers, and where it is open whether they hold."""
    for entry in sums(paper):
        price = payable(paper, entry)
        named = modifiers(entry) & numbers
        if price is None or not named:
            continue
        found = additions(paper, entry)
        if cut_by(paper, entry, "GEN-15e"):
            yield beside(entry.no)
            for rule_id in (failing for number in sorted(named & ADDED) for failing in found.failing(number)):
                yield beside(entry.no, rule_id)
        spans = [found.of(number) for number in sorted(named & ADDED)]
        in_doubt = sum((span.most - span.least for span in spans), Fraction())
        if in_doubt:
            yield ask(entry.no, reduce(entry.no, half_up(price - in_doubt * entry.units)))


@rule(5, "GLO-10a")
def added_by_modifiers(paper: Paper) -> Iterator[Says]:
    yield from of_modifiers(paper, {number for entry in sums(paper) for number in modifiers(entry)} - {"90"})


@rule(5, "GLO-11")
def second_k(paper: Paper) -> Iterator[Says]:
    yield from of_modifiers(paper, {"90"})


@rule(5, "SUR-OBS-04")
def birth_by_a_midwife(paper: Paper) -> Iterator[Says]:
    for entry in sums(paper):
        price = price_of_birth(paper, entry) if of_a_midwife(entry) else None
        if price is not None:
            yield reduce(entry.no, price)


@rule(6, "GLO-09")
def day_case(paper: Paper) -> Iterator[Says]:
    if sums(paper) and paper.kind == "temporary" and paper.provider["kind"] == "hospital":
        yield note()
