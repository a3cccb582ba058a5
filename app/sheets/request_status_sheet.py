"""The status of one reimbursement request on paper, for its insured person: no other person's data stands on it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from app.domain.assessment import canonical_json
from app.domain.claim import Claim, Submission
from app.domain.dates import JalaliDate
from app.domain.identity import iban_groups
from app.domain.persian import code_text, date_text, rials
from app.domain.request_status import RequestStatus
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.labels import ID_KINDS, INSURERS, KINDS
from app.sheets.layout import Columns, Panel, Rule
from app.sheets.page import Furniture, draw_document, trial_band
from app.sheets.report_table import report_table
from app.sheets.statistics_report import criteria_rows
from app.sheets.text import Figure, Text
from app.sheets.wording import identifier

TITLE = "وضعیت درخواست خسارت متفرقه"
_PAPERS = "این مدارک را به دفتر بیمه‌گر برسانید؛ رسیدگی پس از آن دنبال می‌شود."
_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class RequestSheet:
    """Everything that stands on the sheet of a request."""

    office_name: str
    submission: Submission
    claim: Claim
    status: RequestStatus
    printed_on: JalaliDate
    trial_figures: bool = False


def draw_request_status(sheet: RequestSheet) -> bytes:
    """Return the sheet as a PDF; equal sheets give equal bytes. Raises MachineError where a font is missing."""
    load_fonts()
    return draw_document(_furniture(sheet), [*_story(sheet)])


def _furniture(sheet: RequestSheet) -> Furniture:
    number = identifier(sheet.claim.id)
    return Furniture(
        title=f"{TITLE} {sheet.claim.id}",
        subject=f"درخواست {sheet.claim.id}",
        office_name=sheet.office_name,
        printed_on=sheet.printed_on,
        digest=_digest(sheet),
        digest_label="شناسه برگ وضعیت",
        head=f"{TITLE}، درخواست {number}",
        foot=f"درخواست {number}",
        bands=(trial_band(()),) if sheet.trial_figures else (),
    )


def _story(sheet: RequestSheet) -> Iterator[Flowable]:
    status = sheet.status
    yield Columns(
        ([Text(TITLE, style.TITLE), Text("همه مبلغ‌ها به ریال است", style.SUBTITLE)], 0),
        (
            [
                Spacer(0, 6),
                Text(sheet.office_name, style.OFFICE),
                Text(f"تاریخ چاپ {date_text(sheet.printed_on)}", style.PRINTED),
            ],
            230,
        ),
    )
    yield Rule(style.INK, 1.1, before=3, after=5)
    yield from criteria_rows(tuple(_fields(sheet)))
    iban = sheet.claim.patient.iban
    yield Text("شماره شبا", style.LABEL)
    yield Text(code_text(iban_groups(iban)) if iban else _NOTHING, style.VALUE)
    yield Spacer(0, 6)
    said = [Text(f"{status.name}، از {date_text(status.since)}", style.HEADING), Text(status.sentence, style.BODY)]
    if status.after_payment:
        said.append(Text(status.after_payment, style.BODY))
    yield Panel(Columns((said, 0)), style.TINT, padding=8)
    yield Spacer(0, 8)
    if status.amount is not None:
        yield _sums(sheet, status.amount)
        yield Spacer(0, 8)
    if status.papers:
        yield from report_table(_papers(status))
    if status.reasons:
        yield from report_table(_reasons(status))


def _fields(sheet: RequestSheet) -> Iterator[tuple[str, str]]:
    claim, patient = sheet.claim, sheet.claim.patient
    yield "بیمه‌شده", patient.name or _NOTHING
    yield ID_KINDS.get(patient.id_kind, "شناسه"), identifier(patient.id)
    yield "شماره درخواست", identifier(claim.id)
    yield "بیمه‌گر", INSURERS[claim.insurer or sheet.submission.insurer]
    yield "نوع", KINDS[claim.kind]
    yield "تاریخ خدمت", date_text(claim.service_day) if claim.service_day else _NOTHING
    yield "مرکز", sheet.submission.provider.name or code_text(sheet.submission.provider.id)


def _sums(sheet: RequestSheet, amount: int) -> Flowable:
    figures = [
        ("هزینه درخواستی", rials(sheet.claim.claimed), style.AMOUNT_LARGE),
        ("سهم بیمه‌گر", rials(amount), style.AMOUNT_LARGE_STRONG),
    ]
    status = sheet.status
    if status.lists:
        figures.append(("فرستاده برای پرداخت", rials(status.sent + status.reclaimed), style.AMOUNT_LARGE))
    if status.reclaimed:
        figures.append(("بازپس‌گرفتنی", rials(status.reclaimed), style.AMOUNT_LARGE))
    return Columns(*(([Text(label, style.LABEL), Figure(text, look)], 0) for label, text, look in figures))


def _papers(status: RequestStatus) -> ReportTable:
    rows = tuple((paper,) for paper in status.papers)
    return ReportTable("مدارک", "مدارکی که رسیدگی در انتظار آن‌هاست", (ReportColumn("مدرک"),), rows, note=_PAPERS)


def _reasons(status: RequestStatus) -> ReportTable:
    columns = ReportColumn("دلیل"), ReportColumn("کسر", ColumnKind.RIAL)
    rows = tuple((reason.text, reason.amount) for reason in status.reasons)
    return ReportTable("دلیل‌ها", "آنچه پذیرفته نشد و چرا", columns, rows)


def _digest(sheet: RequestSheet) -> str:
    """Return the SHA-256 of what the sheet says."""
    document = {
        "request": [sheet.submission.id, sheet.claim.id, sheet.claim.patient.id, sheet.claim.patient.iban],
        "status": [sheet.status.step.value, str(sheet.status.since), sheet.status.sentence, sheet.status.after_payment],
        "reasons": [[reason.text, reason.amount] for reason in sheet.status.reasons],
        "printed_on": str(sheet.printed_on),
    }
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()
