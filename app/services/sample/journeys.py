"""The sample's travel forms, as somebody typed them from paper: a child with companions, a protocol, a hired car."""

from decimal import Decimal
from typing import Any

from app.domain.claim import Patient
from app.domain.claim_document import facts_from
from app.domain.dates import JalaliDate
from app.domain.facts import FactDictionary
from app.domain.travel_form import TravelEntry, TravelForm
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.services.office import Office
from app.services.people import Session
from app.services.sample.people import national_code
from app.services.travel_claims import TravelClaims

Document = dict[str, Any]


def read_journeys() -> Document:
    """Return the forms as they are told in the resources; raises DataError where the file is damaged."""
    journeys: Document = read_yaml(resource("sample", "travel.yaml"))
    return journeys


def travel_forms(dictionary: FactDictionary) -> tuple[TravelForm, ...]:
    """Return the forms as they were typed."""
    told = read_journeys()
    return tuple(_form(form, told, dictionary) for form in told["forms"])


def type_travel_forms(office: Office, session: Session) -> tuple[int, ...]:
    """Type the forms into an office and return the numbers of their claims."""
    travel = TravelClaims(office, session)
    return tuple(travel.save(form) for form in travel_forms(office.dictionary))


def _form(form: Document, told: Document, dictionary: FactDictionary) -> TravelForm:
    patient = form["patient"]
    return TravelForm(
        unit=told["unit"],
        number=form["number"],
        patient=Patient(
            id=national_code(told["first_serial"] + form["person"]),
            name=patient["name"],
            birth_date=JalaliDate.parse(patient["birth_date"]),
            sex=patient["sex"],
        ),
        journey_day=JalaliDate.parse(str(form["day"])),
        diagnosis=form["diagnosis"],
        physician=told["physician"],
        facts=facts_from({"facts": told["facts"] | form["facts"]}, dictionary),
        entries=tuple(_entry(line) for line in form["lines"]),
    )


def _entry(line: Document) -> TravelEntry:
    return TravelEntry(
        line["group"],
        line["amount"],
        Decimal(line["count"]),
        day=JalaliDate.parse(str(line["day"])) if "day" in line else None,
        vehicle=line.get("vehicle"),
        companion_no=line.get("companion"),
    )
