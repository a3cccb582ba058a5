"""What stands on each page around the body: bands with warnings, running head, foot with QR code, page x of y."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from io import BytesIO
from typing import Any

import segno
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from app.domain.dates import JalaliDate
from app.domain.persian import date_text, persian_digits
from app.sheets import style
from app.sheets.text import draw_text, fitted

DIGEST_KEYWORD = "rasidegi-digest:"
_QR_SIZE = 46.0
_BAND_HEIGHT = 19.0
_TOP_MARGIN, _RUNNING_HEAD = 26.0, 26.0
_SHOWN_DIGITS = 16
_LONGEST_PACKS = 60
_EDGES = (style.LEFT_MARGIN, style.BODY_RIGHT)
_BAND_EDGES = (style.LEFT_MARGIN + 6, style.BODY_RIGHT - 6)


class Warned(Enum):
    """What a band warns of: figures that are not official or not final, or a sheet that holds no longer."""

    CAUTION = "caution"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Band:
    """One line of warning over the head of every page."""

    text: str
    warned: Warned = Warned.CAUTION


@dataclass(frozen=True, slots=True)
class Furniture:
    """What the pages of one sheet say around their bodies.

    `title`, `subject` and `digest` are also in the description of the file; `head` stands on the later pages, `foot`
    and the first digits of the digest, under the words `digest_label`, on all.
    """

    title: str
    subject: str
    office_name: str
    printed_on: JalaliDate
    digest: str
    digest_label: str
    head: str
    foot: str
    bands: tuple[Band, ...] = ()


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


def page_templates(furniture: Furniture) -> list[PageTemplate]:
    """Return the first page and the later ones, which begin below a running head."""
    top = _TOP_MARGIN + _bands_height(furniture)
    return [
        PageTemplate("first", [_body(top)], autoNextPageTemplate="later"),
        PageTemplate("later", [_body(top + _RUNNING_HEAD)]),
    ]


def document(furniture: Furniture, target: Any) -> BaseDocTemplate:
    """Return an empty document with its pages and its description; equal sheets give equal bytes."""
    return BaseDocTemplate(
        target,
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        pageTemplates=page_templates(furniture),
        invariant=1,
        pageCompression=1,
        title=furniture.title,
        author=furniture.office_name,
        subject=furniture.subject,
        keywords=[f"{DIGEST_KEYWORD}{furniture.digest}"],
        creator="rasidegi",
        lang="fa-IR",
    )


def draw_document(furniture: Furniture, story: list[Flowable]) -> bytes:
    """Return a PDF with the parts of a story on as many pages as they need."""
    target = BytesIO()
    made = document(furniture, target)
    made.build(story, canvasmaker=partial(PagedCanvas, furniture=partial(_draw_furniture, furniture)))
    return target.getvalue()


def trial_band(packs: tuple[str, ...]) -> Band:
    """Return the warning that figures of unofficial reference packs were used; without names it speaks of packs."""
    names = "، ".join(packs)
    named = f"بسته مرجع غیررسمی ({names})"
    which = named if names and len(names) <= _LONGEST_PACKS else "بسته‌های مرجع غیررسمی"
    return Band(f"ارقام آزمایشی: این برگه با {which} حساب شده است و مبنای پرداخت نیست.")


def _draw_furniture(furniture: Furniture, canvas: Canvas, page_number: int, page_count: int) -> None:
    """Draw what stands around the body of one page of so many."""
    for place, band in enumerate(furniture.bands):
        _draw_band(canvas, band, place)
    if page_number > 1:
        _draw_running_head(canvas, furniture)
    _draw_foot(canvas, furniture, page_number, page_count)


def _bands_height(furniture: Furniture) -> float:
    return len(furniture.bands) * (_BAND_HEIGHT + 3) + (3 if furniture.bands else 0)


def _body(top_margin: float) -> Frame:
    height = style.PAGE_HEIGHT - top_margin - style.BODY_BOTTOM
    return Frame(style.LEFT_MARGIN, style.BODY_BOTTOM, style.BODY_WIDTH, height, 0, 0, 0, 0)


def _draw_band(canvas: Canvas, band: Band, place: int) -> None:
    bottom = style.PAGE_HEIGHT - 18 - _BAND_HEIGHT - place * (_BAND_HEIGHT + 3)
    void = band.warned is Warned.VOID
    canvas.setFillColor(style.RED_TINT if void else style.AMBER_TINT)
    canvas.setStrokeColor(style.RED if void else style.AMBER)
    canvas.setLineWidth(1.2 if void else 0.6)
    canvas.roundRect(style.LEFT_MARGIN, bottom, style.BODY_WIDTH, _BAND_HEIGHT, 3, stroke=1, fill=1)
    look = style.VOID_BAND if void else style.BAND
    draw_text(canvas, band.text, fitted(band.text, look, _BAND_EDGES), _BAND_EDGES, bottom + 6.4)


def _draw_running_head(canvas: Canvas, furniture: Furniture) -> None:
    baseline = style.PAGE_HEIGHT - _TOP_MARGIN - _bands_height(furniture) - 8
    draw_text(canvas, furniture.head, style.FOOT, _EDGES, baseline)
    draw_text(canvas, furniture.office_name, style.FOOT_LEFT, _EDGES, baseline)
    _draw_line(canvas, baseline - 7)


def _draw_foot(canvas: Canvas, furniture: Furniture, page_number: int, page_count: int) -> None:
    _draw_line(canvas, 66)
    _draw_digest(canvas, furniture.digest, style.LEFT_MARGIN, 14)
    beside_code = (style.LEFT_MARGIN + _QR_SIZE + 8, style.BODY_RIGHT)
    draw_text(canvas, furniture.digest_label, style.FOOT_LEFT, beside_code, 48)
    draw_text(canvas, furniture.digest[:_SHOWN_DIGITS], style.DIGEST, beside_code, 35)
    pages = f"صفحه {persian_digits(page_number)} از {persian_digits(page_count)}"
    draw_text(canvas, pages, style.FOOT_CENTRE, _EDGES, 44)
    draw_text(canvas, furniture.foot, style.FOOT, _EDGES, 48)
    draw_text(canvas, f"چاپ {date_text(furniture.printed_on)}", style.FOOT, _EDGES, 35)


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
