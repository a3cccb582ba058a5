"""What a person reads of each fault of a file: a Persian sentence on what is wrong, and one on what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the whole file out; a warning tells what was mended or deserves a look."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every fault that reading a file can find."""

    UNREADABLE = "unreadable"
    EMPTY_FILE = "empty_file"
    BINARY_FILE = "binary_file"
    UTF16_FILE = "utf16_file"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    BROKEN_JSON = "broken_json"
    TRUNCATED_JSON = "truncated_json"
    TRAILING_TEXT = "trailing_text"
    TOO_DEEP = "too_deep"
    ENDLESS_NUMBER = "endless_number"
    NOT_OBJECT = "not_object"
    WRONG_FORMAT = "wrong_format"
    NEWER_VERSION = "newer_version"
    WRONG_VERSION = "wrong_version"

    DUPLICATE_KEY = "duplicate_key"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    MISSING_FIELD = "missing_field"
    UNKNOWN_FIELD = "unknown_field"
    WRONG_TYPE = "wrong_type"
    NOT_IN_LIST = "not_in_list"
    BAD_FORM = "bad_form"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NUMBER_AS_TEXT = "number_as_text"
    LONG_TEXT = "long_text"

    NO_CLAIMS = "no_claims"
    NO_LINES = "no_lines"
    REPEATED_CLAIM = "repeated_claim"
    REPEATED_LINE = "repeated_line"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_MOMENT = "no_such_moment"
    NO_SUCH_MONTH = "no_such_month"
    IMPROBABLE_YEAR = "improbable_year"
    ENDS_BEFORE_START = "ends_before_start"

    PADDED_NATIONAL_CODE = "padded_national_code"
    MALFORMED_NATIONAL_CODE = "malformed_national_code"
    REPEATED_NATIONAL_CODE = "repeated_national_code"
    WRONG_NATIONAL_CODE = "wrong_national_code"
    DOUBTFUL_NATIONAL_CODE = "doubtful_national_code"
    MALFORMED_FIDA = "malformed_fida"
    MALFORMED_BOOKLET = "malformed_booklet"
    WRONG_IBAN = "wrong_iban"

    UNKNOWN_SPECIALTY = "unknown_specialty"
    UNKNOWN_CONDITION = "unknown_condition"
    UNKNOWN_FACT = "unknown_fact"
    FACT_ELSEWHERE = "fact_elsewhere"
    FACT_TYPE = "fact_type"
    FACT_VALUE = "fact_value"

    REPEATED_ROW = "repeated_row"
    ENDS_BEFORE_BEGINNING = "ends_before_beginning"
    PARTS_NOT_TOTAL = "parts_not_total"


@dataclass(frozen=True, slots=True)
class ProblemText:
    """The sentence and the remedy of a fault, with {placeholders}, and its severity."""

    sentence: str
    remedy: str
    severity: Severity = Severity.ERROR


_EXPORT_AGAIN = "خروجی را دوباره از سامانه مرکز بگیرید؛ پرونده را با دست ویرایش نکنید."

