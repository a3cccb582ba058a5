"""فهرست مراکز گزارش‌شدنی: the centres whose bills came on paper though they were due through SEPAS (REI-12, REI-16).

The list goes out of the office, to the ministry's deputy and the medical council, and so it names no insured person.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from app.domain.assessment import canonical_json
from app.domain.claim import Insurer, Provider
from app.domain.dates import JalaliDate
from app.domain.persian import date_text, persian_digits
from app.domain.statistics_report import ReportColumn, ReportTable
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.labels import INSURERS
from app.sheets.layout import Columns, Rule
from app.sheets.page import Band, Furniture, draw_document
from app.sheets.report_table import report_table
from app.sheets.text import Text
from app.sheets.wording import identifier

TITLE = "فهرست مراکز گزارش‌شدنی"
CLAUSE = "دستورالعمل خسارت متفرقه، ماده ۱، ماده ۵، بندهای ۲ و ۶"
_ADDRESSED = "برای معاونت درمان وزارت و سازمان نظام پزشکی"
_SAMPLE = Band("نمونه: مراکز و صورتحساب‌های این فهرست ساختگی است.")
_KINDS = {"hospital": "بیمارستان", "limited_surgery_center": "مرکز جراحی محدود"}
_COLUMNS = (
    ReportColumn("مرکز", room=4),
    ReportColumn("درخواست", room=2),
    ReportColumn("روز ترخیص", room=2),
    ReportColumn("بیمه‌گر", room=3),
)


@dataclass(frozen=True, slots=True)
class PaperBill:
    """One bill that came on paper: the number of its request, the day of discharge and who insures."""

    number: str
    discharged_on: JalaliDate
    insurer: Insurer


@dataclass(frozen=True, slots=True)
class ReportedCentre:
    """A centre with its bills that came on paper, by day of discharge."""

    provider: Provider
    bills: tuple[PaperBill, ...]


@dataclass(frozen=True, slots=True)
class CentreList:
    """Everything that stands on the list; `sample` marks its centres as invented."""

    office_name: str
    printed_on: JalaliDate
    printed_by: str
    centres: tuple[ReportedCentre, ...]
    sample: bool = False


def draw_reported_centres(listed: CentreList) -> bytes:
    """Return the list as an unsigned PDF; equal lists give equal bytes. Raises MachineError without fonts."""
    load_fonts()
    furniture = Furniture(
        title=TITLE,
        subject=TITLE,
        office_name=listed.office_name,
        printed_on=listed.printed_on,
        digest=_digest(listed),
        digest_label="شناسه فهرست",
        head=TITLE,
        foot=f"تهیه‌کننده: {listed.printed_by}",
        bands=(_SAMPLE,) if listed.sample else (),
    )
    return draw_document(furniture, [*_story(listed)])


def _story(listed: CentreList) -> Iterator[Flowable]:
    printed = f"تاریخ چاپ {date_text(listed.printed_on)}"
    yield Columns(
        ([Text(TITLE, style.TITLE), Text(_ADDRESSED, style.SUBTITLE)], 0),
        ([Spacer(0, 6), Text(listed.office_name, style.OFFICE), Text(printed, style.PRINTED)], 250),
    )
    yield Rule(style.INK, 1.1, before=3, after=5)
    yield Text(_standing(listed), style.BODY, space_after=6)
    rows = tuple(row for centre in listed.centres for row in _rows(centre))
    yield from report_table(ReportTable("centres", "مراکز و صورتحساب‌های آن‌ها", _COLUMNS, rows, note=f"مبنا: {CLAUSE}"))


def _standing(listed: CentreList) -> str:
    bills = persian_digits(sum(len(centre.bills) for centre in listed.centres))
    centres = persian_digits(len(listed.centres))
    return (
        f"{bills} صورتحساب بستری از {centres} مرکز به سپاس فرستاده نشده است. به سبب آن چیزی از بیمه‌شدگان کسر نشده است."
    )


def _rows(centre: ReportedCentre) -> Iterator[tuple[str, ...]]:
    """Yield a row for each bill; the first of a centre says which one it is."""
    provider = centre.provider
    number = f"شماره {identifier(provider.id)}"
    kind = _KINDS.get(provider.kind)
    named = f"{provider.name or '—'}\n{'، '.join(part for part in (kind, number) if part)}"
    for bill in centre.bills:
        yield named, identifier(bill.number), date_text(bill.discharged_on), INSURERS[bill.insurer]
        named = ""


def _digest(listed: CentreList) -> str:
    """Return the SHA-256 of every centre and bill."""
    rows = [row for centre in listed.centres for row in _rows(centre)]
    return hashlib.sha256(canonical_json({"centres": rows}).encode()).hexdigest()
