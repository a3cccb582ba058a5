"""Article 15: tests in a stay, the one admission of the laboratory, and drawings from the second day on."""

from fractions import Fraction

from app.rules.case import Case, CaseLine
from app.rules.laboratory.terms import ADMISSION, REDRAW
from app.rules.outcomes import Keep, Outcomes, Reduce, Reject, demand
from app.rules.registry import Phase, line_rule, on, rule

LABORATORY_SECTIONS = frozenset({"lab", "pathology"})
ORDERED, RESULT = "ordered_by_physician", "report_attached"
TESTS = on(sections=LABORATORY_SECTIONS, where=lambda line: line.group not in {ADMISSION, REDRAW})
SAME_ADMISSION, SAME_DRAWING = "LAB-01a", "LAB-01b"


@line_rule("HLB-01a", Phase.COVER, TESTS)
def ordered_by_the_attending(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a test that the attending physician did not order."""
    yield from demand(line.fact(ORDERED), ORDERED)


@line_rule("HLB-01b", Phase.COVER, TESTS)
def with_its_result(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a test without its result."""
    yield from demand(line.fact(RESULT), RESULT)


@rule("HLB-02", Phase.QUANTITY, on(groups={ADMISSION}))
def one_admission_of_the_laboratory(case: Case) -> Outcomes:
    """Keep the first admission of the laboratory in a stay, by date, undated ones first, then by number.

    The laboratory part says the same (LAB-01a): what it took is cited beside it.
    """
    left = Fraction(case.figure("laboratory_admissions_of_a_stay"))
    for line in sorted(
        _admissions(case), key=lambda line: (_is_refused(case, line), line.line.day is not None, line.day, line.no)
    ):
        cut_before = _is_refused(case, line) or SAME_ADMISSION in case.lowered_in(line, Phase.QUANTITY)
        claimed = Fraction(line.line.quantity) if cut_before else line.quantity
        kept = min(left, claimed)
        left -= kept
        if kept <= 0 < claimed:
            yield Reject(line, beside=cut_before)
        elif kept < line.quantity:
            yield Keep(line, units=kept)
        elif cut_before:
            yield Reduce(line, to=line.amount, insurer_only=line.insurer_only, beside=True)


def _admissions(case: Case) -> list[CaseLine]:
    lines = (line for line in case.lines if line.group == ADMISSION)
    return [line for line in lines if line.zeroed_in is None or _is_refused(case, line)]


def _is_refused(case: Case, line: CaseLine) -> bool:
    return case.rejected_by(line, SAME_ADMISSION)


@rule("HLB-03", Phase.QUANTITY, on(groups={ADMISSION}))
def drawing_of_the_first_day(case: Case) -> Outcomes:
    """Refuse a drawing on the day of admission beside the laboratory's admission, which holds it.

    It looks at what the laboratory part leaves, which pays one drawing a day (LAB-01b), and is cited beside that.
    """
    admitted = case.claim.admitted_at
    for line in case.lines:
        refused_before = case.rejected_by(line, SAME_DRAWING)
        in_play = line.zeroed_in is None or refused_before
        if admitted is not None and line.group == REDRAW and in_play and line.line.day == admitted.day:
            yield Reject(line, beside=refused_before)
