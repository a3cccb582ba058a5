"""Claims as documents of the claim-file contract, and back.

Reading here trusts its input: a document has been validated by `app.files` or was written by `claim_document`. Dates go
out as Jalali ISO text, quantities as exact decimal text where they are not whole.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.claim import (
    Claim,
    ClaimKind,
    Insurer,
    Line,
    PastService,
    Pathway,
    Patient,
    Person,
    Provider,
    Submission,
    WrittenSums,
)
from app.domain.dates import JalaliDate, JalaliMonth, Moment
from app.domain.facts import FactDictionary, FactKind, Facts, FactValue

Document = Mapping[str, Any]


def fact_value(kind: FactKind, value: Any) -> FactValue:
    """Return a document's value as the type of its fact; raises ValueError, TypeError or ArithmeticError."""
    match kind:
        case FactKind.DATE:
            return JalaliDate.parse(value)
        case FactKind.DATETIME:
            return Moment.parse(value)
        case FactKind.DECIMAL:
            return Decimal(str(value))
        case FactKind.INTEGER:
            return int(value)
        case FactKind.LIST:
            return tuple(value)
    return value  # type: ignore[no-any-return]


def _kind_of(value: Any) -> FactKind:
    """Return a kind that keeps the value of a fact that no dictionary knows."""
    return FactKind.LIST if isinstance(value, list) else FactKind.TEXT


def facts_from(document: Document, dictionary: FactDictionary) -> Facts:
    """Return the typed facts of a document; names that no dictionary knows are kept as they are."""
    return {
        name: fact_value(dictionary[name].kind if name in dictionary else _kind_of(value), value)
        for name, value in document.get("facts", {}).items()
    }


def fact_document(value: FactValue) -> Any:
    """Return a fact's value in the form of a document."""
    if isinstance(value, JalaliDate | Moment):
        return str(value)
    if isinstance(value, Decimal):
        return quantity_document(value)
    return list(value) if isinstance(value, tuple) else value


def quantity_document(quantity: Decimal) -> int | str:
    """Return a whole quantity as an int, any other as exact decimal text."""
    return int(quantity) if quantity == quantity.to_integral_value() else str(quantity)


def _day(document: Document, key: str) -> JalaliDate | None:
    return JalaliDate.parse(document[key]) if document.get(key) else None


def _moment(document: Document, key: str) -> Moment | None:
    return Moment.parse(document[key]) if document.get(key) else None


def _person(document: Document | None) -> Person | None:
    """Return a person; one of whom nothing is said is nobody."""
    return Person(**document) if document else None


def _line(document: Document, dictionary: FactDictionary) -> Line:
    return Line(
        no=document["no"],
        section=document["section"],
        amount=document["amount"],
        code=document.get("code"),
        title=document.get("title"),
        quantity=Decimal(str(document.get("qty", 1))),
        day=_day(document, "date"),
        performer=_person(document.get("performer")),
        modifiers=tuple(document.get("modifiers", ())),
        facts=facts_from(document, dictionary),
    )


def _past_service(document: Document, dictionary: FactDictionary) -> PastService:
    return PastService(
        day=JalaliDate.parse(document["date"]),
        code=document["code"],
        quantity=Decimal(str(document.get("qty", 1))),
        provider=document.get("provider"),
        facts=facts_from(document, dictionary),
        quantity_given="qty" in document,
    )


def _patient(document: Document) -> Patient:
    fields = {key: document[key] for key in ("id", "id_kind", "name", "sex", "iban") if key in document}
    return Patient(**fields, birth_date=_day(document, "birth_date"), conditions=tuple(document.get("conditions", ())))


def claim_from_document(document: Document, dictionary: FactDictionary) -> Claim:
    """Return the claim that a valid document describes."""
    return Claim(
        id=document["id"],
        kind=ClaimKind(document["kind"]),
        patient=_patient(document["patient"]),
        lines=tuple(_line(line, dictionary) for line in document["lines"]),
        pathway=Pathway(document.get("pathway", Pathway.CONTRACTED)),
        fund=document.get("fund"),
        insurer=Insurer(document["insurer"]) if document.get("insurer") else None,
        prescriber=_person(document.get("prescriber")),
        prescription_date=_day(document, "prescription_date"),
        service_date=_day(document, "service_date"),
        admitted_at=_moment(document, "admitted_at"),
        discharged_at=_moment(document, "discharged_at"),
        diagnosis=document.get("diagnosis"),
        written=WrittenSums(**document["written"]) if document.get("written") else None,
        history=tuple(_past_service(row, dictionary) for row in document.get("history", ())),
        facts=facts_from(document, dictionary),
    )


