"""The Persian words of the rule book's screens: areas, who decides, phases, what the program does with a rule."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.domain.rulebook import Decides
from app.rules.registry import Phase, Place

AREAS = {
    "general": QT_TRANSLATE_NOOP("names", "کلیات"),
    "physicians": QT_TRANSLATE_NOOP("names", "خدمات پزشکان"),
    "dental": QT_TRANSLATE_NOOP("names", "دندان‌پزشکی"),
    "physiotherapy": QT_TRANSLATE_NOOP("names", "فیزیوتراپی"),
    "laboratory": QT_TRANSLATE_NOOP("names", "آزمایشگاه"),
    "imaging": QT_TRANSLATE_NOOP("names", "پرتوپزشکی"),
    "radiotherapy": QT_TRANSLATE_NOOP("names", "رادیوتراپی"),
    "modifiers": QT_TRANSLATE_NOOP("names", "کدهای تعدیلی"),
    "inpatient_stay": QT_TRANSLATE_NOOP("names", "بستری: اقامت"),
    "inpatient_services": QT_TRANSLATE_NOOP("names", "بستری: خدمات"),
    "circulars": QT_TRANSLATE_NOOP("names", "بخشنامه‌ها"),
}
DECIDES = {
    Decides.AUTO: QT_TRANSLATE_NOOP("names", "برنامه، از داده‌های سند"),
    Decides.PAPER: QT_TRANSLATE_NOOP("names", "برنامه، پس از پاسخ به آنچه روی برگه است"),
    Decides.PERSON: QT_TRANSLATE_NOOP("names", "کارشناس"),
}
PHASES = {
    Phase.ADMISSIBILITY: QT_TRANSLATE_NOOP("names", "پذیرش سند"),
    Phase.COVER: QT_TRANSLATE_NOOP("names", "تعهد سازمان"),
    Phase.EXCLUSION: QT_TRANSLATE_NOOP("names", "ناهمخوانی خدمات"),
    Phase.QUANTITY: QT_TRANSLATE_NOOP("names", "تعداد"),
    Phase.PRICE: QT_TRANSLATE_NOOP("names", "بها"),
    Phase.SHARES: QT_TRANSLATE_NOOP("names", "سهم‌ها"),
}
PLACES = {
    Place.LINE: QT_TRANSLATE_NOOP("names", "کنار ردیفی که به آن برمی‌گردد"),
    Place.CLAIM: QT_TRANSLATE_NOOP("names", "کنار سندی که به آن برمی‌گردد"),
    Place.RULE_BOOK: QT_TRANSLATE_NOOP("names", "تنها در همین دفتر"),
}
SOURCES = {
    "000": QT_TRANSLATE_NOOP("names", "بخشنامه پرداخت هزینه به بیمه‌شدگان"),
    "001": QT_TRANSLATE_NOOP("names", "بخشنامه استحقاق درمان"),
    "002": QT_TRANSLATE_NOOP("names", "بخشنامه مراکز پاراکلینیک"),
    "003": QT_TRANSLATE_NOOP("names", "بخشنامه اعزام بیماران"),
    "004": QT_TRANSLATE_NOOP("names", "دستورالعمل رسیدگی به اسناد پزشکی (۱۳۹۵)"),
}
