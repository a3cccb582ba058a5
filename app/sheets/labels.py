"""The Persian names that a sheet prints for coded values."""

from app.domain.claim import ClaimKind, Insurer
from app.domain.findings import Effect, Pen, Verdict
from app.domain.office import ClaimState

KINDS = {
    ClaimKind.VISIT: "ویزیت",
    ClaimKind.PHYSICIAN_SERVICE: "خدمات پزشکی سرپایی",
    ClaimKind.DENTAL: "دندان‌پزشکی",
    ClaimKind.PHYSIOTHERAPY: "فیزیوتراپی",
    ClaimKind.LABORATORY: "آزمایشگاه",
    ClaimKind.IMAGING: "تصویربرداری",
    ClaimKind.NUCLEAR_MEDICINE: "پزشکی هسته‌ای",
    ClaimKind.RADIOTHERAPY: "رادیوتراپی",
    ClaimKind.INPATIENT: "بستری",
    ClaimKind.TEMPORARY: "بستری موقت",
    ClaimKind.TRAVEL: "هزینه سفر و همراه",
}
INSURERS = {
    Insurer.SALAMAT: "بیمه سلامت",
    Insurer.TAMIN: "تأمین اجتماعی",
    Insurer.ARMED_FORCES: "خدمات درمانی نیروهای مسلح",
    Insurer.SUPPLEMENTARY: "بیمه تکمیلی",
}
FUNDS = {
    "government_staff": "کارکنان دولت",
    "iranian": "ایرانیان",
    "other_groups": "سایر اقشار",
    "rural": "روستاییان",
}
ID_KINDS = {"national_code": "کد ملی", "fida": "کد فیدا", "booklet_serial": "سریال دفترچه"}
SECTIONS = {
    "visit": "ویزیت",
    "consultation": "مشاوره",
    "hotel": "هتلینگ",
    "nursing": "پرستاری",
    "surgery": "اعمال جراحی",
    "assistant": "کمک‌جراح",
    "anesthesia": "بیهوشی",
    "operating_room": "اتاق عمل",
    "drug": "دارو",
    "supply": "لوازم مصرفی",
    "prosthesis": "پروتز",
    "imaging": "تصویربرداری",
    "nuclear": "پزشکی هسته‌ای",
    "lab": "آزمایش",
    "pathology": "آسیب‌شناسی",
    "physiotherapy": "فیزیوتراپی",
    "chemotherapy": "شیمی‌درمانی",
    "radiotherapy": "رادیوتراپی",
    "recording": "ثبت‌ها (نوار قلب، مغز و عضله)",
    "dialysis": "دیالیز",
    "dental": "دندان‌پزشکی",
    "global": "عمل جراحی گلوبال",
    "service": "سایر خدمات",
    "travel": "سفر و همراه",
}
EFFECTS = {
    Effect.REJECT: "حذف",
    Effect.REDUCE: "کاهش",
    Effect.QUERY: "پرسش",
    Effect.REFER: "ارجاع",
    Effect.NOTE: "یادآوری",
}
PENS = {Pen.GREEN: "رسیدگی فنی (قلم سبز)", Pen.RED: "حسابداری (قلم قرمز)"}
VERDICTS = {
    Verdict.APPROVED: "نتیجه: تأیید کامل",
    Verdict.ADJUSTED: "نتیجه: تأیید با تعدیل",
    Verdict.REJECTED: "نتیجه: رد سند",
    Verdict.QUERY: "نتیجه: در انتظار پاسخ",
}
STATES = {
    ClaimState.RECEIVED: "دریافت‌شده",
    ClaimState.IN_REVIEW: "در دست رسیدگی",
    ClaimState.AWAITING_SUPERVISOR: "در انتظار ناظر",
    ClaimState.TECHNICALLY_DONE: "پایان رسیدگی فنی",
    ClaimState.IN_ACCOUNTING: "در حسابداری",
    ClaimState.CLOSED: "بسته‌شده",
    ClaimState.OBJECTED: "در اعتراض",
    ClaimState.RETURNED: "برگشت به مرکز",
    ClaimState.REFERRED: "ارجاع به اداره نظارت",
}
