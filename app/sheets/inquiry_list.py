"""فهرست استعلام‌ها: the inquiries about cover that were typed in, by day and person, and the claims that they serve."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from app.domain.assessment import canonical_json
from app.domain.dates import JalaliDate
from app.domain.inquiries import Inquiry, InquiryWay, tracking_text
from app.domain.persian import date_text, persian_digits
from app.domain.statistics_report import ReportColumn, ReportTable
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.layout import Columns, Rule
from app.sheets.page import Band, Furniture, draw_document
from app.sheets.report_table import report_table
from app.sheets.text import Text
from app.sheets.wording import identifier

TITLE = "فهرست استعلام‌ها"
WAYS = {
    InquiryWay.SMS: "پیامک",
    InquiryWay.USSD: "کد دستوری (USSD)",
    InquiryWay.MOBILE_APP: "برنامک تلفن همراه",
    InquiryWay.WEB_DARMAN: "وبگاه darman.tamin.ir",
    InquiryWay.WEB_MEDICAL: "وبگاه medical.tamin.ir",
    InquiryWay.API: "وب‌سرویس مرکز",
    InquiryWay.TELEPHONE: "تلفن",
}
_NOTHING = "—"
_REPLACED = "استعلام دیگری پس از این ثبت شده است"
_SAMPLE = Band("نمونه: بیمه‌شدگان، استعلام‌ها و سندهای این فهرست ساختگی است.")
_SHOWN_CLAIMS = 8
_COLUMNS = (
    ReportColumn("روز خدمت و بیمه‌شده", room=2),
    ReportColumn("پاسخ", room=4),
    ReportColumn("کد رهگیری", room=3),
    ReportColumn("استعلام", room=5),
    ReportColumn("ثبت‌کننده", room=3),
    ReportColumn("سندها", room=4),
)


@dataclass(frozen=True, slots=True)
class ListedInquiry:
    """An inquiry with who recorded it and when, and the numbers of the claims that it serves.

    `replaced` says that a later inquiry about the same person and day stands in its place.
    """

    inquiry: Inquiry
    recorded_by: str
    recorded_on: JalaliDate
    claims: tuple[str, ...]
    replaced: bool


@dataclass(frozen=True, slots=True)
class InquiryList:
    """Everything that stands on the list; `words` found the inquiries, `sample` marks them as invented."""

    office_name: str
    printed_on: JalaliDate
    printed_by: str
    inquiries: tuple[ListedInquiry, ...]
    words: str = ""
    sample: bool = False

    @property
    def in_order(self) -> tuple[ListedInquiry, ...]:
        """The inquiries by day, person and the order in which they were recorded."""
        return tuple(sorted(self.inquiries, key=lambda one: (one.inquiry.day, one.inquiry.patient_id, one.inquiry.id)))


def draw_inquiry_list(listed: InquiryList) -> bytes:
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


def _story(listed: InquiryList) -> Iterator[Flowable]:
    yield Columns(
        ([Text(TITLE, style.TITLE), Text("استحقاق درمان، به ترتیب روز خدمت و شماره بیمه‌شده", style.SUBTITLE)], 0),
        (
            [
                Spacer(0, 6),
                Text(listed.office_name, style.OFFICE),
                Text(f"تاریخ چاپ {date_text(listed.printed_on)}", style.PRINTED),
            ],
            250,
        ),
    )
    yield Rule(style.INK, 1.1, before=3, after=5)
    yield Text(_standing(listed), style.BODY, space_after=6)
    rows = tuple(_row(one) for one in listed.in_order)
    yield from report_table(ReportTable("inquiries", "استعلام‌ها و سندهای آن‌ها", _COLUMNS, rows))


def _standing(listed: InquiryList) -> str:
    count = len(listed.inquiries)
    covered = sum(one.inquiry.covered for one in listed.inquiries)
    claims = sum(len(one.claims) for one in listed.inquiries)
    sought = f"یافته‌های «{identifier(listed.words)}»؛ " if listed.words else ""
    return (
        f"{sought}{persian_digits(count)} استعلام: {persian_digits(covered)} دارای استحقاق و "
        f"{persian_digits(count - covered)} بدون استحقاق. {persian_digits(claims)} سند از آن‌ها پاسخ گرفته است."
    )


def _row(one: ListedInquiry) -> tuple[str, ...]:
    inquiry = one.inquiry
    answer = "دارای استحقاق" if inquiry.covered else "بدون استحقاق"
    until = f"\nاعتبار تا {date_text(inquiry.valid_to)}" if inquiry.valid_to else ""
    kind = "خاص (خود بیمه‌شده)" if inquiry.special else "عام (مرکز)"
    return (
        f"{date_text(inquiry.day)}\n{identifier(inquiry.patient_id)}",
        f"{answer}{until}",
        tracking_text(inquiry.tracking_code) if inquiry.tracking_code else _NOTHING,
        f"{WAYS[inquiry.way]}\n{kind}، {date_text(inquiry.asked_on)}",
        f"{one.recorded_by}\n{date_text(one.recorded_on)}",
        _claims(one),
    )


def _claims(one: ListedInquiry) -> str:
    """Return the numbers of the claims, as many as a row has room for, and what stands in place of the inquiry."""
    numbers = "، ".join(identifier(number) for number in one.claims[:_SHOWN_CLAIMS]) or _NOTHING
    if len(one.claims) > 1:
        numbers = f"{persian_digits(len(one.claims))} سند: {numbers}"
    more = len(one.claims) - _SHOWN_CLAIMS
    if more > 0:
        numbers = f"{numbers} و {persian_digits(more)} سند دیگر"
    return f"{numbers}\n{_REPLACED}" if one.replaced else numbers


def _digest(listed: InquiryList) -> str:
    """Return the SHA-256 of every inquiry and the claims that it serves."""
    rows = [[one.inquiry.id, *_row(one), *one.claims] for one in listed.in_order]
    document = {"inquiries": rows, "words": listed.words}
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()
