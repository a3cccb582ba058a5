"""Claim files for tests: one faultless file of invented claims, and ways to spoil it."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.domain.identity import national_check_digit
from app.files.claim_reader import read_claim_file
from app.files.problem_texts import Code
from app.files.read_report import ReadReport
from app.files.rulebook_reader import read_fact_dictionary

Document = dict[str, Any]
DICTIONARY = read_fact_dictionary()
GOOD_IBAN = "IR820540102680020817909002"


def national_code(number: int) -> str:
    """A good national code, different for each number."""
    nine = f"{10_000_000 + number:09d}"
    return nine + str(national_check_digit(nine))


def a_claim(number: int = 1, lines: int = 2) -> Document:
    """A claim with every field of the contract that an outpatient claim may have."""
    return {
        "id": f"C-{number}",
        "kind": "imaging",
        "patient": {
            "id": national_code(number),
            "name": f"بیمار آزمایشی {number}",
            "birth_date": "1350-05-05",
            "sex": "female",
            "iban": GOOD_IBAN,
            "conditions": ["hemophilia"],
        },
        "prescriber": {"id": "11113", "qualification": "specialist", "specialty": "neurology"},
        "prescription_date": "1395-03-05",
        "service_date": "1395-03-07",
        "diagnosis": "درد شکم",
        "written": {"total": 300_000, "patient_share": 90_000, "insurer_share": 210_000},
        "history": [{"date": "1395-01-10", "code": "701715", "qty": 1, "provider": "P-2"}],
        "facts": {
            "prescription_form": "booklet",
            "sheets": ["first", "second"],
            "prescriber_stamp": True,
            "defects": [],
        },
        "lines": [a_line(no) for no in range(1, lines + 1)],
    }


def a_line(no: int) -> Document:
    """A line of an invented amount."""
    return {
        "no": no,
        "section": "imaging",
        "code": "701715",
        "title": "سونوگرافی کامل شکم",
        "qty": 1,
        "amount": 150_000,
        "date": "1395-03-07",
        "modifiers": ["60"],
        "performer": {"id": "22222", "specialty": "radiology"},
        "facts": {"side": "left", "report_attached": True},
    }


def a_file(claims: int = 2) -> Document:
    """A faultless claim file."""
    return {
        "format": "rasidegi/claims",
        "version": 1,
        "submission": {
            "id": "S-1",
            "month": "1395-03",
            "fund": "iranian",
            "insurer": "salamat",
            "delivered_on": "1395-04-10",
            "provider": {
                "id": "P-1",
                "name": "تصویربرداری آزمایشی",
                "kind": "imaging_center",
                "sector": "private",
                "contract_from": "1394-01-01",
            },
            "facts": {"teaching": False, "officer_licence_to": "1396-01-01"},
        },
        "claims": [a_claim(number) for number in range(1, claims + 1)],
    }


def changed(change: Callable[[Document], Any], claims: int = 2) -> Document:
    """The faultless file after one change."""
    document = copy.deepcopy(a_file(claims))
    change(document)
    return document


def read_document(folder: Path, document: Any, *, strict_identity: bool = True) -> ReadReport:
    """Write a document (or a text, or bytes) to a file and read it."""
    path = folder / "claims.json"
    if isinstance(document, bytes):
        path.write_bytes(document)
    else:
        text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
    return read_claim_file(path, DICTIONARY, strict_identity=strict_identity)


def faults(report: ReadReport) -> list[tuple[Code, str | None, int | None, str | None]]:
    """Code, claim, line and field of each fault and warning."""
    return [(problem.code, problem.place.claim, problem.place.line, problem.place.field) for problem in report.problems]


def write_claims(path: Path, claims: int) -> None:
    """Write a large faultless file without holding it in memory."""
    document = a_file(claims=0)
    head = json.dumps({key: document[key] for key in ("format", "version", "submission")}, ensure_ascii=False)
    with path.open("w", encoding="utf-8") as file:
        file.write(head[:-1] + ', "claims": [\n')
        file.writelines(_claim_texts(claims))
        file.write("\n]}")


def _claim_texts(claims: int) -> Iterator[str]:
    for number in range(1, claims + 1):
        text = json.dumps(a_claim(number, lines=1 + number % 5), ensure_ascii=False)
        yield text if number == 1 else ",\n" + text
