"""Articles 24 and 25: the instruments that the inpatient part goes with, and the day from which it holds (SCP)."""

from app.domain.dates import JalaliDate
from app.domain.findings import Step
from app.domain.persian import date_text
from app.rules.case import Case
from app.rules.outcomes import Note, Outcomes
from app.rules.registry import Phase, Place, remark, rule


@rule("SCP-02", Phase.ADMISSIBILITY)
def before_approval(case: Case) -> Outcomes:
    """Note a stay that ended before the inpatient part was approved; no amount changes by it."""
    ended = case.claim.discharged_at.day if case.claim.discharged_at else case.service_day
    approved = JalaliDate.parse(case.figure("inpatient_rules_approved_on"))
    if ended is not None and ended < approved:
        yield Note(steps=(Step("روز ترخیص", date_text(ended)), Step("روز تصویب دستورالعمل", date_text(approved))))


remark("SCP-01", Place.RULE_BOOK)
