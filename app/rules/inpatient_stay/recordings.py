"""Article 18: electrocardiograms and cardiac monitoring in a stay."""

from decimal import Decimal
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import SPECIAL_KINDS, WARD, bed_kind, beds_of_kind, own_beds
from app.rules.lines import at_most
from app.rules.outcomes import Ask, Outcomes, Reduce, demand, refuse
from app.rules.pricing import written_quantity
from app.rules.registry import Phase, line_rule, on
from app.rules.tariffs import before_rule, technical_part

ECG, MONITORING = "ecg", "cardiac_monitoring"
ORDERED, TWELVE_LEAD = "ordered_by_physician", "twelve_lead"
INTERPRETED, REPORT = "interpreted_by_physician", "report_attached"
HOURS = "recording_hours"
SAME_IN_ARTICLE_14 = "HIM-03a"
SPECIAL_WARDS = frozenset({"icu", "nicu", "picu", "bicu", "ccu"})
ECGS, MONITORINGS = on(groups={ECG}), on(groups={MONITORING})


def _is_in_a_hospital(case: Case) -> bool:
    return case.submission.provider.kind in case.figure("recording_centres")


@line_rule("REC-01a", Phase.COVER, ECGS)
def ordered_ecg(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a hospital's ECG that the attending physician did not order."""
    if _is_in_a_hospital(case):
        yield from demand(line.fact(ORDERED), ORDERED)


@line_rule("REC-01b", Phase.COVER, ECGS)
def twelve_leads(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an ECG that is not of the standard twelve leads."""
    if _is_in_a_hospital(case):
        yield from demand(line.fact(TWELVE_LEAD), TWELVE_LEAD)


@line_rule("REC-01c", Phase.PRICE, ECGS)
def read_by_a_physician(case: Case, line: CaseLine) -> Outcomes:
    """Pay the technical part alone of an ECG that no physician read; a report in the file counts as a reading.

    Article 14 says the same (HIM-03a); whichever comes second stands beside the first.
    """
    technical = technical_part(case, line)
    if technical is None or not _is_in_a_hospital(case):
        return
    read = _is_read(line)
    if read is False:
        steps = (*technical.steps, before_rule(line))
        beside = SAME_IN_ARTICLE_14 in case.lowered_in(line, Phase.PRICE)
        yield Reduce(line, (INTERPRETED,), to=technical.rial, steps=steps, beside=beside)
    elif read is UNKNOWN and line.amount > technical.rial:
        yield Ask(line, (INTERPRETED,))


def _is_read(line: CaseLine) -> Answer:
    answer = line.fact(INTERPRETED)
    if answer is not UNKNOWN:
        return answer
    return True if line.fact(REPORT) is True else UNKNOWN


@line_rule("REC-02a", Phase.COVER, MONITORINGS)
def long_enough(case: Case, line: CaseLine) -> Outcomes:
    """Refuse cardiac monitoring of less than eight hours; exactly eight are enough."""
    hours = line.fact(HOURS)
    enough = UNKNOWN if hours is UNKNOWN else _hours(hours) >= case.figure("monitoring_least_hours")
    yield from demand(enough, HOURS)


@line_rule("REC-02b", Phase.EXCLUSION, MONITORINGS)
def not_in_special_wards(case: Case, line: CaseLine) -> Outcomes:
    """Refuse cardiac monitoring in a special ward, whose bed holds it; beside other beds its place is asked for."""
    if not beds_of_kind(case, SPECIAL_KINDS):
        return
    ward = line.fact(WARD)
    if all(bed_kind(bed) in SPECIAL_KINDS for bed in own_beds(case)):
        yield from refuse(True)
    else:
        yield from refuse(UNKNOWN if ward is UNKNOWN else ward in SPECIAL_WARDS, WARD)


@line_rule("REC-02c", Phase.QUANTITY, MONITORINGS)
def one_unit_a_day(case: Case, line: CaseLine) -> Outcomes:
    """Keep one unit for each whole 24 hours, and one for a rest of at least eight."""
    if line.fact(HOURS) is UNKNOWN:
        return
    hours, span = _hours(line.fact(HOURS)), Fraction(case.figure("monitoring_unit_hours"))
    whole, rest = divmod(hours, span)
    due = whole + (1 if rest >= case.figure("monitoring_least_hours") else 0)
    expression = f"{number(int(due))} واحد برای {number(written_quantity(hours))} ساعت"
    step = Step("واحد قابل محاسبه", expression)
    yield from at_most(line, due, HOURS, steps=(step,))


def _hours(answer: Answer) -> Fraction:
    return Fraction(answer) if isinstance(answer, (int, Decimal)) else Fraction(0)
