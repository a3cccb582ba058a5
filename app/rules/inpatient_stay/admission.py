"""Article 5 and article 6, item 16: what is inpatient, what is observation (ADM-…, BED-16a, BED-16b)."""

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.stay import (
    ADMISSION_FILE,
    ROOM_KIND,
    is_long,
    is_short,
    is_surgical,
    surgical,
    without_decision,
)
from app.rules.inpatient_stay.stay_shares import care_of
from app.rules.inpatient_stay.terms import (
    HOTEL,
    LIMITED_SURGERY_CENTRE,
    NURSING,
    VISIT,
    has_section,
    is_limited_surgery,
)
from app.rules.outcomes import Ask, Note, Outcomes, Refer, Reject
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent
from app.rules.shares import share_of

BEDS_AND_NURSING = on(sections={HOTEL, NURSING})
OBSERVING = frozenset({"hospital", LIMITED_SURGERY_CENTRE})


@rule("ADM-01", Phase.ADMISSIBILITY)
def short_stay(case: Case) -> Outcomes:
    """Note that an inpatient claim of six hours or less without surgery takes the share of an observation."""
    if is_short(case) and not is_limited_surgery(case) and not is_surgical(case):
        yield Note()


@rule("ADM-02", Phase.ADMISSIBILITY)
def stay_without_file(case: Case) -> Outcomes:
    """Note that a long medical stay without a file is handled as an observation without a decision (BED-16b)."""
    if without_decision(case):
        yield Note(None, (ADMISSION_FILE,))


@rule("ADM-03", Phase.ADMISSIBILITY)
def surgery_is_inpatient(case: Case) -> Outcomes:
    """Note that a short stay under the title of observation is inpatient: surgery with anesthesia in the main room."""
    temporary = case.claim.kind is ClaimKind.TEMPORARY
    if temporary and is_short(case) and not is_limited_surgery(case) and surgical(case) is True:
        yield Note(None, (ROOM_KIND,))


@rule("ADM-03", Phase.SHARES)
def which_operating_room(case: Case) -> Outcomes:
    """Ask for the kind of operating room where it fixes the share, or whether the claim is an observation.

    The marks of lines stay as they are.
    """
    if surgical(case) is not UNKNOWN or is_limited_surgery(case):
        return
    if is_long(case):
        decides = _hangs_on_surgery(case)
    else:
        rows = [share_of(case, care_of(case, surgical=answer)) for answer in (True, False)]
        other_share = len({row.percent if row else None for row in rows}) > 1
        decides = is_short(case) and (other_share or has_section(case, {VISIT}))
    if decides:
        yield Ask(None, (ROOM_KIND,), marks_lines=False)


def _hangs_on_surgery(case: Case) -> bool:
    """Tell whether lines of a long stay are paid otherwise where it is not surgical, for want of a file."""
    file_opened = case.fact(ADMISSION_FILE)
    if case.claim.kind is ClaimKind.INPATIENT:
        return file_opened is False and has_section(case, {HOTEL, NURSING, VISIT})
    return file_opened is not True and has_section(case, {VISIT})


@rule("ADM-04b", Phase.ADMISSIBILITY)
def observation_outside_hospitals(case: Case) -> Outcomes:
    """Tell the supervision office of an observation that no hospital claims; no amount changes."""
    if case.submission.provider.kind not in OBSERVING:
        yield Refer()


@rule("BED-16a", Phase.ADMISSIBILITY)
def long_observation(case: Case) -> Outcomes:
    """Note that an observation of more than six hours takes the inpatient share."""
    if is_long(case) and not is_limited_surgery(case):
        yield Note()


@line_rule("BED-16a", Phase.COVER, BEDS_AND_NURSING)
def file_of_observation(case: Case, _line: CaseLine) -> Outcomes:
    """Ask whether a file was opened where a bed or nursing of a long observation hangs on it."""
    if is_long(case) and case.fact(ADMISSION_FILE) is UNKNOWN and not is_limited_surgery(case):
        yield Ask(facts=(ADMISSION_FILE,))


@line_rule("BED-16b", Phase.COVER, BEDS_AND_NURSING)
def bed_without_decision(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse bed and nursing of a long stay that ended without a file; a surgical inpatient claim is none of these."""
    if without_decision(case):
        yield Reject(facts=(ADMISSION_FILE,))


remark("ADM-02a", Place.RULE_BOOK)
silent("carried out by BED-05 and NUR-01, which pay no bed and no nursing below six hours", "ADM-04a")
silent("carried out by BED-06 and BED-01b, which judge the emergency ward like any other", "ADM-05")
