"""Article 8, item 7: visits of psychiatrists in a chronic stay, four a month and each written in the file."""

from fractions import Fraction

from app.domain.dates import JalaliMonth
from app.rules.case import Case, CaseLine, units
from app.rules.inpatient_stay.psychiatric_days import acute_days_left
from app.rules.inpatient_stay.terms import HOTEL, PSYCHIATRIC, bed_kind
from app.rules.inpatient_stay.visits import (
    PSYCHIATRY,
    SPECIALTY,
    VISITS,
    by_date,
    is_counted,
    live_visits,
    specialty,
)
from app.rules.lines import keep_first
from app.rules.outcomes import Ask, Outcomes, demand
from app.rules.registry import Phase, rule

COURSE, CHRONIC = "psychiatric_course", "chronic"
RECORDED = "visit_recorded"
MONTHS_OF_A_YEAR = 12


def is_chronic(case: Case) -> bool:
    """Tell whether the stay is that of a chronic psychiatric patient: by the file, or with no acute day left.

    It is a stay in a psychiatric bed as it was billed, whether the bed itself is paid or not.
    """
    if not any(line.section == HOTEL and bed_kind(line) == PSYCHIATRIC for line in case.lines):
        return False
    return case.fact(COURSE) == CHRONIC or acute_days_left(case) == 0


@rule("VIS-07b", Phase.COVER, VISITS)
def written_in_the_file(case: Case) -> Outcomes:
    """Refuse a psychiatrist's visits in a chronic stay that are not written, stamped and signed in the file."""
    if not is_chronic(case):
        return
    for line in case.lines_in_play(Phase.COVER):
        recorded = line.fact(RECORDED)
        if not is_counted(case, line):
            continue
        if specialty(line) == PSYCHIATRY:
            yield from demand(recorded, RECORDED, line=line)
        elif specialty(line) is None and recorded is not True:
            yield Ask(line, (SPECIALTY,))


@rule("VIS-07a", Phase.QUANTITY, VISITS)
def four_a_month(case: Case) -> Outcomes:
    """Keep four visits of psychiatrists a month; ask for an unknown field where the limit hangs on it."""
    if not is_chronic(case):
        return
    visits = [line for line in live_visits(case) if is_counted(case, line)]
    cut = list(_over_the_limit(case, [line for line in visits if specialty(line) == PSYCHIATRY]))
    yield from cut
    possible = [line for line in visits if specialty(line) in {PSYCHIATRY, None}]
    if list(_over_the_limit(case, possible)) != cut:
        yield from (Ask(line, (SPECIALTY,)) for line in possible if specialty(line) is None)


def _over_the_limit(case: Case, visits: list[CaseLine]) -> Outcomes:
    """Cut dated visits to four of each month, undated ones to what the months of the stay leave."""
    limit = Fraction(case.figure("psychiatric_visits_a_month"))
    months: dict[JalaliMonth, list[CaseLine]] = {}
    for line in by_date(line for line in visits if line.line.day is not None):
        months.setdefault(line.day.jalali_month, []).append(line)
    for lines in months.values():
        yield from keep_first(lines, limit)
    stayed = _months_of_stay(case)
    if stayed is not None:
        dated = sum((min(units(lines), limit) for lines in months.values()), Fraction(0))
        yield from keep_first((line for line in visits if line.line.day is None), limit * stayed - dated)


def _months_of_stay(case: Case) -> int | None:
    """Return how many Jalali months the stay touches, None where a time of it is missing."""
    admitted, discharged = case.claim.admitted_at, case.claim.discharged_at
    if admitted is None or discharged is None:
        return None
    first, last = admitted.day.jalali_month, discharged.day.jalali_month
    return (last.year - first.year) * MONTHS_OF_A_YEAR + last.month - first.month + 1
