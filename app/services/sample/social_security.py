"""The sample's month of a laboratory for Social Security: cover asked about or not yet, letterheads, a foreigner."""

import json
from pathlib import Path
from typing import Any

from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.inquiries import InquiryWay
from app.domain.money import percent_of
from app.errors import MachineError
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.services.inquiries import Inquiries, TypedInquiry
from app.services.office import Office
from app.services.people import Session
from app.services.sample.files import sample_reference
from app.services.sample.people import national_code
from app.services.sample.recipe import read_common
from app.services.sample.tariff import Tariff

Document = dict[str, Any]
PATIENTS_PERCENT = 30
FIRST_SERIAL = 70_000
"""Where the numbers of these patients begin, far from those of the other samples."""


def read_month() -> Document:
    """Return the month as it is told in the resources; raises DataError where the file is damaged."""
    month: Document = read_yaml(resource("sample", "social-security.yaml"))
    return month


def social_security_file() -> Document:
    """Return the claim file of the month, priced by the packs of the sample."""
    month, common = read_month(), read_common()
    return {
        "format": "rasidegi/claims",
        "version": 1,
        "submission": {
            "id": f"SYNTHETIC-social-security-{month['month']}",
            "month": str(month["month"]),
            "insurer": "tamin",
            "delivered_on": str(month["delivered_on"]),
            "provider": dict(month["provider"]),
            "facts": {**common.submission_facts, **month["submission_facts"]},
        },
        "claims": [_claim(number, told, month) for number, told in enumerate(month["claims"], 1)],
    }


def write_social_security_file(folder: Path) -> Path:
    """Write the claim file of the month and return its path; raises MachineError where it can't be written."""
    path = folder / str(read_month()["file"])
    try:
        path.write_text(json.dumps(social_security_file(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise MachineError(f"پرونده نمونه در {path} نوشته نشد؛ جای دیگری بدهید یا جا باز کنید ({error}).") from error
    return path


def type_inquiries(office: Office, session: Session) -> None:
    """Record the inquiries that somebody has typed in before."""
    month = read_month()
    for told in month["claims"]:
        if "inquiry" in told:
            day, said = _day(told, month), told["inquiry"]
            Inquiries(office, session).record(
                TypedInquiry(
                    patient_id=_patient(told)["id"],
                    id_kind="national_code",
                    day=day,
                    way=InquiryWay.USSD,
                    covered=said.get("covered", True),
                    asked_on=day,
                    tracking_code=said.get("code", ""),
                )
            )


def claim_id(number: int, month: Document) -> str:
    """Return the number of a claim of the month, counted from one."""
    return f"{month['provider']['id']}-{number:05d}"


def _claim(number: int, told: Document, month: Document) -> Document:
    day = _day(told, month)
    lines = [_line(no, code, day, month) for no, code in enumerate(told["codes"], 1)]
    total = sum(line["amount"] for line in lines)
    share = percent_of(PATIENTS_PERCENT, total)
    facts = {name: value for name, value in read_common().facts.items() if name != "eligibility"}
    return {
        "id": claim_id(number, month),
        "kind": "laboratory",
        "patient": _patient(told),
        "prescriber": dict(month["prescriber"]),
        "prescription_date": str(day),
        "service_date": str(day),
        "diagnosis": told["diagnosis"],
        "written": {"total": total, "patient_share": share, "insurer_share": total - share},
        "lines": lines,
        "facts": facts | month["facts"] | told.get("facts", {}),
    }


def _patient(told: Document) -> Document:
    own: Document = {"id": national_code(FIRST_SERIAL + told["person"])} if "person" in told else {}
    return {**own, **told["patient"]}


def _day(told: Document, month: Document) -> JalaliDate:
    return JalaliMonth.parse(str(month["month"])).first_day.plus_days(int(told["day"]) - 1)


def _line(no: int, code: str, day: JalaliDate, month: Document) -> Document:
    tariff = Tariff(sample_reference())
    service = tariff.service(code, day)
    return {
        "no": no,
        "section": service.section,
        "code": code,
        "title": service.title,
        "amount": tariff.price(service, day),
        "performer": dict(month["performer"]),
        "facts": dict(month["line_facts"]),
    }
