"""The time line in words: what a span is called, when it was, and what does not fit."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.dates import Moment
from app.domain.persian import date_text, persian_digits
from app.services.stay.times import Span, SpanKind, Trouble, TroubleMark, midnight
from app.ui.answers.value_names import value_name
from app.ui.text import identifier, sentence

translate = QCoreApplication.translate

LANES: Mapping[SpanKind, Any] = {
    SpanKind.STAY: QT_TRANSLATE_NOOP("stay", "بستری"),
    SpanKind.BED: QT_TRANSLATE_NOOP("stay", "بخش"),
    SpanKind.OTHER_BED: QT_TRANSLATE_NOOP("stay", "نوزاد و همراه"),
    SpanKind.LEAVE: QT_TRANSLATE_NOOP("stay", "مرخصی"),
    SpanKind.SURGERY: QT_TRANSLATE_NOOP("stay", "جراحی"),
    SpanKind.ANESTHESIA: QT_TRANSLATE_NOOP("stay", "بیهوشی"),
    SpanKind.RECOVERY: QT_TRANSLATE_NOOP("stay", "ریکاوری"),
    SpanKind.OTHER_PATIENT: QT_TRANSLATE_NOOP("stay", "بیمار دیگر"),
}
WHOLE_DAYS = frozenset({SpanKind.BED, SpanKind.OTHER_BED, SpanKind.LEAVE})
TROUBLES: Mapping[Trouble, Any] = {
    Trouble.TWO_BEDS: QT_TRANSLATE_NOOP("stay", "دو تخت در یک روز: {when} ({lines})"),
    Trouble.NO_BED: QT_TRANSLATE_NOOP("stay", "روز بدون تخت: {when}"),
    Trouble.OUTSIDE_STAY: QT_TRANSLATE_NOOP("stay", "بیرون از مدت بستری: {when} ({lines})"),
    Trouble.AFTER_ORDER: QT_TRANSLATE_NOOP("stay", "پس از دستور ترخیص: {when} ({lines})"),
    Trouble.ANESTHESIAS_OVERLAP: QT_TRANSLATE_NOOP("stay", "دو بیهوشی در یک زمان: {when} ({lines})"),
    Trouble.OTHER_PATIENT: QT_TRANSLATE_NOOP(
        "stay", "متخصص بیهوشی در همین زمان بیمار دیگری هم داشته است، کد تعدیلی ۴۴: {when} ({lines})"
    ),
}


def lane_name(kind: SpanKind) -> str:
    """Return what a lane of spans is called."""
    return translate("stay", LANES[kind])


def span_label(span: Span) -> str:
    """Return the few words that stand in the bar of a span."""
    if span.kind in {SpanKind.BED, SpanKind.OTHER_BED}:
        kind = value_name("bed_kind", span.name) if span.name else translate("stay", "نوع تخت خوانده نشده")
        return translate("stay", "{kind}، {days} روز").format(kind=kind, days=persian_digits(span.days))
    if span.kind is SpanKind.LEAVE:
        return translate("stay", "{days} روز").format(days=persian_digits(span.days))
    if span.kind in {SpanKind.SURGERY, SpanKind.ANESTHESIA}:
        return clock_range(span.start, span.end)
    if span.kind is SpanKind.RECOVERY:
        minutes = persian_digits(span.end.minutes_since(span.start))
        return translate("stay", "{minutes} دقیقه").format(minutes=minutes) if span.exact else "؟"
    return ""


def span_words(span: Span) -> str:
    """Return a sentence on a span: what it is, when it was, how it is known, and which lines claim it."""
    parts = [lane_name(span.kind)]
    if span.name and span.kind in WHOLE_DAYS:
        parts[0] += f" {value_name('bed_kind', span.name)}"
    elif span.name:
        parts[0] += f" {identifier(span.name)}"
    parts.append(when(span.start, span.end, whole_days=span.kind in WHOLE_DAYS))
    if span.margin:
        margin = persian_digits(span.margin)
        parts.append(translate("stay", "با {margin} دقیقه پیش و پس از جراحی").format(margin=margin))
    if not span.exact:
        parts.append(_uncertain(span))
    if span.lines:
        parts.append(line_list(span.lines))
    return sentence("، ".join(parts))


def _uncertain(span: Span) -> str:
    if span.kind is SpanKind.RECOVERY:
        return translate("stay", "مدت آن خوانده نشده است؛ کمترین مدت لازم کشیده شده")
    return translate("stay", "تاریخ آن در صورت‌حساب نیست؛ بر روزهای خالی کشیده شده")


def trouble_words(mark: TroubleMark) -> str:
    """Return a sentence on an overlap or gap."""
    whole = mark.start == midnight(mark.start.day) and mark.end == midnight(mark.end.day)
    shown = when(mark.start, mark.end, whole_days=whole)
    text: str = translate("stay", TROUBLES[mark.trouble])
    return sentence(text.format(when=shown, lines=line_list(mark.lines)))


def no_bed() -> str:
    """Return what stands in a gap of the beds."""
    return translate("stay", "بدون تخت")


def line_list(lines: Sequence[int]) -> str:
    """Return which lines are meant."""
    numbers = translate("stay", "، ").join(persian_digits(no) for no in lines)
    if len(lines) == 1:
        return translate("stay", "ردیف {numbers}").format(numbers=numbers)
    return translate("stay", "ردیف‌های {numbers}").format(numbers=numbers)


def when(start: Moment, end: Moment, *, whole_days: bool = False) -> str:
    """Return a range of days, or of the clock with its day."""
    if whole_days:
        last = end.day.plus_days(-1)
        if last <= start.day:
            return date_text(start.day)
        return translate("stay", "{first} تا {last}").format(first=date_text(start.day), last=date_text(last))
    if start.day == end.day:
        return f"{date_text(start.day)}، {clock_range(start, end)}"
    begun, ended = (f"{date_text(moment.day)} {clock(moment)}" for moment in (start, end))
    return translate("stay", "{first} تا {last}").format(first=begun, last=ended)


def clock_range(start: Moment, end: Moment) -> str:
    """Return from which to which time of day."""
    return translate("stay", "{first} تا {last}").format(first=clock(start), last=clock(end))


def clock(moment: Moment) -> str:
    """Return the time of day."""
    return persian_digits(f"{moment.hour:02d}:{moment.minute:02d}")
