"""What stands on each page around the body: band over trial figures, running head, foot with QR code, page x of y."""

from collections.abc import Callable
from typing import Any

import segno
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from app.domain.persian import date_text, persian_digits
from app.sheets import style
from app.sheets.content import AssessmentSheet
from app.sheets.text import draw_text
from app.sheets.wording import identifier

DIGEST_KEYWORD = "rasidegi-digest:"
_QR_SIZE = 46.0
_BAND_HEIGHT = 19.0
_TOP_MARGIN, _RUNNING_HEAD = 26.0, 26.0
_SHOWN_DIGITS = 16
_LONGEST_PACKS = 60
_EDGES = (style.LEFT_MARGIN, style.BODY_RIGHT)


class PagedCanvas(Canvas):
    """A canvas that keeps its pages back until their number is known, then draws the furniture on each."""

    furniture: Callable[[Canvas, int, int], None]

    def __init__(self, *args: Any, furniture: Callable[[Canvas, int, int], None], **options: Any) -> None:
        super().__init__(*args, **options)
        self.furniture = furniture
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        """Keep the page back."""
        self._pages.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Write the pages, each with its furniture."""
        for page_number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            self.furniture(self, page_number, len(self._pages))
            super().showPage()
        super().save()


def page_templates(sheet: AssessmentSheet) -> list[PageTemplate]:
    """Return the first page and the later ones, which begin below a running head."""
    band = _BAND_HEIGHT + 6 if sheet.unofficial else 0
    return [
        PageTemplate("first", [_body(_TOP_MARGIN + band)], autoNextPageTemplate="later"),
        PageTemplate("later", [_body(_TOP_MARGIN + band + _RUNNING_HEAD)]),
    ]


def document(sheet: AssessmentSheet, target: Any) -> BaseDocTemplate:
    """Return an empty document with its pages and its description; equal sheets give equal bytes."""
    return BaseDocTemplate(
        target,
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        pageTemplates=page_templates(sheet),
        invariant=1,
        pageCompression=1,
        title=f"برگ رسیدگی {sheet.claim.id}",
        author=sheet.office_name,
        subject=f"درخواست {sheet.submission.id}",
        keywords=[f"{DIGEST_KEYWORD}{sheet.digest}"],
        creator="rasidegi",
        lang="fa-IR",
    )


def furniture_of(sheet: AssessmentSheet) -> Callable[[Canvas, int, int], None]:
    """Return what draws the furniture of a sheet on one page of so many."""

    def draw(canvas: Canvas, page_number: int, page_count: int) -> None:
        if sheet.unofficial:
            _draw_band(canvas, sheet.unofficial)
        if page_number > 1:
            _draw_running_head(canvas, sheet)
        _draw_foot(canvas, sheet, page_number, page_count)

    return draw


def _body(top_margin: float) -> Frame:
    height = style.PAGE_HEIGHT - top_margin - style.BODY_BOTTOM
    return Frame(style.LEFT_MARGIN, style.BODY_BOTTOM, style.BODY_WIDTH, height, 0, 0, 0, 0)


def _draw_band(canvas: Canvas, packs: tuple[str, ...]) -> None:
    names = "، ".join(packs)
    which = f"بسته مرجع غیررسمی ({names})" if len(names) <= _LONGEST_PACKS else "بسته‌های مرجع غیررسمی"
    bottom = style.PAGE_HEIGHT - 18 - _BAND_HEIGHT
    canvas.setFillColor(style.AMBER_TINT)
    canvas.setStrokeColor(style.AMBER)
    canvas.setLineWidth(0.6)
    canvas.roundRect(style.LEFT_MARGIN, bottom, style.BODY_WIDTH, _BAND_HEIGHT, 3, stroke=1, fill=1)
    text = f"ارقام آزمایشی: این برگه با {which} حساب شده است و مبنای پرداخت نیست."
    draw_text(canvas, text, style.BAND, _EDGES, bottom + 6.4)


def _draw_running_head(canvas: Canvas, sheet: AssessmentSheet) -> None:
    band = _BAND_HEIGHT + 6 if sheet.unofficial else 0
    baseline = style.PAGE_HEIGHT - _TOP_MARGIN - band - 8
    who = f"، {sheet.claim.patient.name}" if sheet.claim.patient.name else ""
    text = f"برگ رسیدگی، سند {identifier(sheet.claim.id)}{who}"
    draw_text(canvas, text, style.FOOT, _EDGES, baseline)
    draw_text(canvas, sheet.office_name, style.FOOT_LEFT, _EDGES, baseline)
    _draw_line(canvas, baseline - 7)


def _draw_foot(canvas: Canvas, sheet: AssessmentSheet, page_number: int, page_count: int) -> None:
    _draw_line(canvas, 66)
    _draw_digest(canvas, sheet.digest, style.LEFT_MARGIN, 14)
    beside_code = (style.LEFT_MARGIN + _QR_SIZE + 8, style.BODY_RIGHT)
    draw_text(canvas, "شناسه نتیجه رسیدگی", style.FOOT_LEFT, beside_code, 48)
    draw_text(canvas, sheet.digest[:_SHOWN_DIGITS], style.DIGEST, beside_code, 35)
    pages = f"صفحه {persian_digits(page_number)} از {persian_digits(page_count)}"
    draw_text(canvas, pages, style.FOOT_CENTRE, _EDGES, 44)
    draw_text(canvas, f"سند {identifier(sheet.claim.id)}", style.FOOT, _EDGES, 48)
    draw_text(canvas, f"چاپ {date_text(sheet.printed_on)}", style.FOOT, _EDGES, 35)


def _draw_line(canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(style.HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(style.LEFT_MARGIN, y, style.BODY_RIGHT, y)


def _draw_digest(canvas: Canvas, digest: str, left: float, bottom: float) -> None:
    """Draw the whole digest as a QR code; capitals and digits alone make the smallest one."""
    code = segno.make(f"RASIDEGI:{digest.upper()}", error="m", micro=False)
    rows = list(code.matrix)
    module = _QR_SIZE / len(rows)
    path = canvas.beginPath()
    for row_number, row in enumerate(rows):
        for begin, length in _dark_runs(row):
            top = bottom + _QR_SIZE - (row_number + 1) * module
            path.rect(left + begin * module, top, length * module, module)
    canvas.setFillColor(style.INK)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(row: bytearray) -> list[tuple[int, int]]:
    """Return the runs of dark modules of a row: where each begins and how long it is."""
    runs, begin = [], None
    for place, dark in enumerate([*row, 0]):
        if dark and begin is None:
            begin = place
        elif not dark and begin is not None:
            runs.append((begin, place - begin))
            begin = None
    return runs
