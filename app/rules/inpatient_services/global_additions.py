"""Article 22, items 10 and 11: what the modifiers 39, 63, 85, 90 and 95 add to a global sum.

Each adds what it would add to surgeon, anesthesia and operating room if the operation were itemised: the row bears the
units of the three. Additions are of the plain values and stand beside each other. Every modifier is judged as its own
clauses judge it on itemised lines; a fact that nobody gave lets it count, and is asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.dates import Moment
from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.money import exact, round_half_up
from app.domain.persian import number
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.general.terms import items
from app.rules.modifiers.anesthesia_time import END, START, Surgery, recovery_units
from app.rules.modifiers.factors import FACTOR, town_factor
from app.rules.modifiers.terms import DEPRIVED, FULL_TIME, SMALL_CHILD, TECHNOLOGY, is_listed, percent
from app.rules.modifiers.units import METHOD, RECOVERY
from app.rules.pricing import Price

ROLES = "full_time_roles"
SURGEON, ANESTHESIOLOGIST, NEWBORN_PHYSICIAN = "surgeon", "anesthesiologist", "newborn_physician"
ALL_ROLES = frozenset({SURGEON, ANESTHESIOLOGIST, NEWBORN_PHYSICIAN})
ADDED = (RECOVERY, SMALL_CHILD, TECHNOLOGY, FULL_TIME, DEPRIVED)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a global sum holds of the three, and of a newborn's first visit, in exact rials at the public K."""

    surgeon: Fraction
    anesthesia: Fraction
    technical: Fraction
    newborn: Fraction
    anesthesia_k: int

    @property
    def professional(self) -> Fraction:
        """Surgeon and anesthesia."""
        return self.surgeon + self.anesthesia


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the clauses say of a modifier: it `holds`, falls under `rule`, or waits for `facts`."""

    holds: Answer = True
    facts: tuple[str, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What a modifier adds to the sum in exact rials where it holds or may hold; `caption` names it in Persian."""

    modifier: str
    rial: Fraction
    verdict: Verdict
    caption: str

    @property
    def is_insurers_alone(self) -> bool:
        """Tell whether the patient's percent leaves it out (MOD-90b, 95d)."""
        return self.modifier in {FULL_TIME, DEPRIVED}


def parts_of(case: Case, row: Service, line: CaseLine) -> Parts | None:
    """Return the parts of a global row on a line's day; None where the packs lack one of the three K."""
    ks = [case.coefficient(name, row.code, line.day) for name in ("professional", "technical", "anesthesia")]
    professional, technical, anesthesia = (k.rial if k else None for k in ks)
    if professional is None or technical is None or anesthesia is None:
        return None
    surgeon = _units(row, "surgeon_k")
    room = row.attributes.get("technical_k")
    room_units = exact(room) if room is not None else surgeon * percent(case, "global_technical_percent")
    return Parts(
        surgeon=surgeon * professional,
        anesthesia=_units(row, "anesthesia_k") * anesthesia,
        technical=room_units * technical,
        newborn=_units(row, "newborn_visit_k") * professional,
        anesthesia_k=anesthesia,
    )


def _units(row: Service, name: str) -> Fraction:
    return exact(row.attributes.get(name) or 0)


def additions_of(case: Case, line: CaseLine) -> list[Addition]:
    """Return what the modifiers of a global line add to its sum, in the order of their numbers."""
    row = line.service
    parts = parts_of(case, row, line) if row else None
    if row is None or parts is None:
        return []
    there = set(line.line.modifiers)
    return [MODIFIERS[modifier](case, line, row.attributes, parts) for modifier in ADDED if modifier in there]


def with_additions(price: Price, additions: list[Addition]) -> Price:
    """Return a sum with the additions that hold or may hold."""
    steps, total, alone = list(price.steps), price.exact, price.insurer_only
    for addition in additions:
        if addition.verdict.holds is not False and addition.rial:
            total += addition.rial
            alone += addition.rial if addition.is_insurers_alone else 0
            steps.append(Step(f"افزوده کد {number(addition.modifier)}", addition.caption, round_half_up(addition.rial)))
    if len(steps) > len(price.steps):
        steps.append(Step("سرجمع با افزوده‌ها", "", round_half_up(total)))
    return Price(total, tuple(steps), alone, price.under)


Attributes = Mapping[str, Any]


def _recovery(case: Case, line: CaseLine, _row: Attributes, parts: Parts) -> Addition:
    """Reckon 39: recovery units at the anesthesia's K; without the times of surgery at most the book's ceiling."""
    units = _recovery_units(case, line)
    shown = int(case.figure("recovery_ceiling_units")) if units is None else units
    verdict = next(_recovery_verdicts(case, line, units), Verdict())
    return Addition(RECOVERY, Fraction(shown * parts.anesthesia_k), verdict, f"{number(shown)} واحد ریکاوری")


def _recovery_units(case: Case, line: CaseLine) -> int | None:
    start, end = line.fact(START), line.fact(END)
    if isinstance(start, Moment) and isinstance(end, Moment) and start <= end:
        return recovery_units(case, Surgery(start, end))
    return None


