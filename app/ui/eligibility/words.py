"""What the desk calls the ways of an inquiry, its kinds and its answers; and what a claim has from one."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.inquiries import Inquiry, InquiryWay
from app.domain.persian import date_text
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
        code = translate("eligibility", "کد رهگیری {code}").format(code=identifier(inquiry.tracking_code))
        text = f"{text}، {code}"
    if inquiry.valid_to is not None:
        until = translate("eligibility", "تا {day}").format(day=date_text(inquiry.valid_to))
        text = f"{text}، {until}"
    return text
