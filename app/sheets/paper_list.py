"""فهرست برگ‌ها: which papers a centre delivered with its month, to be signed for by hand (PAR-11)."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from reportlab.platypus import Flowable, Spacer

from app.domain.assessment import canonical_json
from app.domain.dates import JalaliDate
from app.domain.papers import Paper, PaperList
from app.domain.persian import date_text, persian_digits
from app.domain.statistics_report import ReportColumn, ReportTable
from app.sheets import style
from app.sheets.content_submission import ReportedClaim, SubmissionReport
from app.sheets.fonts import load_fonts
from app.sheets.labels import KINDS
from app.sheets.page import draw_document
from app.sheets.report_table import report_table
from app.sheets.submission_parts import furniture_of, heading
from app.sheets.text import Text
from app.sheets.wording import identifier

TITLE = "فهرست برگ‌های ماه"
FORMS = {"electronic": "الکترونیک", "booklet": "برگ دفترچه", "letterhead": "سربرگ پزشک", None: "خوانده نشده"}
_COLUMNS = (
    ReportColumn("سند"),
    ReportColumn("بیمه‌شده", room=2),
    ReportColumn("روز خدمت"),
    ReportColumn("نوع درخواست"),
    ReportColumn("اصل برگ"),
)


def draw_paper_list(papers: PaperList, *, office_name: str, printed_on: JalaliDate) -> bytes:
    """Return the list as an unsigned PDF; equal lists give equal bytes. Raises MachineError without fonts."""
    load_fonts()
    report = _report(papers, office_name, printed_on)
    told = [[paper.number, paper.form, paper.delivered] for paper in papers.papers]
    digest = hashlib.sha256(canonical_json({"submission": papers.submission.id, "papers": told}).encode()).hexdigest()
    furniture = replace(furniture_of(report, TITLE), digest=digest, digest_label="شناسه فهرست", bands=())
    return draw_document(furniture, [*_story(papers, report)])


def standing_text(papers: PaperList) -> str:
    """Return how many requests came in each form, and what became of the papers."""
    forms = "، ".join(
        f"{persian_digits(papers.forms[form])} {name}" for form, name in FORMS.items() if form in papers.forms
    )
    came = persian_digits(papers.count(delivered=True))
    missing = persian_digits(papers.count(delivered=False))
    left = persian_digits(sum(paper.delivered is None for paper in papers.needed))
    return f"{forms}. از برگ‌ها {came} تحویل شده، {missing} تحویل نشده و {left} هنوز شمرده نشده است."


def _story(papers: PaperList, report: SubmissionReport) -> Iterator[Flowable]:
    yield from heading(report, TITLE, "اصل برگ‌های دفترچه و سربرگ‌هایی که با درخواست تحویل شده است")
    yield Text(standing_text(papers), style.BODY, space_after=6)
    rows = tuple(_row(paper) for paper in papers.papers)
    yield from report_table(ReportTable("papers", "سندها و برگ‌های آن‌ها", _COLUMNS, rows))
    yield Spacer(0, 10)
    yield Text("تحویل‌دهنده (مرکز): نام، مهر و امضا", style.BODY, space_after=34)
    yield Text("تحویل‌گیرنده (دفتر): نام و امضا", style.BODY)


def _row(paper: Paper) -> tuple[str, ...]:
    return (
        f"{identifier(paper.number)}، {KINDS[paper.kind]}",
        f"{paper.patient.name or '—'}، {identifier(paper.patient.id)}",
        date_text(paper.day) if paper.day else "—",
        FORMS.get(paper.form, paper.form or ""),
        _delivered(paper),
    )


def _delivered(paper: Paper) -> str:
    if not paper.needed:
        return "—"
    return {True: "تحویل شد", False: "تحویل نشد", None: "شمرده نشده"}[paper.delivered]


def _report(papers: PaperList, office_name: str, printed_on: JalaliDate) -> SubmissionReport:
    """Return what the head of the sheets of a submission is drawn from."""
    claims = tuple(
        ReportedClaim(paper.number, paper.kind, paper.patient, paper.day, paper.state, paper.claimed)
        for paper in papers.papers
    )
    return SubmissionReport(office_name, papers.submission, claims, printed_on, objection_days=0)
