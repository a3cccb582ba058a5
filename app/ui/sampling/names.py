"""What the screens of samples call methods, measures and verdicts."""

from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.deviations import Measure, Usual
from app.domain.money import round_half_up
from app.domain.office_records import SampleMethod
from app.domain.persian import number, persian_digits
from app.domain.sample_results import SampleResult
from app.domain.sampling import Ambiguous
from app.ui.text import NOTHING

METHODS = {
    SampleMethod.RANDOM: QT_TRANSLATE_NOOP("names", "به قرعه"),
    SampleMethod.VALUE: QT_TRANSLATE_NOOP("names", "به قرعه ریالی"),
    SampleMethod.DEVIATION: QT_TRANSLATE_NOOP("names", "دورترین از معمول"),
}
METHODS_EXPLAINED = {
    SampleMethod.RANDOM: QT_TRANSLATE_NOOP("names", "هر سند یک بخت دارد."),
    SampleMethod.VALUE: QT_TRANSLATE_NOOP("names", "هر ریال تأییدشده یک بخت دارد؛ سند گران‌تر زودتر بیرون می‌آید."),
    SampleMethod.DEVIATION: QT_TRANSLATE_NOOP(
        "names", "سندهایی که از میانه سندهای هم‌سان خود بیش از همه دورند؛ با میانه قدرمطلق انحراف‌ها سنجیده می‌شود."
    ),
}
AMBIGUOUS = {
    Ambiguous.FIRST: QT_TRANSLATE_NOOP("names", "پیش از دیگران"),
    Ambiguous.ONLY: QT_TRANSLATE_NOOP("names", "تنها همان‌ها"),
    Ambiguous.ALIKE: QT_TRANSLATE_NOOP("names", "مانند دیگران"),
}
USUAL = {
    Usual.CENTRE: QT_TRANSLATE_NOOP("names", "هم‌نوع همان مرکز"),
    Usual.DIAGNOSIS: QT_TRANSLATE_NOOP("names", "هم‌نوع با همان تشخیص"),
    Usual.KIND: QT_TRANSLATE_NOOP("names", "هم‌نوع"),
}
MEASURES = {
    Measure.APPROVED: QT_TRANSLATE_NOOP("names", "مبلغ تأییدشده"),
    Measure.SHARE: QT_TRANSLATE_NOOP("names", "سهم کسر"),
}
VERDICTS = {
    True: QT_TRANSLATE_NOOP("names", "✓ موافق"),
    False: QT_TRANSLATE_NOOP("names", "✗ ناموافق"),
    None: QT_TRANSLATE_NOOP("names", "دیده نشده"),
}


def share_text(share: Fraction | None) -> str:
    """Return a share of one as a percent with one decimal, a dash where there is none."""
    if share is None:
        return NOTHING
    tenths = round_half_up(share * 1000)
    return f"{number(f'{tenths // 10}.{tenths % 10}')}٪"


def result_text(result: SampleResult) -> str:
    """Return the result of a sample in one line."""
    whole = result.whole
    if not whole.looked_at:
        said = QCoreApplication.translate("sampling", "{drawn} سند در نمونه است؛ هنوز هیچ‌یک دیده نشده.")
        return said.format(drawn=persian_digits(result.drawn))
    said = QCoreApplication.translate(
        "sampling", "{looked} از {drawn} سند دیده شد: {agreed} موافق، {not_agreed} ناموافق؛ سهم موافقت {share}."
    )
    return said.format(
        looked=persian_digits(whole.looked_at),
        drawn=persian_digits(result.drawn),
        agreed=persian_digits(whole.agreed),
        not_agreed=persian_digits(whole.not_agreed),
        share=share_text(result.agreement),
    )
