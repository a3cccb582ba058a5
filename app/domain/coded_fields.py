"""Coded fields that a rule may miss: asked for like facts, and laid over the claim when a person answers.

A claim file that leaves out a birth date, a sex or who did a service does not make them false: the desk asks, and the
answer stands beside the file as a decision (the claimed document itself never changes).
"""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.claim import Claim, Line, Person, WrittenSums
from app.domain.dates import JalaliDate
from app.domain.facts import FactDefinition, FactKind, Facts, FactScope, FactValue
from app.domain.identity import iban_fault
from app.domain.persian import date_text

QUALIFICATIONS = (
    "gp", "specialist", "subspecialist", "fellowship", "resident", "intern", "dentist", "dental_specialist",
    "dental_auxiliary", "midwife", "physiotherapist", "other",
)  # fmt: skip
SEXES = ("female", "male")
CONDITIONS = (
    "hemophilia", "thalassemia", "dialysis", "ms", "myasthenia_gravis", "duchenne", "guillain_barre", "cerebral_palsy",
    "kidney_transplant", "bone_marrow_transplant", "transplant", "malignancy", "immunodeficiency", "hcv", "hbv",
    "mental_disability", "physical_disability",
)  # fmt: skip
"""The illnesses of the fact dictionary's vocabulary `condition`, on which cover, shares and papers hang."""

_DEFINITIONS = (
    FactDefinition("birth_date", FactScope.CLAIM, FactKind.DATE, "تاریخ تولد بیمار"),
    FactDefinition("sex", FactScope.CLAIM, FactKind.ENUM, "جنس بیمار", SEXES),
    FactDefinition("conditions", FactScope.CLAIM, FactKind.LIST, "بیماری‌های خاص بیمار", CONDITIONS),
    FactDefinition("iban", FactScope.CLAIM, FactKind.TEXT, "شماره شبای بیمه‌شده"),
    FactDefinition("diagnosis", FactScope.CLAIM, FactKind.TEXT, "تشخیص یا شکایت اصلی"),
    FactDefinition("written.total", FactScope.CLAIM, FactKind.INTEGER, "جمع کل نوشته‌شده روی نسخه (ریال)"),
    FactDefinition("prescriber.id", FactScope.CLAIM, FactKind.TEXT, "شماره نظام پزشکی پزشک معالج"),
    FactDefinition("prescriber.qualification", FactScope.CLAIM, FactKind.ENUM, "مدرک پزشک معالج", QUALIFICATIONS),
    FactDefinition("prescriber.specialty", FactScope.CLAIM, FactKind.ENUM, "رشته تخصصی پزشک معالج"),
    FactDefinition("performer.id", FactScope.LINE, FactKind.TEXT, "شماره نظام پزشکی انجام‌دهنده خدمت"),
    FactDefinition("performer.qualification", FactScope.LINE, FactKind.ENUM, "مدرک انجام‌دهنده خدمت", QUALIFICATIONS),
    FactDefinition("performer.specialty", FactScope.LINE, FactKind.ENUM, "رشته تخصصی انجام‌دهنده خدمت"),
)
CODED_FIELDS: Mapping[str, FactDefinition] = {definition.name: definition for definition in _DEFINITIONS}


def coded_field_fault(claim: Claim, name: str, value: FactValue) -> str | None:
    """Return what is wrong with a coded field typed for a claim, as a Persian sentence; None where nothing can be."""
    if name == "iban":
        return iban_fault(str(value))
    if name == "birth_date" and isinstance(value, JalaliDate):
        return _birth_fault(claim, value)
    definition = CODED_FIELDS.get(name)
    if definition is None or not definition.values:
        return None
    given = value if definition.kind is FactKind.LIST else (value,)
    if not isinstance(given, tuple) or not set(given) <= set(definition.values):
        return f"این پاسخ برای «{definition.label}» تعریف نشده است؛ یکی از موردهای فهرست را برگزینید."
    return None


def _birth_fault(claim: Claim, born: JalaliDate) -> str | None:
    """Return why nobody of this claim was born on a day; a newborn's bill may begin before its birth."""
    last = claim.discharged_at.day if claim.discharged_at else claim.service_day
    if last is None or born <= last:
        return None
    return f"تاریخ تولد پس از روز خدمت ({date_text(last)}) است؛ آن را با مدرک بیمار بسنجید."


def with_answers(claim: Claim, answers: Mapping[int | None, Facts]) -> Claim:
    """Return a claim with answers laid over it: those of the claim under None, those of a line under its number."""
    for name, value in answers.get(None, {}).items():
        claim = _with_claim_answer(claim, name, value)
    lines = tuple(_with_line_answers(line, answers.get(line.no, {})) for line in claim.lines)
    return replace(claim, lines=lines)


def _with_claim_answer(claim: Claim, name: str, value: FactValue) -> Claim:
    if name == "birth_date" and isinstance(value, JalaliDate):
        return replace(claim, patient=replace(claim.patient, birth_date=value))
    if name == "sex":
        return replace(claim, patient=replace(claim.patient, sex=str(value)))
    if name == "conditions" and isinstance(value, tuple):
        return replace(claim, patient=replace(claim.patient, conditions=value))
    if name == "iban":
        return replace(claim, patient=replace(claim.patient, iban=str(value)))
    if name == "diagnosis":
        return replace(claim, diagnosis=str(value))
    if name == "written.total" and isinstance(value, int):
        return replace(claim, written=replace(claim.written or WrittenSums(), total=value))
    if name.startswith("prescriber."):
        return replace(claim, prescriber=_with_part(claim.prescriber, name, value))
    return replace(claim, facts={**claim.facts, name: value})


def _with_line_answers(line: Line, answers: Facts) -> Line:
    for name, value in answers.items():
        if name.startswith("performer."):
            line = replace(line, performer=_with_part(line.performer, name, value))
        else:
            line = replace(line, facts={**line.facts, name: value})
    return line


def _with_part(person: Person | None, name: str, value: FactValue) -> Person:
    return replace(person or Person(), **{name.partition(".")[2]: str(value)})
