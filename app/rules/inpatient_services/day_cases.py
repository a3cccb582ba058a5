"""Article 22, item 9: a global operation as a day case keeps its tariff and bears the inpatient share (GLO-09)."""

from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import GLOBAL
from app.rules.inpatient_stay.stay_shares import is_global_day_case
from app.rules.outcomes import Note, Outcomes
from app.rules.registry import Phase, Place, on, remark, rule

GLOBALS = on(sections={GLOBAL})


@rule("GLO-09", Phase.SHARES, GLOBALS)
def share_of_day_case(case: Case) -> Outcomes:
    """Note that the claim bears the inpatient share, which the choice among the rows of shares gives it."""
    if is_global_day_case(case):
        yield Note()


def _is_day_case(case: Case, _line: CaseLine) -> bool:
    return is_global_day_case(case)


remark("GLO-09b", Place.CLAIM, GLOBALS, concerns=_is_day_case)
