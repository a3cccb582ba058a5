"""The list of reimbursements that are paid: each insured person's account and the insurer's share, signed in red.

What objections have lowered since it was paid stands in a second part, to be reclaimed; no payment is lessened by it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from app.domain.assessment import canonical_json
from app.domain.dates import JalaliDate
from app.domain.findings import Pen
from app.domain.identity import iban_groups
from app.domain.payments import ClosedRequest, PaymentChoice
from app.domain.persian import code_text, date_text, persian_digits, rials
from app.sheets import style
from app.sheets.carried_table import CarriedColumn, CarriedRow, carried_table
from app.sheets.content import Signatory
from app.sheets.fonts import load_fonts
from app.sheets.labels import ID_KINDS, INSURERS
from app.sheets.layout import Columns, Panel, Rule
from app.sheets.number_words import in_words
from app.sheets.page import Furniture, draw_document, trial_band
from app.sheets.signature_block import AccountantsBlock
from app.sheets.stamp import POSTS
from app.sheets.statistics_report import criteria_rows
from app.sheets.text import Figure, Text
from app.sheets.wording import identifier

TITLE = "فهرست پرداخت خسارت متفرقه"
_PAID_TO = "سهم بیمه‌گر تنها به حساب بیمه‌شده واریز می‌شود و مرکز درمانی گیرنده وجه نیست."
_RECLAIMED = "سهم بیمه‌گر از این درخواست‌ها پس از پرداخت کمتر شده است؛ از پرداخت به دیگران چیزی کم نمی‌شود."
_COLUMNS = (
    CarriedColumn("", 20.0, style.COLUMN_CENTRE),
    CarriedColumn("درخواست", 92.0),
    CarriedColumn("بیمه‌شده", 0.0),
    CarriedColumn("شماره شبا", 150.0),
)
_PAID = CarriedColumn("پرداخت", 76.0, summed=True)
_BACK = CarriedColumn("بازپس‌گرفتنی", 76.0, summed=True)


@dataclass(frozen=True, slots=True)
class PaymentSheet:
    """Everything that stands on a list."""

    office_name: str
    number: int
    choice: PaymentChoice
    requests: tuple[ClosedRequest, ...]
    printed_on: JalaliDate
    accountant: str
    reclaimed: tuple[ClosedRequest, ...] = ()

    @property
    def total(self) -> int:
        """What the list pays in all, in rials."""
        return sum(request.amount for request in self.requests)

    @property
    def total_reclaimed(self) -> int:
        """What the list reclaims in all, in rials."""
        return sum(request.amount for request in self.reclaimed)

    @property
    def all(self) -> tuple[ClosedRequest, ...]:
        """Everything that stands on the list."""
        return (*self.requests, *self.reclaimed)


def draw_payment_list(sheet: PaymentSheet) -> bytes:
    """Return the list as an unsigned PDF; equal lists give equal bytes. Raises MachineError where a font is missing."""
    load_fonts()
    return draw_document(_furniture(sheet), [*_story(sheet)])


def _furniture(sheet: PaymentSheet) -> Furniture:
    title = f"{TITLE} {persian_digits(sheet.number)}"
    return Furniture(
        title=title,
        subject=INSURERS[sheet.choice.insurer],
        office_name=sheet.office_name,
        printed_on=sheet.printed_on,
        digest=_digest(sheet),
        digest_label="شناسه فهرست پرداخت",
        head=title,
        foot=f"{persian_digits(len(sheet.all))} درخواست، {rials(sheet.total)} ریال",
        bands=(trial_band(()),) if any(request.trial_figures for request in sheet.all) else (),
    )


def _story(sheet: PaymentSheet) -> Iterator[Flowable]:
    yield Columns(
        (
            [
                Text(TITLE, style.TITLE),
                Text(f"فهرست {persian_digits(sheet.number)}، همه مبلغ‌ها به ریال است", style.SUBTITLE),
            ],
            0,
        ),
        (
            [
                Spacer(0, 6),
                Text(sheet.office_name, style.OFFICE),
                Text(f"تاریخ {date_text(sheet.printed_on)}", style.PRINTED),
            ],
            230,
        ),
    )
    yield Rule(style.INK, 1.1, before=3, after=5)
    yield from criteria_rows(
        (
            ("بیمه‌گر", INSURERS[sheet.choice.insurer]),
            ("بسته‌شده از", date_text(sheet.choice.first)),
            ("تا", date_text(sheet.choice.last)),
        )
    )
    yield Spacer(0, 4)
    yield _sums(sheet)
    yield Spacer(0, 3)
    yield Text(f"به حروف: {in_words(sheet.total)} ریال", style.WORDS)
    yield Text(_PAID_TO, style.NOTE, space_after=8)
    if sheet.requests:
        yield carried_table((*_COLUMNS, _PAID), _rows(sheet.requests), "جمع پرداخت")
    if sheet.reclaimed:
        yield Spacer(0, 10)
        yield Text("آنچه بازپس گرفته می‌شود", style.HEADING)
        yield Text(f"به حروف: {in_words(sheet.total_reclaimed)} ریال", style.WORDS)
        yield Text(_RECLAIMED, style.NOTE, space_after=8)
        yield carried_table((*_COLUMNS, _BACK), _rows(sheet.reclaimed), "جمع بازپس‌گرفتنی")
    yield Spacer(0, 10)
    yield AccountantsBlock(Signatory(Pen.RED, sheet.accountant, POSTS["accountant"]))


def _sums(sheet: PaymentSheet) -> Flowable:
    figures = [
        ("درخواست", persian_digits(len(sheet.all)), style.AMOUNT_LARGE),
        ("جمع هزینه درخواستی", rials(sum(request.claimed for request in sheet.all)), style.AMOUNT_LARGE),
        ("جمع تأییدشده", rials(sum(request.approved for request in sheet.all)), style.AMOUNT_LARGE),
        ("جمع سهم بیمه‌گر برای پرداخت", rials(sheet.total), style.AMOUNT_LARGE_STRONG),
    ]
    if sheet.reclaimed:
        figures.append(("جمع بازپس‌گرفتنی", rials(sheet.total_reclaimed), style.AMOUNT_LARGE))
    strip = Columns(*(([Text(label, style.LABEL), Figure(text, look)], 0) for label, text, look in figures))
    return Panel(strip, style.TINT, padding=6)


def _rows(requests: Iterable[ClosedRequest]) -> list[CarriedRow]:
    return [row for number, request in enumerate(requests, start=1) for row in _rows_of(number, request)]


def _rows_of(number: int, request: ClosedRequest) -> Iterator[CarriedRow]:
    """Yield the row of a request and, of one that was paid before, a further row for each reason of its difference."""
    claim = request.claim
    patient = claim.patient
    named = f"{ID_KINDS.get(patient.id_kind, 'شناسه')} {identifier(patient.id)}"
    closed = f"بسته‌شده {date_text(request.closed_on)}"
    notes = (request.difference, request.account_changed)
    yield CarriedRow(
        (
            Text(persian_digits(number), style.STATED_CENTRE),
            [Text(identifier(claim.id), style.STATED), Text(closed, style.SMALL)],
            [
                Text(patient.name or "—", style.STATED),
                Text(named, style.SMALL),
                *(Text(note, style.SMALL) for note in notes if note),
            ],
            Text(code_text(iban_groups(request.payment.iban)), style.STATED),
        ),
        (request.amount,),
    )
    for ground in request.grounds:
        yield CarriedRow((None, None, Text(ground, style.SMALL), None), ())


def _digest(sheet: PaymentSheet) -> str:
    """Return the SHA-256 of what is paid, to whom, and by which list."""
    document = {
        "list": sheet.number,
        "insurer": sheet.choice.insurer.value,
        "payments": [_digested(request) for request in sheet.requests],
        "reclaimed": [_digested(request) for request in sheet.reclaimed],
    }
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def _digested(request: ClosedRequest) -> list[str | int]:
    payment, claim = request.payment, request.claim
    return [request.claim_id, claim.id, claim.patient.id, payment.iban, payment.version, payment.paid, payment.due]
