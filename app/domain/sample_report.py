"""The result of a sample as it leaves the program: what was drawn how, what was found, whose it was, by which rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.deviations import Measure, Usual
from app.domain.office_records import Sample, SampleMethod
from app.domain.persian import code_text, month_text, persian_digits, rials
from app.domain.sample_results import SampleCount, SampleResult, SampleRow
from app.domain.sampling import Ambiguous
from app.domain.statistics_report import ColumnKind, ReportColumn, ReportTable

NOT_EXTRAPOLATED = "این نتیجه تنها درباره سندهایی است که ناظر دیده است و به سندهای دیگر تعمیم داده نمی‌شود."
METHODS = {
    SampleMethod.RANDOM: "به قرعه",
    SampleMethod.VALUE: "به قرعه ریالی (هر ریال تأییدشده یک بخت)",
    SampleMethod.DEVIATION: "دورترین از معمول",
}
AMBIGUOUS = {
    Ambiguous.FIRST: "پیش از دیگران",
    Ambiguous.ONLY: "تنها همان‌ها",
    Ambiguous.ALIKE: "مانند دیگران",
}
_USUAL = {
    Usual.CENTRE: "سندهای هم‌نوع همان مرکز",
    Usual.DIAGNOSIS: "سندهای هم‌نوع با همان تشخیص",
    Usual.KIND: "سندهای هم‌نوع",
}
_MEASURES = {Measure.APPROVED: "مبلغ تأییدشده", Measure.SHARE: "سهم کسر از مبلغ درخواستی"}
_AGREED = {True: "موافق", False: "ناموافق", None: "دیده نشده"}

Name = Callable[[int | None], str]


@dataclass(frozen=True, slots=True)
class SampleReport:
    """Everything that the printed report of a sample shows.

    `criteria` are pairs of a name and a value that say how the sample was drawn. `trial_figures` says that claims of it
    were judged with trial figures.
    """

    office_name: str
    number: int
    printed_on: JalaliDate
    printed_by: str
    criteria: tuple[tuple[str, str], ...]
    result: SampleResult
    tables: tuple[ReportTable, ...]
    trial_figures: bool = False


def sample_criteria(sample: Sample) -> Iterator[tuple[str, str]]:
    """Yield how a sample was drawn, as pairs of a name and a value."""
    said = sample.criteria
    yield "شیوه", METHODS[sample.method]
    yield "شماره قرعه", persian_digits(sample.seed)
    if "size" in said:
        yield "اندازه خواسته‌شده", persian_digits(said["size"])
    if "candidates" in said:
        yield "از میان", f"{rials(said['candidates'])} سند"
    yield "ماه درخواست", _months(said)
    if "centre" in said:
        yield "مرکز", said.get("centre_name", said["centre"])
    if "submission" in said:
        yield "درخواست هزینه", code_text(said.get("submission_name", str(said["submission"])))
    if said.get("limit"):
        yield "هر سند از این مبلغ به بالا", f"{rials(said['limit'])} ریال"
    if "usual" in said:
        yield "معمول", _USUAL[Usual(said["usual"])]
        yield "سنجه", _MEASURES[Measure(said["measure"])]
    if "ambiguous" in said:
        yield "ضابطه با منبع مبهم", AMBIGUOUS[Ambiguous(said["ambiguous"])]
    if said.get("unseen"):
        yield "بی‌تکرار", "سندهای دیده‌شده در نمونه‌های پیشین کنار گذاشته شد"


def _months(said: Mapping[str, str]) -> str:
    first, last = (month_text(JalaliMonth.parse(said[end])) if end in said else None for end in ("first", "last"))
    if first is None and last is None:
        return "همه ماه‌ها"
    if first == last:
        return str(first)
    return " ".join(part for part in (first and f"از {first}", last and f"تا {last}") if part)


def sample_tables(
    rows: Sequence[SampleRow], result: SampleResult, name: Name, clauses: Mapping[str, str]
) -> tuple[ReportTable, ...]:
    """Return the tables of a sample's report.

    Args:
        rows: the claims of the sample.
        result: what was found in them.
        name: gives the name of a person.
        clauses: where each rule stands.
    """
    return (
        _disputed(result.disputed, name),
        _counts("به تفکیک کارشناس", "کارشناس", [(name(_person(c)), c) for c in result.by_reviewer]),
        _counts("به تفکیک ضابطه‌ای که کسر کرده است", "ضابطه", [(_rule(c, clauses), c) for c in result.by_rule]),
        _all(rows),
    )


def _person(count: SampleCount) -> int | None:
    return count.key if isinstance(count.key, int) else None


def _rule(count: SampleCount, clauses: Mapping[str, str]) -> str:
    rule = str(count.key)
    clause = clauses.get(rule)
    return f"{code_text(rule)}، {clause}" if clause else code_text(rule)


def _centre(row: SampleRow) -> str:
    return row.centre_name or code_text(row.centre_id)


def _disputed(rows: Sequence[SampleRow], name: Name) -> ReportTable:
    columns = (
        ReportColumn("سند"),
        ReportColumn("مرکز"),
        ReportColumn("کارشناس"),
        ReportColumn("تأییدشده", ColumnKind.RIAL),
        ReportColumn("یادداشت ناظر"),
    )
    told = tuple(
        (
            code_text(row.external_id),
            _centre(row),
            name(row.reviewer),
            row.approved,
            row.sampled.note,
        )
        for row in rows
    )
    return ReportTable("ناموافق", "سندهایی که ناظر با آن‌ها موافق نبود", columns, told, names=4)


def _counts(title: str, heading: str, counts: Sequence[tuple[str, SampleCount]]) -> ReportTable:
    columns = (
        ReportColumn(heading),
        ReportColumn("دیده‌شده", ColumnKind.COUNT),
        ReportColumn("موافق", ColumnKind.COUNT),
        ReportColumn("ناموافق", ColumnKind.COUNT),
    )
    told = tuple((label, count.looked_at, count.agreed, count.not_agreed) for label, count in counts)
    return ReportTable(heading, title, columns, told, bars=3)


def _all(rows: Sequence[SampleRow]) -> ReportTable:
    columns = (
        ReportColumn("سند"),
        ReportColumn("تأییدشده", ColumnKind.RIAL),
        ReportColumn("چرا در نمونه است"),
        ReportColumn("نظر ناظر"),
    )
    told = tuple(
        (code_text(row.external_id), row.approved, row.sampled.why, _AGREED[row.sampled.agreed]) for row in rows
    )
    return ReportTable("نمونه", "همه سندهای نمونه", columns, told, names=2)
