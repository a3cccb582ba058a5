"""Faultless claims under the circulars, one for each circular; all figures are test figures."""

from typing import Any

from app.domain.assessment import ClaimResult
from tests.rules.claims import Document, assess

SERVICE = {"code": "C101", "amount": 100_000}
BUS = {"code": "TR01", "qty": 2, "amount": 600_000, "facts": {"vehicle": "bus"}}
JOURNEY = {
    "insured_group": "insured",
    "available_locally": False,
    "delay_dangerous": True,
    "service_covered": True,
    "out_of_province": True,
    "on_province_list": False,
    "sent_through_system": True,
    "destination_confirmed": True,
    "repeat_sending": False,
    "route_from": "QAZVIN",
    "route_to": "TEHRAN",
}
PAID = {"paid_by": ["patient"], "proof_complete": True, "iban_owner": "insured", "bill_source": "sepas"}
PRIVATE = {"id": "P-PRV", "name": "بیمارستان نمونه", "kind": "hospital", "sector": "private", "contracted": False}
IBAN = "IR050170000000123456789012"


def visit(rule: str, *, day: str = "1399-03-05", patient: Document | None = None, **facts: Any) -> ClaimResult:
    """Return the result of an outpatient visit of Social Security."""
    claim = {"prescription_date": day, "service_date": day, "facts": facts, "lines": [{"amount": 150_000}]}
    if patient is not None:
        claim["patient"] = patient
    submission = {"insurer": "tamin", "month": day[:7], "delivered_on": None}
    return assess(rule, "visit", area="circulars", submission=submission, claim=claim)


def request(
    rule: str, base: str = "laboratory", *, day: str = "1399-12-05", patient: Document | None = None, **facts: Any
) -> ClaimResult:
    """Return the result of a paraclinic request of Social Security."""
    claim = {"prescription_date": day, "service_date": day, "facts": facts, "lines": [SERVICE]}
    if patient is not None:
        claim["patient"] = patient
    submission = {"insurer": "tamin", "month": day[:7], "delivered_on": None}
    return assess(rule, base, area="circulars", submission=submission, claim=claim)


def journey(rule: str, *lines: Document, day: str = "1399-10-09", insurer: str = "tamin", **over: Any) -> ClaimResult:
    """Return the result of a travel claim; `facts`, `patient` and `history` are laid over a faultless one.

    `more_claims` and `services` stand beside it in its submission and in the packs.
    """
    claim = {"prescription_date": "1399-10-05", "service_date": day, "lines": list(lines or (BUS,))}
    claim |= {"insurer": insurer, "facts": JOURNEY | over.pop("facts", {})}
    submission = {"insurer": insurer, "month": day[:7], "delivered_on": None}
    around = {"more_claims": list(over.pop("more_claims", ())), "services": over.pop("services", ())}
    return assess(rule, "travel", area="circulars", submission=submission, claim=claim | over, **around)


def refund(rule: str, base: str = "physician_service", *lines: Document, **over: Any) -> ClaimResult:
    """Return the result of a reimbursement request; what is named is laid over a faultless one."""
    claim: Document = {"pathway": "reimbursement", "patient": {"iban": IBAN}, "prescription_date": "1400-02-05"}
    stay = {"admitted_at": "1400-02-05T08:00", "discharged_at": "1400-02-08T10:00"}
    claim |= stay if base in {"inpatient", "temporary"} else {"service_date": "1400-02-05"}
    claim["facts"] = PAID | over.pop("facts", {})
    default = {"section": "service", "code": "C202", "amount": 2_000_000} if base == "inpatient" else None
    claim["lines"] = list(lines or (default or {"code": "C212", "amount": 600_000},))
    provider = PRIVATE | over.pop("provider", {})
    submission = {"month": "1400-02", "delivered_on": None, "provider": provider}
    if "insurer" in over:
        submission["insurer"] = over.pop("insurer")
    return assess(rule, base, area="circulars", submission=submission, claim=claim | over)
