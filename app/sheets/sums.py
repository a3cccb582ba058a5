"""The sums of the claim: claimed − deducted = approved = patient's share + insurer's share, and approved in words."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.domain.persian import rials
from app.sheets import style
from app.sheets.content import AssessmentSheet
from app.sheets.layout import Columns, Panel
from app.sheets.number_words import in_words
from app.sheets.text import Figure, Text
from app.sheets.wording import percent_text, step_text

_NOTES_WIDTH = 220.0


def sums_panel(sheet: AssessmentSheet) -> list[Flowable]:
    """Return the five sums, the approved one in words, and what lies outside the patient's percent."""
    totals, percent = sheet.settlement.totals, sheet.settlement.result.share_percent
    shares = ("", "") if percent is None else (f" ({percent_text(percent)})", f" ({percent_text(100 - percent)})")
    sums = (
        ("جمع درخواستی", totals.claimed, style.AMOUNT_LARGE),
        ("جمع تعدیل", totals.deducted, style.AMOUNT_LARGE),
        ("جمع تأییدشده", totals.approved, style.AMOUNT_LARGE_STRONG),
        (f"سهم بیمه‌شده{shares[0]}", totals.patient_share, style.AMOUNT_LARGE),
        (f"سهم سازمان{shares[1]}", totals.insurer_share, style.AMOUNT_LARGE_STRONG),
    )
    strip = Columns(*(([Text(label, style.LABEL), Figure(rials(amount), look)], 0) for label, amount, look in sums))
    words = Text(f"مبلغ تأییدشده به حروف: {in_words(totals.approved)} ریال", style.WORDS)
    notes = [Text(note, style.SMALL_LEFT) for note in _notes(sheet)]
    return [Panel(strip, style.TINT, padding=6), Spacer(0, 4), Columns((words, 0), (notes, _NOTES_WIDTH))]


def _notes(sheet: AssessmentSheet) -> Iterator[str]:
    """Yield how the shares came about. Where a person changed the sum, the engine's steps no longer lead to them."""
    totals, result = sheet.settlement.totals, sheet.settlement.result
    if totals == result.totals:
        for step in result.share_steps:
            value = "" if step.value is None else f" = {rials(step.value)}"
            yield f"{step_text(step)}{value}"
    if result.insurer_only:
        yield f"{rials(result.insurer_only)} ریال را سازمان بیرون از درصد سهم بیمه‌شده می‌پردازد."
