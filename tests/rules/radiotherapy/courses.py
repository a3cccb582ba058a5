"""Radiotherapy claims for tests: lines at their test prices, and what is left of them."""

from typing import Any

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, assess, assess_all, line

FEES = {
    "901950": 50000, "901955": 30000, "705300": 50000, "705305": 150000, "705315": 300000, "705350": 400000,
    "705320": 12000, "705380": 22000, "705325": 100000, "705400": 150000, "705355": 50000, "705360": 90000,
    "705370": 120000, "705390": 90000, "705395": 20000, "705330": 40000, "705405": 50000, "705410": 50000,
    "705420": 70000, "705415": 60000, "705425": 85000, "705430": 10000, "705435": 12000, "705505": 1300000,
    "705510": 1000000, "705520": 1200000, "705545": 1700000, "602365": 800000, "709320": 110000, "709340": 30000,
}  # fmt: skip
"""The test prices of one unit."""

PAPERS = {
    "initial_referral_attached": True,
    "prior_radiotherapy": False,
    "prior_records_attached": True,
    "pathology_or_metastasis_proof": True,
    "planning_sheet_attached": True,
    "treatment_sheet": "signed",
    "dvh_attached": True,
    "technique": "conventional",
}
OF_LINE = {
    "management_notes_recorded": True,
    "supervisor_confirmed": True,
    "shield_kind": "custom",
    "shield_image": True,
    "brachy_device": "hdr",
}
RADIOTHERAPIST = {"id": "33333", "qualification": "specialist", "specialty": "radiation_oncology"}


def done(code: str, qty: float = 1, over: Document | None = None, **facts: Any) -> Document:
    """Return a line of so many units at the test price; its papers are in order unless a fact says otherwise."""
    return line(code, int(FEES[code] * qty), qty, over, **(OF_LINE | facts))


def past(date: str, code: str, qty: int = 1, **facts: Any) -> Document:
    """Return a row of the history."""
    return {"date": date, "code": code, "qty": qty, "facts": facts}


def claim_of(
    *lines: Document, history: tuple[Document, ...] = (), over: Document | None = None, **facts: Any
) -> Document:
    """Return a claim with its papers in order; `facts` are laid over them, `over` holds other keys of the claim."""
    return {"facts": PAPERS | facts, "history": list(history), "lines": list(lines)} | (over or {})


def course(
    rule: str,
    *lines: Document,
    history: tuple[Document, ...] = (),
    over: Document | None = None,
    office: Document | None = None,
    base: str = "radiotherapy",
    **facts: Any,
) -> ClaimResult:
    """Return the result of a claim about a rule; `office` is laid over the submission."""
    claim = claim_of(*lines, history=history, over=over, **facts)
    return assess(rule, base, area="radiotherapy", claim=claim, submission=office or {})


def centre(rule: str, *claims: Document) -> dict[str, ClaimResult]:
    """Return the results of a centre's claims, each of another patient: C-1, C-2 and so on."""
    first, *further = claims
    others = [claim | {"id": f"C-{no}", "patient": {"id": f"00123457{no:02}"}} for no, claim in enumerate(further, 2)]
    return assess_all(rule, "radiotherapy", area="radiotherapy", claim=first, more_claims=others)
