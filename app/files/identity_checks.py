"""The numbers that identify a patient and an account, each judged by its own rule."""

import re
from typing import Any

from app.domain.identity import CodeCheck, check_national_code, iban_is_good
from app.files.problem_texts import Code
from app.files.problems import Place, Problems

FIDA = re.compile(r"[0-9]{8,12}")
BOOKLET_SERIAL = re.compile(r"[0-9A-Za-z/-]{1,20}")

_NATIONAL_CODE_FAULTS = {
    CodeCheck.PADDED: Code.PADDED_NATIONAL_CODE,
    CodeCheck.MALFORMED: Code.MALFORMED_NATIONAL_CODE,
    CodeCheck.REPEATED: Code.REPEATED_NATIONAL_CODE,
    CodeCheck.BAD_CHECKSUM: Code.WRONG_NATIONAL_CODE,
}


def check_patient_id(patient: dict[str, Any], place: Place, problems: Problems, *, strict: bool) -> None:
    """Note a fault of a patient's identifier; a national code that lost its leading zero is mended in place.

    Unless `strict`, a check digit that fails is a warning.
    """
    code = patient.get("id")
    if not isinstance(code, str):
        return
    match patient.get("id_kind", "national_code"):
        case "national_code":
            check, patient["id"] = check_national_code(code)
            if check is CodeCheck.BAD_CHECKSUM and not strict:
                problems.add(Code.DOUBTFUL_NATIONAL_CODE, place.at("id"))
            elif check is not CodeCheck.GOOD:
                problems.add(_NATIONAL_CODE_FAULTS[check], place.at("id"))
        case "fida":
            if not FIDA.fullmatch(code):
                problems.add(Code.MALFORMED_FIDA, place.at("id"))
        case "booklet_serial":
            if not BOOKLET_SERIAL.fullmatch(code):
                problems.add(Code.MALFORMED_BOOKLET, place.at("id"))


def check_iban(patient: dict[str, Any], place: Place, problems: Problems) -> None:
    """Note an IBAN that is none of Iran or whose checksum fails."""
    iban = patient.get("iban")
    if isinstance(iban, str) and not iban_is_good(iban):
        problems.add(Code.WRONG_IBAN, place.at("iban"))
