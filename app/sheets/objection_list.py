"""What the centre objected to and what was answered, on the sheet of the version that answers it."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.domain.persian import date_text, persian_digits, rials
from app.sheets import style
from app.sheets.content import AnsweredObjection, AssessmentSheet
from app.sheets.text import Text
from app.sheets.wording import sentence

_INDENT = 14.0


def objection_list(sheet: AssessmentSheet) -> list[list[Flowable]]:
    """Return the objections in the order in which they came in, each with its answer; nothing where there are none."""
    heading = Text("اعتراض مرکز و پاسخ آن", style.HEADING, space_after=3)
    heading.keepWithNext = 1
    groups = [[*_objection(objection)] for objection in sheet.objections]
    return [[heading, *group] if place == 0 else group for place, group in enumerate(groups)]


def _objection(objection: AnsweredObjection) -> Iterator[Flowable]:
    place = "کل سند" if objection.line is None else f"ردیف {persian_digits(objection.line)}"
    wanted = "" if objection.wanted is None else f" — مبلغ خواسته‌شده {rials(objection.wanted)}"
    head = Text(f"{place} — دریافت {date_text(objection.received_on)}{wanted}", style.FINDING)
    head.keepWithNext = 1
    yield head
    said = Text(sentence(f"مرکز: «{objection.reason}»"), style.BODY, indent=_INDENT)
    said.keepWithNext = 1
    yield said
    if objection.answer is not None:
        by = f" ({objection.answered_by})" if objection.answered_by else ""
        answer = sentence(f"پاسخ{by}: {objection.answer}")
        yield Text(answer, style.BODY.coloured(style.GREEN), indent=_INDENT)
    yield Spacer(0, 5)
