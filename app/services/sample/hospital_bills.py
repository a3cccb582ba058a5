"""The sample's hospital bills as claim files, with a text beside them that says what a reviewer should find in each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.claim_document import quantity_document
from app.domain.dates import JalaliDate
from app.domain.money import Rial, exact, percent_of, round_half_up
from app.domain.reference import Reference
from app.errors import MachineError
from app.services.sample.files import sample_reference
from app.services.sample.hospital import Bill, BillLine, Centre, read_bills, read_centres
from app.services.sample.people import national_code
from app.services.sample.recipe import read_common
from app.services.sample.tariff import Tariff

Document = dict[str, Any]

DESCRIPTION_FILE = "hospital-bills.txt"
SHARE_PERCENT = {ClaimKind.INPATIENT: 10, ClaimKind.TEMPORARY: 30}
PROFESSIONAL, TECHNICAL, ANESTHESIA = "professional", "technical", "anesthesia"
COMPONENTS = {"operating_room": TECHNICAL, "anesthesia": ANESTHESIA}
"""The K that units of a section are multiplied by; professional where it is not named."""


class BillMaker:
    """Writes bills as a hospital would: lines dated by the days of the stay and priced by the packs of the sample."""

    def __init__(self, reference: Reference) -> None:
        self._tariff = Tariff(reference)

    def file(self, centre: Centre) -> Document:
        """Return the claim file of all bills of a centre."""
        common = read_common()
        return {
            "format": "rasidegi/claims",
            "version": 1,
            "submission": {
                "id": f"SYNTHETIC-{centre.name}-{common.month}",
                "month": str(common.month),
                "fund": common.fund,
                "insurer": "salamat",
                "delivered_on": str(common.delivered_on),
                "provider": dict(centre.provider),
                "facts": {**common.submission_facts, **centre.submission_facts},
            },
            "claims": [self.claim(bill, centre) for bill in read_bills() if bill.centre == centre.name],
        }

    def claim(self, bill: Bill, centre: Centre) -> Document:
        """Return one bill as a claim."""
        lines = [{"no": no} | line for no, line in enumerate(self._lines(bill, centre), 1)]
        total = sum(line["amount"] for line in lines)
        kind = ClaimKind(bill.claim.get("kind", ClaimKind.INPATIENT))
        patient_share = percent_of(SHARE_PERCENT[kind], total)
        return {"prescription_date": str(bill.admission)} | {
            **bill.claim,
            "id": claim_id(bill, centre),
            "kind": kind.value,
            "patient": {"id": national_code(bill.number)} | bill.claim["patient"],
            "facts": read_common().facts | centre.facts | bill.claim.get("facts", {}),
            "written": {"total": total, "patient_share": patient_share, "insurer_share": total - patient_share},
            "lines": lines,
        }

    def _lines(self, bill: Bill, centre: Centre) -> Iterator[Document]:
        for line in bill.lines:
            for day in line.days:
                yield self._line(bill, centre, line, bill.admission.plus_days(day - 1) if day else None)

    def _line(self, bill: Bill, centre: Centre, line: BillLine, day: JalaliDate | None) -> Document:
        section, title, unit = self._priced(line, day or bill.admission)
        document: Document = {"section": section, "title": line.title or title}
        document["amount"] = percent_of(line.percent, round_half_up(unit * line.quantity))
        document["facts"] = centre.line_facts | line.facts
        if line.code is not None:
            document["code"] = line.code
        if line.quantity != 1:
            document["qty"] = quantity_document(line.quantity)
        if day is not None:
            document["date"] = str(day)
        if line.by is not None:
            document["performer"] = dict(bill.staff[line.by])
        if line.modifiers:
            document["modifiers"] = list(line.modifiers)
        return document

    def _priced(self, line: BillLine, day: JalaliDate) -> tuple[str, str, Rial]:
        """Return the section, the title of the code and the price of one unit, in rials."""
        service = self._tariff.service(line.code, day) if line.code is not None else None
        section = line.section or (service.section if service else "")
        title = service.title if service else ""
        if line.amount is not None:
            return section, title, line.amount
        if line.fee is not None:
            return section, title, self._tariff.fee(line.fee, day)
        if line.units is not None:
            component = COMPONENTS.get(section, PROFESSIONAL)
            return section, title, round_half_up(exact(line.units) * self._tariff.coefficient(component, day))
        if service is None:
            raise KeyError(line.title)
        return section, title, self._tariff.price(service, day)


def claim_id(bill: Bill, centre: Centre) -> str:
    """Return the number of a bill in its centre's file."""
    return f"{centre.provider['id']}-{bill.number:05d}"


def write_bill_files(folder: Path) -> tuple[Path, ...]:
    """Write a claim file for each centre and the text that describes them; return the claim files.

    Raises MachineError where the place can't be written.
    """
    maker = BillMaker(sample_reference())
    written = []
    try:
        for centre in read_centres():
            path = folder / centre.file
            path.write_text(json.dumps(maker.file(centre), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            written.append(path)
        (folder / DESCRIPTION_FILE).write_text(description(), encoding="utf-8")
    except OSError as error:
        raise MachineError(
            f"صورت‌حساب‌های نمونه در {folder} نوشته نشد؛ جای دیگری بدهید یا جا باز کنید ({error})."
        ) from error
    return tuple(written)


def description() -> str:
    """Return what the sample says of itself: each bill's number, its story, and what the reviewer should find."""
    centres = {centre.name: centre for centre in read_centres()}
    told = [f"{claim_id(bill, centres[bill.centre])}  {bill.title}\n    {bill.says}\n" for bill in read_bills()]
    return "\n".join(["صورت‌حساب‌های بیمارستانی نمونه (ساختگی، با ارقام آزمایشی)\n", *told])
