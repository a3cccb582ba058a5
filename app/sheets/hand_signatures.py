"""Boxes in which people sign a report by hand, and the centre that it has received it."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.sheets import style
from app.sheets.content_submission import ReportSignatory
from app.sheets.text import Edges, draw_text

_GAP = 8.0
_HEIGHT = 72.0
_RECEIPT = ReportSignatory("تحویل‌گیرنده مرکز")


class HandSignatures(Flowable):
    """One box for each post, from the right, and the last for the centre's receipt."""

    def __init__(self, signatories: Sequence[ReportSignatory]) -> None:
        super().__init__()
        self._signatories = (*signatories, _RECEIPT)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Return the room of the row."""
        self.width, self.height = aW, _HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes."""
        width = (self.width - _GAP * (len(self._signatories) - 1)) / len(self._signatories)
        for place, signatory in enumerate(self._signatories):
            right = self.width - place * (width + _GAP)
            _draw_box(self.canv, signatory, (right - width, right))


def _draw_box(canvas: Canvas, signatory: ReportSignatory, edges: Edges) -> None:
    left, right = edges
    canvas.setStrokeColor(style.QUIET)
    canvas.setLineWidth(0.5)
    canvas.roundRect(left, 0, right - left, _HEIGHT, 3, stroke=1, fill=0)
    inside = (left + 6, right - 6)
    draw_text(canvas, signatory.post, style.BOX_TITLE, inside, _HEIGHT - 15)
    draw_text(
        canvas,
        signatory.full_name or "نام:",
        style.LABEL if signatory.full_name is None else style.BODY,
        inside,
        _HEIGHT - 30,
    )
    draw_text(canvas, "تاریخ، مهر و امضا:", style.LABEL, inside, _HEIGHT - 44)
