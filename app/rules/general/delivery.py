"""Items 20 to 24: when the documents of a month are delivered, and how long a centre may object.

Lateness is told and costs nothing up to three months after the month of service; later documents are refused.
"""

from app.domain.dates import ESFAND, JalaliDate
from app.domain.deadlines import HOSPITAL, OUTPATIENT_DAY_FIGURE, delivery_deadline
from app.rules.case import Case
from app.rules.general.terms import day_of, day_step
from app.rules.outcomes import Note, Outcomes, Reject
from app.rules.registry import Phase, Place, remark, rule

COMBINED = "cumulative_delivery"


def is_hospital(case: Case) -> bool:
    """Tell whether a hospital submits; its outpatient documents have the hospital's deadline too."""
    return case.submission.provider.kind == HOSPITAL


def is_combined(case: Case) -> bool:
    """Tell whether the office planned to take several months of this centre together; unknown means not."""
    return case.fact(COMBINED) is True


def is_esfand(case: Case) -> bool:
    """Tell whether the request is for Esfand, the last month of the year."""
    return case.submission.month.month == ESFAND


def usual_deadline(case: Case, *, further_months: int = 0, hospital: bool = False) -> JalaliDate:
    """Return the deadline of a centre's documents, or of those that it delivers some months later with others."""
    month = case.submission.month.plus(further_months)
    return delivery_deadline(month, hospital=hospital, outpatient_day=case.figure(OUTPATIENT_DAY_FIGURE))


def late(case: Case, deadline: JalaliDate) -> Outcomes:
    """Note a delivery after its deadline; the day itself is in time, an unknown day of delivery says nothing."""
    delivered = case.submission.delivered_on
    if case.is_contracted and delivered is not None and delivered > deadline:
        yield Note(steps=(day_step("مهلت تحویل", deadline), day_step("روز تحویل", delivered)))


@rule("GEN-21", Phase.ADMISSIBILITY)
def late_outpatient_documents(case: Case) -> Outcomes:
    """Note an outpatient centre's documents after the 15th of the next month."""
    if not is_hospital(case) and not is_esfand(case) and not is_combined(case):
        yield from late(case, usual_deadline(case))


@rule("GEN-21a", Phase.ADMISSIBILITY)
def late_hospital_bills(case: Case) -> Outcomes:
    """Note a hospital's documents after the end of the next month; combining months is for small centres only."""
    if is_hospital(case) and not is_esfand(case):
        yield from late(case, usual_deadline(case, hospital=True))


@rule("GEN-21b", Phase.ADMISSIBILITY)
def late_documents_of_esfand(case: Case) -> Outcomes:
    """Note anybody's documents of Esfand after the end of Farvardin (note 2)."""
    if is_esfand(case) and not is_combined(case):
        yield from late(case, usual_deadline(case))


@rule("GEN-21c", Phase.ADMISSIBILITY)
def late_combined_documents(case: Case) -> Outcomes:
    """Note combined documents later than the deadline of the last of the three months (note 1)."""
    if is_combined(case) and not is_hospital(case):
        yield from late(case, usual_deadline(case, further_months=case.figure("combined_delivery_months")))


@rule("GEN-22d", Phase.ADMISSIBILITY)
def held_back(case: Case) -> Outcomes:
    """Refuse documents delivered after the third month that follows the month of service."""
    last_day = case.submission.month.plus(case.figure("held_back_months")).last_day
    delivered = case.submission.delivered_on
    if case.is_contracted and delivered is not None and delivered > last_day:
        yield Reject(steps=(day_step("آخرین روز پذیرش اسناد", last_day), day_step("روز تحویل", delivered)))


@rule("GEN-24", Phase.SHARES)
def time_to_object(case: Case) -> Outcomes:
    """Note the last day on which the centre may object to a performance report that it has received."""
    last_day = _last_day_to_object(case)
    if case.is_contracted and last_day is not None:
        yield Note(facts=("report_received_on",), steps=(day_step("آخرین روز اعتراض", last_day),))


@rule("GEN-24a", Phase.SHARES)
def objection_out_of_time(case: Case) -> Outcomes:
    """Note an objection after the fifteenth day; that day is still in time."""
    last_day, objected = _last_day_to_object(case), day_of(case.fact("objection_on"))
    if last_day is not None and objected is not None and objected > last_day:
        steps = (day_step("آخرین روز اعتراض", last_day), day_step("روز اعتراض", objected))
        yield Note(facts=("report_received_on", "objection_on"), steps=steps)


def _last_day_to_object(case: Case) -> JalaliDate | None:
    received = day_of(case.fact("report_received_on"))
    return received.plus_days(case.figure("objection_days")) if received else None


def _is_combined_line(case: Case, _line: object) -> bool:
    return is_combined(case)


remark("GEN-20", Place.RULE_BOOK)
remark("GEN-21d", Place.CLAIM, concerns=_is_combined_line)
remark("GEN-24b", Place.RULE_BOOK)
