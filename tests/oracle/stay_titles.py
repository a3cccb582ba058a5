"""The title lists of articles 6 and 7: what the 30 percent of a NICU bed and the 6 percent of nursing contain."""

import re

from tests.oracle.paper import Entry

Words = tuple[str, str]
"""Keywords, and exceptions, each parted by strokes."""
LISTS: dict[str, tuple[Words, ...]] = {
    "nursing_service": (
        ("تزریقات|تزریق عضلانی|تزریق وریدی|تزریق زیر جلدی", ""),
        ("وصل سرم|سرم تراپی|سرم درمانی", ""),
        ("پانسمان", "پانسمان سوختگی"),
        ("انما|تنقیه", ""),
    ),
    "nursing_consumable": (
        ("سرنگ|syringe", "سرنگ انژکتور|سرنگ پمپ"),
        (
            "گاز|گاز استریل|گاز ساده|گاز وازلینه",
            "گاز اکسیژن|گاز O2|گاز N2O|گاز CO2|گاز نیتروس|گاز بیهوشی|گاز خون|گاز طبی",
        ),
        ("باند|باند کشی", "باند گچی"),
        ("پنبه", ""),
        ("الکل", ""),
        ("بتادین|پوویدون آیوداین", ""),
        ("چسب|چسب لکوپلاست|چسب ضد حساسیت", "چسب بافتی|چسب فیبرینی|چسب فیبرین|چسب استخوان|چسب بیولوژیک"),
        ("آب اکسیژنه|پراکسید هیدروژن", ""),
        ("ساولن", ""),
    ),
    "disposable_wear": (
        ("کلاه یکبار مصرف|کلاه یک بار مصرف|کلاه یک بارمصرف", ""),
        ("کاور کفش", ""),
        ("لباس یکبار مصرف|لباس یک بار مصرف|لباس یک بارمصرف", ""),
    ),
    "nicu_included": (
        ("خونگیری|خون گیری", ""),
        ("کاتتر نافی|کاتتر ورید نافی|کاتتر شریان نافی", ""),
        ("اکسیژن تراپی|اکسیژن درمانی", ""),
        ("لوله گذاری تراشه|انتوباسیون|اتصال به ونتیلاتور", ""),
        ("تنظیم دستگاه|تنظیم ونتیلاتور", ""),
        ("پونکسیون کمری|LP|نمونه گیری کشت خون|نمونه گیری ترشحات تنفسی", ""),
        ("نمونه گیری ABG|نمونه گیری گازهای خونی|نمونه گیری گاز خون", ""),
        ("پالس اکسیمتری|pulse oximetry", ""),
        ("NG tube|NGT|لوله بینی معده|سوند معده", ""),
        ("لاواژ|گاواژ", ""),
        ("تخلیه ترشحات|ساکشن ترشحات", ""),
        ("سونداژ|سوند ادراری", ""),
        ("فتوتراپی|phototherapy", ""),
        ("تزریقات|تزریق عضلانی|تزریق وریدی|تزریق زیر جلدی", ""),
        ("سرم درمانی|سرم تراپی|وصل سرم", ""),
        ("تزریق خون|ترانسفوزیون", "تعویض خون"),
        ("انفوزیون|پمپ انفوزیون", ""),
    ),
}


def plain(text: str) -> str:
    """A title or keyword as it is compared: Persian letters, lower case, single spaces, a space at either end."""
    letters = text.replace("ي", "ی").replace("ك", "ک").lower()
    return f" {' '.join(re.sub(r'[^0-9a-zآ-یءئؤأۀة-]', ' ', letters).split())} "


def found(title: str, words: str) -> bool:
    return any(plain(word) in plain(title) for word in words.split("|") if word)


def titled(entry: Entry, section: str, name: str) -> bool:
    """Whether an uncoded line of a section stands in a list by its title."""
    title = entry.document.get("title") or ""
    if entry.code is not None or entry.section != section:
        return False
    return any(found(title, words) and not found(title, spared) for words, spared in LISTS[name])
