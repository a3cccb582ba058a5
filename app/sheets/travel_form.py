"""The request form of a sending or a transfer on paper: every field with its name, filled or with room for the pen."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import astuple

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from app.domain.assessment import canonical_json
from app.domain.persian import date_text
from app.domain.request_form import WHOLE_ROW, FieldKind, FormEntry, FormField, RequestForm
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.form_rows import FormRow, PenLines, TickBoxes
from app.sheets.layout import Columns, Rule
from app.sheets.page import Furniture, draw_document
from app.sheets.shaping import NO_BREAK
from app.sheets.text import Text

SIGNATURE_ROOM = 42.0
LONGEST_IN_PART = 70  # a longer text takes the whole row
LONGEST_COST = 200  # of what a line of costs is for: no row may outgrow a page
ROOM_TO_BEGIN = 60.0  # points that a section needs on a page to begin there
BETWEEN = 9 * NO_BREAK
TO_BE_WRITTEN = {
    FieldKind.DATE: f"{BETWEEN}/{BETWEEN}/{BETWEEN}",
    FieldKind.DATETIME: f"{BETWEEN}/{BETWEEN}/{BETWEEN}{BETWEEN}ساعت{BETWEEN}:",
}
COSTS = "کرایه‌ها و شب‌ها"
COLUMNS = ("کرایه یا اقامت، بیمار یا همراه", "وسیله", "سفر یا شب", "بهای بلیت‌ها", "روز", "مبلغ (ریال)")
COLUMN_SPANS = (2, 1, 0.6, 0.8, 0.7, 0.9)
STARRED = "خانه‌های ستاره‌دار را فرم می‌خواهد."


def draw_request_form(form: RequestForm) -> bytes:
    """Return the form as a PDF; equal forms give equal bytes. Raises MachineError where a font is missing."""
    load_fonts()
    return draw_document(_furniture(form), [*_story(form)])


def _furniture(form: RequestForm) -> Furniture:
    said = [[field.key, field.value] for field in form.fields]
    costs = [list(astuple(entry)) for entry in form.entries]
    return Furniture(
        title=form.title,
        subject=form.source,
        office_name=form.office_name,
        printed_on=form.printed_on,
        digest=hashlib.sha256(canonical_json([form.kind.value, said, costs]).encode()).hexdigest(),
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
    signed = [field for field in form.fields if field.kind is FieldKind.SIGNATURE]
    yield from _rows([field for field in form.fields if field not in signed])
    if form.entries or form.blank_entries:
        yield from _costs(form)
    yield KeepTogether([*_rows(signed), Spacer(0, 4), Text(STARRED, style.SMALL)])


def _rows(fields: Sequence[FormField]) -> Iterator[Flowable]:
    """Yield the fields in rows as full as they get, each section under its heading."""
    row: list[FormField] = []
    for field in fields:
        if row and (field.section or sum(map(_span, row)) + _span(field) > WHOLE_ROW):
            yield _row(row)
            row = []
        if field.section:
            yield from _heading(field.section)
        row.append(field)
    if row:
        yield _row(row)


def _heading(text: str) -> Iterator[Flowable]:
    yield CondPageBreak(ROOM_TO_BEGIN)
    yield Spacer(0, 6)
    yield Text(text, style.SECTION, space_after=1)


def _row(fields: Sequence[FormField]) -> FormRow:
    """Return a row; what its fields leave of it belongs to the last."""
    spans = [_span(field) for field in fields]
    spans[-1] += WHOLE_ROW - sum(spans)
    return FormRow([_cell(field) for field in fields], spans)


def _span(field: FormField) -> int:
    return WHOLE_ROW if len(field.value) > LONGEST_IN_PART else field.span


def _cell(field: FormField) -> list[Flowable]:
    """Return a field: its name, and below it what stands in it, its boxes, or room for the pen."""
    name = Text(f"{field.title}{' *' if field.required else ''}", style.LABEL)
    if field.choices:
        return [name, TickBoxes(field.choices)]
    if field.kind is FieldKind.SIGNATURE:
        seen = [Text(field.value, style.VALUE)] if field.value else []
        return [name, *seen, Spacer(0, SIGNATURE_ROOM - style.VALUE.leading * len(seen))]
    if field.value:
        return [name, Text(field.value, style.VALUE)]
    if field.kind in TO_BE_WRITTEN:
        return [name, Text(TO_BE_WRITTEN[field.kind], style.VALUE)]
    return [name, PenLines(field.lines)]


def _costs(form: RequestForm) -> Iterator[Flowable]:
    """Yield the lines of costs: those of the claim, else empty ones."""
    yield from _heading(COSTS)
    yield FormRow([[Text(column, style.LABEL)] for column in COLUMNS], COLUMN_SPANS, slim=True)
    for entry in form.entries or (FormEntry(*[""] * len(COLUMNS)),) * form.blank_entries:
        yield FormRow([[_written(text)] for text in astuple(entry)], COLUMN_SPANS, slim=True)


def _written(text: str) -> Flowable:
    shown = text if len(text) <= LONGEST_COST else f"{text[:LONGEST_COST]}…"
    return Text(shown, style.VALUE) if shown else Spacer(0, style.VALUE.leading)
