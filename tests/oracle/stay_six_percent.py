"""Article 7 of the inpatient part: the six percent of nursing, after the beds (phase 5)."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, reduce
from tests.oracle.stay_bed_prices import ALMOST_ICU
from tests.oracle.stay_terms import ICU_AND_NICU, NOT_OWN, Stay, bed_kind
from tests.oracle.table import rule

NURSING = Fraction(6, 100)


def base(stay: Stay, *, seventy: bool) -> Fraction:
    """What the six percent is taken of, before or after article 7, item 4."""
    total = Fraction()
    for entry in stay.hotel():
        kind, amount = bed_kind(entry), Fraction(entry.amount)
        if kind == "newborn_healthy":
            counts = stay.paper.kind == "inpatient" and stay.delivery() != "cesarean"
            total += amount if counts else 0
            continue
        fee = stay.fee("normal", stay.grade(entry)) if kind == "monitored" else None
        if kind in ICU_AND_NICU and seventy and stay.bed_fee(entry) is not None:
            fee = ALMOST_ICU * (stay.bed_fee(entry) or 0)
        total += 0 if kind in NOT_OWN else amount if fee is None else min(amount, fee * entry.units)
    return total


def nursing_lines(paper: Paper) -> list[Entry]:
    return [] if Stay(paper).limited else [entry for entry in paper.alive() if entry.section == "nursing"]


def six_percent(rule_id: str, *, seventy: bool) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        left = half_up(NURSING * base(Stay(paper), seventy=seventy))
        for entry in nursing_lines(paper):
            own = min(left, entry.amount)
            left -= own
            yield reduce(entry.no, own)

    rule(5, rule_id)(found)


six_percent("NUR-01", seventy=False)
six_percent("NUR-04", seventy=True)


@rule(5, "NUR-04")
def bed_in_question(paper: Paper) -> Iterator[Says]:
    """NUR-01's question: a bed of the base that waits lets the nursing wait."""
    stay = Stay(paper)
    newborn = paper.kind == "inpatient" and stay.delivery() != "cesarean"
    counted = stay.own_beds() + (stay.beds("newborn_healthy") if newborn else [])
    waits = any(entry.amount > 0 and waiting(paper, entry) for entry in counted)
    for entry in nursing_lines(paper) if waits else []:
        yield Says(entry.no, "query", rule="NUR-01")


def waiting(paper: Paper, entry: Entry) -> bool:
    """Whether a question stands on a line that can cost something of it."""
    asked = [says for says, _, _ in paper.said if says.effect == "query" and says.line == entry.no]
    return any(says.worst is None or takes(says.worst, entry) for says in asked)


def takes(worst: Says, entry: Entry) -> bool:
    """Whether the bad answer takes anything of what is left of a line."""
    if worst.units is not None:
        return worst.units < entry.units
    return worst.after is None or worst.after < entry.amount
