"""Article 19: haemodialysis, acute and chronic, and peritoneal dialysis (also of outpatients)."""

from collections.abc import Iterator
from fractions import Fraction

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliMonth
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import DRUG, SUPPLY
from app.rules.inpatient_stay.visits import SPECIALTY, by_date, specialty
from app.rules.lines import keep_first
from app.rules.outcomes import Ask, Outcomes, Reduce, Refer, demand
from app.rules.past import past_of_group
from app.rules.persons import one_of
from app.rules.pricing import price_of_code, written_quantity
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent
from app.rules.tariffs import before_rule, no_price, priced_as, worth_more

ACUTE, CHRONIC = "dialysis_acute", "dialysis_chronic"
PERITONEAL, MANAGEMENT = "peritoneal_dialysis", "peritoneal_management"
CHRONIC_SESSION = "900145"
DIALYSIS_SECTION, DIALYSIS_PATIENT = "dialysis", "dialysis"
COURSE, CHRONIC_COURSE = "renal_failure_course", "chronic"
ASSESSED = "session_assessed"
REPEATED = "دیالیز صفاقی در یک ماه بیش از یک بار آمده است و باید با بسته بیماران خاص سنجیده شود"


def lines_of(case: Case, group: str) -> list[CaseLine]:
    """Return the live lines of a group by date, undated ones last, then by number."""
    return by_date(line for line in case.live_lines if line.group == group)


@line_rule("DLZ-02b", Phase.ADMISSIBILITY, on(groups={CHRONIC}))
def session_without_assessment(_case: Case, line: CaseLine) -> Outcomes:
    """Tell the supervision office about a session without the physician's assessment; no amount hangs on it."""
    if line.fact(ASSESSED) is False:
        yield Refer(facts=(ASSESSED,))


@line_rule("DLZ-03c", Phase.COVER, on(groups={MANAGEMENT}))
def managed_by_a_nephrologist(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the management of peritoneal dialysis by anybody but a nephrologist."""
    field, asked = specialty(line), SPECIALTY
    if field is None and case.claim.kind is ClaimKind.PHYSICIAN_SERVICE:
        field, asked = case.prescriber.specialty, "prescriber.specialty"
    yield from demand(one_of(field, case.figure("peritoneal_managers")), asked)


@rule("DLZ-03a", Phase.QUANTITY, on(groups={PERITONEAL}))
def repeated_in_a_month(case: Case) -> Outcomes:
    """Ask about peritoneal dialyses of a patient beyond the first of a month; nothing is cut."""
    for lines, left in _months(case, PERITONEAL):
        seen = Fraction(0)
        for line in lines:
            seen += line.quantity
            if seen > left:
                yield Ask(line, needs=REPEATED)


@rule("DLZ-03b", Phase.QUANTITY, on(groups={MANAGEMENT}))
def managed_once_a_month(case: Case) -> Outcomes:
    """Keep one management of peritoneal dialysis of a patient in a month."""
    for lines, left in _months(case, MANAGEMENT):
        yield from keep_first(lines, left)


def _months(case: Case, group: str) -> Iterator[tuple[list[CaseLine], Fraction]]:
    """Yield the lines of a group by month, each month with the units that its history leaves."""
    months: dict[JalaliMonth, list[CaseLine]] = {}
    for line in lines_of(case, group):
        months.setdefault(line.day.jalali_month, []).append(line)
    limit = Fraction(case.figure("peritoneal_units_a_month"))
    for month, lines in months.items():
        paid = (row.quantity for row, _service in past_of_group(case, group) if row.day.jalali_month == month)
        yield lines, max(Fraction(0), limit - sum(map(Fraction, paid), Fraction(0)))


@line_rule("DLZ-01c", Phase.PRICE, on(groups={ACUTE}), ahead_of="DLZ-01b")
def acute_failure_only(case: Case, line: CaseLine) -> Outcomes:
    """Pay the acute code at the chronic price for a dialysis patient, or a failure that the file calls chronic."""
    course = case.fact(COURSE)
    if DIALYSIS_PATIENT in case.claim.patient.conditions or course == CHRONIC_COURSE:
        yield from priced_as(case, line, CHRONIC_SESSION, *((COURSE,) if course is not UNKNOWN else ()))
    elif course is UNKNOWN and acute_units(case)[line.no] > 0 and worth_more_than_chronic(case, line):
        yield Ask(line, (COURSE,))


def worth_more_than_chronic(case: Case, line: CaseLine) -> bool:
    """Tell whether sessions stand above the price of as many chronic ones."""
    one = price_of_code(case, line, CHRONIC_SESSION)
    return worth_more(case, line, one.times(line.quantity) if one else None)


@rule("DLZ-01b", Phase.PRICE, on(groups={ACUTE}))
def six_acute_sessions(case: Case) -> Outcomes:
    """Pay the sessions of a patient after the sixth at the chronic price; the whole known history counts."""
    acute = acute_units(case)
    for line in lines_of(case, ACUTE):
        if acute[line.no] < line.quantity:
            yield from _partly_chronic(case, line, acute[line.no])


def acute_units(case: Case) -> dict[int, Fraction]:
    """Return by line how many of its sessions are among the first six of the patient."""
    limit = Fraction(case.figure("acute_dialysis_sessions"))
    before = sum((Fraction(row.quantity) for row, _service in past_of_group(case, ACUTE)), Fraction(0))
    found = {}
    for line in lines_of(case, ACUTE):
        found[line.no] = max(Fraction(0), min(line.quantity, limit - before))
        before += line.quantity
    return found


def _partly_chronic(case: Case, line: CaseLine, acute: Fraction) -> Outcomes:
    own, chronic = price_of_code(case, line, line.code or ""), price_of_code(case, line, CHRONIC_SESSION)
    if own is None:
        return
    if chronic is None:
        yield Ask(line, needs=no_price(CHRONIC_SESSION))
        return
    further = line.quantity - acute
    parts = (("جلسه‌های حاد", acute, own), ("جلسه‌های بیش از شمار حاد، با تعرفه مزمن", further, chronic))
    steps = [
        Step(caption, f"{number(written_quantity(many))} × {rials(one.rial)}", one.times(many).rial)
        for caption, many, one in parts
        if many
    ]
    total = own.exact * acute + chronic.exact * further
    yield Reduce(line, to=round_half_up(total), steps=(*steps, before_rule(line)))


silent("the relative value of 900140 is 17 and GEN-15e pays it at the public K, in private centres too", "DLZ-01a")
silent("the relative value of 900145 is 15 and GEN-15e pays it at the public K, in private centres too", "DLZ-02a")
remark(
    "DLZ-04",
    Place.CLAIM,
    on(sections={DRUG, SUPPLY}),
    concerns=lambda case, _line: any(line.section == DIALYSIS_SECTION for line in case.lines),
)
