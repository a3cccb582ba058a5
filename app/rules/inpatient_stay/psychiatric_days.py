"""Article 6, item 12: the psychiatric bed-days of a year, of which the first eight weeks are acute (BED-12a, VIS-07a).

The year begins with the first psychiatric admission known and lasts twelve months; the first admission on or after its
anniversary begins a new one. Earlier stays stand in the history with their paid days: uncoded beds under one code of
their own, coded ones under theirs.
"""

from fractions import Fraction

from app.domain.claim import PSYCHIATRIC_BED_DAYS, PastService
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import PSYCHIATRIC, beds_of_kind
from app.rules.past import service_of

DAYS_OF_A_WEEK = 7


def days_used_before(case: Case) -> Fraction:
    """Return the psychiatric days of the current year that were paid before this claim."""
    return case.once(_days_used_before)


def acute_days_left(case: Case) -> Fraction:
    """Return how many acute days of the year this claim still has."""
    weeks = int(case.figure("psychiatric_acute_weeks"))
    return max(Fraction(0), weeks * DAYS_OF_A_WEEK - days_used_before(case))


def acute_days_of(case: Case, line: CaseLine) -> Fraction:
    """Return the acute days among those of a psychiatric bed; several beds have them in order of number."""
    left = acute_days_left(case)
    for bed in beds_of_kind(case, {PSYCHIATRIC}):
        if bed is line:
            break
        left -= min(left, bed.quantity)
    return min(left, line.quantity)


def _days_used_before(case: Case) -> Fraction:
    used, year_over = Fraction(0), None
    for row in case.history:
        if row.day > case.day or not _is_psychiatric_stay(case, row):
            continue
        if year_over is None or row.day >= year_over:
            used, year_over = Fraction(0), row.day.plus_years(1)
        used += Fraction(row.quantity)
    return Fraction(0) if year_over is None or case.day >= year_over else used


def _is_psychiatric_stay(case: Case, row: PastService) -> bool:
    """Tell whether a row of the history holds psychiatric bed-days: under their own code, or a bed of the packs."""
    service = service_of(case, row)
    return row.code == PSYCHIATRIC_BED_DAYS or (service is not None and service.attributes.get("bed") == PSYCHIATRIC)
