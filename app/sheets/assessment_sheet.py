"""برگ رسیدگی: the sheet that a centre receives of each claim, with every mark, clause and sum."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.domain.persian import date_text
from app.sheets import style
from app.sheets.bill import bill_table
from app.sheets.content import AssessmentSheet
from app.sheets.finding_list import finding_list
from app.sheets.fonts import load_fonts
from app.sheets.heading import sheet_heading
from app.sheets.objection_list import objection_list
from app.sheets.page import Band, Furniture, Warned, draw_document, trial_band
from app.sheets.signature_block import BLOCK_HEIGHT, SignatureBlock
from app.sheets.sums import sums_panel
from app.sheets.wording import identifier

_MOST_TO_KEEP = 240.0  # points of what comes last; a longer finding may be split


def draw_assessment_sheet(sheet: AssessmentSheet) -> bytes:
    """Return the sheet as an unsigned PDF; equal sheets give equal bytes.

    Raises MachineError where a font is missing.
    """
    load_fonts()
    return draw_document(_furniture(sheet), _story(sheet))


def _furniture(sheet: AssessmentSheet) -> Furniture:
    """Return what stands around the body of each page."""
    name = sheet.claim.patient.name
    return Furniture(
        title=f"برگ رسیدگی {sheet.claim.id}",
        subject=f"درخواست {sheet.submission.id}",
        office_name=sheet.office_name,
        printed_on=sheet.printed_on,
        digest=sheet.digest,
        digest_label="شناسه نتیجه رسیدگی",
        head=f"برگ رسیدگی، سند {identifier(sheet.claim.id)}" + (f"، {name}" if name else ""),
        foot=f"سند {identifier(sheet.claim.id)}",
        bands=tuple(_bands(sheet)),
    )


def _bands(sheet: AssessmentSheet) -> Iterator[Band]:
    """Yield what the reader is warned of."""
    for void in sheet.voided:
        when = date_text(void.on)
        yield Band(f"این امضا باطل شده است: امضای {void.full_name}، از {when}؛ {void.reason}", Warned.VOID)
    if sheet.unofficial:
        yield trial_band(sheet.unofficial)


def _story(sheet: AssessmentSheet) -> list[Flowable]:
    """Return all parts in their order. The signatures never stand on a page alone: what comes last goes with them."""
    groups = [[*sums_panel(sheet), Spacer(0, 7)], *finding_list(sheet), *objection_list(sheet)]
    earlier, last = groups[:-1], groups[-1]
    room = min(_height(last), _MOST_TO_KEEP) + BLOCK_HEIGHT
    before = [part for group in earlier for part in group]
    head = [*sheet_heading(sheet), bill_table(sheet), Spacer(0, 7)]
    return [*head, *before, CondPageBreak(room), *last, SignatureBlock(sheet)]


def _height(parts: Sequence[Flowable]) -> float:
    """Return the room that parts take one below the other, in points."""
    return sum(part.wrap(style.BODY_WIDTH, style.PAGE_HEIGHT)[1] + part.getSpaceAfter() for part in parts)
