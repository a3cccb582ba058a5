"""Items 1, 2 note, 7 and 9 to 13: the prescription, its prescriber, and the month in which it is sent."""

from app.domain.findings import Step
from app.domain.persian import date_text, month_text
from app.rules.case import Case, CaseLine
from app.rules.general.terms import unless_approved
from app.rules.outcomes import Ask, Outcomes, Refer, Reject, refuse
from app.rules.physiotherapy.terms import (
    PHYSIOTHERAPY,
    SESSION,
    TREATMENTS,
    first_session,
    is_related,
    last_session,
)
from app.rules.registry import Phase, Place, on, remark, rule


@rule("PT-01", Phase.ADMISSIBILITY, PHYSIOTHERAPY)
def start_within_a_month(case: Case) -> Outcomes:
    """Refuse a course that began later than the same day of the next month, unless the insurer approved it (29 b)."""
    written, start = case.claim.prescription_date, first_session(case)
    if written is None or start is None:
        return
    last_day = written.plus_months(case.figure("physiotherapy_start"))
    if start > last_day:
        steps = (Step("آخرین روز آغاز جلسه‌ها", date_text(last_day)), Step("روز نخستین جلسه", date_text(start)))
        yield from unless_approved(case, *steps)


@rule("PT-02b", Phase.ADMISSIBILITY, PHYSIOTHERAPY)
def month_of_last_session(case: Case) -> Outcomes:
    """Refuse what a centre sends with another month than that of the last session; unknown, the start counts."""
    day = last_session(case) or first_session(case)
    if case.is_contracted and day is not None and day.jalali_month != case.submission.month:
        yield Reject(
            steps=(
                Step("ماه آخرین جلسه", month_text(day.jalali_month)),
                Step("ماه درخواست هزینه", month_text(case.submission.month)),
            )
        )


@rule("PT-07", Phase.ADMISSIBILITY)
def no_diagnosis(case: Case) -> Outcomes:
    """Refuse a prescription without the physician's first diagnosis."""
    if not (case.claim.diagnosis or "").strip():
        yield Reject()


@rule("PT-10", Phase.ADMISSIBILITY)
def general_practitioner(case: Case) -> Outcomes:
    """Refuse the request of a general practitioner or an intern; a missing qualification is asked for."""
    qualification = case.prescriber.qualification
    if qualification is None:
        yield Ask(facts=("prescriber.qualification",))
    elif qualification in case.figure("physiotherapy_gp_ranks"):
        yield Reject()


@rule("PT-11", Phase.ADMISSIBILITY)
def at_home(case: Case) -> Outcomes:
    """Refuse treatment at home."""
    yield from refuse(case.fact("at_home"), "at_home")


@rule("PT-12", Phase.ADMISSIBILITY)
def for_looks(case: Case) -> Outcomes:
    """Refuse treatment for looks."""
    yield from refuse(case.fact("cosmetic"), "cosmetic")


@rule("PT-09b", Phase.COVER, on(groups=TREATMENTS))
def diagnosis_of_therapist(case: Case) -> Outcomes:
    """Send a form without the therapist's diagnosis back for completion; no amount hangs on it, so nothing is asked."""
    if case.fact("therapist_diagnosis") is False:
        yield Refer(facts=("therapist_diagnosis",))


def _is_unrelated_specialist(case: Case, _line: CaseLine) -> bool:
    is_specialist = case.prescriber.qualification in case.figure("physiotherapy_specialists")
    return is_specialist and is_related(case) is False


def _is_no_physician_of_the_clause(case: Case, _line: CaseLine) -> bool:
    return case.prescriber.qualification in case.figure("physiotherapy_other_prescribers")


remark("PT-05b", Place.CLAIM, on(groups={SESSION}), concerns=_is_unrelated_specialist)
remark("PT-10b", Place.CLAIM, PHYSIOTHERAPY, concerns=_is_no_physician_of_the_clause)
remark("PT-13", Place.RULE_BOOK)