def submission_from_document(document: Document, dictionary: FactDictionary) -> Submission:
    """Return the submission that a valid document describes."""
    provider = document["provider"]
    return Submission(
        id=document["id"],
        month=JalaliMonth.parse(document["month"]),
        provider=Provider(
            id=provider["id"],
            kind=provider["kind"],
            sector=provider["sector"],
            name=provider.get("name"),
            contracted=provider.get("contracted", True),
            contract_from=_day(provider, "contract_from"),
            contract_to=_day(provider, "contract_to"),
        ),
        fund=document.get("fund"),
        insurer=Insurer(document.get("insurer", Insurer.SALAMAT)),
        delivered_on=_day(document, "delivered_on"),
        facts=facts_from(document, dictionary),
    )


def _filled(**fields: Any) -> dict[str, Any]:
    """Return the fields that hold something."""
    return {key: value for key, value in fields.items() if value not in (None, (), [], {})}


def _facts_document(facts: Facts) -> dict[str, Any]:
    return {name: fact_document(value) for name, value in facts.items()}


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def person_document(person: Person | None) -> dict[str, Any] | None:
    """Return a prescriber or performer as a document."""
    if person is None:
        return None
    return _filled(id=person.id, name=person.name, qualification=person.qualification, specialty=person.specialty)


def line_document(line: Line) -> dict[str, Any]:
    """Return a line as a document of the claim-file contract."""
    required = {"no": line.no, "section": line.section, "amount": line.amount}
    return required | _filled(
        code=line.code,
        title=line.title,
        qty=quantity_document(line.quantity),
        date=_text(line.day),
        performer=person_document(line.performer),
        modifiers=list(line.modifiers),
        facts=_facts_document(line.facts),
    )


def _past_service_document(row: PastService) -> dict[str, Any]:
    return {"date": str(row.day), "code": row.code} | _filled(
        qty=quantity_document(row.quantity) if row.quantity_given else None,
        provider=row.provider,
        facts=_facts_document(row.facts),
    )


def _patient_document(patient: Patient) -> dict[str, Any]:
    return _filled(
        id=patient.id,
        id_kind=patient.id_kind,
        name=patient.name,
        birth_date=_text(patient.birth_date),
        sex=patient.sex,
        iban=patient.iban,
        conditions=list(patient.conditions),
    )


def _written_document(written: WrittenSums) -> dict[str, int]:
    sums = {
        "total": written.total,
        "patient_share": written.patient_share,
        "insurer_share": written.insurer_share,
    }
    return {name: amount for name, amount in sums.items() if amount is not None}


def claim_document(claim: Claim) -> dict[str, Any]:
    """Return a claim as a document of the claim-file contract."""
    required = {"id": claim.id, "kind": claim.kind.value, "patient": _patient_document(claim.patient)}
    return (
        required
        | _filled(
            pathway=claim.pathway.value,
            fund=claim.fund,
            insurer=claim.insurer.value if claim.insurer else None,
            prescriber=person_document(claim.prescriber),
            prescription_date=_text(claim.prescription_date),
            service_date=_text(claim.service_date),
            admitted_at=_text(claim.admitted_at),
            discharged_at=_text(claim.discharged_at),
            diagnosis=claim.diagnosis,
            written=_written_document(claim.written) if claim.written else None,
            history=[_past_service_document(row) for row in claim.history],
            facts=_facts_document(claim.facts),
        )
        | {"lines": [line_document(line) for line in claim.lines]}
    )


def submission_document(submission: Submission) -> dict[str, Any]:
    """Return a submission as a document of the claim-file contract."""
    provider = submission.provider
    required = {"id": submission.id, "month": str(submission.month)}
    return required | _filled(
        provider={
            "id": provider.id,
            "kind": provider.kind,
            "sector": provider.sector,
            "contracted": provider.contracted,
        }
        | _filled(
            name=provider.name, contract_from=_text(provider.contract_from), contract_to=_text(provider.contract_to)
        ),
        fund=submission.fund,
        insurer=submission.insurer.value,
        delivered_on=_text(submission.delivered_on),
        facts=_facts_document(submission.facts),
    )
