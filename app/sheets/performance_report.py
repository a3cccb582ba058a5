"""گزارش عملکرد: what became of a submission, given to the centre, with the deadline of its objection."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.domain.persian import date_text, month_text, persian_digits
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable
from app.sheets import style
from app.sheets.content_submission import SubmissionReport, Sum
from app.sheets.fonts import load_fonts
from app.sheets.hand_signatures import HandSignatures
from app.sheets.labels import STATES
from app.sheets.layout import Panel, Stack
from app.sheets.page import draw_document
from app.sheets.report_table import report_table
from app.sheets.submission_parts import (
    furniture_of,
    heading,
    kinds_table,
    reasons_table,
    sections_table,
    share_of,
    totals_strip,
)
from app.sheets.text import Text
from app.sheets.wording import identifier

TITLE = "گزارش عملکرد"
OBJECTION_CLAUSE = "بخش اول، بند ۲۴-۱-۶"
_HOW = (
    "اعتراض کتبی است و در آن برای هر مورد شماره سند، شماره ردیف، دلیل و مبلغ مورد نظر نوشته و مدرک آن پیوست می‌شود. "
    "به اعتراض کسی جز رسیدگی‌کننده نخست رسیدگی می‌کند و نتیجه آن در نسخه تازه برگ رسیدگی کنار نسخه پیشین می‌آید."
)


def draw_performance_report(report: SubmissionReport) -> bytes:
    """Return the report as an unsigned PDF; equal reports give equal bytes. Raises MachineError without fonts."""
    load_fonts()
    return draw_document(furniture_of(report, TITLE), [*_story(report)])


def deadline_sentence(report: SubmissionReport) -> str:
    """Say until when the centre may object, or that nothing counts before the report was handed over."""
    days = persian_digits(report.objection_days)
    if report.handed_on is None or report.deadline is None:
        return (
            f"این گزارش هنوز به مرکز تحویل نشده است. مهلت اعتراض {days} روز است و از روز پس از تحویل شمرده می‌شود "
            f"({OBJECTION_CLAUSE})."
        )
    return (
        f"این گزارش در {date_text(report.handed_on)} به مرکز تحویل شد. مرکز تا پایان روز {date_text(report.deadline)}، "
        f"{days} روز پس از تحویل، می‌تواند به نتیجه رسیدگی اعتراض کند؛ اعتراض پس از آن پذیرفته نمی‌شود "
        f"({OBJECTION_CLAUSE})."
    )


def _story(report: SubmissionReport) -> Iterator[Flowable]:
    yield from heading(report, TITLE)
    yield from totals_strip(report)
    yield from report_table(kinds_table(report, "سندها به تفکیک نوع"))
    yield from report_table(reasons_table(report, "کسرها به تفکیک دلیل"))
    yield from report_table(sections_table(report, "مبلغ‌ها به تفکیک سرفصل"))
    if report.earlier:
        yield from report_table(_comparison(report))
    if report.away:
        yield from report_table(_away(report))
    yield KeepTogether([_objection(report), Spacer(0, 10), HandSignatures(report.signatories)])


def _objection(report: SubmissionReport) -> Flowable:
    """Return until when and how the centre objects."""
    said = (
        Text("مهلت و شیوه اعتراض", style.HEADING, space_after=2),
        Text(deadline_sentence(report), style.STRONG, space_after=3),
        Text(_HOW, style.BODY),
    )
    return Panel(Stack(said), style.TINT)


def _comparison(report: SubmissionReport) -> ReportTable:
    """Return this submission beside earlier ones of the same centre and fund."""
    columns = (
        ReportColumn("درخواست"),
        ReportColumn("ماه"),
        ReportColumn("سند", ColumnKind.COUNT),
        ReportColumn("درخواستی", ColumnKind.RIAL),
        ReportColumn("کسر", ColumnKind.RIAL),
        ReportColumn("سهم کسر", ColumnKind.SHARE),
    )
    now = sum((claim.sum for claim in report.settled), Sum())
    submissions = (
        (report.submission.id, report.submission.month, now),
        *((e.id, e.month, e.sum) for e in report.earlier),
    )
    rows = tuple(
        (
            f"{identifier(number)}{' (این درخواست)' if place == 0 else ''}",
            month_text(month),
            part.count,
            part.claimed,
            part.deducted,
            share_of(part.deducted, part.claimed),
        )
        for place, (number, month, part) in enumerate(submissions)
    )
    return ReportTable("مقایسه", "در برابر درخواست‌های پیشین مرکز", columns, rows, bars=5)


def _away(report: SubmissionReport) -> ReportTable:
    """Return the claims that are not paid because they went back to the centre or to the supervision office."""
    columns = (
        ReportColumn("سند و دلیل"),
        ReportColumn("بیمه‌شده"),
        ReportColumn("وضعیت"),
        ReportColumn("درخواستی", ColumnKind.RIAL),
    )
    rows = tuple(
        (
            f"سند {identifier(claim.id)}" + (f": {claim.note}" if claim.note else ""),
            claim.patient.name or identifier(claim.patient.id),
            STATES[claim.state],
            claim.claimed,
        )
        for claim in report.away
    )
    sums = ("جمع", None, None, sum(claim.claimed for claim in report.away))
    return ReportTable("برگشتی", "سندهای برگشت‌داده و ارجاع‌شده", columns, rows, sums)
