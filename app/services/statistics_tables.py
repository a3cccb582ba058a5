"""The figures of an office as tables with Persian headings, for a workbook and for paper."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.circulars import OTHER_GROUNDS, Circular
from app.domain.dates import JalaliMonth
from app.domain.persian import month_text
from app.domain.rulebook import RuleEntry
from app.domain.statistics import (
    UNTOLD,
    Choices,
    Deduction,
    Grouping,
    RuleRecord,
    RuleWords,
    StatisticsFilter,
    Sums,
    Word,
    most_overridden,
)
from app.domain.statistics_report import Cell, ColumnKind, ReportColumn, ReportTable
from app.sheets.labels import FUNDS, INSURERS, KINDS, SECTIONS

Rules = Mapping[str, RuleEntry]
ALL = "همه"
BY_PERSON = "مبلغ به نظر کارشناس"
NOT_TOLD = "ریز آن نگه‌داری نشده است (نسخه پیشین برنامه)"
_WORDS = {
    Word.AGREED: "پذیرفته",
    Word.WAIVED: "چشم‌پوشی",
    Word.AMENDED: "مبلغ دیگر",
    Word.ADDED: "کسر افزوده",
    Word.IN_ORDER: "درست دانسته",
}
_GROUNDS = {
    Circular.REIMBURSEMENT: "بخشنامه پرداخت هزینه به بیمه‌شدگان",
    Circular.ELIGIBILITY: "بخشنامه استحقاق درمان",
    Circular.PARACLINIC: "بخشنامه مراکز پاراکلینیک",
    Circular.SENDING: "بخشنامه اعزام بیماران",
    OTHER_GROUNDS: "دستورالعمل رسیدگی و دیگر کسرها",
}
_RULE, _CLAUSE = ReportColumn("ضابطه", room=6), ReportColumn("بند", room=6)
_WORDING = ReportColumn("شرح", room=6)
_DOCUMENTS = ReportColumn("سند", ColumnKind.COUNT)
_CLAIMED, _DEDUCTED = ReportColumn("درخواستی", ColumnKind.RIAL), ReportColumn("کسر", ColumnKind.RIAL)
_OF_CLAIMED = ReportColumn("از درخواستی", ColumnKind.SHARE)
_OF_DEDUCTED = ReportColumn("از کل کسر", ColumnKind.SHARE)


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is told, read at one moment; `people` are full names."""

    sums: Sums
    deductions: Mapping[Grouping, Sequence[Deduction]]
    records: Sequence[RuleRecord]
    choices: Choices
    people: Mapping[int, str]


def criteria_of(wanted: StatisticsFilter, figures: Figures) -> tuple[tuple[str, str], ...]:
    """Return in words which claims were counted."""
    centres = {centre.key: centre.name or centre.key for centre in figures.choices.centres}
    return (
        ("دوره", period_text(wanted, figures.choices.months)),
        ("مرکز", ALL if wanted.centre is None else centres.get(wanted.centre, wanted.centre)),
        ("بیمه‌گر", ALL if wanted.insurer is None else INSURERS[wanted.insurer]),
        ("صندوق", ALL if wanted.fund is None else FUNDS.get(wanted.fund, wanted.fund)),
        ("نوع سند", ALL if wanted.kind is None else KINDS[wanted.kind]),
        ("کارشناس", ALL if wanted.reviewer is None else figures.people.get(wanted.reviewer, str(wanted.reviewer))),
        ("وضعیت", "تنها سندهای امضاشده" if wanted.settled_only else "همه سندها"),
    )


def period_text(wanted: StatisticsFilter, months: Sequence[JalaliMonth]) -> str:
    """Return the months that are counted; an open end is that of the office's claims."""
    first = wanted.first or (months[0] if months else None)
    last = wanted.last or (months[-1] if months else None)
    if first is None or last is None:
        return ALL
    return month_text(first) if first == last else f"{month_text(first)} تا {month_text(last)}"


