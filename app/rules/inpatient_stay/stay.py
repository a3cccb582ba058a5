"""How long a stay was and what it counts as: minutes, bed-days (D), surgical, observed (articles 5 and 6).

D does not depend on what was claimed; what is surgical depends on the lines that are not zero when it is asked.
"""

from dataclasses import dataclass

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case
from app.rules.general.terms import day_of
from app.rules.inpatient_stay.terms import ANESTHESIA, OPERATIONS, count, has_section, is_limited_surgery

ADMISSION_FILE, LEAVE, ORDERED_ON = "admission_file", "leave_days", "discharge_ordered_on"
ROOM_KIND, OUTPATIENT_ROOM = "operating_room_kind", "outpatient"


@dataclass(frozen=True, slots=True)
class Days:
    """The bed-days of a stay: to the discharge, to its order (BED-02b), and less the days of leave (BED-11)."""

    calendar: int
    to_order: int
    due: int


def minutes(case: Case) -> int | None:
    """Return the minutes from admission to discharge, None where a time is missing."""
    admitted, discharged = case.claim.admitted_at, case.claim.discharged_at
    return None if admitted is None or discharged is None else discharged.minutes_since(admitted)


def is_known(case: Case) -> bool:
    """Tell whether both times of the stay are known."""
    return minutes(case) is not None


def is_long(case: Case) -> bool:
    """Tell whether the stay is known to be of more than six hours; exactly six hours are not."""
    return case.once(_is_long)


def _is_long(case: Case) -> bool:
    stayed = minutes(case)
    return stayed is not None and stayed > int(case.figure("stay_minutes_more_than"))


def is_short(case: Case) -> bool:
    """Tell whether the stay is known and not long."""
    return is_known(case) and not is_long(case)


def days_of_stay(case: Case) -> Days | None:
    """Return the bed-days of the stay, None where a time is missing; a stay that is not long has none."""
    return case.once(_days)


def bed_days(case: Case) -> int | None:
    """Return D, the bed-days that are owed at most; None where a time of the stay is missing."""
    days = days_of_stay(case)
    return None if days is None else days.due


def _days(case: Case) -> Days | None:
    admitted, discharged = case.claim.admitted_at, case.claim.discharged_at
    if admitted is None or discharged is None:
        return None
    if not is_long(case):
        return Days(0, 0, 0)
    calendar = _nights(admitted.day, discharged.day)
    to_order = min(calendar, _nights(admitted.day, day_of(case.fact(ORDERED_ON)) or discharged.day))
    leave = int(count(case.fact(LEAVE), 0))
    return Days(calendar, to_order, max(0, to_order - max(0, leave)))


def _nights(admitted: JalaliDate, until: JalaliDate) -> int:
    """Return the whole calendar days of a long stay; one inside a calendar day counts one."""
    return max(1, until.ordinal - admitted.ordinal)


def surgical(case: Case) -> Answer:
    """Tell whether the stay is one of surgery with anesthesia in the operating room (ADM-03).

    Unknown where only the kind of the operating room decides: it is taken as the main one meanwhile.
    """
    if not (has_section(case, OPERATIONS) and has_section(case, {ANESTHESIA})):
        return False
    room = case.fact(ROOM_KIND)
    return UNKNOWN if room is UNKNOWN else room != OUTPATIENT_ROOM


def is_surgical(case: Case) -> bool:
    """Tell whether the stay counts as surgical, an unknown operating room as the main one."""
    return surgical(case) is not False


def is_observed(case: Case) -> bool:
    """Tell whether the claim is settled as observation, whatever its title says (articles 5 and 6, item 16)."""
    if is_surgical(case) or is_limited_surgery(case):
        return False
    file_opened = case.fact(ADMISSION_FILE)
    if case.claim.kind is ClaimKind.TEMPORARY:
        return not (is_long(case) and file_opened is True)
    return is_short(case) or (is_long(case) and file_opened is False)


def without_decision(case: Case) -> bool:
    """Tell whether a long stay ended without a file: no bed and no nursing, but the inpatient share (BED-16b).

    A limited surgery centre is paid neither anyhow, and has a share of its own (LSC-02, LSC-03).
    """
    settled = case.claim.kind is ClaimKind.TEMPORARY or not is_surgical(case)
    without_file = is_long(case) and case.fact(ADMISSION_FILE) is False
    return without_file and settled and not is_limited_surgery(case)
