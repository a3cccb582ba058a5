"""Articles 2 and 3 of the inpatient part: what a hospital is paid for, which share a stay has; and what is told of the whole bill in the end."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.paper import STAYS, Paper
from tests.oracle.sayings import Says, note, refer, reject
from tests.oracle.stay_terms import Stay
from tests.oracle.table import concerns, rule

PRICES = frozenset(["GEN-15e", "BED-03", "BED-06", "BED-07", "BED-15c", "BED-17a", "NUR-01c", "VIS-05", "CNS-02"])


@rule(2, "HOS-05")
def lodging_of_an_outpatient(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section in {"hotel", "nursing"} and paper.kind not in STAYS | {"travel"}:
            yield reject(entry.no)


@rule(1, "HOS-05a")
def ward_without_licence(paper: Paper) -> Iterator[Says]:
    if any(entry.section == "hotel" and entry.fact("ward_approved") is False for entry in paper.entries):
        yield refer()


@rule(2, "SHR-03a")
def uninsured(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.has("insured", False):
            yield reject(entry.no)


def care_of_stay(paper: Paper) -> str:
    """SHR-05: whose share a stay has, by its length and what was done."""
    stay = Stay(paper)
    if not concerns("SHR-05", paper):
        return paper.kind
    if stay.limited:
        return "limited_surgery"
    if paper.kind == "inpatient":
        return "inpatient" if stay.long is not False or stay.surgical() else "temporary"
    in_hospital = paper.provider["kind"] == "hospital"
    sum_of_all = in_hospital and any(entry.section == "global" for entry in paper.alive())
    return "inpatient" if stay.long or stay.surgical() or sum_of_all else "temporary"


def percent_for(paper: Paper, care: str) -> Fraction:
    """The patient's percent of a care; special patients have the lowest of their conditions (SHR-04)."""
    special = any(concerns(rule_id, paper) for rule_id in ("SHR-04a", "SHR-04b"))
    conditions = paper.patient.get("conditions", []) if special else []
    rows = [paper.books.newest("shares", paper.known_day, care=care, condition=key) for key in conditions]
    found = [Fraction(str(row["percent"])) for row in rows if row]
    general = paper.books.newest("shares", paper.known_day, care=care, condition=None)
    assert general is not None, f"no share of {care}"
    return min(found, default=Fraction(str(general["percent"])))


def share_of_stay(paper: Paper, approved: int) -> tuple[int, int]:
    """The patient's and the insurer's share of a hospital bill; what 90 and 95 add is the insurer's alone."""
    borne = sum(map(paper.borne_with_patient, paper.entries))
    patient = half_up(percent_for(paper, care_of_stay(paper)) * borne / 100)
    return patient, approved - patient


def private_difference(rule_id: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        lowered = {
            says.rule
            for says, before, after in paper.said
            if says.effect == "reduce" and says.units is None and after < before
        }
        if Stay(paper).private and any(rule in PRICES or rule.startswith("VIS-12") for rule in lowered):
            yield note()

    rule(6, rule_id)(found)


private_difference("SHR-02a")
private_difference("SHR-02b")


@rule(6, "VAL-02b")
def written_total(paper: Paper) -> Iterator[Says]:
    total = (paper.claim.get("written") or {}).get("total")
    if total is not None and total != sum(entry.claimed for entry in paper.entries):
        yield note()
