"""Items 7 and 8: how long a prescription is valid, and the month that a service is sent with."""

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import month_text
from app.rules.case import Case
from app.rules.general.terms import day_step, is_paraclinic, is_pharmacy, referred, unless_approved
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, rule, silent

ANOTHER_MONTH = "ماه ترخیص این صورتحساب با ماه درخواست هزینه یکی نیست و بیمارستان باید آن را در درخواست همان ماه بگذارد"


def sending_month(case: Case) -> JalaliMonth | None:
    """Return the month in which the service was finished, None where no date tells it.

    Of a stay the month of discharge, else that of the latest line date, else that of the service date. Physiotherapy
    has none here: that area judges the month of the last session.
    """
    claim = case.claim
    if claim.kind is ClaimKind.PHYSIOTHERAPY:
        return None
    if case.is_stay:
        return claim.discharged_at.day.jalali_month if claim.discharged_at else None
    latest = max((line.day for line in claim.lines if line.day), default=claim.service_date)
    return latest.jalali_month if latest else None


def too_late(case: Case, last_day: JalaliDate) -> Outcomes:
    """Refuse a prescription accepted after its last day unless the insurer approved it (item 29 b)."""
    if case.service_day is not None and case.service_day > last_day:
        yield from unless_approved(
            case, day_step("پایان اعتبار نسخه", last_day), day_step("روز خدمت", case.service_day)
        )


@rule("GEN-07", Phase.ADMISSIBILITY)
def referral_validity(case: Case) -> Outcomes:
    """Refuse a paraclinic or referred prescription accepted after the end of the month that follows its own.

    A physician's service asks first whether it was referred, for his own has no such limit; an approval spares the
    question. Pharmacies have GEN-07a.
    """
    written = case.claim.prescription_date
    sent = True if is_paraclinic(case) else referred(case)
    if written is None or is_pharmacy(case) or sent is False:
        return
    last_day = written.jalali_month.plus(case.figure("referral_validity")).last_day
    for outcome in too_late(case, last_day):
        yield Ask(facts=("referred_by_other",), steps=outcome.steps) if sent is UNKNOWN else outcome


@rule("GEN-07a", Phase.ADMISSIBILITY)
def drug_validity(case: Case) -> Outcomes:
    """Refuse a drug prescription that a pharmacy accepted more than one calendar month after it was written."""
    written = case.claim.prescription_date
    if is_pharmacy(case) and written is not None:
        yield from too_late(case, written.plus_months(case.figure("drug_validity")))


@rule("GEN-08f", Phase.ADMISSIBILITY)
def earlier_month(case: Case) -> Outcomes:
    """Refuse a service of a month before that of the request; the month of the prescription does not matter."""
    month = sending_month(case)
    if case.is_contracted and month is not None and month < case.submission.month:
        yield from _of_another_month(case, month)


@rule("GEN-08g", Phase.ADMISSIBILITY)
def future(case: Case) -> Outcomes:
    """Refuse a service of a later month than the request's, and an outpatient prescription later than its service."""
    month, claim = sending_month(case), case.claim
    if case.is_contracted and month is not None and month > case.submission.month:
        yield from _of_another_month(case, month)
        return
    written, served = claim.prescription_date, case.service_day
    if case.is_outpatient and written and served and written > served:
        yield Reject(steps=(day_step("تاریخ تجویز", written), day_step("روز خدمت", served)))


def _of_another_month(case: Case, month: JalaliMonth) -> Outcomes:
    """Reject an outpatient claim of another month; a hospital bill must be put into the right request and is asked."""
    steps = (
        Step("ماه خدمت", month_text(month)),
        Step("ماه درخواست هزینه", month_text(case.submission.month)),
    )
    yield Ask(needs=ANOTHER_MONTH, steps=steps) if case.is_stay else Reject(steps=steps)


silent("the month of the service is judged by GEN-08f and GEN-08g", "GEN-07b")
