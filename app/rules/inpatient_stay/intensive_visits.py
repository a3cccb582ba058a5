"""Article 8, items 8 to 10: visits in ICU and NICU by the resident physician, the ward's officer, the attending."""

from collections.abc import Iterator
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer, all_true, any_true
from app.rules.case import Case, CaseLine, units
from app.rules.general.terms import negated
from app.rules.inpatient_stay.bed_fees import (
    WARD_GRADE,
    bed_fee,
    first_step,
    grades_possible,
    is_priced_by_fees,
)
from app.rules.inpatient_stay.terms import ICU_AND_NICU, ICU_KINDS, VISIT, bed_kind, beds_of_kind
from app.rules.inpatient_stay.visits import (
    ATTENDING,
    ICU_ROLE,
    PERFORMER_ID,
    RESIDENT_PHYSICIAN,
    SPECIALTY,
    VISITS,
    is_counted,
    is_of_ward_officer,
    live_visits,
    specialty,
)
from app.rules.lines import keep_first
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, on, rule, silent

RESIDENT_PRESENT, ICU_BEDS = "resident_physician_present", "icu_beds"
BEDS_UNREAD = "پزشک مقیم و بهای تخت‌های بخش ویژه این سند روشن نیست"

OFFICERS_VISITS = on(sections={VISIT}, where=is_of_ward_officer)


@rule("VIS-08", Phase.EXCLUSION, VISITS)
def visits_of_resident_physician(case: Case) -> Outcomes:
    """Refuse visits of the ward's resident physician, which the bed pays; ask for the part of who may be him."""
    if not beds_of_kind(case, ICU_AND_NICU):
        return
    for line in live_visits(case):
        role, field = line.fact(ICU_ROLE), specialty(line)
        if not is_counted(case, line):
            continue
        if role == RESIDENT_PHYSICIAN:
            yield Reject(line, (ICU_ROLE,))
        elif role is UNKNOWN and field is None:
            yield Ask(line, (SPECIALTY,))
        elif role is UNKNOWN and field in case.figure("icu_officer_specialties"):
            yield Ask(line, (ICU_ROLE,))


@rule("VIS-09", Phase.EXCLUSION, OFFICERS_VISITS)
def visits_of_ward_officer(case: Case) -> Outcomes:
    """Pay the officer of an intensive ward only where no resident physician is there and every bed lost his 30 percent.

    What of that is unknown is asked at the bed itself.
    """
    beds = beds_of_kind(case, ICU_AND_NICU)
    taken_off = all_true(*(_without_the_residents_part(case, bed) for bed in beds))
    visits = [line for line in live_visits(case) if is_of_ward_officer(line)]
    for line in visits:
        field = specialty(line)
        if taken_off is False or _is_of_another_field(case, line):
            yield Reject(line, (ICU_ROLE,))
        elif field is None:
            yield Ask(line, (SPECIALTY,))
        elif taken_off is UNKNOWN:
            yield Ask(line, needs=BEDS_UNREAD)
    if taken_off is UNKNOWN and not all(_is_of_another_field(case, line) for line in visits):
        yield from _ask_at_the_beds(case, beds)


def _is_of_another_field(case: Case, line: CaseLine) -> bool:
    field = specialty(line)
    return field is not None and field not in case.figure("icu_officer_specialties")


def _ask_at_the_beds(case: Case, beds: list[CaseLine]) -> Iterator[Ask]:
    for bed in beds:
        missing = [fact for fact in (RESIDENT_PRESENT, ICU_BEDS, WARD_GRADE) if bed.fact(fact) is UNKNOWN]
        if missing and _without_the_residents_part(case, bed) is UNKNOWN:
            yield Ask(bed, tuple(missing[:1]), marks_lines=False)


def _without_the_residents_part(case: Case, bed: CaseLine) -> Answer:
    """Tell whether a bed has no resident physician and is paid without his 30 percent (BED-15a), or was billed so."""
    many: Answer = False
    if bed_kind(bed) in ICU_KINDS:
        beds = bed.fact(ICU_BEDS)
        many = beds >= case.figure("icu_beds_from") if isinstance(beds, int) else UNKNOWN
    return all_true(negated(bed.fact(RESIDENT_PRESENT)), any_true(many, _billed_without(case, bed)))


def _billed_without(case: Case, bed: CaseLine) -> Answer:
    """Tell whether a bed was billed at no more than its fee less the 30 percent; unknown where its grade decides."""
    fees = [bed_fee(case, bed)]
    if is_priced_by_fees(bed):
        steps = (first_step(case, bed, grade) for grade in grades_possible(case, bed))
        fees = [step.day.exact for step in steps if step]
    percent, days = Fraction(case.figure("special_bed_hotel_percent")), Fraction(bed.line.quantity)
    verdicts = {bed.claimed <= percent / 100 * fee * days for fee in fees if fee is not None}
    return verdicts.pop() if len(verdicts) == 1 else UNKNOWN


@rule("VIS-09", Phase.QUANTITY, OFFICERS_VISITS)
def daily_visit_of_ward_officer(case: Case) -> Outcomes:
    """Keep one visit of the ward's officer for each day in those beds."""
    visits = [line for line in live_visits(case) if is_of_ward_officer(line)]
    yield from keep_first(visits, units(beds_of_kind(case, ICU_AND_NICU)), ICU_ROLE)


@rule("VIS-10a", Phase.EXCLUSION, VISITS)
def attending_who_is_resident_physician(case: Case) -> Outcomes:
    """Refuse visits as the attending of who is the ward's resident physician in the same claim."""
    residents = _resident_physicians(case)
    for line in live_visits(case) if residents else ():
        visitor = line.performer.id if line.performer else None
        if not _counts_as_attending(case, line):
            continue
        if visitor in residents:
            yield Reject(line, (ICU_ROLE,))
        elif visitor is None:
            yield Ask(line, (PERFORMER_ID,))


def _resident_physicians(case: Case) -> set[str]:
    """Return the council numbers of the resident physicians whose visits no earlier phase took out."""
    lines = (line for line in case.lines if line.zeroed_in in {None, Phase.EXCLUSION})
    return {
        line.performer.id
        for line in lines
        if line.section == VISIT
        and line.fact(ICU_ROLE) == RESIDENT_PHYSICIAN
        and line.performer is not None
        and line.performer.id is not None
    }


def _counts_as_attending(case: Case, line: CaseLine) -> bool:
    role = line.fact(ICU_ROLE)
    of_the_ward = specialty(line) in case.figure("icu_officer_specialties")
    return role == ATTENDING or (role is UNKNOWN and not of_the_ward)


silent("VIS-08 and VIS-09 look at other roles than attending, so that these visits stay payable", "VIS-10b")