def _recovery_verdicts(case: Case, line: CaseLine, units: int | None) -> Iterator[Verdict]:
    """Yield what takes 39 out, else what it waits for; nothing where it holds."""
    minutes, method, moved = (line.fact(name) for name in ("recovery_minutes", METHOD, "moved_to_special_care"))
    conditions: list[tuple[str, str, Answer]] = [
        ("MOD-39c", "recovery_minutes", _reaches(minutes, int(case.figure("recovery_stay_minutes")))),
        ("MOD-39d", METHOD, UNKNOWN if method is UNKNOWN else method in case.figure("recovery_methods")),
        ("MOD-39e", "moved_to_special_care", UNKNOWN if moved is UNKNOWN else moved is False),
        ("MOD-39f", "recovery_equipped", case.fact("recovery_equipped")),
        ("MOD-39g", "recovery_times_recorded", line.fact("recovery_times_recorded")),
        ("MOD-39h", START, UNKNOWN if units is None else units > 0),
    ]
    judged = [(rule, fact, holds) for rule, fact, holds in conditions if case.is_under(rule)]
    yield from (Verdict(False, (fact,), rule) for rule, fact, holds in judged if holds is False)
    unknown = [fact for _rule, fact, holds in judged if holds is UNKNOWN]
    if START in unknown:
        unknown.append(END)
    if unknown:
        yield Verdict(UNKNOWN, tuple(unknown))


def _reaches(value: Answer, least: int) -> Answer:
    return value >= least if isinstance(value, (int, Decimal)) else UNKNOWN


def _small_child(case: Case, _line: CaseLine, row: Attributes, parts: Parts) -> Addition:
    """Reckon 63: the infants' or the small children's percent of surgeon, anesthesia and operating room."""
    born = case.claim.patient.birth_date
    infant = born is None or case.day <= born.plus_months(int(case.figure("infant_months")))
    rate = percent(case, "infant_addition" if infant else "small_child_addition")
    if row.get("child_in_title") is True and row.get("burn_repair") is not True:
        verdict = Verdict(False, rule="MOD-63c")
    elif row.get("invasiveness") in case.figure("not_invasive"):
        verdict = Verdict(False, rule="MOD-63d")
    elif born is None:
        verdict = Verdict(UNKNOWN, ("birth_date",))
    elif case.day >= born.plus_years(int(case.figure("small_child_years"))):
        verdict = Verdict(False, rule="MOD-63b")
    else:
        verdict = Verdict()
    base = parts.professional + parts.technical
    return Addition(SMALL_CHILD, rate * base, verdict, _percent_of(rate, "حق‌العمل، بیهوشی و اتاق عمل"))


def _technology(case: Case, line: CaseLine, row: Attributes, parts: Parts) -> Addition:
    """Reckon 85: the technology's percent of surgeon and operating room."""
    rate = percent(case, "technology_addition")
    if row.get("technology_in_title") is True:
        verdict = Verdict(False, rule="MOD-85b")
    elif row.get("technology_routine") is True:
        verdict = Verdict(False, rule="MOD-85c")
    else:
        used = is_listed(line, "technology")
        verdict = Verdict(used, ("technology",), "MOD-85a" if used is False else None)
    return Addition(
        TECHNOLOGY, rate * (parts.surgeon + parts.technical), verdict, _percent_of(rate, "حق‌العمل و اتاق عمل")
    )


def _deprived(case: Case, _line: CaseLine, _row: Attributes, parts: Parts) -> Addition:
    """Reckon 95: what the town's factor adds to surgeon and anesthesia; of inpatient claims alone."""
    known = town_factor(case)
    above = (Fraction(case.figure("deprivation_ceiling")) if known is None else known) - 1
    if case.claim.kind is not ClaimKind.INPATIENT:
        verdict = Verdict(False, rule="MOD-95b")
    elif known is None:
        verdict = Verdict(UNKNOWN, (FACTOR,))
    else:
        verdict = Verdict(above > 0, (FACTOR,), None if above > 0 else "MOD-95a")
    return Addition(DEPRIVED, max(above, Fraction(0)) * parts.professional, verdict, "مازاد ضریب منطقه محروم")


def _full_time(case: Case, line: CaseLine, _row: Attributes, parts: Parts) -> Addition:
    """Reckon 90: the second K of those who are full-time, in a university's centre; the whole sum never doubles."""
    answer = line.fact(ROLES)
    roles = ALL_ROLES if answer is UNKNOWN else items(answer)
    of_role = {SURGEON: parts.surgeon, ANESTHESIOLOGIST: parts.anesthesia, NEWBORN_PHYSICIAN: parts.newborn}
    rial = sum((part for role, part in of_role.items() if role in roles), Fraction(0))
    if case.submission.provider.sector not in case.figure("full_time_sectors"):
        verdict = Verdict(False, rule="MOD-90a")
    else:
        verdict = Verdict(UNKNOWN if answer is UNKNOWN else True, (ROLES,))
    return Addition(FULL_TIME, rial, verdict, "کای دوم پزشکان تمام‌وقت")


def _percent_of(rate: Fraction, what: str) -> str:
    return f"{number(Decimal(rate.numerator) * 100 / rate.denominator)}٪ {what}"


MODIFIERS: Mapping[str, Callable[[Case, CaseLine, Attributes, Parts], Addition]] = {
    RECOVERY: _recovery,
    SMALL_CHILD: _small_child,
    TECHNOLOGY: _technology,
    FULL_TIME: _full_time,
    DEPRIVED: _deprived,
}
