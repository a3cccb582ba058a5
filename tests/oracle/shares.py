"""Phase 6: the patient's and the insurer's share of what is approved."""

from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.circ_transfers import paid_in_full
from tests.oracle.paper import STAYS, Entry, Paper
from tests.oracle.stay_shares import percent_for, share_of_stay
from tests.oracle.table import concerns


def shares(paper: Paper, approved: int) -> tuple[int, int]:
    """The patient's and the insurer's share of what is approved (GEN-27); those of stays by SHR-05."""
    if paid_in_full(paper):
        return 0, approved
    if paper.kind in STAYS:
        return share_of_stay(paper, approved)
    by_care = dict.fromkeys(("dental", "radiotherapy", "outpatient"), 0)
    for entry in paper.entries:
        by_care[care_of(paper, entry)] += paper.borne_with_patient(entry)
    exact = sum(percent_for(paper, care) * amount for care, amount in by_care.items() if amount)
    patient = half_up(Fraction(exact, 100))
    return patient, approved - patient


def care_of(paper: Paper, entry: Entry) -> str:
    """Whose share a line has: beside radiotherapy, other services have that of outpatients (RT-23)."""
    if paper.kind != "radiotherapy" or not concerns("RT-23b", paper):
        return paper.kind if paper.kind in {"dental", "radiotherapy"} else "outpatient"
    number = int(entry.code) if entry.code and entry.code.isdigit() else 0
    own = number in (901950, 901955) or 705300 <= number <= 705435 or 705505 <= number <= 705555
    consumable = entry.group in {"rt_consumable", "brachy_consumable"}
    return "radiotherapy" if own or consumable else "outpatient"
