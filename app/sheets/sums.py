"""The sums of the claim: claimed − deducted = approved = patient's share + insurer's share, and approved in words."""

from fractions import Fraction

from reportlab.platypus import Flowable, Spacer

from app.domain.persian import number, rials
from app.sheets import style
from app.sheets.content import AssessmentSheet
from app.sheets.layout import Columns, Panel
from app.sheets.number_words import in_words
from app.sheets.text import Figure, Text

_DECIMALS = 4  # of a percent that no finite decimal gives exactly


def sums_panel(sheet: AssessmentSheet) -> list[Flowable]:
    """Return the five sums, the approved one in words, and what lies outside the patient's percent."""
    totals, result = sheet.settlement.totals, sheet.settlement.result
    percent = result.share_percent
    shares = ("", "") if percent is None else (f" ({percent_text(percent)})", f" ({percent_text(100 - percent)})")
    sums = (
        ("جمع درخواستی", totals.claimed, style.AMOUNT_LARGE),
        ("جمع تعدیل", totals.deducted, style.AMOUNT_LARGE),
        ("جمع تأییدشده", totals.approved, style.AMOUNT_LARGE_STRONG),
        (f"سهم بیمه‌شده{shares[0]}", totals.patient_share, style.AMOUNT_LARGE),
        (f"سهم سازمان{shares[1]}", totals.insurer_share, style.AMOUNT_LARGE_STRONG),
    )
    strip = Columns(*(([Text(label, style.LABEL), Figure(rials(amount), look)], 0) for label, amount, look in sums))
    words = f"مبلغ تأییدشده به حروف: {in_words(totals.approved)} ریال"
    parts: list[Flowable] = [Panel(strip, style.TINT), Spacer(0, 6), Text(words, style.WORDS)]
    if result.insurer_only:
        note = (
            f"{rials(result.insurer_only)} ریال از مبلغ تأییدشده بیرون از درصد سهم بیمه‌شده و تنها بر عهده سازمان است."
        )
        parts.append(Text(note, style.SMALL))
    return parts


def percent_text(percent: Fraction) -> str:
    """Return a percent as it is read, «۳۰ درصد»."""
    whole_or_decimal = f"{float(round(percent, _DECIMALS)):.{_DECIMALS}f}"
    return f"{number(whole_or_decimal)} درصد"
