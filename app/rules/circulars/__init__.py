"""The four circulars beside the handbook: eligibility, paraclinic centres, reimbursement, sending of patients."""

from app.rules.circulars import (
    companions,
    electronic_bills,
    eligibility,
    fares,
    paraclinic,
    paraclinic_papers,
    reimbursed_lines,
    reimbursement,
    repeated_sendings,
    sending,
    transfers,
)

__all__ = [
    "companions",
    "electronic_bills",
    "eligibility",
    "fares",
    "paraclinic",
    "paraclinic_papers",
    "reimbursed_lines",
    "reimbursement",
    "repeated_sendings",
    "sending",
    "transfers",
]
