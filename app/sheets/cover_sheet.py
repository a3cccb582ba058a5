"""روکش: the first page over all sheets of a submission, with the list of its documents."""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.domain.office import SETTLED_STATES
from app.domain.persian import date_text, persian_digits, rials
from app.sheets import style
from app.sheets.carried_table import CarriedColumn, CarriedRow, carried_table
from app.sheets.content_submission import ReportedClaim, SubmissionReport
from app.sheets.fonts import load_fonts
from app.sheets.labels import KINDS, STATES
from app.sheets.number_words import in_words
from app.sheets.page import draw_document
from app.sheets.report_table import report_table
from app.sheets.submission_parts import furniture_of, heading, kinds_table, totals_strip
from app.sheets.text import Text
from app.sheets.wording import identifier

TITLE = "روکش درخواست هزینه"
_COLUMNS = (
    CarriedColumn("", 20.0, style.COLUMN_CENTRE),
    CarriedColumn("سند", 98.0),
    CarriedColumn("بیمه‌شده", 0.0),
    CarriedColumn("وضعیت", 66.0),
    CarriedColumn("درخواستی", 54.0, summed=True),
    CarriedColumn("تأییدشده", 54.0, summed=True),
    CarriedColumn("کسر", 54.0, summed=True),
)
_TOTAL = "جمع سندهای رسیدگی‌شده"
_ROOM_TO_BEGIN = 120.0  # points: title, headings, two documents, sums


def draw_cover_sheet(report: SubmissionReport) -> bytes:
    """Return the cover sheet as an unsigned PDF; equal reports give equal bytes. Raises MachineError without fonts."""
    load_fonts()
    return draw_document(furniture_of(report, TITLE), [*_story(report)])


def _story(report: SubmissionReport) -> Iterator[Flowable]:
    yield from heading(report, TITLE)
    yield from totals_strip(report)
    yield Text(f"مبلغ تأییدشده به حروف: {in_words(report.totals.approved)} ریال", style.WORDS, space_after=8)
    yield from report_table(kinds_table(report, "سندهای رسیدگی‌شده به تفکیک نوع"))
    yield CondPageBreak(_ROOM_TO_BEGIN)
    yield Text("فهرست سندها", style.HEADING)
    yield Spacer(0, 3)
    yield Text(_enclosed(report), style.SMALL, space_after=3)
    yield carried_table(_COLUMNS, [_row(no, claim) for no, claim in enumerate(report.claims, start=1)], _TOTAL)
    yield Spacer(0, 6)


def _enclosed(report: SubmissionReport) -> str:
    """Say how many of the sheets behind the cover are signed."""
    signed = sum(claim.signed for claim in report.claims)
    drafts = len(report.claims) - signed
    said = f"برگ رسیدگی {persian_digits(signed)} سند امضا شده است"
    return f"{said} و {persian_digits(drafts)} سند هنوز برگ امضاشده ندارد." if drafts else f"{said}."


def _row(number: int, claim: ReportedClaim) -> CarriedRow:
    """Return a claim; of one that is not settled the claimed amount stands in words, and is in no sum."""
    settled = claim.state in SETTLED_STATES and claim.totals is not None
    state = [Text(STATES[claim.state], style.STATED)]
    if not settled:
        state.append(Text(f"درخواستی {rials(claim.claimed)}", style.SMALL))
    totals, patient = claim.totals, claim.patient
    version = f"، نسخه {persian_digits(claim.version)}" if claim.version > 1 else ""
    day = f"، {date_text(claim.day)}" if claim.day else ""
    return CarriedRow(
        (
            Text(persian_digits(number), style.STATED_CENTRE),
            [Text(identifier(claim.id) + version, style.STATED), Text(KINDS[claim.kind] + day, style.SMALL)],
            [Text(patient.name or "—", style.STATED), Text(identifier(patient.id), style.SMALL)],
            state,
        ),
        (totals.claimed, totals.approved, totals.deducted) if settled and totals is not None else (),
    )
