"""The Persian names of coded values that a claim's screens show: kinds, sections, states, people.

The sources stand here once; `QCoreApplication.translate` turns them into the language of the screen.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.claim import ClaimKind, Insurer, Line, Patient, Person
from app.domain.dates import JalaliDate
from app.domain.office import ClaimState
from app.domain.persian import persian_digits
from app.ui.text import NOTHING, identifier

KINDS = {
    ClaimKind.VISIT: QT_TRANSLATE_NOOP("names", "ویزیت"),
    ClaimKind.PHYSICIAN_SERVICE: QT_TRANSLATE_NOOP("names", "خدمات پزشکی سرپایی"),
    ClaimKind.DENTAL: QT_TRANSLATE_NOOP("names", "دندان‌پزشکی"),
    ClaimKind.PHYSIOTHERAPY: QT_TRANSLATE_NOOP("names", "فیزیوتراپی"),
    ClaimKind.LABORATORY: QT_TRANSLATE_NOOP("names", "آزمایشگاه"),
    ClaimKind.IMAGING: QT_TRANSLATE_NOOP("names", "تصویربرداری"),
    ClaimKind.NUCLEAR_MEDICINE: QT_TRANSLATE_NOOP("names", "پزشکی هسته‌ای"),
    ClaimKind.RADIOTHERAPY: QT_TRANSLATE_NOOP("names", "رادیوتراپی"),
    ClaimKind.INPATIENT: QT_TRANSLATE_NOOP("names", "بستری"),
    ClaimKind.TEMPORARY: QT_TRANSLATE_NOOP("names", "بستری موقت"),
    ClaimKind.TRAVEL: QT_TRANSLATE_NOOP("names", "هزینه سفر و همراه"),
}
SECTIONS = {
    "hotel": QT_TRANSLATE_NOOP("names", "هتلینگ"),
    "nursing": QT_TRANSLATE_NOOP("names", "پرستاری"),
    "visit": QT_TRANSLATE_NOOP("names", "ویزیت"),
    "consultation": QT_TRANSLATE_NOOP("names", "مشاوره"),
    "surgery": QT_TRANSLATE_NOOP("names", "اعمال جراحی"),
    "assistant": QT_TRANSLATE_NOOP("names", "کمک‌جراح"),
    "anesthesia": QT_TRANSLATE_NOOP("names", "بیهوشی"),
    "operating_room": QT_TRANSLATE_NOOP("names", "اتاق عمل"),
    "drug": QT_TRANSLATE_NOOP("names", "دارو"),
    "supply": QT_TRANSLATE_NOOP("names", "لوازم مصرفی"),
    "prosthesis": QT_TRANSLATE_NOOP("names", "پروتز"),
    "imaging": QT_TRANSLATE_NOOP("names", "تصویربرداری"),
    "nuclear": QT_TRANSLATE_NOOP("names", "پزشکی هسته‌ای"),
    "lab": QT_TRANSLATE_NOOP("names", "آزمایش"),
    "pathology": QT_TRANSLATE_NOOP("names", "آسیب‌شناسی"),
    "physiotherapy": QT_TRANSLATE_NOOP("names", "فیزیوتراپی"),
    "chemotherapy": QT_TRANSLATE_NOOP("names", "شیمی‌درمانی"),
    "radiotherapy": QT_TRANSLATE_NOOP("names", "رادیوتراپی"),
    "recording": QT_TRANSLATE_NOOP("names", "ثبت‌ها (نوار قلب، مغز و عضله)"),
    "dialysis": QT_TRANSLATE_NOOP("names", "دیالیز"),
    "dental": QT_TRANSLATE_NOOP("names", "دندان‌پزشکی"),
    "global": QT_TRANSLATE_NOOP("names", "عمل جراحی گلوبال"),
    "service": QT_TRANSLATE_NOOP("names", "سایر خدمات"),
    "travel": QT_TRANSLATE_NOOP("names", "سفر و همراه"),
}
STATES = {
    ClaimState.RECEIVED: QT_TRANSLATE_NOOP("names", "دریافت‌شده"),
    ClaimState.IN_REVIEW: QT_TRANSLATE_NOOP("names", "در دست رسیدگی"),
    ClaimState.AWAITING_SUPERVISOR: QT_TRANSLATE_NOOP("names", "در انتظار ناظر"),
    ClaimState.TECHNICALLY_DONE: QT_TRANSLATE_NOOP("names", "پایان رسیدگی فنی"),
    ClaimState.IN_ACCOUNTING: QT_TRANSLATE_NOOP("names", "در حسابداری"),
    ClaimState.CLOSED: QT_TRANSLATE_NOOP("names", "بسته‌شده"),
    ClaimState.OBJECTED: QT_TRANSLATE_NOOP("names", "اعتراض مرکز"),
    ClaimState.RETURNED: QT_TRANSLATE_NOOP("names", "برگشت به مرکز"),
    ClaimState.REFERRED: QT_TRANSLATE_NOOP("names", "ارجاع به اداره نظارت"),
}
LOCKED_BECAUSE = {
    ClaimState.AWAITING_SUPERVISOR: QT_TRANSLATE_NOOP(
        "names", "این سند در انتظار نظر ناظر است و تا پاسخ او تغییری نمی‌پذیرد."
    ),
    ClaimState.TECHNICALLY_DONE: QT_TRANSLATE_NOOP(
        "names", "رسیدگی فنی این سند امضا شده است و سند در نوبت حسابداری است."
    ),
    ClaimState.IN_ACCOUNTING: QT_TRANSLATE_NOOP("names", "این سند در حسابداری است و رسیدگی فنی آن تغییری نمی‌پذیرد."),
    ClaimState.CLOSED: QT_TRANSLATE_NOOP("names", "این سند بسته شده است؛ تغییر آن تنها پس از اعتراض مرکز ممکن است."),
    ClaimState.OBJECTED: QT_TRANSLATE_NOOP(
        "names", "مرکز به این سند اعتراض کرده است؛ رسیدگی دوباره آن نسخه‌ای تازه می‌سازد."
    ),
    ClaimState.RETURNED: QT_TRANSLATE_NOOP(
        "names", "این سند به مرکز برگشت داده شده است و تا بازگشت آن تغییری نمی‌پذیرد."
    ),
    ClaimState.REFERRED: QT_TRANSLATE_NOOP(
        "names", "این سند به اداره نظارت ارجاع شده است و تا پاسخ آن تغییری نمی‌پذیرد."
    ),
}
INSURERS = {
    Insurer.SALAMAT: QT_TRANSLATE_NOOP("names", "بیمه سلامت"),
    Insurer.TAMIN: QT_TRANSLATE_NOOP("names", "تأمین اجتماعی"),
    Insurer.ARMED_FORCES: QT_TRANSLATE_NOOP("names", "خدمات درمانی نیروهای مسلح"),
    Insurer.SUPPLEMENTARY: QT_TRANSLATE_NOOP("names", "بیمه تکمیلی"),
}
FUNDS = {
    "government_staff": QT_TRANSLATE_NOOP("names", "کارکنان دولت"),
    "iranian": QT_TRANSLATE_NOOP("names", "ایرانیان"),
    "other_groups": QT_TRANSLATE_NOOP("names", "سایر اقشار"),
    "rural": QT_TRANSLATE_NOOP("names", "روستاییان"),
}
ID_KINDS = {
    "national_code": QT_TRANSLATE_NOOP("names", "کد ملی"),
    "fida": QT_TRANSLATE_NOOP("names", "کد فیدا"),
    "booklet_serial": QT_TRANSLATE_NOOP("names", "سریال دفترچه"),
}


def name_of(names: Mapping[Any, Any], value: Any) -> str:
    """Return the name of a coded value in the language of the screen; a value without a name stands for itself."""
    return QCoreApplication.translate("names", names[value]) if value in names else str(value)


def person_name(person: Person | None) -> str:
    """Return who somebody is: the name, else the number in the medical council."""
    if person is None or not (person.name or person.id):
        return NOTHING
    council = QCoreApplication.translate("names", "نظام پزشکی {number}")
    return person.name or council.format(number=identifier(person.id or ""))


def age_text(patient: Patient, day: JalaliDate | None) -> str:
    """Return the age in completed years on a day, in months below one year; — where it is not known."""
    if patient.birth_date is None or day is None or day < patient.birth_date:
        return NOTHING
    years = day.years_since(patient.birth_date)
    if years:
        return QCoreApplication.translate("names", "{years} ساله").format(years=persian_digits(years))
    months = persian_digits(day.months_since(patient.birth_date))
    return QCoreApplication.translate("names", "{months} ماهه").format(months=months)


def line_title(line: Line, titles: Mapping[int, str]) -> str:
    """Return the title of a line: as the centre wrote it, else as the reference has it."""
    return line.title or titles.get(line.no) or QCoreApplication.translate("names", "(بی‌عنوان)")