TEXTS: dict[Code, ProblemText] = {
    Code.UNREADABLE: ProblemText(
        "پرونده باز نشد: {value}.", "نشانی پرونده و اجازه خواندن آن را بررسی و دوباره آن را انتخاب کنید."
    ),
    Code.EMPTY_FILE: ProblemText("پرونده خالی است.", "پرونده را دوباره و کامل از سامانه مرکز بگیرید."),
    Code.BINARY_FILE: ProblemText(
        "این پرونده متن JSON نیست؛ به پرونده اکسل، PDF یا پرونده فشرده می‌ماند.",
        "پرونده فشرده را نخست باز کنید، یا خروجی JSON را از سامانه مرکز بگیرید.",
    ),
    Code.UTF16_FILE: ProblemText(
        "پرونده با کدگذاری UTF-16 نوشته شده است.", "آن را با کدگذاری UTF-8 ذخیره کنید و دوباره بخوانید."
    ),
    Code.NOT_UTF8: ProblemText(
        "متن پرونده با کدگذاری UTF-8 نیست (شاید Windows-1256 باشد){position}.",
        "از سامانه مرکز خروجی با کدگذاری UTF-8 بگیرید.",
    ),
    Code.NOT_JSON: ProblemText(
        "این پرونده JSON نیست.", "پرونده‌ای را انتخاب کنید که سامانه مرکز با قالب JSON ساخته است."
    ),
    Code.BROKEN_JSON: ProblemText("ساختار JSON پرونده شکسته است{position}.", _EXPORT_AGAIN),
    Code.TRUNCATED_JSON: ProblemText(
        "پرونده پیش از پایان بریده شده است.", "پرونده را دوباره و کامل دریافت یا رونویسی کنید."
    ),
    Code.TRAILING_TEXT: ProblemText("پس از پایان سند JSON نوشته دیگری آمده است{position}.", _EXPORT_AGAIN),
    Code.TOO_DEEP: ProblemText("فهرست‌ها و شیءهای پرونده بیش از اندازه تودرتو است.", _EXPORT_AGAIN),
    Code.ENDLESS_NUMBER: ProblemText("عددی با بیش از هزار رقم در پرونده است{position}.", _EXPORT_AGAIN),
    Code.NOT_OBJECT: ProblemText(
        "پرونده با یک شیء JSON آغاز نمی‌شود.", "پرونده را با قالب قرارداد، یعنی شیئی با کلید format، بگیرید."
    ),
    Code.WRONG_FORMAT: ProblemText(
        "قالب این پرونده {value} است نه {expected}.", "پرونده‌ای با قالب {expected} انتخاب کنید."
    ),
    Code.NEWER_VERSION: ProblemText(
        "نسخه قالب پرونده {value} است و این برنامه تا نسخه {expected} را می‌خواند.",
        "برنامه را به‌روز کنید یا خروجی را با نسخه {expected} بگیرید.",
    ),
    Code.WRONG_VERSION: ProblemText("نسخه قالب پرونده نادرست است: {value}.", "در کلید version عدد {expected} بگذارید."),
    Code.DUPLICATE_KEY: ProblemText("این کلید در یک شیء دو بار آمده است.", "یکی از دو مقدار را بردارید."),
    Code.NUMBER_OUT_OF_RANGE: ProblemText(
        "عدد بیرون از دامنه پذیرفتنی است.", "عددی با حداکثر ۱۸ رقم و بدون توان بزرگ بنویسید."
    ),
    Code.MISSING_FIELD: ProblemText("این مقدار نوشته نشده است.", "آن را بیفزایید."),
    Code.UNKNOWN_FIELD: ProblemText(
        "این کلید در قرارداد پرونده نیست.", "نوشتن آن را درست کنید یا آن را از پرونده بردارید."
    ),
    Code.WRONG_TYPE: ProblemText("نوع مقدار {value} نادرست است.", "در اینجا {expected} بنویسید."),
    Code.NOT_IN_LIST: ProblemText("مقدار {value} در اینجا پذیرفته نیست.", "یکی از این‌ها را بنویسید: {expected}."),
    Code.BAD_FORM: ProblemText("صورت نوشتن {value} نادرست است.", "آن را به صورت {expected} بنویسید."),
    Code.TOO_SMALL: ProblemText("عدد {value} کمتر از اندازه پذیرفتنی است.", "عددی {expected} بنویسید."),
    Code.TOO_LARGE: ProblemText("عدد {value} بیش از اندازه پذیرفتنی است.", "عددی {expected} بنویسید."),
    Code.NUMBER_AS_TEXT: ProblemText(
        "عدد به صورت متن نوشته شده بود و به عدد برگردانده شد.",
        "در خروجی‌های بعدی عدد را بدون نشان نقل قول بنویسید.",
        Severity.WARNING,
    ),
    Code.LONG_TEXT: ProblemText("متن بیش از {expected} نویسه دارد.", "آن را کوتاه کنید."),
    Code.NO_CLAIMS: ProblemText(
        "پرونده هیچ سندی ندارد.", "اگر مرکز در این ماه سند داشته است، خروجی را دوباره بگیرید.", Severity.WARNING
    ),
    Code.NO_LINES: ProblemText("سند هیچ ردیفی ندارد.", "ردیف‌های سند را بیفزایید یا خود سند را بردارید."),
    Code.REPEATED_CLAIM: ProblemText(
        "سند دیگری از همین پرونده همین شناسه را دارد.", "به هر سند شناسه‌ای یکتا بدهید یا سند تکراری را بردارید."
    ),
    Code.REPEATED_LINE: ProblemText(
        "ردیف دیگری از همین سند همین شماره را دارد.", "ردیف‌ها را با شماره‌های یکتا بنویسید."
    ),
    Code.NO_SUCH_DAY: ProblemText("روز {value} در تقویم نیست.", "تاریخ را از روی سند درست کنید."),
    Code.NO_SUCH_MOMENT: ProblemText(
        "تاریخ و ساعت {value} وجود ندارد.", "روز و ساعت را از روی سند درست کنید (ساعت از 00:00 تا 23:59)."
    ),
    Code.NO_SUCH_MONTH: ProblemText(
        "ماه {value} یک ماه جلالی نیست.", "ماه را جلالی و به صورت سال و ماه، مانند 1395-03، بنویسید."
    ),
    Code.IMPROBABLE_YEAR: ProblemText("سال تاریخ {value} پذیرفتنی نیست.", "سال را چهاررقمی و از روی سند بنویسید."),
    Code.ENDS_BEFORE_START: ProblemText(
        "این زمان پیش از {expected} است.", "دو زمان را با پرونده بیمار بسنجید و درست کنید."
    ),
    Code.PADDED_NATIONAL_CODE: ProblemText(
        "کد ملی نه رقم داشت؛ صفر نخست آن که افتاده بود افزوده شد.",
        "در خروجی‌های بعدی کد ملی را ده‌رقمی و به صورت متن بنویسید.",
        Severity.WARNING,
    ),
    Code.MALFORMED_NATIONAL_CODE: ProblemText(
        "کد ملی باید ده رقم باشد.", "کد ملی را از روی دفترچه بنویسید؛ برای شناسه‌های دیگر id_kind را تعیین کنید."
    ),
    Code.REPEATED_NATIONAL_CODE: ProblemText(
        "کد ملی با ده رقم یکسان به کسی داده نشده است.", "کد ملی درست بیمار را از روی دفترچه بنویسید."
    ),
    Code.WRONG_NATIONAL_CODE: ProblemText(
        "رقم کنترل کد ملی درست نیست.", "کد ملی را با دفترچه بسنجید؛ رقمی از آن نادرست یا جابه‌جا است."
    ),
    Code.DOUBTFUL_NATIONAL_CODE: ProblemText(
        "رقم کنترل کد ملی درست نیست؛ مبلغ‌ها به آن وابسته نیست و سند خوانده شد.",
        "پیش از ورود پرونده به دفتر، کد ملی را با دفترچه بسنجید و درست کنید.",
        Severity.WARNING,
    ),
    Code.MALFORMED_FIDA: ProblemText(
        "کد فیدا باید هشت تا دوازده رقم باشد.", "کد فیدا را از روی کارت یا گذرنامه بیمار بنویسید."
    ),
    Code.MALFORMED_BOOKLET: ProblemText(
        "شماره سریال دفترچه باید تنها رقم، حرف لاتین، خط تیره یا ممیز داشته باشد.", "شماره را از روی دفترچه بنویسید."
    ),
    Code.WRONG_IBAN: ProblemText(
        "شماره شبا درست نیست.", "شبا را با IR و ۲۴ رقم و از روی گواهی بانک بنویسید؛ رقم کنترل آن نمی‌خواند."
    ),
    Code.UNKNOWN_SPECIALTY: ProblemText(
        "تخصص {value} در واژه‌نامه نیست.",
        "یکی از کلیدهای واژه‌نامه specialty را بنویسید؛ ضابطه‌های وابسته به تخصص بدون آن سنجیده نمی‌شود.",
        Severity.WARNING,
    ),
    Code.UNKNOWN_CONDITION: ProblemText(
        "بیماری {value} در واژه‌نامه نیست.", "یکی از کلیدهای واژه‌نامه condition را بنویسید.", Severity.WARNING
    ),
    Code.UNKNOWN_FACT: ProblemText(
        "مورد کنترل {value} شناخته نیست و هیچ ضابطه‌ای آن را نمی‌خواند.",
        "نام آن را با فهرست موردهای کنترل بسنجید.",
        Severity.WARNING,
    ),
    Code.FACT_ELSEWHERE: ProblemText(
        "این مورد کنترل جای دیگری نوشته می‌شود.", "آن را از اینجا بردارید و در facts {expected} بنویسید."
    ),
    Code.FACT_TYPE: ProblemText("نوع مقدار این مورد کنترل نادرست است.", "در اینجا {expected} بنویسید."),
    Code.FACT_VALUE: ProblemText(
        "مقدار {value} برای این مورد کنترل پذیرفته نیست.", "یکی از این‌ها را بنویسید: {expected}."
    ),
    Code.REPEATED_ROW: ProblemText(
        "ردیف دیگری از همین بسته همین کلید و همین تاریخ آغاز را دارد.", "یکی از دو ردیف را بردارید."
    ),
    Code.ENDS_BEFORE_BEGINNING: ProblemText("پایان اعتبار ردیف پیش از آغاز آن است.", "تاریخ from یا to را درست کنید."),
    Code.PARTS_NOT_TOTAL: ProblemText(
        "ارزش نسبی کل {value} برابر جمع جزء حرفه‌ای و فنی {expected} نیست.",
        "ردیف را با کتاب ارزش‌های نسبی بسنجید؛ برنامه دو جزء را به کار می‌برد.",
        Severity.WARNING,
    ),
}

