"""What the desk calls the ways of an inquiry, its kinds and its answers; and what claims have from one."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.inquiries import Inquiry, InquiryWay, tracking_text
from app.domain.persian import date_text, persian_digits
from app.services.inquiries import Recorded
from app.ui.bill.names import name_of
from app.ui.text import identifier

WAYS = {
    InquiryWay.SMS: QT_TRANSLATE_NOOP("names", "پیامک"),
    InquiryWay.USSD: QT_TRANSLATE_NOOP("names", "کد دستوری تلفن همراه (USSD)"),
    InquiryWay.MOBILE_APP: QT_TRANSLATE_NOOP("names", "برنامک تلفن همراه"),
    InquiryWay.WEB_DARMAN: QT_TRANSLATE_NOOP("names", "وبگاه darman.tamin.ir"),
    InquiryWay.WEB_MEDICAL: QT_TRANSLATE_NOOP("names", "وبگاه medical.tamin.ir"),
    InquiryWay.API: QT_TRANSLATE_NOOP("names", "وب‌سرویس مرکز"),
    InquiryWay.TELEPHONE: QT_TRANSLATE_NOOP("names", "تلفن"),
}
ANSWERS = {
    True: QT_TRANSLATE_NOOP("names", "دارای استحقاق"),
    False: QT_TRANSLATE_NOOP("names", "بدون استحقاق"),
}
KINDS = {
    False: QT_TRANSLATE_NOOP("names", "استعلام عام (مرکز)"),
    True: QT_TRANSLATE_NOOP("names", "استعلام خاص (خود بیمه‌شده)"),
}


def given_text(inquiry: Inquiry) -> str:
    """Return in one sentence what a claim has from an inquiry: when it was made, which way, what it answered."""
    translate = QCoreApplication.translate
    text = translate("eligibility", "از استعلام {day}، {way}: {answer}").format(
        day=date_text(inquiry.asked_on),
        way=name_of(WAYS, inquiry.way),
        answer=name_of(ANSWERS, inquiry.covered),
    )
    if inquiry.tracking_code:
        code = translate("eligibility", "کد رهگیری {code}").format(code=tracking_text(inquiry.tracking_code))
        text = f"{text}، {code}"
    if inquiry.valid_to is not None:
        until = translate("eligibility", "تا {day}").format(day=date_text(inquiry.valid_to))
        text = f"{text}، {until}"
    return text


def recorded_words(recorded: Recorded) -> tuple[str, str]:
    """Return what an inquiry did, and the tone of it: amber where a person has to look at claims."""
    translate, inquiry = QCoreApplication.translate, recorded.inquiry
    told = translate("eligibility", "استعلام {number} ثبت شد و پاسخ {count} سند باز را داد.")
    if not recorded.served:
        told = translate("eligibility", "استعلام {number} ثبت شد؛ اکنون سند بازی از آن پاسخ نمی‌گیرد.")
    said = [told.format(number=identifier(inquiry.patient_id), count=persian_digits(len(recorded.served)))]
    if recorded.before is not None and recorded.before.covered != inquiry.covered:
        told = translate("eligibility", "جای استعلام پیشین این بیمه‌شده و روز را گرفت که «{answer}» بود.")
        said.append(told.format(answer=name_of(ANSWERS, recorded.before.covered)))
    if recorded.contrary:
        told = translate("eligibility", "در این سندها پاسخ دیگری نوشته شده و همان مانده است: {claims}.")
        said.append(told.format(claims=_listed(recorded.contrary)))
    if recorded.without_illness:
        told = translate("eligibility", "کد، بیمار خاص را نشان می‌دهد و بیماری او در این سندها نیست: {claims}.")
        said.append(told.format(claims=_listed(recorded.without_illness)))
    return " ".join(said), "green" if len(said) == 1 else "amber"


def _listed(numbers: Sequence[str]) -> str:
    return "، ".join(identifier(number) for number in numbers)
