"""Article 6, cover: which beds can have bed-days at all, and what must be read of them (BED-01 to 08, 12b, 13).

Limited surgery centres have no beds that are paid: article 21 speaks there, and these rules are silent (LSC-02).
"""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.bed_fees import worth_of
from app.rules.inpatient_stay.hospitals import WARD_APPROVED
from app.rules.inpatient_stay.stay import is_short
from app.rules.inpatient_stay.terms import (
    BED_KIND,
    COMPANION,
    EMERGENCY,
    HOTEL,
    PSYCHIATRIC,
    UNLISTED,
    bed_kind,
    count,
    is_limited_surgery,
    own_beds,
)
from app.rules.outcomes import Ask, Outcomes, Reject, refuse
from app.rules.registry import Phase, line_rule, on, rule, silent

BEDS = on(sections={HOTEL})
HOURS, CUSTODIAL = "hours_in_bed", "custodial"
NO_TIME = {"admitted_at": "تاریخ و ساعت پذیرش", "discharged_at": "تاریخ و ساعت ترخیص"}


@line_rule("BED-01b", Phase.COVER, BEDS)
def approved_ward(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a bed of a ward that is not approved; only emergency and unlisted wards are asked about."""
    if is_limited_surgery(case):
        return
    approved = line.fact(WARD_APPROVED)
    if approved is False:
        yield Reject(facts=(WARD_APPROVED,))
    elif approved is UNKNOWN and bed_kind(line) in {EMERGENCY, UNLISTED}:
        yield Ask(facts=(WARD_APPROVED,))


@line_rule("BED-02c", Phase.COVER, BEDS)
def times_missing(case: Case, _line: CaseLine) -> Outcomes:
    """Ask for the time of admission or discharge that the claim leaves out; the days stand as claimed."""
    missing = [name for field, name in NO_TIME.items() if getattr(case.claim, field) is None]
    if missing and not is_limited_surgery(case):
        yield Ask(needs=f"{' و '.join(missing)} در صورت‌حساب نیست")


@line_rule("BED-03a", Phase.COVER, BEDS)
def kind_not_read(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the kind of a bed that nobody read; the claimed amount stands."""
    if bed_kind(line) is UNKNOWN and not is_limited_surgery(case):
        yield Ask(facts=(BED_KIND,))


@line_rule("BED-05", Phase.COVER, BEDS)
def short_lodging(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse every bed of a stay of six hours or less, the newborn's and a surgical one too."""
    if is_short(case) and not is_limited_surgery(case):
        yield Reject()


@line_rule("BED-13", Phase.COVER, BEDS)
def companions_bed(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the companion's bed."""
    if bed_kind(line) == COMPANION and not is_limited_surgery(case):
        yield Reject()


@rule("BED-12b", Phase.ADMISSIBILITY, BEDS)
def custodial_patient(case: Case) -> Outcomes:
    """Refuse a claim with a psychiatric bed whose patient is only kept, not treated."""
    beds = (line for line in case.lines if line.section == HOTEL)
    if any(bed_kind(line) == PSYCHIATRIC for line in beds) and not is_limited_surgery(case):
        yield from refuse(case.fact(CUSTODIAL), CUSTODIAL)


@rule("BED-08", Phase.EXCLUSION, BEDS)
def two_beds_in_a_day(case: Case) -> Outcomes:
    """Keep one of several kinds of bed on one date: the dearest in which the patient lay more than six hours."""
    by_date: dict[object, list[CaseLine]] = {}
    for line in own_beds(case):
        if line.line.day is not None and bed_kind(line) is not UNKNOWN:
            by_date.setdefault(line.line.day, []).append(line)
    for lines in by_date.values():
        if len({bed_kind(line) for line in lines}) > 1:
            yield from _keep_one(case, _dearest_first(case, lines))


def _keep_one(case: Case, beds: list[CaseLine]) -> Outcomes:
    """Keep the first bed of more than six hours, without any the cheapest; unknown hours of a dearer one are asked for.

    The cheapest stays whatever its hours, so that these are never asked for.
    """
    least = int(case.figure("second_bed_hours_more_than"))
    for place, bed in enumerate(beds):
        hours = bed.fact(HOURS)
        if hours is not UNKNOWN and count(hours, 0) <= least and place + 1 < len(beds):
            continue
        if hours is UNKNOWN and bed_kind(bed) != bed_kind(beds[-1]):
            yield Ask(bed, (HOURS,))
        yield from (Reject(other, (HOURS,)) for other in beds if other is not bed)
        return


def _dearest_first(case: Case, beds: list[CaseLine]) -> list[CaseLine]:
    return sorted(sorted(beds, key=lambda bed: bed.no), key=lambda bed: worth_of(case, bed), reverse=True)


silent("carried out by the bed-days of a stay: a long one inside a day counts one", "BED-01")
