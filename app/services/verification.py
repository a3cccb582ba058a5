"""Verification of a printed sheet: whose signatures hold, and whether it is the sheet that the office knows."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.office import SignedSheet
from app.domain.payments import PaymentList
from app.domain.persian import date_text, persian_digits
from app.errors import DataError
from app.files.sealing import SEALED_SUFFIX
from app.services.office import Office
from app.services.signing_keys import trusted_authorities
from app.sheets.verification import OfficeRecord, SheetVerification, moment_words, verify_sheet
from app.store.transactions import OfficeView


@dataclass(frozen=True, slots=True)
class SheetVerdict:
    """What was found, in Persian sentences; `holds` when every signature holds and the office knows the sheet."""

    holds: bool
    sentences: tuple[str, ...]


def verify_sheet_file(path: Path, folder: Path) -> SheetVerdict:
    """Verify a PDF against the office of a folder; raises DataError where there is no such file, or a sealed one."""
    if path.suffix.lower() == SEALED_SUFFIX:
        raise DataError(f"پرونده {path} برای گیرنده‌اش رمز شده است. آن را با کلید او باز کنید و خود PDF را بدهید.")
    try:
        pdf = path.read_bytes()
    except OSError as fault:
        raise DataError(f"پرونده {path} خوانده نشد ({fault.strerror}). نشانی پرونده را بررسی کنید.") from fault
    if not folder.is_dir():
        signed = verify_sheet(pdf, OfficeRecord(), None)
        known = (
            f"دفتری در {folder} نیست؛ همخوانی برگ با دفتر و ابطال کلیدها بررسی نشد. پوشه دفتر را با --office نشان دهید."
        )
        return SheetVerdict(False, (*signed.sentences, known))
    office = Office.open(folder)
    try:
        return verify_in_office(office, pdf)
    finally:
        office.close()


def verify_in_office(office: Office, pdf: bytes) -> SheetVerdict:
    """Verify a PDF against an open office."""
    with office.read() as view:
        handed = _handed_over(view, pdf)
        if handed is not None:
            return SheetVerdict(True, (handed,))
        signed = verify_sheet(pdf, _record(view), None)
        agrees, sentence = _agreement(view, pdf, signed)
    return SheetVerdict(signed.holds and agrees, (*signed.sentences, sentence))


def _handed_over(view: OfficeView, pdf: bytes) -> str | None:
    """Return when a performance report was handed over, None for any other file; people sign a report on paper."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    days = [date_text(handover.handed_on) for handover in view.handovers.all() if handover.sha256 == sha256]
    return f"این گزارش عملکرد همان است که در {days[0]} به مرکز تحویل شده و در دفتر ثبت است." if days else None


def _record(view: OfficeView) -> OfficeRecord:
    """Return what the office knows of signatures; good while the view is open."""

    def entered(sha256: str) -> datetime | None:
        sheet, listed = view.sheets.by_sha256(sha256), _payment_list(view, sha256)
        if listed is not None:
            return datetime.fromisoformat(listed.made_at)
        return datetime.fromisoformat(sheet.signed_at) if sheet else None

    return OfficeRecord(trusted_authorities(view), {key.serial: key for key in view.revocations.all()}, entered)


def _agreement(view: OfficeView, pdf: bytes, signed: SheetVerification) -> tuple[bool, str]:
    sha256 = hashlib.sha256(pdf).hexdigest()
    listed, known = _payment_list(view, sha256), view.sheets.by_sha256(sha256)
    if listed is not None:
        return True, f"این فهرست پرداخت با شماره {persian_digits(listed.id)} در دفتر ثبت شده است."
    if known is not None:
        return _standing(view, known)
    if signed.digest and view.sheets.by_digest(signed.digest):
        return False, "نتیجه این برگ در دفتر هست، ولی خود پرونده با آنچه ثبت شده یکی نیست."
    return False, "این برگ در دفتر ثبت نشده است."


def _payment_list(view: OfficeView, sha256: str) -> PaymentList | None:
    return next((made for made in view.payments.list() if made.sha256 == sha256), None)


def _standing(view: OfficeView, known: SignedSheet) -> tuple[bool, str]:
    if known.voided is None:
        return True, "این برگ همان است که در دفتر ثبت شده است."
    since = moment_words(datetime.fromisoformat(known.voided.at))
    by = view.users.get(known.voided.by).full_name
    return False, f"این برگ در دفتر هست، ولی {by} آن را در {since} باطل کرده است («{known.voided.reason}»)."
