"""A travel claim as it is typed from its paper form (order on sending patients, part A): the form and its lines.

A form becomes a submission of one claim. The claim bears the number of the form; one without a number bears the digest
of what was typed, so that the same form typed again is known.
"""

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.domain.assessment import canonical_json
from app.domain.claim import Claim, ClaimKind, Insurer, Line, Patient, Person, Provider, Submission
from app.domain.claim_document import claim_document, submission_document
from app.domain.dates import JalaliDate
from app.domain.facts import NO_FACTS, Facts, FactValue
from app.domain.money import Rial
from app.domain.persian import persian_digits

SECTION = "travel"
FARE, LODGING = "travel_fare", "travel_lodging"
COMPANION_FARE, COMPANION_LODGING = "companion_fare", "companion_lodging"
TRAVEL_GROUPS = (FARE, LODGING, COMPANION_FARE, COMPANION_LODGING)
"""What a line of a travel claim is paid for: the patient's fare and nights, and those of a companion."""
FARES = frozenset({FARE, COMPANION_FARE})
COMPANIONS = frozenset({COMPANION_FARE, COMPANION_LODGING})
DIGEST_LENGTH = 10


@dataclass(frozen=True, slots=True)
class TravelEntry:
    """One line of the form: trips or nights; the ticket's price is that of all tickets of the line, 0 for none."""

    group: str
    amount: Rial
    quantity: Decimal = Decimal(1)
    day: JalaliDate | None = None
    vehicle: str | None = None
    ticket_price: Rial | None = None
    companion_no: int | None = None

    @property
    def facts(self) -> dict[str, FactValue]:
        """What a rule may ask of the line."""
        said = {"vehicle": self.vehicle, "ticket_price": self.ticket_price, "companion_no": self.companion_no}
        return {name: value for name, value in said.items() if value is not None}


@dataclass(frozen=True, slots=True)
class TravelForm:
    """What stands on the paper; `unit` is the treatment unit that sent the patient."""

    unit: str
    patient: Patient
    journey_day: JalaliDate
    entries: tuple[TravelEntry, ...]
    number: str = ""
    diagnosis: str = ""
    physician: str = ""
    facts: Facts = field(default_factory=lambda: NO_FACTS)


def form_fault(form: TravelForm) -> str:
    """Return what can't be on any paper, as a sentence with its remedy; empty where nothing is."""
    born, day = form.patient.birth_date, form.journey_day
    if born is not None and born > day:
        return "تاریخ تولد پس از روز سفر است؛ هر دو را با کاغذ بسنجید."
    for no, entry in enumerate(form.entries, start=1):
        if entry.day is not None and entry.day < day:
            return f"روز ردیف {persian_digits(no)} پیش از روز سفر است؛ روز سفر، روز نخستین سفر این فرم است."
    return ""


def form_doubt(form: TravelForm, today: JalaliDate) -> str:
    """Return what is hardly so, as a sentence; empty where nothing is."""
    days = (form.journey_day, *(entry.day for entry in form.entries if entry.day is not None))
    return "روز سفر یا ردیفی از آن هنوز نرسیده است؛ با کاغذ بسنجید." if max(days) > today else ""


def submission_of(form: TravelForm, claim_id: str) -> Submission:
    """Return the submission that a form is: the unit's sending of one patient, in the month of the journey."""
    provider = Provider(id=form.unit, kind="general_clinic", sector="public_other", name=persian_digits(form.unit))
    return Submission(claim_id, form.journey_day.jalali_month, provider, insurer=Insurer.TAMIN)


def claim_of(form: TravelForm, claim_id: str, codes: dict[str, str]) -> Claim:
    """Return the claim that a form makes; `codes` are those of the four groups."""
    lines = tuple(
        Line(
            no=no,
            section=SECTION,
            amount=entry.amount,
            code=codes.get(entry.group),
            quantity=entry.quantity,
            day=entry.day,
            facts=entry.facts,
        )
        for no, entry in enumerate(form.entries, start=1)
    )
    return Claim(
        id=claim_id,
        kind=ClaimKind.TRAVEL,
        patient=form.patient,
        lines=lines,
        prescriber=Person(id=form.physician) if form.physician else None,
        service_date=form.journey_day,
        diagnosis=form.diagnosis or None,
        facts=form.facts,
    )


def form_document(form: TravelForm, codes: dict[str, str]) -> dict[str, Any]:
    """Return a form as a claim file of the contract, with one claim."""
    claim_id = form.number or f"FS-{form_digest(form, codes)[:DIGEST_LENGTH]}"
    return _document(form, claim_id, codes)


def form_digest(form: TravelForm, codes: dict[str, str]) -> str:
    """Return the SHA-256 of what was typed."""
    return hashlib.sha256(canonical_json(_document(form, form.number, codes)).encode()).hexdigest()


def _document(form: TravelForm, claim_id: str, codes: dict[str, str]) -> dict[str, Any]:
    return {
        "format": "rasidegi/claims",
        "version": 1,
        "submission": submission_document(submission_of(form, claim_id)),
        "claims": [claim_document(claim_of(form, claim_id, codes))],
    }
