"""The head of the sheet: title and office, then what the claim is, as labelled fields."""

from collections.abc import Iterable

from reportlab.platypus import Flowable, Spacer

from app.domain.claim import Claim, Person
from app.domain.persian import code_text, date_text, moment_text, month_text, persian_digits
from app.sheets.content import AssessmentSheet
from app.sheets.labels import FUNDS, ID_KINDS, INSURERS, KINDS, VERDICTS
from app.sheets.layout import Columns, Rule
from app.sheets.style import INK, LABEL, OFFICE, PRINTED, SUBTITLE, TITLE, VALUE
from app.sheets.text import Text
from app.sheets.wording import identifier

_NOTHING = "—"


def sheet_heading(sheet: AssessmentSheet) -> list[Flowable]:
    """Return the title, and the fields that say whose claim it is."""
    submission, claim = sheet.submission, sheet.claim
    provider = submission.provider
    insurer, fund = claim.insurer or submission.insurer, claim.fund or submission.fund
    fund_name = FUNDS.get(fund, fund) if fund else ""
    begin, end = _dates(claim)
    rows = (
        (
            ("مرکز", provider.name or code_text(provider.id), 0.0),
            ("شماره درخواست", identifier(submission.id), 150.0),
            ("ماه درخواست", month_text(submission.month), 84.0),
            ("شماره سند", identifier(claim.id), 84.0),
        ),
        (
            ("بیمه‌شده", claim.patient.name or _NOTHING, 0.0),
            ("بیمه‌گر و صندوق", "، ".join(filter(None, (INSURERS[insurer], fund_name))), 150.0),
            (ID_KINDS.get(claim.patient.id_kind, "شناسه"), identifier(claim.patient.id), 84.0),
            (*begin, 84.0),
        ),
        (
            ("تجویزکننده", _person(claim.prescriber), 0.0),
            ("تشخیص", claim.diagnosis or _NOTHING, 244.0),
            (*end, 84.0),
        ),
    )
    fields = [_fields(row) for row in rows]
    return [_title(sheet), Rule(INK, 1.1, before=3, after=5), *fields, Spacer(0, 4)]


def _title(sheet: AssessmentSheet) -> Flowable:
    version = "" if sheet.version == 1 else f"، نسخه {persian_digits(sheet.version)}"
    kind = f"سند {KINDS[sheet.claim.kind]}{version}؛ همه مبلغ‌ها به ریال است"
    printed = f"{VERDICTS[sheet.settlement.verdict]}؛ تاریخ چاپ {date_text(sheet.printed_on)}"
    return Columns(
        ([Text("برگ رسیدگی", TITLE), Text(kind, SUBTITLE)], 0),
        ([Spacer(0, 6), Text(sheet.office_name, OFFICE), Text(printed, PRINTED)], 250),
    )


def _fields(fields: Iterable[tuple[str, str, float]]) -> Flowable:
    return Columns(
        *(([Text(label, LABEL), Text(value, VALUE)], width) for label, value, width in fields), space_after=3
    )


def _dates(claim: Claim) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the dates of a stay, or those of a prescription and its service."""
    if claim.admitted_at or claim.discharged_at:
        admitted, discharged = (moment_text(at) if at else _NOTHING for at in (claim.admitted_at, claim.discharged_at))
        return ("پذیرش", admitted), ("ترخیص", discharged)
    written, served = (date_text(day) if day else _NOTHING for day in (claim.prescription_date, claim.service_day))
    return ("تاریخ نسخه", written), ("تاریخ خدمت", served)


def _person(person: Person | None) -> str:
    if person is None or not (person.name or person.id):
        return _NOTHING
    council = f"نظام پزشکی {identifier(person.id)}" if person.id else ""
    return f"{person.name} ({council})" if person.name and council else person.name or council
