"""The head of the sheet: title and office, then what the claim is, as labelled fields."""

from reportlab.platypus import Flowable, Spacer

from app.domain.claim import Claim, Person
from app.domain.persian import code_text, date_text, moment_text, month_text, persian_digits
from app.sheets.content import AssessmentSheet
from app.sheets.labels import FUNDS, ID_KINDS, INSURERS, KINDS
from app.sheets.layout import Columns, Rule
from app.sheets.style import HAIRLINE, INK, LABEL, OFFICE, PRINTED, SUBTITLE, TITLE, VALUE
from app.sheets.text import Text

_NOTHING = "—"


def sheet_heading(sheet: AssessmentSheet) -> list[Flowable]:
    """Return the title, and the fields that say whose claim it is."""
    submission, claim = sheet.submission, sheet.claim
    provider = submission.provider
    fund = claim.fund or submission.fund
    rows = [
        [
            ("مرکز", provider.name or code_text(provider.id), 0.0),
            ("ماه درخواست", month_text(submission.month), 76),
            ("شماره درخواست", identifier(submission.id), 92),
            ("شماره سند", identifier(claim.id), 92),
        ],
        [
            ("بیمه‌شده", claim.patient.name or _NOTHING, 0.0),
            (ID_KINDS.get(claim.patient.id_kind, "شناسه"), identifier(claim.patient.id), 76),
            ("بیمه‌گر", INSURERS[claim.insurer or submission.insurer], 92),
            ("صندوق", FUNDS.get(fund, fund) if fund else _NOTHING, 92),
        ],
        [
            ("تجویزکننده", _person(claim.prescriber), 0.0),
            *_dates(claim),
        ],
    ]
    fields: list[Flowable] = [_fields(row) for row in rows]
    if claim.diagnosis:
        fields.append(_fields([("تشخیص", claim.diagnosis, 0.0)]))
    return [_title(sheet), Rule(INK, 1.1, before=5, after=7), *fields, Rule(HAIRLINE, before=1, after=0), Spacer(0, 8)]


def identifier(text: str) -> str:
    """Return an identifier as it is read: Persian digits where it is all digits, else as it was written."""
    return code_text(persian_digits(text) if text.isdecimal() else text)


def _title(sheet: AssessmentSheet) -> Flowable:
    kind = f"سند {KINDS[sheet.claim.kind]}"
    version = "" if sheet.version == 1 else f"، نسخه {persian_digits(sheet.version)}"
    return Columns(
        ([Text("برگ رسیدگی", TITLE), Text(kind + version, SUBTITLE)], 0),
        ([Text(sheet.office_name, OFFICE), Text(f"تاریخ چاپ: {date_text(sheet.printed_on)}", PRINTED)], 230),
    )


def _fields(fields: list[tuple[str, str, float]]) -> Flowable:
    return Columns(
        *(([Text(label, LABEL), Text(value, VALUE)], width) for label, value, width in fields), space_after=5
    )


def _dates(claim: Claim) -> list[tuple[str, str, float]]:
    """Return the dates of a stay, or those of a prescription and its service."""
    if claim.admitted_at or claim.discharged_at:
        stay = (("پذیرش", claim.admitted_at), ("ترخیص", claim.discharged_at))
        return [(label, moment_text(at) if at else _NOTHING, 92.0) for label, at in stay]
    days = (("تاریخ نسخه", claim.prescription_date), ("تاریخ خدمت", claim.service_day))
    return [(label, date_text(day) if day else _NOTHING, 92.0) for label, day in days]


def _person(person: Person | None) -> str:
    if person is None or not (person.name or person.id):
        return _NOTHING
    council = f"نظام پزشکی {identifier(person.id)}" if person.id else ""
    return f"{person.name} ({council})" if person.name and council else person.name or council
