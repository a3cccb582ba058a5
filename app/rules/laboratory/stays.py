"""Section 1, item 1, and inpatient article 15: admission, repeated drawing and the papers of tests in a stay."""

from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine, units
from app.rules.laboratory.terms import ADMISSIONS, REDRAW, TESTS
from app.rules.lines import keep_first
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.registry import Phase, line_rule, on, rule

REDRAWS = on(groups={REDRAW})
DRAWING_DAYS = "repeat_draw_days"
BLOOD_SAMPLES = frozenset({"blood", "child_blood"})


@line_rule("LAB-13a", Phase.COVER, TESTS)
def ordered_in_the_ward(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a test of a stay without the treating physician's order; admission and drawing need none."""
    yield from demand(line.fact("ordered_by_physician"), "ordered_by_physician")


@line_rule("LAB-13b", Phase.COVER, TESTS)
def result_in_the_file(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a test of a stay without its result sheet."""
    yield from demand(line.fact("report_attached"), "report_attached")


@rule("LAB-01a", Phase.QUANTITY, ADMISSIONS)
def one_admission_a_stay(case: Case) -> Outcomes:
    """Keep the first unit of the admissions for blood, in the order of dates and lines."""
    lines = [line for line in case.live_lines if line.attribute("admission_for") in BLOOD_SAMPLES]
    yield from keep_first(sorted(lines, key=lambda line: (line.day, line.no)), 1)


def _redraws(case: Case) -> list[CaseLine]:
    return sorted((line for line in case.live_lines if line.group == REDRAW), key=lambda line: line.no)


@rule("LAB-01b", Phase.QUANTITY, REDRAWS)
def one_drawing_a_day(case: Case) -> Outcomes:
    """Keep one repeated drawing for each day after that of admission; undated ones fill the days that are left."""
    admitted, discharged = case.claim.admitted_at, case.claim.discharged_at
    if admitted is None:
        return
    dated = [line for line in _redraws(case) if line.line.day is not None]
    too_early = [line for line in dated if line.day <= admitted.day]
    yield from (Reject(line) for line in too_early)
    by_day: dict[JalaliDate, list[CaseLine]] = {}
    for line in dated:
        if line not in too_early:
            by_day.setdefault(line.day, []).append(line)
    for lines in by_day.values():
        yield from keep_first(lines, 1)
    if discharged is not None:
        taken = sum((min(units(lines), Fraction(1)) for lines in by_day.values()), Fraction(0))
        days = discharged.day.ordinal - admitted.day.ordinal
        yield from keep_first((line for line in _redraws(case) if line.line.day is None), days - taken)


@rule("LAB-12", Phase.QUANTITY, REDRAWS)
def drawing_in_the_record(case: Case) -> Outcomes:
    """Cut undated drawings to the days on which the record has one; a dated line is itself the record."""
    undated = [line for line in _redraws(case) if line.line.day is None]
    days = case.fact(DRAWING_DAYS)
    if isinstance(days, int):
        yield from keep_first(undated, days, DRAWING_DAYS)
    elif days is UNKNOWN:
        yield from (Ask(line, (DRAWING_DAYS,)) for line in undated)
