"""What the figures of an office are called on the screen, and the bars that they become."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.circulars import Circular
from app.domain.dates import JalaliMonth
from app.domain.money import round_half_up
from app.domain.persian import MONTH_NAMES, POP_ISOLATE, month_text, number, persian_digits, rials
from app.domain.rulebook import RuleEntry
from app.domain.statistics import (
    OVERRIDES,
    UNTOLD,
    CountedClaim,
    Deduction,
    DeductionsUnder,
    Grouping,
    RuleRecord,
    RuleWords,
    Sums,
    Word,
    WordsOn,
)
from app.ui.bill.names import KINDS, SECTIONS, STATES, name_of
from app.ui.rule_book.words import SOURCES
from app.ui.statistics.bars import Bar, Segment, Tone
from app.ui.statistics.trend_points import TrendPoint
from app.ui.text import NOTHING, amount_in_rials, identifier

Rules = Mapping[str, RuleEntry]
ALL_WORDS = frozenset(Word)
RIGHT_TO_LEFT_ISOLATE = "\u2067"


class Chart(StrEnum):
    """The charts of the screen, in their order."""

    RULE = "rule"
    CIRCULAR = "circular"
    SECTION = "section"
    CENTRE = "centre"
    MONTH = "month"
    WORDS = "words"
    OVERRIDES = "overrides"


CHARTS = {
    Chart.RULE: QT_TRANSLATE_NOOP("statistics", "دلیل کسر"),
    Chart.CIRCULAR: QT_TRANSLATE_NOOP("statistics", "بخشنامه‌ها"),
    Chart.SECTION: QT_TRANSLATE_NOOP("statistics", "سرفصل"),
    Chart.CENTRE: QT_TRANSLATE_NOOP("statistics", "مرکز"),
    Chart.MONTH: QT_TRANSLATE_NOOP("statistics", "ماه"),
    Chart.WORDS: QT_TRANSLATE_NOOP("statistics", "هم‌رأیی"),
    Chart.OVERRIDES: QT_TRANSLATE_NOOP("statistics", "اختلاف با ضابطه"),
}
ABOUT = {
    Chart.RULE: QT_TRANSLATE_NOOP("statistics", "هر میله کسر یک ضابطه است."),
    Chart.CIRCULAR: QT_TRANSLATE_NOOP("statistics", "هر میله کسر ضابطه‌های یک بخشنامه است."),
    Chart.SECTION: QT_TRANSLATE_NOOP("statistics", "هر میله کسر یک سرفصل است."),
    Chart.CENTRE: QT_TRANSLATE_NOOP("statistics", "هر میله کسر سندهای یک مرکز است."),
    Chart.MONTH: QT_TRANSLATE_NOOP("statistics", "هر نقطه کسر سندهای یک ماه است."),
    Chart.WORDS: QT_TRANSLATE_NOOP(
        "statistics", "ضابطه چه گفت و کارشناسان چه گفتند؛ آنچه بر سر آن بیشتر اختلاف دارند بالاتر است."
    ),
    Chart.OVERRIDES: QT_TRANSLATE_NOOP("statistics", "ضابطه‌ای که بیشتر کنار گذاشته شده بالاتر است."),
}
CIRCULARS = {
    Circular.REIMBURSEMENT: SOURCES["000"],
    Circular.ELIGIBILITY: SOURCES["001"],
    Circular.PARACLINIC: SOURCES["002"],
    Circular.SENDING: SOURCES["003"],
}
WORDS = {
    Word.AGREED: QT_TRANSLATE_NOOP("statistics", "پذیرفته"),
    Word.AMENDED: QT_TRANSLATE_NOOP("statistics", "مبلغ دیگر"),
    Word.WAIVED: QT_TRANSLATE_NOOP("statistics", "چشم‌پوشی"),
    Word.ADDED: QT_TRANSLATE_NOOP("statistics", "کسر افزوده"),
    Word.IN_ORDER: QT_TRANSLATE_NOOP("statistics", "درست دانسته"),
}
TONES = {
    Word.AGREED: Tone.SOLID,
    Word.AMENDED: Tone.MIDDLE,
    Word.WAIVED: Tone.HATCHED,
    Word.ADDED: Tone.DOTTED,
    Word.IN_ORDER: Tone.EMPTY,
}


def say(text: object, **values: object) -> str:
    """Return a text of this screen in the language of the screen, with its values."""
    return QCoreApplication.translate("statistics", str(text)).format(**values)


def persian(text: str) -> str:
    """Return a Persian text so that it runs from the right on a screen of any language."""
    return f"{RIGHT_TO_LEFT_ISOLATE}{text}{POP_ISOLATE}"


def percent(share: Fraction | None) -> str:
    """Return a share of one in percent with one decimal."""
    if share is None:
        return NOTHING
    tenths = round_half_up(max(share, Fraction(0)) * 1000)
    return say(QT_TRANSLATE_NOOP("statistics", "{percent} درصد"), percent=number(f"{tenths // 10}.{tenths % 10}"))


def documents(count: int) -> str:
    """Return how many documents there are."""
    return say(QT_TRANSLATE_NOOP("statistics", "{count} سند"), count=rials(count))


def times(count: int) -> str:
    """Return how often something was said."""
    return say(QT_TRANSLATE_NOOP("statistics", "{count} بار"), count=rials(count))


def bars_of(grouping: Grouping, sums: Sums, found: Sequence[Deduction], rulebook: Rules) -> tuple[Bar, ...]:
    """Return the bars of deductions by rule, circular, section or centre; what nothing is taken from has none."""
    return tuple(_bar(grouping, sums, deduction, rulebook) for deduction in found if deduction.deducted)


def _bar(grouping: Grouping, sums: Sums, found: Deduction, rulebook: Rules) -> Bar:
    share = found.share
    if grouping in {Grouping.RULE, Grouping.CIRCULAR} and sums.deducted:
        share = Fraction(found.deducted, sums.deducted)
        of_what = say(QT_TRANSLATE_NOOP("statistics", "{share} از کسر"), share=percent(share))
    else:
        of_what = say(QT_TRANSLATE_NOOP("statistics", "{share} از درخواستی"), share=percent(share))
    name, detail = _named(grouping, found, rulebook)
    return Bar(
        name=name,
        detail=detail,
        length=found.deducted,
        figure=rials(found.deducted),
        note=" · ".join((documents(found.claims), *([of_what] if share is not None else []))),
        behind=DeductionsUnder(grouping, found.key),
    )


def _named(grouping: Grouping, found: Deduction, rulebook: Rules) -> tuple[str, str]:
    """Return what a deduction is under, and the rest that is to be said of it."""
    if found.key == UNTOLD:
        return say(QT_TRANSLATE_NOOP("statistics", "ریز آن نگه‌داری نشده")), say(
            QT_TRANSLATE_NOOP("statistics", "رسیدگی در نسخه پیشین برنامه")
        )
    if grouping is Grouping.CIRCULAR:
        return _circular_named(found.key)
    if grouping is Grouping.SECTION:
        return name_of(SECTIONS, found.key), ""
    if grouping is Grouping.CENTRE:
        return found.title or identifier(found.key or ""), ""
    if found.key is None:
        return say(QT_TRANSLATE_NOOP("statistics", "مبلغ به نظر کارشناس")), ""
    return rule_named(found.key, rulebook)


def _circular_named(key: str | None) -> tuple[str, str]:
    """Return the name of a circular and how its rules begin; of what no circular took, what it is."""
    if key in set(Circular):
        return name_of(CIRCULARS, Circular(key)), say(
            QT_TRANSLATE_NOOP("statistics", "ضابطه‌های {prefix}"), prefix=identifier(key)
        )
    return say(QT_TRANSLATE_NOOP("statistics", "دستورالعمل رسیدگی و دیگر کسرها")), ""


def rule_named(rule: str, rulebook: Rules) -> tuple[str, str]:
    """Return the id of a rule, and its clause with its wording."""
    entry = rulebook.get(rule)
    return identifier(rule), persian(f"{entry.clause} — {entry.wording}") if entry else ""


def points_of(found: Sequence[Deduction]) -> tuple[TrendPoint, ...]:
    """Return the months of the trend."""
    return tuple(_point(month) for month in found)


def _point(found: Deduction) -> TrendPoint:
    month = JalaliMonth.parse(found.key or "")
    figure, note = say(QT_TRANSLATE_NOOP("statistics", "بدون سند")), ""
    if found.share is not None or found.deducted:
        share = say(QT_TRANSLATE_NOOP("statistics", "{share} از درخواستی"), share=percent(found.share))
        told = (share, documents(found.claims)) if found.share is not None else (documents(found.claims),)
        figure, note = amount_in_rials(found.deducted), " · ".join(told)
    behind = DeductionsUnder(Grouping.MONTH, found.key)
    bar = Bar(name=month_text(month), length=found.deducted, figure=figure, note=note, behind=behind)
    return TrendPoint(bar, found.share, MONTH_NAMES[month.month - 1], persian_digits(month.year))


def bars_of_records(records: Sequence[RuleRecord], rulebook: Rules) -> tuple[Bar, ...]:
    """Return a bar for each rule, parted by what was said of it."""
    return tuple(_bar_of_record(record, rulebook) for record in records)


def _bar_of_record(record: RuleRecord, rulebook: Rules) -> Bar:
    name, detail = rule_named(record.rule, rulebook)
    note = _agreement(record.whole)
    if record.disagreement is not None:
        far = say(QT_TRANSLATE_NOOP("statistics", "فاصله نظرها {share}"), share=percent(record.disagreement))
        note = " · ".join(part for part in (note, far) if part)
    return _bar_of_words(record.whole, name, detail, note)


def bars_of_people(record: RuleRecord, people: Mapping[int, str]) -> tuple[Bar, ...]:
    """Return a bar for each person who judged a rule, parted by what they said."""
    return tuple(
        _bar_of_words(words, people.get(words.reviewer or 0, ""), "", _agreement(words)) for words in record.reviewers
    )


def _agreement(words: RuleWords) -> str:
    if words.agreement is None:
        return ""
    return say(QT_TRANSLATE_NOOP("statistics", "پذیرش {share}"), share=percent(words.agreement))


def _bar_of_words(words: RuleWords, name: str, detail: str, note: str) -> Bar:
    said = {word: words.of(word).times for word in WORDS}
    segments = (Segment(count, TONES[word], f"{say(WORDS[word])} {times(count)}") for word, count in said.items())
    return Bar(
        name=name,
        detail=detail,
        length=words.cases,
        figure=times(words.cases),
        note=note,
        behind=WordsOn(words.rule, ALL_WORDS, words.reviewer),
        segments=tuple(segments),
    )


def bars_of_overrides(records: Sequence[RuleRecord], rulebook: Rules) -> tuple[Bar, ...]:
    """Return a bar for each rule that was set aside, as long as it was often."""
    return tuple(_bar_of_override(record, rulebook) for record in records)


def _bar_of_override(record: RuleRecord, rulebook: Rules) -> Bar:
    name, detail = rule_named(record.rule, rulebook)
    found = record.whole.overrides
    of_all = say(QT_TRANSLATE_NOOP("statistics", "از {count} کسر"), count=rials(record.whole.engine.times))
    parts = (Word.WAIVED, Word.AMENDED)
    counts = {word: record.whole.of(word).times for word in parts}
    return Bar(
        name=name,
        detail=detail,
        length=found.times,
        figure=" · ".join((times(found.times), amount_in_rials(found.rials))),
        note=of_all,
        behind=WordsOn(record.rule, OVERRIDES),
        segments=tuple(Segment(n, TONES[word], f"{say(WORDS[word])} {times(n)}") for word, n in counts.items()),
    )


def bar_of_document(found: CountedClaim) -> Bar:
    """Return a document as a bar, as long as what it adds to the one that led here."""
    often = [times(found.times)] if found.times > 1 else []
    about = (identifier(found.external_id), found.centre_name or identifier(found.centre_id), month_text(found.month))
    return Bar(
        name=found.patient_name or identifier(found.patient_id),
        detail=" · ".join(about),
        length=found.rials,
        figure=rials(found.rials),
        note=" · ".join((*often, name_of(KINDS, found.kind), name_of(STATES, found.state))),
        behind=found.id,
    )
