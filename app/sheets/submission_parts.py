"""What the sheets of a submission have in common: head, furniture of the pages, sums, tables of sums."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from reportlab.platypus import Flowable, Spacer

from app.domain.findings import Pen
from app.domain.money import Rial
from app.domain.persian import code_text, date_text, month_text, persian_digits, rials
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable
from app.sheets import style
from app.sheets.content_submission import ReportedClaim, SubmissionReport, Sum
from app.sheets.labels import FUNDS, ID_KINDS, INSURERS, KINDS, SECTIONS
from app.sheets.layout import Columns, Panel, Rule
from app.sheets.page import Band, Furniture, trial_band
from app.sheets.text import Figure, Text
from app.sheets.wording import identifier

PERSONS_WORD = {Pen.GREEN: "مبلغی که کارشناس رسیدگی تعیین کرده است", Pen.RED: "تصحیح حسابداری"}
_NOTHING = "—"
_SUMMED = (
    ReportColumn("درخواستی", ColumnKind.RIAL),
    ReportColumn("کسر", ColumnKind.RIAL),
    ReportColumn("تأییدشده", ColumnKind.RIAL),
    ReportColumn("سهم کسر", ColumnKind.SHARE),
)


def furniture_of(report: SubmissionReport, title: str) -> Furniture:
    """Return what stands around the pages of one of the sheets."""
    number = identifier(report.submission.id)
    return Furniture(
        title=f"{title} {report.submission.id}",
        subject=f"درخواست {report.submission.id}",
        office_name=report.office_name,
        printed_on=report.printed_on,
        digest=report.digest,
        digest_label="شناسه گزارش درخواست",
        head=f"{title}، درخواست {number}، {month_text(report.submission.month)}",
        foot=f"درخواست {number}",
        bands=tuple(_bands(report)),
    )


def heading(report: SubmissionReport, title: str, below: str = "همه مبلغ‌ها به ریال است") -> list[Flowable]:
    """Return the title with what stands below it and the office, and the fields that say which submission it is."""
    submission = report.submission
    provider = submission.provider
    fund = FUNDS.get(submission.fund, submission.fund) if submission.fund else ""
    delivered = date_text(submission.delivered_on) if submission.delivered_on else _NOTHING
    head = Columns(
        ([Text(title, style.TITLE), Text(below, style.SUBTITLE)], 0),
        (
            [
                Spacer(0, 6),
                Text(report.office_name, style.OFFICE),
                Text(f"تاریخ چاپ {date_text(report.printed_on)}", style.PRINTED),
            ],
            250,
        ),
    )
    rows = (
        (
            ("مرکز", provider.name or code_text(provider.id), 0.0),
            ("شماره درخواست", identifier(submission.id), 176.0),
            ("ماه درخواست", month_text(submission.month), 84.0),
        ),
        (
            ("بیمه‌گر و صندوق", "، ".join(filter(None, (INSURERS[submission.insurer], fund))), 0.0),
            ("سندهای درخواست", persian_digits(len(report.claims)), 176.0),
            ("تحویل اسناد", delivered, 84.0),
        ),
    )
    fields = (
        Columns(
            *(([Text(label, style.LABEL), Text(value, style.VALUE)], width) for label, value, width in row),
            space_after=3,
        )
        for row in rows
    )
    return [head, Rule(style.INK, 1.1, before=3, after=5), *fields, Spacer(0, 4)]


def totals_strip(report: SubmissionReport) -> list[Flowable]:
    """Return the five sums of the settled claims, and of how many claims they are."""
    totals = report.totals
    sums: tuple[tuple[str, Rial, style.TextStyle], ...] = (
        ("جمع درخواستی", totals.claimed, style.AMOUNT_LARGE),
        ("جمع کسر", totals.deducted, style.AMOUNT_LARGE),
        ("جمع تأییدشده", totals.approved, style.AMOUNT_LARGE_STRONG),
        ("سهم بیمه‌شدگان", totals.patient_share, style.AMOUNT_LARGE),
        ("سهم سازمان", totals.insurer_share, style.AMOUNT_LARGE_STRONG),
    )
    strip = Columns(*(([Text(label, style.LABEL), Figure(rials(amount), look)], 0) for label, amount, look in sums))
    return [
        Panel(strip, style.TINT, padding=6),
        Spacer(0, 3),
        Text(standing_sentence(report), style.SMALL),
        Spacer(0, 8),
    ]


def standing_sentence(report: SubmissionReport) -> str:
    """Say of how many documents the sums are, and what became of the others."""
    said = [f"جمع‌ها برای {_claims(len(report.settled))} رسیدگی‌شده از {_claims(len(report.claims))} این درخواست است"]
    if report.away:
        said.append(f"{_claims(len(report.away))} برگشت یا ارجاع شده و در جمع‌ها نیست")
    if report.open:
        said.append(f"{_claims(len(report.open))} هنوز در رسیدگی است و در جمع‌ها نیست")
    return "؛ ".join(said) + "."


def reasons_table(report: SubmissionReport, title: str) -> ReportTable:
    """Return what each reason took; the sums are the deduction of the submission."""
    deducted = report.totals.deducted
    columns = (
        ReportColumn("دلیل، ضابطه و بند"),
        ReportColumn("ردیف", ColumnKind.COUNT),
        ReportColumn("کسر", ColumnKind.RIAL),
        ReportColumn("سهم", ColumnKind.SHARE),
    )
    rows = tuple(
        (
            f"{said.text}\nضابطه {code_text(said.rule)}، {said.clause}" if said.rule else PERSONS_WORD[said.pen],
            said.lines,
            said.amount,
            share_of(said.amount, deducted),
        )
        for said in report.by_reason
    )
    sums = ("جمع", len(report.deducted_lines), deducted, share_of(deducted, deducted))
    note = "ردیفی که به چند دلیل کسر دارد در هر دلیل شمرده شده است." if _overlaps(report) else ""
    return ReportTable("دلیل", title, columns, rows, sums, bars=2, note=note)


def sections_table(report: SubmissionReport, title: str) -> ReportTable:
    """Return the sums of the settled lines by heading."""
    parts = ((SECTIONS.get(section, section), part) for section, part in report.by_section.items())
    return _sums_table("سرفصل", title, "ردیف", parts, sum(report.by_section.values(), Sum()))


def kinds_table(report: SubmissionReport, title: str) -> ReportTable:
    """Return the sums of the settled claims by kind."""
    parts = ((KINDS[kind], part) for kind, part in report.by_kind.items())
    return _sums_table("نوع سند", title, "سند", parts, sum(report.by_kind.values(), Sum()))


def claim_name(claim: ReportedClaim) -> str:
    """Return which claim it is, of whom and of when, in one line."""
    patient = claim.patient
    named = f"{ID_KINDS.get(patient.id_kind, 'شناسه')} {identifier(patient.id)}"
    parts = [f"سند {identifier(claim.id)}", patient.name or "", named, date_text(claim.day) if claim.day else ""]
    return "، ".join(part for part in parts if part)


def _sums_table(name: str, title: str, unit: str, parts: Iterable[tuple[str, Sum]], whole: Sum) -> ReportTable:
    columns = (ReportColumn(name), ReportColumn(unit, ColumnKind.COUNT), *_SUMMED)
    rows = tuple(_sum_row(label, part) for label, part in parts)
    return ReportTable(name, title, columns, rows, _sum_row("جمع", whole))


def _sum_row(label: str, part: Sum) -> tuple[str, int, Rial, Rial, Rial, Fraction | None]:
    return label, part.count, part.claimed, part.deducted, part.approved, share_of(part.deducted, part.claimed)


def share_of(part: Rial, whole: Rial) -> Fraction | None:
    """Return a part of a sum as a share of one, None where there is no sum."""
    return Fraction(part, whole) if whole else None


def _overlaps(report: SubmissionReport) -> bool:
    return sum(said.lines for said in report.by_reason) > len(report.deducted_lines)


def _claims(count: int) -> str:
    return f"{persian_digits(count)} سند"


def _bands(report: SubmissionReport) -> Iterator[Band]:
    if report.trial_figures:
        yield trial_band(())
    if report.unfinished:
        count = _claims(len(report.unfinished))
        yield Band(f"پیش‌نویس: کار {count} از این درخواست هنوز به پایان نرسیده است و این رقم‌ها نهایی نیست.")
