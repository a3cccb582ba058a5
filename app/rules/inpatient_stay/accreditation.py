"""Article 6, item 4, note 1: a certificate of accreditation that has run out (BED-04c, BED-04g)."""

from app.rules.case import Case
from app.rules.general.terms import day_of, day_step
from app.rules.inpatient_stay.terms import HOTEL, is_limited_surgery
from app.rules.outcomes import Outcomes, Refer
from app.rules.registry import Phase, on, rule

VALID_TO = "accreditation_to"
BEDS = on(sections={HOTEL})


def _expired(case: Case, *, final: bool) -> Outcomes:
    """Tell the supervision office of a certificate that ran out before the admission; amounts keep the last grade.

    `final` is about documents delivered after the months of grace, whose deductions cannot be returned.
    """
    valid_to = day_of(case.fact(VALID_TO))
    if valid_to is None or case.day <= valid_to or is_limited_surgery(case):
        return
    last_day, delivered = (
        valid_to.plus_months(int(case.figure("certificate_grace_months"))),
        case.submission.delivered_on,
    )
    if (delivered is not None and delivered > last_day) is final:
        yield Refer(None, (VALID_TO,), steps=(day_step("پایان مهلت گواهی تازه", last_day),))


@rule("BED-04c", Phase.ADMISSIBILITY, BEDS)
def within_grace(case: Case) -> Outcomes:
    """Refer a bill with beds that is delivered within four months after the certificate's end."""
    yield from _expired(case, final=False)


@rule("BED-04g", Phase.ADMISSIBILITY, BEDS)
def after_grace(case: Case) -> Outcomes:
    """Refer a bill with beds that is delivered later than that."""
    yield from _expired(case, final=True)
