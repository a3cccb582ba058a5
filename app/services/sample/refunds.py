"""The sample's reimbursement requests: a stay out of contract, equipment that a patient paid, outpatient services."""

import json
from pathlib import Path
from typing import Any

from app.domain.claim import STAY_KINDS, ClaimKind
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.money import percent_of
from app.errors import MachineError
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.services.sample.files import sample_reference
from app.services.sample.people import national_code
from app.services.sample.recipe import WHOLE_TARIFF, read_common
from app.services.sample.tariff import Tariff

Document = dict[str, Any]
FIRST_SERIAL = 90_000
"""Where the numbers of these patients begin, far from those of the other samples."""
UNUSED_BANK = "999"
"""No bank has been given this number in an IBAN."""
LINE_FACTS = {"ordered_by_physician": True, "title_complete": True, "report_attached": True}
PRESCRIBER = {"id": "999017", "name": "دکتر نمونه‌پور", "qualification": "specialist", "specialty": "internal_medicine"}


def read_requests() -> Document:
    """Return the requests as they are told in the resources; raises DataError where the file is damaged."""
    requests: Document = read_yaml(resource("sample", "reimbursement.yaml"))
    return requests


def request_files() -> tuple[Document, ...]:
    """Return a claim file for each request, priced by the packs of the sample."""
    told = read_requests()
    return tuple(_file(request, told) for request in told["requests"])


def write_request_files(folder: Path) -> tuple[Path, ...]:
    """Write a claim file for each request and return their paths; raises MachineError where they can't be written."""
    written = []
    for document in request_files():
        path = folder / f"{document['claims'][0]['id'].lower()}.json"
        try:
            path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise MachineError(
                f"پرونده نمونه در {path} نوشته نشد؛ جای دیگری بدهید یا جا باز کنید ({error})."
            ) from error
        written.append(path)
    return tuple(written)


def closed_requests() -> frozenset[str]:
    """Return the numbers of the requests that are closed before anybody sits down at the desk."""
    return frozenset(request["id"] for request in read_requests()["requests"] if request.get("closed"))


def invented_iban(account: int) -> str:
    """Return the good IBAN of an account at a bank that there is none of."""
    number = f"{UNUSED_BANK}{account:019d}"
    return f"IR{98 - int(f'{number}182700') % 97:02d}{number}"


def _file(request: Document, told: Document) -> Document:
    month = str(told["month"])
    return {
        "format": "rasidegi/claims",
        "version": 1,
        "submission": {
            "id": f"SYNTHETIC-{request['id']}-{month}",
            "month": month,
            "insurer": "salamat",
            "fund": read_common().fund,
            "provider": dict(request["provider"]),
            "facts": dict(read_common().submission_facts),
        },
        "claims": [_claim(request, told)],
    }


def _claim(request: Document, told: Document) -> Document:
    first, *last = (_day(day, told) for day in request["days"])
    lines = [_line(no, line, first) for no, line in enumerate(request["lines"], 1)]
    times = {"service_date": str(first)}
    if ClaimKind(request["kind"]) in STAY_KINDS:
        times = {"admitted_at": f"{first}T08:30", "discharged_at": f"{last[0]}T11:00"}
    patient = {"id": national_code(FIRST_SERIAL + request["person"])} | request["patient"]
    if "account" in request:
        patient["iban"] = invented_iban(request["account"])
    return {
        "id": request["id"],
        "kind": request["kind"],
        "pathway": "reimbursement",
        "patient": patient,
        "prescriber": dict(PRESCRIBER),
        "prescription_date": str(first),
        **times,
        "diagnosis": request["diagnosis"],
        "lines": lines,
        "facts": {**read_common().facts, **told["facts"], **request["facts"]},
    }


def _day(day: int, told: Document) -> JalaliDate:
    return JalaliMonth.parse(str(told["month"])).first_day.plus_days(day - 1)


def _line(no: int, line: Document, day: JalaliDate) -> Document:
    tariff = Tariff(sample_reference())
    service, quantity = tariff.service(line["code"], day), line.get("quantity", 1)
    document: Document = {
        "no": no,
        "section": service.section,
        "code": service.code,
        "title": service.title,
        "date": str(day),
        "amount": percent_of(line.get("percent", WHOLE_TARIFF), tariff.price(service, day) * quantity),
        "performer": dict(PRESCRIBER),
        "facts": LINE_FACTS | line.get("facts", {}),
    }
    if quantity != 1:
        document["qty"] = quantity
    return document
