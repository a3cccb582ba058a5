"""Reimbursed stays whose bills came on paper or through SEPAS, for tests of what is told of their centres."""

import hashlib
from typing import Any

from app.services.results import audit_submission
from tests.rules.circulars.orders import IBAN, PAID, PRIVATE
from tests.rules.claims import made
from tests.services.closed_claims import House
from tests.services.refunds import PERSONS


def bring_stay(
    house: House,
    number: str,
    *,
    source: str | None = "paper",
    discharged: str = "1400-02-08",
    insurer: str = "salamat",
    **provider: Any,
) -> None:
    """Bring a reimbursed stay of a private hospital whose bill came by `source`; None leaves that untold."""
    claim = {
        "id": number,
        "pathway": "reimbursement",
        "patient": {"id": PERSONS[0], "name": "مریم نمونه", "iban": IBAN},
        "prescription_date": "1400-02-05",
        "admitted_at": "1400-02-05T08:00",
        "discharged_at": f"{discharged}T10:00",
        "facts": PAID | {"bill_source": source},
        "lines": [{"section": "service", "code": "C202", "amount": 2_000_000}],
    }
    submission = {"id": f"S-{number}", "month": "1400-02", "delivered_on": None, "provider": PRIVATE | provider}
    file = made("REI-12", "inpatient", submission=submission | {"insurer": insurer}, claim=claim)
    with house.office.change(house.first.user.id) as unit:
        sha256 = hashlib.sha256(number.encode()).hexdigest()
        added = unit.submissions.add(file.submission, file.claims, sha256=sha256, file_name=f"{number}.json")
    audit_submission(house.office, added)
