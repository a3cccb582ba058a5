"""Verification of a printed sheet: whose signatures hold, and whether it is the sheet that the office knows."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.errors import DataError
from app.services.office import Office
from app.services.signing_keys import authority_certificates
from app.sheets.verification import verify_sheet


@dataclass(frozen=True, slots=True)
class SheetVerdict:
    """What was found, in Persian sentences; `holds` when every signature holds and the office knows the sheet."""

    holds: bool
    sentences: tuple[str, ...]


def verify_sheet_file(path: Path, folder: Path) -> SheetVerdict:
    """Verify a PDF against the office of a folder; raises DataError where there is no such file."""
    try:
        pdf = path.read_bytes()
    except OSError as fault:
        raise DataError(f"پرونده {path} خوانده نشد ({fault.strerror}). نشانی پرونده را بررسی کنید.") from fault
    if not folder.is_dir():
        signed = verify_sheet(pdf, (), None)
        known = f"دفتری در {folder} نیست؛ همخوانی برگ با دفتر بررسی نشد. پوشه دفتر را با --office نشان دهید."
        return SheetVerdict(False, (*signed.sentences, known))
    office = Office.open(folder)
    try:
        signed = verify_sheet(pdf, authority_certificates(office), None)
        agrees, sentence = _agreement(office, pdf, signed.digest)
    finally:
        office.close()
    return SheetVerdict(signed.holds and agrees, (*signed.sentences, sentence))


def _agreement(office: Office, pdf: bytes, digest: str | None) -> tuple[bool, str]:
    with office.read() as view:
        known = view.sheets.by_sha256(hashlib.sha256(pdf).hexdigest())
        same_result = view.sheets.by_digest(digest) if digest else ()
    if known is not None:
        return True, "این برگ همان است که در دفتر ثبت شده است."
    if same_result:
        return False, "نتیجه این برگ در دفتر هست، ولی خود پرونده با آنچه ثبت شده یکی نیست."
    return False, "این برگ در دفتر ثبت نشده است."
