"""Worked examples of rules as data: a claim on which a rule bites, and one close by on which it does not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate
from app.domain.facts import NO_FACTS, FactDefinition, FactKind, Facts, FactScope
from app.domain.findings import Mark
from app.domain.money import Rial

_CIRCUMSTANCES = (
    FactDefinition("service_date", FactScope.CLAIM, FactKind.DATE, "تاریخ خدمت"),
    FactDefinition("prescription_date", FactScope.CLAIM, FactKind.DATE, "تاریخ نسخه"),
    FactDefinition("admitted_at", FactScope.CLAIM, FactKind.DATETIME, "پذیرش"),
    FactDefinition("discharged_at", FactScope.CLAIM, FactKind.DATETIME, "ترخیص"),
    FactDefinition("condition", FactScope.CLAIM, FactKind.LIST, "بیماری خاص"),
    FactDefinition("pathway", FactScope.CLAIM, FactKind.ENUM, "راه رسیدن سند"),
    FactDefinition("written.patient_share", FactScope.CLAIM, FactKind.INTEGER, "سهم بیمه‌شده نوشته‌شده (ریال)"),
    FactDefinition("written.insurer_share", FactScope.CLAIM, FactKind.INTEGER, "سهم سازمان نوشته‌شده (ریال)"),
    FactDefinition("modifiers", FactScope.LINE, FactKind.LIST, "کد تعدیلی"),
    FactDefinition("month", FactScope.SUBMISSION, FactKind.TEXT, "ماه درخواست"),
    FactDefinition("delivered_on", FactScope.SUBMISSION, FactKind.DATE, "تاریخ تحویل سندها"),
    FactDefinition("fund", FactScope.SUBMISSION, FactKind.ENUM, "صندوق"),
    FactDefinition("insurer", FactScope.SUBMISSION, FactKind.ENUM, "بیمه‌گر"),
    FactDefinition("provider.kind", FactScope.SUBMISSION, FactKind.ENUM, "نوع مرکز"),
    FactDefinition("provider.sector", FactScope.SUBMISSION, FactKind.ENUM, "بخش مرکز"),
    FactDefinition("provider.contracted", FactScope.SUBMISSION, FactKind.BOOL, "طرف قرارداد بودن مرکز"),
    FactDefinition("provider.contract_from", FactScope.SUBMISSION, FactKind.DATE, "آغاز قرارداد مرکز"),
    FactDefinition("provider.contract_to", FactScope.SUBMISSION, FactKind.DATE, "پایان قرارداد مرکز"),
)
CIRCUMSTANCES: Mapping[str, FactDefinition] = {definition.name: definition for definition in _CIRCUMSTANCES}
"""What an example may tell of a claim besides its facts and coded fields."""


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """One line: what was claimed and what stands, in rials; `sheet` counts the claims of an example with several."""

    title: str
    amount: Rial
    approved: Rial
    mark: Mark
    code: str | None = None
    quantity: Decimal = Decimal(1)
    sheet: int | None = None
    facts: Facts = field(default_factory=lambda: NO_FACTS)


@dataclass(frozen=True, slots=True)
class ExamplePast:
    """A service that the patient of an example had before."""

    day: JalaliDate
    title: str
    code: str | None = None
    quantity: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class RuleExample:
    """An example of a rule, in test figures; facts that it does not tell are those of a faultless document."""

    rule: str
    bites: bool
    kind: ClaimKind
    lines: tuple[ExampleLine, ...]
    facts: Facts = field(default_factory=lambda: NO_FACTS)
    history: tuple[ExamplePast, ...] = ()
    patient_share: Rial | None = None
