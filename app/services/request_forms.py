"""The request forms of sending and transfer: blank ones, and those that a claim fills as far as it knows (TRV-21c)."""

from collections.abc import Mapping
from typing import Any

from app.domain.claim import STAY_KINDS, Claim, ClaimKind, Line, Submission
from app.domain.dates import JalaliDate
from app.domain.facts import NO_FACTS, FactDictionary, FactKind, Facts, FactValue
from app.domain.persian import date_text, number, persian_digits, rials
from app.domain.request_form import WHOLE_ROW, Choice, FieldKind, FormEntry, FormField, RequestForm, RequestKind
from app.domain.rights import Action
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.services.clock import day_of
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.rights import expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.sheets.travel_form import draw_request_form

TRANSFERRED_KINDS = STAY_KINDS | {
    ClaimKind.LABORATORY,
    ClaimKind.IMAGING,
    ClaimKind.NUCLEAR_MEDICINE,
    ClaimKind.PHYSICIAN_SERVICE,
}
"""The kinds of claim to which an own hospital may send its inpatient (TRV-18)."""
SIGNED = {
    "physician_signature": "physician",
    "supervisor_signature": "supervisor",
    "destination_opinion": "destination",
}
SEEN = "دارد"
YES, NO, NONE_OF_THEM = "بله", "خیر", "هیچ‌کدام"
OTHER = "other"
"""The value beside which a person writes what is meant."""


def kind_of(claim: Claim) -> RequestKind | None:
    """Return which form belongs to a claim; None where neither does."""
    if claim.kind is ClaimKind.TRAVEL:
        return RequestKind.TRAVEL
    transferred = claim.facts.get("own_hospital_transfer") in {"complete", "service_only"}
    return RequestKind.TRANSFER if claim.kind in TRANSFERRED_KINDS and transferred else None


class RequestForms:
    """Makes request forms of an office for one person; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def blank(self, kind: RequestKind) -> RequestForm:
        """Return a form on which nothing stands; raises UseError without the right."""
        return self._form(kind, {})

    def of_claim(self, kind: RequestKind, open_claim: OpenClaim) -> RequestForm:
        """Return a form with what an open claim says, with people's answers in it; raises UseError."""
        return self._form(kind, _values(open_claim.submission, open_claim.claim), open_claim)

    def draw(self, form: RequestForm) -> bytes:
        """Return a form as a PDF."""
        return draw_request_form(form)

    def _form(self, kind: RequestKind, values: Mapping[str, str], claim: OpenClaim | None = None) -> RequestForm:
        with self._office.read() as view:
            expect_right(self._session, Action.PRINT_SHEETS, now=view)
            office_name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
        told = read_request_forms()[kind.value]
        dictionary, facts = self._office.dictionary, NO_FACTS if claim is None else claim.claim.facts
        return RequestForm(
            kind=kind,
            title=told["title"],
            source=told["source"],
            fields=tuple(_field(row, values, _choices(row, facts, dictionary)) for row in told["fields"]),
            office_name=office_name,
            printed_on=day_of(self._office.clock()),
            printed_by=self._session.user.full_name,
            entries=_entries(claim) if claim is not None and kind is RequestKind.TRAVEL else (),
            blank_entries=told.get("entries", 0),
        )


def read_request_forms() -> Mapping[str, Any]:
    """Return the fields of the forms as the resources tell them; raises DataError where the file is damaged."""
    forms: Mapping[str, Any] = read_yaml(resource("desk", "request_forms.yaml"))
    return forms


def _field(row: Mapping[str, Any], values: Mapping[str, str], choices: tuple[Choice, ...]) -> FormField:
    key = row["key"]
    return FormField(
        key,
        row["title"],
        FieldKind(row.get("kind", "text")),
        required=row.get("required", False),
        value="، ".join(choice.name for choice in choices if choice.ticked) if choices else values.get(key, ""),
        choices=choices,
        span=row.get("span", WHOLE_ROW // 2),
        lines=row.get("lines", 1),
        section=row.get("section", ""),
    )


def _choices(row: Mapping[str, Any], facts: Facts, dictionary: FactDictionary) -> tuple[Choice, ...]:
    """Return the boxes of a field: those it names itself, else one for each value of its fact."""
    if FieldKind(row.get("kind", "text")) is not FieldKind.CHOICE:
        return ()
    if "choices" in row:
        *named, last = row["choices"]
        return (*map(Choice, named), Choice(last, open=True))
    fact = row.get("fact", row["key"])
    definition, said = dictionary[fact], facts.get(fact)
    if definition.kind is FactKind.BOOL:
        return Choice(YES, said is True), Choice(NO, said is False)
    ticked = said if isinstance(said, tuple) else (said,)
    values = [value for value in definition.values if value not in row.get("without", ())]
    boxes = tuple(Choice(_named(fact, value), value in ticked, open=value == OTHER) for value in values)
    return (*boxes, Choice(NONE_OF_THEM, said == ())) if definition.kind is FactKind.LIST else boxes


def _entries(open_claim: OpenClaim) -> tuple[FormEntry, ...]:
    return tuple(_entry(line, open_claim) for line in open_claim.claim.lines)


def _entry(line: Line, open_claim: OpenClaim) -> FormEntry:
    """Return a line of a travel claim as it stands on the form."""
    companion, vehicle, ticket = (line.facts.get(name) for name in ("companion_no", "vehicle", "ticket_price"))
    what = open_claim.titles.get(line.no) or line.title or ""
    return FormEntry(
        what=what if companion is None else f"{what} ({persian_digits(companion)})",
        vehicle=_named("vehicle", vehicle) if isinstance(vehicle, str) else "",
        count=number(line.quantity),
        ticket=rials(ticket) if isinstance(ticket, int) else "",
        day=date_text(line.day) if line.day else "",
        amount=rials(line.amount),
    )


def _values(submission: Submission, claim: Claim) -> dict[str, str]:
    """Return what a claim says of the fields of both forms."""
    patient, day = claim.patient, claim.service_day
    said = {
        "document_no": persian_digits(claim.id) if claim.id.isdecimal() or not claim.id.isascii() else claim.id,
        "form_date": date_text(day) if day else "",
        "sending_centre": submission.provider.name or "" if claim.kind is ClaimKind.TRAVEL else "",
        "accepting_hospital": submission.provider.name or "" if claim.kind is not ClaimKind.TRAVEL else "",
        "patient_name": patient.name or "",
        "patient_id": persian_digits(patient.id),
        "birth_date": date_text(patient.birth_date) if patient.birth_date else "",
        "diagnosis": claim.diagnosis or "",
        "insurance_kind": _named("insurer", claim.insurer or submission.insurer),
    }
    signatures = claim.facts.get("transfer_form_signed")
    if isinstance(signatures, tuple):
        said |= {key: SEEN for key, who in SIGNED.items() if who in signatures}
    if claim.facts.get("destination_confirmed") is True:
        said["destination_confirmation"] = SEEN
    facts = {name: _text(name, value) for name, value in claim.facts.items()}
    return facts | said


def _text(fact: str, value: FactValue) -> str:
    """Return a fact as it is written on a form."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, JalaliDate):
        return date_text(value)
    if isinstance(value, tuple):
        return "، ".join(_named(fact, item) for item in value) or NONE_OF_THEM
    return _named(fact, value) if isinstance(value, str) else persian_digits(value)


def _named(fact: str, value: str) -> str:
    names: Mapping[str, Mapping[str, str]] = read_yaml(resource("desk", "values.yaml"))
    return names.get(fact, {}).get(value) or names["common"].get(value) or value
