"""Visits and consultations for tests of stays, and who gives them.

Test fees: first day 120,000, later days 100,000, discharge 110,000, a newborn's first 130,000, comprehensive 300,000,
limited 200,000, critical care 600,000; outpatients' visits 100,000, 150,000 and 180,000 by rank; a consultation
200,000, of an invited physician 350,000.
"""

from typing import Any

from tests.rules.claims import Document
from tests.rules.inpatient_stay.hospital_stays import item

INVITED = {
    "consult_kind": "invited",
    "specialty_in_hospital": False,
    "works_in_hospital_clinic": False,
    "at_bedside": True,
}


def physician(specialty: str | None, no: str | None = "20001", rank: str | None = "specialist") -> Document:
    """Return a physician; what is None is left out."""
    parts = {"id": no, "qualification": rank, "specialty": specialty}
    return {name: value for name, value in parts.items() if value is not None}


INTERNIST = physician("internal_medicine")
CARDIOLOGIST = physician("cardiology", "20002")
NEUROLOGIST = physician("neurology", "20004")
PSYCHIATRIST = physician("psychiatry", "20005")
NEPHROLOGIST = physician("nephrology", "20006")
PAEDIATRICIAN = physician("pediatrics", "20012")


def visit(
    amount: int,
    kind: str | None = None,
    by: Document | None = INTERNIST,
    *,
    on: str | None = None,
    qty: float = 1,
    code: str | None = None,
    **facts: Any,
) -> Document:
    """Return a visit of a kind, on a day of Khordad 1395 (`on` is its number) or undated."""
    of_kind = {} if kind is None else {"visit_kind": kind}
    return item("visit", amount, code, _over(by, on, qty), **of_kind, **facts)


def consultation(
    amount: int,
    by: Document | None = CARDIOLOGIST,
    *,
    on: str | None = "06",
    qty: float = 1,
    code: str | None = None,
    **facts: Any,
) -> Document:
    """Return a consultation, of the sixth of Khordad 1395 unless `on` says otherwise."""
    return item("consultation", amount, code, _over(by, on, qty), **facts)


def _over(by: Document | None, on: str | None, qty: float) -> Document:
    performer = {} if by is None else {"performer": by}
    date = {} if on is None else {"date": f"1395-03-{on}"}
    return {"qty": qty} | performer | date
