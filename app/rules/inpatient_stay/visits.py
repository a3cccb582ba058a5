"""The visits of a stay: their kind, which of them are counted, and what one of a kind costs (article 8).

The kind of a visit is that of its pack row, else the fact, else what its date says: the first day, the day of
discharge, a later day. A visit without any of these is billed in one sum with others (VIS-12) and counts as one of a
later day.
"""

from collections.abc import Iterable

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.money import Rial
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.general.terms import day_of
from app.rules.inpatient_stay.stay import ORDERED_ON
from app.rules.inpatient_stay.terms import VISIT
from app.rules.registry import on

VISIT_KIND, ICU_ROLE = "visit_kind", "icu_role"
FIRST_DAY, NEXT_DAY, DISCHARGE = "first_day", "next_day", "discharge"
NEWBORN_FIRST, ANESTHESIA_CLINIC = "newborn_first", "anesthesia_clinic"
COMPREHENSIVE, LIMITED, CRITICAL_CARE = "emergency_comprehensive", "emergency_limited", "critical_care"
COUNTED = frozenset({FIRST_DAY, NEXT_DAY, DISCHARGE})
DAILY = frozenset({FIRST_DAY, NEXT_DAY})
ATTENDING, RESIDENT_PHYSICIAN, WARD_OFFICER = "attending", "resident_physician", "ward_officer"
SPECIALTY, QUALIFICATION, PERFORMER_ID = "performer.specialty", "performer.qualification", "performer.id"
ANESTHESIOLOGY, PSYCHIATRY = "anesthesiology", "psychiatry"

VISITS = on(sections={VISIT})
FEE_KEYS = {
    FIRST_DAY: "visit/inpatient/first_day",
    NEXT_DAY: "visit/inpatient/next_day",
    DISCHARGE: "visit/inpatient/discharge",
    NEWBORN_FIRST: "visit/inpatient/newborn_first",
    COMPREHENSIVE: "visit/emergency/comprehensive",
    LIMITED: "visit/emergency/limited",
    CRITICAL_CARE: "visit/critical_care",
}


def kind_by_row_or_fact(line: CaseLine) -> str | None:
    """Return the kind of a visit where its pack row or a fact says it."""
    kind = line.attribute("visit_kind") or line.fact(VISIT_KIND)
    return None if kind is UNKNOWN else str(kind)


def visit_kind(case: Case, line: CaseLine) -> str:
    """Return the kind of a visit; one without kind and date counts as one of a later day."""
    return kind_by_row_or_fact(line) or _kind_by_date(case, line.line.day)


def _kind_by_date(case: Case, day: JalaliDate | None) -> str:
    admitted = case.claim.admitted_at
    if day is not None and admitted is not None and day == admitted.day:
        return FIRST_DAY
    return DISCHARGE if day is not None and day == discharge_day(case) else NEXT_DAY


def discharge_day(case: Case) -> JalaliDate | None:
    """Return the day of discharge: that of its order where that is known to be earlier (BED-02b)."""
    discharged, ordered = case.claim.discharged_at, day_of(case.fact(ORDERED_ON))
    if discharged is None:
        return None
    return discharged.day if ordered is None else min(discharged.day, ordered)


def is_in_one_sum(line: CaseLine) -> bool:
    """Tell whether a line holds visits billed in one sum: without code, kind and date (VIS-12)."""
    return line.section == VISIT and line.code is None and line.line.day is None and kind_by_row_or_fact(line) is None


def by_number(lines: Iterable[CaseLine]) -> list[CaseLine]:
    """Return lines in the order of their numbers."""
    return sorted(lines, key=lambda line: line.no)


def by_date(lines: Iterable[CaseLine]) -> list[CaseLine]:
    """Return lines in the order of their dates, undated ones last, then of their numbers."""
    return sorted(lines, key=lambda line: (line.line.day is None, line.day, line.no))


def live_visits(case: Case) -> list[CaseLine]:
    """Return the visits that are not zero, by number."""
    return by_number(line for line in case.live_lines if line.section == VISIT)


def visits_of_kind(case: Case, kind: str) -> list[CaseLine]:
    """Return the visits of a kind that are not zero, by number."""
    return [line for line in live_visits(case) if visit_kind(case, line) == kind]


def is_counted(case: Case, line: CaseLine) -> bool:
    """Tell whether a visit is one of the first, a later or the last day."""
    return line.section == VISIT and visit_kind(case, line) in COUNTED


def is_of_ward_officer(line: CaseLine) -> bool:
    """Tell whether a visit is that of the officer of an intensive ward, which has a clause of its own (VIS-09)."""
    return line.fact(ICU_ROLE) == WARD_OFFICER


def limited_visits(case: Case) -> list[CaseLine]:
    """Return the counted visits to which the limits of days look: those of a ward's officer aside."""
    return [line for line in live_visits(case) if is_counted(case, line) and not is_of_ward_officer(line)]


def specialty(line: CaseLine) -> str | None:
    """Return the specialty of who made a visit or consultation, None where the claim leaves it out."""
    return (line.performer or NOBODY).specialty


def fee_of_kind(case: Case, kind: str) -> Rial | None:
    """Return the fee of one visit of a kind on the day of admission, None where the packs have none."""
    key = FEE_KEYS.get(kind)
    fee = case.fee(key, case.day) if key else None
    return fee.rial if fee else None
