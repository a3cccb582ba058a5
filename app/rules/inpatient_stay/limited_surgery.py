"""Article 21: limited surgery centres, their list of operations and what they are not paid."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import GLOBAL, HOTEL, NURSING, SURGERY, is_limited_surgery
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject, demand
from app.rules.registry import Phase, line_rule, on, silent

ON_LIST, LISTED, APPROVED = "limited_surgery", "limited_surgery_listed", "insurer_approved"
DELIVERY, MIDWIFE = "delivery", "midwife"
SURGERIES = on(sections={SURGERY})
GRADES = ("grade1", "grade2", "grade3")


def _is_on_the_list(line: CaseLine) -> Answer:
    """Tell whether an operation is on the ministry's list: by its pack row, else by what a person found."""
    by_row = line.attribute(ON_LIST)
    return line.fact(LISTED) if by_row is None else bool(by_row)


@line_rule("LSC-01a", Phase.COVER, SURGERIES)
def on_the_ministrys_list(case: Case, line: CaseLine) -> Outcomes:
    """Ask whether an operation is on the list, unless the insurer approved it all the same."""
    if is_limited_surgery(case) and _is_on_the_list(line) is UNKNOWN and case.fact(APPROVED) is not True:
        yield Ask(facts=(LISTED,))


@line_rule("LSC-01b", Phase.COVER, SURGERIES)
def outside_the_list(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an operation outside the list that the insurer did not approve."""
    if is_limited_surgery(case) and _is_on_the_list(line) is False:
        yield from demand(case.fact(APPROVED), APPROVED)


@line_rule("LSC-02", Phase.COVER, on(sections={HOTEL, NURSING}))
def no_bed_days(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse beds and nursing of a limited surgery centre, however long the stay."""
    if is_limited_surgery(case):
        yield Reject()


@line_rule("LSC-02", Phase.PRICE, on(sections={GLOBAL}))
def no_bed_days_in_the_sum(case: Case, line: CaseLine) -> Outcomes:
    """Stand beside the price of a global sum out of which the stay was taken (GLO-02b), for no further rial."""
    if is_limited_surgery(case) and case.lowered_in(line, Phase.PRICE) and _holds_the_stay(case, line):
        yield Reduce(line, to=line.amount, insurer_only=line.insurer_only, beside=True)


def _holds_the_stay(case: Case, line: CaseLine) -> bool:
    """Tell whether the packs say what of a global sum is the stay; a midwife's birth has no sum (SUR-OBS-04)."""
    if line.group == DELIVERY and line.performer is not None and line.performer.qualification == MIDWIFE:
        return False
    fees = (case.fee(f"global/{line.code}/{grade}", case.day) for grade in GRADES)
    return any(fee is not None and "hotel" in fee.attributes for fee in fees)


silent("the row of shares of limited surgery centres is chosen by SHR-05", "LSC-03")