def tables_of(figures: Figures, rulebook: Rules) -> tuple[ReportTable, ...]:
    """Return all tables in the order in which they are read."""
    return (
        _by_rule(figures, rulebook),
        _by_circular(figures),
        _by_section(figures),
        _by_centre(figures),
        _by_month(figures),
        _overrides(figures, rulebook),
        _words(figures, rulebook),
        _words_of_people(figures),
    )


def _by_rule(figures: Figures, rulebook: Rules) -> ReportTable:
    whole = figures.sums.deducted

    def row(found: Deduction) -> tuple[Cell, ...]:
        rule, clause, wording = _rule(found.key, rulebook)
        return rule, clause, wording, found.claims, found.deducted, Fraction(found.deducted, whole) if whole else None

    return ReportTable(
        name="کسر به ضابطه",
        title="کسرها به تفکیک دلیل (ضابطه و بند)",
        columns=(_RULE, _CLAUSE, _WORDING, _DOCUMENTS, _DEDUCTED, _OF_DEDUCTED),
        rows=tuple(row(found) for found in figures.deductions[Grouping.RULE]),
        sums=("جمع", None, None, None, whole, Fraction(1) if whole else None),
        names=2,
        bars=4,
        note="یک سند می‌تواند با چند ضابطه کسر شده باشد؛ شمار سندها جمع نمی‌شود.",
    )


def _by_circular(figures: Figures) -> ReportTable:
    whole = figures.sums.deducted

    def row(found: Deduction) -> tuple[Cell, ...]:
        share = Fraction(found.deducted, whole) if whole else None
        return _GROUNDS[found.key or OTHER_GROUNDS], found.claims, found.deducted, share

    return ReportTable(
        name="بخشنامه‌ها",
        title="کسرها به تفکیک بخشنامه",
        columns=(ReportColumn("بخشنامه", room=6), _DOCUMENTS, _DEDUCTED, _OF_DEDUCTED),
        rows=tuple(row(found) for found in figures.deductions[Grouping.CIRCULAR]),
        sums=("جمع", None, whole, Fraction(1) if whole else None),
        bars=2,
        note="یک سند می‌تواند با چند بخشنامه کسر شده باشد؛ شمار سندها جمع نمی‌شود.",
    )


def _by_section(figures: Figures) -> ReportTable:
    return ReportTable(
        name="کسر به سرفصل",
        title="کسرها به تفکیک سرفصل",
        columns=(ReportColumn("سرفصل"), _DOCUMENTS, _CLAIMED, _DEDUCTED, _OF_CLAIMED),
        rows=_rows(figures.deductions[Grouping.SECTION], lambda found: SECTIONS.get(found.key or "", str(found.key))),
        sums=("جمع", None, figures.sums.claimed, figures.sums.deducted, figures.sums.share),
        bars=3,
    )


def _by_centre(figures: Figures) -> ReportTable:
    return ReportTable(
        name="کسر به مرکز",
        title="کسرها به تفکیک مرکز",
        columns=(ReportColumn("مرکز"), _DOCUMENTS, _CLAIMED, _DEDUCTED, _OF_CLAIMED),
        rows=_rows(figures.deductions[Grouping.CENTRE], lambda found: found.title or str(found.key)),
        sums=_sums(figures),
        bars=3,
    )


def _by_month(figures: Figures) -> ReportTable:
    return ReportTable(
        name="کسر به ماه",
        title="کسرها به تفکیک ماه",
        columns=(ReportColumn("ماه"), _DOCUMENTS, _CLAIMED, _DEDUCTED, _OF_CLAIMED),
        rows=_rows(
            (found for found in figures.deductions[Grouping.MONTH] if found.claimed),
            lambda found: month_text(JalaliMonth.parse(found.key or "")),
        ),
        sums=_sums(figures),
        bars=3,
    )


