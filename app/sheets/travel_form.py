"""The request form of a sending or a transfer on paper: every field with its name, filled or with a line below."""

import hashlib
from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.domain.assessment import canonical_json
from app.domain.persian import date_text
from app.domain.request_form import FieldKind, FormField, RequestForm
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.layout import Columns, Rule
from app.sheets.page import Furniture, draw_document
from app.sheets.text import Text

SIGNATURE_ROOM, LINE_ROOM = 40.0, 15.0
IN_A_ROW = 2
STARRED = "خانه‌های ستاره‌دار را فرم می‌خواهد."


def draw_request_form(form: RequestForm) -> bytes:
    """Return the form as a PDF; equal forms give equal bytes. Raises MachineError where a font is missing."""
    load_fonts()
    return draw_document(_furniture(form), [*_story(form)])


def _furniture(form: RequestForm) -> Furniture:
    said = [[field.key, field.value] for field in form.fields]
    return Furniture(
        title=form.title,
        subject=form.source,
        office_name=form.office_name,
        printed_on=form.printed_on,
        digest=hashlib.sha256(canonical_json([form.kind.value, said]).encode()).hexdigest(),
        digest_label="شناسه فرم",
        head=form.title,
        foot=f"تهیه‌کننده: {form.printed_by}",
    )


def _story(form: RequestForm) -> Iterator[Flowable]:
    printed = f"تاریخ چاپ {date_text(form.printed_on)}"
    yield Columns(
        ([Text(form.title, style.TITLE), Text(form.source, style.SUBTITLE)], 0),
        ([Spacer(0, 6), Text(form.office_name, style.OFFICE), Text(printed, style.PRINTED)], 200),
    )
    yield Rule(style.INK, 1.1, before=3, after=6)
    written = [field for field in form.fields if field.kind is not FieldKind.SIGNATURE]
    signed = [field for field in form.fields if field.kind is FieldKind.SIGNATURE]
    for begin in range(0, len(written), IN_A_ROW):
        yield _row(written[begin : begin + IN_A_ROW])
    yield Spacer(0, 8)
    yield KeepTogether([_row(signed), Text(STARRED, style.SMALL)])


def _row(fields: Sequence[FormField]) -> Flowable:
    cells = [(_field(field), 0.0) for field in fields]
    cells += [([], 0.0)] * (IN_A_ROW - len(fields))
    return Columns(*cells, gap=16, space_after=4)


def _field(field: FormField) -> list[Flowable]:
    """Return a field: its name, what stands in it, and the line below; a signature has room above its line."""
    star = " *" if field.required else ""
    room = SIGNATURE_ROOM if field.kind is FieldKind.SIGNATURE else LINE_ROOM
    value: list[Flowable] = [Spacer(0, room)]
    if field.value:
        value = [Text(field.value, style.VALUE), Spacer(0, room - style.VALUE.leading)]
    return [Text(f"{field.title}{star}", style.LABEL), *value, Rule(style.HAIRLINE, 0.6, before=2, after=3)]
