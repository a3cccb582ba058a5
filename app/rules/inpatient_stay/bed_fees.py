"""Article 6, items 3 and 4: whose grade a bed has, and what a day of a kind of bed costs at that grade (BED-04…).

Ordinary beds follow the hospital's accreditation, special wards their own grade and no other's (BED-04f); a hospital or
special ward in its first year counts as grade one.
"""

from dataclasses import dataclass
from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Unknown
from app.domain.findings import Step
from app.domain.persian import code_text
from app.rules.case import Case, CaseLine
from app.rules.general.terms import day_of
from app.rules.inpatient_stay.terms import (
    EMERGENCY,
    ICU_AND_NICU,
    MONITORED,
    NORMAL,
    ROOMS,
    SPECIAL_KINDS,
    UNLISTED,
    bed_kind,
)
from app.rules.pricing import Price, price_of_code, unit_price

HOSPITAL_GRADE, WARD_GRADE = "accreditation_grade", "ward_grade"
OPERATING_SINCE, WARD_OPERATING_SINCE = "operating_since", "ward_operating_since"
GRADE_ONE, GRADE_THREE, SUBSTANDARD = "grade1", "grade3", "substandard"
GRADE_NAMES = {GRADE_ONE: "درجه یک", "grade2": "درجه دو", GRADE_THREE: "درجه سه", SUBSTANDARD: "زیر استاندارد"}
CARDIAC_MONITORING = "900770"
RAISING_MODIFIERS = frozenset({"90", "95"})


@dataclass(frozen=True, slots=True)
class FirstStep:
    """The first step of the price of a bed: the rule that is cited for it, and the price of one day."""

    rule: str
    day: Price


def is_priced_by_fees(line: CaseLine) -> bool:
    """Tell whether a bed is priced by its kind and grade; a coded one whose row has a price is priced by GEN-15e."""
    return bed_kind(line) is not UNKNOWN and not _has_own_price(line)


def _has_own_price(line: CaseLine) -> bool:
    service = line.service
    return service is not None and (service.fee is not None or service.relative_value is not None)


def is_in_first_year(case: Case, since: JalaliDate | None) -> bool:
    """Tell whether the admission lies in the first year of operation; on the anniversary the year is over."""
    years = int(case.figure("new_hospital_years"))
    return since is not None and since <= case.day < since.plus_years(years)


def counts_as_new(case: Case, line: CaseLine) -> bool:
    """Tell whether the hospital, or the special ward of the line, is in its first year (BED-04h, BED-04i)."""
    if is_in_first_year(case, day_of(case.fact(OPERATING_SINCE))):
        return True
    return bed_kind(line) in SPECIAL_KINDS and is_in_first_year(case, day_of(line.fact(WARD_OPERATING_SINCE)))


def grade_of(case: Case, line: CaseLine) -> str | Unknown:
    """Return the column of the table of fees that a bed has by its grade, unknown where no grade is on file."""
    if counts_as_new(case, line):
        return GRADE_ONE
    given = line.fact(WARD_GRADE) if bed_kind(line) in SPECIAL_KINDS else case.fact(HOSPITAL_GRADE)
    return given if isinstance(given, Unknown) else str(case.figure("bed_grades")[given])


def grades_possible(case: Case, line: CaseLine) -> list[str]:
    """Return the known grade alone, else all that an answer could give, the dearest first."""
    grade = grade_of(case, line)
    return list(GRADE_NAMES) if isinstance(grade, Unknown) else [grade]


def grade_meanwhile(case: Case, line: CaseLine) -> str:
    """Return the grade by which a bed is priced: an unknown one is taken as grade one."""
    return grades_possible(case, line)[0]


def column_of(case: Case, kind: str) -> str:
    """Return the column of the handbook's table that a kind of bed is paid by."""
    return str(case.figure("bed_columns")[kind])


def fee_key(column: str, grade: str) -> str:
    """Return the key of the fee of a day in a bed."""
    return f"bed_day/{column}/{grade}"


def price_of_day(case: Case, column: str, grade: str) -> Price | None:
    """Return the price of one day in a bed of a column; substandard beds without a fee of their own pay grade three."""
    fee = case.fee(fee_key(column, grade), case.day)
    if fee is None and grade == SUBSTANDARD:
        grade, fee = GRADE_THREE, case.fee(fee_key(column, GRADE_THREE), case.day)
    if fee is None:
        return None
    caption = f"تعرفه یک روز {case.figure('bed_column_titles')[column]}، {GRADE_NAMES[grade]}"
    return Price(Fraction(fee.rial), (Step(caption, "", fee.rial),))


def missing_fee(case: Case, line: CaseLine) -> str:
    """Return what the packs lack where they do not price a bed; names the key."""
    kind, grade = str(bed_kind(line)), grade_meanwhile(case, line)
    key = fee_key(column_of(case, kind), GRADE_THREE if grade == SUBSTANDARD else grade)
    needed = [key] if case.fee(key, case.day) is None else [CARDIAC_MONITORING]
    return f"تعرفه {code_text(needed[0])} در روز پذیرش در بسته‌های مرجع نیست"


def first_step(case: Case, line: CaseLine, grade: str) -> FirstStep | None:
    """Return the first step of the price of a bed at a grade, None where the packs do not price it."""
    kind = str(bed_kind(line))
    day = price_of_day(case, column_of(case, kind), grade)
    if day is not None and kind == MONITORED and case.is_under("BED-17a"):
        day = _with_monitoring(case, line, day)
    return FirstStep(_cited(case, line, grade), day) if day else None


def _with_monitoring(case: Case, line: CaseLine, day: Price) -> Price | None:
    monitoring = price_of_code(case, line, CARDIAC_MONITORING)
    if monitoring is None:
        return None
    both = Price(day.exact + monitoring.exact)
    caption = f"یک روز تخت عادی به‌علاوه کد {code_text(CARDIAC_MONITORING)}"
    return Price(both.exact, (*day.steps, *monitoring.steps, Step(caption, "", both.rial)))


def _cited(case: Case, line: CaseLine, grade: str) -> str:
    """Return the rule of the first step: that of the kind where it has one, else that of the grade, else BED-03."""
    kind = bed_kind(line)
    if kind in {EMERGENCY, UNLISTED}:
        return "BED-06"
    if kind in ROOMS:
        return "BED-07"
    if kind == MONITORED and case.is_under("BED-17a"):
        return "BED-17a"
    if grade == SUBSTANDARD:
        return "BED-04d"
    raised = kind in ICU_AND_NICU and not RAISING_MODIFIERS.isdisjoint(line.line.modifiers)
    return "BED-15c" if raised else "BED-03"


def bed_fee(case: Case, line: CaseLine) -> Fraction | None:
    """Return what one day of a bed is worth: the fee of its row, else of its kind and grade; None where unknown."""
    if _has_own_price(line):
        own = unit_price(case, line, line.service)
        return own.exact if own else None
    if bed_kind(line) is UNKNOWN:
        return None
    step = first_step(case, line, grade_meanwhile(case, line))
    return step.day.exact if step else None


def normal_day(case: Case, line: CaseLine, grade: str | None = None) -> Price | None:
    """Return the price of one day in an ordinary bed at a grade, else at that of the line."""
    return price_of_day(case, NORMAL, grade or grade_meanwhile(case, line))


def worth_of(case: Case, line: CaseLine) -> tuple[bool, Fraction]:
    """Return what orders beds by their fee: one whose kind or fee is unknown stands above all others."""
    fee = bed_fee(case, line)
    return fee is None, Fraction(0) if fee is None else fee
