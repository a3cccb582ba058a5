"""Offices for tests: real stores in a temporary folder, with the test packs and a few imaging claims."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.claim_document import claim_from_document, submission_from_document
from app.services.clock import Clock
from app.services.office import Office
from app.services.people import Session, make_first_administrator
from app.services.results import audit_submission
from app.store.office import OfficeStore

PACKS = Path(__file__).parent.parent / "catalogue"
NAME, FULL_NAME, PASSWORD = "mina", "مینا رستگار", "a long password"

GOOD_FACTS: dict[str, Any] = {
    "prescription_form": "booklet",
    "sheets": ["first"],
    "prescriber_stamp": True,
    "prescriber_signature": "original",
    "specialty_legible": True,
    "date_written": True,
    "defects": [],
    "tampered_by_provider": False,
    "provider_stamp": True,
    "officer_stamp": True,
    "facility_stamp": True,
    "other_provider_stamp": False,
    "prescribed_for_self": False,
    "screening": False,
    "cosmetic": False,
    "at_home": False,
    "needs_insurer_approval": False,
    "referral_required": False,
    "sums_written": True,
    "prescription_names_patient": True,
    "eligibility": "covered",
}
LINE_FACTS = {"ordered_by_physician": True, "title_complete": True, "report_attached": True}
SUBMISSION: dict[str, Any] = {
    "id": "S-1",
    "month": "1395-03",
    "fund": "government_staff",
    "delivered_on": "1395-04-10",
    "provider": {
        "id": "P-IMG",
        "name": "تصویربرداری آزمایشی",
        "kind": "imaging_center",
        "sector": "private",
        "contract_from": "1394-01-01",
    },
    "facts": {"technical_officer_present": True, "rural_contract": True},
}


def line(no: int, code: str, amount: int, **facts: Any) -> dict[str, Any]:
    """Return an imaging line with good facts; a fact given as None is left out."""
    given = {name: value for name, value in {**LINE_FACTS, **facts}.items() if value is not None}
    return {"no": no, "section": "imaging", "code": code, "amount": amount, "facts": given}


def claim(claim_id: str, *lines: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """Return a faultless imaging claim with these lines; a fact given as None is left out."""
    given = {name: value for name, value in {**GOOD_FACTS, **facts}.items() if value is not None}
    return {
        "id": claim_id,
        "kind": "imaging",
        "patient": {"id": "0012345679", "name": "بیمار آزمایشی", "birth_date": "1350-05-05", "sex": "female"},
        "prescriber": {"id": "11113", "qualification": "specialist", "specialty": "obstetrics_gynecology"},
        "prescription_date": "1395-03-05",
        "service_date": "1395-03-07",
        "diagnosis": "درد شکم",
        "facts": given,
        "lines": list(lines),
    }


def ticking_clock(start: datetime = datetime(2016, 7, 1, 8, tzinfo=UTC)) -> Clock:
    """Return a clock that goes on by a second at each look."""

    def ticks() -> Iterator[datetime]:
        now = start
        while True:
            now += timedelta(seconds=1)
            yield now

    times = ticks()
    return lambda: next(times)


def empty_office(folder: Path, clock: Clock | None = None) -> Office:
    """Return an office with the test packs and nobody in it."""
    office = Office(OfficeStore.open_or_create(folder), clock or ticking_clock())
    for name in ("base", "general", "imaging"):
        office.install_pack(PACKS / f"{name}.pack.json", actor=None)
    return office


def claim_file(*claims: dict[str, Any], submission_id: str = "S-1") -> dict[str, Any]:
    """Return the document of a claim file with these claims."""
    submission = SUBMISSION | {"id": submission_id}
    return {"format": "rasidegi/claims", "version": 1, "submission": submission, "claims": list(claims)}


def make_office(folder: Path, clock: Clock | None = None) -> tuple[Office, Session]:
    """Return an office with the test packs and its first administrator, signed in."""
    office = empty_office(folder, clock)
    return office, make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)


def add_claims(
    office: Office,
    session: Session,
    *claims: dict[str, Any],
    submission_id: str = "S-1",
    insurer: str = "salamat",
    **facts: Any,
) -> list[int]:
    """Import claims as one submission with further facts of its own, audit them, and return their ids in the office.

    A fact given as None is left out.
    """
    known = {name: value for name, value in {**SUBMISSION["facts"], **facts}.items() if value is not None}
    document = SUBMISSION | {"id": submission_id, "insurer": insurer, "facts": known}
    submission = submission_from_document(document, office.dictionary)
    values = [claim_from_document(document, office.dictionary) for document in claims]
    sha = hashlib.sha256(submission_id.encode()).hexdigest()
    with office.change(session.user.id) as unit:
        number = unit.submissions.add(submission, values, sha256=sha, file_name="test.json")
    audit_submission(office, number)
    with office.read() as view:
        return [row.id for row in view.claims.of_submission(number, office.dictionary)]


def two_without_officer(office: Office, session: Session) -> list[int]:
    """Import two claims of a submission that does not say whether the technical officer was present."""
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in (1, 2)]
    return add_claims(office, session, *claims, technical_officer_present=None)
