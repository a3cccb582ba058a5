"""What modifiers 63, 90 and 95 make of a price: a small child's percent, and how often the insurer pays K.

A price is asked for with a set of what has fallen: numbers of modifiers that do not hold, and marks such as
`ABOVE_TOWN` for the part of one that goes beyond its clause. The empty set is the price as the centre reported it.
"""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.modifiers.terms import ANESTHESIA, DEPRIVED, FULL_TIME, SMALL_CHILD, belongs, percent, reports
from app.rules.pricing import Price, written_quantity

Fallen = Collection[str]
NOTHING: frozenset[str] = frozenset()
ABOVE_TOWN = "95 above the town's factor"
ABOVE_BOTH = "90 and 95 above their sum"
ONE = Fraction(1)

FACTOR = "deprivation_factor"


def written(value: Fraction) -> str:
    """Return an exact number as a person reads it."""
    return number(written_quantity(value))


def is_small_child(case: Case) -> Answer:
    """Tell whether the third birthday lies after admission (63); unknown without a birth date."""
    born = case.claim.patient.birth_date
    return UNKNOWN if born is None else case.day < born.plus_years(int(case.figure("small_child_years")))


def child_factor(case: Case, line: CaseLine, out: Fallen = NOTHING) -> Fraction:
    """Return the factor of 63: the infants' rate through the day of six months, then the small children's.

    Reported at an age that earns nothing it stands at the small children's rate until MOD-63b takes it out; without a
    birth date at the infants'. A printed anesthesia total takes none (MOD-41d).
    """
    counts = reports(line, SMALL_CHILD) and belongs(line, SMALL_CHILD) and case.is_under("MOD-63a")
    if not counts or SMALL_CHILD in out or (line.section == ANESTHESIA and line.attribute("anesthesia_total")):
        return ONE
    born = case.claim.patient.birth_date
    infant = born is None or case.day <= born.plus_months(int(case.figure("infant_months")))
    return 1 + percent(case, "infant_addition" if infant else "small_child_addition")


def town_factor(case: Case) -> Fraction | None:
    """Return the factor of a deprived town, at most the ceiling; None where nobody gave it (MOD-95a)."""
    factor = case.fact(FACTOR)
    if not isinstance(factor, (int, Decimal)):
        return None
    return min(Fraction(factor), Fraction(case.figure("deprivation_ceiling")))


def is_full_time(case: Case, line: CaseLine, out: Fallen = NOTHING) -> bool:
    """Tell whether 90 counts in a price."""
    return _counts(case, line, FULL_TIME, "MOD-90a") and FULL_TIME not in out


def is_in_deprived_town(case: Case, line: CaseLine, out: Fallen = NOTHING) -> bool:
    """Tell whether 95 counts in a price; in kinds of claim that its clauses do not name it never does."""
    return _counts(case, line, DEPRIVED, "MOD-95a", "MOD-95b") and DEPRIVED not in out


def _counts(case: Case, line: CaseLine, modifier: str, *rule_ids: str) -> bool:
    return reports(line, modifier) and belongs(line, modifier) and any(case.is_under(rule) for rule in rule_ids)


def multiple(case: Case, line: CaseLine, out: Fallen = NOTHING) -> Fraction:
    """Return m: how often K is paid for the professional part, with 90, 95 or both (MOD-90a, 95a, 95c)."""
    ceiling = Fraction(case.figure("deprivation_ceiling"))
    known = town_factor(case) if case.claim.kind is ClaimKind.INPATIENT else None
    town = ceiling if known is None else known
    full_time, deprived = is_full_time(case, line, out), is_in_deprived_town(case, line, out)
    if full_time and deprived and ABOVE_BOTH in out:
        return min(1 + town, Fraction(case.figure("full_time_and_deprived_ceiling")))
    m = Fraction(case.figure("full_time_multiple")) if full_time else ONE
    if deprived:
        m *= town if ABOVE_TOWN in out else ceiling
    return m


def scaled(case: Case, line: CaseLine, price: Price, out: Fallen = NOTHING) -> Price:
    """Raise a price that is professional as a whole by 63, 90 and 95; what 90 and 95 add is the insurer's alone."""
    child = child_factor(case, line, out)
    if child != 1:
        step = Step("افزوده کد ۶۳", f"{rials(price.rial)} × {written(child)}", round_half_up(price.exact * child))
        price = price.raised(child, step)
    return multiplied(price, price.exact, multiple(case, line, out))


def multiplied(price: Price, professional: Fraction, m: Fraction) -> Price:
    """Pay the professional rials of a price m times; the difference is outside the patient's percent (MOD-90b, 95d)."""
    if m == 1 or not professional:
        return price
    extra = professional * (m - 1)
    total = price.exact + extra
    expression = f"{rials(round_half_up(professional))} × {written(m)}"
    if total != professional * m:
        expression += f" + {rials(round_half_up(price.exact - professional))}"
    step = Step("کدهای ۹۰ و ۹۵ بر جزء حرفه‌ای", expression, round_half_up(total))
    return replace(
        price,
        exact=total,
        steps=(*price.steps, step),
        insurer_only=price.insurer_only + extra,
        professional=professional * m,
    )
