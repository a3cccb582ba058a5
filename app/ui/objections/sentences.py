"""The sentences about objections: what the desk offers while one types, and how it names an objection."""

from functools import cache

from PySide6.QtCore import QCoreApplication

from app.domain.office import Decision
from app.domain.office_records import Objection
from app.domain.persian import date_text, persian_digits, rials
from app.files.yaml12 import read_yaml
from app.resources import resource


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return the `reasons` of centres or the `answers` of reviewers; raises DataError where their file is damaged."""
    return tuple(read_yaml(resource("desk", "objections.yaml"))[name])


def place_of(objection: Objection) -> str:
    """Return what is objected to: a line, or the whole claim."""
    if objection.line is None:
        return QCoreApplication.translate("objections", "کل سند")
    return QCoreApplication.translate("objections", "ردیف {no}").format(no=persian_digits(objection.line))


def letter_text(objection: Objection) -> str:
    """Return when an objection came in, and the amount that the centre wants where it names one."""
    received = date_text(objection.received_on)
    if objection.wanted is None:
        return QCoreApplication.translate("objections", "دریافت {date}").format(date=received)
    text = QCoreApplication.translate("objections", "دریافت {date} · مبلغ خواسته‌شده {wanted} ریال")
    return text.format(date=received, wanted=rials(objection.wanted))


def answered_text(answer: Decision, author: str) -> str:
    """Return what was answered, and by whom."""
    return QCoreApplication.translate("objections", "پاسخ {author}: {reason}").format(
        author=author, reason=answer.reason or ""
    )
