"""The foot of the last page: the right to object, and a box for each of the two signatures.

The block always stands at the same place, so that a signature made later knows where its stamp belongs.
"""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.domain.claim import Pathway
from app.domain.findings import Pen
from app.sheets import style
from app.sheets.content import AssessmentSheet, Signatory
from app.sheets.labels import PENS
from app.sheets.text import Edges, draw_text, fitted

_GAP = 14.0
BOX_WIDTH = (style.BODY_WIDTH - _GAP) / 2
BOX_HEIGHT = 68.0  # 24 mm
BLOCK_HEIGHT = BOX_HEIGHT + 22  # with the note above
STAMP_WIDTH, STAMP_HEIGHT = 112.0, 56.0
_STAMP_INSET = 6.0
OBJECTION = (
    "مرکز تا ۱۵ روز پس از دریافت گزارش عملکرد این درخواست می‌تواند با ذکر شماره سند، ردیف و یافته کتباً اعتراض کند؛ "
    "پس از آن پذیرفته نیست."
)


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the last page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def _stamp_place(box_left: float) -> Place:
    left, bottom = box_left + _STAMP_INSET, style.BODY_BOTTOM + _STAMP_INSET
    return Place(left, bottom, left + STAMP_WIDTH, bottom + STAMP_HEIGHT)


STAMP_PLACES = {
    Pen.GREEN: _stamp_place(style.LEFT_MARGIN + BOX_WIDTH + _GAP),
    Pen.RED: _stamp_place(style.LEFT_MARGIN),
}


class SignatureBlock(Flowable):
    """Takes what is left of the page and draws at its bottom."""

    def __init__(self, sheet: AssessmentSheet) -> None:
        super().__init__()
        self._sheet = sheet

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (reportlab's names)
        """Return the rest of the page, or more than it where the block has no room on it."""
        self.width, self.height = aW, max(aH, BLOCK_HEIGHT)
        return self.width, self.height

    def draw(self) -> None:
        """Draw both boxes, and the note where a centre is paid: a reimbursement goes to the insured person."""
        edges = (0.0, self.width)
        if self._sheet.claim.pathway is Pathway.CONTRACTED:
            draw_text(self.canv, OBJECTION, fitted(OBJECTION, style.NOTE, edges), edges, BOX_HEIGHT + 8)
        _draw_box(self.canv, BOX_WIDTH + _GAP, self._sheet.reviewer)
        _draw_box(self.canv, 0, self._sheet.accountant)


class AccountantsBlock(Flowable):
    """The accountant's box alone, at the bottom of the last page, for a list that nobody else signs."""

    def __init__(self, accountant: Signatory) -> None:
        super().__init__()
        self._accountant = accountant

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (reportlab's names)
        """Return the rest of the page, or more than it where the box has no room on it."""
        self.width, self.height = aW, max(aH, BOX_HEIGHT)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box where the accountant's stamp belongs."""
        _draw_box(self.canv, 0, self._accountant)


def _draw_box(canvas: Canvas, left: float, signatory: Signatory) -> None:
    """Draw a box: whose it is at the right, and at the left the room for signature or stamp."""
    right, colour = left + BOX_WIDTH, style.PEN_COLOURS[signatory.pen]
    canvas.setStrokeColor(style.HAIRLINE)
    canvas.setLineWidth(0.6)
    canvas.roundRect(left, 0, BOX_WIDTH, BOX_HEIGHT, 3, stroke=1, fill=0)
    canvas.setFillColor(colour)
    canvas.rect(right - 2.4, 4, 2.4, BOX_HEIGHT - 8, stroke=0, fill=1)
    signing_room = left + STAMP_WIDTH + 2 * _STAMP_INSET
    fields = (signing_room, right - 10)
    draw_text(canvas, PENS[signatory.pen], style.BOX_TITLE, fields, BOX_HEIGHT - 15)
    for place, (label, value) in enumerate((("نام", signatory.full_name), ("سمت", signatory.post))):
        baseline = BOX_HEIGHT - 34 - 18 * place
        draw_text(canvas, label, style.LABEL, fields, baseline)
        _draw_value(canvas, value, (fields[0], fields[1] - 22), baseline)
    _draw_signing_room(canvas, left + _STAMP_INSET)


def _draw_signing_room(canvas: Canvas, left: float) -> None:
    """Draw where to sign; the stamp of a digital signature covers it."""
    canvas.saveState()
    canvas.setStrokeColor(style.HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.setDash([2.4, 2.4])
    canvas.roundRect(left + 0.6, _STAMP_INSET + 0.6, STAMP_WIDTH - 1.2, STAMP_HEIGHT - 1.2, 3, stroke=1, fill=0)
    canvas.restoreState()
    draw_text(canvas, "تاریخ و امضا", style.LABEL, (left, left + STAMP_WIDTH - 6), _STAMP_INSET + STAMP_HEIGHT - 11)


def _draw_value(canvas: Canvas, value: str | None, edges: Edges, baseline: float) -> None:
    """Draw the value of a field; an empty one gets a dotted line to write on."""
    if value:
        draw_text(canvas, value, style.BOX_VALUE, edges, baseline)
        return
    canvas.saveState()
    canvas.setStrokeColor(style.QUIET)
    canvas.setLineWidth(0.5)
    canvas.setLineCap(1)
    canvas.setDash([0.1, 2.2])
    canvas.line(edges[0], baseline - 1.5, edges[1], baseline - 1.5)
    canvas.restoreState()