def _rows(found: Iterable[Deduction], name: Callable[[Deduction], str]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((name(bar), bar.claims, bar.claimed, bar.deducted, bar.share) for bar in found)


def _sums(figures: Figures) -> tuple[Cell, ...]:
    claims = sum(month.claims for month in figures.deductions[Grouping.MONTH])
    return "جمع", claims, figures.sums.claimed, figures.sums.deducted, figures.sums.share


def _overrides(figures: Figures, rulebook: Rules) -> ReportTable:
    found = most_overridden(tuple(figures.records))

    def row(record: RuleRecord) -> tuple[Cell, ...]:
        whole = record.whole
        waived, amended = whole.of(Word.WAIVED), whole.of(Word.AMENDED)
        overrides = whole.overrides
        return (*_rule(record.rule, rulebook)[:2], overrides.times, waived.times, amended.times, overrides.rials)

    rows = tuple(row(record) for record in found)
    return ReportTable(
        name="اختلاف با ضابطه",
        title="ضابطه‌هایی که کارشناسان بیشتر کنار گذاشته‌اند",
        columns=(
            _RULE,
            _CLAUSE,
            ReportColumn("بار", ColumnKind.COUNT),
            ReportColumn(_WORDS[Word.WAIVED], ColumnKind.COUNT),
            ReportColumn(_WORDS[Word.AMENDED], ColumnKind.COUNT),
            ReportColumn("کسر کنارگذاشته", ColumnKind.RIAL),
        ),
        rows=rows,
        sums=_added_up(rows),
        names=1,
        bars=2,
    )


def _words(figures: Figures, rulebook: Rules) -> ReportTable:
    rows = tuple(
        (*_rule(record.rule, rulebook)[:2], *_counts(record.whole), record.whole.agreement, record.disagreement)
        for record in figures.records
    )
    far = ReportColumn("فاصله نظرها", ColumnKind.SHARE)
    return ReportTable(
        name="نظرها درباره ضابطه‌ها",
        title="ضابطه چه گفت و کارشناسان چه گفتند",
        columns=(_RULE, _CLAUSE, *_COUNTS, ReportColumn("سهم پذیرش", ColumnKind.SHARE), far),
        rows=rows,
        names=1,
        note="«فاصله نظرها» فاصله دو کارشناسی است که در کسر با یک ضابطه بیشتر از همه با هم اختلاف دارند.",
    )


def _words_of_people(figures: Figures) -> ReportTable:
    rows = tuple(
        (record.rule, figures.people.get(words.reviewer or 0, ""), *_counts(words), words.agreement)
        for record in figures.records
        for words in record.reviewers
    )
    return ReportTable(
        name="نظر هر کارشناس",
        title="نظر هر کارشناس درباره هر ضابطه",
        columns=(_RULE, ReportColumn("کارشناس", room=4), *_COUNTS, ReportColumn("سهم پذیرش", ColumnKind.SHARE)),
        rows=rows,
        names=1,
    )


_COUNTS = (
    ReportColumn("ضابطه کسر کرد", ColumnKind.COUNT),
    *(ReportColumn(name, ColumnKind.COUNT) for name in _WORDS.values()),
)


def _counts(words: RuleWords) -> Iterator[int]:
    yield words.engine.times
    for word in _WORDS:
        yield words.of(word).times


def _rule(rule: str | None, rulebook: Rules) -> tuple[str, str, str]:
    """Return the id, clause and wording of a rule; of what no rule took, why."""
    if rule is None:
        return BY_PERSON, "", ""
    if rule == UNTOLD:
        return NOT_TOLD, "", ""
    entry = rulebook.get(rule)
    return (rule, entry.clause, entry.wording) if entry else (rule, "", "")


def _added_up(rows: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...] | None:
    """Return the sums of the columns from the third on, None where there is nothing to add up."""
    if not rows:
        return None
    figures = zip(*(row[2:] for row in rows), strict=True)
    return "جمع", None, *(sum(cell for cell in column if isinstance(cell, int)) for column in figures)
