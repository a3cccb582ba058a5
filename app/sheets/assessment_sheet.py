"""برگ رسیدگی: the sheet that a centre receives of each claim, with every mark, clause and sum."""

from functools import partial
from io import BytesIO

from reportlab.platypus import Flowable, Spacer

from app.sheets.bill import bill_table
from app.sheets.content import AssessmentSheet
from app.sheets.finding_list import finding_list
from app.sheets.fonts import load_fonts
from app.sheets.heading import sheet_heading
from app.sheets.page import PagedCanvas, document, furniture_of
from app.sheets.signature_block import SignatureBlock
from app.sheets.sums import sums_panel


def draw_assessment_sheet(sheet: AssessmentSheet) -> bytes:
    """Return the sheet as an unsigned PDF; equal sheets give equal bytes.

    Raises MachineError where a font is missing.
    """
    load_fonts()
    target = BytesIO()
    document(sheet, target).build(_story(sheet), canvasmaker=partial(PagedCanvas, furniture=furniture_of(sheet)))
    return target.getvalue()


def _story(sheet: AssessmentSheet) -> list[Flowable]:
    return [
        *sheet_heading(sheet),
        bill_table(sheet),
        Spacer(0, 7),
        *sums_panel(sheet),
        Spacer(0, 7),
        *finding_list(sheet),
        SignatureBlock(sheet),
    ]
