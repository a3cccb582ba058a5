"""Section 1, items 2 and 3: one admission and sampling fee for a prescription, and that of small children."""

from app.domain.facts import UNKNOWN, Answer, all_true, any_true
from app.rules.case import Case, CaseLine
from app.rules.laboratory.terms import (
    ADMISSION,
    ADMISSIONS,
    BLOOD_ADMISSION,
    CHILD_ADMISSION,
    REDRAW,
    SAMPLE,
    is_test,
    sample_of,
)
from app.rules.lines import dearest_first, keep_first
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.pricing import price_of_line_as
from app.rules.registry import Phase, line_rule, on, rule
from app.rules.tariffs import priced_as, worth_more

BLOOD = "blood"


@rule("LAB-02a", Phase.QUANTITY, ADMISSIONS)
def one_admission_a_prescription(case: Case) -> Outcomes:
    """Keep one unit of all admissions of the prescription, the dearest, even where blood and tissue are both on it."""
    yield from keep_first(dearest_first(case, _admissions(case)), 1)


@rule("LAB-02c", Phase.QUANTITY, ADMISSIONS, late=True)
def admission_without_test(case: Case) -> Outcomes:
    """Refuse the admissions where nothing else of the claim is payable; what is in question counts as payable."""
    if all(line.amount == 0 or line.group in {ADMISSION, REDRAW} for line in case.live_lines):
        yield from (Reject(line) for line in _admissions(case))


@line_rule("LAB-02d", Phase.COVER, on(groups={REDRAW}))
def drawing_of_outpatients(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse a repeated drawing of an outpatient: it is inside the tariff of the test."""
    yield Reject()


def _admissions(case: Case) -> list[CaseLine]:
    return [line for line in case.live_lines if line.group == ADMISSION]


@rule("LAB-03", Phase.QUANTITY, on(codes={CHILD_ADMISSION}))
def sampling_of_small_children(case: Case) -> Outcomes:
    """Pay the children's fee in place of the ordinary one where blood was drawn from a child below five.

    Where it is not due, it has the ordinary price, or none where the ordinary fee is billed as well.
    """
    ordinary = [line for line in case.live_lines if line.code == BLOOD_ADMISSION]
    children = [line for line in case.live_lines if line.code == CHILD_ADMISSION]
    due = {line.no: _is_due(case, line) for line in children}
    if any(answer is True for answer in due.values()):
        yield from (Reject(line) for line in ordinary)
    for line in children:
        if due[line.no] is False:
            yield from [Reject(line)] if ordinary else priced_as(case, line, BLOOD_ADMISSION)
        elif due[line.no] is UNKNOWN and _loses_otherwise(case, line, ordinary):
            yield Ask(line, _missing(case))


def _is_due(case: Case, line: CaseLine) -> Answer:
    birth = case.claim.patient.birth_date
    small = UNKNOWN if birth is None else line.day.years_since(birth) < case.figure("child_sampling_age")
    return all_true(small, _blood_drawn(case, line))


def _blood_drawn(case: Case, line: CaseLine) -> Answer:
    """Tell whether a live test is made from blood; where none tells, the admission's own sample decides."""
    samples = [sample_of(test) for test in case.live_lines if is_test(test)]
    of_tests = any_true(*(sample if sample is UNKNOWN else sample == BLOOD for sample in samples))
    own = line.fact(SAMPLE)
    return own == BLOOD if of_tests is UNKNOWN and own is not UNKNOWN else of_tests


def _missing(case: Case) -> tuple[str, ...]:
    return ("birth_date",) if case.claim.patient.birth_date is None else (SAMPLE,)


def _loses_otherwise(case: Case, line: CaseLine, ordinary: list[CaseLine]) -> bool:
    return bool(ordinary) or worth_more(case, line, price_of_line_as(case, line, BLOOD_ADMISSION))