FIELD_LABELS: dict[str, str] = {
    "format": "قالب",
    "version": "نسخه",
    "submission": "درخواست هزینه",
    "claims": "اسناد",
    "id": "شناسه",
    "month": "ماه",
    "fund": "صندوق",
    "insurer": "بیمه‌گر",
    "delivered_on": "تاریخ تحویل",
    "provider": "مرکز",
    "kind": "نوع",
    "sector": "بخش مالکیت",
    "contracted": "طرف قرارداد",
    "contract_from": "آغاز قرارداد",
    "contract_to": "پایان قرارداد",
    "pathway": "مسیر ارسال",
    "patient": "بیمار",
    "patient.id": "شناسه بیمار",
    "id_kind": "نوع شناسه",
    "name": "نام",
    "birth_date": "تاریخ تولد",
    "sex": "جنسیت",
    "iban": "شبا",
    "conditions": "بیماری‌ها",
    "prescriber": "تجویزکننده",
    "performer": "انجام‌دهنده",
    "qualification": "مدرک",
    "specialty": "تخصص",
    "prescription_date": "تاریخ نسخه",
    "service_date": "تاریخ خدمت",
    "admitted_at": "زمان بستری",
    "discharged_at": "زمان ترخیص",
    "diagnosis": "تشخیص",
    "written": "مبالغ سه‌گانه",
    "total": "جمع کل",
    "patient_share": "سهم بیمه‌شده",
    "insurer_share": "سهم سازمان",
    "lines": "ردیف‌ها",
    "history": "سابقه",
    "facts": "موردهای کنترل",
    "no": "شماره ردیف",
    "section": "سرفصل",
    "code": "کد",
    "title": "عنوان",
    "qty": "تعداد",
    "amount": "مبلغ",
    "date": "تاریخ",
    "modifiers": "کدهای تعدیلی",
    "issued_on": "تاریخ صدور",
    "from": "آغاز اعتبار",
    "to": "پایان اعتبار",
    "rial": "مبلغ",
    "fee": "مبلغ",
    "key": "کلید",
    "percent": "درصد",
    "care": "نوع مراقبت",
    "condition": "بیماری",
    "component": "جزء",
    "rvu": "ارزش نسبی",
    "rvu.total": "ارزش نسبی کل",
    "rvu.professional": "جزء حرفه‌ای",
    "rvu.technical": "جزء فنی",
}
