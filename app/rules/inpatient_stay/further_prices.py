"""Article 6, items 9 to 17: the further step of a bed's price, where its kind or its share is another than claimed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer, all_true
from app.domain.findings import Step
from app.domain.persian import code_text, number, rials
from app.rules.case import Case, CaseLine
from app.rules.general.terms import negated
from app.rules.inpatient_stay.bed_fees import (
    GRADE_THREE,
    SUBSTANDARD,
    fee_key,
    first_step,
    price_of_day,
)
from app.rules.inpatient_stay.psychiatric_days import acute_days_of
from app.rules.inpatient_stay.terms import (
    BURN,
    ICU_KINDS,
    ISOLATION,
    MONITORED,
    NEWBORN_SICK,
    NORMAL,
    PSYCHIATRIC,
    ROOMS,
    bed_kind,
    count,
)
from app.rules.pricing import Price, written_quantity

INDICATED, ORDERED, IN_BURN_WARD = "isolation_indicated", "ordered_by_physician", "in_burn_ward"
RESIDENT, ICU_BEDS, NEEDED = "resident_physician_present", "icu_beds", "special_ward_needed"
BIRTH_DATE = "birth_date"


@dataclass(frozen=True, slots=True)
class Further:
    """A further step: its rule, the price of all days by it, whether it applies (three-valued) and on which facts.

    `missing` says what the packs lack where there is no price.
    """

    rule: str
    price: Price | None
    applies: Answer
    facts: tuple[str, ...] = ()
    missing: str = ""


def further_step(case: Case, line: CaseLine, grade: str) -> Further | None:
    """Return the further step of a bed's price at a grade, None where its kind has none."""
    find = _STEPS.get(str(bed_kind(line)))
    step = find(case, line, grade) if find else None
    return step if step is not None and case.is_under(step.rule) else None


def _as_normal(case: Case, line: CaseLine, grade: str, rule: str, wanted: dict[str, Answer]) -> Further:
    """Return the step that pays an ordinary bed unless all that a dearer one needs is true."""
    settled = all_true(*wanted.values())
    facts = tuple(name for name, answer in wanted.items() if answer is settled)
    return _by_day(case, line, grade, NORMAL, Further(rule, None, negated(settled), facts))


def _by_day(case: Case, line: CaseLine, grade: str, column: str, step: Further) -> Further:
    """Return a step with the price of a column for all days of the line."""
    day = price_of_day(case, column, grade)
    return replace(step, price=day.times(line.quantity) if day else None, missing=_no_fee(fee_key(column, grade)))


def _no_fee(key: str) -> str:
    return f"تعرفه {code_text(key)} در روز پذیرش در بسته‌های مرجع نیست"


def _isolation(case: Case, line: CaseLine, grade: str) -> Further:
    """Isolation needs an indication and the physician's order; without them it is an ordinary bed."""
    wanted = {name: line.fact(name) for name in (INDICATED, ORDERED)}
    return _as_normal(case, line, grade, "BED-09", wanted)


def _burn(case: Case, line: CaseLine, grade: str) -> Further:
    """The burn fee holds in the burn ward alone."""
    return _as_normal(case, line, grade, "BED-10", {IN_BURN_WARD: line.fact(IN_BURN_WARD)})


def _monitored(case: Case, line: CaseLine, grade: str) -> Further:
    """Monitoring outside a special ward needs the patient's need of one and the physician's order."""
    wanted = {name: line.fact(name) for name in (NEEDED, ORDERED)}
    return _as_normal(case, line, grade, "BED-17a", wanted)


def _psychiatric(case: Case, line: CaseLine, grade: str) -> Further | None:
    """The days beyond eight weeks of the year are paid as grade three; a substandard hospital has one fee for all."""
    acute, first = acute_days_of(case, line), first_step(case, line, grade)
    chronic = line.quantity - acute
    if not chronic or grade == SUBSTANDARD or first is None:
        return None
    third = price_of_day(case, PSYCHIATRIC, GRADE_THREE)
    if third is None:
        return Further("BED-12a", None, True, missing=_no_fee(fee_key(PSYCHIATRIC, GRADE_THREE)))
    parts = [("تا هشت هفته در سال", acute, first.day), ("بیش از هشت هفته، درجه سه", chronic, third)]
    steps = tuple(Step(caption, _times(days, day), day.times(days).rial) for caption, days, day in parts if days)
    return Further("BED-12a", Price(sum((day.exact * days for _, days, day in parts), Fraction(0)), steps), True)


def _times(days: Fraction, day: Price) -> str:
    return f"{number(written_quantity(days))} روز × {rials(day.rial)}"


def _resident(case: Case, line: CaseLine, grade: str) -> Further | None:
    """An ICU of five beds and more loses 30 percent without a resident physician; a smaller one does not."""
    first, percent = first_step(case, line, grade), int(case.figure("special_bed_hotel_percent"))
    if first is None:
        return None
    beds, present = line.fact(ICU_BEDS), line.fact(RESIDENT)
    large = UNKNOWN if beds is UNKNOWN else count(beds, 0) >= int(case.figure("icu_beds_from"))
    whole = first.day.times(line.quantity)
    price = Price(whole.exact * percent / 100)
    step = Step("بی پزشک مقیم", f"{rials(whole.rial)} × {number(percent)}٪", price.rial)
    unknown = tuple(name for name, answer in ((RESIDENT, present), (ICU_BEDS, large)) if answer is UNKNOWN)
    applies = all_true(negated(present), large)
    return Further("BED-15a", Price(price.exact, (*whole.steps, step)), applies, unknown or (RESIDENT, ICU_BEDS))


def _sick_newborn(case: Case, line: CaseLine, grade: str) -> Further:
    """A newborn's fee is for patients of 28 days or less; an older one has an ordinary bed, where that is cheaper."""
    step = Further("BED-14c", None, negated(_is_newborn(case)), (BIRTH_DATE,))
    return _by_day(case, line, grade, NORMAL, step)


def _ordinary(case: Case, line: CaseLine, grade: str) -> Further | None:
    """An ordinary bed of a patient of 28 days or less is a sick newborn's, where that is cheaper."""
    newborn = _is_newborn(case)
    step = Further("BED-14c", None, newborn, (BIRTH_DATE,))
    return None if newborn is False else _by_day(case, line, grade, NEWBORN_SICK, step)


def _is_newborn(case: Case) -> Answer:
    """Tell whether the patient was at most 28 days old on the day of admission."""
    born = case.claim.patient.birth_date
    return UNKNOWN if born is None else case.day.ordinal - born.ordinal <= int(case.figure("newborn_sick_age"))


_STEPS: dict[str, Callable[[Case, CaseLine, str], Further | None]] = {
    ISOLATION: _isolation,
    BURN: _burn,
    MONITORED: _monitored,
    PSYCHIATRIC: _psychiatric,
    NEWBORN_SICK: _sick_newborn,
    **dict.fromkeys(ICU_KINDS, _resident),
    **dict.fromkeys({NORMAL} | ROOMS, _ordinary),
}
