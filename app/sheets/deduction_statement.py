"""صورت کسورات: every line of a submission of which something was taken, with the rule, the clause and the reason."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.domain.findings import Pen
from app.domain.persian import code_text, persian_digits, rials
from app.sheets import style
from app.sheets.carried_table import CarriedColumn, CarriedRow, carried_table
from app.sheets.content_submission import DeductedLine, Reason, ReportedClaim, SubmissionReport
from app.sheets.fonts import load_fonts
from app.sheets.labels import SECTIONS
from app.sheets.page import draw_document
from app.sheets.report_table import report_table
from app.sheets.submission_parts import (
    claim_name,
    furniture_of,
    heading,
    reasons_table,
    sections_table,
    totals_strip,
)
from app.sheets.text import Text
from app.sheets.wording import identifier, sentence

TITLE = "صورت کسورات"
_NOTHING = "از هیچ ردیفی کسر نشده است."
_COLUMNS = (
    CarriedColumn("ردیف", 22.0, style.COLUMN_CENTRE),
    CarriedColumn("خدمت", 0.0),
    CarriedColumn("دلیل کسر، ضابطه و بند", 152.0),
    CarriedColumn("درخواستی", 55.0, summed=True),
    CarriedColumn("تأییدشده", 55.0, summed=True),
    CarriedColumn("کسر", 55.0, summed=True),
)
_TOTAL = "جمع ردیف‌های کسرشده"
_LONGEST_TITLE, _LONGEST_REASON = 200, 300  # longer ones are cut: no row may outgrow a page
_REASONS_OF_A_ROW = 4


def draw_deduction_statement(report: SubmissionReport) -> bytes:
    """Return the statement as an unsigned PDF; equal reports give equal bytes. Raises MachineError without fonts."""
    load_fonts()
    return draw_document(furniture_of(report, TITLE), [*heading(report, TITLE), *totals_strip(report), *_list(report)])


def _list(report: SubmissionReport) -> Iterator[Flowable]:
    rows = [row for claim in report.settled if claim.lines for row in _rows(claim)]
    if not rows:
        yield Text(_NOTHING, style.BODY)
        return
    yield carried_table(_COLUMNS, rows, _TOTAL)
    yield Spacer(0, 14)
    yield from report_table(reasons_table(report, "کسرها به تفکیک دلیل"))
    yield from report_table(sections_table(report, "کسرها به تفکیک سرفصل"))


def _rows(claim: ReportedClaim) -> Iterator[CarriedRow]:
    """Yield the head of a claim, and its lines; one with many reasons goes on in further rows."""
    name = claim_name(claim)
    version = "" if claim.version == 1 else f"، نسخه {persian_digits(claim.version)}"
    yield CarriedRow((Text(name + version, style.GROUP),), None, name)
    for line in claim.lines:
        several = len(line.reasons) > 1
        for begin in range(0, len(line.reasons), _REASONS_OF_A_ROW):
            parts = line.reasons[begin : begin + _REASONS_OF_A_ROW]
            said = [text for reason in parts for text in _reason(reason, several=several)]
            first = begin == 0
            amounts = (line.claimed, line.approved, line.deducted) if first else ()
            cells = (Text(persian_digits(line.no), style.CELL_CENTRE), _service(line)) if first else (None, None)
            yield CarriedRow((*cells, said), amounts, name)


def _service(line: DeductedLine) -> list[Flowable]:
    title = _cut(line.title or SECTIONS.get(line.section, line.section), _LONGEST_TITLE)
    below = [SECTIONS.get(line.section, line.section)] + ([f"کد {identifier(line.code)}"] if line.code else [])
    return [Text(sentence(title), style.STATED), Text("، ".join(below), style.SMALL)]


def _reason(reason: Reason, *, several: bool) -> Iterator[Flowable]:
    """Yield what a reason says, and its source; of several each with the rials it took."""
    yield Text(sentence(_cut(reason.text, _LONGEST_REASON)), style.STATED)
    parts = [f"کسر {rials(reason.amount)}"] if several else []
    parts.append(f"ضابطه {code_text(reason.rule)}، {reason.clause}" if reason.rule else _by_whom(reason))
    if reason.rule and reason.initials:
        parts.append(f"نظر کارشناس ({reason.initials}){f': {reason.word}' if reason.word else ''}")
    yield Text(_cut("؛ ".join(parts), _LONGEST_REASON), style.SMALL)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"


def _by_whom(reason: Reason) -> str:
    who = "تصحیح حسابداری، قلم قرمز" if reason.pen is Pen.RED else "نظر کارشناس رسیدگی"
    return f"{who} ({reason.initials})" if reason.initials else who
