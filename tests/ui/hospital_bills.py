"""Hospital bills for the tests of the desk: faultless documents of the catalogue with test figures, and long ones.

They are judged by the real engine, alone or in an office of their own.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.claim import ClaimFile
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.office import ClaimState
from app.domain.reference import Reference
from app.domain.settlement import settle
from app.files.pack_reader import read_pack
from app.services.audit import Auditor
from app.services.office import Office
from app.services.open_claim import OpenClaim, questions_of
from app.store.office import OfficeStore
from tests.catalogue.expansion import FOLDER, dictionary, expanded, rulebook
from tests.services.offices import ticking_clock
from tests.ui.open_claims import SARA

PACKS = ("base", "modifiers", "inpatient_stay", "inpatient_services")
OPERATION = {"operation_times_confirmed": True}
TIMES = {"surgery_start": "1395-03-06T09:00", "surgery_end": "1395-03-06T11:00", "anesthesia_method": "general"}
SURGEON = {"id": "55001", "qualification": "specialist", "specialty": "general_surgery"}
INTERNIST = {"id": "55002", "qualification": "specialist", "specialty": "internal_medicine"}
CARDIOLOGIST = {"id": "55003", "qualification": "specialist", "specialty": "cardiology"}

Document = dict[str, Any]


def row(section: str, code: str | None, amount: int, *, title: str = "", qty: int = 1, **over: Any) -> Document:
    """Return a line of a bill without its number; `facts` laid over the good ones."""
    line: Document = {"section": section, "amount": amount, "qty": qty}
    return line | ({"code": code} if code else {}) | ({"title": title} if title else {}) | over


def operation(code: str, amount: int, **facts: Any) -> Document:
    """Return an operation with confirmed times and its surgeon."""
    return row("surgery", code, amount, performer=SURGEON, facts=OPERATION | facts)


def three_operations() -> list[Document]:
    """Return operations of 60, 40 and 25 units claimed whole; nobody has read off in which incision each was done."""
    return [operation("109020", 600_000), operation("109030", 400_000), operation("109040", 250_000)]


def document(*lines: Document, **claim: Any) -> Document:
    """Return a claim file with one stay of these lines; what else is given is laid over the claim."""
    case = {"rule": "", "base": "inpatient", "expect": {}, "claim": {"lines": list(lines), **claim}}
    return {"format": "rasidegi/claims", "version": 1, **expanded(case)}


def long_document(lines: int = 200) -> Document:
    """Return a stay of ten days with a bill of so many lines, most of them drugs, supplies and tests."""
    discharged = "1395-03-15T10:00"
    return document(*_long_bill(lines), admitted_at="1395-03-05T08:00", discharged_at=discharged)


def _day(number: int) -> str:
    """Return a day of the stay."""
    return f"1395-03-{5 + number:02d}"


def _long_bill(lines: int) -> Iterator[Document]:
    head = [
        row("hotel", None, 15_000_000, title="تخت دوتخته", qty=10, facts={"bed_kind": "double"}),
        *(row("visit", None, 100_000, title="ویزیت روزانه", performer=INTERNIST, date=_day(n)) for n in range(10)),
        row("consultation", None, 200_000, title="مشاوره قلب", performer=CARDIOLOGIST, date=_day(1)),
        *three_operations(),
        row("anesthesia", "109020", 300_000, facts=TIMES),
        row("imaging", "990050", 800_000, date=_day(2)),
    ]
    yield from head
    for number in range(lines - len(head)):
        day = _day(number % 10)
        match number % 4:
            case 0 | 1:
                yield row("drug", "DR01", 50_000 + 1_000 * (number % 40 == 0), date=day)
            case 2:
                yield row("supply", "SP02", 200_000, date=day)
            case _:
                yield row("lab", "990040", 100_000, date=day)


@cache
def auditor() -> Auditor:
    """Return the engine with the test figures of the inpatient areas."""
    return Auditor(Reference([read_pack(FOLDER / f"{name}.pack.json") for name in PACKS]), rulebook(), dictionary())


def opened(claims: Document, *, state: ClaimState = ClaimState.IN_REVIEW, store_id: int = 21) -> OpenClaim:
    """Return the first claim of a file as it lies on the desk, without an office behind it."""
    engine = auditor()
    submission = submission_from_document(claims["submission"], dictionary())
    claim = claim_from_document(claims["claims"][0], dictionary())
    result = engine.audit(ClaimFile(submission, (claim,)))[0]
    settlement = settle(result, result, (), {})
    services = {line.no: engine.reference.service(line.code or "", claim.service_day) for line in claim.lines}
    return OpenClaim(
        id=store_id,
        submission=submission,
        claim=claim,
        state=state,
        settlement=settlement,
        questions=questions_of(settlement.open_queries, dictionary(), submission, claim),
        decisions=(),
        authors={SARA.id: SARA},
        history=(),
        titles={no: service.title if service else "" for no, service in services.items()},
        rulebook=engine.engine.rulebook,
    )


def hospital_office(folder: Path) -> Office:
    """Return an office with the test figures of the inpatient areas and nobody in it."""
    office = Office(OfficeStore.open_or_create(folder), ticking_clock())
    for name in PACKS:
        office.install_pack(FOLDER / f"{name}.pack.json", actor=None)
    return office
