"""The sums of the claim: claimed − deducted = approved = patient's share + insurer's share, and approved in words."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.domain.persian import persian_digits, rials
from app.domain.recomputed_sums import SumOf, recomputed_sums
from app.sheets import style
from app.sheets.bill_marks import CircledAmount
from app.sheets.content import AssessmentSheet
from app.sheets.layout import Cell, Columns, Panel
from app.sheets.number_words import in_words
from app.sheets.text import Figure, Text
from app.sheets.wording import percent_text, step_text

_NOTES_WIDTH = 220.0
_WRITTEN_WIDTH = 124.0
_WRITTEN = {SumOf.TOTAL: "جمع کل", SumOf.PATIENT: "سهم بیمه‌شده", SumOf.INSURER: "سهم سازمان"}


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
    before = _earlier_sums(sheet)
    strip = Columns(
        *(
            ([Text(label, style.LABEL), Figure(rials(amount), look), *before[place : place + 1]], 0)
            for place, (label, amount, look) in enumerate(sums)
        )
    )
    words = Text(f"مبلغ تأییدشده به حروف: {in_words(totals.approved)} ریال", style.WORDS)
    notes = [Text(note, style.SMALL_LEFT) for note in _notes(sheet)]
    said = Columns((words, 0), (notes, _NOTES_WIDTH))
    return [Panel(strip, style.TINT, padding=6), Spacer(0, 4), said, *_written_sums(sheet)]


def _earlier_sums(sheet: AssessmentSheet) -> list[Flowable]:
    """Return the sums of an earlier version, each to stand below that of today; shares where they are known."""
    if sheet.earlier is None:
        return []
    claimed, approved = sheet.settlement.totals.claimed, sum(sheet.earlier.approved.values())
    then = sheet.earlier.totals
    shares = (None, None) if then is None else (then.patient_share, then.insurer_share)
    name = f"نسخه {persian_digits(sheet.earlier.version)}"
    amounts = (claimed, claimed - approved, approved, *shares)
    return [Text("" if amount is None else f"{name}: {rials(amount)}", style.SMALL) for amount in amounts]


def _written_sums(sheet: AssessmentSheet) -> list[Flowable]:
    """Return the sums that the centre wrote, a wrong one in a red circle with the right one beside it (item 15)."""
    found = [said for said in recomputed_sums(sheet.claim, sheet.settlement) if said.written is not None]
    if not found:
        return []
    cells: list[tuple[Cell, float]] = [(Text("جمع‌های نوشته مرکز، در برابر ردیف‌های خودش", style.LABEL), 0)]
    for seed, said in enumerate(found):
        written = CircledAmount(said.written or 0, seed, wrong=said.differs)
        right = Figure(rials(said.claimed or 0), style.AMOUNT_STRONG.coloured(style.RED)) if said.differs else None
        pair = Columns((None, 5), (written, 58), (right, 53), gap=4)
        cells.append(([Text(_WRITTEN[said.of], style.LABEL), Spacer(0, 3), pair], _WRITTEN_WIDTH))
    return [Spacer(0, 5), Columns(*cells, gap=4), Spacer(0, 3)]


def _notes(sheet: AssessmentSheet) -> Iterator[str]:
    """Yield how the shares came about. Where a person changed the sum, the engine's steps no longer lead to them."""
    totals, result = sheet.settlement.totals, sheet.settlement.result
    if totals == result.totals:
        for step in result.share_steps:
            value = "" if step.value is None else f" = {rials(step.value)}"
            yield f"{step_text(step)}{value}"
    if result.insurer_only:
        yield f"{rials(result.insurer_only)} ریال را سازمان بیرون از درصد سهم بیمه‌شده می‌پردازد."
