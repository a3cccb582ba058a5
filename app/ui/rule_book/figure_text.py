"""Dated figures as a person reads them: counts with their unit, short lists of named or coded things."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.dates import JalaliDate
from app.domain.persian import date_text, number
from app.domain.rulebook import DatedFigure
from app.ui.answers.value_names import value_name
from app.ui.bill.names import SECTIONS, name_of
from app.ui.text import identifier

UNITS = {
    "Jalali months after that of the prescription": QT_TRANSLATE_NOOP("names", "ماه پس از ماه نسخه"),
    "months after the day of the prescription": QT_TRANSLATE_NOOP("names", "ماه پس از روز نسخه"),
    "claims of one submission": QT_TRANSLATE_NOOP("names", "سند در یک درخواست هزینه"),
    "months after birth": QT_TRANSLATE_NOOP("names", "ماه پس از تولد"),
    "regions": QT_TRANSLATE_NOOP("names", "ناحیه"),
    "completed years": QT_TRANSLATE_NOOP("names", "سال تمام"),
    "day of the next month": QT_TRANSLATE_NOOP("names", "(روز ماه بعد)"),
    "further months": QT_TRANSLATE_NOOP("names", "ماه دیگر"),
    "months after that of the service": QT_TRANSLATE_NOOP("names", "ماه پس از ماه خدمت"),
    "days": QT_TRANSLATE_NOOP("names", "روز"),
    "months after the prescription": QT_TRANSLATE_NOOP("names", "ماه پس از نسخه"),
    "months from the first session": QT_TRANSLATE_NOOP("names", "ماه از نخستین جلسه"),
    "sessions": QT_TRANSLATE_NOOP("names", "جلسه"),
    "sessions of a prescription": QT_TRANSLATE_NOOP("names", "جلسه در هر نسخه"),
    "regions of a session": QT_TRANSLATE_NOOP("names", "ناحیه در هر جلسه"),
    "completed years below which it is due": QT_TRANSLATE_NOOP("names", "سال تمام؛ کمتر از آن پرداخت می‌شود"),
    "mg/dL of triglyceride": QT_TRANSLATE_NOOP("names", "میلی‌گرم در دسی‌لیتر تری‌گلیسرید"),
    "times in the first year after a transplant": QT_TRANSLATE_NOOP("names", "بار در سال نخست پس از پیوند"),
    "times a year": QT_TRANSLATE_NOOP("names", "بار در سال"),
    "primers": QT_TRANSLATE_NOOP("names", "پرایمر"),
    "of 6": QT_TRANSLATE_NOOP("names", "از ۶"),
    "month of pregnancy": QT_TRANSLATE_NOOP("names", "(ماه بارداری)"),
}
VOCABULARIES = (
    "qualification",
    "specialty",
    "condition",
    "defects",
    "certificate",
    "provider.kind",
    "provider.sector",
    "paid_by",
)
MOST_LISTED = 24
PLAIN_DAYS = frozenset({"day", "روز"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"[A-Z]{0,3}-?\d[\dA-Z.-]*")


def figure_texts(figure: DatedFigure) -> tuple[str, ...]:
    """Return one text for each date from which a value holds; none for what has no form that people read.

    The last one names the source of the figure.
    """
    *others, last = [*_dated_texts(figure)] or [""]
    return (*others, f"{last} ({figure.source})") if last else ()


def _dated_texts(figure: DatedFigure) -> Iterator[str]:
    dated = QCoreApplication.translate("names", "{value}، از {day}")
    for day, value in figure.values:
        text = _value_text(value, figure.unit)
        if isinstance(value, str) and _DAY.fullmatch(value):
            yield _day_text(value, figure.unit)
        elif text:
            yield dated.format(value=text, day=date_text(day))


def _day_text(value: str, unit: str) -> str:
    """Return a figure that is a day itself, with what happens on it."""
    day = date_text(JalaliDate.parse(value))
    return day if unit in PLAIN_DAYS else f"{name_of(UNITS, unit)}: {day}"


def _value_text(value: Any, unit: str) -> str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{number(value)} {name_of(UNITS, unit)}".strip()
    if isinstance(value, tuple) and 0 < len(value) <= MOST_LISTED and all(isinstance(item, str) for item in value):
        names = [_item_name(item) for item in value]
        return "، ".join(names) if all(names) else ""
    return ""


def _item_name(item: str) -> str:
    """Return the name of a coded value or a service code, "" for a word of the program alone."""
    if _CODE.fullmatch(item):
        return identifier(item)
    if item in SECTIONS:
        return name_of(SECTIONS, item)
    named = (value_name(vocabulary, item) for vocabulary in VOCABULARIES)
    return next((name for name in named if name != identifier(item)), "")
