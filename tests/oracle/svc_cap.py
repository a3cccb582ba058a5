"""GLO-08: a global operation that is billed by items is paid up to its global sum."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, beside, reduce
from tests.oracle.svc_global import (
    BIRTHS,
    WITHOUT_INDICATION,
    held_by_list,
    in_special_care,
    is_mesh,
    part_of_the_sum,
    sums,
)
from tests.oracle.svc_global_sum import Additions, global_price, of_a_midwife
from tests.oracle.svc_septorhinoplasty import global_rows, row_of_septoplasty
from tests.oracle.svc_terms import modifiers, operations
from tests.oracle.table import rule

PUBLIC = frozenset({"public_university", "public_other"})


@dataclass(frozen=True)
class Capped:
    """The operation, the global row that it falls under, and the codes of the book that this holds."""

    operation: Entry
    row: dict[str, Any]
    codes: list[str]


def capped(paper: Paper) -> Capped | None:
    """The claim's one operation, where it is global by the book and nothing keeps it out."""
    acts = operations(paper)
    if sums(paper) or len(acts) != 1 or in_special_care(paper):
        return None
    (operation,) = acts
    if operation.units > 1 or of_a_midwife(operation) or repeats(operation):
        return None
    if operation.group in BIRTHS and not public_birth(paper):
        return None
    row: dict[str, Any] | None
    if operation.group == "septorhinoplasty":
        row = row_of_septoplasty(paper, operation)
    else:
        rows = global_rows(paper, operation.day)
        row = next((row for row in rows if operation.code in row["attributes"]["book_codes"]), None)
    if row is None:
        return None
    return Capped(operation, row, [*row["attributes"]["book_codes"], str(operation.code)])


def public_birth(paper: Paper) -> bool:
    return paper.provider["kind"] == "hospital" and paper.provider["sector"] in PUBLIC


def repeats(operation: Entry) -> bool:
    """A modifier 53 that holds; fixed fees take none, and a caesarean neither."""
    by_value = "rvu" in (operation.row or {})
    holds = operation.fact("recurrence_after_followup") is not False
    return by_value and "53" in modifiers(operation) and not operation.has("caesarean") and holds


def within(found: Capped, entry: Entry) -> bool:
    """Whether a line counts in the sum."""
    if is_mesh(entry):
        return not found.row["attributes"].get("mesh_allowed")
    birth = found.operation.group in BIRTHS and entry.group == "nst"
    return birth or held_by_list(entry) or part_of_the_sum(entry, found.codes)


@rule(5, "GLO-08")
def up_to_the_global_sum(paper: Paper) -> Iterator[Says]:
    found = capped(paper)
    if found is None:
        return
    price = global_price(paper, found.row["code"], found.operation.day)
    if price is None:
        return
    lines = [entry for entry in paper.alive() if within(found, entry)]
    carriers = [entry for entry in lines if entry.code in found.codes or entry.section == "anesthesia"]
    added = Additions(paper, found.row["attributes"], found.operation.day, carriers).total()
    less = Fraction()
    if found.operation.group == "cesarean" and paper.fact("cesarean_indicated") is False:
        less = Fraction(WITHOUT_INDICATION * paper.books.k("professional", found.operation.day))
    best = left(lines, half_up(price.most + added.most - less))
    worst = left(lines, half_up(price.least + added.most - less))
    birth = found.operation.group in BIRTHS
    for entry in lines:
        cut = best[entry.no] < entry.amount
        if best[entry.no] != worst[entry.no]:
            yield ask(entry.no, reduce(entry.no, worst[entry.no]))
        if cut:
            yield reduce(entry.no, best[entry.no])
            if birth:
                yield beside(entry.no, "SUR-OBS-01")


def left(lines: list[Entry], cap: int) -> dict[int, int]:
    """What a cap leaves of each line, the last one paying first."""
    over = max(sum(entry.amount for entry in lines) - cap, 0)
    result = {}
    for entry in sorted(lines, key=lambda entry: -entry.no):
        taken = min(entry.amount, over)
        over -= taken
        result[entry.no] = entry.amount - taken
    return result


@rule(5, "SUR-OBS-01")
def birth_in_a_public_hospital(paper: Paper) -> Iterator[Says]:
    """Cited by the cap."""
    yield from ()
