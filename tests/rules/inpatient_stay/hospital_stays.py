"""Hospital stays for tests: a stay of three days (or an observation of four hours), its beds and what is left of them.

Test fees of a day in grade one: ordinary bed 1,000,000, single room 2,000,000, ICU 5,000,000, CCU 2,500,000.
"""

from typing import Any

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, assess, assess_all

ADMITTED, DISCHARGED = "1395-03-05T08:00", "1395-03-08T10:00"
PHYSICIAN = {"id": "20001", "qualification": "specialist", "specialty": "internal_medicine"}
SURGEON = {"id": "11116", "qualification": "specialist", "specialty": "general_surgery"}
ANESTHETIST = {"id": "20003", "qualification": "specialist", "specialty": "anesthesiology"}
PAPERS = [
    "admission_order", "insurance_page", "bill", "operation_report", "anesthesia_sheet", "equipment_invoice",
    "equipment_labels", "drug_list", "lab_list", "imaging_list", "operating_room_list",
]  # fmt: skip


def bed(kind: str | None, qty: float, amount: int, over: Document | None = None, **facts: Any) -> Document:
    """Return a bed line of so many days; `over` holds other keys of it, such as date or code."""
    known = facts if kind is None else {"bed_kind": kind} | facts
    return {"section": "hotel", "qty": qty, "amount": amount, "facts": known} | (over or {})


def icu(qty: float, amount: int, over: Document | None = None, **facts: Any) -> Document:
    """Return an ICU bed of grade one with a resident physician."""
    return bed("icu", qty, amount, over, **({"ward_grade": "one", "resident_physician_present": True} | facts))


def nursing(amount: int) -> Document:
    """Return a line of nursing."""
    return {"section": "nursing", "amount": amount}


def item(section: str, amount: int, code: str | None = None, over: Document | None = None, **facts: Any) -> Document:
    """Return any other line."""
    coded = {} if code is None else {"code": code}
    return {"section": section, "amount": amount, "facts": facts} | coded | (over or {})


def operation() -> Document:
    """Return a surgeon's line."""
    return item("surgery", 3_000_000, "990001", {"performer": SURGEON})


def anesthesia() -> Document:
    """Return an anesthetist's line."""
    return item("anesthesia", 900_000, "990002", {"performer": ANESTHETIST})


def bill(
    *lines: Document, until: str | None = DISCHARGED, since: str = ADMITTED, over: Document | None = None, **facts: Any
) -> Document:
    """Return the claim of a stay between two moments; `over` holds other keys of it."""
    times = {"admitted_at": since, "discharged_at": until, "prescription_date": since.partition("T")[0]}
    numbered = [{"no": no} | line for no, line in enumerate(lines, 1)]
    return times | {"facts": facts, "lines": numbered} | (over or {})


def stay(
    rule: str,
    *lines: Document,
    base: str = "inpatient",
    office: Document | None = None,
    services: tuple[Document, ...] = (),
    **of_claim: Any,
) -> ClaimResult:
    """Return the result of a stay; `office` is laid over the submission, `of_claim` goes to `bill`."""
    claim = bill(*lines, **of_claim)
    return assess(rule, base, area="inpatient_stay", services=services, claim=claim, submission=office or {})


def observation(rule: str, *lines: Document, until: str = "1395-03-05T12:00", **of_claim: Any) -> ClaimResult:
    """Return the result of an observation, of four hours unless `until` says otherwise."""
    return stay(rule, *lines, base="temporary", until=until, **of_claim)


def stays(rule: str, first: Document, *more: Document) -> dict[str, ClaimResult]:
    """Return the results of several stays of one patient in a submission: C-1, C-2 and so on."""
    others = [claim | {"id": f"C-{no}"} for no, claim in enumerate(more, 2)]
    return assess_all(rule, "inpatient", area="inpatient_stay", claim=first, more_claims=others)
